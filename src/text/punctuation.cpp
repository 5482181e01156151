#include "text/punctuation.hpp"

#include "base/utf8.hpp"

namespace text {

char32_t last_char(std::string_view text) {
    return text.empty() ? U'\0' : char_at(text, before(text, text.size()));
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || c == 0x3000 || c == 0xfeff ||
           (c >= 0x2000 && c <= 0x200b);
}

bool is_hanzi(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x3ffff);
}

bool ends_sentence(char32_t c) {
    return c == U'。' || c == U'；' || c == U';' || c == U'！' || c == U'？' || c == U'!' ||
           c == U'?' || c == U'\n';
}

bool is_boundary(char32_t c) {
    switch (c) {
        case U'，':
        case U',':
        case U'、':
        case U'：':
        case U':':
        case U'）':
        case U')':
        case U'】':
        case U']':
        case U'〕':
        case U'（':
        case U'(':
        case U'【':
        case U'[':
        case U'〔':
        case U'．':
        case U'.':
        case U'”':
        case U'"':
        case U'|':
        case U'｜':
        case U'*':
        case U'—':
        case U'-':
        case U'/':
        case U'》': return true;
        default: return ends_sentence(c) || is_space(c) || (c >= 0x2460 && c <= 0x24ff);
    }
}

bool opens_bracket(char32_t c) {
    return c == U'（' || c == U'(' || c == U'【' || c == U'[' || c == U'〔' || c == U'［';
}

bool closes_bracket(char32_t c) {
    return c == U'）' || c == U')' || c == U'】' || c == U']' || c == U'〕' || c == U'］';
}

std::string_view trim(std::string_view text) {
    return base::trim(text);
}

std::string_view trim_stops(std::string_view text) {
    const auto stop = [](char32_t c) {
        return c == U'；' || c == U';' || c == U'，' || c == U',' || c == U'、' || c == U'：' ||
               c == U':' || is_space(c);
    };
    while (!text.empty() && stop(char_at(text, 0))) text.remove_prefix(bytes_of(text[0]));
    while (!text.empty()) {
        const auto last = before(text, text.size());
        const auto c = char_at(text, last);
        if (!stop(c) && c != U'。') break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

std::string without_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        if (!is_space(take_char(text, at))) out.append(text.substr(start, at - start));
    }
    return out;
}

std::string_view first_sentence(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        if (ends_sentence(take_char(text, at))) return text.substr(0, start);
    }
    return text;
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!ends_sentence(take_char(text, at)) && at < text.size()) continue;
        const auto piece = trim(text.substr(start, at - start));
        if (!trim_stops(piece).empty()) found.push_back(piece);
        start = at;
    }
    return found;
}

std::vector<Bracket> outer_brackets(std::string_view text) {
    std::vector<Bracket> found, open;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead != '(' && lead != ')' && lead != '[' && lead != ']' && lead != 0xef &&
            lead != 0xe3) {
            at += bytes_of(text[at]);
            continue;
        }
        const auto c = take_char(text, at);
        if (opens_bracket(c)) {
            open.push_back({start, at, 0, 0});
        } else if (closes_bracket(c) && !open.empty()) {
            auto pair = open.back();
            open.pop_back();
            pair.close = start;
            pair.end = at;
            while (!found.empty() && found.back().open > pair.open) found.pop_back();
            found.push_back(pair);
        }
    }
    return found;
}

}  // namespace text
