// Phases in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/phase.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

void insert_phase(db::Transaction& transaction, const Phase& phase);
/// Everything but its place among the others, over the version before. Refuses:
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_phase(db::Transaction& transaction, const Phase& phase);
/// Position and days alone: copies, no version moves.
void save_phase_place(db::Transaction& transaction, const Phase& phase);
void delete_phase(db::Transaction& transaction, PhaseId id);

[[nodiscard]] std::optional<Phase> find_phase(db::Transaction& transaction, PhaseId id);
/// Of one programme, in order.
[[nodiscard]] std::vector<Phase> list_phases(db::Transaction& transaction, ProgrammeId programme);

struct ProgrammePhase {
    std::string programme_title;
    Phase phase;
};
/// Phases that are going on, of one programme or of every one within the scope; the first to end
/// comes first.
[[nodiscard]] std::vector<ProgrammePhase> list_current_phases(db::Transaction& transaction,
                                                              std::optional<ProgrammeId> programme,
                                                              const Viewpoint& viewpoint,
                                                              std::int64_t rows_max);

}  // namespace ledger
