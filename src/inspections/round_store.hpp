// Statements on rounds, teams and the units they inspect. Decides nothing.
#pragma once

#include "inspections/round.hpp"
#include "ledger/programme_store.hpp"

namespace inspections {

void insert_round(db::Transaction& transaction, const Round& round);
/// Refuses somebody_else_changed_it. The stored version becomes that of `round`.
[[nodiscard]] base::Result<void> save_round(db::Transaction& transaction, const Round& round);
struct RoundBrief {
    Round round;
    std::int64_t units = 0, programmes = 0;  // in sight
};
struct RoundPage {
    std::vector<RoundBrief> rows;
    std::int64_t total = 0;
};
/// Whoever keeps inspections sees every round, others those with a unit in sight; the latest first.
[[nodiscard]] RoundPage list_rounds(db::Transaction& transaction, const ledger::Page& page,
                                    const base::Actor& actor);
/// In sight as above.
[[nodiscard]] std::optional<Round> find_round(db::Transaction& transaction, RoundId id,
                                              const base::Actor& actor);

void insert_team(db::Transaction& transaction, const Team& team);
/// Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_team(db::Transaction& transaction, const Team& team);
[[nodiscard]] std::optional<Team> find_team(db::Transaction& transaction, InspectionId id);
/// Of a round, by the name of the team.
[[nodiscard]] std::vector<Team> list_teams(db::Transaction& transaction, RoundId round);
/// A team that nothing is left of.
void delete_team_without_units(db::Transaction& transaction, InspectionId id);

/// Of a round, within the scope, by team and beginning.
[[nodiscard]] std::vector<InspectedUnit> list_units(db::Transaction& transaction, RoundId round,
                                                    const base::Scope& scope);
[[nodiscard]] std::optional<InspectedUnit> find_unit(db::Transaction& transaction,
                                                     InspectionId inspection, base::UnitId unit,
                                                     const base::Scope& scope);
/// Registers it, or sets its days when it is registered with the version before `one.version`.
/// Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_unit(db::Transaction& transaction, const InspectedUnit& one);
void delete_unit(db::Transaction& transaction, InspectionId inspection, base::UnitId unit);
/// The programme belongs to this inspection from now on.
void save_inspection_of(db::Transaction& transaction, base::ProgrammeId programme,
                        InspectionId inspection);

}  // namespace inspections
