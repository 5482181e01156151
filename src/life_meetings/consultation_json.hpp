// Messages about communication with the inspection office: names of fields and their sizes.
#pragma once

#include "ledger/row_json.hpp"
#include "life_meetings/consultation_actions.hpp"

namespace life_meetings {

/// {"id","kind","held_on","words","person"}
[[nodiscard]] base::Result<Consultation> read_consultation(std::string_view body);
/// {"words","answered_on","answered_by"}
[[nodiscard]] base::Result<WantedAnswer> read_answer(std::string_view body);
/// {"rows":[{"id","number","kind","held_on","words","person","entered_by","waits","answer":
/// {"words","answered_on","answered_by","entered_by"}|null,"may":["answer","drop"]}],
/// "may":["consult"]}
[[nodiscard]] std::string to_json(const ConsultationView& view, const ledger::Reader& reader);

}  // namespace life_meetings
