#include "ledger/search_words.hpp"

namespace ledger {

std::string search_pattern(std::string_view words) {
    std::string pattern;
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pattern;
}

}  // namespace ledger
