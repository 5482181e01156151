#include "plan/grammar_unwrap.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "plan/vocabulary.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

constexpr std::size_t line_chars_max =
    60;  // a paragraph somewhere is longer, unless all were broken
constexpr std::size_t broken_lines_min = 3;

bool begins_anew(std::string_view line) {
    if (text::mark_at(line)) return true;
    const auto colon = std::min(line.find("："), line.find(':'));
    const auto c = text::char_at(line, 0);
    return (colon != std::string_view::npos && colon < 60 && label_of(line.substr(0, colon))) ||
           text::opens_bracket(c) || c == U'#' || c == U'|';
}

bool is_whole(std::string_view line) {
    const auto c = text::last_char(line);
    if (text::ends_sentence(c) || text::closes_bracket(c) || c == U'：' || c == U':' || c == U'.')
        return true;
    for (const std::string_view tail :
         {"问题", "方面", "情况", "整改", "方案", "通报", "报告", "清单"})
        if (line.ends_with(tail)) return true;
    return false;
}

/// Full up to the edge, and the next line goes on with it.
bool is_broken(const office::Block& line, const office::Block& next, std::size_t width) {
    if (next.kind != office::Block::Kind::paragraph || line.outline_level > 0 ||
        next.outline_level > 0)
        return false;
    const auto text = text::trim(line.text);
    return base::chars_in(text) * 4 >= width * 3 && !is_whole(text) &&
           !begins_anew(text::trim(next.text));
}

}  // namespace

std::optional<office::Document> unwrapped(const office::Document& document) {
    if (document.format != "txt" && document.format != "pdf") return std::nullopt;
    const auto& blocks = document.blocks;
    std::size_t width = 0, broken = 0;
    for (const auto& block : blocks) {
        if (block.kind != office::Block::Kind::paragraph) continue;
        if (block.text.size() > 4 * line_chars_max) return std::nullopt;
        width = std::max(width, base::chars_in(text::trim(block.text)));
    }
    if (width > line_chars_max) return std::nullopt;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i)
        broken += blocks[i].kind == office::Block::Kind::paragraph &&
                  is_broken(blocks[i], blocks[i + 1], width);
    if (broken < broken_lines_min || broken * 8 < blocks.size()) return std::nullopt;
    office::Document out;
    out.format = document.format;
    out.title_property = document.title_property;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool goes_on = i > 0 && blocks[i].kind == office::Block::Kind::paragraph &&
                             blocks[i - 1].kind == office::Block::Kind::paragraph &&
                             is_broken(blocks[i - 1], blocks[i], width);
        if (goes_on)
            out.blocks.back().text += text::trim(blocks[i].text);
        else
            out.blocks.push_back(blocks[i]);
    }
    return out;
}

}  // namespace plan
