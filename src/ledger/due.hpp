// The day that counts, and how near it is. Days are computed from the deadline, the events of the
// programme and the calendar of working days; colour and days left are derived from the day and
// never stored.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/working_day.hpp"
#include "ledger/problem.hpp"
#include "ledger/task.hpp"

namespace ledger {

/// What deadlines can be relative to.
struct Events {
    std::optional<base::Date> feedback_on;
    std::optional<base::Date> concentrated_end_on;
    int immediate_days = 60;
    bool operator==(const Events&) const = default;
};
[[nodiscard]] Events events_of(const Programme& programme);

/// The day by which `deadline` asks for something, or nothing where no day can be known:
/// date, staged, long_term: the day given (for long_term: the next review); relative: counted from
/// the event its text names (see deadline_words.hpp); recurring: the end of the period after
/// `last_proof` (or after the feedback); immediate: the day given, else so many days after the
/// feedback. A working day asks `calendar`.
[[nodiscard]] std::optional<base::Date> due_on(const Deadline& deadline, const Events& events,
                                               const calendar::Calendar& calendar,
                                               std::optional<base::Date> last_proof);

/// How near the day is, in the words of the page.
enum class Tier { none, on_time, due_soon, overdue, long_term, done };
[[nodiscard]] std::string_view name_of(Tier tier);
[[nodiscard]] std::optional<Tier> tier_of_name(std::string_view name);

/// Natural days before the day from which it counts as near (T11: the second letter).
inline constexpr int due_soon_days = 10;

[[nodiscard]] Tier tier_of(MeasureStatus status, std::optional<base::Date> due, base::Date today);
[[nodiscard]] Tier tier_of(ProblemStatus status, std::optional<base::Date> due, base::Date today);
[[nodiscard]] Tier tier_of(const Task& task, base::Date today);

}  // namespace ledger
