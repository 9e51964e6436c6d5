#pragma once
// zlib beside libzip, which uses the same library: libzip deflates at level 9 unless told otherwise and
// sets up a fresh stream for each entry, 110-270 us a document more than one stream that is reset
// (measured). So parts are deflated here and handed to libzip as they are to stand in the archive.
#include <zlib.h>

/// deflateInit2() is a macro, which Swift cannot import. The negative window means raw deflate, without
/// zlib's own header, as zip entries hold it; 8 is zlib's default for memory.
static inline int draft_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

/// inflateInit2() is a macro too; raw inflate for the same reason.
static inline int draft_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -15);
}
