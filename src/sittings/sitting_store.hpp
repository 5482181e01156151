// The sitting of a life meeting and its record in the database. Decides nothing; who may read what
// is asked of the rules.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "sittings/record_entry.hpp"

namespace sittings {

/// As nothing was noted yet where there is none.
[[nodiscard]] Sitting load_sitting(db::Transaction& transaction, LifeMeetingId id);
/// All but turns and presences, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_sitting(db::Transaction& transaction, LifeMeetingId id,
                                              const Sitting& one);
/// Exactly these turns, in this order.
void save_turns(db::Transaction& transaction, LifeMeetingId id, const std::vector<Turn>& turns);
/// What one took so far.
void save_spent(db::Transaction& transaction, const Turn& turn);
void save_presence(db::Transaction& transaction, LifeMeetingId id, const Presence& one);

void insert_entry(db::Transaction& transaction, LifeMeetingId id, const RecordEntry& one);
/// Over the revision before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_entry(db::Transaction& transaction, const RecordEntry& one);
/// With the meeting that it belongs to.
struct FoundEntry {
    LifeMeetingId meeting;
    RecordEntry entry;
};
[[nodiscard]] std::optional<FoundEntry> find_entry(db::Transaction& transaction, EntryId id);
/// By turn, then as it was said, whoever wrote it.
[[nodiscard]] std::vector<RecordEntry> list_entries(db::Transaction& transaction, LifeMeetingId id);
/// Changes whenever an entry is added or put right.
[[nodiscard]] std::int64_t count_writings(db::Transaction& transaction, LifeMeetingId id);
/// Nothing happens where it stands already.
void insert_remark(db::Transaction& transaction, LifeMeetingId id, const Remark& one);
[[nodiscard]] std::vector<Remark> list_remarks(db::Transaction& transaction, LifeMeetingId id);

/// What of sittings and of what follows is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_sittings();

}  // namespace sittings
