#include "supervision/interview_store.hpp"

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"

namespace supervision {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO interview (id, programme_id, number, held_on, begins_at, place, unit_id, person, post,
                       interviewers, recorder, cause, problem, answer, requirement, due_on, signed,
                       unsigned_reason, task_id, recorded_by_name, recorded_at, revoked_by_name,
                       revocation, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, '', '', $22))sql";
constexpr std::string_view revoke_sql = R"sql(
UPDATE interview SET revoked_by_name = $3, revoked_at = $4, revocation = $5, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM interview WHERE programme_id = $1";
constexpr std::string_view select_interviews = R"sql(
SELECT n.id, n.programme_id, n.number, n.held_on, n.begins_at, n.place, n.unit_id, u.name, n.person,
       n.post, n.interviewers, n.recorder, n.cause, n.problem, n.answer, n.requirement, n.due_on,
       n.signed, n.unsigned_reason, n.task_id, n.recorded_by_name, n.recorded_at, n.revoked_by_name,
       n.revoked_at, n.revocation, n.version)sql";
constexpr std::string_view from_interviews = R"sql(
FROM interview n JOIN unit u ON u.id = n.unit_id JOIN programme g ON g.id = n.programme_id)sql";

Interview interview_in(const db::Row& row) {
    Interview one;
    one.id = row.id<InterviewId>(0);
    const auto opened = [&](int column, std::string_view field) {
        return row.opened(column, field, one.id);
    };
    one.programme = row.id<base::ProgrammeId>(1);
    one.number = row.integer(2);
    one.held_on = row.date(3);
    one.begins_at = row.string(4);
    one.place = row.string(5);
    one.unit = row.id<base::UnitId>(6);
    one.unit_name = row.string(7);
    one.person = opened(8, "interview.person");
    one.post = opened(9, "interview.post");
    one.interviewers = row.string(10);
    one.recorder = row.string(11);
    one.cause = opened(12, "interview.cause");
    one.problem = opened(13, "interview.problem");
    one.answer = opened(14, "interview.answer");
    one.requirement = opened(15, "interview.requirement");
    one.due_on = row.optional_date(16);
    one.is_signed = row.boolean(17);
    one.unsigned_reason = opened(18, "interview.unsigned_reason");
    one.task = row.optional_id<ledger::TaskId>(19);
    one.recorded_by = row.string(20);
    one.recorded_at = row.instant(21);
    if (const auto at = row.optional_instant(23))
        one.revoked = Revocation{row.string(22), opened(24, "interview.revocation"), *at};
    one.version = row.integer(25);
    return one;
}

void add_in_sight(Conditions& where, const base::Scope& scope) {
    ledger::add_addressed_in_scope(where, scope);
    if (!scope.withheld().empty()) where.add("(g.guards & ", scope.withheld().bits(), ") = 0");
}

}  // namespace

void insert_interview(db::Transaction& transaction, const Interview& one) {
    const auto kept = [&](const std::string& text, std::string_view field) {
        return transaction.sealed(text, field, one.id);
    };
    const auto person = kept(one.person, "interview.person");
    const auto post = kept(one.post, "interview.post");
    const auto cause = kept(one.cause, "interview.cause");
    const auto problem = kept(one.problem, "interview.problem");
    const auto answer = kept(one.answer, "interview.answer");
    const auto requirement = kept(one.requirement, "interview.requirement");
    const auto unsigned_reason = kept(one.unsigned_reason, "interview.unsigned_reason");
    transaction.execute(
        insert_sql, {one.id,          one.programme, one.number,      one.held_on, one.begins_at,
                     one.place,       one.unit,      person,          post,        one.interviewers,
                     one.recorder,    cause,         problem,         answer,      requirement,
                     one.due_on,      one.is_signed, unsigned_reason, one.task,    one.recorded_by,
                     one.recorded_at, one.version});
}

base::Result<void> save_interview(db::Transaction& transaction, const Interview& one) {
    if (!one.revoked) return {};
    const auto reason = transaction.sealed(one.revoked->reason, "interview.revocation", one.id);
    if (transaction.execute(revoke_sql,
                            {one.id, one.version, one.revoked->by, one.revoked->at, reason}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::int64_t load_last_interview(db::Transaction& transaction, base::ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<Interview> find_interview(db::Transaction& transaction, InterviewId id,
                                        const base::Scope& scope) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, scope);
    const auto sql = std::string(select_interviews) + std::string(from_interviews) + where.text();
    return db::first(transaction, sql, where, interview_in);
}

InterviewPage list_interviews(db::Transaction& transaction, base::ProgrammeId programme,
                              const ledger::Page& page, const base::Scope& scope) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    add_in_sight(where, scope);
    const auto from = std::string(from_interviews) + where.text();
    InterviewPage found;
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    found.rows =
        db::all(transaction,
                std::string(select_interviews) + from +
                    "\nORDER BY n.held_on DESC, n.number DESC LIMIT " + limit + " OFFSET " + offset,
                where, interview_in);
    return found;
}

ledger::SealedSet sealed_interviews() {
    return {"interview",
            {{"id"}},
            {"person", "post", "cause", "problem", "answer", "requirement", "unsigned_reason",
             "revocation"},
            "1"};
}

}  // namespace supervision
