// Messages about proof-reading: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "proofreading/proofread_actions.hpp"

namespace proofreading {

/// {"programme","text","fixes":["…"],"fix_all","live_figures"}
[[nodiscard]] base::Result<WantedText> read_text(std::string_view body);
/// "fixes": keys of findings
[[nodiscard]] Chosen read_fixes(base::JsonReader& reader);
/// {"reason"}
[[nodiscard]] base::Result<std::string> read_reason(std::string_view body);

/// {"programme","format","digest","passages":[{"text","paragraph","table","row","column"}],
/// "findings":[{"key","kind","severity","passage","begin","end","reason","suggestion","fix",
/// "set_aside":{"reason","by","at"}}],"may":["set_aside"]}; begin and end count characters of the
/// passage, and are both 0 where the finding is about the whole document.
[[nodiscard]] std::string to_json(const Reading& reading, const ledger::Reader& reader);
/// The same without who set aside what, for the command line.
[[nodiscard]] std::string to_json(const Reading& reading);
/// {"reason","by","at"}
[[nodiscard]] std::string to_json(const SetAside& what, const ledger::Reader& reader);

}  // namespace proofreading
