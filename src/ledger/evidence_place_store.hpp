// At which rows evidence stands, as far as somebody may see them. Decides nothing.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "evidence/evidence.hpp"
#include "ledger/problem.hpp"

namespace ledger {

/// A row at which a file stands.
struct EvidencePlace {
    std::string digest;
    evidence::EvidenceId series;
    std::string_view kind;  // "measure" or "problem"
    std::string id;
    std::int64_t number = 0;
    ProgrammeId programme;
    std::string programme_title;
};

/// Every row in scope, of any programme, at which one of these files stands now.
[[nodiscard]] std::vector<EvidencePlace> list_places(db::Transaction& transaction,
                                                     const std::vector<std::string>& digests,
                                                     const base::Scope& scope);
/// All that stands at a row in scope of this programme.
[[nodiscard]] std::set<evidence::EvidenceId> list_series_in_sight(db::Transaction& transaction,
                                                                  ProgrammeId programme,
                                                                  const base::Scope& scope);

}  // namespace ledger
