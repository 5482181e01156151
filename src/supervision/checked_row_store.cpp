#include "supervision/checked_row_store.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "ledger/scope_store.hpp"

namespace supervision {
namespace {

using db::Conditions;

constexpr std::string_view insert_row_sql = R"sql(
INSERT INTO check_row (id, check_id, programme_id, position, measure_id, problem_id, unit_id,
                       draw_number, why, reasons, asked, looked_at, result, finding, filled_by_name,
                       version)
VALUES ($1, $2, $3, (SELECT count(*) + 1 FROM check_row WHERE check_id = $2), $4, $5, $6, $7, $8,
        $9, '', '', '', '', '', $10))sql";
constexpr std::string_view update_row = R"sql(
UPDATE check_row SET asked = $3, looked_at = $4, result = $5, finding = $6, filled_by_name = $7,
                     filled_at = $8, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view delete_answers = "DELETE FROM check_answer WHERE row_id = $1";
constexpr std::string_view insert_answer =
    "INSERT INTO check_answer (row_id, position, answer, remark) VALUES ($1, $2, $3, $4)";
constexpr std::string_view insert_consequence_sql = R"sql(
INSERT INTO check_consequence (id, row_id, kind, led_to, number, text, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

// k, a row of a sample; r, the row of the ledger; the same columns of either kind.
constexpr std::string_view select_row = R"sql(
SELECT k.id, k.check_id, k.position, k.unit_id, ku.name, k.draw_number, k.why, k.reasons, k.asked,
       k.looked_at, k.result, k.finding, k.filled_by_name, k.filled_at, k.version, r.id, r.number,
       r.text, )sql";
constexpr std::string_view of_measures = R"sql(r.status, r.submitted_by, p.status, r.guards
FROM check_row k JOIN measure r ON r.id = k.measure_id JOIN problem p ON p.id = r.problem_id
     JOIN unit ku ON ku.id = k.unit_id)sql";
constexpr std::string_view of_problems = R"sql('', NULL, r.status, r.guards
FROM check_row k JOIN problem r ON r.id = k.problem_id JOIN unit ku ON ku.id = k.unit_id)sql";
constexpr std::string_view select_answers = R"sql(
SELECT a.row_id, a.position, a.answer, a.remark FROM check_answer a
     JOIN check_row k ON k.id = a.row_id WHERE )sql";
constexpr std::string_view select_consequences = R"sql(
SELECT c.row_id, c.id, c.kind, c.led_to, c.number, c.text, c.by_name, c.at FROM check_consequence c
     JOIN check_row k ON k.id = c.row_id WHERE )sql";
constexpr std::string_view select_check_of = "SELECT check_id FROM check_row WHERE id = $1";

std::string encode(const std::vector<Weight>& found) {
    std::string text;
    for (const auto one : found) text += (text.empty() ? "" : ",") + std::string(name_of(one));
    return text;
}

std::vector<Weight> decode(std::string_view text) {
    std::vector<Weight> found;
    while (!text.empty())
        if (const auto one = weight_of(base::cut(text, ','))) found.push_back(*one);
    return found;
}

CheckedSubject subject_in(const db::Row& row, RowKind kind) {
    CheckedSubject one;
    one.kind = kind;
    one.id = row.string(15);
    one.number = row.integer(16);
    one.text = row.opened(17, kind == RowKind::measure ? "measure.text" : "problem.text", one.id);
    if (kind == RowKind::measure)
        one.measure_status = ledger::measure_status_of(row.text(18)).value();
    one.submitted_by = row.optional_id<base::AccountId>(19);
    one.problem_status = ledger::problem_status_of(row.text(20)).value();
    one.guards = base::Guards::of_bits(row.integer(21));
    return one;
}

CheckedRow row_in(const db::Row& row, RowKind kind) {
    CheckedRow one;
    one.id = row.id<CheckRowId>(0);
    one.check = row.id<CheckId>(1);
    one.position = row.integer(2);
    one.subject = subject_in(row, kind);
    one.unit = row.id<base::UnitId>(3);
    one.unit_name = row.string(4);
    one.draw = row.integer(5);
    one.why = row.opened(6, "check_row.why", one.id);
    one.weights = decode(row.text(7));
    if (const auto result = check_result_of(row.text(10)))
        one.form = RowForm{{},
                           row.opened(8, "check_row.asked", one.id),
                           row.opened(9, "check_row.looked_at", one.id),
                           *result,
                           row.opened(11, "check_row.finding", one.id)};
    one.filled_by = row.string(12);
    one.filled_at = row.optional_instant(13);
    one.version = row.integer(14);
    return one;
}

template <class Id>
void add_answers(db::Transaction& transaction, std::string_view column, Id id_of_rows,
                 const std::map<CheckRowId, CheckedRow*>& rows) {
    const auto sql =
        std::string(select_answers) + std::string(column) + " = $1 ORDER BY a.row_id, a.position";
    transaction.each(sql, {id_of_rows}, [&](const db::Row& row) {
        const auto id = row.id<CheckRowId>(0);
        const auto at = rows.find(id);
        if (at == rows.end() || !at->second->form) return;
        const auto key = ledger::name_of_keys(id.text(), row.integer(1));
        at->second->form->answers.push_back({answer_of(row.text(2)).value_or(Answer::no),
                                             row.opened(3, "check_answer.remark", key)});
    });
}

template <class Id>
void add_consequences(db::Transaction& transaction, std::string_view column, Id id_of_rows,
                      const std::map<CheckRowId, CheckedRow*>& rows) {
    const auto sql =
        std::string(select_consequences) + std::string(column) + " = $1 ORDER BY c.at, c.id";
    transaction.each(sql, {id_of_rows}, [&](const db::Row& row) {
        const auto at = rows.find(row.id<CheckRowId>(0));
        if (at == rows.end()) return;
        Consequence one;
        one.id = row.id<ConsequenceId>(1);
        one.kind = consequence_kind_of(row.text(2)).value_or(ConsequenceKind::task);
        one.led_to = row.string(3);
        one.number = row.integer(4);
        one.text = row.opened(5, "check_consequence.text", one.id);
        one.by = row.string(6);
        one.at = row.instant(7);
        at->second->consequences.push_back(std::move(one));
    });
}

template <class Id>
std::vector<CheckedRow> rows_where(db::Transaction& transaction, std::string_view column, Id id,
                                   const base::Scope& scope) {
    std::vector<CheckedRow> found;
    for (const auto kind : {RowKind::measure, RowKind::problem}) {
        Conditions where;
        where.add(std::string(column) + " = ", id);
        ledger::add_rows_in_scope(where, scope);
        const auto sql = std::string(select_row) +
                         std::string(kind == RowKind::measure ? of_measures : of_problems) +
                         where.text();
        for (auto& one : db::all(transaction, sql, where,
                                 [kind](const db::Row& row) { return row_in(row, kind); }))
            found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(),
              [](const CheckedRow& a, const CheckedRow& b) { return a.position < b.position; });
    if (found.empty()) return found;
    std::map<CheckRowId, CheckedRow*> rows;
    for (auto& one : found) rows[one.id] = &one;
    add_answers(transaction, column, id, rows);
    add_consequences(transaction, column, id, rows);
    return found;
}

}  // namespace

void insert_row(db::Transaction& transaction, const CheckedRow& row, base::ProgrammeId programme) {
    const bool is_measure = row.subject.kind == RowKind::measure;
    using Id = std::optional<std::string>;
    const Id measure = is_measure ? Id(row.subject.id) : Id();
    const Id problem = is_measure ? Id() : Id(row.subject.id);
    const auto why = transaction.sealed(row.why, "check_row.why", row.id);
    const auto reasons = encode(row.weights);
    transaction.execute(insert_row_sql, {row.id, row.check, programme, measure, problem, row.unit,
                                         row.draw, why, reasons, row.version});
}

base::Result<void> save_row(db::Transaction& transaction, const CheckedRow& row) {
    if (!row.form) return {};
    const auto& form = *row.form;
    const auto asked = transaction.sealed(form.asked, "check_row.asked", row.id);
    const auto looked_at = transaction.sealed(form.looked_at, "check_row.looked_at", row.id);
    const auto finding = transaction.sealed(form.finding, "check_row.finding", row.id);
    if (transaction.execute(update_row,
                            {row.id, row.version, asked, looked_at, name_of(form.result), finding,
                             row.filled_by, row.filled_at}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_answers, {row.id});
    std::int64_t position = 0;
    for (const auto& one : form.answers) {
        const auto key = ledger::name_of_keys(row.id.text(), position);
        const auto remark = transaction.sealed(one.remark, "check_answer.remark", key);
        transaction.execute(insert_answer, {row.id, position++, name_of(one.answer), remark});
    }
    return {};
}

void insert_consequence(db::Transaction& transaction, CheckRowId row, const Consequence& one) {
    const auto text = transaction.sealed(one.text, "check_consequence.text", one.id);
    transaction.execute(insert_consequence_sql, {one.id, row, name_of(one.kind), one.led_to,
                                                 one.number, text, one.by, one.at});
}

std::vector<CheckedRow> list_rows(db::Transaction& transaction, CheckId check,
                                  const base::Scope& scope) {
    return rows_where(transaction, "k.check_id", check, scope);
}

std::optional<CheckedRow> find_row(db::Transaction& transaction, CheckRowId id,
                                   const base::Scope& scope) {
    auto found = rows_where(transaction, "k.id", id, scope);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<CheckId> find_check_of(db::Transaction& transaction, CheckRowId id) {
    return transaction.first(select_check_of, {id},
                             [](const db::Row& row) { return row.id<CheckId>(0); });
}

std::vector<ledger::SealedSet> sealed_samples() {
    return {{"check_row", {{"id"}}, {"why", "asked", "looked_at", "finding"}, "1"},
            {"check_answer", {{"row_id"}, {"position", true}}, {"remark"}, "1"},
            {"check_consequence", {{"id"}}, {"text"}, "1"}};
}

}  // namespace supervision
