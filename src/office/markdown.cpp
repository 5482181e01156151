#include "office/markdown.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "office/block_list.hpp"
#include "office/line_joining.hpp"

namespace office {
namespace {

constexpr std::size_t sample_bytes = 64u << 10;
constexpr std::string_view escapable = "\\`*_{}[]<>()#+-.!|~^$@'\"=:&/,;?% ";

bool is_mark(std::string_view text, std::size_t at, std::string_view mark) {
    return text.substr(at, mark.size()) == mark;
}

int heading_marks(std::string_view line) {
    const auto marks = std::min(line.find_first_not_of('#'), line.size());
    const bool heading = marks >= 1 && marks <= 6 && (marks == line.size() || line[marks] == ' ');
    return heading ? static_cast<int>(marks) : 0;
}

// "| --- | :-: |" and "|---|"
bool is_table_rule(std::string_view line) {
    if (line.empty() || (line[0] != '|' && line[0] != '-' && line[0] != ':')) return false;
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool is_horizontal_rule(std::string_view line) {
    return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_') &&
           line.find_first_not_of(line.substr(0, 1)) == std::string_view::npos;
}

// A wrapped paragraph goes on in the next line; sloppy files give every paragraph one line and no
// blank.
bool goes_on(std::string_view before, std::string_view line) {
    return !ends_sentence(before) && !begins_with_number(line);
}

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    if (line.starts_with('|')) line.remove_prefix(1);
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] == '\\') {
            ++at;
            continue;
        }
        const bool end = at == line.size();
        if (!end && line[at] != '|') continue;
        if (end && from == line.size()) break;  // The bar that closes the row.
        const auto cell = base::trim(line.substr(from, at - from));
        cells.push_back(Cell{std::string(base::trim(plain_inline(cell))),
                             static_cast<int>(cells.size()), 1, false});
        from = at + 1;
    }
    return cells;
}

class Reader {
  public:
    void line(std::string_view line, std::string_view next);
    void end_paragraph();
    BlockList blocks;

  private:
    void row(std::string_view line, bool header);

    std::string paragraph_;
    int table_ = -1;
};

void Reader::end_paragraph() {
    if (!paragraph_.empty()) blocks.add_paragraph(plain_inline(paragraph_));
    paragraph_.clear();
}

void Reader::row(std::string_view line, bool header) {
    Block row;
    row.table = table_;
    row.header = header;
    row.cells = cells_of(line);
    blocks.add_row(std::move(row));
}

void Reader::line(std::string_view line, std::string_view next) {
    const bool in_table = table_ >= 0;
    const bool opens_table =
        !in_table && line.find('|') != std::string_view::npos && is_table_rule(next);
    if (line.empty() || (in_table && line.find('|') == std::string_view::npos)) table_ = -1;
    if (line.empty() || opens_table) end_paragraph();
    if (line.empty()) return;
    if (opens_table) table_ = blocks.open_table();
    if (table_ >= 0) {
        if (!is_table_rule(line)) row(line, opens_table);
        return;
    }
    if (const int level = heading_marks(line); level > 0) {
        end_paragraph();
        blocks.add_paragraph(plain_inline(base::trim(line.substr(static_cast<std::size_t>(level)))),
                             level);
        return;
    }
    if (is_horizontal_rule(line)) return end_paragraph();
    if (!paragraph_.empty() && !goes_on(paragraph_, line)) end_paragraph();
    if (line.starts_with("> ")) line.remove_prefix(2);
    const bool hard_break = line.ends_with('\\');
    if (hard_break) line.remove_suffix(1);
    join_line(paragraph_, line);
    if (hard_break) end_paragraph();
}

// Behind "](": the address up to its closing bracket, which is left out.
std::size_t skip_address(std::string_view text, std::size_t at) {
    int depth = 1;
    while (at < text.size() && depth > 0) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        ++at;
    }
    return depth == 0 ? at : std::string_view::npos;
}

bool may_be_mark(char c) {
    return c == '\\' || c == '*' || c == '~' || c == '[' || c == ']';
}

}  // namespace

std::string plain_inline(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    std::vector<std::size_t> brackets;  // where in `plain` each open "[" stands
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && at + 1 < text.size() &&
            escapable.find(text[at + 1]) != std::string_view::npos) {
            plain += text[++at];
        } else if (is_mark(text, at, "**") || is_mark(text, at, "~~")) {
            ++at;
        } else if (c == '[') {
            brackets.push_back(plain.size());
            plain += c;
        } else if (c == ']' && !brackets.empty()) {
            const auto open = brackets.back();
            brackets.pop_back();
            const bool link = is_mark(text, at, "](");
            const auto behind = link ? skip_address(text, at + 2) : std::string_view::npos;
            if (behind == std::string_view::npos) {
                plain += c;
                continue;
            }
            plain.erase(open, 1);
            at = behind - 1;
        } else {
            std::size_t end = at + 1;
            while (end < text.size() && !may_be_mark(text[end])) ++end;
            plain.append(text, at, end - at);
            at = end - 1;
        }
    }
    return plain;
}

int likeness_to_markdown(std::string_view text) {
    const auto sample = text.substr(0, sample_bytes);
    int headings = 0, marks = 0;
    for (std::size_t from = 0; from < sample.size();) {
        const auto end = std::min(sample.find('\n', from), sample.size());
        const auto line = sample.substr(from, end - from);
        from = end + 1;
        headings += heading_marks(line) > 0 && line.size() > 2;
        marks += is_table_rule(line) || (line.starts_with("**") && line.ends_with("**")) ||
                 line.find("\\[") != std::string_view::npos ||
                 line.find("](#") != std::string_view::npos;
    }
    if (headings + marks == 0) return 0;
    return headings >= 2 || (headings >= 1 && marks >= 1) || marks >= 3 ? 2 : 1;
}

base::Result<Document> read_markdown(std::string_view text) {
    Reader reader;
    for (std::size_t from = 0; from < text.size() && !reader.blocks.refused();) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto line = base::trim(text.substr(from, end - from));
        from = std::min(end + 1, text.size());
        const auto next_end = std::min(text.find('\n', from), text.size());
        reader.line(line, base::trim(text.substr(from, next_end - from)));
    }
    reader.end_paragraph();
    if (reader.blocks.refusal()) return *reader.blocks.refusal();
    return Document{"md", reader.blocks.take(), ""};
}

}  // namespace office
