#include "ledger/deadline_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/day_words.hpp"
#include "text/numeral.hpp"

namespace ledger {
namespace {

constexpr std::string_view feedback_day = "反馈当日";
constexpr int count_max = 1'000;  // of any unit: nothing is due later than that

/// A word for a unit and how many of ours it is.
struct UnitWord {
    std::string_view word;
    Span one;
};

// Longer words before those they begin with.
constexpr UnitWord unit_words[]{{"个工作日", {1, SpanUnit::working_day}},
                                {"工作日", {1, SpanUnit::working_day}},
                                {"个月", {1, SpanUnit::month}},
                                {"月", {1, SpanUnit::month}},
                                {"个星期", {7, SpanUnit::day}},
                                {"星期", {7, SpanUnit::day}},
                                {"周", {7, SpanUnit::day}},
                                {"个季度", {3, SpanUnit::month}},
                                {"个学期", {6, SpanUnit::month}},
                                {"年", {12, SpanUnit::month}},
                                {"日", {1, SpanUnit::day}},
                                {"天", {1, SpanUnit::day}}};
// What may stand after 每 without a number.
constexpr UnitWord each_words[]{{"半年", {6, SpanUnit::month}}, {"半个月", {15, SpanUnit::day}},
                                {"半月", {15, SpanUnit::day}},  {"旬", {10, SpanUnit::day}},
                                {"季", {3, SpanUnit::month}},   {"学期", {6, SpanUnit::month}},
                                {"学年", {12, SpanUnit::month}}};
// Where nothing says 每: 按月, 半年一次. The narrower word first: 半年 contains 年.
constexpr UnitWord period_names[]{{"半月", {15, SpanUnit::day}},  {"半年", {6, SpanUnit::month}},
                                  {"周", {7, SpanUnit::day}},     {"季", {3, SpanUnit::month}},
                                  {"学期", {6, SpanUnit::month}}, {"月", {1, SpanUnit::month}},
                                  {"年", {12, SpanUnit::month}}};

template <std::size_t n>
std::optional<Span> unit_at(std::string_view text, const UnitWord (&words)[n]) {
    for (const auto& [word, one] : words)
        if (text.starts_with(word)) return one;
    return std::nullopt;
}

Span times(const Span& one, int count) {
    return {one.count * std::min(count, count_max), one.unit};
}

struct Found {
    Span span;
    std::size_t first = 0, end = 0;  // bytes of the text
};

/// 一年半, 一个半月: a month and a half is so many days.
std::optional<UnitWord> and_a_half(std::string_view rest, int count) {
    if (rest.starts_with("年半")) return UnitWord{"年半", {count * 12 + 6, SpanUnit::month}};
    if (rest.starts_with("个半月")) return UnitWord{"个半月", {count * 30 + 15, SpanUnit::day}};
    return std::nullopt;
}

std::optional<Found> span_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    for (const auto& [word, one] : {each_words[0], each_words[1], each_words[2]})
        if (rest.starts_with(word)) return Found{one, at, at + word.size()};
    const auto number = text::leading_number(rest);
    if (!number) return std::nullopt;
    std::size_t end = at + number->bytes;
    while (text.substr(end).starts_with(' ')) ++end;
    const int count = std::min(number->value, count_max);
    if (const auto half = and_a_half(text.substr(end), count))
        return Found{half->one, at, end + half->word.size()};
    for (const auto& [word, one] : unit_words)
        if (text.substr(end).starts_with(word))
            return Found{times(one, count), at, end + word.size()};
    return std::nullopt;
}

/// The first span of the text that is not part of a day (7月15日).
std::optional<Found> find_span(std::string_view text) {
    const auto days = text::day_words_in(text);
    for (std::size_t at = 0; at < text.size();) {
        const auto day = std::find_if(days.begin(), days.end(), [&](const auto& words) {
            return words.first <= at && at < words.end;
        });
        if (day != days.end()) {
            at = day->end;
            continue;
        }
        if (const auto found = span_at(text, at)) return found;
        // A number that counts something else is passed as a whole: not 20 out of 120.
        const auto number = text::leading_number(text.substr(at));
        if (number)
            at += number->bytes;
        else
            base::next_char(text, at);
    }
    return std::nullopt;
}

/// The event named last in these words.
std::optional<Event> last_event_in(std::string_view text) {
    const auto place = [&](std::string_view word) {
        const auto at = text.rfind(word);
        return at == std::string_view::npos ? -1 : static_cast<long>(at);
    };
    const auto feedback = place("反馈");
    const auto concentrated = std::max(place("集中整改"), place("整改期"));
    if (feedback < 0 && concentrated < 0) return std::nullopt;
    return concentrated > feedback ? Event::concentrated_end : Event::feedback;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

bool ends_in_before(std::string_view text) {
    return base::trim(text).ends_with("前");
}

}  // namespace

std::optional<RelativeWords> relative_words(std::string_view text) {
    const auto found = find_span(text);
    if (!found) {
        if (text == feedback_day) return RelativeWords{Event::feedback, std::nullopt, false};
        if (last_event_in(text) != Event::concentrated_end) return std::nullopt;
        return RelativeWords{Event::concentrated_end, std::nullopt, false};
    }
    const auto head = text.substr(0, found->first);
    auto event = last_event_in(head);
    if (!event && has_any(head, {"后", "起", "前", "会"})) return std::nullopt;
    const bool before = event && ends_in_before(head);
    if (!event) event = last_event_in(text.substr(found->end));
    return RelativeWords{event.value_or(Event::feedback), found->span, before};
}

std::optional<Span> period_words(std::string_view text) {
    constexpr std::string_view each = "每";
    for (auto at = text.find(each); at != std::string_view::npos; at = text.find(each, at + 1)) {
        auto rest = text.substr(at + each.size());
        if (const auto one = unit_at(rest, each_words)) return one;
        const auto number = text::leading_number(rest);
        if (number) rest.remove_prefix(number->bytes);
        if (const auto one = unit_at(rest, unit_words))
            return times(*one, number ? number->value : 1);
    }
    for (const auto& [word, one] : period_names)
        if (text.find(word) != std::string_view::npos) return one;
    return std::nullopt;
}

}  // namespace ledger
