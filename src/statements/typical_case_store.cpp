#include "statements/typical_case_store.hpp"

namespace statements {
namespace {

constexpr std::string_view select_meetings = R"sql(
SELECT m.id FROM meeting m
WHERE m.programme_id = $1 AND m.state = 'closed'
      AND EXISTS (SELECT 1 FROM agenda_item i
                  WHERE i.meeting_id = m.id AND i.subject_kind = 'problem' AND i.moved_on = 0)
ORDER BY m.held_on DESC, m.id DESC LIMIT $2)sql";

}  // namespace

std::vector<meetings::MeetingId> list_meetings_on_problems(db::Transaction& transaction,
                                                           base::ProgrammeId programme,
                                                           std::int64_t count_max) {
    return transaction.all(select_meetings, {programme, count_max},
                           [](const db::Row& row) { return row.id<meetings::MeetingId>(0); });
}

}  // namespace statements
