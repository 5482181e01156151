#include "ledger/coverage_store.hpp"

#include <algorithm>
#include <map>

#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr std::string_view select_rows = R"sql(
SELECT r.id, r.number, r.printed_number, r.text, r.unit_label, r.status, f.id, f.printed_number,
       f.text, f.position,
       (SELECT count(*) FROM problem_measure m
        WHERE m.problem_id = r.id
          AND (f.id IS NULL
               OR EXISTS (SELECT 1 FROM measure_service s
                          WHERE s.measure_id = m.measure_id AND s.manifestation_id = f.id)
               OR NOT EXISTS (SELECT 1 FROM measure_service s
                              WHERE s.measure_id = m.measure_id AND s.problem_id = r.id
                                AND s.manifestation_id IS NOT NULL))) AS measures
FROM problem r LEFT JOIN manifestation f ON f.problem_id = r.id)sql";

// One row a manifestation that a measure names, and one for a measure that names none.
constexpr std::string_view select_answers = R"sql(
SELECT m.problem_id, r.id, r.number, s.manifestation_id
FROM problem_measure m JOIN measure r ON r.id = m.measure_id
     LEFT JOIN measure_service s ON s.measure_id = r.id AND s.problem_id = m.problem_id
                                AND s.manifestation_id IS NOT NULL)sql";

CoverageRow coverage_in(const db::Row& row) {
    CoverageRow one;
    one.problem = row.id<ProblemId>(0);
    one.number = row.integer(1);
    one.printed_number = row.string(2);
    one.text = row.opened(3, "problem.text", one.problem);
    one.unit = row.string(4);
    one.status = problem_status_of(row.text(5)).value_or(ProblemStatus::unclaimed);
    if (const auto id = row.optional_id<ManifestationId>(6))
        one.manifestation = {*id,           {},
                             one.problem,   row.integer(9),
                             row.string(7), row.opened(8, "manifestation.text", *id)};
    one.measures = row.integer(10);
    return one;
}

/// The first measure that answers a whole problem, or a manifestation of it.
using FirstAnswers = std::map<std::pair<ProblemId, std::optional<ManifestationId>>, MeasureBrief>;

FirstAnswers first_answers(db::Transaction& transaction, const std::vector<CoverageRow>& rows,
                           const base::Scope& scope) {
    FirstAnswers first;
    if (rows.empty()) return first;
    std::vector<ProblemId> problems;
    for (const auto& row : rows) problems.push_back(row.problem);
    Conditions where;
    where.add_one_of("m.problem_id", problems);
    add_rows_in_scope(where, scope);
    const auto sql = std::string(select_answers) + where.text() + "\nORDER BY r.number";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        first.try_emplace({row.id<ProblemId>(0), row.optional_id<ManifestationId>(3)},
                          MeasureBrief{row.id<MeasureId>(1), row.integer(2)});
    });
    return first;
}

std::optional<MeasureBrief> first_of(const FirstAnswers& first, const CoverageRow& row) {
    std::optional<MeasureBrief> found;
    for (const auto& [answered, measure] : first) {
        const auto& [problem, manifestation] = answered;
        if (problem != row.problem) continue;
        const bool answers =
            !row.manifestation || !manifestation || *manifestation == row.manifestation->id;
        if (answers && (!found || measure.number < found->number)) found = measure;
    }
    return found;
}

}  // namespace

CoveragePage list_coverage(db::Transaction& transaction, ProgrammeId programme, const Page& page,
                           const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    add_rows_in_scope(where, scope);
    CoveragePage found;
    const auto counting = "SELECT count(*), count(*) FILTER (WHERE c.measures = 0) FROM (" +
                          std::string(select_rows) + where.text() + ") c";
    transaction.run(counting, std::span(where.values()), [&](const db::Row& row) {
        found.total = row.integer(0);
        found.uncovered = row.integer(1);
    });
    const auto limit = where.place_for(page.page_size),
               offset = where.place_for((page.page - 1) * page.page_size);
    const auto sql = std::string(select_rows) + where.text() +
                     "\nORDER BY measures, r.number, f.position LIMIT " + limit + " OFFSET " +
                     offset;
    found.rows = db::all(transaction, sql, where, coverage_in);
    const auto first = first_answers(transaction, found.rows, scope);
    for (auto& row : found.rows) row.first = first_of(first, row);
    return found;
}

}  // namespace ledger
