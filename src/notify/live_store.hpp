// What live pages must be told of, for the sessions that have one open, in one statement. Decides
// nothing.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "notify/live.hpp"

namespace notify {

/// What open pages are told has changed: one topic a kind of work that several people do at once.
inline constexpr std::string_view narratives_changed = "narratives";
void count_change(db::Transaction& transaction, std::string_view topic);
/// Of all topics together.
[[nodiscard]] std::int64_t load_changes(db::Transaction& transaction);

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
