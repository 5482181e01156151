// Statements on the rows that a unit holds, for when the tree of units changes. Decides nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "ledger/held_table.hpp"
#include "ledger/problem.hpp"

namespace ledger {

/// A row that somebody still has to do something about.
struct OpenRow {
    enum class Kind { task, measure, problem, other };
    std::string programme_title;
    Kind kind = Kind::measure;
    std::int64_t number = 0;
    base::Guards guards;
    std::string label = {};  // of another kind: as people call it
};

/// The rows this very unit holds in any role, the inspected one's included, that are open:
/// problems not struck off, under them measures not done, and its tasks that are not over. By
/// programme, kind and number.
[[nodiscard]] std::vector<OpenRow> list_open_rows(db::Transaction& transaction, base::UnitId unit);
/// Every programme with an area of work for this unit: it holds a row or is the inspected one.
[[nodiscard]] std::vector<ProgrammeId> list_programmes_of(db::Transaction& transaction,
                                                          base::UnitId unit);
/// Writes anew the copies of paths in all rows held at or below `new_path`, where the paths of
/// those units began with `old_path` until now. The units themselves must have been saved.
void save_moved_paths(db::Transaction& transaction, std::string_view old_path,
                      std::string_view new_path);

/// What of such a table names this unit and must have one that is open.
[[nodiscard]] std::vector<OpenRow> list_open_held(db::Transaction& transaction,
                                                  const HeldTable& table, base::UnitId unit);
/// Where something of such a table follows a unit.
[[nodiscard]] std::vector<ProgrammeId> list_programmes_of(db::Transaction& transaction,
                                                          const HeldTable& table,
                                                          base::UnitId unit);
/// The ids of the things that follow it in one programme.
[[nodiscard]] std::vector<std::string> list_held(db::Transaction& transaction,
                                                 const HeldTable& table, base::UnitId unit,
                                                 ProgrammeId programme);
/// The rows of one of them go from one unit to another. Returns how many.
std::int64_t save_held(db::Transaction& transaction, const HeldTable& table, std::string_view owner,
                       base::UnitId from, base::UnitId into);
/// The thing's version moves on.
void touch_held(db::Transaction& transaction, const HeldTable& table, std::string_view owner);

}  // namespace ledger
