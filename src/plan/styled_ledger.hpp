// The ledger of a document whose paragraph styles say what each paragraph is: office::Style::entry
// and the styles beside it, as plans are written by this program. What stands in them is taken at
// its word, whatever marks, labels and brackets the texts hold; all other paragraphs say nothing of
// the ledger. Pure.
#pragma once

#include <string>
#include <string_view>

#include "office/document.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// What announces the measures of a problem, in the line of the first of them.
inline constexpr std::string_view measures_label = "整改措施：";

/// Number and text as one line that is read back as these two. Where the number alone would not
/// tell where the text begins, a character without width stands between them.
[[nodiscard]] std::string numbered(std::string_view number, std::string_view text);

/// No areas where no paragraph stands in these styles. A line of holders speaks of the measures
/// above it that nothing was said of yet, one of the entry of the problem; what answers all
/// manifestations of a problem answers the problem.
[[nodiscard]] std::vector<ReadArea> styled_ledger(const office::Document& document);

}  // namespace plan
