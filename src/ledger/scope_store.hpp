// Scope as conditions of a statement: the one place where who may see what becomes SQL. Rows of
// measure and problem carry the paths of the units that hold them and their guards, so that one
// index answers.
#pragma once

#include <initializer_list>

#include "base/actor.hpp"
#include "db/conditions.hpp"

namespace ledger {

/// That `r`, a row of measure or problem, lies within the scope.
void add_rows_in_scope(db::Conditions& where, const base::Scope& scope);
/// That `r` is held by a unit at `unit_path` or below it.
void add_rows_below(db::Conditions& where, std::string_view unit_path);
/// That `g`, a programme inspecting the unit `u`, lies within the scope: by its unit, or by a row
/// of it that does.
void add_programmes_in_scope(db::Conditions& where, const base::Scope& scope);
/// That `n`, something in a programme that is addressed to the unit `u`, lies within the scope.
void add_addressed_in_scope(db::Conditions& where, const base::Scope& scope);

/// That `r`, a task whose unit is `u`, in a programme that inspects `iu`, lies within the scope: by
/// either unit.
void add_tasks_in_scope(db::Conditions& where, const base::Scope& scope);

/// Where something names rows of the ledger that it is about.
struct RowLinks {
    std::string_view level;       // "measure" or "problem": its table, and with _id the column
    std::string_view table, key;  // the table of links and its column with the id of `r`
};
/// That `r`, which the unit `u` is in charge of in a programme `g` that inspects `iu`, lies within
/// the scope: by either unit, or by a row that it is about.
void add_about_rows_in_scope(db::Conditions& where, const base::Scope& scope,
                             std::initializer_list<RowLinks> links);

/// What add_rows_below reads in a row held by units with these paths: "|/1/|/1/4/|".
[[nodiscard]] std::string held_at(const std::vector<std::string>& unit_paths);

}  // namespace ledger
