// The head of a ledger table: which column holds problems, measures, who, until when. Merged and
// two-row heads are read; a table that is no ledger gives nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "office/document.hpp"
#include "plan/vocabulary.hpp"

namespace plan {

using Rows = std::span<const office::Block* const>;

struct Column {
    int first = 0, last = 0;  // grid columns
    Label label;
    std::string_view tick;  // 已完成 over a column that is only ticked
};

struct TableHead {
    std::vector<Column> columns;
    std::size_t rows_before = 0;  // rows of title and head: the data begin here
    int width = 0;                // grid columns
    [[nodiscard]] const Column* find(LabelKind kind) const;
    [[nodiscard]] const Column* at(int grid_column) const;
    /// Problems or measures with something beside them.
    [[nodiscard]] bool is_ledger() const;
};

[[nodiscard]] std::optional<TableHead> head_of(Rows rows);
/// The row repeats the head (on a new page).
[[nodiscard]] bool repeats_head(const office::Block& row, const TableHead& head);

}  // namespace plan
