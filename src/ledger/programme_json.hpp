// Programmes on the wire.
#pragma once

#include <string>

#include "base/result.hpp"
#include "ledger/programme_actions.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const ProgrammeView& view, const base::Actor& reader);
[[nodiscard]] std::string to_json(const ProgrammeViews& views, const base::Actor& reader);
[[nodiscard]] std::string to_json(const std::vector<Area>& areas);

[[nodiscard]] base::Result<Programme> read_new_programme(std::string_view body);

struct ProgrammePatch {
    std::int64_t version = 0;
    ProgrammeChange change;
};
[[nodiscard]] base::Result<ProgrammePatch> read_programme_patch(std::string_view body);

/// {"rows":[{"id","title"}]}
[[nodiscard]] std::string titles_json(const std::vector<ProgrammeTitle>& titles);

}  // namespace ledger
