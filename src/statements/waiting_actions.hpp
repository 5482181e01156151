// What of statements and criticisms waits for one person, over all meetings that are not over.
#pragma once

#include "statements/criticism_actions.hpp"
#include "statements/statement_actions.hpp"

namespace statements {

enum class WaitingFor {
    begin,   // the own one is not begun
    write,   // … is being written
    revise,  // … came back
    review,
    comment,  // the team's draft, with members
    send_up,
    approve,
    criticise,  // `count` colleagues have fewer criticisms than are demanded
};
[[nodiscard]] std::string_view name_of(WaitingFor what);

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
