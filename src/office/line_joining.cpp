#include "office/line_joining.hpp"

#include <algorithm>
#include <iterator>

namespace office {
namespace {

bool wide_at(std::string_view text, bool end) {
    return !text.empty() && static_cast<unsigned char>(end ? text.back() : text.front()) >= 0x80;
}

}  // namespace

bool begins_with_number(std::string_view line) {
    static constexpr std::string_view starts[] = {
        "（", "(",  "第", "附件", "①",  "②",  "③",  "④",  "⑤",  "⑥",  "⑦", "⑧", "⑨", "⑩",
        "一", "二", "三", "四",   "五", "六", "七", "八", "九", "十", "-", "*", "+"};
    if (line[0] >= '0' && line[0] <= '9') return true;
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return line.starts_with(start); });
}

bool ends_sentence(std::string_view line) {
    static constexpr std::string_view ends[] = {"。", "；", "：", "！", "？", "”", "）",
                                                "》", ".",  ";",  ":",  "!",  "?"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return line.ends_with(end); });
}

void join_line(std::string& paragraph, std::string_view line) {
    // Chinese takes no space at a wrapped line, other writing does.
    if (!paragraph.empty() && !(wide_at(paragraph, true) && wide_at(line, false))) paragraph += ' ';
    paragraph += line;
}

}  // namespace office
