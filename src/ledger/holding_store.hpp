// Which units hold a row, in any role, the inspected unit included. One function a statement.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/problem.hpp"

namespace ledger {

/// How many rows of an import or a batch a unit holds.
struct Assigned {
    base::UnitId unit;
    std::int64_t rows = 0;
};

[[nodiscard]] std::vector<base::UnitId> list_units_of(db::Transaction& transaction, MeasureId id);
[[nodiscard]] std::vector<base::UnitId> list_units_of(db::Transaction& transaction, ProblemId id);

}  // namespace ledger
