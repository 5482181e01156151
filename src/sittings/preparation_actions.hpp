// The figures of what was prepared, from the modules that keep it. A step for actions that draft
// texts; not an action itself.
#pragma once

#include "db/database.hpp"
#include "life_meetings/life_meeting.hpp"
#include "sittings/preparation.hpp"

namespace sittings {

[[nodiscard]] Preparation load_preparation(db::Transaction& transaction,
                                           const life_meetings::LifeMeeting& meeting);

}  // namespace sittings
