#include "text/punctuation.hpp"

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace text {

char32_t last_char(std::string_view text) {
    return text.empty() ? U'\0' : char_at(text, before(text, text.size()));
}

bool is_hanzi(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x3ffff);
}

bool is_boundary(char32_t c) {
    if (c >= 0x3400 && c < 0xff00) return false;  // hanzi
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

namespace {

/// Where the sign that ends the sentence from `at` stands, the size where none does.
std::size_t sentence_end(std::string_view text, std::size_t at) {
    for (at = skip_hanzi(text, at); at < text.size(); at = skip_hanzi(text, at)) {
        const auto start = at;
        if (ends_sentence(take_char(text, at))) return start;
    }
    return text.size();
}

}  // namespace

std::string_view first_sentence(std::string_view text) {
    return text.substr(0, sentence_end(text, 0));
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end = sentence_end(text, 0);
        const auto behind = end < text.size() ? end + bytes_of(text[end]) : end;
        const auto piece = trim(text.substr(0, behind));
        if (!trim_stops(piece).empty()) found.push_back(piece);
        text.remove_prefix(behind);
    }
    return found;
}

std::vector<Bracket> outer_brackets(std::string_view text) {
    std::vector<Bracket> found, open;
    for (auto at = skip_hanzi(text, 0); at < text.size(); at = skip_hanzi(text, at)) {
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

std::size_t find(std::string_view text, std::string_view word, std::size_t from) {
    const auto last = word.size() - 1;
    for (auto at = from + last; at < text.size(); ++at) {
        const auto* hit = std::memchr(text.data() + at, word[last], text.size() - at);
        if (hit == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
        if (std::memcmp(text.data() + at - last, word.data(), last) == 0) return at - last;
    }
    return std::string_view::npos;
}

std::size_t find_colon(std::string_view text, std::size_t within) {
    const auto full = find(text.substr(0, within + 2), "：");
    return std::min(full, text.substr(0, within).find(':'));
}

}  // namespace text
