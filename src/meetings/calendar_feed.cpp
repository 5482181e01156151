#include "meetings/calendar_feed.hpp"

namespace meetings {
namespace {

constexpr std::size_t line_octets_max = 75;

/// Summary, place and other texts: RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

bool is_within_char(char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

/// A line longer than is allowed goes on after a line break and a space.
void add_line(std::string& out, std::string_view name, std::string_view value) {
    auto line = std::string(name) + ":" + std::string(value);
    std::string_view rest = line;
    auto room = line_octets_max;
    while (rest.size() > room) {
        auto end = room;
        while (is_within_char(rest[end])) --end;
        out += rest.substr(0, end);
        out += "\r\n ";
        rest.remove_prefix(end);
        room = line_octets_max - 1;  // The space counts.
    }
    out += rest;
    out += "\r\n";
}

/// "2024-06-30T08:15:00.000Z" as "20240630T081500Z".
std::string utc(base::Instant instant) {
    std::string out;
    for (const char c : base::to_text(instant).substr(0, 19))
        if (c != '-' && c != ':') out += c;
    return out + "Z";
}

/// Days and minutes after midnight as "20240630T090000".
std::string local(base::Date day, std::int64_t minutes) {
    const auto date = base::add_days(day, static_cast<int>(minutes / minutes_max));
    const auto of_day = minutes % minutes_max;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string out;
    for (const char c : base::to_text(date))
        if (c != '-') out += c;
    return out + "T" + two(of_day / 60) + two(of_day % 60) + "00";
}

std::int64_t minutes_of(std::string_view time_of_day) {
    const auto digit = [&](std::size_t i) {
        return static_cast<std::int64_t>(time_of_day[i] - '0');
    };
    return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

std::string description_of(const Meeting& meeting) {
    std::string text = std::string(words_of(meeting.terms.kind)) + "　" + meeting.programme_title;
    for (const auto& one : meeting.terms.participants)
        if (one.duty == Duty::host) text += "\n主持：" + one.name;
    if (!meeting.reason.empty()) text += "\n取消原因：" + meeting.reason;
    return text;
}

std::string_view words_of(EventStatus status) {
    switch (status) {
        case EventStatus::tentative: return "TENTATIVE";
        case EventStatus::cancelled: return "CANCELLED";
        case EventStatus::confirmed: break;
    }
    return "CONFIRMED";
}

void add_event(std::string& out, const CalendarEvent& event) {
    const auto begins = minutes_of(event.begins_at);
    add_line(out, "BEGIN", "VEVENT");
    add_line(out, "UID", event.uid + "@zhenggai");
    add_line(out, "DTSTAMP", utc(event.changed_at));
    add_line(out, "LAST-MODIFIED", utc(event.changed_at));
    add_line(out, "SEQUENCE", std::to_string(event.sequence));
    add_line(out, "STATUS", words_of(event.status));
    add_line(out, "DTSTART;TZID=Asia/Shanghai", local(event.held_on, begins));
    add_line(out, "DTEND;TZID=Asia/Shanghai", local(event.held_on, begins + event.minutes));
    add_line(out, "SUMMARY", escaped(event.title));
    if (!event.place.empty()) add_line(out, "LOCATION", escaped(event.place));
    add_line(out, "DESCRIPTION", escaped(event.description));
    add_line(out, "END", "VEVENT");
}

// China has had no summer time since 1991.
void add_zone(std::string& out) {
    add_line(out, "BEGIN", "VTIMEZONE");
    add_line(out, "TZID", "Asia/Shanghai");
    add_line(out, "BEGIN", "STANDARD");
    add_line(out, "DTSTART", "19910915T010000");
    add_line(out, "TZOFFSETFROM", "+0900");
    add_line(out, "TZOFFSETTO", "+0800");
    add_line(out, "TZNAME", "CST");
    add_line(out, "END", "STANDARD");
    add_line(out, "END", "VTIMEZONE");
}

}  // namespace

CalendarEvent event_of(const Meeting& meeting) {
    const auto& terms = meeting.terms;
    const bool cancelled = meeting.state == MeetingState::cancelled;
    return {.uid = meeting.id.text(),
            .title = terms.title,
            .place = terms.place,
            .description = description_of(meeting),
            .status = cancelled ? EventStatus::cancelled : EventStatus::confirmed,
            .held_on = terms.held_on,
            .begins_at = terms.begins_at,
            .minutes = terms.minutes,
            .sequence = meeting.sequence,
            .changed_at = meeting.changed_at};
}

std::string calendar_of(const std::vector<CalendarEvent>& events, std::string_view name) {
    std::string out;
    add_line(out, "BEGIN", "VCALENDAR");
    add_line(out, "VERSION", "2.0");
    add_line(out, "PRODID", "-//zhenggai//meetings//ZH");
    add_line(out, "CALSCALE", "GREGORIAN");
    add_line(out, "METHOD", "PUBLISH");
    add_line(out, "X-WR-CALNAME", escaped(name));
    add_zone(out);
    for (const auto& event : events) add_event(out, event);
    add_line(out, "END", "VCALENDAR");
    return out;
}

}  // namespace meetings
