#include "life_meetings/plan_review_store.hpp"

namespace life_meetings {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO life_review (meeting_id, round, seat, edition, verdict, words, said_by, entered_by, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view select_sql = R"sql(
SELECT round, seat, edition, verdict, words, said_by, entered_by, at FROM life_review
WHERE meeting_id = $1 ORDER BY round, at, seat)sql";
constexpr std::string_view select_submitted = R"sql(
SELECT id FROM life_meeting WHERE state = 'submitted' ORDER BY held_on, id LIMIT $1)sql";
constexpr std::string_view select_due = R"sql(
SELECT m.id FROM life_meeting m
WHERE m.state <> 'cancelled'
  AND EXISTS (SELECT 1 FROM life_step s
              WHERE s.meeting_id = m.id AND s.done_on IS NULL AND s.due_on <= $1)
ORDER BY m.held_on, m.id LIMIT $2)sql";

std::string name_of_review(LifeMeetingId id, std::int64_t round, ReviewSeat seat) {
    return ledger::name_of_keys(ledger::name_of_keys(id.text(), std::to_string(round)),
                                name_of(seat));
}

}  // namespace

void insert_review(db::Transaction& transaction, LifeMeetingId id, const PlanReview& review) {
    const auto words = transaction.sealed(review.words, "life_review.words",
                                          name_of_review(id, review.round, review.seat));
    transaction.execute(
        insert_sql, {id, review.round, name_of(review.seat), review.edition,
                     name_of(review.verdict), words, review.said_by, review.entered_by, review.at});
}

std::vector<PlanReview> list_reviews(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_sql, {id}, [&](const db::Row& row) {
        PlanReview one;
        one.round = row.integer(0);
        one.seat = review_seat_of(row.text(1)).value_or(ReviewSeat::office);
        one.edition = row.integer(2);
        one.verdict = plan_verdict_of(row.text(3)).value_or(PlanVerdict::returned);
        one.words = row.opened(4, "life_review.words",
                               [&] { return name_of_review(id, one.round, one.seat); });
        one.said_by = row.string(5);
        one.entered_by = row.string(6);
        one.at = row.instant(7);
        return one;
    });
}

std::vector<LifeMeetingId> list_submitted(db::Transaction& transaction, std::int64_t rows_max) {
    return transaction.all(select_submitted, {rows_max},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::vector<LifeMeetingId> list_with_steps_due(db::Transaction& transaction, base::Date until,
                                               std::int64_t rows_max) {
    return transaction.all(select_due, {until, rows_max},
                           [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
}

std::vector<ledger::SealedSet> sealed_plan_reviews() {
    return {{"life_review", {{"meeting_id"}, {"round", true}, {"seat"}}, {"words"}, "1"}};
}

}  // namespace life_meetings
