#include "disclosure/known_store.hpp"

#include <algorithm>
#include <set>

#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "inspections/clue_store.hpp"
#include "inspections/round_store.hpp"

namespace disclosure {
namespace {

constexpr std::int64_t rows_max = 100'000;

bool is_person(ledger::HolderRole role) {
    using ledger::HolderRole;
    return role == HolderRole::lead_leader || role == HolderRole::responsible_leader ||
           role == HolderRole::handler;
}

void add_holders(std::set<std::string>& names, const ledger::Responsibility& responsibility) {
    for (const auto& holder : responsibility)
        if (is_person(holder.role)) names.insert(holder.name);
}

/// Rows behind guards give their texts, every row the names of its holders.
void add_rows(db::Transaction& transaction, const ledger::Programme& programme, base::Date today,
              std::set<std::string>& names, Known& known) {
    ledger::LedgerFilter filter;
    filter.programme = programme.id;
    const auto rows = reports::load_source(transaction, filter, {today, base::unbounded()});
    for (const auto& row : rows.problems) {
        add_holders(names, row.problem.responsibility);
        if (row.problem.guards.has_any(base::subject_guards))
            known.restricted.push_back(row.problem.text);
    }
    for (const auto& row : rows.measures) {
        add_holders(names, row.responsibility);
        if (!row.measure.guards.has_any(base::subject_guards)) continue;
        known.restricted.push_back(row.measure.text);
        known.restricted.push_back(row.measure.last_entry);
    }
}

void add_restricted(db::Transaction& transaction, const ledger::Programme& programme,
                    base::Date today, std::set<std::string>& names, Known& known) {
    inspections::ClueFilter clues;
    clues.programme = programme.id;
    clues.page = {1, rows_max};
    for (const auto& one :
         inspections::list_clues(transaction, clues, base::unbounded(), today).rows) {
        names.insert(one.handing.person);
        known.restricted.push_back(one.handing.matter);
        known.restricted.push_back(one.handling.result_text);
    }
    const supervision::AccountabilityFilter all{programme.id, {}, {}, {1, rows_max}};
    for (const auto& one :
         supervision::list_accountability(transaction, all, base::unbounded()).rows) {
        names.insert(one.person);
        known.restricted.push_back(one.facts);
    }
}

std::int64_t depth_of(std::string_view path) {
    return std::count(path.begin(), path.end(), '/');
}

void add_units(db::Transaction& transaction, const ledger::Programme& programme,
               std::int64_t levels, Known& known) {
    const auto top = accounts::load_unit_path(transaction, programme.inspected_unit);
    if (!top) return;
    accounts::UnitFilter filter;
    filter.which = accounts::WhichUnits::closed_too;
    for (const auto& unit : accounts::list_units(transaction, filter)) {
        if (!unit.path.starts_with(*top)) continue;
        if (depth_of(unit.path) - depth_of(*top) <= levels) continue;
        known.units.push_back(unit.name);
        if (!unit.short_name.empty()) known.units.push_back(unit.short_name);
    }
}

}  // namespace

Known load_known(db::Transaction& transaction, const ledger::Programme& programme,
                 std::int64_t levels, base::Date today) {
    Known known;
    std::set<std::string> names;
    for (const auto& person : accounts::list_persons(transaction, {})) names.insert(person.name);
    add_rows(transaction, programme, today, names, known);
    add_restricted(transaction, programme, today, names, known);
    known.persons.assign(names.begin(), names.end());
    add_units(transaction, programme, levels, known);
    return known;
}

OutlineSource load_outline_source(db::Transaction& transaction, const ledger::Programme& programme,
                                  base::Date today) {
    // The mark of the programme keeps nothing back here: who is not cleared does not get this far.
    auto scope = base::Scope::everything();
    scope.cleared = base::mark_guards;
    ledger::LedgerFilter filter;
    filter.programme = programme.id;
    OutlineSource source;
    source.rows = {programme.title,
                   programme.inspected_unit_name,
                   reports::load_source(transaction, filter, {today, scope}),
                   {},
                   today};
    source.inspection = programme.inspection;
    source.feedback_on = programme.feedback_on;
    if (const auto unit = inspections::find_unit(transaction, programme.inspection.id,
                                                 programme.inspected_unit, base::unbounded())) {
        source.inspected_from = unit->days.begins_on;
        source.inspected_to = unit->days.ends_on;
    }
    source.regulations = regulations::count_regulations(transaction, programme.id, {today, scope});
    return source;
}

}  // namespace disclosure
