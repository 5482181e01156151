// Papers of talks: 谈心谈话记录表, blank and as the two wrote it, and the table of who talked with
// whom, which comes as a workbook too. Pure.
#pragma once

#include "office/paper.hpp"
#include "talks/talk_matrix.hpp"

namespace talks {

/// To be filled in by hand.
[[nodiscard]] office::Paper blank_record_paper(std::string_view meeting_title);
/// What both wrote, a form for each record; an empty one where nobody wrote yet.
[[nodiscard]] office::Paper record_paper(const TalkView& view);

struct MatrixPaperSource {
    const TalkMatrix& matrix;
    std::string_view meeting_title;
    base::Date today;
};
/// On its side; the tables are: sums by kind, who with whom, what is still open by its last day.
[[nodiscard]] office::Paper matrix_paper(const MatrixPaperSource& source);

}  // namespace talks
