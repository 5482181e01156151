#include "ledger/due.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "text/numeral.hpp"

namespace ledger {
namespace {

constexpr std::array<std::string_view, 6> tier_names{"none",    "on_time",   "due_soon",
                                                     "overdue", "long_term", "done"};

constexpr int span_max = 1'000;  // of any unit: nothing is due later than that

std::optional<base::Date> event_named(std::string_view text, const Events& events) {
    if (text.find("集中整改") != std::string_view::npos) return events.concentrated_end_on;
    return events.feedback_on;
}

base::Date add_months(base::Date from, int months) {
    const int index = from.year() * 12 + static_cast<int>(from.month()) - 1 + months;
    const int year = index / 12;
    const auto month = static_cast<unsigned>(index % 12 + 1);
    const auto last = *base::last_day_of(year, month);
    return base::make_date(year, month, from.day()).value_or(last);
}

enum class SpanUnit { working_day, day, week, month, year };

struct Span {
    int count = 0;
    SpanUnit unit = SpanUnit::day;
};

constexpr std::pair<std::string_view, SpanUnit> span_words[]{{"个工作日", SpanUnit::working_day},
                                                             {"工作日", SpanUnit::working_day},
                                                             {"个月", SpanUnit::month},
                                                             {"月", SpanUnit::month},
                                                             {"周", SpanUnit::week},
                                                             {"个星期", SpanUnit::week},
                                                             {"年", SpanUnit::year},
                                                             {"日", SpanUnit::day},
                                                             {"天", SpanUnit::day}};

/// The first "so many of a unit" in the text: 三个月, 20个工作日.
std::optional<Span> find_span(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); base::next_char(text, at)) {
        const auto number = text::leading_number(text.substr(at));
        if (!number) continue;
        const auto rest = text.substr(at + number->bytes);
        for (const auto& [word, unit] : span_words)
            if (rest.starts_with(word)) return Span{number->value, unit};
    }
    return std::nullopt;
}

std::optional<base::Date> relative_day(const Deadline& deadline, const Events& events,
                                       const calendar::Calendar& calendar) {
    if (deadline.date) return deadline.date;
    const auto event = event_named(deadline.text, events);
    const auto span = find_span(deadline.text);
    if (!event) return std::nullopt;
    if (!span) return event;  // 集中整改期结束前
    const int count = std::min(span->count, span_max);
    switch (span->unit) {
        case SpanUnit::working_day: return calendar.add_working_days(*event, count).date;
        case SpanUnit::day: return base::add_days(*event, count);
        case SpanUnit::week: return base::add_days(*event, count * 7);
        case SpanUnit::month: return add_months(*event, count);
        case SpanUnit::year: return add_months(*event, count * 12);
    }
    return std::nullopt;
}

/// The last day of the period of so many months that follows the one `proof` lies in.
base::Date end_of_next_period(base::Date proof, int months) {
    const int index = proof.year() * 12 + static_cast<int>(proof.month()) - 1;
    const int last = (index / months + 2) * months - 1;
    return *base::last_day_of(last / 12, static_cast<unsigned>(last % 12 + 1));
}

std::optional<base::Date> recurring_day(const Deadline& deadline, std::optional<base::Date> proof) {
    if (!proof) return std::nullopt;
    const auto has = [&](std::string_view word) {
        return deadline.text.find(word) != std::string::npos;
    };
    if (has("半月")) return base::add_days(*proof, 15);
    if (has("周")) return base::add_days(*proof, 7);
    if (has("月")) return end_of_next_period(*proof, 1);
    if (has("季")) return end_of_next_period(*proof, 3);
    if (has("半年") || has("学期")) return end_of_next_period(*proof, 6);
    if (has("年")) return end_of_next_period(*proof, 12);
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
            return recurring_day(deadline, last_proof ? last_proof : events.feedback_on);
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
    const auto found = std::find(tier_names.begin(), tier_names.end(), name);
    if (found == tier_names.end()) return std::nullopt;
    return static_cast<Tier>(found - tier_names.begin());
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

}  // namespace ledger
