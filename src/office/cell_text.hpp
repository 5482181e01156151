// Text on its way into a cell: what Excel can hold, and how many lines it takes there. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace office {

inline constexpr std::size_t cell_units_max = 32'767;

/// Without control characters and code points that XML cannot hold, line ends as '\n'.
[[nodiscard]] std::string fit_for_xml(std::string_view text);
/// The same, and at most 32,767 UTF-16 units; what was cut off is said at the end.
[[nodiscard]] std::string fit_for_cell(std::string_view text);
/// Excel reads "_x0041_" as "A": what looks so is written in a way that keeps it as it is.
[[nodiscard]] std::string escape_escapes(std::string_view text);
/// As it stands in the file: fit for Excel, and a literal "_x0041_" kept from being read as "A".
[[nodiscard]] std::string stored_cell_text(std::string_view text);
/// Text that a careless program takes for a formula when it is edited or exported.
[[nodiscard]] bool looks_like_formula(std::string_view text);
/// Lines that the text takes when it is wrapped at `width_chars` half-width characters, Chinese
/// line breaking rules considered. At least 1.
[[nodiscard]] int wrapped_lines(std::string_view text, int width_chars);
/// The longest line, in half-width characters.
[[nodiscard]] int width_of(std::string_view text);
/// A name Excel accepts for a sheet; "Sheet" where nothing is left.
[[nodiscard]] std::string fit_for_sheet_name(std::string_view name);

}  // namespace office
