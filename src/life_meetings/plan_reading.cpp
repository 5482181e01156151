#include "life_meetings/plan_reading.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "text/day_words.hpp"

namespace life_meetings {
namespace {

constexpr std::string_view meeting_word = "民主生活会";

bool has(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

/// Without the full stop and the spaces at its end.
std::string trimmed(std::string_view text, std::size_t chars_max) {
    text = base::trim(text);
    for (const std::string_view mark : {"。", "；", ";", "，"})
        if (text.ends_with(mark)) text.remove_suffix(mark.size());
    return std::string(base::first_chars(base::trim(text), chars_max));
}

/// 某某专题民主生活会实施方案: without what comes after 民主生活会; "" where it stands in a
/// sentence.
std::string title_of(std::string_view title) {
    const auto at = title.find(meeting_word);
    if (at == std::string_view::npos || has(title, "，")) return {};
    return trimmed(title.substr(0, at + meeting_word.size()), life_title_chars_max);
}

/// Nothing where the document leaves it open.
std::string place_of(std::string_view place) {
    for (const std::string_view open : {"xx", "XX", "××", "待定"})
        if (place.starts_with(open) && base::chars_in(place) <= 3) return {};
    return trimmed(place, place_chars_max);
}

std::optional<base::Date> day_in(std::string_view words) {
    for (const auto& one : text::day_words_in(words))
        if (one.part == text::DayWords::Part::day && !one.open)
            if (const auto day = text::last_day_of(one, std::nullopt)) return day;
    return std::nullopt;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 9:00, 14：30.
std::string time_in(std::string_view words) {
    for (const std::string_view colon : {":", "："}) {
        for (auto at = words.find(colon); at != std::string_view::npos;
             at = words.find(colon, at + 1)) {
            const auto after = words.substr(at + colon.size());
            auto from = at;
            while (from > 0 && at - from < 2 && is_digit(words[from - 1])) --from;
            if (from == at || after.size() < 2 || !is_digit(after[0]) || !is_digit(after[1]))
                continue;
            auto hour = std::string(words.substr(from, at - from));
            if (hour.size() == 1) hour.insert(0, "0");
            if (hour < "24" && after[0] < '6') return hour + ":" + std::string(after.substr(0, 2));
        }
    }
    return {};
}

/// 15天内, 召开后5日内; no placeholder.
std::optional<std::int64_t> days_in(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!is_digit(words[at])) continue;
        std::int64_t days = 0;
        const auto read = std::from_chars(words.data() + at, words.data() + words.size(), days);
        const auto rest = words.substr(static_cast<std::size_t>(read.ptr - words.data()));
        for (const std::string_view unit : {"天", "日", "个工作日"})
            if (rest.starts_with(unit) && days >= 1 && days <= demand_days_max) return days;
        at = static_cast<std::size_t>(read.ptr - words.data());
    }
    return std::nullopt;
}

std::optional<std::int64_t> days_before(const plan::ReadMeetingPlan& read) {
    for (const auto& one : read.deadlines)
        if (has(one.text, "方案") && (has(one.due_text, "提前") || has(one.due_text, "会前")))
            return days_in(one.due_text);
    return std::nullopt;
}

std::optional<std::int64_t> days_after(const plan::ReadMeetingPlan& read) {
    for (const auto& one : read.reports)
        if (const auto days = days_in(one.within_text)) return days;
    return std::nullopt;
}

void add_steps(std::vector<SourceLine>& lines, const std::vector<plan::ReadStep>& steps) {
    for (const auto& one : steps) lines.push_back({one.name, one.text, one.due_text});
}

}  // namespace

ProposedPlan proposed(const plan::ReadMeetingPlan& read) {
    ProposedPlan plan;
    plan.title = title_of(read.title);
    plan.theme = trimmed(read.theme, theme_chars_max);
    plan.held_on = day_in(read.time);
    plan.begins_at = time_in(read.time);
    if (has(read.time, "半天")) plan.length = Length::half_day;
    if (has(read.time, "一天")) plan.length = Length::whole_day;
    plan.place = place_of(read.place);
    for (const auto& line : read.focus) {
        if (plan.focus.size() == focus_lines_max) break;
        plan.focus.push_back(trimmed(line, focus_line_chars_max));
    }
    plan.plan_days = days_before(read);
    plan.report_days = days_after(read);
    plan.time_words = read.time;
    plan.people_words = read.participants;
    plan.people_words.insert(plan.people_words.end(), read.guests.begin(), read.guests.end());
    add_steps(plan.step_words, read.preparation);
    add_steps(plan.step_words, read.after);
    plan.agenda_words = read.agenda;
    return plan;
}

}  // namespace life_meetings
