#include "accounts/name.hpp"

#include "base/utf8.hpp"

namespace accounts {
namespace {

bool invisible(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == U'\u00a0' || c == U'\u3000' ||
           (c >= U'\u2000' && c <= U'\u200d') || c == U'\ufeff';
}

// The dot inside a transliterated personal name has several code points, depending on the input
// method.
bool name_dot(char32_t c) {
    return c == U'\u00b7' || c == U'\u2022' || c == U'\u2027' || c == U'\u30fb' || c == U'\uff65';
}

char32_t folded(char32_t c) {
    if (c >= U'\uff01' && c <= U'\uff5e') c = c - U'\uff01' + U'!';
    if (c >= 'A' && c <= 'Z') c = c - 'A' + 'a';
    return name_dot(c) ? U'\u00b7' : c;
}

}  // namespace

std::string name_key(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    for (std::size_t at = 0; at < name.size();) {
        const auto c = base::next_char(name, at);
        if (!invisible(c)) base::append_char(key, folded(c));
    }
    return key;
}

std::string masked(std::string_view name) {
    std::size_t at = 0;
    if (name.empty()) return {};
    std::string shown;
    base::append_char(shown, base::next_char(name, at));
    return shown + (base::chars_in(name) > 2 ? "某某" : "某");
}

std::string containing(std::string_view typed) {
    std::string pattern = "%";
    for (const char c : name_key(typed)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern == "%" ? pattern : pattern + "%";
}

}  // namespace accounts
