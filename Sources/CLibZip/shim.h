#pragma once
// libzip's whole public API; what Swift cannot import gets a wrapper below.
#include <zip.h>
