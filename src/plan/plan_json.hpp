// The wire shape of what the reader found: `zhenggai parse` prints it, the import screens read it.
#pragma once

#include <string>

#include "plan/plan_document.hpp"

namespace base {
class JsonWriter;
}

namespace plan {

[[nodiscard]] std::string to_json(const PlanDocument& document);
/// Only the areas, with everything below them, as one JSON array.
void write_areas(const std::vector<ReadArea>& areas, base::JsonWriter& json);

}  // namespace plan
