// What passes from hand to hand, or is vouched for with one's name: the letter that hands over what
// an office-holder leaves undone (责任交接书), and the principal's word that plan and report are
// true (签字背书承诺书). Pure.
#pragma once

#include <vector>

#include "documents/report_paper.hpp"
#include "ledger/handover.hpp"

namespace documents {

struct HandoverSource {
    ledger::Handover handover;
    std::vector<ledger::HandoverItem> items;  // those the reader may see
};
[[nodiscard]] office::Paper handover_paper(const HandoverSource& source);

/// Copied out and signed by hand; the figures are those of the ledger on that day.
[[nodiscard]] office::Paper commitment_paper(const ListSource& source);

}  // namespace documents
