#include "office/page_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "office/block_list.hpp"
#include "office/line_joining.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

constexpr std::size_t indent_min = 2;  // columns; pdftotext draws two ideographs as narrow as that
constexpr std::size_t short_by = 5;    // columns; a line ending this early ends its paragraph

struct Line {
    std::string_view text;         // trimmed
    std::size_t from = 0, to = 0;  // columns; an ideograph takes two
    bool after_gap = false;        // an empty line stands above
};

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0, at = 0;
    while (at < text.size()) columns += base::next_char(text, at) >= 0x1100 ? 2 : 1;
    return columns;
}

// "— 12 —", "- 3 -", "12", "第 3 页 共 9 页"
bool is_page_number(std::string_view text) {
    bool digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::next_char(text, at);
        digit = digit || (c >= U'0' && c <= U'9');
        const bool usual = (c >= U'0' && c <= U'9') || c == U' ' || c == U'-' || c == U'/' ||
                           (c >= 0x2010 && c <= 0x2015) || c == U'第' || c == U'页' || c == U'共' ||
                           c == U'·';
        if (!usual) return false;
    }
    return digit && text.size() < 40;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    bool gap = false;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find_first_of("\n\f", from), text.size());
        const auto whole = text.substr(from, end - from);
        const auto trimmed = base::trim(whole);
        const bool page_ends = end < text.size() && text[end] == '\f';
        from = end + 1;
        if (!trimmed.empty() && !is_page_number(trimmed)) {
            const auto before = static_cast<std::size_t>(trimmed.data() - whole.data());
            const auto indent = columns_of(whole.substr(0, before));
            lines.push_back({trimmed, indent, indent + columns_of(trimmed), gap});
            gap = false;
        }
        // Nothing can be said of the distance to a line on another page.
        gap = !page_ends && (gap || trimmed.empty());
    }
    return lines;
}

// A margin that most lines keep: one in ten may stand outside.
std::size_t usual(std::vector<std::size_t> columns, bool right) {
    if (columns.empty()) return 0;
    const auto tenth = columns.size() / 10;
    const auto at =
        columns.begin() + static_cast<std::ptrdiff_t>(right ? columns.size() - 1 - tenth : tenth);
    std::nth_element(columns.begin(), at, columns.end());
    return *at;
}

// What the lines have in common, and which of it tells paragraphs apart.
struct Page {
    std::size_t left = 0, right = 0;
    bool gaps_tell = false, indents_tell = false;
};

// What nearly no line or nearly every line has tells nothing.
bool tells(std::size_t count, std::size_t lines) {
    return count * 20 >= lines && count * 20 <= lines * 17;
}

Page page_of(const std::vector<Line>& lines) {
    std::vector<std::size_t> left, right;
    std::size_t gaps = 0, indents = 0;
    for (const auto& line : lines) {
        left.push_back(line.from);
        right.push_back(line.to);
        gaps += line.after_gap;
    }
    Page page{usual(std::move(left), false), usual(std::move(right), true)};
    for (const auto& line : lines) indents += line.from >= page.left + indent_min;
    page.gaps_tell = tells(gaps, lines.size());
    page.indents_tell = tells(indents, lines.size());
    return page;
}

bool goes_on(const Line& before, const Line& line, const Page& page) {
    if (line.from >= page.left + indent_min || before.to + short_by <= page.right) return false;
    if (line.after_gap && page.gaps_tell) return false;
    if (line.text.find("   ") != std::string_view::npos) return false;
    const bool nothing_else_tells = !page.gaps_tell && !page.indents_tell;
    return !(nothing_else_tells && ends_sentence(before.text) && begins_with_number(line.text));
}

bool wide(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// Typesetting puts a little room between Chinese and Latin characters, which comes back as a space.
void append_closed_up(std::string& paragraph, std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool single = line[i] == ' ' && i > 0 && i + 1 < line.size() && line[i - 1] != ' ' &&
                            line[i + 1] != ' ';
        if (!single || wide(line[i - 1]) == wide(line[i + 1])) paragraph += line[i];
    }
}

void join_page_line(std::string& paragraph, std::string_view line) {
    const bool latin = !paragraph.empty() && !wide(paragraph.back()) && !wide(line[0]);
    if (latin) paragraph += ' ';
    append_closed_up(paragraph, line);
}

}  // namespace

base::Result<Document> read_page_text(std::string_view text) {
    if (!base::is_utf8(text) || text.find('\0') != std::string_view::npos) return not_text();
    const auto lines = lines_of(text);
    const auto page = page_of(lines);
    BlockList blocks;
    std::string paragraph;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && !goes_on(lines[i - 1], lines[i], page)) {
            blocks.add_paragraph(paragraph);
            paragraph.clear();
        }
        join_page_line(paragraph, lines[i].text);
    }
    blocks.add_paragraph(paragraph);
    if (blocks.refusal()) return *blocks.refusal();
    return Document{"pdf", blocks.take(), ""};
}

}  // namespace office
