#include "office/cell_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "office/line_breaks.hpp"

namespace office {
namespace {

constexpr std::string_view cut_remark = "……（超出单元格容量，后文已略去）";
constexpr std::size_t remark_units = 17;
constexpr std::size_t sheet_name_units_max = 31;

int width_of_char(char32_t c) {
    return is_wide(c) ? 2 : 1;
}

// In hundredths of a column's unit, which is a digit of 11 pt: an ideograph of 10 pt is a little
// less than two of them.
int printed_width(char32_t c) {
    return is_wide(c) ? 193 : 100;
}

bool is_fit(char32_t c) {
    if (c >= 0xd800 && c <= 0xdfff) return false;  // half a character
    return c >= 0x20 ? c != 0x7f && c != 0xfffe && c != 0xffff : c == U'\n' || c == U'\t';
}

std::size_t units_of(char32_t c) {
    return c >= 0x10000 ? 2 : 1;
}

int lines_of_one(std::u32string_view text, int width) {
    int lines = 1, used = 0;
    std::size_t line_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += printed_width(text[i]);
        if (used <= width) continue;
        std::size_t at = i;
        while (at > line_from + 1 && !may_break(text[at - 1], text[at])) --at;
        if (at == line_from + 1 && !may_break(text[line_from], text[at])) at = i;  // One long word.
        at = std::max(at, line_from + 1);
        ++lines;
        line_from = at;
        used = 0;
        for (std::size_t k = at; k <= i; ++k) used += printed_width(text[k]);
    }
    return lines;
}

template <class Take>
void each_line(std::string_view text, Take take) {
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        take(text.substr(from, end - from));
        from = end + 1;
    }
}

}  // namespace

std::string fit_for_xml(std::string_view text) {
    std::string fit;
    fit.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto c = base::next_char(text, at);
        if (c == U'\r') c = at < text.size() && text[at] == '\n' ? 0 : U'\n';
        if (is_fit(c)) base::append_char(fit, c);
    }
    return fit;
}

std::string fit_for_cell(std::string_view text) {
    auto fit = fit_for_xml(text);
    std::size_t units = 0, cut_at = 0;
    for (std::size_t at = 0; at < fit.size();) {
        units += units_of(base::next_char(fit, at));
        if (units <= cell_units_max - remark_units) cut_at = at;
        if (units <= cell_units_max) continue;
        fit.resize(cut_at);
        return fit.append(cut_remark);
    }
    return fit;
}

std::string escape_escapes(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = text.substr(at, 7);
        const bool like =
            code.size() == 7 && code[0] == '_' && code[1] == 'x' && code[6] == '_' &&
            code.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (like) escaped += "_x005F";
        escaped += text[at];
    }
    return escaped;
}

std::string stored_cell_text(std::string_view text) {
    auto fit = fit_for_cell(text);
    auto escaped = escape_escapes(fit);
    return base::chars_in(escaped) <= cell_units_max ? escaped : fit;
}

bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

int wrapped_lines(std::string_view text, int width_chars) {
    int lines = 0;
    each_line(text, [&](std::string_view line) {
        const auto characters = decoded(line);
        lines += lines_of_one(characters, 100 * std::max(width_chars, 2));
    });
    return lines;
}

int width_of(std::string_view text) {
    int widest = 0;
    each_line(text, [&](std::string_view line) {
        int width = 0;
        for (std::size_t at = 0; at < line.size();)
            width += width_of_char(base::next_char(line, at));
        widest = std::max(widest, width);
    });
    return widest;
}

std::string fit_for_sheet_name(std::string_view name) {
    std::string fit;
    std::size_t units = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = base::next_char(name, at);
        static constexpr std::u32string_view forbidden = U"[]:*?/\\\n\t";
        const bool quote_first = c == U'\'' && fit.empty();
        if (!is_fit(c) || quote_first || forbidden.find(c) != std::u32string_view::npos) continue;
        if (units + units_of(c) > sheet_name_units_max) break;
        units += units_of(c);
        base::append_char(fit, c);
    }
    while (fit.ends_with('\'')) fit.pop_back();
    fit = std::string(base::trim(fit));
    return fit.empty() ? "Sheet" : fit;
}

}  // namespace office
