// Where the rows of a sheet go when its blocks are run with a record: one line for each row that
// comes, with the records it shows, and for every row of the template where it went, so that
// formulas and ranges can follow.
#pragma once

#include <deque>
#include <memory>

#include "office/template_sheet.hpp"

namespace office {

/// The rows that one run of lists within each other gives.
struct MergedRows {
    std::vector<Frames> rows;
    std::size_t outside = 0;         // how many frames stand around them
    std::vector<std::size_t> chain;  // the blocks, indexes in the plan
};
/// A run of a block, or the whole sheet: which of its rows went where.
struct Instance {
    Instance* around = nullptr;
    int from = 0, to = 0;                          // rows of the template
    int begin = 0;                                 // the first row it came to
    std::map<int, std::pair<int, int>> went = {};  // the first and the last it became
    std::optional<std::size_t> block = {};
};
struct PlacedRow {
    const TemplateRow* row = nullptr;  // null: one that the template does not write
    int number = 0;
    std::size_t frames = 0;  // index
    const Instance* instance = nullptr;
    const MergedRows* merged = nullptr;
    std::size_t at = 0;  // in merged
};

class RowLayout {
  public:
    /// Both must outlive the layout. A list without records leaves its rows once, empty: borders
    /// and sums below stay whole. Refuses template_too_many_rows (args accepted).
    [[nodiscard]] static base::Result<RowLayout> make(const SheetPlan& plan, const Record& root);

    [[nodiscard]] const std::vector<PlacedRow>& rows() const { return rows_; }
    [[nodiscard]] const Frames& frames_of(const PlacedRow& row) const {
        return frames_[row.frames];
    }
    [[nodiscard]] const std::vector<SheetRange>& merges() const { return merges_; }
    /// Where a row went, as seen from a row in `instance`, or from outside.
    [[nodiscard]] int row_of(const Instance& instance, int row, RefEnd end) const;
    [[nodiscard]] const Instance& whole() const { return instances_.front(); }

  private:
    explicit RowLayout(const SheetPlan& plan) : plan_(&plan) {}
    void lay(int from, int to, std::optional<std::size_t> parent, Instance& instance);
    void lay_block(std::size_t block, Instance& around);
    void lay_once(std::size_t block, Instance& around);
    void lay_merged(std::vector<std::size_t> chain, Instance& around);
    void place(int row, Instance& instance);
    void went(Instance* instance, int row);
    [[nodiscard]] std::vector<std::size_t> chain_from(std::size_t block) const;
    [[nodiscard]] std::optional<std::size_t> innermost_around(const SheetRange& range) const;
    void merge_in(const Instance& instance);
    void merge_columns(const MergedRows& merged, int first_row);

    const SheetPlan* plan_;
    std::vector<PlacedRow> rows_;
    std::deque<Instance> instances_;
    std::deque<MergedRows> merged_;
    std::deque<Frames> frames_;
    std::vector<SheetRange> merges_;
    Frames now_;
    std::size_t next_row_ = 0;  // in the plan
    int out_ = 1;
    bool too_many_ = false;
};

/// To which of the lists in one row a column belongs, from 1; as many as there are lists: the
/// innermost.
[[nodiscard]] std::size_t depth_of(const SheetPlan& plan, const MergedRows& merged, int column);
[[nodiscard]] std::size_t lists_in(const SheetPlan& plan, const MergedRows& merged);

}  // namespace office
