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
