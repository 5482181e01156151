// What a document is: its title, kind, the totals it states of itself and the year it is certainly
// of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "plan/grammar_line.hpp"
#include "plan/plan_document.hpp"
#include "plan/read_settle.hpp"

namespace plan {

struct Title {
    std::string text;
    std::size_t first = 0, last = 0;  // lines
    bool found = false;
};

/// The first line (or two) that reads as a title; sellers' lines, file numbers and page furniture
/// are passed over. A workbook's title is its first row of one cell.
[[nodiscard]] Title title_of(const std::vector<Line>& lines, const std::string& title_property);
/// plan, progress_report, feedback, principal_report, life_meeting_plan, ledger_table or other.
[[nodiscard]] std::string kind_of(const Title& title, const std::vector<Line>& lines,
                                  const std::string& format);
/// "共3个方面17个问题，制定措施86条": nothing where a placeholder stands.
void read_declared(const std::vector<Line>& lines, PlanDocument& document);
/// The year in the title, the file number, the signature or the phases, where all of these agree.
[[nodiscard]] std::optional<DocumentYear> year_of(const std::vector<Line>& lines,
                                                  const Title& title);

}  // namespace plan
