#include "supervision/check_store.hpp"

#include <algorithm>
#include <map>

#include "db/conditions.hpp"

namespace supervision {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO site_check (id, programme_id, kind, subject, begins_on, ends_on, announced, state,
                        planned_by_name, reason, conclusion, concluded_by_name, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', '', $10))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE site_check SET kind = $3, subject = $4, begins_on = $5, ends_on = $6, announced = $7,
                      state = $8, reason = $9, conclusion = $10, concluded_by_name = $11,
                      concluded_at = $12, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view touch_sql =
    "UPDATE site_check SET version = $2 + 1 WHERE id = $1 AND version = $2";
constexpr std::string_view delete_members = "DELETE FROM site_check_member WHERE check_id = $1";
constexpr std::string_view insert_member = R"sql(
INSERT INTO site_check_member (check_id, position, name, person_id, leads)
VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view select_members = R"sql(
SELECT m.check_id, m.name, m.person_id, m.leads FROM site_check_member m)sql";
constexpr std::string_view delete_units = "DELETE FROM site_check_unit WHERE check_id = $1";
constexpr std::string_view insert_unit =
    "INSERT INTO site_check_unit (check_id, position, unit_id) VALUES ($1, $2, $3)";
constexpr std::string_view select_units = R"sql(
SELECT v.check_id, v.unit_id, u.name FROM site_check_unit v JOIN unit u ON u.id = v.unit_id)sql";
constexpr std::string_view delete_items = "DELETE FROM site_check_item WHERE check_id = $1";
constexpr std::string_view insert_item =
    "INSERT INTO site_check_item (check_id, position, text) VALUES ($1, $2, $3)";
constexpr std::string_view select_items =
    "SELECT text FROM site_check_item WHERE check_id = $1 ORDER BY position";

constexpr std::string_view select_checks = R"sql(
SELECT n.id, n.programme_id, g.title, n.kind, n.subject, n.begins_on, n.ends_on, n.announced,
       n.state, n.planned_by_name, n.reason, n.conclusion, n.concluded_by_name, n.concluded_at,
       n.version)sql";
constexpr std::string_view from_checks = R"sql(
FROM site_check n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id)sql";
// A finding is any result but genuine; '' stands where nothing was filled in. Calling to account
// comes beside something else, so that no figure tells of it.
constexpr std::string_view select_figures = R"sql(
SELECT k.check_id, count(*), count(*) FILTER (WHERE k.result <> ''),
       count(*) FILTER (WHERE k.result NOT IN ('', 'genuine')),
       count(*) FILTER (WHERE k.result NOT IN ('', 'genuine')
           AND NOT EXISTS (SELECT 1 FROM check_consequence c
                           WHERE c.row_id = k.id AND c.kind <> 'accountability'))
FROM check_row k)sql";
constexpr std::string_view has_undecided = R"sql(
EXISTS (SELECT 1 FROM check_row k WHERE k.check_id = n.id AND k.result NOT IN ('', 'genuine')
          AND NOT EXISTS (SELECT 1 FROM check_consequence c
                          WHERE c.row_id = k.id AND c.kind <> 'accountability')))sql";
constexpr std::string_view count_visits = R"sql(
SELECT v.unit_id, vu.name, vu.path, count(*)
FROM site_check_unit v JOIN unit vu ON vu.id = v.unit_id WHERE v.check_id IN (SELECT n.id)sql";
constexpr std::string_view count_rows = R"sql(
SELECT k.unit_id, ku.name, ku.path, count(*),
       count(*) FILTER (WHERE k.result <> 'genuine'), count(*) FILTER (WHERE k.result = 'paper')
FROM check_row k JOIN unit ku ON ku.id = k.unit_id WHERE k.check_id IN (SELECT n.id)sql";

Check check_in(const db::Row& row) {
    Check one;
    one.id = row.id<CheckId>(0);
    one.programme = row.id<base::ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.terms.kind = check_kind_of(row.text(3)).value_or(CheckKind::site_check);
    one.terms.subject = row.string(4);
    one.terms.begins_on = row.date(5);
    one.terms.ends_on = row.date(6);
    one.announced = row.boolean(7);
    one.state = check_state_of(row.text(8)).value_or(CheckState::cancelled);
    one.planned_by = row.string(9);
    one.reason = row.string(10);
    one.conclusion = row.opened(11, "site_check.conclusion", one.id);
    one.concluded_by = row.string(12);
    one.concluded_at = row.optional_instant(13);
    one.version = row.integer(14);
    return one;
}

/// The unit at `path` (a column) lies within a part of the scope, or above it.
std::string near(Conditions& where, std::string_view path, const base::ScopePart& part) {
    const auto below = where.place_for(where.keep(part.unit_path + "%"));
    const auto own = where.place_for(where.keep(part.unit_path));
    return std::string(path) + " LIKE " + below + " OR " + own + " LIKE " + std::string(path) +
           " || '%'";
}

void add_in_sight(Conditions& where, const base::Actor& actor) {
    const auto& scope = actor.scope;
    if (!scope.withheld().empty()) where.add("(g.guards & ", scope.withheld().bits(), ") = 0");
    const bool reviews = actor.may(base::Act::review);
    if (!reviews) where.add_fixed("(n.announced = 1 OR n.state = 'concluded')");
    if (scope.every_row()) return;
    std::string any;
    for (const auto& part : scope.parts) {
        any += any.empty() ? "((" : " OR (";
        if (part.programme) any += "n.programme_id = " + where.place_for(*part.programme) + " AND ";
        any += "(" + std::string("u.path LIKE ") +
               where.place_for(where.keep(part.unit_path + "%")) +
               " OR EXISTS (SELECT 1 FROM site_check_unit v JOIN unit vu ON vu.id = v.unit_id "
               "WHERE v.check_id = n.id AND (" +
               near(where, "vu.path", part) + "))))";
    }
    where.add_fixed(any.empty() ? "1 = 0" : any + ")");
}

void save_lists(db::Transaction& transaction, const Check& check) {
    for (const auto sql : {delete_members, delete_units, delete_items})
        transaction.execute(sql, {check.id});
    std::int64_t position = 0;
    for (const auto& one : check.terms.team)
        transaction.execute(insert_member, {check.id, position++, one.name, one.person, one.leads});
    position = 0;
    for (const auto& one : check.terms.units)
        transaction.execute(insert_unit, {check.id, position++, one.unit});
    position = 0;
    for (const auto& item : check.terms.items)
        transaction.execute(insert_item, {check.id, position++, item});
}

/// Two statements, however many checks.
void load_teams_and_units(db::Transaction& transaction, std::vector<Check>& checks) {
    if (checks.empty()) return;
    std::map<CheckId, CheckTerms*> terms;
    std::vector<CheckId> ids;
    for (auto& one : checks) {
        terms[one.id] = &one.terms;
        ids.push_back(one.id);
    }
    const auto each = [&](std::string_view select, std::string_view table, auto add) {
        Conditions where;
        where.add_one_of(std::string(table) + ".check_id", ids);
        const auto sql =
            std::string(select) + where.text() + "\nORDER BY " + std::string(table) + ".position";
        transaction.run(sql, std::span(where.values()),
                        [&](const db::Row& row) { add(*terms.at(row.id<CheckId>(0)), row); });
    };
    each(select_members, "m", [](CheckTerms& one, const db::Row& row) {
        one.team.push_back({row.string(1), row.optional_id<base::PersonId>(2), row.boolean(3)});
    });
    each(select_units, "v", [](CheckTerms& one, const db::Row& row) {
        one.units.push_back({row.id<base::UnitId>(1), row.string(2)});
    });
}

std::map<CheckId, CheckFigures> figures_of_all(db::Transaction& transaction,
                                               const std::vector<CheckId>& checks) {
    std::map<CheckId, CheckFigures> figures;
    if (checks.empty()) return figures;
    Conditions where;
    where.add_one_of("k.check_id", checks);
    const auto sql = std::string(select_figures) + where.text() + "\nGROUP BY k.check_id";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        figures[row.id<CheckId>(0)] = {row.integer(1), row.integer(2), row.integer(3),
                                       row.integer(4)};
    });
    return figures;
}

/// Four statements, however many checks.
std::vector<CheckBrief> briefs(db::Transaction& transaction, const Conditions& where,
                               std::string_view rest, const base::Actor& actor) {
    const auto sql = std::string(select_checks) + std::string(from_checks) + std::string(rest);
    auto checks = db::all(transaction, sql, where, check_in);
    load_teams_and_units(transaction, checks);
    std::vector<CheckId> open;
    for (const auto& one : checks)
        if (sees_inside(one, actor)) open.push_back(one.id);
    auto figures = figures_of_all(transaction, open);
    std::vector<CheckBrief> found;
    for (auto& one : checks) {
        const auto id = one.id;
        found.push_back({std::move(one), figures[id]});
    }
    return found;
}

base::Error changed_meanwhile() {
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
}

}  // namespace

void insert_check(db::Transaction& transaction, const Check& check) {
    const auto& terms = check.terms;
    transaction.execute(insert_sql, {check.id, check.programme, name_of(terms.kind), terms.subject,
                                     terms.begins_on, terms.ends_on, check.announced,
                                     name_of(check.state), check.planned_by, check.version});
    save_lists(transaction, check);
}

base::Result<void> save_check(db::Transaction& transaction, const Check& check) {
    const auto& terms = check.terms;
    const auto conclusion = transaction.sealed(check.conclusion, "site_check.conclusion", check.id);
    const auto changed = transaction.execute(
        update_sql, {check.id, check.version, name_of(terms.kind), terms.subject, terms.begins_on,
                     terms.ends_on, check.announced, name_of(check.state), check.reason, conclusion,
                     check.concluded_by, check.concluded_at});
    if (changed == 0) return changed_meanwhile();
    save_lists(transaction, check);
    return {};
}

base::Result<void> touch_check(db::Transaction& transaction, const Check& check) {
    if (transaction.execute(touch_sql, {check.id, check.version}) == 0) return changed_meanwhile();
    return {};
}

std::optional<Check> find_check(db::Transaction& transaction, CheckId id,
                                const base::Actor& actor) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, actor);
    const auto sql = std::string(select_checks) + std::string(from_checks) + where.text();
    auto found = db::all(transaction, sql, where, check_in);
    if (found.empty()) return std::nullopt;
    load_teams_and_units(transaction, found);
    found.front().terms.items =
        transaction.all(select_items, {id}, [](const db::Row& row) { return row.string(0); });
    return std::move(found.front());
}

CheckFigures figures_of(db::Transaction& transaction, CheckId id) {
    return figures_of_all(transaction, {id})[id];
}

CheckPage list_checks(db::Transaction& transaction, const CheckFilter& filter,
                      const base::Actor& actor) {
    Conditions where;
    where.add("n.programme_id = ", filter.programme);
    if (filter.state) where.add("n.state = ", name_of(*filter.state));
    add_in_sight(where, actor);
    CheckPage page;
    const auto count = "SELECT count(*)" + std::string(from_checks) + where.text();
    page.total = db::first(transaction, count, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = briefs(transaction, where,
                       where.text() + "\nORDER BY n.begins_on DESC, n.id DESC LIMIT " + limit +
                           " OFFSET " + offset,
                       actor);
    return page;
}

std::vector<CheckBrief> list_own_checks(db::Transaction& transaction, const base::Actor& actor) {
    Conditions where;
    where.add_fixed("n.state IN ('planned', 'under_way')");
    add_in_sight(where, actor);
    std::string own;
    if (actor.may(base::Act::review))
        own = "n.id IN (SELECT m.check_id FROM site_check_member m WHERE m.person_id = " +
              where.place_for(actor.person) + ")";
    else
        own =
            "n.announced = 1 AND n.id IN (SELECT v.check_id FROM site_check_unit v "
            "WHERE v.unit_id = " +
            where.place_for(actor.unit) + ")";
    if (actor.may(base::Act::review) && actor.may(base::Act::edit_ledger))
        own += " OR (n.state = 'under_way' AND " + std::string(has_undecided) + ")";
    where.add_fixed("(" + own + ")");
    return briefs(transaction, where, where.text() + "\nORDER BY n.begins_on, n.id LIMIT 50",
                  actor);
}

std::vector<UnitCounts> count_checks(db::Transaction& transaction, base::ProgrammeId programme,
                                     const base::Actor& actor) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    where.add_fixed("n.state = 'concluded'");
    add_in_sight(where, actor);
    const auto among = std::string(from_checks) + where.text() + ")";
    std::vector<UnitCounts> found;
    const auto count = [&](const db::Row& row, auto add) {
        if (!actor.scope.covers(row.text(2), programme)) return;
        const auto unit = row.id<base::UnitId>(0);
        auto at = std::find_if(found.begin(), found.end(),
                               [&](const UnitCounts& one) { return one.unit == unit; });
        if (at == found.end()) at = found.insert(at, UnitCounts{unit, row.string(1)});
        add(*at);
    };
    transaction.run(std::string(count_visits) + among + "\nGROUP BY v.unit_id, vu.name, vu.path",
                    std::span(where.values()), [&](const db::Row& row) {
                        count(row, [&](UnitCounts& one) { one.checks = row.integer(3); });
                    });
    transaction.run(std::string(count_rows) + among + "\nGROUP BY k.unit_id, ku.name, ku.path",
                    std::span(where.values()), [&](const db::Row& row) {
                        count(row, [&](UnitCounts& one) {
                            one.rows = row.integer(3);
                            one.findings = row.integer(4);
                            one.paper = row.integer(5);
                        });
                    });
    return found;
}

ledger::SealedSet sealed_checks() {
    return {"site_check", {{"id"}}, {"conclusion"}, "1"};
}

std::vector<ledger::HeldTable> held_checks() {
    constexpr std::string_view to_come = "o.state IN ('planned', 'under_way')";
    ledger::HeldTable visits{"site_check_unit", "unit_id", "site_check",
                             "check_id",        "check",   to_come};
    // That there is one that was not announced, no refusal tells.
    visits.keeps_open = "o.announced = 1";
    visits.label = "'督查“' || o.subject || '”'";
    visits.beside = "check_id";
    const ledger::HeldTable rows{"check_row", "unit_id", "site_check",
                                 "check_id",  "check",   to_come};
    return {visits, rows};
}

}  // namespace supervision
