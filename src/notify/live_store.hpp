// What live pages must be told of, for the sessions that have one open, in one statement. Decides
// nothing.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "notify/live.hpp"

namespace notify {

/// Which sessions are asked for, by the digests of their tokens.
struct LiveQuestion {
    std::vector<std::string> sessions;
    base::Instant now, idle_since;
};
/// Of these, those that neither expired by `now` nor were last seen at or before `idle_since`, of
/// accounts that are not disabled.
[[nodiscard]] std::vector<LiveState> list_live_states(db::Transaction& transaction,
                                                      const LiveQuestion& asked);

}  // namespace notify
