#include "office/table_grid.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace office {
namespace {

constexpr int columns_max = static_cast<int>(base::limits::table_columns_max);

bool by_column(const Cell& a, const Cell& b) {
    return a.column < b.column;
}

}  // namespace

void TableGrid::begin_row(std::size_t place) {
    row_open_ = true;
    place_ = place;
    column_ = 0;
    row_.clear();
    new_spans_.clear();
}

void TableGrid::begin_cell(int columns, int rows) {
    if (cell_open_) end_cell();
    for (const auto& [above, rows_left] : spans_)
        if (column_ >= above.column && column_ < above.column + above.columns)
            column_ = above.column + above.columns;
    cell_open_ = true;
    cell_ = {};
    cell_.column = column_;
    cell_.columns = std::clamp(columns, 1, columns_max);
    // Zero means: down to the end of the table.
    cell_rows_ = rows == 0 ? 1 << 20 : std::max(rows, 1);
}

void TableGrid::end_cell() {
    cell_open_ = false;
    // One too many is kept, so that the row is refused and not cut.
    if (row_.size() > base::limits::table_columns_max) return;
    cell_.text = std::string(base::trim(cell_.text));
    column_ += cell_.columns;
    if (cell_rows_ > 1) new_spans_.push_back({cell_, cell_rows_ - 1});
    row_.push_back(std::move(cell_));
    cell_ = {};
}

bool TableGrid::says_something() const {
    return std::any_of(row_.begin(), row_.end(),
                       [](const Cell& cell) { return !cell.text.empty(); });
}

// Copies are made only for a row that is kept, so that they count against the limits.
void TableGrid::repeat_spans() {
    if (says_something()) {
        for (const auto& [above, rows_left] : spans_) {
            row_.push_back(above);
            row_.back().continued = true;
        }
        std::stable_sort(row_.begin(), row_.end(), by_column);
    }
    std::erase_if(spans_, [](Span& span) { return --span.rows_left <= 0; });
    std::move(new_spans_.begin(), new_spans_.end(), std::back_inserter(spans_));
    new_spans_.clear();
    std::stable_sort(spans_.begin(), spans_.end(),
                     [](const Span& a, const Span& b) { return by_column(a.cell, b.cell); });
}

void TableGrid::end_row(bool header, BlockList& blocks) {
    if (cell_open_) end_cell();
    row_open_ = false;
    repeat_spans();
    Block block;
    block.table = index_;
    block.header = header;
    block.cells = std::move(row_);
    row_ = {};
    blocks.insert_row(place_, std::move(block));
    // Beyond this the next row is refused in any case.
    if (spans_.size() > base::limits::table_columns_max)
        spans_.resize(base::limits::table_columns_max);
}

}  // namespace office
