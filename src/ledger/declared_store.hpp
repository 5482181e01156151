// How many areas, problems and measures a plan says it has, beside how many stand in the ledger
// (R42). Kept when a plan is taken over, gone when that is undone. Decides nothing.
#pragma once

#include <optional>
#include <string_view>

#include "db/database.hpp"
#include "ledger/quality.hpp"

namespace ledger {

/// Nothing is kept where the plan says nothing. `source`: the import that took it over.
void save_declared(db::Transaction& transaction, ProgrammeId programme, std::string_view source,
                   const Totals& declared, base::Instant at);
void delete_declared(db::Transaction& transaction, ProgrammeId programme, std::string_view source);
/// Of the plan that was taken over last.
[[nodiscard]] std::optional<Totals> find_declared(db::Transaction& transaction,
                                                  ProgrammeId programme);
/// Whoever may see them.
[[nodiscard]] Totals count_standing(db::Transaction& transaction, ProgrammeId programme);

}  // namespace ledger
