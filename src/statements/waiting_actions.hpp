// What of statements and criticisms waits for one person, over all meetings that are not over.
#pragma once

#include "statements/criticism_actions.hpp"
#include "statements/statement_actions.hpp"

namespace statements {

struct WaitingStatement {
    WaitingFor what{};
    LifeMeetingId meeting;
    ledger::ProgrammeId programme;
    std::string title, whose;
    std::optional<StatementId> statement;
    std::int64_t count = 0;
    std::optional<base::Date> due_on;
};
struct WaitingStatements {
    std::vector<WaitingStatement> rows;
};
[[nodiscard]] WaitingStatements list_statements_waiting(const Needs& needs,
                                                        const base::Actor& actor);

}  // namespace statements
