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

struct Counts {
    std::size_t areas = 0, problems = 0, manifestations = 0, measures = 0;
    bool operator==(const Counts&) const = default;
};
/// Areas count where they have a heading, measures wherever they hang.
[[nodiscard]] Counts counts(const PlanDocument& document);

}  // namespace plan
