// What live pages must be told of, for all sessions in one statement. Decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "notify/live.hpp"

namespace notify {

/// Sessions that neither expired by `now` nor were last seen at or before `idle_since`, of accounts
/// that are not disabled.
[[nodiscard]] std::vector<LiveState> list_live_states(db::Transaction& transaction,
                                                      base::Instant now, base::Instant idle_since);

}  // namespace notify
