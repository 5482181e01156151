#include "ledger/measure_store.hpp"

#include <map>

#include "ledger/fields.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

Service service_in(const db::Row& row) {
    return {row.id<MeasureId>(0), row.id<ProblemId>(1), row.optional_id<ManifestationId>(2),
            row.integer(3)};
}

}  // namespace

Measure measure_in(const db::Row& row) {
    Measure measure;
    measure.id = row.id<MeasureId>(0);
    measure.programme = row.id<ProgrammeId>(1);
    measure.problem = row.id<ProblemId>(2);
    measure.number = row.integer(3);
    measure.printed_number = row.string(4);
    measure.text = row.opened(5, "measure.text", measure.id);
    measure.status = measure_status_of(row.text(6)).value_or(MeasureStatus::not_started);
    measure.responsibility = decode_responsibility(row.text(7));
    measure.deadline = {deadline_kind_of(row.text(8)).value_or(DeadlineKind::unspecified),
                        row.string(9), row.optional_date(10)};
    measure.due_on = row.optional_date(11);
    measure.percent = static_cast<int>(row.integer(12));
    measure.last_entry = row.opened(13, "measure.last_entry", measure.id);
    measure.last_entry_at = row.optional_instant(14);
    measure.submitted_by = row.optional_id<base::AccountId>(15);
    measure.imported = row.boolean(16);
    measure.version = row.integer(17);
    measure.updated_at = row.instant(18);
    measure.demands = decode_demands(row.text(19));
    measure.guards = guards_in(row, 20);
    measure.long_term = {row.opened(21, "measure.stage_target", measure.id),
                         static_cast<int>(row.integer(22)), row.optional_date(23)};
    return measure;
}

constexpr std::string_view insert_measure_sql = R"sql(
INSERT INTO measure (id, programme_id, problem_id, area_id, area_number, problem_number, number,
                     printed_number, text, status, responsibility, deadline_kind, deadline_text,
                     deadline_date, kind, due_on, unit_label, percent, last_entry, last_entry_at,
                     submitted_by, imported, version, updated_at, holder_paths, guards,
                     demands, stage_target, review_months, next_review_on, leader_label,
                     problem_open)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31,
        (SELECT count(*) FROM problem WHERE id = $3 AND status IN ('under_way', 'sent_back'))))sql";
constexpr std::string_view insert_measure_unit = R"sql(
INSERT INTO measure_unit (programme_id, measure_id, unit_id, guards) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING)sql";

namespace {

/// Its texts as they are stored.
struct StoredTexts {
    std::string text, last_entry, stage_target;
};
StoredTexts texts_of(db::Transaction& transaction, const Measure& measure, base::Guards guards) {
    const auto kept = [&](std::string_view text, std::string_view field) {
        return stored(transaction, text, field, measure.id, guards);
    };
    return {kept(measure.text, "measure.text"), kept(measure.last_entry, "measure.last_entry"),
            kept(measure.long_term.stage_target, "measure.stage_target")};
}

void insert_units(db::Transaction& transaction, const Measure& measure, const MeasurePlace& place) {
    for (const auto& unit : place.held.units)
        transaction.execute(insert_measure_unit,
                            {measure.programme, measure.id, unit, place.guards.bits()});
}

}  // namespace

void insert_measure(db::Transaction& transaction, const Measure& measure,
                    const MeasurePlace& place) {
    const auto [text, last_entry, stage_target] = texts_of(transaction, measure, place.guards);
    transaction.execute(insert_measure_sql, {measure.id,
                                             measure.programme,
                                             measure.problem,
                                             place.area,
                                             place.area_number,
                                             place.problem_number,
                                             measure.number,
                                             measure.printed_number,
                                             text,
                                             name_of(measure.status),
                                             encode(measure.responsibility),
                                             name_of(measure.deadline.kind),
                                             measure.deadline.text,
                                             measure.deadline.date,
                                             name_of(place.kind),
                                             measure.due_on,
                                             place.unit_label,
                                             measure.percent,
                                             last_entry,
                                             measure.last_entry_at,
                                             measure.submitted_by,
                                             measure.imported,
                                             measure.version,
                                             measure.updated_at,
                                             held_at(place.held.paths),
                                             place.guards.bits(),
                                             encode(measure.demands),
                                             stage_target,
                                             measure.long_term.review_months,
                                             measure.long_term.next_review_on,
                                             place.leader_label});
    insert_units(transaction, measure, place);
}

constexpr std::string_view select_measure = R"sql(
SELECT r.id, r.programme_id, r.problem_id, r.number, r.printed_number, r.text, r.status,
       r.responsibility, r.deadline_kind, r.deadline_text, r.deadline_date, r.due_on, r.percent,
       r.last_entry, r.last_entry_at, r.submitted_by, r.imported, r.version, r.updated_at,
       r.demands, r.guards, r.stage_target, r.review_months, r.next_review_on
FROM measure r)sql";

base::Result<Measure> load_measure(db::Transaction& transaction, MeasureId id,
                                   const base::Scope& scope) {
    db::Conditions where;
    where.add("r.id = ", id);
    add_rows_in_scope(where, scope);
    auto found =
        db::first(transaction, std::string(select_measure) + where.text(), where, measure_in);
    if (!found) return refuse(ErrorKind::not_found, "measure_not_found");
    return std::move(*found);
}

constexpr std::string_view update_measure = R"sql(
UPDATE measure SET text = $3, status = $4, responsibility = $5, deadline_kind = $6,
                   deadline_text = $7, deadline_date = $8, due_on = $9, percent = $10,
                   last_entry = $11, last_entry_at = $12, submitted_by = $13, updated_at = $14,
                   demands = $15, stage_target = $16, review_months = $17, next_review_on = $18,
                   version = version + 1
WHERE id = $1 AND version = $2)sql";

base::Result<void> save_measure(db::Transaction& transaction, const Measure& measure) {
    const auto [text, last_entry, stage_target] = texts_of(transaction, measure, measure.guards);
    const auto changed = transaction.execute(
        update_measure,
        {measure.id, measure.version, text, name_of(measure.status), encode(measure.responsibility),
         name_of(measure.deadline.kind), measure.deadline.text, measure.deadline.date,
         measure.due_on, measure.percent, last_entry, measure.last_entry_at, measure.submitted_by,
         measure.updated_at, encode(measure.demands), stage_target, measure.long_term.review_months,
         measure.long_term.next_review_on});
    if (changed == 0) return refuse(ErrorKind::conflict, "somebody_else_changed_it");
    return {};
}

constexpr std::string_view update_measure_place = R"sql(
UPDATE measure SET area_id = $2, area_number = $3, problem_number = $4, kind = $5, due_on = $6,
                   unit_label = $7, holder_paths = $8, guards = $9, leader_label = $10
WHERE id = $1)sql";
constexpr std::string_view delete_measure_units = "DELETE FROM measure_unit WHERE measure_id = $1";

void save_measure_place(db::Transaction& transaction, const Measure& measure,
                        const MeasurePlace& place) {
    transaction.execute(update_measure_place,
                        {measure.id, place.area, place.area_number, place.problem_number,
                         name_of(place.kind), measure.due_on, place.unit_label,
                         held_at(place.held.paths), place.guards.bits(), place.leader_label});
    transaction.execute(delete_measure_units, {measure.id});
    insert_units(transaction, measure, place);
}

constexpr std::string_view of_problem = " WHERE r.problem_id = $1 ORDER BY r.number";

std::vector<Measure> list_measures(db::Transaction& transaction, ProblemId problem) {
    return transaction.all(std::string(select_measure) + std::string(of_problem), {problem},
                           measure_in);
}

constexpr std::string_view of_programme =
    " WHERE r.programme_id = $1 ORDER BY r.area_number, r.problem_number, r.number";

std::vector<Measure> list_measures_of_programme(db::Transaction& transaction,
                                                ProgrammeId programme) {
    return transaction.all(std::string(select_measure) + std::string(of_programme), {programme},
                           measure_in);
}

constexpr std::string_view insert_service_sql = R"sql(
INSERT INTO measure_service (programme_id, measure_id, problem_id, manifestation_id)
    VALUES ($1, $2, $3, $4))sql";

void insert_service(db::Transaction& transaction, ProgrammeId programme, const Service& service) {
    transaction.execute(insert_service_sql,
                        {programme, service.measure, service.problem, service.manifestation});
}

constexpr std::string_view delete_services_sql =
    "DELETE FROM measure_service WHERE measure_id = $1";

void delete_services(db::Transaction& transaction, MeasureId measure) {
    transaction.execute(delete_services_sql, {measure});
}

constexpr std::string_view select_services_of_measure = R"sql(
SELECT s.measure_id, s.problem_id, s.manifestation_id, p.number
FROM measure_service s
JOIN problem p ON p.id = s.problem_id
LEFT JOIN manifestation f ON f.id = s.manifestation_id
WHERE s.measure_id = $1
ORDER BY p.area_number, p.number, f.position)sql";

std::vector<Service> list_services_of_measure(db::Transaction& transaction, MeasureId measure) {
    return transaction.all(select_services_of_measure, {measure}, service_in);
}

constexpr std::string_view select_services_of_problem = R"sql(
SELECT s.measure_id, s.problem_id, s.manifestation_id, p.number
FROM measure_service s
JOIN problem p ON p.id = s.problem_id
LEFT JOIN manifestation f ON f.id = s.manifestation_id
WHERE s.measure_id IN (SELECT measure_id FROM problem_measure WHERE problem_id = $1)
ORDER BY p.area_number, p.number, f.position)sql";

std::vector<Service> list_services_of_problem(db::Transaction& transaction, ProblemId problem) {
    return transaction.all(select_services_of_problem, {problem}, service_in);
}

constexpr std::string_view insert_entry_sql = R"sql(
INSERT INTO progress_entry (id, programme_id, measure_id, at, by_account, by_name, text, percent,
                            evidence_note, source_file, source_digest, source_sheet, source_row,
                            percent_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";
constexpr std::string_view insert_result = R"sql(
INSERT INTO result (entry_id, programme_id, kind, quantity) VALUES ($1, $2, $3, $4))sql";

void insert_entry(db::Transaction& transaction, const Measure& measure, const ProgressEntry& entry,
                  base::AccountId by) {
    const auto source = entry.source.value_or(EntrySource{});
    const auto kept = [&](std::string_view text, std::string_view field) {
        return stored(transaction, text, field, entry.id, measure.guards);
    };
    const auto text = kept(entry.text, "progress_entry.text"),
               note = kept(entry.evidence_note, "progress_entry.evidence_note"),
               reason = kept(entry.percent_reason, "progress_entry.percent_reason");
    transaction.execute(insert_entry_sql, {entry.id, measure.programme, measure.id, entry.at, by,
                                           entry.by, text, entry.percent, note, source.file,
                                           source.digest, source.sheet, source.row, reason});
    for (const auto& result : entry.results)
        transaction.execute(insert_result,
                            {entry.id, measure.programme, name_of(result.kind), result.quantity});
}

constexpr std::string_view select_entry = R"sql(
SELECT e.id, e.at, e.by_name, e.text, e.percent, e.evidence_note, r.kind, r.quantity, e.measure_id,
       e.source_file, e.source_digest, e.source_sheet, e.source_row, e.percent_reason
FROM progress_entry e LEFT JOIN result r ON r.entry_id = e.id
WHERE e.id = $1 ORDER BY r.kind)sql";
constexpr std::string_view select_entries = R"sql(
SELECT e.id, e.at, e.by_name, e.text, e.percent, e.evidence_note, r.kind, r.quantity, e.measure_id,
       e.source_file, e.source_digest, e.source_sheet, e.source_row, e.percent_reason
FROM progress_entry e LEFT JOIN result r ON r.entry_id = e.id
WHERE e.measure_id = $1 ORDER BY e.at DESC, e.id DESC, r.kind)sql";

namespace {

/// Rows of one entry stand together, one a result.
void add_entry_row(std::vector<ProgressEntry>& entries, const db::Row& row) {
    const auto id = row.id<EntryId>(0);
    if (entries.empty() || entries.back().id != id) {
        entries.push_back({id,
                           row.opened(3, "progress_entry.text", id),
                           static_cast<int>(row.integer(4)),
                           row.opened(5, "progress_entry.evidence_note", id),
                           {},
                           row.instant(1),
                           row.string(2),
                           row.id<MeasureId>(8),
                           {},
                           row.opened(13, "progress_entry.percent_reason", id)});
        if (row.integer(12) > 0)
            entries.back().source =
                EntrySource{row.string(9), row.string(10), row.string(11), row.integer(12)};
    }
    if (row.is_null(6)) return;
    entries.back().results.push_back(
        {result_kind_of(row.text(6)).value_or(ResultKind::other), row.integer(7)});
}

}  // namespace

std::optional<ProgressEntry> find_entry(db::Transaction& transaction, EntryId id) {
    std::vector<ProgressEntry> entries;
    transaction.each(select_entry, {id}, [&](const db::Row& row) { add_entry_row(entries, row); });
    if (entries.empty()) return std::nullopt;
    return std::move(entries.front());
}

std::vector<ProgressEntry> list_entries(db::Transaction& transaction, MeasureId measure) {
    std::vector<ProgressEntry> entries;
    transaction.each(select_entries, {measure},
                     [&](const db::Row& row) { add_entry_row(entries, row); });
    return entries;
}

constexpr std::string_view select_counted = R"sql(
SELECT r.kind, CAST(sum(r.quantity) AS BIGINT)
FROM progress_entry e JOIN result r ON r.entry_id = e.id
WHERE e.measure_id = $1 GROUP BY r.kind ORDER BY r.kind)sql";

std::vector<CountedResult> list_counted(db::Transaction& transaction, MeasureId measure) {
    return transaction.all(select_counted, {measure}, [](const db::Row& row) {
        return CountedResult{result_kind_of(row.text(0)).value_or(ResultKind::other),
                             row.integer(1)};
    });
}

Subject subject_of(const Measure& measure) {
    return {"measure", measure.id.text(), measure.programme, measure.guards};
}
Subject subject_of(const Problem& problem) {
    return {"problem", problem.id.text(), problem.programme, problem.guards};
}
Subject subject_of(const Programme& programme) {
    return {"programme", programme.id.text(), programme.id, {}};
}
Subject subject_of(const Task& task) {
    return {"task", task.id.text(), task.programme, task.guards};
}

constexpr std::string_view insert_refusal_sql = R"sql(
INSERT INTO refusal (id, programme_id, subject_kind, subject_id, at, by_name, reason, requirement)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

void insert_refusal(db::Transaction& transaction, const Subject& subject, const Refusal& refusal) {
    const auto kept = [&](std::string_view text, std::string_view field) {
        return stored(transaction, text, field, refusal.id, subject.guards);
    };
    const auto reason = kept(refusal.reason, "refusal.reason");
    const auto requirement = kept(refusal.requirement, "refusal.requirement");
    transaction.execute(insert_refusal_sql,
                        {refusal.id, subject.programme, subject.kind, subject.id, refusal.at,
                         refusal.by, reason, requirement});
}

constexpr std::string_view select_refusals = R"sql(
SELECT id, at, by_name, reason, requirement FROM refusal WHERE subject_id = $1
    ORDER BY at DESC, id DESC)sql";

std::vector<Refusal> list_refusals(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(select_refusals, {subject_id}, [](const db::Row& row) {
        const auto id = row.id<RefusalId>(0);
        return Refusal{id, row.instant(1), row.string(2), row.opened(3, "refusal.reason", id),
                       row.opened(4, "refusal.requirement", id)};
    });
}

}  // namespace ledger
