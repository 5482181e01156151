// Prepared criticisms on the wire.
#pragma once

#include "ledger/row_json.hpp"
#include "statements/criticism_actions.hpp"

namespace statements {

using ledger::Reader;

[[nodiscard]] base::Result<NewCriticism> read_new_criticism(std::string_view body);
struct CriticismForm {
    std::int64_t version = 0;
    ParticipantId about;
    CriticismText text;
};
[[nodiscard]] base::Result<CriticismForm> read_criticism_form(std::string_view body);
/// A text to be hinted at while it is written; nothing of it has to be there.
[[nodiscard]] base::Result<CriticismText> read_criticism_text(std::string_view body);

[[nodiscard]] std::string to_json(const CriticismList& list, const Reader& reader);
[[nodiscard]] std::string to_json(const std::vector<PointedHint>& hints, const Reader& reader);

}  // namespace statements
