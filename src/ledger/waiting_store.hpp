// What waits for somebody, as a condition of a statement. Decides nothing.
#pragma once

#include "base/instant.hpp"
#include "db/conditions.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

/// That `r`, a row of the level, waits for this.
void add_waiting(db::Conditions& where, View view, Waiting waiting, const Asker& asker,
                 base::Date today);

}  // namespace ledger
