#include "text/numeral.hpp"

#include "text/punctuation.hpp"

namespace text {
namespace {

constexpr int value_max = 99'999'999;

std::optional<int> hanzi_digit(char32_t c) {
    switch (c) {
        case U'〇':
        case U'○':
        case U'零': return 0;
        case U'一':
        case U'壹': return 1;
        case U'二':
        case U'两':
        case U'贰': return 2;
        case U'三':
        case U'叁': return 3;
        case U'四':
        case U'肆': return 4;
        case U'五':
        case U'伍': return 5;
        case U'六':
        case U'陆': return 6;
        case U'七':
        case U'柒': return 7;
        case U'八':
        case U'捌': return 8;
        case U'九':
        case U'玖': return 9;
        default: return std::nullopt;
    }
}

int hanzi_unit(char32_t c) {
    return c == U'十' || c == U'拾' ? 10 : c == U'百' || c == U'佰' ? 100 : c == U'千' ? 1000 : 0;
}

}  // namespace

bool is_numeral(char32_t c) {
    return hanzi_digit(c).has_value() || hanzi_unit(c) > 0;
}

std::optional<Numeral> leading_digits(std::string_view text) {
    Numeral found;
    std::size_t at = 0;
    while (at < text.size() && found.value < value_max / 10) {
        const auto start = at;
        const auto c = take_char(text, at);
        if (!is_digit(c)) break;
        found.value = found.value * 10 + static_cast<int>(c >= 0xff10 ? c - 0xff10 : c - U'0');
        found.bytes += at - start;
    }
    if (found.bytes == 0) return std::nullopt;
    return found;
}

std::optional<Numeral> leading_hanzi_number(std::string_view text) {
    int total = 0, digit = -1, plain = 0;
    bool units = false;
    std::size_t at = 0, end = 0;
    while (at < text.size() && plain < value_max / 10 && total < value_max / 10) {
        const auto c = take_char(text, at);
        if (const auto next = hanzi_digit(c)) {
            digit = *next;
            plain = plain * 10 + digit;
        } else if (const int unit = hanzi_unit(c); unit > 0) {
            if (end > 0 && digit < 0) break;  // 十百
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
            units = true;
        } else {
            break;
        }
        end = at;
    }
    if (end == 0) return std::nullopt;
    return Numeral{units ? total + (digit > 0 ? digit : 0) : plain, end};
}

std::optional<Numeral> leading_number(std::string_view text) {
    if (const auto digits = leading_digits(text)) return digits;
    return leading_hanzi_number(text);
}

std::size_t placeholder_bytes(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        auto next = at;
        const auto c = take_char(text, next);
        const bool holds = c == U'X' || c == U'x' || c == U'×' || c == U'*' || c == U'＊' ||
                           c == U'Ｘ' || c == U'ｘ' || c == U'○' || c == U'_' || c == U'＿' ||
                           c == U'某' || c == U'╳' || c == U'✕' || c == U'X';
        if (!holds) break;
        at = next;
    }
    return at;
}

}  // namespace text
