// The words of a deadline that has no day of its own: from which event it counts and how far
// (反馈后三个月内, 集中整改期结束前10个工作日), or how often it comes back (每季度). Pure; reckons
// no day.
#pragma once

#include <optional>
#include <string_view>

namespace ledger {

enum class SpanUnit { working_day, day, month };

/// So many of a unit; weeks are days and years are months here.
struct Span {
    int count = 0;
    SpanUnit unit = SpanUnit::day;
    bool operator==(const Span&) const = default;
};

enum class Event { feedback, concentrated_end };

struct RelativeWords {
    Event event = Event::feedback;
    std::optional<Span> span;  // none: by the event itself
    bool before = false;       // counted back from the event
    bool operator==(const RelativeWords&) const = default;
};

/// The event is the one named last before the span, else one named after it, else the feedback.
/// Nothing when the words count from an event that is not known here (印发后一个月内), and nothing
/// when they name neither a span nor an end (反馈后尽快), but for 反馈当日.
[[nodiscard]] std::optional<RelativeWords> relative_words(std::string_view text);

/// How often: 每周 is 7 days, 每学期 6 months. Nothing for 定期.
[[nodiscard]] std::optional<Span> period_words(std::string_view text);

}  // namespace ledger
