#pragma once
// libyaml's whole public API.
#include <yaml.h>
