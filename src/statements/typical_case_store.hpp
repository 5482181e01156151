// Which meetings of a programme spoke of its problems. Decides nothing.
#pragma once

#include "base/actor.hpp"
#include "db/database.hpp"
#include "meetings/meeting.hpp"

namespace statements {

/// Closed ones whose minutes hold a problem of the ledger, the last first; at most count_max.
[[nodiscard]] std::vector<meetings::MeetingId> list_meetings_on_problems(
    db::Transaction& transaction, base::ProgrammeId programme, std::int64_t count_max);

}  // namespace statements
