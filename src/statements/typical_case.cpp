#include "statements/typical_case.hpp"

namespace statements {

using meetings::AgendaItem;
using meetings::Subject;

std::vector<TypicalCase> cases_of(const meetings::Meeting& meeting,
                                  const std::vector<AgendaItem>& items) {
    std::vector<TypicalCase> cases;
    for (const auto& item : items) {
        if (item.subject != Subject::problem || item.moved_on) continue;
        auto conclusion = item.discussion;
        for (const auto& decision : item.decisions)
            conclusion += (conclusion.empty() ? "" : "；") + decision.matter;
        cases.push_back({item.row.number, item.row.text, meeting.terms.title, meeting.terms.held_on,
                         std::move(conclusion)});
    }
    return cases;
}

}  // namespace statements
