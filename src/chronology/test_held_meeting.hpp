// A life meeting (专题民主生活会) as its own module, to the right, leaves it once it was opened.
#pragma once

#include <string>

#include "base/actor.hpp"
#include "db/database.hpp"

namespace chronology::testing {

/// Opened on 2024-06-28 by its principal 周桂芳; `over`: closed, too.
inline void insert_life_meeting(db::Transaction& transaction, const std::string& id,
                                base::ProgrammeId programme, bool over) {
    transaction.execute(
        "INSERT INTO life_meeting (id, programme_id, title, theme, basis, focus, held_on, "
        "begins_at, length, sessions, place, contact_leader, study_hours_min, "
        "criticisms_each_min, plan_days, drafts_days, report_days, state, edition, "
        "edition_reason, round, cancelled_reason, begun_by, begun_at, version) VALUES ($1, $2, "
        "'专题民主生活会' || $1, '', '', '', '2024-06-28', '09:00', 'half_day', '', '', '', 4, "
        "1, 15, 5, 15, 'closed', 1, '', 1, '', '', 0, 1)",
        {id, programme});
    transaction.execute(
        "INSERT INTO life_participant (id, meeting_id, position, part, name, title, left_reason) "
        "VALUES ($1, $1, 1, 'principal', '周桂芳', '', '')",
        {id});
    transaction.execute(
        "INSERT INTO life_sitting (life_meeting_id, opened_at, opened_by, closed_by, digest, "
        "version) VALUES ($1, 1719550000000, '', '', '', 1)",
        {id});
    transaction.execute(
        "INSERT INTO life_consultation (id, meeting_id, number, kind, held_on, words, person, "
        "entered_by, at, answer, answered_on, answered_by, answer_entered_by, answered_at) "
        "VALUES ($1, $1, 1, 'ask', '2024-06-20', '', '张敏', '', 1718850000000, '同意', "
        "'2024-06-21', '冯磊', '', 1718950000000)",
        {id});
    if (over)
        transaction.execute(
            "UPDATE life_sitting SET closed_at = 1719560000000 WHERE life_meeting_id = $1", {id});
}

}  // namespace chronology::testing
