#include "inspections/clue_store.hpp"

#include "ledger/scope_store.hpp"

namespace inspections {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO clue (id, programme_id, number, unit_id, mark, source, person, matter, receiver,
                  receiver_name, handed_on, months, due_on, handler, way, result, result_text,
                  recorded_by_name, recorded_at, revoked_by_name, revocation, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', '', '', $14, $15, '', '',
        $16))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE clue SET handler = $3, way = $4, result = $5, result_text = $6, concluded_on = $7,
                returned_on = $8, revoked_by_name = $9, revoked_at = $10, revocation = $11,
                version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM clue WHERE programme_id = $1";

// n, a clue, with its unit and its programme.
constexpr std::string_view from_clues = R"sql(
FROM clue n JOIN unit u ON u.id = n.unit_id JOIN programme g ON g.id = n.programme_id)sql";
constexpr std::string_view select_clues = R"sql(
SELECT n.id, n.programme_id, g.title, n.number, n.unit_id, u.name, n.mark, n.source, n.person,
       n.matter, n.receiver, n.receiver_name, n.handed_on, n.months, n.handler, n.way, n.result,
       n.result_text, n.concluded_on, n.returned_on, n.recorded_by_name, n.recorded_at,
       n.revoked_by_name, n.revoked_at, n.revocation, n.version)sql";
constexpr std::string_view is_open = "n.returned_on IS NULL AND n.revoked_at IS NULL";

Handling handling_in(const db::Row& row, const ClueId& id) {
    return {row.opened(14, "clue.handler", id),
            way_of(row.text(15)).value_or(Way::other),
            clue_result_of(row.text(16)).value_or(ClueResult::other),
            row.opened(17, "clue.result_text", id),
            row.optional_date(18),
            row.optional_date(19)};
}

Clue clue_in(const db::Row& row) {
    Clue one;
    one.id = row.id<ClueId>(0);
    one.programme = row.id<base::ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.handing.unit = row.id<base::UnitId>(4);
    one.unit_name = row.string(5);
    one.handing.mark = row.string(6);
    one.handing.source = row.opened(7, "clue.source", one.id);
    one.handing.person = row.opened(8, "clue.person", one.id);
    one.handing.matter = row.opened(9, "clue.matter", one.id);
    one.handing.receiver = receiver_of(row.text(10)).value_or(Receiver::other);
    one.handing.receiver_name = row.string(11);
    one.handing.handed_on = row.date(12);
    one.handing.months = static_cast<int>(row.integer(13));
    one.handling = handling_in(row, one.id);
    one.recorded_by = row.string(20);
    one.recorded_at = row.instant(21);
    if (const auto at = row.optional_instant(23))
        one.revoked = Revoked{row.string(22), row.opened(24, "clue.revocation", one.id), *at};
    one.version = row.integer(25);
    return one;
}

void add_in_sight(Conditions& where, const base::Scope& scope) {
    ledger::add_addressed_in_scope(where, scope);
    where.add("(g.guards & ", scope.withheld().bits(), ") = 0");
}

}  // namespace

void insert_clue(db::Transaction& transaction, const Clue& one) {
    const auto kept = [&](std::string_view text, std::string_view field) {
        return transaction.sealed(text, field, one.id);
    };
    const auto& handing = one.handing;
    const auto source = kept(handing.source, "clue.source");
    const auto person = kept(handing.person, "clue.person");
    const auto matter = kept(handing.matter, "clue.matter");
    transaction.execute(
        insert_sql,
        {one.id, one.programme, one.number, handing.unit, handing.mark, source, person, matter,
         name_of(handing.receiver), handing.receiver_name, handing.handed_on, handing.months,
         due_on(handing), one.recorded_by, one.recorded_at, one.version});
}

base::Result<void> save_clue(db::Transaction& transaction, const Clue& one) {
    const auto kept = [&](std::string_view text, std::string_view field) {
        return transaction.sealed(text, field, one.id);
    };
    const auto& handling = one.handling;
    const auto handler = kept(handling.handler, "clue.handler");
    const auto text = kept(handling.result_text, "clue.result_text");
    const auto revoked = one.revoked.value_or(Revoked{});
    const auto reason = kept(revoked.reason, "clue.revocation");
    const auto at = one.revoked ? std::optional(revoked.at) : std::nullopt;
    if (transaction.execute(update_sql, {one.id, one.version, handler, name_of(handling.way),
                                         name_of(handling.result), text, handling.concluded_on,
                                         handling.returned_on, revoked.by, at, reason}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::int64_t load_last_clue_number(db::Transaction& transaction, base::ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<Clue> find_clue(db::Transaction& transaction, ClueId id, const base::Scope& scope) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, scope);
    const auto sql = std::string(select_clues) + std::string(from_clues) + where.text();
    return db::first(transaction, sql, where, clue_in);
}

CluePage list_clues(db::Transaction& transaction, const ClueFilter& filter,
                    const base::Scope& scope, base::Date today) {
    CluePage page;
    Conditions where;
    if (filter.programme) where.add("n.programme_id = ", *filter.programme);
    if (filter.which != WhichClues::all) where.add_fixed(is_open);
    if (filter.which == WhichClues::overdue) where.add("n.due_on < ", today);
    if (filter.result) where.add("n.result = ", name_of(*filter.result));
    add_in_sight(where, scope);
    const auto from = std::string(from_clues) + where.text();
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = db::all(
        transaction,
        std::string(select_clues) + from + "\nORDER BY CASE WHEN " + std::string(is_open) +
            " THEN 0 ELSE 1 END, n.due_on, n.number, n.id LIMIT " + limit + " OFFSET " + offset,
        where, clue_in);
    return page;
}

std::vector<ResultCount> count_results(db::Transaction& transaction, base::ProgrammeId programme,
                                       const base::Scope& scope) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    where.add_fixed("n.revoked_at IS NULL");
    add_in_sight(where, scope);
    const auto sql = "SELECT n.result, count(*)" + std::string(from_clues) + where.text() +
                     "\nGROUP BY n.result";
    std::vector<ResultCount> found;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        if (const auto result = clue_result_of(row.text(0)))
            found.push_back({*result, row.integer(1)});
    });
    return found;
}

ledger::SealedSet sealed_clues() {
    return {"clue",
            {{"id"}},
            {"source", "person", "matter", "handler", "result_text", "revocation"},
            "1"};
}

}  // namespace inspections
