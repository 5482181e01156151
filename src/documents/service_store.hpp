// Which measures answer which manifestations, for a whole programme at once. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/measure_store.hpp"

namespace documents {

/// Those of manifestations only, in no order.
[[nodiscard]] std::vector<ledger::Service> list_services(db::Transaction& transaction,
                                                         ledger::ProgrammeId programme);

}  // namespace documents
