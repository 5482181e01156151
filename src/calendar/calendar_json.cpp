#include "calendar/calendar_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/limits.hpp"

namespace calendar {
namespace {

constexpr std::size_t days_max = 366;

}  // namespace

base::Result<CalendarYear> read_year(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    CalendarYear year;
    year.year = static_cast<int>(reader.integer("year", year_min, year_max));
    static_cast<void>(reader.boolean("known", true));
    year.known = true;
    reader.array("days", days_max, [&](base::JsonReader& day) {
        if (!day.has("working")) day.fault("working", "missing");
        const auto kind = day.boolean("working", false) ? DayKind::working : DayKind::off;
        year.days.push_back(
            {day.date("date"), kind, day.text_or_empty("note", base::limits::name_chars_max)});
    });
    if (const auto read = reader.finish(); !read) return read.error();
    return year;
}

std::string to_json(const CalendarYear& year) {
    base::JsonWriter json;
    json.begin_object().field("year", year.year).key("days").begin_array();
    for (const auto& day : year.days) {
        json.begin_object().field("date", day.date).field("working", day.kind == DayKind::working);
        json.field("note", day.note).end_object();
    }
    json.end_array().field("known", year.known).end_object();
    return json.take();
}

}  // namespace calendar
