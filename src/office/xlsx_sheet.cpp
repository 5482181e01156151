#include "office/xlsx_sheet.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/package.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

constexpr int rows_end = 1 << 20, columns_end = 1 << 14;
constexpr std::size_t merges_max = 300'000;

struct Place {
    int row = -1, column = -1;
};

// "B12" -> row 11, column 1; -1 where a part is missing or absurd.
Place read_place(std::string_view reference) {
    int column = 0;
    std::size_t i = 0;
    for (; i < reference.size() && i < 4; ++i) {
        const char c = static_cast<char>(reference[i] & ~0x20);
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + (c - 'A' + 1);
    }
    const int row = number_in(reference.substr(i), 0);
    return {row >= 1 && row <= rows_end ? row - 1 : -1,
            column >= 1 && column <= columns_end ? column - 1 : -1};
}

std::vector<Cell>::iterator cell_at(std::vector<Cell>& cells, int column) {
    return std::lower_bound(cells.begin(), cells.end(), column,
                            [](const Cell& cell, int wanted) { return cell.column < wanted; });
}

}  // namespace

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes) {
    const auto local = local_name(name);
    auto tag = Tag::other;
    if (skipped_ > 0) {
        tag = Tag::skipped;
    } else if (local == "row") {
        tag = Tag::row;
        begin_row(attributes);
    } else if (local == "c") {
        tag = Tag::cell;
        begin_cell(attributes);
    } else if (local == "v") {
        tag = Tag::value;
    } else if (local == "t") {
        tag = Tag::text;
    } else if (local == "f" || local == "rPh" || local == "extLst") {
        tag = Tag::skipped;
        formula_ = formula_ || local == "f";
    } else if (local == "mergeCell") {
        keep_merge(attributes);
    }
    skipped_ += tag == Tag::skipped;
    open_.push_back(tag);
}

void XlsxSheet::end() {
    const auto tag = open_.back();
    open_.pop_back();
    skipped_ -= tag == Tag::skipped;
    if (tag == Tag::cell) end_cell();
}

void XlsxSheet::text(std::string_view piece) {
    if (open_.empty() || refusal_ || (open_.back() != Tag::value && open_.back() != Tag::text))
        return;
    value_ += piece;
    text_bytes_ += piece.size();
    if (text_bytes_ > base::limits::document_kept_bytes_max) refusal_ = too_many_blocks();
}

void XlsxSheet::begin_row(const XmlAttributes& attributes) {
    const int number = number_in(attributes.find("r").value_or(""), 0);
    row_ = number >= 1 && number <= rows_end ? number - 1 : row_ + (rows_.empty() ? 0 : 1);
    column_ = 0;
    // An empty row takes no memory: the next one uses its place.
    if (rows_.empty() || !rows_.back().cells.empty()) rows_.emplace_back();
    rows_.back().number = row_;
    if (rows_.size() > base::limits::document_blocks_max) refusal_ = too_many_blocks();
}

void XlsxSheet::begin_cell(const XmlAttributes& attributes) {
    if (const auto place = read_place(attributes.find("r").value_or("")); place.column >= 0)
        column_ = place.column;
    style_ = number_in(attributes.find("s").value_or(""), 0);
    type_ = attributes.find("t").value_or("n");
    value_.clear();
    formula_ = false;
}

std::string XlsxSheet::cell_text() const {
    if (type_ == "s") {
        const int index = number_in(value_, -1);
        return std::string(base::trim(
            workbook_.strings.find(index < 0 ? SIZE_MAX : static_cast<std::size_t>(index))));
    }
    if (type_ == "b") return value_.empty() ? "" : value_ == "0" ? "FALSE" : "TRUE";
    if (type_ == "d") return printed_iso_date(value_);
    if (type_ == "n")
        return printed_cell_number(base::trim(value_), workbook_.formats.find(style_),
                                   workbook_.since_1904);
    auto text = value_;
    undo_escapes(text, 0);
    return std::string(base::trim(text));
}

void XlsxSheet::count(std::size_t text_bytes) {
    text_bytes_ += text_bytes;
    if (++cells_ > document_cells_max || text_bytes_ > 2 * base::limits::document_kept_bytes_max)
        refusal_ = too_many_blocks();
}

void XlsxSheet::end_cell() {
    const int column = column_++;
    if (rows_.empty() || refusal_) return;
    auto text = cell_text();
    if (text.empty() && !formula_) return;
    count(text.size());
    if (column >= static_cast<int>(base::limits::table_columns_max)) refusal_ = too_many_blocks();
    if (refusal_) return;
    auto& cells = rows_.back().cells;
    Cell cell{std::move(text), column, 1, false, formula_};
    if (cells.empty() || cells.back().column < column) {
        cells.push_back(std::move(cell));
        return;
    }
    // Out of order or named twice: the later one counts, as in Excel.
    const auto at = cell_at(cells, column);
    if (at->column == column) {
        *at = std::move(cell);
    } else {
        cells.insert(at, std::move(cell));
    }
}

std::optional<XlsxSheet::Range> XlsxSheet::read_range(std::string_view reference) {
    const auto colon = std::min(reference.find(':'), reference.size());
    const auto from = read_place(reference.substr(0, colon));
    const auto to = read_place(reference.substr(std::min(colon + 1, reference.size())));
    if (from.row < 0 || from.column < 0 || to.row < from.row || to.column < from.column)
        return std::nullopt;
    return Range{from.row, from.column, to.row, to.column};
}

void XlsxSheet::keep_merge(const XmlAttributes& attributes) {
    const auto range = read_range(attributes.find("ref").value_or(""));
    if (range) merges_.push_back(*range);
    if (merges_.size() > merges_max) refusal_ = damaged("mergeCells");
}

// The first row keeps the cell, widened; every row below gets it again as continued.
void XlsxSheet::merge(const Range& range) {
    const auto by_number = [](const Row& row, int number) { return row.number < number; };
    auto row = std::lower_bound(rows_.begin(), rows_.end(), range.top, by_number);
    Cell merged;
    if (row != rows_.end() && row->number == range.top) {
        const auto origin = cell_at(row->cells, range.left);
        if (origin != row->cells.end() && origin->column == range.left) merged = *origin;
    }
    if (merged.text.empty()) return;
    merged.columns = std::min(range.right, static_cast<int>(base::limits::table_columns_max) - 1) -
                     range.left + 1;
    for (; row != rows_.end() && row->number <= range.bottom && !refusal_; ++row) {
        const auto first = cell_at(row->cells, range.left);
        const auto behind = cell_at(row->cells, range.left + merged.columns);
        const auto at = row->cells.erase(first, behind);
        merged.continued = row->number != range.top;
        row->cells.insert(at, merged);
        count(merged.text.size());
    }
}

void XlsxSheet::hand_over(const std::string& name, BlockList& blocks) {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.number < b.number; });
    for (const auto& range : merges_) merge(range);
    if (refusal_) return blocks.refuse(*refusal_);
    const int table = blocks.open_table();
    for (auto& row : rows_) {
        Block block;
        block.table = table;
        block.table_name = name;
        block.sheet_row = row.number + 1;
        block.cells = std::move(row.cells);
        blocks.add_row(std::move(block));
    }
}

}  // namespace office
