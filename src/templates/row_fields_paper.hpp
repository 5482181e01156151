// The lists of a template that are made of problems and measures: 方面, 问题, 措施, 单位, 销号. See
// field_paper.hpp. Pure.
#pragma once

#include "templates/field_paper.hpp"

namespace templates {

[[nodiscard]] std::vector<office::RecordType> row_list_types();
/// The records of those lists, in the same order.
[[nodiscard]] std::vector<std::vector<office::Record>> row_lists(const documents::ListSource& list);

}  // namespace templates
