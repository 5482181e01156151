#include "calendar/working_day.hpp"

#include <algorithm>
#include <cassert>

namespace calendar {
namespace {

using base::ErrorKind;
using base::refuse;

DayKind ordinary_kind(base::Date date) {
    const auto day = std::chrono::weekday(date.days);
    return day == std::chrono::Saturday || day == std::chrono::Sunday ? DayKind::off
                                                                      : DayKind::working;
}

bool same_kinds_before(base::Date today, const CalendarYear& before, const CalendarYear& after) {
    const auto past = [today](const CalendarYear& year) {
        std::map<base::Date, DayKind> kinds;
        for (const auto& day : year.days)
            if (day.date < today) kinds.emplace(day.date, day.kind);
        return kinds;
    };
    return past(before) == past(after);
}

std::string place_of(std::size_t index) {
    return "days[" + std::to_string(index) + "].date";
}

}  // namespace

void Calendar::add(const CalendarYear& year) {
    if (!year.known) return;
    auto& days = years_[year.year];
    for (const auto& day : year.days) days[day.date] = day.kind;
}

bool Calendar::is_working_day(base::Date date) const {
    const auto year = years_.find(date.year());
    if (year == years_.end()) return ordinary_kind(date) == DayKind::working;
    const auto day = year->second.find(date);
    return (day == year->second.end() ? ordinary_kind(date) : day->second) == DayKind::working;
}

ReckonedDay Calendar::next_working_day(base::Date date) const {
    bool certain = knows(date.year());
    while (!is_working_day(date)) {
        date = base::add_days(date, 1);
        certain = certain && knows(date.year());
    }
    return {date, certain};
}

ReckonedDay Calendar::add_working_days(base::Date from, int count) const {
    assert(count >= 0 && count <= working_days_max);
    bool certain = true;
    auto date = from;
    while (count > 0) {
        date = base::add_days(date, 1);
        certain = certain && knows(date.year());
        if (is_working_day(date)) --count;
    }
    return {date, certain};
}

ReckonedCount Calendar::working_days_between(base::Date from, base::Date to) const {
    if (to < from) {
        const auto count = working_days_between(to, from);
        return {-count.days, count.certain};
    }
    ReckonedCount count;
    for (auto date = from; date < to;) {
        date = base::add_days(date, 1);
        count.certain = count.certain && knows(date.year());
        if (is_working_day(date)) ++count.days;
    }
    return count;
}

base::Result<CalendarYear> import_year(const CalendarYear& before, const CalendarYear& wanted,
                                       base::Date today) {
    if (wanted.year < year_min || wanted.year > year_max)
        return refuse(ErrorKind::invalid, "year_out_of_range", "year",
                      {{"accepted", std::to_string(year_min) + "–" + std::to_string(year_max)}});
    CalendarYear after{wanted.year, true, {}};
    std::map<base::Date, DayKind> seen;
    for (std::size_t i = 0; i < wanted.days.size(); ++i) {
        const auto& day = wanted.days[i];
        if (day.date.year() != wanted.year)
            return refuse(
                ErrorKind::invalid, "day_of_another_year", place_of(i),
                {{"value", base::to_text(day.date)}, {"year", std::to_string(wanted.year)}});
        if (!seen.emplace(day.date, day.kind).second)
            return refuse(ErrorKind::invalid, "day_stands_twice", place_of(i),
                          {{"value", base::to_text(day.date)}});
        if (day.kind != ordinary_kind(day.date)) after.days.push_back(day);
    }
    std::sort(after.days.begin(), after.days.end(),
              [](const auto& a, const auto& b) { return a.date < b.date; });
    if (before.known && !same_kinds_before(today, before, after))
        return refuse(ErrorKind::illegal_transition, "past_days_stay_as_they_were", "days",
                      {{"today", base::to_text(today)}});
    return after;
}

}  // namespace calendar
