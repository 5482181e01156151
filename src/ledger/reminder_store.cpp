#include "ledger/reminder_store.hpp"

#include "db/conditions.hpp"
#include "ledger/fields.hpp"
#include "ledger/problem_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

/// By Cause: what a row stands by, and which rows can.
struct CauseSql {
    std::string_view anchor, open;
};
constexpr CauseSql by_due{"r.due_on",
                          "r.status IN ('not_started', 'under_way', 'sent_back', 'long_term')"};
constexpr CauseSql by_cause[]{
    by_due,
    by_due,
    {"''", "r.status = 'sent_back'"},
    {"CAST(r.last_entry_at AS TEXT)", "r.status IN ('under_way', 'sent_back')"}};

const CauseSql& sql_of(const Rung& rung) {
    return by_cause[static_cast<std::size_t>(rung.cause)];
}

void add_standing(Conditions& where, const Standing& standing) {
    const auto& rung = standing.rung;
    where.add("r.programme_id = ", standing.programme);
    where.add_fixed(sql_of(rung).open);
    where.add_fixed("p.status NOT IN ('struck_off', 'awaiting_review')");
    if (rung.cause == Cause::sent_back) {
        where.add("(SELECT count(*) FROM refusal f WHERE f.subject_id = r.id) >= ", rung.amount);
        if (rung.since)
            where.add("(SELECT max(f.at) FROM refusal f WHERE f.subject_id = r.id) >= ",
                      base::start_of(*rung.since));
    } else if (rung.cause == Cause::stalled) {
        where.add("r.last_entry_at < ", base::start_of(base::add_days(standing.until, 1)));
        if (standing.after)
            where.add("r.last_entry_at >= ", base::start_of(base::add_days(*standing.after, 1)));
    } else {
        where.add("r.due_on <= ", standing.until);
        if (standing.after) where.add("r.due_on > ", *standing.after);
    }
}

constexpr std::string_view own_or_problems = R"sql(
       CASE WHEN r.responsibility = '' THEN p.responsibility ELSE r.responsibility END)sql";

constexpr std::string_view insert_told_sql = R"sql(
INSERT INTO rung_told (measure_id, anchor, rung, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (measure_id, anchor, rung) DO NOTHING)sql";

constexpr std::string_view select_programmes =
    "SELECT DISTINCT programme_id FROM measure WHERE status <> 'done' ORDER BY 1";

}  // namespace

std::vector<UntoldRow> list_untold(db::Transaction& transaction, const Standing& standing) {
    const std::string anchor(sql_of(standing.rung).anchor);
    Conditions where;
    add_standing(where, standing);
    where.add("NOT EXISTS (SELECT 1 FROM rung_told x WHERE x.measure_id = r.id AND x.anchor = " +
                  anchor + " AND x.rung = ",
              where.keep(key_of(standing.rung)), ")");
    const auto sql = "SELECT r.id, " + anchor + ", r.guards, h.unit_id," +
                     std::string(own_or_problems) +
                     "\nFROM measure r JOIN problem p ON p.id = r.problem_id "
                     "JOIN measure_unit h ON h.measure_id = r.id" +
                     where.text() + "\nORDER BY r.id, h.unit_id";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return UntoldRow{row.id<MeasureId>(0), row.string(1), guards_in(row, 2),
                         row.id<base::UnitId>(3), decode_responsibility(row.text(4))};
    });
}

void save_told(db::Transaction& transaction, const UntoldRow& row, const Rung& rung,
               base::Instant now) {
    const auto key = key_of(rung);
    transaction.execute(insert_told_sql, {row.measure, row.anchor, key, now});
}

std::vector<QuietRow> list_quiet(db::Transaction& transaction, const Standing& standing,
                                 base::Date today) {
    const std::string anchor(sql_of(standing.rung).anchor);
    const auto of_row =
        "(SELECT 1 FROM notice_item i JOIN notice n ON n.id = i.notice_id "
        "WHERE i.measure_id = r.id AND i.anchor = " +
        anchor;
    Conditions where;
    add_standing(where, standing);
    where.add("NOT EXISTS " + of_row + " AND n.rung = ", where.keep(key_of(standing.rung)), ")");
    where.add("NOT EXISTS " + of_row +
                  " AND (n.state IN ('proposed', 'answered') OR (n.state = 'closed' AND n.helped = "
                  "1) OR (n.state IN ('issued', 'signed_for') AND n.reply_by >= ",
              today, ")))");
    const auto sql =
        "SELECT r.id, " + anchor +
        ", r.number, r.text, CASE WHEN r.deadline_text = '' THEN p.deadline_text ELSE "
        "r.deadline_text END, r.due_on, r.status, r.guards," +
        std::string(own_or_problems) +
        ", r.last_entry_at, (SELECT max(n.stepped_at) FROM notice_item i JOIN notice n ON n.id = "
        "i.notice_id WHERE i.measure_id = r.id AND i.anchor = " +
        anchor +
        " AND n.state = 'dismissed')\nFROM measure r JOIN problem p ON p.id = r.problem_id" +
        where.text() + "\nORDER BY r.number";
    return db::all(transaction, sql, where, [&](const db::Row& row) {
        QuietRow one;
        one.item = {row.id<MeasureId>(0),
                    row.string(1),
                    row.integer(2),
                    row.opened(3, "measure.text", row.id<MeasureId>(0)),
                    row.string(4),
                    row.optional_date(5),
                    measure_status_of(row.text(6)).value_or(MeasureStatus::not_started),
                    {}};
        one.guards = guards_in(row, 7);
        one.responsibility = decode_responsibility(row.text(8));
        one.item.responsible = responsible_in(one.responsibility);
        one.day = one.item.due_on;
        if (standing.rung.cause == Cause::stalled)
            if (const auto at = row.optional_instant(9)) one.day = base::date_of(*at);
        one.last_dismissed_at = row.optional_instant(10);
        return one;
    });
}

std::vector<ProgrammeId> list_programmes_at_work(db::Transaction& transaction) {
    return transaction.all(select_programmes, {},
                           [](const db::Row& row) { return row.id<ProgrammeId>(0); });
}

}  // namespace ledger
