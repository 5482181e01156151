#include "ledger/notice_store.hpp"

#include <algorithm>

#include "ledger/fields.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr std::string_view insert_notice_sql = R"sql(
INSERT INTO notice (id, programme_id, unit_id, kind, rung, colour, state, number, mark, basis,
                    requirement, contact, reply_by, helped, made_at, stepped_at, version, matter)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17))sql";
constexpr std::string_view upsert_item_sql = R"sql(
INSERT INTO notice_item (notice_id, measure_id, anchor, number, text, deadline_text, due_on, status,
                         responsible)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (notice_id, measure_id) DO UPDATE SET text = $5, deadline_text = $6, due_on = $7,
                                                  status = $8, responsible = $9)sql";
constexpr std::string_view update_notice_sql = R"sql(
UPDATE notice SET state = $3, number = $4, mark = $5, basis = $6, requirement = $7, contact = $8,
                  reply_by = $9, helped = $10, stepped_at = $11, matter = $12, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view insert_step_sql = R"sql(
INSERT INTO notice_step (notice_id, position, act, at, by_account, by_name, text)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (notice_id, position) DO NOTHING)sql";
constexpr std::string_view delete_item_sql =
    "DELETE FROM notice_item WHERE notice_id = $1 AND measure_id = $2";
constexpr std::string_view touch_notice_sql =
    "UPDATE notice SET version = version + 1 WHERE id = $1";
constexpr std::string_view select_items = R"sql(
SELECT measure_id, anchor, number, text, deadline_text, due_on, status, responsible
FROM notice_item WHERE notice_id = $1 ORDER BY number)sql";
constexpr std::string_view select_steps = R"sql(
SELECT act, at, by_account, by_name, text, position FROM notice_step WHERE notice_id = $1
ORDER BY position)sql";
constexpr std::string_view select_last_number =
    "SELECT COALESCE(max(number), 0) FROM notice WHERE programme_id = $1 AND kind = $2";
constexpr std::string_view select_proposal = R"sql(
SELECT n.id FROM notice n
WHERE n.programme_id = $1 AND n.unit_id = $2 AND n.kind = $3 AND n.rung = $4
  AND n.state = 'proposed'
  AND NOT EXISTS (SELECT 1 FROM notice_item i JOIN measure r ON r.id = i.measure_id
                  WHERE i.notice_id = n.id AND r.guards <> $5)
  AND (SELECT count(*) FROM notice_item i WHERE i.notice_id = n.id) <= $6
ORDER BY n.made_at)sql";
constexpr std::string_view select_notices = R"sql(
SELECT n.id, n.programme_id, n.unit_id, g.title, u.name, n.kind, n.rung, n.colour, n.state,
       n.number, n.mark, n.basis, n.requirement, n.contact, n.reply_by, n.helped, n.made_at,
       n.version, (SELECT count(*) FROM notice_item i WHERE i.notice_id = n.id), n.matter)sql";
constexpr std::string_view from_notices = R"sql(
FROM notice n JOIN programme g ON g.id = n.programme_id JOIN unit u ON u.id = n.unit_id)sql";
constexpr std::string_view select_item = R"sql(
SELECT r.id, COALESCE(r.due_on, ''), r.number, r.text,
       CASE WHEN r.deadline_text = '' THEN p.deadline_text ELSE r.deadline_text END, r.due_on,
       r.status, '', r.programme_id,
       CASE WHEN r.responsibility = '' THEN p.responsibility ELSE r.responsibility END
FROM measure r JOIN problem p ON p.id = r.problem_id)sql";

constexpr std::string_view update_addressee = R"sql(
UPDATE notice SET unit_id = $3, version = version + 1
WHERE programme_id = $1 AND unit_id = $2 AND state NOT IN ('closed', 'dismissed'))sql";
constexpr std::string_view select_guards = R"sql(
SELECT DISTINCT r.guards FROM notice_item i JOIN measure r ON r.id = i.measure_id
WHERE i.notice_id = $1)sql";

Notice notice_in(const db::Row& row) {
    Notice one;
    one.id = row.id<NoticeId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.unit = row.id<base::UnitId>(2);
    one.programme_title = row.string(3);
    one.unit_name = row.string(4);
    one.kind = row.string(5);
    one.rung = row.string(6);
    one.colour = colour_of_name(row.text(7)).value_or(Colour::yellow);
    one.state = notice_state_of(row.text(8)).value_or(NoticeState::dismissed);
    one.number = row.integer(9);
    one.mark = row.string(10);
    one.texts = {row.opened(11, "notice.basis", one.id),
                 row.opened(12, "notice.requirement", one.id), row.string(13),
                 row.optional_date(14), row.opened(19, "notice.matter", one.id)};
    one.helped = row.boolean(15);
    one.made_at = row.instant(16);
    one.version = row.integer(17);
    return one;
}

/// Of a measure, or as a notice keeps it: `text` is opened accordingly.
NoticeItem item_in(const db::Row& row, std::string text) {
    return {row.id<MeasureId>(0),
            row.string(1),
            row.integer(2),
            std::move(text),
            row.string(4),
            row.optional_date(5),
            measure_status_of(row.text(6)).value_or(MeasureStatus::not_started),
            row.string(7)};
}

std::vector<NoticeItem> list_items(db::Transaction& transaction, NoticeId id) {
    return transaction.all(select_items, {id}, [&](const db::Row& row) {
        const auto name = [&] { return name_of_keys(id.text(), row.text(0)); };
        return item_in(row, row.opened(3, "notice_item.text", name));
    });
}

std::vector<NoticeStep> list_steps(db::Transaction& transaction, NoticeId id) {
    return transaction.all(select_steps, {id}, [&](const db::Row& row) {
        const auto name = [&] { return name_of_keys(id.text(), row.integer(5)); };
        return NoticeStep{notice_act_of(row.text(0)).value_or(NoticeAct::issue), row.instant(1),
                          row.id<base::AccountId>(2), row.string(3),
                          row.opened(4, "notice_step.text", name)};
    });
}

void add_in_sight(Conditions& where, const base::Actor& actor) {
    add_addressed_in_scope(where, actor.scope);
    where.add("(g.guards & ", actor.scope.withheld().bits(), ") = 0");
    if (!actor.scope.withheld().empty())
        where.add(
            "n.id NOT IN (SELECT i.notice_id FROM measure r JOIN notice_item i ON i.measure_id = "
            "r.id WHERE r.guards <> 0 AND (r.guards & ",
            actor.scope.withheld().bits(), ") <> 0)");
    if (!actor.may(base::Act::edit_ledger) && !actor.may(base::Act::review))
        where.add_fixed("n.state NOT IN ('proposed', 'dismissed')");
}

void add_filter(Conditions& where, const NoticeFilter& filter, const base::Actor& actor) {
    if (filter.programme) where.add("n.programme_id = ", *filter.programme);
    if (filter.unit) where.add("n.unit_id = ", *filter.unit);
    if (filter.measure)
        where.add("n.id IN (SELECT i.notice_id FROM notice_item i WHERE i.measure_id = ",
                  *filter.measure, ")");
    std::vector<std::string_view> states;
    for (const auto state : filter.states) states.push_back(name_of(state));
    where.add_one_of("n.state", states);
    add_in_sight(where, actor);
}

}  // namespace

void insert_notice(db::Transaction& transaction, const Notice& one) {
    const auto basis = transaction.sealed(one.texts.basis, "notice.basis", one.id);
    const auto requirement =
        transaction.sealed(one.texts.requirement, "notice.requirement", one.id);
    const auto matter = transaction.sealed(one.texts.matter, "notice.matter", one.id);
    transaction.execute(
        insert_notice_sql,
        {one.id, one.programme, one.unit, one.kind, one.rung, name_of(one.colour),
         name_of(one.state), one.number, one.mark, basis, requirement, one.texts.contact,
         one.texts.reply_by, one.helped, one.made_at, one.version, matter});
    for (const auto& item : one.items) save_item(transaction, one.id, item);
}

void save_item(db::Transaction& transaction, NoticeId id, const NoticeItem& item) {
    const auto text = transaction.sealed(item.text, "notice_item.text",
                                         name_of_keys(id.text(), item.measure.text()));
    transaction.execute(upsert_item_sql,
                        {id, item.measure, item.anchor, item.number, text, item.deadline_text,
                         item.due_on, name_of(item.status), item.responsible});
}

base::Result<void> save_notice(db::Transaction& transaction, const Notice& one, base::Instant now) {
    const auto basis = transaction.sealed(one.texts.basis, "notice.basis", one.id);
    const auto requirement =
        transaction.sealed(one.texts.requirement, "notice.requirement", one.id);
    const auto matter = transaction.sealed(one.texts.matter, "notice.matter", one.id);
    const auto changed =
        transaction.execute(update_notice_sql, {one.id, one.version, name_of(one.state), one.number,
                                                one.mark, basis, requirement, one.texts.contact,
                                                one.texts.reply_by, one.helped, now, matter});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    for (const auto& item : list_items(transaction, one.id)) {
        const bool stays =
            std::any_of(one.items.begin(), one.items.end(),
                        [&](const NoticeItem& other) { return other.measure == item.measure; });
        if (!stays) transaction.execute(delete_item_sql, {one.id, item.measure});
    }
    std::int64_t position = 0;
    for (const auto& step : one.steps) {
        const auto text = transaction.sealed(step.text, "notice_step.text",
                                             name_of_keys(one.id.text(), ++position));
        transaction.execute(insert_step_sql, {one.id, position, name_of(step.act), step.at,
                                              step.by_account, step.by, text});
    }
    return {};
}

void touch_notice(db::Transaction& transaction, NoticeId id) {
    transaction.execute(touch_notice_sql, {id});
}

std::optional<Notice> find_notice(db::Transaction& transaction, NoticeId id,
                                  const base::Actor& actor) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, actor);
    const auto sql = std::string(select_notices) + std::string(from_notices) + where.text();
    auto found = db::first(transaction, sql, where, notice_in);
    if (!found) return std::nullopt;
    found->items = list_items(transaction, id);
    found->steps = list_steps(transaction, id);
    return found;
}

std::int64_t last_number(db::Transaction& transaction, ProgrammeId programme,
                         std::string_view kind) {
    return transaction
        .first(select_last_number, {programme, kind},
               [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<NoticeId> find_proposal(db::Transaction& transaction, const Notice& like,
                                      base::Guards guards) {
    const auto room =
        static_cast<std::int64_t>(notice_rows_max) - static_cast<std::int64_t>(like.items.size());
    return transaction.first(select_proposal,
                             {like.programme, like.unit, like.kind, like.rung, guards.bits(), room},
                             [](const db::Row& row) { return row.id<NoticeId>(0); });
}

base::Result<AddressedItem> load_item(db::Transaction& transaction, MeasureId measure,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", measure);
    add_rows_in_scope(where, scope);
    auto found = db::first(
        transaction, std::string(select_item) + where.text(), where, [](const db::Row& row) {
            auto text = row.opened(3, "measure.text", row.id<MeasureId>(0));
            return AddressedItem{item_in(row, std::move(text)), row.id<ProgrammeId>(8),
                                 decode_responsibility(row.text(9))};
        });
    if (!found) return base::refuse(base::ErrorKind::not_found, "measure_not_found");
    found->item.responsible = responsible_in(found->responsibility);
    return std::move(*found);
}

void save_addressee(db::Transaction& transaction, ProgrammeId programme, base::UnitId from,
                    base::UnitId into) {
    transaction.execute(update_addressee, {programme, from, into});
}

base::Guards guards_of_rows(db::Transaction& transaction, NoticeId id) {
    base::Guards all;
    transaction.each(select_guards, {id},
                     [&](const db::Row& row) { all = all | guards_in(row, 0); });
    return all;
}

NoticePage list_notices(db::Transaction& transaction, const NoticeFilter& filter,
                        const base::Actor& actor) {
    NoticePage page;
    Conditions where;
    add_filter(where, filter, actor);
    const auto from = std::string(from_notices) + where.text();
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    const auto sql = std::string(select_notices) + from +
                     "\nORDER BY n.stepped_at DESC, n.id DESC LIMIT " + limit + " OFFSET " + offset;
    page.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        return NoticeBrief{notice_in(row), row.integer(18)};
    });
    return page;
}

std::vector<NoticeCounts> count_notices(db::Transaction& transaction, ProgrammeId programme,
                                        const base::Actor& actor, base::Date today) {
    Conditions where;
    const auto day = where.place_for(today);
    where.add("n.programme_id = ", programme);
    where.add_fixed("n.state NOT IN ('proposed', 'dismissed')");
    add_in_sight(where, actor);
    const auto sql =
        "SELECT u.id, u.name, count(*), count(*) FILTER (WHERE n.state = 'issued'), count(*) "
        "FILTER (WHERE n.state IN ('issued', 'signed_for')), count(*) FILTER (WHERE n.state IN "
        "('issued', 'signed_for') AND n.reply_by < " +
        day + "), count(*) FILTER (WHERE n.state = 'closed')" + std::string(from_notices) +
        where.text() + "\nGROUP BY u.id, u.name ORDER BY 3 DESC, u.name";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return NoticeCounts{row.id<base::UnitId>(0), row.string(1),  row.integer(2), row.integer(3),
                            row.integer(4),          row.integer(5), row.integer(6)};
    });
}

}  // namespace ledger
