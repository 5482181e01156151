#include "meetings/series.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace meetings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> every_names{"week", "half_month", "month", "dates"};
constexpr int half_month_days = 15;
constexpr int days_looked_at = 400;  // more than any rule leaves between two days

std::int64_t day_max(Every every) {
    if (every == Every::week) return 7;
    return every == Every::half_month ? half_month_days : 31;
}

std::int64_t weekday_of(base::Date date) {
    return static_cast<std::int64_t>(std::chrono::weekday(date.days).iso_encoding());
}

bool is_day_of_month(base::Date date, std::int64_t day) {
    const auto last =
        static_cast<std::int64_t>(base::last_day_of(date.year(), date.month())->day());
    return static_cast<std::int64_t>(date.day()) == std::min(day, last);
}

bool falls_on(const SeriesTerms& terms, base::Date date) {
    switch (terms.every) {
        case Every::week: return weekday_of(date) == terms.day;
        case Every::half_month:
            return is_day_of_month(date, terms.day) ||
                   is_day_of_month(date, terms.day + half_month_days);
        case Every::month: return is_day_of_month(date, terms.day);
        case Every::dates:
            return std::find(terms.dates.begin(), terms.dates.end(), date) != terms.dates.end();
    }
    return false;
}

}  // namespace

std::string_view name_of(Every every) {
    return every_names[static_cast<std::size_t>(every)];
}
std::optional<Every> every_of(std::string_view name) {
    return base::named<Every>(every_names, name);
}

base::Result<void> check(const SeriesTerms& terms, const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_arranges_meetings");
    if (terms.every == Every::dates) {
        if (terms.dates.empty()) return refuse(ErrorKind::invalid, "series_has_no_dates", "dates");
        return {};
    }
    if (terms.day < 1 || terms.day > day_max(terms.every))
        return refuse(ErrorKind::invalid, "series_day_out_of_range", "day",
                      {{"value", std::to_string(terms.day)},
                       {"accepted", std::to_string(day_max(terms.every))}});
    return {};
}

std::vector<calendar::ReckonedDay> next_days(const SeriesTerms& terms, base::Date after,
                                             std::size_t count,
                                             const calendar::Calendar& calendar) {
    std::vector<calendar::ReckonedDay> days;
    auto last = after;
    // A day before `after` may have moved behind it.
    auto date = base::add_days(after, -half_month_days);
    const auto end = base::add_days(terms.every == Every::dates && !terms.dates.empty()
                                        ? std::max(after, terms.dates.back())
                                        : after,
                                    days_looked_at);
    for (; days.size() < count && date < end; date = base::add_days(date, 1)) {
        if (!falls_on(terms, date)) continue;
        const auto worked = calendar.next_working_day(date);
        if (worked.date <= last) continue;
        days.push_back(worked);
        last = worked.date;
    }
    return days;
}

}  // namespace meetings
