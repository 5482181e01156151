// Messages about gathered problems: names of fields and their sizes.
#pragma once

#include "opinions/collection_json.hpp"
#include "opinions/gathered_actions.hpp"

namespace opinions {

/// {"id","source","about":id|null,"problem":id|null,"text","opinions":[],"given_to":[]}
[[nodiscard]] base::Result<NewGathered> read_new_gathered(std::string_view body);
/// {"given_to":[]}
[[nodiscard]] base::Result<std::vector<ParticipantId>> read_given_to(std::string_view body);
/// {"rows","total","claimed","may":["gather"]}; rows with "opinions" (numbers), "problem", "claims"
/// and "may".
[[nodiscard]] std::string to_json(const GatheredList& list, const Reader& reader);

}  // namespace opinions
