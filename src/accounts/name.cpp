#include "accounts/name.hpp"

#include "base/utf8.hpp"

namespace accounts {
std::string name_key(std::string_view name) {
    return base::folded(name);
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
