// What people do with rounds: register one, its teams and the units they inspect, many in one go;
// link a programme to the inspection of its unit. One function a thing, one transaction each. What
// belongs to no programme is noted in the installation's chain.
#pragma once

#include "inspections/round_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace inspections {

using Needs = ledger::Needs;

struct RoundView {
    Round round;
    std::vector<Team> teams;           // those with a unit in sight; all for those who keep them
    std::vector<InspectedUnit> units;  // in sight
};

[[nodiscard]] RoundPage view_rounds(const Needs& needs, const base::Actor& actor,
                                    const ledger::Page& page);
/// Refuses round_unknown (also out of sight); so does everything below that names one.
[[nodiscard]] base::Result<RoundView> view_round(const Needs& needs, const base::Actor& actor,
                                                 RoundId id);
/// Sent again with the same content: as it is. Refuses: as why_not_keep(), as check() of its days,
/// round_stands_already (args value), same_id_other_content.
[[nodiscard]] base::Result<RoundView> open_round(const Needs& needs, const base::Actor& actor,
                                                 const Round& wanted);
/// Refuses: as why_not_keep(), somebody_else_changed_it, as check(), round_stands_already.
[[nodiscard]] base::Result<RoundView> change_round(const Needs& needs, const base::Actor& actor,
                                                   const Round& wanted);

/// A team and the units it inspects, all in the same days to begin with.
struct NewTeam {
    Team team;
    Days days;
    std::vector<base::UnitId> units;
};
/// A team that stands there already gets the units beside those it has. Refuses: as
/// why_not_keep(), as check(), team_inspects_nobody, unit_unknown (also out of sight),
/// unit_is_closed.
[[nodiscard]] base::Result<RoundView> register_team(const Needs& needs, const base::Actor& actor,
                                                    const NewTeam& wanted);
/// Refuses: as why_not_keep(), inspection_unknown, somebody_else_changed_it, team_stands_already.
[[nodiscard]] base::Result<RoundView> change_team(const Needs& needs, const base::Actor& actor,
                                                  const Team& wanted);

struct UnitAddress {
    InspectionId inspection;
    base::UnitId unit;
};
/// These refuse: as why_not_keep(), inspected_unit_unknown (also out of sight); then as named.
/// somebody_else_changed_it, as check().
[[nodiscard]] base::Result<RoundView> set_days(const Needs& needs, const base::Actor& actor,
                                               const UnitAddress& address, std::int64_t version,
                                               const Days& days);
/// As why_not_remove(). A team that inspects nobody any more goes with its last unit.
[[nodiscard]] base::Result<RoundView> remove_unit(const Needs& needs, const base::Actor& actor,
                                                  const UnitAddress& address);
/// programme_not_found, programme_inspects_another_unit.
[[nodiscard]] base::Result<RoundView> link_programme(const Needs& needs, const base::Actor& actor,
                                                     const UnitAddress& address,
                                                     base::ProgrammeId programme);

}  // namespace inspections
