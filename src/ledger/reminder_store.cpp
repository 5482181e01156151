#include "ledger/reminder_store.hpp"

#include "db/conditions.hpp"
#include "ledger/fields.hpp"
#include "ledger/problem_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

/// By Cause: the day or the moment that a row stands by, and which rows can.
struct CauseSql {
    std::string_view by, open;
    bool is_moment = false;
};
constexpr CauseSql by_due{"r.due_on",
                          "r.status IN ('not_started', 'under_way', 'sent_back', 'long_term')"};
constexpr CauseSql by_cause[]{by_due,
                              by_due,
                              {"''", "r.status = 'sent_back'"},
                              {"r.last_entry_at", "r.status IN ('under_way', 'sent_back')", true},
                              {"(SELECT max(h.at) FROM ledger_history h WHERE h.subject_id = r.id "
                               "AND h.act = 'submit_measure')",
                               "r.status = 'awaiting_review'", true}};

// v: applications at the stage that is open, and since when it is. Going back to a stage opens it
// anew; one of several signatures of the same stage does not.
constexpr std::string_view reviews_at_stage = R"sql(
SELECT o.problem_id, coalesce((SELECT max(d.decided_at) FROM signing d
        WHERE d.application_id = o.application_id AND (d.stage <> o.stage OR d.round <> o.round)),
       a.at) AS since
FROM (SELECT DISTINCT application_id, problem_id, stage, round FROM signing WHERE state = 'open') o
     JOIN application a ON a.id = o.application_id)sql";

const CauseSql& sql_of(const Rung& rung) {
    return by_cause[static_cast<std::size_t>(rung.cause)];
}

std::string anchor_of(const Rung& rung) {
    const auto& [by, open, is_moment] = sql_of(rung);
    return is_moment ? "CAST(" + std::string(by) + " AS TEXT)" : std::string(by);
}

/// A moment on a day that the standing asks for.
void add_moment(Conditions& where, std::string_view moment, const Standing& standing) {
    const std::string at(moment);
    where.add(at + " < ", base::start_of(base::add_days(standing.until, 1)));
    if (standing.after) where.add(at + " >= ", base::start_of(base::add_days(*standing.after, 1)));
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
    } else if (sql_of(rung).is_moment) {
        add_moment(where, sql_of(rung).by, standing);
    } else {
        where.add("r.due_on <= ", standing.until);
        if (standing.after) where.add("r.due_on > ", *standing.after);
    }
}

constexpr std::string_view own_or_problems = R"sql(
       CASE WHEN r.responsibility = '' THEN p.responsibility ELSE r.responsibility END)sql";

constexpr std::string_view insert_told_sql = R"sql(
INSERT INTO rung_told (row_id, anchor, rung, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (row_id, anchor, rung) DO NOTHING)sql";

constexpr std::string_view select_programmes = R"sql(
SELECT programme_id FROM measure WHERE status <> 'done'
UNION SELECT programme_id FROM problem WHERE status = 'awaiting_review'
UNION SELECT programme_id FROM task WHERE state IN ('open', 'sent_back') ORDER BY 1)sql";

void add_untold(Conditions& where, const std::string& anchor, const Rung& rung) {
    where.add("NOT EXISTS (SELECT 1 FROM rung_told x WHERE x.row_id = r.id AND x.anchor = " +
                  anchor + " AND x.rung = ",
              where.keep(key_of(rung)), ")");
}

std::vector<UntoldRow> untold_rows(db::Transaction& transaction, const std::string& sql,
                                   const Conditions& where, UntoldRow::Kind kind) {
    return db::all(transaction, sql + where.text() + "\nORDER BY r.id, h.unit_id", where,
                   [kind](const db::Row& row) {
                       return UntoldRow{kind,
                                        row.string(0),
                                        row.string(1),
                                        guards_in(row, 2),
                                        row.id<base::UnitId>(3),
                                        decode_responsibility(row.text(4))};
                   });
}

std::vector<UntoldRow> list_untold_measures(db::Transaction& transaction,
                                            const Standing& standing) {
    const auto anchor = anchor_of(standing.rung);
    Conditions where;
    add_standing(where, standing);
    add_untold(where, anchor, standing.rung);
    const auto sql = "SELECT r.id, " + anchor + ", r.guards, h.unit_id," +
                     std::string(own_or_problems) +
                     "\nFROM measure r JOIN problem p ON p.id = r.problem_id "
                     "JOIN measure_unit h ON h.measure_id = r.id";
    return untold_rows(transaction, sql, where, UntoldRow::Kind::measure);
}

std::vector<UntoldRow> list_untold_reviews(db::Transaction& transaction, const Standing& standing) {
    const std::string anchor = "CAST(v.since AS TEXT)";
    Conditions where;
    where.add("r.programme_id = ", standing.programme);
    where.add_fixed("r.status = 'awaiting_review'");
    add_moment(where, "v.since", standing);
    add_untold(where, anchor, standing.rung);
    const auto sql = "SELECT r.id, " + anchor +
                     ", r.guards, h.unit_id, r.responsibility\nFROM problem r JOIN (" +
                     std::string(reviews_at_stage) +
                     ") v ON v.problem_id = r.id JOIN problem_unit h ON h.problem_id = r.id";
    return untold_rows(transaction, sql, where, UntoldRow::Kind::problem);
}

}  // namespace

std::vector<UntoldRow> list_untold(db::Transaction& transaction, const Standing& standing) {
    auto rows = list_untold_measures(transaction, standing);
    if (standing.rung.cause != Cause::in_review) return rows;
    for (auto& row : list_untold_reviews(transaction, standing)) rows.push_back(std::move(row));
    return rows;
}

std::vector<UntoldRow> list_untold_tasks(db::Transaction& transaction, const Standing& standing) {
    const auto cause = standing.rung.cause;
    if (cause != Cause::before_due && cause != Cause::overdue) return {};
    Conditions where;
    where.add("r.programme_id = ", standing.programme);
    where.add_fixed("r.state IN ('open', 'sent_back')");
    where.add("r.due_on <= ", standing.until);
    if (standing.after) where.add("r.due_on > ", *standing.after);
    add_untold(where, "r.due_on", standing.rung);
    const auto sql =
        "SELECT r.id, r.due_on, r.guards, r.unit_id, r.person_name, r.person_id FROM task r" +
        where.text() + "\nORDER BY r.id";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        UntoldRow one{UntoldRow::Kind::task, row.string(0),           row.string(1),
                      guards_in(row, 2),     row.id<base::UnitId>(3), {}};
        if (const auto person = row.optional_id<base::PersonId>(5))
            one.responsibility.push_back({HolderRole::handler, row.string(4), {}, person});
        return one;
    });
}

void save_told(db::Transaction& transaction, const UntoldRow& row, const Rung& rung,
               base::Instant now) {
    const auto key = key_of(rung);
    transaction.execute(insert_told_sql, {row.row, row.anchor, key, now});
}

std::vector<QuietRow> list_quiet(db::Transaction& transaction, const Standing& standing,
                                 base::Date today) {
    const auto anchor = anchor_of(standing.rung);
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
