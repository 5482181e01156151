#include "ledger/quality_store.hpp"

#include <algorithm>
#include <tuple>

#include "ledger/declared_store.hpp"
#include "ledger/fields.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

std::string select_problems() {
    return R"sql(
SELECT r.id, r.number, r.text, r.unit_label, r.responsibility, r.deadline_kind, r.deadline_text,
       r.due_on, r.status, )sql" +
           measures_of_problem() + "\nFROM problem r";
}
constexpr std::string_view select_measures = R"sql(
SELECT r.id, r.number, r.text, r.unit_label, r.responsibility, r.deadline_kind, r.deadline_text,
       r.due_on, r.status, r.kind, r.last_entry, p.due_on,
       (SELECT count(*) FROM result n JOIN progress_entry e ON e.id = n.entry_id
        WHERE e.measure_id = r.id), r.stage_target
FROM measure r JOIN problem p ON p.id = r.problem_id)sql";
constexpr std::string_view select_elsewhere = R"sql(
SELECT r.id, r.number, r.text, r.unit_label, r.last_entry, g.title
FROM measure r JOIN programme g ON g.id = r.programme_id)sql";
constexpr std::string_view select_files = R"sql(
SELECT DISTINCT l.subject_id, e.name, e.digest, e.document_date, e.id
FROM evidence_link l JOIN evidence e ON e.series_id = l.evidence_id
     JOIN measure r ON r.id = l.subject_id)sql";

constexpr std::string_view select_numbered = R"sql(
SELECT id, printed_number, area_number FROM problem
WHERE programme_id = $1 AND printed_number <> '' ORDER BY area_number, number)sql";
constexpr std::string_view select_uncovered = R"sql(
SELECT r.id, f.id, f.printed_number, f.text
FROM problem r JOIN manifestation f ON f.problem_id = r.id)sql";
// Every measure of the problem names manifestations, and none of them this one.
constexpr std::string_view is_uncovered = R"sql(
EXISTS (SELECT 1 FROM problem_measure m WHERE m.problem_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM measure_service s WHERE s.manifestation_id = f.id)
  AND NOT EXISTS (SELECT 1 FROM problem_measure m WHERE m.problem_id = r.id
                  AND NOT EXISTS (SELECT 1 FROM measure_service s
                                  WHERE s.measure_id = m.measure_id AND s.problem_id = r.id
                                    AND s.manifestation_id IS NOT NULL)))sql";

CheckedRow checked_in(const db::Row& row, View view) {
    CheckedRow one;
    one.view = view;
    one.id = row.string(0);
    one.number = row.integer(1);
    one.text = row.opened(2, text_field_of(view), one.id);
    one.unit = row.string(3);
    one.responsibility = decode_responsibility(row.text(4));
    one.deadline = {deadline_kind_of(row.text(5)).value_or(DeadlineKind::unspecified),
                    row.string(6), std::nullopt};
    one.kind = one.deadline.kind;
    one.due_on = row.optional_date(7);
    return one;
}

CheckedRow checked_problem_in(const db::Row& row) {
    auto one = checked_in(row, View::problems);
    one.finished = row.text(8) == name_of(ProblemStatus::struck_off);
    one.measures = row.integer(9);
    return one;
}

CheckedRow checked_measure_in(const db::Row& row) {
    auto one = checked_in(row, View::measures);
    one.finished = row.text(8) == name_of(MeasureStatus::done);
    one.handed_in = one.finished || row.text(8) == name_of(MeasureStatus::awaiting_review);
    one.kind = deadline_kind_of(row.text(9)).value_or(DeadlineKind::unspecified);
    one.last_entry = row.opened(10, "measure.last_entry", one.id);
    one.problem_due_on = row.optional_date(11);
    one.counted = row.integer(12) > 0;
    one.goes_on = row.text(8) == name_of(MeasureStatus::long_term);
    one.stage_target = row.opened(13, "measure.stage_target", one.id);
    return one;
}

CheckedRow elsewhere_in(const db::Row& row) {
    CheckedRow one;
    one.id = row.string(0);
    one.number = row.integer(1);
    one.text = row.opened(2, "measure.text", one.id);
    one.unit = row.string(3);
    one.last_entry = row.opened(4, "measure.last_entry", one.id);
    one.programme_title = row.string(5);
    return one;
}

template <class Map>
auto of_programme(db::Transaction& transaction, std::string_view select, ProgrammeId programme,
                  const base::Scope& scope, Map map) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    add_rows_in_scope(where, scope);
    const auto sql = std::string(select) + where.text() + "\nORDER BY r.number";
    return db::all(transaction, sql, where, map);
}

std::vector<Uncovered> list_uncovered(db::Transaction& transaction, ProgrammeId programme,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    add_rows_in_scope(where, scope);
    where.add_fixed(is_uncovered);
    const auto sql =
        std::string(select_uncovered) + where.text() + "\nORDER BY r.number, f.position";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return Uncovered{row.string(0), row.string(2),
                         row.opened(3, "manifestation.text", row.text(1))};
    });
}

void read_elsewhere(db::Transaction& transaction, CheckedLedger& ledger, ProgrammeId programme,
                    const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id <> ", programme);
    add_rows_in_scope(where, scope);
    const auto limit = where.place_for(elsewhere_max + 1);
    const auto sql =
        std::string(select_elsewhere) + where.text() + "\nORDER BY r.id DESC LIMIT " + limit;
    ledger.elsewhere = db::all(transaction, sql, where, elsewhere_in);
    ledger.elsewhere_cut = ledger.elsewhere.size() > static_cast<std::size_t>(elsewhere_max);
    if (ledger.elsewhere_cut) ledger.elsewhere.pop_back();
}

std::vector<CheckedFile> list_files(db::Transaction& transaction, ProgrammeId programme,
                                    const base::Scope& scope) {
    Conditions where;
    where.add("l.programme_id = ", programme);
    where.add_fixed("l.removed_at IS NULL AND e.removed_at IS NULL");
    // Of several versions the last counts.
    where.add_fixed("NOT EXISTS (SELECT 1 FROM evidence n WHERE n.replaces = e.id)");
    add_rows_in_scope(where, scope);
    auto files = db::all(
        transaction, std::string(select_files) + where.text(), where, [](const db::Row& row) {
            return CheckedFile{row.string(0), row.opened(1, "evidence.name", row.text(4)),
                               row.string(2), row.optional_date(3)};
        });
    // By names as they are read: sealed ones have no order.
    const auto key = [](const CheckedFile& file) {
        return std::tie(file.name, file.measure, file.digest, file.document_date);
    };
    std::sort(files.begin(), files.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    files.erase(std::unique(files.begin(), files.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                files.end());
    return files;
}

}  // namespace

CheckedLedger read_checked(db::Transaction& transaction, const Programme& programme,
                           const base::Scope& scope) {
    CheckedLedger ledger;
    ledger.feedback_on = programme.feedback_on;
    ledger.problems =
        of_programme(transaction, select_problems(), programme.id, scope, checked_problem_in);
    ledger.measures =
        of_programme(transaction, select_measures, programme.id, scope, checked_measure_in);
    ledger.files = list_files(transaction, programme.id, scope);
    read_elsewhere(transaction, ledger, programme.id, scope);
    ledger.declared = find_declared(transaction, programme.id).value_or(Totals{});
    ledger.standing = count_standing(transaction, programme.id);
    ledger.numbered = transaction.all(select_numbered, {programme.id}, [](const db::Row& row) {
        return NumberedProblem{row.string(0), row.string(1), row.integer(2)};
    });
    ledger.uncovered = list_uncovered(transaction, programme.id, scope);
    return ledger;
}

}  // namespace ledger
