// Reminding of days that come near and of days that are over: a ladder of days before, each step
// once for a row and its day, the last step when the day has passed. Whoever was not told because
// the program stood still is told of the step that counts now. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace ledger {

/// Days before the day that counts, the furthest first; none: nobody is reminded.
struct ReminderLadder {
    std::vector<int> days;
    bool operator==(const ReminderLadder&) const = default;
};
inline constexpr std::size_t reminder_steps_max = 5;
inline constexpr int reminder_days_max = 365, reminder_hour = 8;
/// The step after the last: the day is over.
inline constexpr int overdue_step = 0;

/// "20, 10": up to five different numbers from 1 to 365; "" is a ladder without steps. Nothing for
/// anything else.
[[nodiscard]] std::optional<ReminderLadder> ladder_of(std::string_view text);
/// The step a row is on; none while its day is further off than the first.
[[nodiscard]] std::optional<int> step_of(base::Date due_on, base::Date today,
                                         const ReminderLadder& ladder);
/// Whether it is told of now: `told` is the closest step that was told for this day.
[[nodiscard]] bool is_news(int step, std::optional<int> told);
/// People are reminded from eight in the morning on.
[[nodiscard]] bool is_time_to_remind(base::Instant now);

}  // namespace ledger
