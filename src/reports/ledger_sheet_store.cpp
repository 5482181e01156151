#include "reports/ledger_sheet_store.hpp"

#include <set>

namespace reports {
namespace {

constexpr std::int64_t rows_max = 300'000;

bool is_filtered(const ledger::LedgerFilter& filter) {
    return !filter.statuses.empty() || !filter.kinds.empty() || filter.due_from || filter.due_to ||
           filter.tier || !filter.words.empty() || !filter.unit_path.empty() || filter.area ||
           filter.waiting || !filter.held_by.empty();
}

}  // namespace

constexpr std::string_view select_results = R"sql(
SELECT e.measure_id, r.kind, sum(r.quantity)
FROM result r JOIN progress_entry e ON e.id = r.entry_id
WHERE r.programme_id = $1 GROUP BY e.measure_id, r.kind ORDER BY e.measure_id, r.kind)sql";
constexpr std::string_view select_evidence = R"sql(
SELECT measure_id, evidence_note, id FROM progress_entry
WHERE programme_id = $1 AND evidence_note <> '' ORDER BY measure_id, at, id)sql";
constexpr std::string_view select_refusals = R"sql(
SELECT f.subject_id, f.reason, f.requirement, f.id
FROM refusal f JOIN measure m ON m.id = f.subject_id
WHERE f.programme_id = $1 AND m.status = 'sent_back' ORDER BY f.subject_id, f.at, f.id)sql";

std::map<ledger::MeasureId, MeasureFacts> load_measure_facts(db::Transaction& transaction,
                                                             ledger::ProgrammeId programme) {
    std::map<ledger::MeasureId, MeasureFacts> facts;
    transaction.each(select_results, {programme}, [&](const db::Row& row) {
        const auto kind = ledger::result_kind_of(row.text(1)).value_or(ledger::ResultKind::other);
        facts[row.id<ledger::MeasureId>(0)].results.push_back({kind, row.integer(2)});
    });
    transaction.each(select_evidence, {programme}, [&](const db::Row& row) {
        facts[row.id<ledger::MeasureId>(0)].evidence_note =
            row.opened(1, "progress_entry.evidence_note", row.text(2));
    });
    transaction.each(select_refusals, {programme}, [&](const db::Row& row) {
        auto& measure = facts[row.id<ledger::MeasureId>(0)];
        measure.reason = row.opened(1, "refusal.reason", row.text(3));
        measure.requirement = row.opened(2, "refusal.requirement", row.text(3));
    });
    return facts;
}

constexpr std::string_view select_results_of = R"sql(
SELECT r.kind, sum(r.quantity) FROM progress_entry e JOIN result r ON r.entry_id = e.id
WHERE e.measure_id = $1 GROUP BY r.kind ORDER BY r.kind)sql";
constexpr std::string_view select_evidence_of = R"sql(
SELECT evidence_note, id FROM progress_entry
WHERE measure_id = $1 AND evidence_note <> '' ORDER BY at, id)sql";
constexpr std::string_view select_refusals_of = R"sql(
SELECT f.reason, f.requirement, f.id FROM refusal f JOIN measure m ON m.id = f.subject_id
WHERE f.subject_id = $1 AND m.status = 'sent_back' ORDER BY f.at, f.id)sql";

MeasureFacts load_facts_of(db::Transaction& transaction, ledger::MeasureId id) {
    MeasureFacts facts;
    transaction.each(select_results_of, {id}, [&](const db::Row& row) {
        const auto kind = ledger::result_kind_of(row.text(0)).value_or(ledger::ResultKind::other);
        facts.results.push_back({kind, row.integer(1)});
    });
    transaction.each(select_evidence_of, {id}, [&](const db::Row& row) {
        facts.evidence_note = row.opened(0, "progress_entry.evidence_note", row.text(1));
    });
    transaction.each(select_refusals_of, {id}, [&](const db::Row& row) {
        facts.reason = row.opened(0, "refusal.reason", row.text(2));
        facts.requirement = row.opened(1, "refusal.requirement", row.text(2));
    });
    return facts;
}

constexpr std::string_view select_goals = R"sql(
SELECT p.id, p.goal, s.slip_number, s.at, s.by_account, s.by_name, s.applied_by_name, s.opinion,
       s.imported
FROM problem p LEFT JOIN strike_off s ON s.problem_id = p.id WHERE p.programme_id = $1)sql";
constexpr std::string_view select_manifestations = R"sql(
SELECT id, programme_id, problem_id, position, printed_number, text
FROM manifestation WHERE programme_id = $1 ORDER BY problem_id, position)sql";
constexpr std::string_view select_similar_checks = R"sql(
SELECT problem_id, similar_check, id FROM application WHERE programme_id = $1
    ORDER BY problem_id, nth)sql";

std::map<ledger::ProblemId, ProblemFacts> load_problem_facts(db::Transaction& transaction,
                                                             ledger::ProgrammeId programme) {
    std::map<ledger::ProblemId, ProblemFacts> facts;
    transaction.each(select_goals, {programme}, [&](const db::Row& row) {
        auto& problem = facts[row.id<ledger::ProblemId>(0)];
        problem.goal = row.opened(1, "problem.goal", row.text(0));
        if (row.is_null(2)) return;
        problem.strike_off = ledger::StrikeOff{
            row.integer(2), row.instant(3), row.id<base::AccountId>(4),
            row.string(5),  row.string(6),  row.opened(7, "strike_off.opinion", row.text(0)),
            row.boolean(8)};
    });
    transaction.each(select_manifestations, {programme}, [&](const db::Row& row) {
        facts[row.id<ledger::ProblemId>(2)].manifestations.push_back(
            {row.id<ledger::ManifestationId>(0), row.id<ledger::ProgrammeId>(1),
             row.id<ledger::ProblemId>(2), row.integer(3), row.string(4),
             row.opened(5, "manifestation.text", row.text(0))});
    });
    transaction.each(select_similar_checks, {programme}, [&](const db::Row& row) {
        facts[row.id<ledger::ProblemId>(0)].similar_check =
            row.opened(1, "application.similar_check", row.text(2));
    });
    return facts;
}

SheetSource load_source(db::Transaction& transaction, ledger::LedgerFilter filter,
                        const ledger::Viewpoint& viewpoint) {
    filter.page = {1, rows_max};
    filter.sort = ledger::SortKey::number;
    filter.order = ledger::Order::ascending;
    SheetSource source;
    source.measures = ledger::list_measure_rows(transaction, filter, viewpoint).rows;
    ledger::LedgerFilter problems;
    problems.programme = filter.programme;
    problems.page = filter.page;
    source.problems = ledger::list_problem_rows(transaction, problems, viewpoint).rows;
    if (is_filtered(filter)) {
        std::set<ledger::ProblemId> left;
        for (const auto& row : source.measures) left.insert(row.measure.problem);
        std::erase_if(source.problems,
                      [&](const auto& row) { return !left.contains(row.problem.id); });
    }
    source.measure_facts = load_measure_facts(transaction, *filter.programme);
    source.problem_facts = load_problem_facts(transaction, *filter.programme);
    return source;
}

}  // namespace reports
