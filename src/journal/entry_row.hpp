// How an entry and its payload stand in a row of a statement. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "journal/entry.hpp"

namespace journal {

/// An entry from columns 0–11: chain, sequence, happened_at, actor_id, actor_name, act,
/// subject_kind, subject_id, payload_digest, previous, algorithm, hash.
[[nodiscard]] Entry entry_in(const db::Row& row);

struct StoredPayload {
    std::string salt;
    std::string text;
};
/// The places for which the two are sealed, and the name of their row.
inline constexpr std::string_view salt_field = "journal_payload.salt",
                                  payload_field = "journal_payload.payload";
[[nodiscard]] std::string payload_name(const Entry& entry);
/// From two columns. As they are stored where they cannot be opened: then they do not fit the
/// digest.
[[nodiscard]] StoredPayload payload_in(const db::Row& row, int column, const Entry& entry);

}  // namespace journal
