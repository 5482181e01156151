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

/// A step for actions: the names of a query looked up.
[[nodiscard]] EntryFilter filter_for(db::Transaction& transaction, const EntryQuery& query);

}  // namespace audit
