// Messages about reports that are being written: names of fields and their sizes.
#pragma once

#include <string_view>

#include "ledger/row_json.hpp"
#include "narrative/writing_actions.hpp"

namespace narrative {

using ledger::Reader;

/// {"id","kind","title","principal"}; the programme is the caller's to fill in.
[[nodiscard]] base::Result<NewNarrative> read_new_narrative(std::string_view body);
/// {"revision","heading","text"}
[[nodiscard]] base::Result<SectionDraft> read_section(std::string_view body);
/// {"take_over"}
[[nodiscard]] base::Result<TakeOver> read_hold(std::string_view body);
/// {"revision"}
[[nodiscard]] base::Result<std::int64_t> read_confirmation(std::string_view body);

/// {"rows":[…],"kinds":[…],"principal","may_begin"}
[[nodiscard]] std::string to_json(const NarrativeList& list, const Reader& reader);
/// The whole of a report; of what the ledger fills only how many lines there are.
[[nodiscard]] std::string to_json(const NarrativeView& view, const Reader& reader);
/// {"version","editions","sections":[{"part","revision","by","hold"}]}
[[nodiscard]] std::string to_json(const WritingState& state, const Reader& reader);
/// {"name","unit","words","rows":[{"kind","id","number","text","amount"}]}
[[nodiscard]] std::string to_json(const Figure& figure, const Reader& reader);
/// {"rows":[{"revision","at","by","text","lines"}]}, the lines against the wording before
[[nodiscard]] std::string to_json(const std::vector<Wording>& wordings, const Reader& reader);
/// {"text"}
[[nodiscard]] std::string to_json(const ProposedText& draft, const Reader& reader);

/// Parts of these messages that editions have, too.
void write_brief(base::JsonWriter& json, const Edition& edition, const Reader& reader);
void write_rows(base::JsonWriter& json, const Figure& figure);
void write_lines(base::JsonWriter& json, const std::vector<drafting::Line>& lines);

}  // namespace narrative
