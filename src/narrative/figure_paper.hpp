// Which figures there are, what each counts and the rows behind it: one table. A number is the sum
// over its rows and nothing else, so that the text, the tables and the rows that somebody opens can
// never differ. Pure.
#pragma once

#include "narrative/figure.hpp"
#include "narrative/source_store.hpp"

namespace narrative {

/// 个, 条, 万元: what stands behind the number; "" of a share.
[[nodiscard]] std::string_view unit_of(std::string_view figure);
/// In the order of the list; without those that only people see who are cleared for more.
[[nodiscard]] Figures figures_of(const Source& source);

}  // namespace narrative
