#include "ledger/due.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "ledger/deadline_words.hpp"

namespace ledger {
namespace {

constexpr std::array<std::string_view, 6> tier_names{"none",    "on_time",   "due_soon",
                                                     "overdue", "long_term", "done"};

/// `count` working days before `from`.
base::Date go_back(base::Date from, int count, const calendar::Calendar& calendar) {
    while (count > 0) {
        from = base::add_days(from, -1);
        if (calendar.is_working_day(from)) --count;
    }
    return from;
}

std::optional<base::Date> relative_day(const Deadline& deadline, const Events& events,
                                       const calendar::Calendar& calendar) {
    if (deadline.date) return deadline.date;
    const auto words = relative_words(deadline.text);
    if (!words) return std::nullopt;
    const auto event =
        words->event == Event::feedback ? events.feedback_on : events.concentrated_end_on;
    if (!event || !words->span) return event;
    const int count = words->before ? -words->span->count : words->span->count;
    switch (words->span->unit) {
        case SpanUnit::working_day:
            return count < 0 ? go_back(*event, -count, calendar)
                             : calendar.add_working_days(*event, count).date;
        case SpanUnit::day: return base::add_days(*event, count);
        case SpanUnit::month: return base::add_months(*event, count);
    }
    return std::nullopt;
}

/// The last day of the period of so many months that follows the one `proof` lies in.
base::Date end_of_next_period(base::Date proof, int months) {
    const int index = proof.year() * 12 + static_cast<int>(proof.month()) - 1;
    const int last = (index / months + 2) * months - 1;
    return *base::last_day_of(last / 12, static_cast<unsigned>(last % 12 + 1));
}

std::optional<base::Date> recurring_day(const Deadline& deadline, std::optional<base::Date> proof,
                                        const calendar::Calendar& calendar) {
    const auto period = period_words(deadline.text);
    if (!proof || !period || period->count == 0) return std::nullopt;
    switch (period->unit) {
        case SpanUnit::working_day: return calendar.add_working_days(*proof, period->count).date;
        case SpanUnit::day: return base::add_days(*proof, period->count);
        case SpanUnit::month: return end_of_next_period(*proof, period->count);
    }
    return std::nullopt;
}

Tier by_day(std::optional<base::Date> due, base::Date today) {
    if (!due) return Tier::none;
    const int left = base::days_between(today, *due);
    if (left < 0) return Tier::overdue;
    return left <= due_soon_days ? Tier::due_soon : Tier::on_time;
}

}  // namespace

Events events_of(const Programme& programme) {
    return {programme.feedback_on, programme.concentrated_end_on, programme.immediate_days};
}

std::optional<base::Date> due_on(const Deadline& deadline, const Events& events,
                                 const calendar::Calendar& calendar,
                                 std::optional<base::Date> last_proof) {
    switch (deadline.kind) {
        case DeadlineKind::date:
        case DeadlineKind::staged:
        case DeadlineKind::long_term: return deadline.date;
        case DeadlineKind::relative: return relative_day(deadline, events, calendar);
        case DeadlineKind::recurring:
            return recurring_day(deadline, last_proof ? last_proof : events.feedback_on, calendar);
        case DeadlineKind::immediate:
            if (deadline.date || !events.feedback_on) return deadline.date;
            return base::add_days(*events.feedback_on, events.immediate_days);
        case DeadlineKind::unspecified: return std::nullopt;
    }
    return std::nullopt;
}

std::string_view name_of(Tier tier) {
    return tier_names[static_cast<std::size_t>(tier)];
}

std::optional<Tier> tier_of_name(std::string_view name) {
    return base::named<Tier>(tier_names, name);
}

Tier tier_of(MeasureStatus status, std::optional<base::Date> due, base::Date today) {
    if (status == MeasureStatus::done) return Tier::done;
    // A long-term measure without a next review has no day to be near to; with one it can be
    // overdue.
    if (status == MeasureStatus::long_term && !due) return Tier::long_term;
    return by_day(due, today);
}

Tier tier_of(ProblemStatus status, std::optional<base::Date> due, base::Date today) {
    return status == ProblemStatus::struck_off ? Tier::done : by_day(due, today);
}

Tier tier_of(const Task& task, base::Date today) {
    return task.is_over() ? Tier::done : by_day(task.due_on, today);
}

}  // namespace ledger
