#include "bodies/body_store.hpp"

#include "db/conditions.hpp"

namespace bodies {
namespace {

constexpr std::string_view insert_body_sql = R"sql(
INSERT INTO body (id, programme_id, kind, name, unit_id, duties, formed_on, dissolved_on, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view update_body_sql = R"sql(
UPDATE body SET kind = $3, name = $4, unit_id = $5, duties = $6, formed_on = $7, dissolved_on = $8,
                version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view insert_member = R"sql(
INSERT INTO body_member (body_id, position, role, name, post, person_id, unit_id, duties, from_on,
                         until_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view insert_portfolio =
    "INSERT INTO body_portfolio (body_id, position, unit_id) VALUES ($1, $2, $3)";
constexpr std::string_view delete_portfolios = "DELETE FROM body_portfolio WHERE body_id = $1";
constexpr std::string_view delete_members = "DELETE FROM body_member WHERE body_id = $1";
constexpr std::string_view delete_body_sql = "DELETE FROM body WHERE id = $1";

constexpr std::string_view select_bodies = R"sql(
SELECT b.id, b.programme_id, b.kind, b.name, b.unit_id, u.name, b.duties, b.formed_on,
       b.dissolved_on, b.version
FROM body b LEFT JOIN unit u ON u.id = b.unit_id)sql";
constexpr std::string_view select_members = R"sql(
SELECT m.body_id, m.position, m.role, m.name, m.post, m.person_id, m.unit_id, u.name, m.duties,
       m.from_on, m.until_on
FROM body b JOIN body_member m ON m.body_id = b.id LEFT JOIN unit u ON u.id = m.unit_id)sql";
constexpr std::string_view select_portfolios = R"sql(
SELECT f.body_id, f.position, f.unit_id, u.name
FROM body b JOIN body_portfolio f ON f.body_id = b.id JOIN unit u ON u.id = f.unit_id)sql";
constexpr std::string_view select_portfolio_paths = R"sql(
SELECT DISTINCT u.id, u.path
FROM body b JOIN body_portfolio f ON f.body_id = b.id JOIN unit u ON u.id = f.unit_id
WHERE b.programme_id = $1)sql";
constexpr std::string_view by_kind = R"sql(
ORDER BY CASE WHEN b.dissolved_on IS NULL THEN 0 ELSE 1 END,
         CASE b.kind WHEN 'leading_group' THEN 0 WHEN 'office' THEN 1
                     WHEN 'supervision_team' THEN 2 ELSE 3 END, b.id)sql";
constexpr std::string_view by_position = "\nORDER BY b.id, m.position";
constexpr std::string_view by_unit = "\nORDER BY b.id, f.position, u.number";

std::optional<UnitRef> unit_in(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return UnitRef{row.id<base::UnitId>(column), row.string(column + 1)};
}

Body body_in(const db::Row& row) {
    Body body;
    body.id = row.id<BodyId>(0);
    body.programme = row.id<ProgrammeId>(1);
    body.terms.kind = body_kind_of(row.text(2)).value_or(BodyKind::other);
    body.terms.name = row.string(3);
    body.terms.unit = unit_in(row, 4);
    body.terms.duties = row.string(6);
    body.terms.formed_on = row.optional_date(7);
    body.terms.dissolved_on = row.optional_date(8);
    body.version = row.integer(9);
    return body;
}

Member member_in(const db::Row& row) {
    Member member;
    member.role = member_role_of(row.text(2)).value_or(MemberRole::member);
    member.name = row.string(3);
    member.post = row.string(4);
    member.person = row.optional_id<base::PersonId>(5);
    member.unit = unit_in(row, 6);
    member.duties = row.string(8);
    member.from_on = row.optional_date(9);
    member.until_on = row.optional_date(10);
    return member;
}

/// The bodies of a condition over `b`, in three statements however many there are.
std::vector<Body> all_of(db::Transaction& transaction, const db::Conditions& where) {
    const auto with = [&](std::string_view select, std::string_view order) {
        return std::string(select) + where.text() + std::string(order);
    };
    auto bodies = db::all(transaction, with(select_bodies, by_kind), where, body_in);
    std::map<BodyId, Body*> by_id;
    for (auto& body : bodies) by_id[body.id] = &body;
    transaction.run(with(select_members, by_position), std::span(where.values()),
                    [&](const db::Row& row) {
                        by_id.at(row.id<BodyId>(0))->terms.members.push_back(member_in(row));
                    });
    transaction.run(with(select_portfolios, by_unit), std::span(where.values()),
                    [&](const db::Row& row) {
                        auto& members = by_id.at(row.id<BodyId>(0))->terms.members;
                        auto& member = members.at(static_cast<std::size_t>(row.integer(1)));
                        member.portfolio.push_back(*unit_in(row, 2));
                    });
    return bodies;
}

std::optional<base::UnitId> id_of(const std::optional<UnitRef>& unit) {
    return unit ? std::optional(unit->id) : std::nullopt;
}

void insert_members(db::Transaction& transaction, const Body& body) {
    std::int64_t position = 0;
    for (const auto& one : body.terms.members) {
        transaction.execute(insert_member,
                            {body.id, position, name_of(one.role), one.name, one.post, one.person,
                             id_of(one.unit), one.duties, one.from_on, one.until_on});
        for (const auto& unit : one.portfolio)
            transaction.execute(insert_portfolio, {body.id, position, unit.id});
        ++position;
    }
}

void delete_all_members(db::Transaction& transaction, BodyId id) {
    transaction.execute(delete_portfolios, {id});
    transaction.execute(delete_members, {id});
}

}  // namespace

void insert_body(db::Transaction& transaction, const Body& body) {
    const auto& terms = body.terms;
    transaction.execute(insert_body_sql, {body.id, body.programme, name_of(terms.kind), terms.name,
                                          id_of(terms.unit), terms.duties, terms.formed_on,
                                          terms.dissolved_on, body.version});
    insert_members(transaction, body);
}

base::Result<void> save_body(db::Transaction& transaction, const Body& body) {
    const auto& terms = body.terms;
    const auto changed = transaction.execute(
        update_body_sql, {body.id, body.version, name_of(terms.kind), terms.name, id_of(terms.unit),
                          terms.duties, terms.formed_on, terms.dissolved_on});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    delete_all_members(transaction, body.id);
    insert_members(transaction, body);
    return {};
}

void delete_body(db::Transaction& transaction, BodyId id) {
    delete_all_members(transaction, id);
    transaction.execute(delete_body_sql, {id});
}

std::optional<Body> find_body(db::Transaction& transaction, BodyId id) {
    db::Conditions where;
    where.add("b.id = ", id);
    auto found = all_of(transaction, where);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Body> list_bodies(db::Transaction& transaction, ProgrammeId programme) {
    db::Conditions where;
    where.add("b.programme_id = ", programme);
    return all_of(transaction, where);
}

std::map<base::UnitId, std::string> list_portfolio_paths(db::Transaction& transaction,
                                                         ProgrammeId programme) {
    std::map<base::UnitId, std::string> paths;
    transaction.each(select_portfolio_paths, {programme}, [&](const db::Row& row) {
        paths.emplace(row.id<base::UnitId>(0), row.string(1));
    });
    return paths;
}

std::vector<ledger::HeldTable> held_bodies() {
    constexpr std::string_view standing = "o.dissolved_on IS NULL";
    ledger::HeldTable seat{"body", "unit_id", "body", "id", "body", standing};
    ledger::HeldTable members{"body_member", "unit_id", "body", "body_id", "body", standing};
    members.rows = "x.until_on IS NULL";
    members.name = "name";
    ledger::HeldTable portfolios{"body_portfolio", "unit_id", "body", "body_id", "body", standing};
    portfolios.beside = "body_id position";
    return {seat, members, portfolios};
}

}  // namespace bodies
