// Typical cases (R124): problems of the ledger that a meeting of the programme analysed, with what
// its minutes say, so that the team's statement takes them in and nobody types them again. Pure.
#pragma once

#include "meetings/agenda.hpp"

namespace statements {

struct TypicalCase {
    std::int64_t number = 0;  // of the problem
    std::string problem;
    std::string meeting;
    base::Date held_on;
    std::string conclusion;  // what was said of it, then what was decided
    bool operator==(const TypicalCase&) const = default;
};
/// A problem of an agenda that was not moved on; what was discussed and decided, in that order.
[[nodiscard]] std::vector<TypicalCase> cases_of(const meetings::Meeting& meeting,
                                                const std::vector<meetings::AgendaItem>& items);

}  // namespace statements
