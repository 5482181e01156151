// The tables of a paper as a workbook: the same rows under the same headings, so that what is
// printed and what is calculated with cannot differ. A table is a sheet of its own, named after the
// heading above it; what is written around the tables stays in the paper.
#pragma once

#include "office/paper.hpp"
#include "office/workbook.hpp"

namespace office {

/// Requires a table with one row of headings. Numbers and days that stand alone in a centred cell
/// become numbers and days; cells over several rows stay so.
[[nodiscard]] Workbook workbook_of(const Paper& paper);

}  // namespace office
