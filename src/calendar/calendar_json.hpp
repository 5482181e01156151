// The message of one calendar year: {"year","days":[{"date","working","note"}],"known"}, both ways.
#pragma once

#include <string>
#include <string_view>

#include "calendar/working_day.hpp"

namespace calendar {

/// "known" may be sent back and is not looked at.
[[nodiscard]] base::Result<CalendarYear> read_year(std::string_view body);
[[nodiscard]] std::string to_json(const CalendarYear& year);

}  // namespace calendar
