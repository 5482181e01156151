// What has a day and an hour as a calendar that other programs subscribe to (iCalendar, RFC 5545):
// meetings, and whatever else modules to the right have. Pure.
#pragma once

#include "meetings/meeting.hpp"

namespace meetings {

enum class EventStatus { confirmed, tentative, cancelled };
struct CalendarEvent {
    std::string uid;  // stays, whatever becomes of it
    std::string title, place, description;
    EventStatus status = EventStatus::confirmed;
    base::Date held_on;
    std::string begins_at;  // "09:00"
    std::int64_t minutes = 60;
    std::int64_t sequence = 0;  // rises whenever it is moved
    base::Instant changed_at;
};
[[nodiscard]] CalendarEvent event_of(const Meeting& meeting);

/// A VCALENDAR with one VEVENT each, under an id that stays; times in Asia/Shanghai; lines end in
/// CR LF and are folded at 75 octets, never within a character. `name` is the calendar's.
[[nodiscard]] std::string calendar_of(const std::vector<CalendarEvent>& events,
                                      std::string_view name);

}  // namespace meetings
