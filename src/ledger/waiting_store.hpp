// What waits for somebody, as a condition of a statement. Decides nothing.
#pragma once

#include "base/instant.hpp"
#include "db/conditions.hpp"
#include "db/database.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

struct WaitingQuestion {
    Waiting waiting{};
    Asker asker;
    base::Date today;
    bool few_held = false;  // asked of units that hold few rows: these are looked at one by one
};
/// That `r`, a row of the level, waits for this.
void add_waiting(db::Conditions& where, View view, const WaitingQuestion& question);

/// Whether the units together hold so few measures that it is quicker to look at each than to walk
/// the index of what waits; with an index of all rows in mind, and one of a unit's.
[[nodiscard]] bool hold_few(db::Transaction& transaction, const std::vector<base::UnitId>& units);

}  // namespace ledger
