#include "ledger/removal_store.hpp"

#include <initializer_list>

namespace ledger {
namespace {

void delete_all(db::Transaction& transaction, std::string_view id,
                std::initializer_list<std::string_view> statements) {
    for (const auto sql : statements) transaction.execute(sql, {id});
}

}  // namespace

constexpr std::string_view delete_results = R"sql(
DELETE FROM result WHERE entry_id IN (SELECT id FROM progress_entry WHERE measure_id = $1))sql";
constexpr std::string_view delete_entries = "DELETE FROM progress_entry WHERE measure_id = $1";
constexpr std::string_view delete_services = "DELETE FROM measure_service WHERE measure_id = $1";
constexpr std::string_view delete_reminders = "DELETE FROM rung_told WHERE row_id = $1";
constexpr std::string_view delete_notice_items = "DELETE FROM notice_item WHERE measure_id = $1";
// Proposals that are about nothing any more; a notice that went further keeps its measures.
constexpr std::string_view delete_empty_proposals = R"sql(
DELETE FROM notice WHERE id <> $1 AND state = 'proposed'
  AND NOT EXISTS (SELECT 1 FROM notice_item i WHERE i.notice_id = notice.id))sql";
constexpr std::string_view delete_measure_units = "DELETE FROM measure_unit WHERE measure_id = $1";
constexpr std::string_view delete_measure = "DELETE FROM measure WHERE id = $1";
constexpr std::string_view delete_strike_off =
    "DELETE FROM strike_off WHERE problem_id = $1 AND imported = 1";
constexpr std::string_view delete_problem_units = "DELETE FROM problem_unit WHERE problem_id = $1";
constexpr std::string_view delete_problem = "DELETE FROM problem WHERE id = $1";
constexpr std::string_view delete_manifestation = "DELETE FROM manifestation WHERE id = $1";
constexpr std::string_view delete_area = "DELETE FROM area WHERE id = $1";

constexpr std::string_view delete_task = "DELETE FROM task WHERE id = $1";
constexpr std::string_view delete_phase_row = "DELETE FROM phase WHERE id = $1";

namespace {

void delete_with_all(db::Transaction& transaction, std::string_view kind, std::string_view id) {
    if (kind == "measure")
        delete_all(transaction, id,
                   {delete_results, delete_entries, delete_reminders, delete_notice_items,
                    delete_empty_proposals, delete_services, delete_measure_units, delete_measure});
    if (kind == "problem")
        delete_all(transaction, id,
                   {delete_strike_off, delete_reminders, delete_problem_units, delete_problem});
    if (kind == "manifestation") delete_all(transaction, id, {delete_manifestation});
    if (kind == "task") delete_all(transaction, id, {delete_reminders, delete_task});
    if (kind == "phase") delete_all(transaction, id, {delete_phase_row});
    if (kind == "area") delete_all(transaction, id, {delete_area});
}

}  // namespace

// Modules to the right may have records that rest on a row; the database knows them all.
base::Result<void> delete_row(db::Transaction& transaction, std::string_view kind,
                              std::string_view id) {
    try {
        delete_with_all(transaction, kind, id);
        return {};
    } catch (const db::ConstraintError& error) {
        if (error.what_violated != db::ConstraintError::What::foreign_key) throw;
        return base::refuse(base::ErrorKind::illegal_transition, "row_is_referred_to");
    }
}

constexpr std::string_view select_acts =
    "SELECT DISTINCT act FROM ledger_history WHERE subject_id = $1";
constexpr std::string_view count_what_happened = R"sql(
SELECT (SELECT count(*) FROM evidence_link WHERE subject_id = $1),
       (SELECT count(*) FROM extension WHERE row_id = $1),
       (SELECT count(*) FROM notice_item i JOIN notice n ON n.id = i.notice_id
        WHERE i.measure_id = $1 AND n.state <> 'proposed'),
       (SELECT count(*) FROM handover_item WHERE row_id = $1),
       (SELECT count(*) FROM agenda_item WHERE subject_id = $1),
       (SELECT count(*) FROM plan_block WHERE row_id = $1) +
       (SELECT count(*) FROM plan_comment WHERE problem_id = $1))sql";
constexpr std::string_view count_other_problems = R"sql(
SELECT count(*) FROM measure_service s JOIN measure m ON m.id = s.measure_id
WHERE m.id = $1 AND s.problem_id <> m.problem_id)sql";
constexpr std::string_view count_other_measures = R"sql(
SELECT count(*) FROM measure_service s JOIN measure m ON m.id = s.measure_id
WHERE s.problem_id = $1 AND m.problem_id <> s.problem_id)sql";

namespace {

template <class Id>
RowLife life_of(db::Transaction& transaction, Id id, std::string_view count_shared) {
    RowLife life;
    life.acts =
        transaction.all(select_acts, {id}, [](const db::Row& row) { return row.string(0); });
    transaction.each(count_what_happened, {id}, [&](const db::Row& row) {
        life.evidence = row.integer(0);
        life.extensions = row.integer(1);
        life.notices = row.integer(2);
        life.handovers = row.integer(3);
        life.agendas = row.integer(4);
        life.plans = row.integer(5);
    });
    transaction.each(count_shared, {id}, [&](const db::Row& row) { life.shared = row.integer(0); });
    return life;
}

}  // namespace

RowLife load_life(db::Transaction& transaction, ProblemId id) {
    return life_of(transaction, id, count_other_measures);
}
RowLife load_life(db::Transaction& transaction, MeasureId id) {
    return life_of(transaction, id, count_other_problems);
}

}  // namespace ledger
