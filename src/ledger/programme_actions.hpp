// What people do with programmes: open one, look, change its dates. One function a thing, one
// transaction each.
#pragma once

#include "ledger/recorder_actions.hpp"

namespace ledger {

struct ProgrammeView {
    Programme programme;
    ProgrammeCounts counts;
    int time_used_percent = 0;  // of the concentrated period; 0 where it has no dates
};

struct ProgrammeViews {
    std::vector<ProgrammeView> rows;
    std::int64_t total = 0;
};

/// Opens a programme under an id the client made; sending it twice does it once. The round and the
/// inspection are found by what they say, or made. Refuses: what open() refuses, unit_unknown,
/// same_id_other_content.
[[nodiscard]] base::Result<ProgrammeView> open_programme(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const Programme& wanted);
/// Refuses programme_not_found.
[[nodiscard]] base::Result<ProgrammeView> view_programme(const Needs& needs,
                                                         const base::Actor& actor, ProgrammeId id);
[[nodiscard]] ProgrammeViews view_programmes(const Needs& needs, const base::Actor& actor,
                                             std::string_view words, const Page& page);
/// Refuses: programme_not_found, somebody_else_changed_it, what change() refuses. Days that hang on
/// the changed dates are worked out again.
[[nodiscard]] base::Result<ProgrammeView> change_programme(const Needs& needs,
                                                           const base::Actor& actor, ProgrammeId id,
                                                           std::int64_t version_seen,
                                                           const ProgrammeChange& wanted);

/// Of every programme, newest first; for those who give scopes and see no content.
[[nodiscard]] std::vector<ProgrammeTitle> list_titles(const Needs& needs);

}  // namespace ledger
