// One table while it is read row by row: puts cells into grid columns and repeats those that reach
// further down. Knows no format's words.
#pragma once

#include <string>
#include <vector>

#include "office/block_list.hpp"

namespace office {

class TableGrid {
  public:
    explicit TableGrid(int index) : index_(index) {}

    /// `place` is where the row belongs among the blocks.
    void begin_row(std::size_t place);
    void begin_cell(int columns, int rows);
    [[nodiscard]] bool row_open() const { return row_open_; }
    [[nodiscard]] bool cell_open() const { return cell_open_; }
    [[nodiscard]] std::string& cell_text() { return cell_.text; }
    void end_cell();
    /// Ends an open cell, too.
    void end_row(bool header, BlockList& blocks);

  private:
    struct Span {
        Cell cell;
        int rows_left = 0;
    };
    void repeat_spans();
    [[nodiscard]] bool says_something() const;

    int index_;
    int column_ = 0;
    int cell_rows_ = 1;
    bool row_open_ = false, cell_open_ = false;
    std::size_t place_ = 0;
    Cell cell_;
    std::vector<Cell> row_;
    std::vector<Span> spans_;      // reaching into this row from above, by column
    std::vector<Span> new_spans_;  // reaching down from this row
};

}  // namespace office
