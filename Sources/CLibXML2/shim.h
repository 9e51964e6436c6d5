#pragma once
// Version macros first, so that the next line can take effect.
#include <libxml/xmlversion.h>
// Debian's libxml2 headers include ICU's, which clash with the ICU of Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// How many bytes of its input a parser has read; -1 when it has none. xmlByteConsumed() says the same, but
/// asks at each tag whether the input is being converted, which a part in UTF-8 never is.
static inline long draft_position(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input ? (long)input->consumed + (long)(input->cur - input->base) : -1;
}
