// A series of meetings: how often one is held, and on which days the next ones fall. Pure.
#pragma once

#include "calendar/working_day.hpp"
#include "meetings/meeting.hpp"

namespace meetings {

inline constexpr std::size_t dates_max = 60;

enum class Every { week, half_month, month, dates };
[[nodiscard]] std::string_view name_of(Every every);
[[nodiscard]] std::optional<Every> every_of(std::string_view name);

/// What the office writes.
struct SeriesTerms {
    MeetingKind kind = MeetingKind::coordination;
    std::string title;
    Every every = Every::week;
    /// Of the week, Monday is 1; of the month, 1 to 31, the last of a month that is shorter; of
    /// half a month 1 to 15, and again 15 days later. Nothing where the days are given.
    std::int64_t day = 1;
    std::vector<base::Date> dates;  // by day
    bool ended = false;
    bool operator==(const SeriesTerms&) const = default;
};

struct Series {
    SeriesId id;
    ProgrammeId programme;
    SeriesTerms terms;
    std::int64_t version = 1;
    bool operator==(const Series&) const = default;
};

/// Refuses: only_the_office_arranges_meetings, then together: series_day_out_of_range (args
/// accepted), series_has_no_dates.
[[nodiscard]] base::Result<void> check(const SeriesTerms& terms, const base::Actor& actor);

/// The next `count` days after `after`; a day that is not worked moves to the next one that is.
/// Fewer where the dates end.
[[nodiscard]] std::vector<calendar::ReckonedDay> next_days(const SeriesTerms& terms,
                                                           base::Date after, std::size_t count,
                                                           const calendar::Calendar& calendar);

}  // namespace meetings
