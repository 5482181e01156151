#include "office/sheet_layout.hpp"

#include <algorithm>

#include "office/cell_text.hpp"

namespace office {
namespace {

constexpr double line_points = 14;  // of 10 pt type, with room for fonts taller than 宋体
constexpr double padding_points = 5;
constexpr double row_points_max = 409;  // Excel has no higher rows
constexpr int lines_max = static_cast<int>((row_points_max - padding_points) / line_points);
constexpr int column_chars_max = 80;
constexpr int day_chars = 10;

int lines_of(const SheetValue& value, int chars) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? 1 : wrapped_lines(*text, chars);
}

double points_of(int lines) {
    return std::min(lines * line_points + padding_points, row_points_max);
}

bool same_groups(const SheetRow& a, const SheetRow& b, int count) {
    const auto groups = static_cast<std::size_t>(count);
    if (a.groups.size() < groups || b.groups.size() < groups) return false;
    return std::equal(a.groups.begin(), a.groups.begin() + count, b.groups.begin());
}

int chars_needed(const Sheet& sheet, std::size_t column) {
    int chars = std::clamp(sheet.columns[column].width_chars, 2, column_chars_max);
    for (std::size_t row = 0; row < sheet.rows.size();) {
        const auto rows = merged_rows(sheet, row, column);
        const auto& value = value_at(sheet, row, column);
        if (std::holds_alternative<base::Date>(value)) chars = std::max(chars, day_chars);
        const int room = lines_max * static_cast<int>(std::min<std::size_t>(rows, 100));
        while (chars < column_chars_max && lines_of(value, chars) > room) chars += 4;
        row += rows;
    }
    return std::min(chars, column_chars_max);
}

// A merged cell that needs more than its rows give gets the rest from all of them alike.
void stretch(SheetLayout& layout, std::size_t row, std::size_t rows, double needed) {
    double given = 0;
    for (std::size_t i = row; i < row + rows; ++i) given += layout.row_points[i];
    if (given >= needed) return;
    const double more = (needed - given) / static_cast<double>(rows);
    for (std::size_t i = row; i < row + rows; ++i)
        layout.row_points[i] = std::min(layout.row_points[i] + more, row_points_max);
}

void raise_rows(const Sheet& sheet, SheetLayout& layout, std::size_t column, bool merged) {
    if (sheet.columns[column].use == Use::hidden) return;
    for (std::size_t row = 0; row < sheet.rows.size();) {
        const auto rows = merged_rows(sheet, row, column);
        const int lines = lines_of(value_at(sheet, row, column), layout.column_chars[column]);
        if (rows == 1 && !merged)
            layout.row_points[row] = std::max(layout.row_points[row], points_of(lines));
        if (rows > 1 && merged) stretch(layout, row, rows, lines * line_points + padding_points);
        row += rows;
    }
}

// The column whose merged cells are to stay on one page: the one with the narrowest groups.
std::size_t narrowest_groups(const Sheet& sheet) {
    const auto by = [](const SheetColumn& a, const SheetColumn& b) {
        return a.merged_by < b.merged_by;
    };
    const auto found = std::max_element(sheet.columns.begin(), sheet.columns.end(), by);
    return static_cast<std::size_t>(found - sheet.columns.begin());
}

// Heights as they are before the page is shrunk to its width.
double page_points(const Sheet& sheet, const SheetLayout& layout) {
    constexpr double inch = 72, width = 841.9, height = 595.3, points_a_char = 5.25, padding = 3.75;
    double columns = 0;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].use != Use::hidden)
            columns += layout.column_chars[i] * points_a_char + padding;
    const double shrunk = std::min(1.0, (width - 2 * margin_side_inches * inch) / columns);
    const double head = (sheet.title.empty() ? 0 : title_points_high) +
                        (sheet.note.empty() ? 0 : note_points_high) + layout.header_points;
    return (height - (margin_top_inches + margin_bottom_inches) * inch) / shrunk - head;
}

// A group that would be torn begins a new page, unless that could leave half a page empty.
void set_page_starts(const Sheet& sheet, SheetLayout& layout) {
    constexpr double caution = 0.97;  // fonts and printers differ
    const auto column = narrowest_groups(sheet);
    const double page = page_points(sheet, layout) * caution;
    double used = 0;
    for (std::size_t row = 0; row < sheet.rows.size();) {
        const auto rows = merged_rows(sheet, row, column);
        double group = 0;
        for (std::size_t i = row; i < row + rows; ++i) group += layout.row_points[i];
        if (row > 0 && used + group > page && group <= page / 2) {
            layout.page_starts.push_back(row);
            used = 0;
        }
        used += group;
        while (used > page) used -= page;
        row += rows;
    }
}

}  // namespace

const SheetValue& value_at(const Sheet& sheet, std::size_t row, std::size_t column) {
    static const SheetValue nothing;
    const auto& values = sheet.rows[row].values;
    return column < values.size() ? values[column] : nothing;
}

std::size_t merged_rows(const Sheet& sheet, std::size_t row, std::size_t column) {
    const int by = sheet.columns[column].merged_by;
    std::size_t end = row + 1;
    if (by == SheetColumn::never) return 1;
    while (end < sheet.rows.size() && same_groups(sheet.rows[row], sheet.rows[end], by) &&
           value_at(sheet, row, column) == value_at(sheet, end, column))
        ++end;
    return end - row;
}

SheetLayout layout_of(const Sheet& sheet) {
    SheetLayout layout;
    int header_lines = 1;
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        layout.column_chars.push_back(chars_needed(sheet, column));
        header_lines = std::max(
            header_lines, wrapped_lines(sheet.columns[column].heading, layout.column_chars.back()));
    }
    layout.header_points = points_of(header_lines) + padding_points;
    layout.row_points.assign(sheet.rows.size(), points_of(1));
    for (const bool merged : {false, true})
        for (std::size_t column = 0; column < sheet.columns.size(); ++column)
            raise_rows(sheet, layout, column, merged);
    if (!sheet.columns.empty()) set_page_starts(sheet, layout);
    return layout;
}

}  // namespace office
