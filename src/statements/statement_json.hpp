// Statements, their reviews and what they are compared with on the wire.
#pragma once

#include "ledger/row_json.hpp"
#include "statements/copy_actions.hpp"
#include "statements/typical_case.hpp"
#include "statements/waiting_actions.hpp"

namespace statements {

using ledger::Reader;

[[nodiscard]] base::Result<Asked> read_asked(std::string_view body);
[[nodiscard]] base::Result<NewStatement> read_new_statement(std::string_view body);
[[nodiscard]] base::Result<SectionDraft> read_section(std::string_view body);
[[nodiscard]] base::Result<WantedStep> read_step(std::string_view body);
[[nodiscard]] base::Result<NewRemark> read_new_remark(std::string_view body);
[[nodiscard]] base::Result<RemarkAnswer> read_remark_answer(std::string_view body);
[[nodiscard]] base::Result<HintDecision> read_hint_decision(std::string_view body);

[[nodiscard]] std::string to_json(const StatementList& list, const Reader& reader);
[[nodiscard]] std::string to_json(const StatementView& view, const Reader& reader);
[[nodiscard]] std::string to_json(const std::vector<Wording>& wordings, const Reader& reader);
[[nodiscard]] std::string to_json(const CopyReport& report, const Reader& reader);
[[nodiscard]] std::string to_json(const WaitingStatements& waiting, const Reader& reader);
[[nodiscard]] std::string to_json(const std::vector<TypicalCase>& cases, const Reader& reader);

/// {"field","kind","sentence","because"}: sentence and because "" where the whole text is meant.
void write(base::JsonWriter& json, const PointedHint& hint);

}  // namespace statements
