#include "inspections/round_store.hpp"

#include "ledger/scope_store.hpp"

namespace inspections {
namespace {

using db::Conditions;

constexpr std::string_view insert_round_sql = R"sql(
INSERT INTO round (id, name, term, leading_office, begins_on, ends_on, version)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view update_round = R"sql(
UPDATE round SET name = $3, term = $4, leading_office = $5, begins_on = $6, ends_on = $7,
                 version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_rounds =
    "SELECT r.id, r.name, r.term, r.leading_office, r.begins_on, r.ends_on, r.version";

constexpr std::string_view insert_team_sql = R"sql(
INSERT INTO inspection (id, round_id, name, kind, inspecting_body, head, members, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view update_team = R"sql(
UPDATE inspection SET name = $3, kind = $4, inspecting_body = $5, head = $6, members = $7,
                      version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_teams = R"sql(
SELECT id, round_id, name, kind, inspecting_body, head, members, version
FROM inspection)sql";
constexpr std::string_view of_round = "\nWHERE round_id = $1 ORDER BY inspecting_body, name, id";
constexpr std::string_view delete_team = R"sql(
DELETE FROM inspection WHERE id = $1
    AND NOT EXISTS (SELECT 1 FROM inspected_unit d WHERE d.inspection_id = $1)
    AND NOT EXISTS (SELECT 1 FROM programme g WHERE g.inspection_id = $1))sql";

// n, a unit that is inspected: registered, or known from its programme; i, the team's task.
constexpr std::string_view from_units = R"sql(
FROM (SELECT d.inspection_id, d.unit_id, NULL AS programme_id FROM inspected_unit d
      WHERE NOT EXISTS (SELECT 1 FROM programme x WHERE x.inspection_id = d.inspection_id
                            AND x.inspected_unit_id = d.unit_id)
      UNION ALL
      SELECT x.inspection_id, x.inspected_unit_id, x.id FROM programme x) n
     JOIN inspection i ON i.id = n.inspection_id
     JOIN unit u ON u.id = n.unit_id
     LEFT JOIN programme g ON g.id = n.programme_id
     LEFT JOIN inspected_unit d ON d.inspection_id = n.inspection_id AND d.unit_id = n.unit_id)sql";
constexpr std::string_view select_units = R"sql(
SELECT n.inspection_id, n.unit_id, u.name, d.begins_on, d.ends_on, g.id, g.title,
       COALESCE((SELECT min(f.delivered_on) FROM feedback f WHERE f.programme_id = g.id),
                g.feedback_on),
       (SELECT count(*) FROM feedback f WHERE f.programme_id = g.id), d.version)sql";
constexpr std::string_view insert_unit = R"sql(
INSERT INTO inspected_unit (inspection_id, unit_id, begins_on, ends_on, version)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT (inspection_id, unit_id) DO NOTHING)sql";
constexpr std::string_view update_unit = R"sql(
UPDATE inspected_unit SET begins_on = $3, ends_on = $4, version = $5
WHERE inspection_id = $1 AND unit_id = $2 AND version = $5 - 1)sql";
constexpr std::string_view delete_unit_sql =
    "DELETE FROM inspected_unit WHERE inspection_id = $1 AND unit_id = $2";
constexpr std::string_view update_programme =
    "UPDATE programme SET inspection_id = $2 WHERE id = $1";

Round round_in(const db::Row& row) {
    return {
        row.id<RoundId>(0),
        {row.string(1), row.string(2), row.string(3), row.optional_date(4), row.optional_date(5)},
        row.integer(6)};
}

Team team_in(const db::Row& row) {
    return {row.id<InspectionId>(0),
            row.id<RoundId>(1),
            {row.string(2),
             ledger::inspection_kind_of(row.text(3)).value_or(ledger::InspectionKind::regular),
             row.string(4), row.string(5), row.string(6)},
            row.integer(7)};
}

InspectedUnit unit_in(const db::Row& row) {
    InspectedUnit one;
    one.inspection = row.id<InspectionId>(0);
    one.unit = row.id<base::UnitId>(1);
    one.unit_name = row.string(2);
    one.days = {row.optional_date(3), row.optional_date(4)};
    if (const auto id = row.optional_id<base::ProgrammeId>(5))
        one.programme = LinkedProgramme{*id, row.string(6)};
    one.feedback_on = row.optional_date(7);
    one.feedback = row.integer(8);
    one.version = row.optional_integer(9).value_or(0);
    return one;
}

void add_in_sight(Conditions& where, const base::Scope& scope) {
    where.add("(COALESCE(g.guards, 0) & ", scope.withheld().bits(), ") = 0");
    ledger::add_addressed_in_scope(where, scope);
}

/// The units in sight of r, a round.
std::string units_of_round(Conditions& where, const base::Scope& scope) {
    where.add_fixed("i.round_id = r.id");
    add_in_sight(where, scope);
    return std::string(from_units) + where.take_text();
}

/// Every value that is placed stands in the statement.
void add_rounds_in_sight(Conditions& where, const base::Actor& actor) {
    if (!why_not_keep(actor)) return;
    const auto units = units_of_round(where, actor.scope);
    where.add_fixed("EXISTS (SELECT 1" + units + ")");
}

base::Error changed_meanwhile() {
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
}

}  // namespace

void insert_round(db::Transaction& transaction, const Round& round) {
    const auto& terms = round.terms;
    transaction.execute(insert_round_sql, {round.id, terms.name, terms.term, terms.leading_office,
                                           terms.begins_on, terms.ends_on, round.version});
}

base::Result<void> save_round(db::Transaction& transaction, const Round& round) {
    const auto& terms = round.terms;
    if (transaction.execute(update_round, {round.id, round.version, terms.name, terms.term,
                                           terms.leading_office, terms.begins_on, terms.ends_on}) ==
        0)
        return changed_meanwhile();
    return {};
}

RoundPage list_rounds(db::Transaction& transaction, const ledger::Page& page,
                      const base::Actor& actor) {
    RoundPage found;
    Conditions in_sight;
    add_rounds_in_sight(in_sight, actor);
    const auto count = "SELECT count(*) FROM round r" + in_sight.text();
    found.total = db::first(transaction, count, in_sight, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    Conditions where;
    const auto units = units_of_round(where, actor.scope);
    add_rounds_in_sight(where, actor);
    const auto from = "\nFROM round r" + where.text();
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    const auto sql = std::string(select_rounds) + ",\n(SELECT count(*)" + units +
                     "),\n(SELECT count(n.programme_id)" + units + ")" + from +
                     "\nORDER BY COALESCE(r.begins_on, '') DESC, r.name DESC LIMIT " + limit +
                     " OFFSET " + offset;
    found.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        return RoundBrief{round_in(row), row.integer(7), row.integer(8)};
    });
    return found;
}

std::optional<Round> find_round(db::Transaction& transaction, RoundId id,
                                const base::Actor& actor) {
    Conditions where;
    add_rounds_in_sight(where, actor);
    where.add("r.id = ", id);
    const auto sql = std::string(select_rounds) + "\nFROM round r" + where.text();
    return db::first(transaction, sql, where, round_in);
}

void insert_team(db::Transaction& transaction, const Team& team) {
    const auto& terms = team.terms;
    transaction.execute(insert_team_sql,
                        {team.id, team.round, terms.name, ledger::name_of(terms.kind),
                         terms.inspecting_body, terms.head, terms.members, team.version});
}

base::Result<void> save_team(db::Transaction& transaction, const Team& team) {
    const auto& terms = team.terms;
    if (transaction.execute(update_team,
                            {team.id, team.version, terms.name, ledger::name_of(terms.kind),
                             terms.inspecting_body, terms.head, terms.members}) == 0)
        return changed_meanwhile();
    return {};
}

std::optional<Team> find_team(db::Transaction& transaction, InspectionId id) {
    return transaction.first(std::string(select_teams) + "\nWHERE id = $1", {id}, team_in);
}

std::vector<Team> list_teams(db::Transaction& transaction, RoundId round) {
    return transaction.all(std::string(select_teams) + std::string(of_round), {round}, team_in);
}

void delete_team_without_units(db::Transaction& transaction, InspectionId id) {
    transaction.execute(delete_team, {id});
}

std::vector<InspectedUnit> list_units(db::Transaction& transaction, RoundId round,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("i.round_id = ", round);
    add_in_sight(where, scope);
    const auto sql = std::string(select_units) + std::string(from_units) + where.text() +
                     "\nORDER BY i.inspecting_body, i.id, COALESCE(d.begins_on, ''), u.name, g.id";
    return db::all(transaction, sql, where, unit_in);
}

std::optional<InspectedUnit> find_unit(db::Transaction& transaction, InspectionId inspection,
                                       base::UnitId unit, const base::Scope& scope) {
    Conditions where;
    where.add("n.inspection_id = ", inspection);
    where.add("n.unit_id = ", unit);
    add_in_sight(where, scope);
    const auto sql =
        std::string(select_units) + std::string(from_units) + where.text() + "\nORDER BY g.id";
    return db::first(transaction, sql, where, unit_in);
}

base::Result<void> save_unit(db::Transaction& transaction, const InspectedUnit& one) {
    const auto& days = one.days;
    const auto sql = one.version == 1 ? insert_unit : update_unit;
    if (transaction.execute(
            sql, {one.inspection, one.unit, days.begins_on, days.ends_on, one.version}) == 0)
        return changed_meanwhile();
    return {};
}

void delete_unit(db::Transaction& transaction, InspectionId inspection, base::UnitId unit) {
    transaction.execute(delete_unit_sql, {inspection, unit});
}

void save_inspection_of(db::Transaction& transaction, base::ProgrammeId programme,
                        InspectionId inspection) {
    transaction.execute(update_programme, {programme, inspection});
}

}  // namespace inspections
