#include "ledger/ledger_filter_store.hpp"

#include <array>

#include "ledger/scope_store.hpp"
#include "ledger/waiting_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

/// What differs between the two levels.
struct Level {
    std::string_view finished;  // condition under which a row is no longer near or overdue
    std::string_view words;     // rows whose text has the words #
    std::string_view kind_column;
    std::string_view held_by;  // begins the condition on the units that hold the row
};

constexpr Level measure_level{
    "r.status <> 'done'",
    "(lower(r.text) LIKE '%' || # || '%' ESCAPE '\\' OR r.problem_id IN (SELECT id FROM problem "
    "WHERE "
    "lower(text) LIKE '%' || # || '%' ESCAPE '\\'))",
    "r.kind", "r.id IN (SELECT measure_id FROM measure_unit WHERE unit_id IN ("};

constexpr Level problem_level{"r.status <> 'struck_off'",
                              "lower(r.text) LIKE '%' || # || '%' ESCAPE '\\'", "r.deadline_kind",
                              "r.id IN (SELECT problem_id FROM problem_unit WHERE unit_id IN ("};

void add_tier(Conditions& where, const Level& level, Tier tier, base::Date today) {
    const auto near = base::add_days(today, due_soon_days);
    where.add_fixed(level.finished);
    if (tier == Tier::overdue) where.add("r.due_on < ", today);
    if (tier == Tier::due_soon) {
        where.add("r.due_on >= ", today);
        where.add("r.due_on <= ", near);
    }
    if (tier == Tier::on_time) where.add("r.due_on > ", near);
}

void add_holders(Conditions& where, const Level& level, const std::vector<base::UnitId>& units) {
    if (units.empty()) return;
    std::string places;
    for (const auto& unit : units) places += (places.empty() ? "" : ", ") + where.place_for(unit);
    where.add_fixed(std::string(level.held_by) + places + "))");
}

const Level& level_of(View view) {
    return view == View::measures ? measure_level : problem_level;
}

// By GroupBy.
constexpr std::array<std::string_view, 5> group_columns{"r.area_id", "r.unit_label",
                                                        "r.leader_label", "r.status",
                                                        "coalesce(substr(r.due_on, 1, 7), '')"};

}  // namespace

std::string_view group_column(GroupBy by) {
    return group_columns[static_cast<std::size_t>(by)];
}

std::string overdue_before(View view) {
    return std::string(level_of(view).finished) + " AND r.due_on < ";
}

void add_conditions(Conditions& where, const Asked& asked, View view) {
    const auto& level = level_of(view);
    const auto& [filter, viewpoint, pattern] = asked;
    if (filter.programme) where.add("r.programme_id = ", *filter.programme);
    if (filter.area) where.add("r.area_id = ", *filter.area);
    where.add_one_of("r.status", filter.statuses);
    std::vector<std::string_view> kinds;
    for (const auto kind : filter.kinds) kinds.push_back(name_of(kind));
    where.add_one_of(level.kind_column, kinds);
    if (filter.due_from) where.add("r.due_on >= ", *filter.due_from);
    if (filter.due_to) where.add("r.due_on <= ", *filter.due_to);
    if (filter.tier) add_tier(where, level, *filter.tier, viewpoint.today);
    if (!filter.unit_path.empty()) add_rows_below(where, filter.unit_path);
    add_rows_in_scope(where, viewpoint.scope);
    add_holders(where, level, filter.held_by);
    if (filter.number) where.add("r.number = ", *filter.number);
    if (filter.group)
        where.add(std::string(group_column(filter.group->by)) + " = ", filter.group->key);
    if (filter.waiting) add_waiting(where, view, *filter.waiting, filter.asked_by, viewpoint.today);
    if (!filter.words.empty()) where.add_repeated(level.words, "#", pattern);
}

Conditions conditions_of(const Asked& asked, View view) {
    Conditions where;
    add_conditions(where, asked, view);
    return where;
}

}  // namespace ledger
