#include "office/line_breaks.hpp"

#include "base/utf8.hpp"

namespace office {
namespace {

// May not stand at the beginning of a line: it takes the character before it along.
bool closes(char32_t c) {
    static constexpr std::u32string_view marks = U"，。、；：！？）》」』】〕”’…—％%),.;:!?]}";
    return marks.find(c) != std::u32string_view::npos;
}

bool opens(char32_t c) {
    static constexpr std::u32string_view marks = U"（《「『【〔“‘([{";
    return marks.find(c) != std::u32string_view::npos;
}

bool in_word(char32_t c) {
    return c < 0x1100 && c != U' ';
}

}  // namespace

std::u32string decoded(std::string_view text) {
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) characters += base::next_char(text, at);
    return characters;
}

bool is_wide(char32_t c) {
    return c >= 0x1100 || c == 0xb7 || (c >= 0x2010 && c <= 0x2460);
}

bool may_break(char32_t before, char32_t after) {
    return !closes(after) && !opens(before) && !(in_word(before) && in_word(after));
}

}  // namespace office
