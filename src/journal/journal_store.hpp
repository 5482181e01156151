// The tables of the journal, one statement at a time. Decides nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "journal/entry.hpp"
#include "journal/entry_row.hpp"

namespace journal {

/// A head row, with what seals it.
struct SealedHead {
    Head head;
    std::string algorithm;
    std::string seal;
};

/// An entry as verify wants it: with its payload, and with the entry that erased it.
struct StoredEntry {
    Entry entry;
    std::optional<StoredPayload> payload;
    std::optional<std::int64_t> erased_by;
};

/// One thing that somebody may have done to one subject.
struct Doing {
    std::string_view act, subject_kind, subject_id, actor_id;
};

/// How much is not anchored yet.
struct Unanchored {
    std::int64_t entries = 0;
    base::Instant last_anchored_at;
};

/// Waits for other writers of this chain. The head of an empty chain has sequence 0.
[[nodiscard]] Head load_head_for_update(db::Transaction& transaction, std::string_view chain);
void save_head(db::Transaction& transaction, const SealedHead& head);
/// Without waiting for anybody; sequence 0 when the chain is empty.
[[nodiscard]] Head load_head(db::Transaction& transaction, std::string_view chain);
[[nodiscard]] std::vector<SealedHead> list_heads(db::Transaction& transaction);
/// Of all chains that have entries, by name: also of those whose head was taken away.
[[nodiscard]] std::vector<std::string> list_chains(db::Transaction& transaction);

void insert_entry(db::Transaction& transaction, const Entry& entry);
/// Whether all who may read entries may read what stands in them.
enum class Reading { open, restricted };
/// What is restricted is sealed where texts are.
void insert_payload(db::Transaction& transaction, const Entry& entry, const StoredPayload& payload,
                    Reading reading);
[[nodiscard]] std::optional<Entry> find_entry(db::Transaction& transaction, std::string_view chain,
                                              std::int64_t sequence);
[[nodiscard]] std::optional<std::string> find_hash(db::Transaction& transaction,
                                                   std::string_view chain, std::int64_t sequence);
/// The next `entries_max` entries behind `after`, in order.
[[nodiscard]] std::vector<StoredEntry> list_entries(db::Transaction& transaction,
                                                    std::string_view chain, std::int64_t after,
                                                    std::int64_t entries_max);

/// Whether such an entry was written at `since` or later, in any chain: for what is noted once in
/// a while only.
[[nodiscard]] bool is_noted_since(db::Transaction& transaction, const Doing& doing,
                                  base::Instant since);

void insert_erasure(db::Transaction& transaction, std::string_view chain, std::int64_t sequence,
                    std::int64_t erased_by);
[[nodiscard]] bool is_erased(db::Transaction& transaction, std::string_view chain,
                             std::int64_t sequence);
void delete_payload(db::Transaction& transaction, std::string_view chain, std::int64_t sequence);

[[nodiscard]] Unanchored load_unanchored(db::Transaction& transaction);
/// Heads of all chains but the installation's that moved since their last anchor, by name.
[[nodiscard]] std::vector<Head> list_unanchored_heads(db::Transaction& transaction);
void save_anchored(db::Transaction& transaction, const Head& head, base::Instant at);

}  // namespace journal
