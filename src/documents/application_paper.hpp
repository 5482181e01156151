// What a unit asks for on paper: to have a problem struck off (销号申请单), a later day (延期申请),
// to go on for long (持续整改申请). Forms to be signed; what the system holds of the opinions is
// printed, the rest is left for pens. Pure.
#pragma once

#include "documents/problem_paper.hpp"
#include "ledger/extension.hpp"

namespace documents {

/// A file that stands at the problem or at one of its measures.
struct Proof {
    std::string row, name;  // row: 问题3, 措施12
};
/// Requires source.application.
[[nodiscard]] office::Paper strike_off_application_paper(const ProblemSource& source,
                                                         const std::vector<Proof>& proofs);

struct ExtensionSource {
    std::string inspected_unit;
    ledger::Extension extension;
    std::string progress;  // of the row, its last report
};
[[nodiscard]] office::Paper extension_paper(const ExtensionSource& source);

struct LongTermSource {
    std::string programme_title, inspected_unit;
    ledger::MeasureRow row;
};
/// Whether there is anything to apply for: it goes on for long, or says what a stage should show.
[[nodiscard]] bool goes_on_for_long(const ledger::MeasureRow& row);
[[nodiscard]] office::Paper long_term_paper(const LongTermSource& source);

}  // namespace documents
