// What an entry is called in Chinese: acts, kinds of subjects, fields and those of their values
// that are codes. One catalogue, contract/journal.zh-CN.json, for tables, pages and the command
// line. Knows the catalogue's form and none of its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace journal {

enum class Word { act, kind, field };

/// The code itself where the catalogue does not know it.
[[nodiscard]] std::string words_of(Word what, std::string_view code);
/// A value of `field`: "system_admin" is 系统管理员, "a, b" each by itself; other text as it is.
[[nodiscard]] std::string words_of_value(std::string_view field, std::string_view value);
/// Whether the catalogue knows it.
[[nodiscard]] bool has_words(Word what, std::string_view code);
/// All codes of one kind, in the catalogue's order.
[[nodiscard]] std::vector<std::string> codes_of(Word what);

}  // namespace journal
