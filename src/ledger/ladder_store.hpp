// Ladders in the database. One function a statement; decides nothing.
#pragma once

#include <string>

#include "db/database.hpp"
#include "ledger/ladder.hpp"

namespace ledger {

/// The programme's own; default_ladder() where it has none.
[[nodiscard]] Ladder load_ladder(db::Transaction& transaction, ProgrammeId programme);
/// Writes the whole; the stored version becomes `ladder.version + 1`. The caller holds the
/// programme.
void save_ladder(db::Transaction& transaction, ProgrammeId programme, const Ladder& ladder,
                 const std::string& by, base::Instant now);

}  // namespace ledger
