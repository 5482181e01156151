// What a programme knows that a text about it may contradict. Handed in by whoever asks. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace proofreading {

/// As the ledger counts them today, in the sight of the reader.
struct Counts {
    std::int64_t problems = 0, struck_off = 0, measures = 0, measures_done = 0;
};
struct Facts {
    std::string programme, inspecting_body, inspected_unit;
    std::vector<std::string> own_units;        // that hold rows here, and those above them
    std::vector<std::string> other_units;      // of the tree, in no row here
    std::vector<std::string> other_inspected;  // under inspection in other programmes
    std::optional<base::Date> feedback_on;
    std::optional<Counts> counts;  // where the reader sees the programme as a whole
};

}  // namespace proofreading
