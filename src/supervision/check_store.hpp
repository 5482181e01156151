// Checks in the database, with their teams, units and items. One function a statement; decides
// nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/held_table.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "supervision/check.hpp"

namespace supervision {

void insert_check(db::Transaction& transaction, const Check& check);
/// Everything that can change, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_check(db::Transaction& transaction, const Check& check);
/// One more version because its sample grew. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> touch_check(db::Transaction& transaction, const Check& check);

/// A check within sight: the inspected unit, or one that it visits, lies within the scope, or
/// above a part of it, and the programme's mark keeps nobody out. Who does not review sees it only
/// once it is announced or concluded.
[[nodiscard]] std::optional<Check> find_check(db::Transaction& transaction, CheckId id,
                                              const base::Actor& actor);
/// Of all its rows, whoever may see them.
[[nodiscard]] CheckFigures figures_of(db::Transaction& transaction, CheckId id);
/// Without its items; `figures` are nothing for those who do not see inside.
struct CheckBrief {
    Check check;
    CheckFigures figures;
};
struct CheckPage {
    std::vector<CheckBrief> rows;  // the latest days first
    std::int64_t total = 0;
};
struct CheckFilter {
    base::ProgrammeId programme;
    std::optional<CheckState> state;
    ledger::Page page;
};
[[nodiscard]] CheckPage list_checks(db::Transaction& transaction, const CheckFilter& filter,
                                    const base::Actor& actor);
/// What a person finds on the home page, the nearest first: planned or under way, and they are on
/// the team, or their unit is visited and knows of it, or they are to say what findings lead to.
[[nodiscard]] std::vector<CheckBrief> list_own_checks(db::Transaction& transaction,
                                                      const base::Actor& actor);

/// How often a unit was visited, and what its rows came to.
struct UnitCounts {
    base::UnitId unit;
    std::string unit_name;
    std::int64_t checks = 0, rows = 0, findings = 0, paper = 0;
    bool operator==(const UnitCounts&) const = default;
};
/// Concluded checks of one programme within sight, of the units within the scope.
[[nodiscard]] std::vector<UnitCounts> count_checks(db::Transaction& transaction,
                                                   base::ProgrammeId programme,
                                                   const base::Actor& actor);

/// What of it is sealed where the database seals.
[[nodiscard]] ledger::SealedSet sealed_checks();

/// What follows a unit that is merged: whom a check visits, who answers for its rows.
[[nodiscard]] std::vector<ledger::HeldTable> held_checks();

}  // namespace supervision
