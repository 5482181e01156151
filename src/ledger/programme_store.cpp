#include "ledger/programme_store.hpp"

#include <array>

#include "ledger/due.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "ledger/search_words.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::string_view select_programme = R"sql(
SELECT g.id, g.title, i.id, r.name, i.name, i.kind, i.inspecting_body, u.id, u.name, g.feedback_on,
       g.concentrated_end_on, g.immediate_days, g.last_area, g.last_problem, g.last_measure,
       g.last_slip, g.version, g.classification, g.review_chain, g.measure_evidence,
       g.problem_evidence, g.last_task
FROM programme g
JOIN inspection i ON i.id = g.inspection_id
JOIN round r ON r.id = i.round_id
JOIN unit u ON u.id = g.inspected_unit_id)sql";

Programme programme_in(const db::Row& row) {
    Programme programme;
    programme.id = row.id<ProgrammeId>(0);
    programme.title = row.string(1);
    programme.inspection = {row.id<InspectionId>(2), row.string(3), row.string(4),
                            inspection_kind_of(row.text(5)).value_or(InspectionKind::regular),
                            row.string(6)};
    programme.inspected_unit = row.id<base::UnitId>(7);
    programme.inspected_unit_name = row.string(8);
    programme.feedback_on = row.optional_date(9);
    programme.concentrated_end_on = row.optional_date(10);
    programme.immediate_days = static_cast<int>(row.integer(11));
    programme.last = {row.integer(12), row.integer(13), row.integer(14), row.integer(15),
                      row.integer(21)};
    programme.version = row.integer(16);
    programme.classification =
        classification_of(row.text(17)).value_or(Classification::confidential);
    programme.review_chain = decode_chain(row.text(18));
    if (programme.review_chain.empty()) programme.review_chain = default_chain();
    programme.required_evidence = {decode_evidence_kinds(row.text(19)),
                                   decode_evidence_kinds(row.text(20))};
    return programme;
}

Area area_in(const db::Row& row) {
    return {row.id<AreaId>(0), row.id<ProgrammeId>(1), row.integer(2), row.string(3),
            row.string(4)};
}

}  // namespace

constexpr std::string_view select_round = "SELECT id FROM round WHERE name = $1";

std::optional<RoundId> find_round(db::Transaction& transaction, std::string_view name) {
    return transaction.first(select_round, {name},
                             [](const db::Row& row) { return row.id<RoundId>(0); });
}

constexpr std::string_view insert_round_sql = "INSERT INTO round (id, name) VALUES ($1, $2)";

void insert_round(db::Transaction& transaction, RoundId id, std::string_view name) {
    transaction.execute(insert_round_sql, {id, name});
}

constexpr std::string_view select_inspection = R"sql(
SELECT id FROM inspection WHERE round_id = $1 AND name = $2 AND kind = $3
    AND inspecting_body = $4)sql";

std::optional<InspectionId> find_inspection(db::Transaction& transaction, RoundId round,
                                            const Inspection& inspection) {
    return transaction.first(
        select_inspection,
        {round, inspection.name, name_of(inspection.kind), inspection.inspecting_body},
        [](const db::Row& row) { return row.id<InspectionId>(0); });
}

constexpr std::string_view insert_inspection_sql = R"sql(
INSERT INTO inspection (id, round_id, name, kind, inspecting_body) VALUES ($1, $2, $3, $4, $5))sql";

void insert_inspection(db::Transaction& transaction, RoundId round, const Inspection& inspection) {
    transaction.execute(insert_inspection_sql,
                        {inspection.id, round, inspection.name, name_of(inspection.kind),
                         inspection.inspecting_body});
}

constexpr std::string_view insert_programme_sql = R"sql(
INSERT INTO programme (id, inspection_id, inspected_unit_id, title, feedback_on,
                       concentrated_end_on, immediate_days, last_area, last_problem, last_measure,
                       last_slip, version, created_at, updated_at, classification, guards,
                       review_chain, measure_evidence, problem_evidence, last_task)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20))sql";

void insert_programme(db::Transaction& transaction, const Programme& programme, base::Instant now) {
    transaction.execute(insert_programme_sql, {programme.id,
                                               programme.inspection.id,
                                               programme.inspected_unit,
                                               programme.title,
                                               programme.feedback_on,
                                               programme.concentrated_end_on,
                                               programme.immediate_days,
                                               programme.last.area,
                                               programme.last.problem,
                                               programme.last.measure,
                                               programme.last.slip,
                                               programme.version,
                                               now,
                                               now,
                                               name_of(programme.classification),
                                               guards_of(programme.classification).bits(),
                                               encode(programme.review_chain),
                                               encode(programme.required_evidence.measure),
                                               encode(programme.required_evidence.problem),
                                               programme.last.task});
}

constexpr std::string_view update_inspected_unit = R"sql(
UPDATE programme SET inspected_unit_id = $2, version = version + 1, updated_at = $3
WHERE id = $1)sql";

void save_inspected_unit(db::Transaction& transaction, const Programme& programme,
                         base::Instant now) {
    transaction.execute(update_inspected_unit, {programme.id, programme.inspected_unit, now});
}

base::Result<Programme> load_programme(db::Transaction& transaction, ProgrammeId id,
                                       const base::Scope& scope) {
    db::Conditions where;
    where.add("g.id = ", id);
    add_programmes_in_scope(where, scope);
    auto found =
        db::first(transaction, std::string(select_programme) + where.text(), where, programme_in);
    if (!found) return refuse(ErrorKind::not_found, "programme_not_found");
    return std::move(*found);
}

constexpr std::string_view update_programme = R"sql(
UPDATE programme SET title = $3, feedback_on = $4, concentrated_end_on = $5, immediate_days = $6,
                     version = version + 1, updated_at = $7, classification = $8, guards = $9,
                     review_chain = $10, measure_evidence = $11, problem_evidence = $12
WHERE id = $1 AND version = $2)sql";

base::Result<void> save_programme(db::Transaction& transaction, const Programme& programme,
                                  base::Instant now) {
    const auto changed = transaction.execute(
        update_programme,
        {programme.id, programme.version, programme.title, programme.feedback_on,
         programme.concentrated_end_on, programme.immediate_days, now,
         name_of(programme.classification), guards_of(programme.classification).bits(),
         encode(programme.review_chain), encode(programme.required_evidence.measure),
         encode(programme.required_evidence.problem)});
    if (changed == 0) return refuse(ErrorKind::conflict, "somebody_else_changed_it");
    return {};
}

constexpr std::array<std::string_view, 5> update_marks{
    "UPDATE problem SET guards = (guards & $2) | $3 WHERE programme_id = $1",
    "UPDATE problem_unit SET guards = (guards & $2) | $3 WHERE programme_id = $1",
    "UPDATE measure SET guards = (guards & $2) | $3 WHERE programme_id = $1",
    "UPDATE measure_unit SET guards = (guards & $2) | $3 WHERE programme_id = $1",
    "UPDATE task SET guards = (guards & $2) | $3 WHERE programme_id = $1",
};

void save_mark(db::Transaction& transaction, ProgrammeId id, base::Guards mark) {
    for (const auto sql : update_marks)
        transaction.execute(sql, {id, base::subject_guards.bits(), mark.bits()});
    seal_anew(transaction, id);
}

constexpr std::string_view update_last_numbers = R"sql(
UPDATE programme SET last_area = $2, last_problem = $3, last_measure = $4, last_slip = $5,
                     last_task = $6
    WHERE id = $1)sql";

void save_last_numbers(db::Transaction& transaction, ProgrammeId id, const LastNumbers& last) {
    transaction.execute(update_last_numbers,
                        {id, last.area, last.problem, last.measure, last.slip, last.task});
}

namespace {

/// Programmes named by the words, in scope: the WHERE of a list and of what is counted beside it.
void add_listed(db::Conditions& where, std::string_view pattern, const base::Scope& scope) {
    if (!pattern.empty())
        where.add_repeated(
            "(lower(g.title) LIKE '%' || # || '%' ESCAPE '\\' OR "
            "lower(u.name) LIKE '%' || # || '%' ESCAPE '\\')",
            "#", pattern);
    add_programmes_in_scope(where, scope);
}

std::string page_of(db::Conditions& where, const Page& page) {
    return "\nORDER BY g.created_at DESC, g.id DESC\nLIMIT " + where.place_for(page.page_size) +
           " OFFSET " + where.place_for((page.page - 1) * page.page_size);
}

/// Conditions on `r`, a row of either level, in the programmes of one page of the list.
std::string rows_of_page(db::Conditions& where, std::string_view pattern, const Page& page,
                         const base::Scope& scope) {
    add_listed(where, pattern, scope);
    const auto listed = where.take_text();
    const auto shown = page_of(where, page);
    add_rows_in_scope(where, scope);
    where.add_fixed(
        "r.programme_id IN (SELECT id FROM (SELECT g.id FROM programme g JOIN unit u ON u.id = "
        "g.inspected_unit_id" +
        listed + shown + ") AS shown)");
    return where.take_text() + "\nGROUP BY r.programme_id";
}

}  // namespace

constexpr std::string_view count_programmes =
    "SELECT count(*) FROM programme g JOIN unit u ON u.id = g.inspected_unit_id";

ProgrammeList list_programmes(db::Transaction& transaction, std::string_view words,
                              const Page& page, const base::Scope& scope) {
    ProgrammeList list;
    const auto pattern = search_pattern(words);
    db::Conditions where;
    add_listed(where, pattern, scope);
    transaction.run(std::string(count_programmes) + where.text(), std::span(where.values()),
                    [&](const db::Row& row) { list.total = row.integer(0); });
    const auto sql = std::string(select_programme) + where.text() + page_of(where, page);
    list.rows = db::all(transaction, sql, where, programme_in);
    return list;
}

// One pass over measures, one over problems.
ProgrammeCounts count_programme(db::Transaction& transaction, ProgrammeId id,
                                const Viewpoint& viewpoint) {
    db::Conditions where;
    const auto today = where.place_for(viewpoint.today);
    const auto near = where.place_for(base::add_days(viewpoint.today, due_soon_days));
    std::array<std::string, 2> seen;
    for (auto& rows : seen) {
        where.add("r.programme_id = ", id);
        add_rows_in_scope(where, viewpoint.scope);
        rows = where.take_text();
    }
    const auto sql = "WITH seen_measure AS (SELECT r.status, r.due_on FROM measure r" + seen[0] +
                     "), seen_problem AS (SELECT r.status, r.area_id FROM problem r" + seen[1] +
                     R"sql()
SELECT (SELECT count(DISTINCT area_id) FROM seen_problem),
       (SELECT count(*) FROM seen_problem),
       (SELECT count(*) FROM seen_problem WHERE status = 'struck_off'),
       count(*),
       count(*) FILTER (WHERE status = 'done'),
       count(*) FILTER (WHERE status = 'long_term'),
       count(*) FILTER (WHERE status <> 'done' AND due_on < )sql" +
                     today + R"sql(),
       count(*) FILTER (WHERE status <> 'done' AND due_on >= )sql" +
                     today + " AND due_on <= " + near + R"sql(),
       count(*) FILTER (WHERE status = 'awaiting_review'),
       (SELECT count(*) FROM seen_problem WHERE status = 'awaiting_review')
FROM seen_measure)sql";
    ProgrammeCounts counts;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        counts = {row.integer(0), row.integer(1), row.integer(3), row.integer(2), row.integer(4),
                  row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9)};
    });
    return counts;
}

CountsById count_programmes_of_page(db::Transaction& transaction, std::string_view words,
                                    const Page& page, const Viewpoint& viewpoint) {
    CountsById found;
    const auto pattern = search_pattern(words);
    db::Conditions measures, problems;
    const auto today = measures.place_for(viewpoint.today);
    const auto near = measures.place_for(base::add_days(viewpoint.today, due_soon_days));
    const auto of_measures = R"sql(SELECT r.programme_id,
       count(*),
       count(*) FILTER (WHERE r.status = 'done'),
       count(*) FILTER (WHERE r.status = 'long_term'),
       count(*) FILTER (WHERE r.status <> 'done' AND r.due_on < )sql" +
                             today + R"sql(),
       count(*) FILTER (WHERE r.status <> 'done' AND r.due_on >= )sql" +
                             today + " AND r.due_on <= " + near + R"sql(),
       count(*) FILTER (WHERE r.status = 'awaiting_review')
FROM measure r)sql" + rows_of_page(measures, pattern, page, viewpoint.scope);
    transaction.run(of_measures, std::span(measures.values()), [&](const db::Row& row) {
        auto& counts = found[row.id<ProgrammeId>(0)];
        counts.measures = row.integer(1);
        counts.measures_done = row.integer(2);
        counts.long_term = row.integer(3);
        counts.overdue = row.integer(4);
        counts.due_soon = row.integer(5);
        counts.awaiting_review = row.integer(6);
    });
    const auto of_problems = std::string(R"sql(SELECT r.programme_id,
       count(DISTINCT r.area_id),
       count(*),
       count(*) FILTER (WHERE r.status = 'struck_off'),
       count(*) FILTER (WHERE r.status = 'awaiting_review')
FROM problem r)sql") + rows_of_page(problems, pattern, page, viewpoint.scope);
    transaction.run(of_problems, std::span(problems.values()), [&](const db::Row& row) {
        auto& counts = found[row.id<ProgrammeId>(0)];
        counts.areas = row.integer(1);
        counts.problems = row.integer(2);
        counts.struck_off = row.integer(3);
        counts.problems_awaiting_review = row.integer(4);
    });
    return found;
}

constexpr std::string_view select_titles =
    "SELECT id, title FROM programme ORDER BY created_at DESC, id DESC";

std::vector<ProgrammeTitle> list_programme_titles(db::Transaction& transaction) {
    return transaction.all(select_titles, {}, [](const db::Row& row) {
        return ProgrammeTitle{row.id<ProgrammeId>(0), row.string(1)};
    });
}

constexpr std::string_view insert_area_sql = R"sql(
INSERT INTO area (id, programme_id, number, printed_number, heading)
    VALUES ($1, $2, $3, $4, $5))sql";

void insert_area(db::Transaction& transaction, const Area& area) {
    transaction.execute(insert_area_sql,
                        {area.id, area.programme, area.number, area.printed_number, area.heading});
}

constexpr std::string_view select_areas = R"sql(
SELECT id, programme_id, number, printed_number, heading FROM area WHERE programme_id = $1
    ORDER BY number)sql";

std::vector<Area> list_areas(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(select_areas, {programme}, area_in);
}

constexpr std::string_view select_area = R"sql(
SELECT id, programme_id, number, printed_number, heading FROM area WHERE id = $1
    AND programme_id = $2)sql";

base::Result<Area> load_area(db::Transaction& transaction, AreaId id, ProgrammeId programme) {
    auto found = transaction.first(select_area, {id, programme}, area_in);
    if (!found) return refuse(ErrorKind::not_found, "area_not_found");
    return std::move(*found);
}

}  // namespace ledger
