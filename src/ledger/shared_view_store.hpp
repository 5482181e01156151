// Statements on shared views. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/shared_view.hpp"

namespace ledger {

/// By name.
[[nodiscard]] std::vector<SharedView> list_shared_views(db::Transaction& transaction,
                                                        ProgrammeId programme);
/// Writes a new one, or over the one with the id.
void save_shared_view(db::Transaction& transaction, ProgrammeId programme, const SharedView& view);
void delete_shared_view(db::Transaction& transaction, ProgrammeId programme, SharedViewId id);

}  // namespace ledger
