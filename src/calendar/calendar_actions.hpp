// Looking at and importing a calendar year. Importing changes what will be reckoned, never a
// deadline that was already written down.
#pragma once

#include "base/actor.hpp"
#include "base/clock.hpp"
#include "calendar/working_day.hpp"
#include "db/database.hpp"
#include "journal/journal.hpp"

namespace calendar {

struct Needs {
    db::Database& database;
    const base::Clock& clock;
    const journal::Journal& journal;
};

[[nodiscard]] CalendarYear show_year(Needs needs, int year);
/// The year as it stands afterwards; unchanged and not journalled when nothing differs. Refuses: as
/// import_year().
[[nodiscard]] base::Result<CalendarYear> replace_year(Needs needs, const CalendarYear& wanted,
                                                      const base::Actor& actor);

}  // namespace calendar
