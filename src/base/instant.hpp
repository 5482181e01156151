// Moments and days. A moment is UTC milliseconds; a day is a calendar day in Asia/Shanghai (UTC+8,
// no summer time). Nothing here reads the clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

struct Instant {
    std::int64_t milliseconds = 0;  // since 1970-01-01T00:00:00Z

    auto operator<=>(const Instant&) const = default;
};

/// A calendar day; wraps chrono so that days can be counted and formatted in one way everywhere.
struct Date {
    std::chrono::sys_days days{};

    auto operator<=>(const Date&) const = default;
    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month() const;
    [[nodiscard]] unsigned day() const;
};

/// nullopt when there is no such day (30 February).
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);
/// The last day of a month; nullopt when there is no such month.
[[nodiscard]] std::optional<Date> last_day_of(int year, unsigned month);
/// "2024-06-30" and nothing else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_text(Date date);
/// "09:00" and nothing else.
[[nodiscard]] bool is_time_of_day(std::string_view text);
/// "2024-06-30T08:15:00.000Z"
[[nodiscard]] std::string to_text(Instant instant);
/// "2024-06-30 16:15" in Asia/Shanghai, for documents and the command line.
[[nodiscard]] std::string to_local_text(Instant instant);
[[nodiscard]] Date date_of(Instant instant);
/// The first moment of the day in Asia/Shanghai.
[[nodiscard]] Instant start_of(Date date);
[[nodiscard]] Date add_days(Date date, int days);
/// The same day so many months later, or the last of a month that is shorter.
[[nodiscard]] Date add_months(Date date, int months);
/// b - a
[[nodiscard]] int days_between(Date a, Date b);

}  // namespace base
