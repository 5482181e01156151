// Which days are working days in mainland China: Monday to Friday, but for the days that the yearly
// notice of the State Council moves (调休). Pure; a year without a known notice is reckoned Monday
// to Friday and every answer that touches it says so. Deadlines are reckoned once, when they are
// set: nothing here or elsewhere moves a day that was already written down because a calendar
// changed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace calendar {

inline constexpr int year_min = 2000, year_max = 2100;
inline constexpr int working_days_max = 10'000;  // nothing is due later than that many days

enum class DayKind { off, working };

/// A weekday off or a weekend day worked.
struct ExceptionalDay {
    base::Date date;
    DayKind kind = DayKind::off;
    std::string note;  // 春节, 国庆节调休上班 …
    bool operator==(const ExceptionalDay&) const = default;
};

/// The exceptions of one year, by date. `known` is false for a year nobody has imported.
struct CalendarYear {
    int year = 0;
    bool known = false;
    std::vector<ExceptionalDay> days;
    bool operator==(const CalendarYear&) const = default;
};

/// A reckoned day; `certain` is false when a year without a known calendar was passed on the way.
struct ReckonedDay {
    base::Date date;
    bool certain = true;
    bool operator==(const ReckonedDay&) const = default;
};
struct ReckonedCount {
    int days = 0;
    bool certain = true;
    bool operator==(const ReckonedCount&) const = default;
};

/// Some years together, as far as one reckoning needs them. A value: no lock, any thread may read
/// it.
class Calendar {
  public:
    /// Years that are not known are passed over.
    void add(const CalendarYear& year);
    [[nodiscard]] bool knows(int year) const { return years_.contains(year); }
    [[nodiscard]] bool is_working_day(base::Date date) const;
    /// `date` itself when it is a working day, else the first one after it.
    [[nodiscard]] ReckonedDay next_working_day(base::Date date) const;
    /// The `count`-th working day after `from`; the day of the event does not count. 0 gives
    /// `from`. Requires 0 <= count <= working_days_max.
    [[nodiscard]] ReckonedDay add_working_days(base::Date from, int count) const;
    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`.
    [[nodiscard]] ReckonedCount working_days_between(base::Date from, base::Date to) const;

  private:
    std::map<int, std::map<base::Date, DayKind>> years_;
};

/// The year as it will stand: sorted, without the days that are no exception to Monday to Friday.
/// Refuses: year_out_of_range, day_of_another_year, day_stands_twice, past_days_stay_as_they_were
/// (a day before `today` of a year that was already known would change its kind).
[[nodiscard]] base::Result<CalendarYear> import_year(const CalendarYear& before,
                                                     const CalendarYear& wanted, base::Date today);

}  // namespace calendar
