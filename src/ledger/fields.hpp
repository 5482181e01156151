// A row as named texts: how history keeps it, how two versions are compared, and how short lists
// stand in one column. Reads back exactly what it wrote.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/payload.hpp"
#include "ledger/problem.hpp"

namespace ledger {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "name TAB value LF" a field; tab, line feed and backslash are escaped.
[[nodiscard]] std::string encode(const Fields& fields);
/// What encode() wrote; lines that are not of that form are left out.
[[nodiscard]] Fields decode(std::string_view text);

/// In the order of `after`; a field that only one side has counts as "" on the other.
[[nodiscard]] std::vector<journal::FieldChange> changes_between(const Fields& before,
                                                                const Fields& after);

/// Every field a person can change, in the order of the form. The day that counts is none: it
/// follows from the deadline and the programme's dates.
[[nodiscard]] Fields fields_of(const Programme& programme);
[[nodiscard]] Fields fields_of(const Measure& measure);
[[nodiscard]] Fields fields_of(const Problem& problem);

/// A responsibility in one column: role, name, unit, person a line.
[[nodiscard]] std::string encode(const Responsibility& responsibility);
[[nodiscard]] Responsibility decode_responsibility(std::string_view text);

/// "regulations,campaigns"
[[nodiscard]] std::string encode(const ResultKinds& kinds);
[[nodiscard]] ResultKinds decode_demands(std::string_view text);

}  // namespace ledger
