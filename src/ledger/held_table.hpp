// What other capabilities keep that names a unit as the one who answers for it: a regulation, a
// check, a place in a body. Each says so by a line of data, gathered in app; when units are merged
// all of it follows as the rows of the ledger do, and what is open keeps a unit from being closed.
#pragma once

#include <string_view>

namespace ledger {

/// SQL over o, the thing that is meant, and x, the row of it that names the unit; they may be the
/// same. Values are texts of ours.
struct HeldTable {
    std::string_view table, column;         // where the unit stands: "site_check_unit", "unit_id"
    std::string_view owner, key;            // the thing and its id there: "site_check", "check_id"
    std::string_view subject;               // by which the journal knows it: "check"
    std::string_view follows;               // of o: which of them go to the successor
    std::string_view rows = "1 = 1";        // of x: which rows of them
    std::string_view keeps_open = "1 = 0";  // of o: which of them must have a unit that is open
    std::string_view label = "''";          // of o: as people call it
    std::string_view name = {};             // a column that may repeat the unit's name
    /// Columns that with the unit tell rows apart. Where the successor stands already, a row goes,
    /// or, where it says something of its own, stays with the old unit.
    std::string_view beside = {};
    enum class Double { goes, stays } doubled = Double::goes;
};

}  // namespace ledger
