#pragma once
// libzip's whole public API; what Swift cannot import gets a wrapper below.
#include <time.h>
#include <zip.h>

/// The first moment of MS-DOS, 1980-01-01 00:00, in the zone of this machine, in which libzip turns times into
/// those of the archive. zip_file_set_dostime() asks for the zone again for each entry, a tenth of the time of
/// packing an NDA (measured).
static inline time_t draft_first_dos_time(void) {
  struct tm first = {.tm_year = 80, .tm_mon = 0, .tm_mday = 1, .tm_isdst = -1};
  return mktime(&first);
}
