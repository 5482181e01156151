// One round of the ladders, by the program itself.
#pragma once

#include "ledger/ladder.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// Every programme's ladder, up to now. Of the rungs a row has reached since the last round only
/// the furthest of each cause is told, one message an account and rung with how many rows it is
/// about; all of them are told then, once for a row and its day. A rung that proposes notices
/// proposes one for each unit, when nothing else about the row is on its way and what went before
/// did not help; a proposal that was let be counts until the next rung is reached. Before eight in
/// the morning nothing. Returns how many messages and proposals it made. Several copies of the
/// program may do it at once.
std::int64_t climb_ladders(const Needs& needs);

}  // namespace ledger
