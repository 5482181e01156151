#include "ledger/reminder.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

namespace ledger {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::optional<int> days_in(std::string_view text) {
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && days >= 1 && days <= reminder_days_max ? std::optional(days) : std::nullopt;
}

}  // namespace

std::optional<ReminderLadder> ladder_of(std::string_view text) {
    ReminderLadder ladder;
    auto rest = trimmed(text);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        const auto days = days_in(trimmed(rest.substr(0, end)));
        if (!days) return std::nullopt;
        ladder.days.push_back(*days);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::sort(ladder.days.begin(), ladder.days.end(), std::greater<>());
    const bool twice =
        std::adjacent_find(ladder.days.begin(), ladder.days.end()) != ladder.days.end();
    if (twice || ladder.days.size() > reminder_steps_max) return std::nullopt;
    return ladder;
}

std::optional<int> step_of(base::Date due_on, base::Date today, const ReminderLadder& ladder) {
    if (ladder.days.empty()) return std::nullopt;
    const auto left = base::days_between(today, due_on);
    if (left < 0) return overdue_step;
    std::optional<int> step;
    for (const auto days : ladder.days)
        if (left <= days) step = days;
    return step;
}

bool is_news(int step, std::optional<int> told) {
    return !told || step < *told;
}

bool is_time_to_remind(base::Instant now) {
    constexpr std::int64_t hour_ms = 3'600'000;
    return now.milliseconds >=
           base::start_of(base::date_of(now)).milliseconds + reminder_hour * hour_ms;
}

}  // namespace ledger
