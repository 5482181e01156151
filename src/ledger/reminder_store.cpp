#include "ledger/reminder_store.hpp"

#include "ledger/problem_store.hpp"
#include "ledger/reminder.hpp"

namespace ledger {
namespace {

constexpr std::string_view select_nearing = R"sql(
SELECT m.programme_id, g.title, g.inspected_unit_id, h.unit_id, m.id, m.due_on, m.guards,
       (SELECT min(x.step) FROM reminder x WHERE x.measure_id = m.id AND x.due_on = m.due_on)
FROM measure m JOIN problem p ON p.id = m.problem_id JOIN programme g ON g.id = m.programme_id
               JOIN measure_unit h ON h.measure_id = m.id
WHERE m.status IN ('not_started', 'under_way', 'sent_back') AND m.due_on <= $1
  AND p.status NOT IN ('struck_off', 'awaiting_review') AND m.programme_id = $3
  AND NOT EXISTS (SELECT 1 FROM reminder x
                  WHERE x.measure_id = m.id AND x.due_on = m.due_on AND x.step = $2)
ORDER BY h.unit_id)sql";

constexpr std::string_view select_programmes = R"sql(
SELECT DISTINCT m.programme_id
FROM measure m JOIN problem p ON p.id = m.problem_id
WHERE m.status IN ('not_started', 'under_way', 'sent_back') AND m.due_on <= $1
  AND p.status NOT IN ('struck_off', 'awaiting_review')
  AND NOT EXISTS (SELECT 1 FROM reminder x
                  WHERE x.measure_id = m.id AND x.due_on = m.due_on AND x.step = $2)
ORDER BY 1)sql";

constexpr std::string_view insert_reminder = R"sql(
INSERT INTO reminder (measure_id, due_on, step, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (measure_id, due_on, step) DO NOTHING)sql";

}  // namespace

std::vector<ProgrammeId> list_programmes_nearing(db::Transaction& transaction, base::Date until) {
    return transaction.all(select_programmes, {until, overdue_step},
                           [](const db::Row& row) { return row.id<ProgrammeId>(0); });
}

std::vector<NearingMeasure> list_nearing(db::Transaction& transaction, ProgrammeId programme,
                                         base::Date until) {
    return transaction.all(select_nearing, {until, overdue_step, programme},
                           [](const db::Row& row) {
                               NearingMeasure one;
                               one.programme = row.id<ProgrammeId>(0);
                               one.programme_title = row.string(1);
                               one.inspected_unit = row.id<base::UnitId>(2);
                               one.unit = row.id<base::UnitId>(3);
                               one.measure = row.id<MeasureId>(4);
                               one.due_on = row.date(5);
                               one.guards = guards_in(row, 6);
                               if (const auto told = row.optional_integer(7))
                                   one.told = static_cast<int>(*told);
                               return one;
                           });
}

void save_told(db::Transaction& transaction, MeasureId measure, base::Date due_on, int step,
               base::Instant now) {
    transaction.execute(insert_reminder, {measure, due_on, step, now});
}

}  // namespace ledger
