// Meetings as a calendar that other programs subscribe to (iCalendar, RFC 5545). Pure.
#pragma once

#include "meetings/meeting.hpp"

namespace meetings {

/// A VCALENDAR with one VEVENT a meeting, under an id that stays; times in Asia/Shanghai; lines end
/// in CR LF and are folded at 75 octets, never within a character. `name` is the calendar's.
[[nodiscard]] std::string calendar_of(const std::vector<Meeting>& meetings, std::string_view name);

}  // namespace meetings
