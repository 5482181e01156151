#include "disclosure/chars.hpp"

#include "base/utf8.hpp"

namespace disclosure {

Chars chars_of(std::string_view text) {
    Chars chars;
    chars.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) chars += base::next_char(text, at);
    return chars;
}

std::string text_of(CharsView chars) {
    std::string text;
    for (const auto c : chars) base::append_char(text, c);
    return text;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == U'〇';
}

bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}
int digit_value(char32_t c) {
    return static_cast<int>(c <= U'9' ? c - U'0' : c - U'０');
}
bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool stands_at(CharsView text, std::size_t at, CharsView part) {
    return at <= text.size() && text.substr(at).starts_with(part);
}

}  // namespace disclosure
