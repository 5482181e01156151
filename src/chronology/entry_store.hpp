// Entries that were written by hand, with every version of them. Decides nothing.
#pragma once

#include "chronology/happening.hpp"
#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace chronology {

/// With its first version.
void insert_entry(db::Transaction& transaction, const Entry& entry, const EntryVersion& version);
/// Over the version before, which is kept. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_entry(db::Transaction& transaction, const Entry& entry,
                                            const EntryVersion& version);
[[nodiscard]] std::optional<Entry> find_entry(db::Transaction& transaction, EntryId id);
/// Newest first.
[[nodiscard]] std::vector<EntryVersion> list_versions(db::Transaction& transaction, EntryId id);

/// What of it is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_chronicle();

}  // namespace chronology
