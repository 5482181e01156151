// What a check looks at: drawn by lot so that anybody can draw again, or added by hand and marked
// so. Nothing is ever taken out of a sample.
#pragma once

#include "supervision/check_actions.hpp"

namespace supervision {

/// What could be drawn, and how the weights would fall.
struct PoolView {
    std::int64_t size = 0, there = 0;                       // there: rows that the sample has
    std::vector<std::pair<Weight, std::int64_t>> weighted;  // how many rows each weight applies to
};
/// Refuses: check_unknown, as why_not(draw).
[[nodiscard]] base::Result<PoolView> view_pool(const Needs& needs, const base::Actor& actor,
                                               CheckId id, const PoolFilter& filter);

struct NewDraw {
    DrawId id;
    PoolFilter filter;
    DrawMethod method = DrawMethod::even;
    std::int64_t size = 0;
};
/// Sent again: as it is. Refuses: check_unknown, same_id_other_content, as why_not(draw),
/// unit_unknown, as check_size().
[[nodiscard]] base::Result<CheckView> draw_sample(const Needs& needs, const base::Actor& actor,
                                                  const SeenCheck& seen, const NewDraw& wanted);

struct RowByHand {
    CheckRowId id;
    RowKind kind = RowKind::measure;
    std::int64_t number = 0;
    std::string why;
};
/// Sent again: as it is. Refuses: check_unknown, as why_not(draw), reason_too_short,
/// row_is_not_in_the_pool (args value), sample_is_full.
[[nodiscard]] base::Result<CheckView> add_row_by_hand(const Needs& needs, const base::Actor& actor,
                                                      const SeenCheck& seen,
                                                      const RowByHand& wanted);

/// A draw made again from its seed and its list.
struct DrawnAgain {
    Draw draw;
    std::vector<PoolLine> lines;
    bool sound = false;  // the list has its digest, and these rows are in the sample
};
/// Refuses: draw_unknown (also where the check is not in sight, or its inside), draw_is_restricted.
[[nodiscard]] base::Result<DrawnAgain> draw_again(const Needs& needs, const base::Actor& actor,
                                                  DrawId id);

}  // namespace supervision
