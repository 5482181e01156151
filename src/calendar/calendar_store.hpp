// Calendar years in the database. Decides nothing.
#pragma once

#include "calendar/working_day.hpp"
#include "db/database.hpp"

namespace calendar {

/// The year; not known and without days when nobody has imported it.
[[nodiscard]] CalendarYear load_year(db::Transaction& transaction, int year);
/// All known years from `first` to `last`, for reckoning deadlines inside the caller's transaction.
[[nodiscard]] Calendar load_calendar(db::Transaction& transaction, int first, int last);
/// Waits until no other writer works on this year.
void lock_year(db::Transaction& transaction, int year);
/// Puts the year in place of what stood there.
void save_year(db::Transaction& transaction, const CalendarYear& year, base::Instant now);

}  // namespace calendar
