// What leaves as a file: entries as lines of a table that spreadsheets open safely, and as lines of
// a signed export. From rows to texts; opens nothing.
#pragma once

#include <string>
#include <vector>

#include "audit/entry.hpp"
#include "audit/evidence.hpp"

namespace audit {

/// The mark that makes Excel read UTF-8, and the headings.
[[nodiscard]] std::string table_head();
/// One line with its end. What a spreadsheet would take for a formula is led by an apostrophe.
[[nodiscard]] std::string table_line(const EntryRow& row);
struct NamedHead {
    std::string name;  // 系统, or the title of a programme
    journal::Head head;
};
/// How many lines, and where the chains stood: a line each.
[[nodiscard]] std::string table_foot(std::int64_t entries, const std::vector<NamedHead>& heads);

/// One entry of a signed export as JSON, with its end; payload and salt only where it is open.
[[nodiscard]] std::string evidence_line(const EntryRow& row);
[[nodiscard]] std::string manifest_text(const Manifest& manifest);
/// How an outsider checks it, in Chinese.
[[nodiscard]] std::string evidence_words(std::string_view fingerprint);

}  // namespace audit
