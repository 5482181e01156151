// Units and persons that stand in a workbook, against those that are there: what is new, what is
// there already, what is wrong and in which cell. Adds only; nothing that is there is changed.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "accounts/person.hpp"
#include "accounts/post.hpp"
#include "accounts/unit.hpp"
#include "office/filled_sheet.hpp"

namespace accounts {

inline constexpr std::size_t import_rows_max = 5'000;  // units and persons together

using office::SheetFault;
using office::SheetPlace;

/// The cells of a row as they are written, without white space at their ends.
struct UnitCells {
    SheetPlace at;
    std::string name, short_name, kind, parent;
};
struct PersonCells {
    SheetPlace at;
    std::string name, unit, post, head, from;
};

struct UnitSheets {
    std::vector<UnitCells> units;
    std::vector<PersonCells> persons;
    std::vector<SheetFault> faults;  // of whole sheets: columns that are missing
};

/// A unit to be opened: under one that is there, or under another new one, which stands before it.
struct PlannedUnit {
    Unit wanted;  // without id, number and path; with `parent` when that is there already
    std::optional<std::size_t> new_parent;  // among the planned ones
};
struct PlannedPerson {
    Person wanted;   // without id; with `unit` when that is there already
    PostTerms post;  // with a title when the person comes with a post
    std::optional<std::size_t> new_unit;
};

struct UnitImport {
    std::vector<PlannedUnit> units;
    std::vector<PlannedPerson> persons;
    std::vector<SheetFault> faults, notes;
    std::vector<std::size_t> bad_units, bad_persons;  // places in the sheets, ascending
};

/// What an import meets: open units within the actor's scope, and all persons of them.
struct UnitsThere {
    std::vector<Unit> units;
    std::vector<Person> persons;
    std::vector<Post> heads;  // who heads a unit today
    base::Date today;
    bool whole_tree = true;  // a new unit may stand at the top
};

/// Rows of faults are left out of the plan, and with them the rows that stand on them.
[[nodiscard]] UnitImport plan_unit_import(const UnitSheets& sheets, const UnitsThere& there);

/// The kind by its word or its name, however wide it is written; 党委 …
[[nodiscard]] std::optional<UnitKind> unit_kind_in_words(std::string_view words);

}  // namespace accounts
