// Documents as they are written: paragraphs that are something (a title, a heading, a signature)
// and tables, on the page that GB/T 9704-2012 lays down. How each looks is the writers' business;
// no noun of any module.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/instant.hpp"

namespace office {

/// The five typefaces of an official document. Only their names are written: no font is shipped.
enum class Face { fangsong, kaiti, heiti, xiaobiaosong, songti };

/// What a paragraph is. GB/T 9704-2012, 7.2 to 7.4 and 10.
enum class Style {
    issuer_mark,      // 发文机关标志, in red
    number_line,      // 发文字号, above the red rule
    title,            // 标题
    subtitle,         // below the title: a day, a bracketed remark
    addressee,        // 主送机关
    body,             // 正文
    level1,           // 一、
    level2,           // （一）
    level3,           // 1.
    level4,           // （1）
    attachment_note,  // 附件说明
    signature,        // 发文机关署名
    date,             // 成文日期
    annex_mark,       // 附件1
    annex_title,
    table_title,  // over a table that stands alone
    table_note,   // unit, day, count: small, above or below a table
    cell,
    cell_heading,
    copies,     // 抄送, in the imprint
    form_line,  // a line of a form: label and content, no indent
    // What stands under headings in a fixed order and is read back by its style: see words_of().
    entry_group,    // （一）
    entry,          // 1.
    entry_detail,   // 一是
    entry_step,     // ①
    step_holders,   // behind one or more steps
    entry_holders,  // of the entry as a whole
};
/// How a style is called in the file, and in the lists of styles of office programs.
[[nodiscard]] std::string_view words_of(Style style);

struct Run {
    std::string text;  // '\n' breaks the line
    std::optional<Face> face = {};
    bool bold = false;
};

struct Paragraph {
    Style style = Style::body;
    std::vector<Run> runs;
    bool on_new_page = false;
    // Instead of what the style says:
    std::optional<double> left_chars = {}, right_chars = {};
    std::optional<int> lines_before = {};
};
[[nodiscard]] Paragraph paragraph(Style style, std::string text);

enum class CellAlign { left, centre, right };
struct PaperCell {
    std::string text;  // '\n' begins a paragraph
    int columns = 1, rows = 1;
    CellAlign align = CellAlign::left;
    bool heading = false;
};
/// Cells of a row stand in the columns that no cell of an earlier row reaches down into.
struct PaperRow {
    std::vector<PaperCell> cells;
    double height_mm = 0;  // at least; 0: what the text takes
};
struct PaperTable {
    std::vector<double> widths;  // of the columns, in any unit: shares of the width of the page
    std::vector<PaperRow> rows;
    std::size_t header_rows = 0;  // repeated on every page
    double points = 12;           // of the text
};

enum class Orientation { portrait, landscape };
using PaperPart = std::variant<Paragraph, PaperTable>;
/// Begins on a new page.
struct PaperSection {
    Orientation orientation = Orientation::portrait;
    std::vector<PaperPart> parts;
};

enum class HeadKind {
    none,      // begins with its title
    document,  // 文件: red mark, number, red rule
    letter,    // 信函格式 (10.1): name and double red rule, mirrored at the foot
    minutes,   // 纪要格式 (10.3): red mark, number and day
};
struct PaperHead {
    HeadKind kind = HeadKind::none;
    std::string issuer;       // 发文机关标志 as it is printed
    std::string number;       // 发文字号
    std::string secrecy;      // 密级和保密期限
    std::string urgency;      // 紧急程度
    std::string signer = {};  // 签发人, of a 文件 that goes to a superior
};
/// 版记: at the foot of the last page.
struct Imprint {
    std::string copies_to;  // "" : nobody
    std::string printed_by;
    std::string printed_on;  // as it is printed: 2024年6月30日
};

struct Paper {
    std::string name;  // in the properties of the file
    PaperHead head;
    std::vector<PaperSection> sections;  // at least one
    std::optional<Imprint> imprint;
    /// "" for none; at the head of every page: the mark and for whom this copy was made.
    std::string page_head;
    base::Instant made_at;
};

/// A .docx. Texts lose what XML cannot hold. About 1 KB of memory a cell while it is written.
/// Safe from any thread. Throws std::runtime_error when memory or the archive fails.
[[nodiscard]] std::string docx_of(const Paper& paper);

/// Half-width characters count half. In characters of 16 points.
[[nodiscard]] double width_in_chars(std::string_view text);
/// A title in lines of at most `chars_max` characters, none much shorter than the next longer ones,
/// broken where no word, number or bracket is torn as far as this can be told (7.3.1).
[[nodiscard]] std::string in_title_lines(std::string_view title, std::size_t chars_max = 20);
/// 附件说明 (7.3.4): the first behind the word, the others below it; one alone has no number.
[[nodiscard]] std::vector<Paragraph> attachment_list(const std::vector<std::string>& names);
/// Name and day at the end of the text, placed as without a seal (7.3.5.2) or with one (7.3.5.1).
enum class Seal { none, stamped };
[[nodiscard]] std::vector<Paragraph> signed_by(std::string name, std::string day, Seal seal);

}  // namespace office
