// The ledger and the phases as a plan tells of them. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/document.hpp"
#include "ledger/programme_store.hpp"

namespace drafting {

/// Rows within the scope, in the ledger's order.
[[nodiscard]] LiveParts load_live_parts(db::Transaction& transaction, base::ProgrammeId programme,
                                        const ledger::Viewpoint& viewpoint);

}  // namespace drafting
