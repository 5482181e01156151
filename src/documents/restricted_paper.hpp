// Tables that only those cleared for them get: what became of the clues handed over
// (移交线索办理表), of what people wrote or came for (信访件处理汇总表), and who was called to
// account (处理干部汇总表). What was revoked is left out. Pure.
#pragma once

#include <string>
#include <vector>

#include "inspections/clue.hpp"
#include "office/paper.hpp"
#include "supervision/accountability.hpp"

namespace documents {

struct ClueSource {
    std::string programme_title, inspected_unit;
    std::vector<inspections::Clue> clues;
    base::Date today;
};
/// Whether it came from what people wrote, came or called for: by how its source is worded.
[[nodiscard]] bool is_petition(const inspections::Clue& clue);
[[nodiscard]] office::Paper clue_paper(const ClueSource& source);
[[nodiscard]] office::Paper petition_paper(const ClueSource& source);

struct AccountabilitySource {
    std::string programme_title, inspected_unit;
    std::vector<supervision::Accountability> records;
    base::Date today;
};
[[nodiscard]] office::Paper accountability_paper(const AccountabilitySource& source);

}  // namespace documents
