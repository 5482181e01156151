// Looking at a programme's ladder and changing it.
#pragma once

#include "ledger/ladder.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// Refuses: programme_not_found.
[[nodiscard]] base::Result<Ladder> view_ladder(const Needs& needs, const base::Actor& actor,
                                               ProgrammeId programme);
/// `wanted.version` is the one that was seen. Refuses: programme_not_found,
/// somebody_else_changed_it, as change() in ladder.hpp. Nobody is told of what lies behind.
[[nodiscard]] base::Result<Ladder> set_ladder(const Needs& needs, const base::Actor& actor,
                                              ProgrammeId programme, const Ladder& wanted);

}  // namespace ledger
