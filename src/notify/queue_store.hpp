// The columns that every queue has (state, next_at, tries, done_at, error), in the table of one.
// Decides nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "db/database.hpp"
#include "notify/queue.hpp"

namespace notify {

/// The id of what is pending and longest due, its next try put off to `lease_until`, this try
/// counted; nothing when none is due. Whoever has it may send it until then.
[[nodiscard]] std::optional<std::string> take_due(db::Transaction& transaction, Queue queue,
                                                  base::Instant now, base::Instant lease_until);
void save_sent(db::Transaction& transaction, Queue queue, std::string_view id, base::Instant now);
/// Tried again at `next_at`, or given up without it. What is no longer pending stays as it is.
void save_not_sent(db::Transaction& transaction, Queue queue, std::string_view id,
                   std::string_view error, std::optional<base::Instant> next_at, base::Instant now);

}  // namespace notify
