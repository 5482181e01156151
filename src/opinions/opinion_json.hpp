// Messages about sheets and opinions: names of fields and their sizes.
#pragma once

#include "opinions/collection_json.hpp"
#include "opinions/entering_actions.hpp"

namespace opinions {

/// {"sheets":[{"id","channel","voice","lines":[{"about":id|null,"text"}]}]}
[[nodiscard]] base::Result<std::vector<Sheet>> read_sheets(std::string_view body);
/// {"reason","instead":{"about","text"}|null}
[[nodiscard]] base::Result<Correction> read_correction(std::string_view body);
/// {"participant"}
[[nodiscard]] base::Result<ParticipantId> read_participant(std::string_view body);
/// about ("team" or a participant's id), page, page_size. Refuses: expected_id (about).
[[nodiscard]] base::Result<TextsWanted> read_texts_wanted(const http::Request& request);
/// The lines of a message, of a ballot too.
[[nodiscard]] std::vector<Line> read_lines(base::JsonReader& reader);

/// {"rows","total","page","page_size"}; what tells who said it ("channel","voice","sheet_number",
/// "strike","may") only to the keeper.
[[nodiscard]] std::string to_json(const OpinionTexts& texts, const ledger::Page& asked,
                                  const Reader& reader);

}  // namespace opinions
