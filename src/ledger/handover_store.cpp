#include "ledger/handover_store.hpp"

#include <map>
#include <sstream>

#include "ledger/fields.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

Handover handover_in(const db::Row& row) {
    Handover one;
    one.id = row.id<HandoverId>(0);
    one.post = row.id<accounts::PostId>(1);
    one.post_title = row.string(2);
    one.post_is_head = row.boolean(3);
    one.unit = row.id<base::UnitId>(4);
    one.unit_name = row.string(5);
    one.unit_path = row.string(6);
    one.giver = {row.id<base::PersonId>(7), row.string(8)};
    if (const auto taker = row.optional_id<base::PersonId>(9))
        one.taker = HandoverPerson{*taker, row.string(10)};
    one.taker_post = row.optional_id<accounts::PostId>(11);
    one.witness_unit = row.string(12);
    one.risk_note = row.string(13);
    one.state = handover_state_of(row.text(14)).value_or(HandoverState::open);
    one.list_digest = row.string(15);
    one.opened_at = row.instant(16);
    one.opened_by = row.id<base::AccountId>(17);
    one.opened_by_name = row.string(18);
    one.due_on = row.date(19);
    one.ended_at = row.optional_instant(20);
    one.version = row.integer(21);
    return one;
}

HandoverSignature signature_in(const db::Row& row) {
    return {handover_part_of(row.text(1)).value_or(HandoverPart::giver),
            row.instant(2),
            row.id<base::AccountId>(3),
            row.string(4),
            row.boolean(5),
            row.date(6),
            row.string(7)};
}

constexpr std::string_view insert_handover_sql = R"sql(
INSERT INTO handover (id, post_id, unit_id, giver_id, taker_id, taker_post_id, witness_unit,
                      risk_note, state, list_digest, opened_at, opened_by, opened_by_name, due_on,
                      ended_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";

constexpr std::string_view save_handover_sql = R"sql(
UPDATE handover SET taker_id = $3, taker_post_id = $4, witness_unit = $5, risk_note = $6,
                    state = $7, list_digest = $8, ended_at = $9, version = $2
WHERE id = $1 AND version = $2 - 1)sql";

constexpr std::string_view insert_signature_sql = R"sql(
INSERT INTO handover_signature (handover_id, part, at, by_account, by_name, on_paper, signed_on,
                                note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (handover_id, part) DO NOTHING)sql";

constexpr std::string_view select_signatures = R"sql(
SELECT handover_id, part, at, by_account, by_name, on_paper, signed_on, note
FROM handover_signature)sql";

// h, a handover, with its post, its unit and the two persons.
constexpr std::string_view from_handovers = R"sql(
FROM handover h JOIN post o ON o.id = h.post_id JOIN unit u ON u.id = h.unit_id
                JOIN person gp ON gp.id = h.giver_id LEFT JOIN person tp ON tp.id = h.taker_id)sql";
constexpr std::string_view select_handovers = R"sql(
SELECT h.id, h.post_id, o.title, o.head, h.unit_id, u.name, u.path, h.giver_id, gp.name,
       h.taker_id, COALESCE(tp.name, ''), h.taker_post_id, h.witness_unit, h.risk_note, h.state,
       h.list_digest, h.opened_at, h.opened_by, h.opened_by_name, h.due_on, h.ended_at,
       h.version)sql";

std::string select_where(const Conditions& where, std::string_view rest = {}) {
    return std::string(select_handovers) + std::string(from_handovers) + where.text() +
           std::string(rest);
}

/// One statement for all of them.
void fill_signatures(db::Transaction& transaction, std::span<Handover> handovers) {
    if (handovers.empty()) return;
    std::map<HandoverId, Handover*> by_id;
    std::vector<HandoverId> ids;
    for (auto& one : handovers) {
        by_id.emplace(one.id, &one);
        ids.push_back(one.id);
    }
    Conditions where;
    where.add_one_of("handover_id", ids);
    const auto sql = std::string(select_signatures) + where.text() + "\nORDER BY at, part";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        by_id.at(row.id<HandoverId>(0))->signatures.push_back(signature_in(row));
    });
}

/// The unit lies within the scope, or the actor is a party.
void add_in_sight(Conditions& where, const base::Actor& actor) {
    if (actor.scope.every_row()) return;
    const auto person = where.place_for(actor.person);
    std::string any = "(h.giver_id = " + person + " OR h.taker_id = " + person;
    for (const auto& part : actor.scope.parts)
        if (!part.unit_path.empty())
            any += " OR u.path LIKE " + where.place_for(where.keep(part.unit_path + "%"));
    where.add_fixed(any + ")");
}

void add_to_sign(Conditions& where, const base::Actor& actor) {
    const auto person = where.place_for(actor.person);
    const auto has = [](std::string_view part) {
        return "EXISTS (SELECT 1 FROM handover_signature s WHERE s.handover_id = h.id AND s.part "
               "= '" +
               std::string(part) + "')";
    };
    std::string any = "h.state = 'open' AND ((h.giver_id = " + person + " AND NOT " + has("giver") +
                      ") OR (h.taker_id = " + person + " AND NOT " + has("taker") + ")";
    if (actor.may(base::Act::review))
        any += " OR (h.giver_id <> " + person + " AND h.taker_id <> " + person +
               " AND h.opened_by <> " + where.place_for(actor.id) + " AND " + has("giver") +
               " AND " + has("taker") + ")";
    where.add_fixed(any + ")");
}

// The rows of a ledger, a problem before its measures, then the tasks; the last column says of a
// task whether it is the person's own.
constexpr std::string_view unfinished_sql = R"sql(
SELECT p.programme_id, 0 AS is_task, p.number AS problem_number, 'problem' AS kind, p.id, p.number,
       p.text, p.status, p.deadline_kind, p.due_on, NULL, p.responsibility, p.guards, 0
FROM problem p
WHERE p.status <> 'struck_off'
  AND (p.responsibility LIKE $1 OR p.id IN (SELECT problem_id FROM problem_unit WHERE unit_id = $2))
UNION ALL
SELECT m.programme_id, 0, m.problem_number, 'measure', m.id, m.number, m.text, m.status, m.kind,
       m.due_on, m.percent,
       CASE WHEN m.responsibility = '' THEN p.responsibility ELSE m.responsibility END, m.guards, 0
FROM measure m JOIN problem p ON p.id = m.problem_id
WHERE p.status <> 'struck_off' AND m.status <> 'done'
  AND (CASE WHEN m.responsibility = '' THEN p.responsibility ELSE m.responsibility END LIKE $1
       OR m.id IN (SELECT measure_id FROM measure_unit WHERE unit_id = $2))
UNION ALL
SELECT t.programme_id, 1, 0, 'task', t.id, t.number, t.text, t.state, t.deadline_kind, t.due_on,
       NULL, '', t.guards, CASE WHEN t.person_id = $3 THEN 1 ELSE 0 END
FROM task t
WHERE t.state IN ('open', 'reported', 'sent_back') AND (t.person_id = $3 OR t.unit_id = $2)
ORDER BY 1, 2, 3, 4 DESC, 6)sql";

std::vector<HolderRole> roles_in(std::string_view responsibility, base::PersonId person) {
    std::vector<HolderRole> roles;
    for (const auto& holder : decode_responsibility(responsibility))
        if (holder.person == person) roles.push_back(holder.role);
    return roles;
}

std::string encode(const std::vector<HolderRole>& roles) {
    std::string text;
    for (const auto role : roles) text += (text.empty() ? "" : " ") + std::string(name_of(role));
    return text;
}

std::vector<HolderRole> decode_roles(const std::string& text) {
    std::vector<HolderRole> roles;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        if (const auto role = holder_role_of(word)) roles.push_back(*role);
    return roles;
}

constexpr std::string_view delete_items_sql = "DELETE FROM handover_item WHERE handover_id = $1";

constexpr std::string_view insert_item_sql = R"sql(
INSERT INTO handover_item (handover_id, position, programme_id, row_kind, row_id, row_number, text,
                           status, deadline_kind, due_on, percent, roles, kept)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql";

constexpr std::string_view save_kept_sql =
    "UPDATE handover_item SET kept = $3 WHERE handover_id = $1 AND position = $2";

constexpr std::string_view select_items = R"sql(
SELECT i.position, i.programme_id, g.title, i.row_kind, i.row_id, i.row_number, i.text, i.status,
       i.deadline_kind, i.due_on, i.percent, i.roles, i.kept, i.handover_id
FROM handover_item i JOIN programme g ON g.id = i.programme_id)sql";

// What add_tasks_in_scope() asks for.
constexpr std::string_view task_units = R"sql(
 JOIN programme rg ON rg.id = r.programme_id JOIN unit u ON u.id = r.unit_id
 JOIN unit iu ON iu.id = rg.inspected_unit_id)sql";

HandoverItem item_in(const db::Row& row) {
    HandoverItem item;
    item.position = row.integer(0);
    item.programme = row.id<ProgrammeId>(1);
    item.programme_title = row.string(2);
    item.kind = handover_row_of(row.text(3)).value_or(HandoverRow::problem);
    item.row = base::parse_uuid(row.text(4)).value_or(base::Uuid{});
    item.row_number = row.integer(5);
    item.text = row.opened(6, "handover_item.text",
                           [&] { return name_of_keys(row.text(13), item.position); });
    item.status = row.string(7);
    item.deadline = deadline_kind_of(row.text(8)).value_or(DeadlineKind::unspecified);
    item.due_on = row.optional_date(9);
    item.percent = row.optional_integer(10);
    item.roles = decode_roles(row.string(11));
    item.kept = row.boolean(12);
    return item;
}

/// All kinds of rows of one list, in one statement up to its order.
std::string items_in_scope(Conditions& where, std::string_view select, HandoverId id,
                           const base::Scope& scope) {
    std::string sql;
    for (const auto kind : {HandoverRow::problem, HandoverRow::measure, HandoverRow::task}) {
        where.add("i.handover_id = ", id);
        where.add("i.row_kind = ", name_of(kind));
        sql += (sql.empty() ? "" : "\nUNION ALL ") + std::string(select) + " JOIN " +
               std::string(name_of(kind)) + " r ON r.id = i.row_id";
        if (kind == HandoverRow::task) {
            sql += task_units;
            add_tasks_in_scope(where, scope);
        } else {
            add_rows_in_scope(where, scope);
        }
        sql += where.take_text();
    }
    return sql;
}

}  // namespace

void insert_handover(db::Transaction& transaction, const Handover& one) {
    const auto taker = one.taker ? std::optional(one.taker->id) : std::nullopt;
    transaction.execute(
        insert_handover_sql,
        {one.id, one.post, one.unit, one.giver.id, taker, one.taker_post, one.witness_unit,
         one.risk_note, name_of(one.state), one.list_digest, one.opened_at, one.opened_by,
         one.opened_by_name, one.due_on, one.ended_at, one.version});
}

base::Result<void> save_handover(db::Transaction& transaction, const Handover& one) {
    const auto taker = one.taker ? std::optional(one.taker->id) : std::nullopt;
    if (transaction.execute(save_handover_sql, {one.id, one.version, taker, one.taker_post,
                                                one.witness_unit, one.risk_note, name_of(one.state),
                                                one.list_digest, one.ended_at}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    for (const auto& signature : one.signatures)
        transaction.execute(
            insert_signature_sql,
            {one.id, name_of(signature.part), signature.at, signature.by_account, signature.by_name,
             signature.on_paper, signature.signed_on, signature.note});
    return {};
}

std::optional<Handover> find_handover(db::Transaction& transaction, HandoverId id) {
    Conditions where;
    where.add("h.id = ", id);
    auto found = db::first(transaction, select_where(where), where, handover_in);
    if (found) fill_signatures(transaction, {&*found, 1});
    return found;
}

base::Result<Handover> load_handover(db::Transaction& transaction, HandoverId id,
                                     const base::Actor& actor) {
    Conditions where;
    where.add("h.id = ", id);
    add_in_sight(where, actor);
    auto found = db::first(transaction, select_where(where), where, handover_in);
    if (!found) return base::refuse(base::ErrorKind::not_found, "handover_unknown");
    fill_signatures(transaction, {&*found, 1});
    return std::move(*found);
}

HandoverPage list_handovers(db::Transaction& transaction, const HandoverFilter& filter,
                            const base::Actor& actor) {
    Conditions where;
    if (filter.state) where.add("h.state = ", name_of(*filter.state));
    add_in_sight(where, actor);
    if (filter.to_sign) add_to_sign(where, actor);
    HandoverPage page;
    page.total =
        db::first(transaction, "SELECT count(*)" + std::string(from_handovers) + where.text(),
                  where, [](const db::Row& row) { return row.integer(0); })
            .value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = db::all(transaction,
                        select_where(where, "\nORDER BY h.opened_at DESC, h.id DESC LIMIT " +
                                                limit + " OFFSET " + offset),
                        where, handover_in);
    fill_signatures(transaction, page.rows);
    return page;
}

std::vector<HandoverItem> list_unfinished(db::Transaction& transaction, base::PersonId person,
                                          std::optional<base::UnitId> unit) {
    const auto named = "%" + person.text() + "%";
    std::int64_t position = 0;
    return transaction.all(unfinished_sql, {named, unit, person}, [&](const db::Row& row) {
        HandoverItem item;
        item.position = ++position;
        item.programme = row.id<ProgrammeId>(0);
        item.kind = handover_row_of(row.text(3)).value_or(HandoverRow::problem);
        item.row = base::parse_uuid(row.text(4)).value_or(base::Uuid{});
        item.row_number = row.integer(5);
        item.text = row.opened(6, std::string(row.text(3)) + ".text", row.text(4));
        item.status = row.string(7);
        item.deadline = deadline_kind_of(row.text(8)).value_or(DeadlineKind::unspecified);
        item.due_on = row.optional_date(9);
        item.percent = row.optional_integer(10);
        item.roles = item.kind != HandoverRow::task ? roles_in(row.text(11), person)
                     : row.boolean(13)              ? std::vector{HolderRole::handler}
                                                    : std::vector<HolderRole>();
        item.guards = guards_in(row, 12);
        return item;
    });
}

void replace_items(db::Transaction& transaction, HandoverId id,
                   const std::vector<HandoverItem>& items) {
    std::vector<base::Uuid> kept;
    for (const auto& item : list_items(transaction, id))
        if (item.kept) kept.push_back(item.row);
    transaction.execute(delete_items_sql, {id});
    for (const auto& item : items) {
        const bool was_kept = std::find(kept.begin(), kept.end(), item.row) != kept.end();
        const auto row = base::to_text(item.row), roles = encode(item.roles);
        const auto text = stored(transaction, item.text, "handover_item.text",
                                 name_of_keys(id.text(), item.position), item.guards);
        transaction.execute(insert_item_sql,
                            {id, item.position, item.programme, name_of(item.kind), row,
                             item.row_number, text, item.status, name_of(item.deadline),
                             item.due_on, item.percent, roles, item.kept || was_kept});
    }
}

std::vector<HandoverItem> list_items(db::Transaction& transaction, HandoverId id) {
    Conditions where;
    where.add("i.handover_id = ", id);
    return db::all(transaction, std::string(select_items) + where.text() + "\nORDER BY i.position",
                   where, item_in);
}

bool save_kept(db::Transaction& transaction, HandoverId id, std::int64_t position, bool kept) {
    return transaction.execute(save_kept_sql, {id, position, kept}) == 1;
}

HandoverItemPage list_items_in_scope(db::Transaction& transaction, HandoverId id,
                                     const base::Scope& scope, const Page& page) {
    HandoverItemPage found;
    Conditions counted;
    const auto all = items_in_scope(counted, "SELECT i.position FROM handover_item i", id, scope);
    found.total = db::first(transaction, "SELECT count(*) FROM (" + all + ") AS seen", counted,
                            [](const db::Row& row) { return row.integer(0); })
                      .value_or(0);
    Conditions where;
    const auto rows = items_in_scope(where, select_items, id, scope);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    found.rows = db::all(transaction, rows + "\nORDER BY 1 LIMIT " + limit + " OFFSET " + offset,
                         where, item_in);
    return found;
}

}  // namespace ledger
