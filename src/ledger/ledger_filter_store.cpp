#include "ledger/ledger_filter_store.hpp"

#include <algorithm>
#include <tuple>

#include "ledger/scope_store.hpp"
#include "ledger/search_words.hpp"
#include "ledger/waiting_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr ListLevel measure_level{
    "measure",
    "measure.text",
    "r.status <> 'done'",
    "(lower(r.text) LIKE '%' || # || '%' ESCAPE '\\' OR r.problem_id IN (SELECT id FROM problem "
    "WHERE "
    "lower(text) LIKE '%' || # || '%' ESCAPE '\\'))",
    ", p.id, p.text FROM measure r JOIN problem p ON p.id = r.problem_id",
    "r.kind",
    "measure_unit",
    "measure_id",
    {"r.programme_id>, r.area_number>, r.problem_number>, r.number>", "r.due_on> NULLS LAST, r.id>",
     "r.status>, r.due_on>, r.id>", "r.unit_label>, r.id>", "r.updated_at>, r.id>"}};

constexpr ListLevel problem_level{
    "problem",
    "problem.text",
    "r.status <> 'struck_off'",
    "lower(r.text) LIKE '%' || # || '%' ESCAPE '\\'",
    ", r.id, r.text FROM problem r",
    "r.deadline_kind",
    "problem_unit",
    "problem_id",
    {"r.programme_id>, r.area_number>, r.number>", "r.due_on> NULLS LAST, r.id>",
     "r.status>, r.due_on>, r.id>", "r.unit_label>, r.id>", "r.updated_at>, r.id>"}};

void add_tier(Conditions& where, const ListLevel& level, Tier tier, base::Date today) {
    const auto near = base::add_days(today, due_soon_days);
    where.add_fixed(level.finished);
    if (tier == Tier::overdue) where.add("r.due_on < ", today);
    if (tier == Tier::due_soon) {
        where.add("r.due_on >= ", today);
        where.add("r.due_on <= ", near);
    }
    if (tier == Tier::on_time) where.add("r.due_on > ", near);
}

void add_holders(Conditions& where, const ListLevel& level, const LedgerFilter& filter) {
    if (filter.held_by.empty()) return;
    std::string places;
    for (const auto& unit : filter.held_by)
        places += (places.empty() ? "" : ", ") + where.place_for(unit);
    const std::string row(level.unit_row), units(level.units);
    where.add_fixed(filter.few_held ? "r.id IN (SELECT " + row + " FROM " + units +
                                          " WHERE unit_id IN (" + places + "))"
                                    : "EXISTS (SELECT 1 FROM " + units + " h WHERE h." + row +
                                          " = r.id AND h.unit_id IN (" + places + "))");
}

/// All but the words.
void add_rest(Conditions& where, const Asked& asked) {
    const auto& [filter, viewpoint, level] = std::tie(asked.filter, asked.viewpoint, asked.level);
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
    add_holders(where, level, filter);
    if (filter.number) where.add("r.number = ", *filter.number);
    if (filter.group)
        where.add(std::string(group_column(filter.group->by)) + " = ", filter.group->key);
    if (filter.waiting)
        add_waiting(where, asked.view,
                    {*filter.waiting, filter.asked_by, viewpoint.today, filter.few_held});
}

bool may_meet_sealed(const db::Transaction& transaction, const Asked& asked) {
    return transaction.sealer() != nullptr && !asked.filter.words.empty() &&
           !asked.viewpoint.scope.cleared.empty();
}

/// Of guarded rows only the opened texts say whether the words are in them.
std::vector<std::string> ids_of(db::Transaction& transaction, const Asked& asked) {
    const auto& level = asked.level;
    Conditions where;
    add_rest(where, asked);
    where.add_repeated("(r.guards <> 0 OR " + std::string(level.words) + ")", "#", asked.pattern);
    const auto sql =
        "SELECT r.id, r.guards, r.text" + std::string(level.texts) + where.text() + order_of(asked);
    const auto words = lowered(asked.filter.words);
    const auto says = [&](const std::string& text) {
        return lowered(text).find(words) != std::string::npos;
    };
    std::vector<std::string> ids;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        auto id = row.string(0);
        if (row.integer(1) == 0 || says(row.opened(2, level.text_field, id)) ||
            says(row.opened(4, "problem.text", row.text(3))))
            ids.push_back(std::move(id));
    });
    return ids;
}

void add_ids(Conditions& where, const std::vector<std::string>& ids) {
    std::string places;
    for (const auto& id : ids)
        places += (places.empty() ? "" : ", ") + where.place_for(where.keep(id));
    where.add_fixed(places.empty() ? "1 = 0" : "r.id IN (" + places + ")");
}

}  // namespace

// By GroupBy.
constexpr std::array<std::string_view, 5> group_columns{"r.area_id", "r.unit_label",
                                                        "r.leader_label", "r.status",
                                                        "coalesce(substr(r.due_on, 1, 7), '')"};

std::string_view group_column(GroupBy by) {
    return group_columns[static_cast<std::size_t>(by)];
}

std::string overdue_before(View view) {
    return std::string(level_of(view).finished) + " AND r.due_on < ";
}

const ListLevel& level_of(View view) {
    return view == View::measures ? measure_level : problem_level;
}

Asked::Asked(db::Transaction& transaction, const LedgerFilter& asked_filter,
             const Viewpoint& asked_viewpoint, View asked_view)
    : filter(asked_filter),
      viewpoint(asked_viewpoint),
      view(asked_view),
      level(level_of(asked_view)),
      pattern(search_pattern(asked_filter.words)) {
    if (may_meet_sealed(transaction, *this)) ids = ids_of(transaction, *this);
}

std::vector<std::string> Asked::page_ids() const {
    const auto size = static_cast<std::int64_t>(ids->size());
    const auto from = std::min((filter.page.page - 1) * filter.page.page_size, size);
    const auto to = std::min(from + filter.page.page_size, size);
    return {ids->begin() + from, ids->begin() + to};
}

void add_conditions(Conditions& where, const Asked& asked) {
    if (asked.ids) {
        add_ids(where, *asked.ids);
        return;
    }
    add_rest(where, asked);
    if (!asked.filter.words.empty()) where.add_repeated(asked.level.words, "#", asked.pattern);
}

std::string order_of(const Asked& asked) {
    std::string order = "\nORDER BY ";
    for (const char c : asked.level.order[static_cast<std::size_t>(asked.filter.sort)]) {
        if (c != '>')
            order += c;
        else if (asked.filter.order == Order::descending)
            order += " DESC";
    }
    return order;
}

std::string add_page(Conditions& where, const Asked& asked) {
    if (asked.ids) {
        add_ids(where, asked.page_ids());
        return where.take_text() + order_of(asked);
    }
    add_conditions(where, asked);
    const auto& page = asked.filter.page;
    const auto chosen = where.take_text() + order_of(asked);
    return chosen + "\nLIMIT " + where.place_for(page.page_size) + " OFFSET " +
           where.place_for((page.page - 1) * page.page_size);
}

}  // namespace ledger
