#include "base/utf8.hpp"

#include <algorithm>

namespace base {
namespace {

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xe0) return 2;
    return lead < 0xf0 ? 3 : 4;
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || c == 0x3000 || c == 0xfeff ||
           (c >= 0x2000 && c <= 0x200b);
}

bool invisible(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == U'\u00a0' || c == U'\u3000' ||
           (c >= U'\u2000' && c <= U'\u200d') || c == U'\ufeff';
}

// The dot inside a transliterated personal name has several code points, depending on the input
// method.
bool name_dot(char32_t c) {
    return c == U'\u00b7' || c == U'\u2022' || c == U'\u2027' || c == U'\u30fb' || c == U'\uff65';
}

char32_t folded_char(char32_t c) {
    if (c >= U'\uff01' && c <= U'\uff5e') c = c - U'\uff01' + U'!';
    if (c >= 'A' && c <= 'Z') c = c - 'A' + 'a';
    return name_dot(c) ? U'\u00b7' : c;
}

}  // namespace

bool is_utf8(std::string_view text) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = *at >= 0xc2 && *at <= 0xdf   ? 2
                                   : *at >= 0xe0 && *at <= 0xef ? 3
                                   : *at >= 0xf0 && *at <= 0xf4 ? 4
                                                                : 0;
        if (length == 0 || static_cast<std::size_t>(end - at) < length) return false;
        for (std::size_t i = 1; i < length; ++i)
            if ((at[i] & 0xc0) != 0x80) return false;
        if ((at[0] == 0xe0 && at[1] < 0xa0) || (at[0] == 0xed && at[1] > 0x9f) ||
            (at[0] == 0xf0 && at[1] < 0x90) || (at[0] == 0xf4 && at[1] > 0x8f))
            return false;
        at += length;
    }
    return true;
}

std::size_t chars_in(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

std::string_view first_chars(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (count-- > 0 && at < text.size()) at += length_of(static_cast<unsigned char>(text[at]));
    return text.substr(0, at);
}

char32_t next_char(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(lead);
    char32_t c = length == 1 ? lead : lead & (0x7fu >> length);
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3f);
    at += length;
    return c;
}

void append_char(std::string& text, char32_t c) {
    const auto put = [&](char32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

std::string_view cut(std::string_view& rest, char separator) {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        std::size_t at = 0;
        if (!is_space(next_char(text, at))) break;
        text.remove_prefix(at);
    }
    while (!text.empty()) {
        std::size_t from = text.size() - 1;
        while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xc0) == 0x80) --from;
        std::size_t at = from;
        if (!is_space(next_char(text, at))) break;
        text = text.substr(0, from);
    }
    return text;
}

std::string folded(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_char(text, at);
        if (!invisible(c)) append_char(key, folded_char(c));
    }
    return key;
}

}  // namespace base
