#include "text/mark.hpp"

#include <array>

#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace text {
namespace {

Mark made(MarkStyle style, int value, std::string_view text, std::size_t bytes, int parts = 1) {
    const auto printed = text.substr(0, bytes);
    while (bytes < text.size() && is_space(char_at(text, bytes))) bytes += bytes_of(text[bytes]);
    return {style, value, parts, trim(printed), bytes};
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(char_at(text, at))) at += bytes_of(text[at]);
    return at;
}

struct Signs {
    char32_t first;
    int count;
    MarkStyle style;
};
/// Single characters that are a whole mark.
constexpr std::array<Signs, 9> signs{{{0x2460, 20, MarkStyle::circled},
                                      {0x2474, 20, MarkStyle::arabic_bracket},
                                      {0x2488, 20, MarkStyle::arabic},
                                      {0x2776, 10, MarkStyle::circled},
                                      {0x2780, 10, MarkStyle::circled},
                                      {0x278a, 10, MarkStyle::circled},
                                      {0x3220, 10, MarkStyle::han_bracket},
                                      {0x3280, 10, MarkStyle::circled},
                                      {0x2160, 12, MarkStyle::letter}}};

Mark sign_at(std::string_view text) {
    const auto c = char_at(text, 0);
    if (c >= 0x3251 && c <= 0x325f)
        return made(MarkStyle::circled, static_cast<int>(c - 0x3251) + 21, text, bytes_of(text[0]));
    for (const auto& sign : signs) {
        if (c < sign.first || c >= sign.first + static_cast<char32_t>(sign.count)) continue;
        auto bytes = bytes_of(text[0]);
        if (sign.style == MarkStyle::letter) {  // Ⅰ、
            const auto next = char_at(text, bytes);
            if (next != U'、' && next != U'.' && next != U'．') return {};
            bytes += bytes_of(text[bytes]);
        }
        return made(sign.style, static_cast<int>(c - sign.first) + 1, text, bytes);
    }
    return {};
}

/// （一） (1) 〔一〕
Mark bracketed_at(std::string_view text) {
    const auto open = char_at(text, 0);
    if (open != U'（' && open != U'(' && open != U'〔') return {};
    auto at = skip_spaces(text, bytes_of(text[0]));
    const auto inside = text.substr(at);
    const auto digits = leading_digits(inside);
    const auto number = digits ? digits : leading_hanzi_number(inside);
    if (!number || number->value > 999) return {};
    at = skip_spaces(text, at + number->bytes);
    const auto close = char_at(text, at);
    if (close != U'）' && close != U')' && close != U'〕') return {};
    at += bytes_of(text[at]);
    const auto style = digits ? MarkStyle::arabic_bracket : MarkStyle::han_bracket;
    if (const auto next = char_at(text, at); next == U'、' || next == U'.' || next == U'．')
        at += bytes_of(text[at]);
    return made(style, number->value, text, at);
}

bool is_unit_after_number(char32_t c) {
    switch (c) {
        case U'年':
        case U'月':
        case U'日':
        case U'个':
        case U'名':
        case U'人':
        case U'次':
        case U'项':
        case U'条':
        case U'万':
        case U'亿':
        case U'元':
        case U'%':
        case U'％':
        case U'天':
        case U'期':
        case U'季':
        case U'号':
        case U'家':
        case U'份':
        case U'倍':
        case U'度':
        case U'级':
        case U'时':
        case U'分':
        case U'起':
        case U'件': return true;
        default: return false;
    }
}

/// 1. 1、 1） 1.1 1.1.1 "1 "
Mark arabic_at(std::string_view text) {
    auto number = leading_digits(text);
    if (!number || number->value > 999 || number->value == 0) return {};
    std::size_t at = number->bytes;
    int parts = 1;
    for (;;) {  // 1.1.1
        const auto dot = char_at(text, at);
        if (dot != U'.' && dot != U'．' && !(dot == U'-' && parts < 3)) break;
        const auto next = leading_digits(text.substr(at + bytes_of(text[at])));
        if (!next) break;
        if (next->value > 99 || parts > 5) return {};
        at += bytes_of(text[at]) + next->bytes;
        number->value = next->value;
        ++parts;
    }
    const auto next = char_at(text, at);
    if (parts > 1) {
        if (is_unit_after_number(next) || next == U'-' || next == U'/' || next == U'~' ||
            next == U'至' || next == U'前' || next == U'\0' || is_digit(next))
            return {};
        if (text.substr(0, at).find('-') != std::string_view::npos && !is_boundary(next)) return {};
        if (next == U'、' || next == U'.' || next == U'．') at += bytes_of(text[at]);
        return made(MarkStyle::dotted, number->value, text, at, parts);
    }
    if (next == U'.' || next == U'．' || next == U'、' || next == U'﹒') {
        at += bytes_of(text[at]);
        if (is_digit(char_at(text, at))) return {};
        return made(MarkStyle::arabic, number->value, text, at);
    }
    if (next == U'）' || next == U')')
        return made(MarkStyle::arabic_half, number->value, text, at + bytes_of(text[at]));
    if (is_space(next) && number->value < 100) {
        const auto after = char_at(text, skip_spaces(text, at));
        if (is_digit(after) || is_unit_after_number(after)) return {};
        return made(MarkStyle::bare, number->value, text, at);
    }
    return {};
}

/// 第一部分  第一，  第一章
Mark ordinal_at(std::string_view text) {
    constexpr std::string_view lead = "第";
    if (!text.starts_with(lead)) return {};
    const auto number = leading_number(text.substr(lead.size()));
    if (!number || number->value > 200) return {};
    auto at = lead.size() + number->bytes;
    const auto rest = text.substr(at);
    for (const std::string_view word : {"部分", "大类", "章", "节", "篇", "编"}) {
        if (!rest.starts_with(word)) continue;
        at += word.size();
        const auto next = char_at(text, at);
        if (next == U'：' || next == U':' || next == U'、' || next == U'，')
            at += bytes_of(text[at]);
        else if (next != U'\0' && !is_space(next))
            return {};
        return made(MarkStyle::part, number->value, text, at);
    }
    const auto next = char_at(text, at);
    const auto behind = next == U'\0' ? std::string_view{} : text.substr(at + bytes_of(text[at]));
    if (behind.starts_with(lead)) return {};  // 第一、第二支部
    if (next == U'，' || next == U',' || next == U'、' || next == U'：')
        return made(MarkStyle::first_is, number->value, text, at + bytes_of(text[at]));
    return {};
}

/// 一、 一是 一要
Mark han_at(std::string_view text) {
    const auto number = leading_hanzi_number(text);
    if (!number || number->value == 0 || number->value > 200) return {};
    auto at = number->bytes;
    const auto next = char_at(text, at);
    if (next == U'是' || next == U'要') {
        if (number->value > 30) return {};
        at += bytes_of(text[at]);
        if (const auto stop = char_at(text, at); stop == U'，' || stop == U'：' || stop == U':')
            at += bytes_of(text[at]);
        return made(MarkStyle::first_is, number->value, text, at);
    }
    if (next != U'、' && next != U'．' && next != U'.') return {};
    at += bytes_of(text[at]);
    if (leading_hanzi_number(text.substr(at))) {  // 一、二季度, but 一、三重一大…
        const auto second = leading_hanzi_number(text.substr(at));
        const auto behind = char_at(text, at + second->bytes);
        if (behind == U'、' || behind == U'季' || behind == U'月' || behind == U'支' ||
            behind == U'级')
            return {};
    }
    return made(MarkStyle::han, number->value, text, at);
}

Mark letter_at(std::string_view text) {
    const auto c = char_at(text, 0);
    const bool capital = c >= U'A' && c <= U'Z', small = c >= U'a' && c <= U'z';
    if (!capital && !small) return {};
    const auto next = char_at(text, 1);
    if (next != U'.' && next != U'．' && next != U'、' && next != U')' && next != U'）') return {};
    const auto at = 1 + bytes_of(text[1]);
    const auto after = char_at(text, at);
    if (after < 0x80 && after != U' ') return {};
    return made(MarkStyle::letter, static_cast<int>(c - (capital ? U'A' : U'a')) + 1, text, at);
}

}  // namespace

Mark mark_at(std::string_view text) {
    if (text.empty()) return {};
    if (auto mark = sign_at(text)) return mark;
    if (auto mark = bracketed_at(text)) return mark;
    if (auto mark = arabic_at(text)) return mark;
    if (auto mark = ordinal_at(text)) return mark;
    if (auto mark = han_at(text)) return mark;
    if (text.starts_with("首先，")) return made(MarkStyle::first_is, 1, text, 9);
    if (text.starts_with("其次，")) return made(MarkStyle::first_is, 2, text, 9);
    return letter_at(text);
}

}  // namespace text
