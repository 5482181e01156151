// A paper as a page shows it before it is taken out: the same structure, in words.
#pragma once

#include "base/json_writer.hpp"
#include "office/paper.hpp"

namespace office {

void write(base::JsonWriter& json, const Paper& paper);

}  // namespace office
