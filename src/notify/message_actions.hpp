// Somebody's own messages. What was read when is no matter of record: it stands in no journal.
#pragma once

#include "notify/message_store.hpp"
#include "notify/needs.hpp"

namespace notify {

/// Pages count from 1. Two statements.
[[nodiscard]] MessagePage list_message_page(const Needs& needs, const base::Actor& actor,
                                            std::int64_t page, std::int64_t page_size);
/// One statement: for the sign at the top of every page.
[[nodiscard]] MessagePage count_own_messages(const Needs& needs, const base::Actor& actor);
/// Refuses: message_unknown, also for a message to somebody else.
[[nodiscard]] base::Result<void> read_message(const Needs& needs, const base::Actor& actor,
                                              EventId event);
/// Those up to `up_to`, the moment of the newest one that the person saw.
[[nodiscard]] base::Result<void> read_all_messages(const Needs& needs, const base::Actor& actor,
                                                   base::Instant up_to);

}  // namespace notify
