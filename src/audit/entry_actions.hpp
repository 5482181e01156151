// Searching the journal. Changes nothing.
#pragma once

#include "audit/entry.hpp"
#include "audit/entry_store.hpp"
#include "audit/needs.hpp"
#include "ledger/programme_store.hpp"

namespace audit {

struct EntryPage {
    std::vector<EntryRow> rows;  // newest first
    std::optional<Mark> next;    // when there are more
};

/// Refuses: as check().
[[nodiscard]] base::Result<EntryPage> search_entries(const Needs& needs, const EntryQuery& query);

/// What may be chosen: the programmes, newest first.
[[nodiscard]] std::vector<ledger::ProgrammeTitle> list_chains(const Needs& needs);

/// Steps for actions: one page of entries with every name in it, in at most two statements; the
/// names of a query looked up.
[[nodiscard]] std::vector<EntryRow> list_named_entries(db::Transaction& transaction,
                                                       const EntryFilter& filter);
[[nodiscard]] EntryFilter filter_for(db::Transaction& transaction, const EntryQuery& query);

}  // namespace audit
