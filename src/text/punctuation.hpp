// Characters of Chinese official prose, without decoding more than is needed: sentence ends,
// brackets, spaces. Every text is valid UTF-8 and every function linear. Knows no meaning of any
// word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/// Bytes of the character that starts with `lead`.
[[nodiscard]] constexpr std::size_t bytes_of(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
/// Where the character before `at` begins; `at` > 0.
[[nodiscard]] constexpr std::size_t before(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
    return at;
}

/// Decodes the character at `at` and moves `at` behind it; `at` must be inside the text.
inline char32_t take_char(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3fu : 0u;
    };
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto bytes = bytes_of(text[at]);
    char32_t c = lead;
    if (bytes == 3)
        c = (lead & 0xfu) << 12 | byte(1) << 6 | byte(2);
    else if (bytes == 2)
        c = (lead & 0x1fu) << 6 | byte(1);
    else if (bytes == 4)
        c = (lead & 7u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
    at += bytes;
    return c;
}
/// The decoded character at `at`, U+0000 at or behind the end.
[[nodiscard]] inline char32_t char_at(std::string_view text, std::size_t at) {
    return at < text.size() ? take_char(text, at) : U'\0';
}
/// Where the run of hanzi at `at` ends: no sign, space or digit can stand inside it.
[[nodiscard]] inline std::size_t skip_hanzi(std::string_view text, std::size_t at) {
    while (at < text.size() && static_cast<unsigned char>(text[at] - '\xe4') <= 0xe9 - 0xe4)
        at += 3;
    return at < text.size() ? at : text.size();
}
/// The last character, U+0000 of an empty text.
[[nodiscard]] char32_t last_char(std::string_view text);

[[nodiscard]] constexpr bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || c == 0x3000 || c == 0xfeff ||
           (c >= 0x2000 && c <= 0x200b);
}
[[nodiscard]] bool is_hanzi(char32_t c);
[[nodiscard]] constexpr bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0xff10 && c <= 0xff19);
}
/// 。！？；and their half-width forms; a full stop only where no digit can follow is the caller's
/// matter.
[[nodiscard]] constexpr bool ends_sentence(char32_t c) {
    return c == U'。' || c == U'；' || c == U';' || c == U'！' || c == U'？' || c == U'!' ||
           c == U'?' || c == U'\n';
}
/// Punctuation or space after which a new item or label may begin.
[[nodiscard]] bool is_boundary(char32_t c);
/// （ ( 【 [ 〔 and their ends.
[[nodiscard]] bool opens_bracket(char32_t c);
[[nodiscard]] bool closes_bracket(char32_t c);

/// Trimmed of spaces and of 。；;，,、：: at the end and ，,、；;：: at the start.
[[nodiscard]] std::string_view trim_stops(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);
/// Without any white space.
[[nodiscard]] std::string without_spaces(std::string_view text);
/// Up to and without the first sentence end (whole text where there is none).
[[nodiscard]] std::string_view first_sentence(std::string_view text);
/// Cut at 。；！？ (the mark stays with its sentence); empty pieces left out.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text);

/// One pair of brackets: bytes of the opening one and behind the closing one.
struct Bracket {
    std::size_t open = 0, inner = 0, close = 0, end = 0;
};
/// All matched pairs that are not inside another, in order. Linear, whatever is nested.
[[nodiscard]] std::vector<Bracket> outer_brackets(std::string_view text);

/// As text.find(word, from), quick in Chinese text: it looks for the last byte of the word, which
/// is rare, where the first byte of a hanzi stands in nearly every character. `word` is not empty.
[[nodiscard]] std::size_t find(std::string_view text, std::string_view word, std::size_t from = 0);
[[nodiscard]] inline bool contains(std::string_view text, std::string_view what) {
    return find(text, what) != std::string_view::npos;
}
/// The first colon, full or half width, that begins within the first `within` bytes; else npos.
[[nodiscard]] std::size_t find_colon(std::string_view text, std::size_t within);

}  // namespace text
