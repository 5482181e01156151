#include "text/live_mark.hpp"

#include "base/utf8.hpp"

namespace text {
namespace {

constexpr std::string_view opens = "{{", closes = "}}";

bool is_name(std::string_view name) {
    return !name.empty() && name.find('\n') == name.npos && name.find(opens) == name.npos &&
           base::chars_in(name) <= live_name_chars_max;
}

}  // namespace

std::vector<LiveMark> live_marks(std::string_view text) {
    std::vector<LiveMark> marks;
    for (std::size_t at = 0;;) {
        const auto open = text.find(opens, at);
        const auto close = open == text.npos ? open : text.find(closes, open);
        if (close == text.npos) return marks;
        const auto begin = open + opens.size();
        const auto name = text.substr(begin, close - begin);
        at = is_name(name) ? close + closes.size() : begin;
        if (is_name(name)) marks.push_back({open, at, name});
    }
}

}  // namespace text
