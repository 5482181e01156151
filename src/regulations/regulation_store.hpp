// Regulations in the database, one by one. One function a statement; decides nothing.
#pragma once

#include "db/conditions.hpp"
#include "ledger/held_table.hpp"
#include "regulations/regulation.hpp"

namespace regulations {

/// A new one, which has no steps yet, with its links and under the number that it has.
void insert_regulation(db::Transaction& transaction, const Regulation& one);
/// Everything but its links and steps, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_regulation(db::Transaction& transaction,
                                                 const Regulation& one);
void save_links(db::Transaction& transaction, const Regulation& one);
/// The last of its steps.
void insert_last_step(db::Transaction& transaction, const Regulation& one);
[[nodiscard]] std::int64_t load_last_number(db::Transaction& transaction, ProgrammeId programme);

/// Whole, when it lies within the scope: its unit, the inspected one, or a row that it answers.
/// The rows are those within the scope.
[[nodiscard]] std::optional<Regulation> find_regulation(db::Transaction& transaction,
                                                        RegulationId id, const base::Scope& scope);
/// With the rows it answers, as far as they lie within the scope, and its steps.
void load_parts(db::Transaction& transaction, std::vector<Regulation>& rows,
                const base::Scope& scope);

/// That `r`, a regulation whose unit is `u`, in a programme `g` that inspects `iu`, lies within the
/// scope.
void add_regulations_in_scope(db::Conditions& where, const base::Scope& scope);
/// Columns and joins of a regulation in the order of regulation_in().
[[nodiscard]] std::string_view regulation_columns();
[[nodiscard]] std::string_view regulation_tables();
[[nodiscard]] Regulation regulation_in(const db::Row& row);

/// What follows a unit that is merged.
[[nodiscard]] ledger::HeldTable held_regulations();

}  // namespace regulations
