#include "life_meetings/consultation_store.hpp"

namespace life_meetings {
namespace {

constexpr std::string_view words_column = "life_consultation.words",
                           answer_column = "life_consultation.answer";

constexpr std::string_view insert_sql = R"sql(
INSERT INTO life_consultation (id, meeting_id, number, kind, held_on, words, person, entered_by, at,
  answer, answered_by, answer_entered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', ''))sql";
constexpr std::string_view answer_sql = R"sql(
UPDATE life_consultation SET answer = $2, answered_on = $3, answered_by = $4,
  answer_entered_by = $5, answered_at = $6
WHERE id = $1)sql";
constexpr std::string_view delete_sql = "DELETE FROM life_consultation WHERE id = $1";
constexpr std::string_view select_of_meeting = R"sql(
SELECT id, number, kind, held_on, words, person, entered_by, at, answer, answered_on, answered_by,
  answer_entered_by, answered_at, meeting_id
FROM life_consultation WHERE meeting_id = $1 ORDER BY number)sql";
constexpr std::string_view select_one = R"sql(
SELECT id, number, kind, held_on, words, person, entered_by, at, answer, answered_on, answered_by,
  answer_entered_by, answered_at, meeting_id
FROM life_consultation WHERE id = $1)sql";
constexpr std::string_view select_next = R"sql(
SELECT COALESCE(max(number), 0) + 1 FROM life_consultation WHERE meeting_id = $1)sql";

Consultation consultation_in(const db::Row& row) {
    Consultation one;
    one.id = row.id<ConsultationId>(0);
    const auto name = [&] { return one.id.text(); };
    one.number = row.integer(1);
    one.kind = consultation_kind_of(row.text(2)).value_or(ConsultationKind::ask);
    one.held_on = row.date(3);
    one.words = row.opened(4, words_column, name);
    one.person = row.string(5);
    one.entered_by = row.string(6);
    one.at = row.instant(7);
    if (const auto on = row.optional_date(9))
        one.answer = ConsultationAnswer{row.opened(8, answer_column, name), *on, row.string(10),
                                        row.string(11), row.instant(12)};
    return one;
}

}  // namespace

void insert_consultation(db::Transaction& transaction, LifeMeetingId id, const Consultation& one) {
    const auto words = transaction.sealed(one.words, words_column, one.id.text());
    transaction.execute(insert_sql, {one.id, id, one.number, name_of(one.kind), one.held_on, words,
                                     one.person, one.entered_by, one.at});
}

void save_answer(db::Transaction& transaction, const Consultation& one) {
    const auto& answer = *one.answer;
    const auto words = transaction.sealed(answer.words, answer_column, one.id.text());
    transaction.execute(answer_sql, {one.id, words, answer.answered_on, answer.answered_by,
                                     answer.entered_by, answer.at});
}

void delete_consultation(db::Transaction& transaction, ConsultationId id) {
    transaction.execute(delete_sql, {id});
}

std::vector<Consultation> list_consultations(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_of_meeting, {id}, consultation_in);
}

std::optional<FoundConsultation> find_consultation(db::Transaction& transaction,
                                                   ConsultationId id) {
    return transaction.first(select_one, {id}, [](const db::Row& row) {
        return FoundConsultation{row.id<LifeMeetingId>(13), consultation_in(row)};
    });
}

std::int64_t next_consultation_number(db::Transaction& transaction, LifeMeetingId id) {
    return *transaction.first(select_next, {id}, [](const db::Row& row) { return row.integer(0); });
}

ledger::SealedSet sealed_consultations() {
    return {"life_consultation", {{"id"}}, {"words", "answer"}, "1"};
}

}  // namespace life_meetings
