// When a line of text goes on in the next one: shared by formats that break paragraphs into lines.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace office {

/// "1.", "（一）", "①", "二、", "-": the line begins an item of its own.
[[nodiscard]] bool begins_with_number(std::string_view line);
/// Ends with a mark behind which a paragraph may end.
[[nodiscard]] bool ends_sentence(std::string_view line);
/// Appends a line to its paragraph: with a space between, except between Chinese characters.
void join_line(std::string& paragraph, std::string_view line);

}  // namespace office
