// Names of those who answer for a row, as the document writes them: split, given their roles, not
// resolved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/responsibility.hpp"
#include "plan/vocabulary.hpp"

namespace plan {

/// The names in a value, split at 、，；and spaces, never inside brackets; 无 and strokes are no
/// names. Of persons, a title alone (党组书记) stays with the name behind it.
enum class NamesOf { units, persons };
[[nodiscard]] std::vector<std::string> names_in(std::string_view value, NamesOf whom);
/// Adds the names under the roles of the label; where it has several (责任单位及责任人) each name
/// goes to the role its wording fits. A name already there under the role is not added again.
void add_holders(const Label& label, std::string_view value, ledger::Responsibility& to);
/// X, ×××, **, 某某: a name not filled in.
[[nodiscard]] bool is_placeholder(std::string_view name);
[[nodiscard]] bool reads_as_unit(std::string_view name);

}  // namespace plan
