// What a programme knows that a text about it may contradict, gathered from the ledger and the tree
// of units. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "proofreading/facts.hpp"

namespace proofreading {

/// In the sight of `viewpoint`; counts only where it covers the unit under inspection. Units are no
/// secret.
[[nodiscard]] Facts load_facts(db::Transaction& transaction, const ledger::Programme& programme,
                               const ledger::Viewpoint& viewpoint);

}  // namespace proofreading
