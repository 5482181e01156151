#include "office/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

#include "base/utf8.hpp"
#include "office/cell_rules.hpp"
#include "office/cell_text.hpp"
#include "office/sheet_layout.hpp"

namespace office {
namespace {

// Chinese names: Excel and WPS match these, not the English aliases. Body type of 10 pt makes a
// Chinese character two characters wide.
constexpr auto body_font = "宋体", header_font = "黑体", title_font = "方正小标宋简体";
constexpr double body_points = 10, header_points = 10, title_points = 18;
constexpr std::size_t page_breaks_max = 1000;     // Excel holds 1,023
constexpr std::size_t page_head_chars_max = 200;  // Excel holds 255, with its codes

/// In the language of headers an ampersand begins a code.
std::string page_head(std::string_view text) {
    std::string header = "&R&\"宋体\"&9";
    for (const char c : base::first_chars(text, page_head_chars_max)) {
        if (c == '&') header += '&';
        header += c;
    }
    return header;
}

struct Formats {
    explicit Formats(lxw_workbook* workbook) {
        title = plain(workbook, title_font, title_points, Alignment::centre);
        note = plain(workbook, body_font, body_points, Alignment::left);
        header = bordered(workbook, header_font, Alignment::centre);
        format_set_bg_color(header, 0xEDEDED);
        for (const auto alignment : {Alignment::left, Alignment::centre}) {
            const auto at = static_cast<std::size_t>(alignment);
            entry[at] = bordered(workbook, body_font, alignment);
            format_set_bg_color(entry[at], 0xFFFBE6);
            format_set_unlocked(entry[at]);
            general[at] = bordered(workbook, body_font, alignment);
            text[at] = bordered(workbook, body_font, alignment);
            format_set_num_format_index(text[at], 49);  // "@"
            day[at] = bordered(workbook, body_font, alignment);
            format_set_num_format(day[at], "yyyy-mm-dd");
        }
    }

    static lxw_format* plain(lxw_workbook* workbook, const char* font, double points,
                             Alignment alignment) {
        auto* format = workbook_add_format(workbook);
        format_set_font_name(format, font);
        format_set_font_size(format, points);
        format_set_text_wrap(format);
        format_set_align(format,
                         alignment == Alignment::centre ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
        // Texts begin at the top: a merged cell that reaches over a page is read on the first one.
        format_set_align(format, alignment == Alignment::centre ? LXW_ALIGN_VERTICAL_CENTER
                                                                : LXW_ALIGN_VERTICAL_TOP);
        return format;
    }
    static lxw_format* bordered(lxw_workbook* workbook, const char* font, Alignment alignment) {
        auto* format = plain(workbook, font, header_points, alignment);
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    }

    lxw_format *title, *note, *header;
    // By alignment. `text` keeps "=1+1" a text even after somebody edits the cell; it is not for
    // all cells, because old Excels show long texts in this format as ####.
    lxw_format *general[2], *text[2], *day[2];
    lxw_format* entry[2];  // what is to be filled in: tinted, and open where the sheet is locked
};

class SheetWriter {
  public:
    SheetWriter(lxw_worksheet* out, const Formats& formats, const Sheet& sheet,
                const std::filesystem::path& path)
        : out_(out), formats_(formats), sheet_(sheet), layout_(layout_of(sheet)), path_(path) {}

    void write() {
        set_up_page();
        write_head();
        for (std::size_t row = 0; row < sheet_.rows.size(); ++row)
            must(worksheet_set_row(out_, line_of(row), layout_.row_points[row], nullptr), path_);
        for (std::size_t column = 0; column < sheet_.columns.size(); ++column) write_column(column);
        write_lines_to_fill();
    }
    [[nodiscard]] lxw_row_t first_row() const { return header_row() + 1; }
    [[nodiscard]] lxw_row_t line_of(std::size_t row) const {
        return first_row() + static_cast<lxw_row_t>(row);
    }

  private:
    [[nodiscard]] lxw_row_t header_row() const {
        return (sheet_.title.empty() ? 0u : 1u) + (sheet_.note.empty() ? 0u : 1u);
    }
    [[nodiscard]] lxw_col_t last_column() const {
        return static_cast<lxw_col_t>(std::max<std::size_t>(sheet_.columns.size(), 1) - 1);
    }
    void set_up_page();
    void set_page_breaks();
    void write_head();
    void write_across(lxw_row_t row, const std::string& text, lxw_format* format);
    void write_column(std::size_t column);
    void write_lines_to_fill();
    void write_cell(std::size_t row, std::size_t column);
    [[nodiscard]] lxw_format* format_of(const SheetValue& value, const SheetColumn& column) const;

    lxw_worksheet* out_;
    const Formats& formats_;
    const Sheet& sheet_;
    const SheetLayout layout_;
    const std::filesystem::path& path_;
};

void SheetWriter::set_up_page() {
    worksheet_set_paper(out_, 9);  // A4
    worksheet_set_landscape(out_);
    worksheet_fit_to_pages(out_, 1, 0);
    worksheet_set_margins(out_, margin_side_inches, margin_side_inches, margin_top_inches,
                          margin_bottom_inches);
    set_page_breaks();
    worksheet_center_horizontally(out_);
    if (!sheet_.page_head.empty())
        must(worksheet_set_header(out_, page_head(sheet_.page_head).c_str()), path_);
    must(worksheet_set_footer(out_, "&C&\"宋体\"&10第 &P 页，共 &N 页"), path_);
    must(worksheet_repeat_rows(out_, 0, header_row()), path_);
    worksheet_freeze_panes(out_, first_row(), 0);
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        // Excel adds 0.71 for the padding of the cell.
        lxw_row_col_options hidden{};
        hidden.hidden = sheet_.columns[i].use == Use::hidden ? LXW_TRUE : LXW_FALSE;
        must(worksheet_set_column_opt(out_, column, column, layout_.column_chars[i] + 0.71, nullptr,
                                      &hidden),
             path_);
    }
    if (!sheet_.locked) return;
    lxw_protection open{};
    open.format_columns = open.format_rows = open.autofilter = open.sort = LXW_TRUE;
    worksheet_protect(out_, nullptr, &open);
}

// Excel overlooks them where a page is fitted to its width, LibreOffice (and so our PDF) does not.
void SheetWriter::set_page_breaks() {
    std::vector<lxw_row_t> breaks;
    for (const auto row : layout_.page_starts)
        if (breaks.size() < page_breaks_max) breaks.push_back(line_of(row));
    if (breaks.empty()) return;
    breaks.push_back(0);  // the end
    must(worksheet_set_h_pagebreaks(out_, breaks.data()), path_);
}

void SheetWriter::write_across(lxw_row_t row, const std::string& text, lxw_format* format) {
    const auto fit = stored_cell_text(text);
    if (last_column() == 0) {
        must(worksheet_write_string(out_, row, 0, fit.c_str(), format), path_);
    } else {
        must(worksheet_merge_range(out_, row, 0, row, last_column(), fit.c_str(), format), path_);
    }
}

void SheetWriter::write_head() {
    if (!sheet_.title.empty()) {
        write_across(0, sheet_.title, formats_.title);
        must(worksheet_set_row(out_, 0, title_points_high, nullptr), path_);
    }
    if (!sheet_.note.empty()) {
        write_across(header_row() - 1, sheet_.note, formats_.note);
        must(worksheet_set_row(out_, header_row() - 1, note_points_high, nullptr), path_);
    }
    must(worksheet_set_row(out_, header_row(), layout_.header_points, nullptr), path_);
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
        const auto heading = stored_cell_text(sheet_.columns[i].heading);
        must(worksheet_write_string(out_, header_row(), static_cast<lxw_col_t>(i), heading.c_str(),
                                    formats_.header),
             path_);
        if (sheet_.columns[i].remark.empty()) continue;
        const auto remark = stored_cell_text(sheet_.columns[i].remark);
        lxw_comment_options look{};
        look.font_name = const_cast<char*>(body_font);
        look.font_size = 9;
        look.x_scale = 2;  // the usual box holds two short lines
        look.y_scale = 1.6;
        must(worksheet_write_comment_opt(out_, header_row(), static_cast<lxw_col_t>(i),
                                         remark.c_str(), &look),
             path_);
    }
}

// As text: whoever writes 001 means it.
void SheetWriter::write_lines_to_fill() {
    for (std::size_t row = 0; row < sheet_.rows_to_fill; ++row)
        for (std::size_t i = 0; i < sheet_.columns.size(); ++i)
            must(worksheet_write_blank(
                     out_, line_of(sheet_.rows.size() + row), static_cast<lxw_col_t>(i),
                     formats_.text[static_cast<std::size_t>(sheet_.columns[i].alignment)]),
                 path_);
}

void SheetWriter::write_column(std::size_t column) {
    for (std::size_t row = 0; row < sheet_.rows.size();) {
        const auto rows = merged_rows(sheet_, row, column);
        if (rows > 1) {
            // Frames and merges the range; the cell itself is written over it with its proper type.
            auto* format = format_of(value_at(sheet_, row, column), sheet_.columns[column]);
            must(worksheet_merge_range(out_, line_of(row), static_cast<lxw_col_t>(column),
                                       line_of(row + rows - 1), static_cast<lxw_col_t>(column), "",
                                       format),
                 path_);
        }
        write_cell(row, column);
        row += rows;
    }
}

lxw_format* SheetWriter::format_of(const SheetValue& value, const SheetColumn& column) const {
    const auto at = static_cast<std::size_t>(column.alignment);
    if (column.use == Use::filled_in) return formats_.entry[at];
    if (std::holds_alternative<base::Date>(value)) return formats_.day[at];
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && looks_like_formula(*text) ? formats_.text[at] : formats_.general[at];
}

void SheetWriter::write_cell(std::size_t row, std::size_t column) {
    const auto& value = value_at(sheet_, row, column);
    auto* format = format_of(value, sheet_.columns[column]);
    const auto line = line_of(row);
    const auto at = static_cast<lxw_col_t>(column);
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && !text->empty()) {
        must(worksheet_write_string(out_, line, at, stored_cell_text(*text).c_str(), format),
             path_);
    } else if (const auto* count = std::get_if<std::int64_t>(&value)) {
        must(worksheet_write_number(out_, line, at, static_cast<double>(*count), format), path_);
    } else if (const auto* number = std::get_if<double>(&value)) {
        must(worksheet_write_number(out_, line, at, *number, format), path_);
    } else if (const auto* date = std::get_if<base::Date>(&value)) {
        lxw_datetime day{
            date->year(), static_cast<int>(date->month()), static_cast<int>(date->day()), 0, 0, 0};
        must(worksheet_write_datetime(out_, line, at, &day, format), path_);
    } else {
        must(worksheet_write_blank(out_, line, at, format), path_);
    }
}

// Excel compares names without regard to case.
std::string name_not_yet_used(std::string_view wanted, std::set<std::string>& used) {
    const auto fit = fit_for_sheet_name(wanted);
    std::string name = fit;
    const auto key = [](std::string text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        return text;
    };
    for (int copy = 2; !used.insert(key(name)).second; ++copy) {
        const auto ending = "(" + std::to_string(copy) + ")";
        name = std::string(base::first_chars(fit, 31 - ending.size())) + ending;
    }
    return name;
}

void write_into(lxw_workbook* out, const std::filesystem::path& path, const Workbook& workbook) {
    const Formats formats(out);
    CellRules rules(out, path);
    std::set<std::string> names{CellRules::sheet_name};
    for (const auto& sheet : workbook.sheets) {
        auto* page = workbook_add_worksheet(out, name_not_yet_used(sheet.name, names).c_str());
        if (page == nullptr) throw std::runtime_error("cannot write " + path.string());
        SheetWriter writer(page, formats, sheet, path);
        writer.write();
        const auto rows = sheet.rows.size() + sheet.rows_to_fill;
        for (std::size_t i = 0; i < sheet.columns.size() && rows > 0; ++i)
            rules.apply(page, {writer.first_row(), writer.line_of(rows - 1)},
                        static_cast<lxw_col_t>(i), sheet.columns[i]);
    }
    rules.write_lists();
    lxw_doc_properties properties{};
    auto title = workbook.sheets.empty() ? "" : fit_for_cell(workbook.sheets[0].title);
    properties.title = title.data();
    properties.created = static_cast<time_t>(workbook.made_at.milliseconds / 1000);
    must(workbook_set_properties(out, &properties), path);
}

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

}  // namespace

void write_workbook(const std::filesystem::path& path, const Workbook& workbook) {
    std::unique_ptr<lxw_workbook, FreeWorkbook> out(workbook_new(path.c_str()));
    if (!out) throw std::runtime_error("cannot write " + path.string());
    write_into(out.get(), path, workbook);
    // Closing frees it, whatever comes of it.
    if (const auto error = workbook_close(out.release()); error != LXW_NO_ERROR) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        must(error, path);
    }
}

}  // namespace office
