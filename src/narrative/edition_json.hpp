// Messages about issued editions: names of fields and their sizes.
#pragma once

#include "narrative/edition_actions.hpp"
#include "narrative/narrative_json.hpp"

namespace narrative {

/// {"id","version","number","issued_on","issuer","addressee","signer","restricted"}
[[nodiscard]] base::Result<WantedEdition> read_wanted_edition(std::string_view body);

/// {"edition","programme","narrative","sound","compared","annexes":[{"part","heading"}],
/// "figures":[{"name","unit","words"}],"paper"}
[[nodiscard]] std::string to_json(const EditionView& view, const Reader& reader);
/// {"parts":[{"part","heading","lines"}],"figures":[{"name","was","is"}]}
[[nodiscard]] std::string to_json(const EditionDifference& found, const Reader& reader);
/// As a live figure.
[[nodiscard]] std::string to_json(const FrozenFigure& figure, const Reader& reader);
/// The report as it would be printed now: {"programme","paper"}
[[nodiscard]] std::string paper_to_json(const NarrativeView& view);

}  // namespace narrative
