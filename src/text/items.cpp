#include "text/items.hpp"

#include "text/punctuation.hpp"

namespace text {
namespace {

struct Found {
    std::size_t at;
    Mark mark;
};

/// What may stand directly before an item of this style inside a line.
bool may_begin_after(char32_t c, MarkStyle style) {
    if (c == U'\0') return true;
    if (style == MarkStyle::circled) return true;
    if (c == U'。' || c == U'；' || c == U';' || c == U'：' || c == U':' || c == U'！' ||
        c == U'？' || c == U'”' || c == U'）' || is_space(c))
        return true;
    return style == MarkStyle::first_is && (c == U'，' || c == U',' || c == U')');
}

bool could_be_mark(unsigned char lead, unsigned char second, char before) {
    if (lead < 0x80)
        return (lead >= '0' && lead <= '9' && !(before >= '0' && before <= '9') && before != '.') ||
               lead == '(';
    if (lead == 0xe2) return second == 0x91 || second == 0x92 || second == 0x9d || second == 0x9e;
    if (lead == 0xef) return second == 0xbc;  // （ and full-width digits
    if (lead == 0xe3) return second == 0x88 || second == 0x89 || second == 0x8a;
    if (lead == 0xe4)
        return second == 0xb8 || second == 0xba || second == 0xb9;  // 一 七 三 九 二 五
    if (lead == 0xe5) return second == 0x9b || second == 0x85 || second == 0x8d;  // 四 六 八 十
    return lead == 0xe7 && second == 0xac;                                        // 第
}

/// A style that can number items inside a line. 一、 cannot: it is prose (一、二季度) too often.
bool numbers_items(MarkStyle style) {
    return style == MarkStyle::circled || style == MarkStyle::first_is ||
           style == MarkStyle::arabic || style == MarkStyle::arabic_bracket ||
           style == MarkStyle::arabic_half || style == MarkStyle::han_bracket;
}

std::vector<Found> marks_in(std::string_view text) {
    std::vector<Found> found;
    char32_t previous = U'\0';
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
        if (could_be_mark(lead, second, at > 0 ? text[at - 1] : '\0') &&
            (is_boundary(previous) || previous == U'\0' || lead == 0xe2)) {
            const auto mark = mark_at(text.substr(at, 48));
            if (mark && numbers_items(mark.style) && may_begin_after(previous, mark.style)) {
                found.push_back({at, mark});
                at += mark.bytes;
                previous = U'：';
                continue;
            }
        }
        previous = take_char(text, at);
    }
    return found;
}

}  // namespace

Items items_in(std::string_view text, int from) {
    Items out;
    const auto found = marks_in(text);
    std::size_t first = 0;
    while (first < found.size() && found[first].mark.value != from) ++first;
    if (first == found.size()) {
        out.lead = trim(text);
        return out;
    }
    out.style = found[first].mark.style;
    out.lead = trim(text.substr(0, found[first].at));
    std::size_t open = first;
    const auto close = [&](std::size_t end) {
        const auto start = found[open].at + found[open].mark.bytes;
        out.items.push_back(
            {found[open].mark.text, trim(text.substr(start, end > start ? end - start : 0))});
    };
    for (std::size_t i = first + 1; i < found.size(); ++i) {
        const auto& mark = found[i].mark;
        const int step = mark.value - found[open].mark.value;
        if (mark.style != out.style || step < 1 || step > 2) continue;
        close(found[i].at);
        open = i;
    }
    close(text.size());
    return out;
}

}  // namespace text
