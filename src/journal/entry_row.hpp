// How an entry stands in a row of a statement. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "journal/entry.hpp"

namespace journal {

/// An entry from columns 0–11: chain, sequence, happened_at, actor_id, actor_name, act,
/// subject_kind, subject_id, payload_digest, previous, algorithm, hash.
[[nodiscard]] Entry entry_in(const db::Row& row);

}  // namespace journal
