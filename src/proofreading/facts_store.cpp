#include "proofreading/facts_store.hpp"

#include <algorithm>
#include <set>

#include "accounts/unit_store.hpp"

namespace proofreading {
namespace {

constexpr std::string_view holding_units_sql = R"sql(
SELECT unit_id FROM problem_unit WHERE programme_id = $1
UNION
SELECT unit_id FROM measure_unit WHERE programme_id = $1)sql";
constexpr std::int64_t programmes_max = 200;

std::set<base::UnitId> list_holding_units(db::Transaction& transaction, base::ProgrammeId id) {
    std::set<base::UnitId> units;
    for (const auto unit : transaction.all(
             holding_units_sql, {id}, [](const db::Row& row) { return row.id<base::UnitId>(0); }))
        units.insert(unit);
    return units;
}

/// Those that hold rows, those above them and the unit under inspection; and the others.
void part_units(db::Transaction& transaction, const ledger::Programme& programme, Facts& facts) {
    auto holding = list_holding_units(transaction, programme.id);
    holding.insert(programme.inspected_unit);
    const auto all = accounts::list_units(transaction, {});
    std::vector<std::string_view> paths;
    for (const auto& unit : all)
        if (holding.contains(unit.id)) paths.push_back(unit.path);
    for (const auto& unit : all) {
        const bool own = std::any_of(paths.begin(), paths.end(), [&](std::string_view path) {
            return path.starts_with(unit.path);
        });
        (own ? facts.own_units : facts.other_units).push_back(unit.name);
        if (own && !unit.short_name.empty()) facts.own_units.push_back(unit.short_name);
    }
}

}  // namespace

Facts load_facts(db::Transaction& transaction, const ledger::Programme& programme,
                 const ledger::Viewpoint& viewpoint) {
    Facts facts;
    facts.programme = programme.title;
    facts.inspecting_body = programme.inspection.inspecting_body;
    facts.inspected_unit = programme.inspected_unit_name;
    facts.feedback_on = programme.feedback_on;
    part_units(transaction, programme, facts);
    const auto others =
        ledger::list_programmes(transaction, "", {1, programmes_max}, viewpoint.scope);
    for (const auto& other : others.rows)
        if (other.inspected_unit != programme.inspected_unit)
            facts.other_inspected.push_back(other.inspected_unit_name);
    const auto path = accounts::load_unit_path(transaction, programme.inspected_unit);
    if (path && viewpoint.scope.covers(*path, programme.id)) {
        const auto counts = ledger::count_programme(transaction, programme.id, viewpoint);
        facts.counts =
            Counts{counts.problems, counts.struck_off, counts.measures, counts.measures_done};
    }
    return facts;
}

}  // namespace proofreading
