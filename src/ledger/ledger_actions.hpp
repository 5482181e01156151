// Looking at the ledger: its list at both levels and the history of a row.
#pragma once

#include "ledger/measure_actions.hpp"
#include "ledger/steps.hpp"

namespace ledger {

/// A filter as it came in: the unit still by id.
struct LedgerQuery {
    LedgerFilter filter;
    std::optional<base::UnitId> unit;
};

/// Refuses: unit_unknown.
[[nodiscard]] base::Result<MeasurePage> list_measure_page(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const LedgerQuery& query);
[[nodiscard]] base::Result<ProblemPage> list_problem_page(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const LedgerQuery& query);
/// The rows of the query, each in one group. Refuses: unit_unknown, areas_are_of_one_programme (by
/// areas, where the query names no programme).
[[nodiscard]] base::Result<std::vector<Group>> group_ledger(const Needs& needs,
                                                            const base::Actor& actor, View view,
                                                            GroupBy by, const LedgerQuery& query);
/// Newest first. Refuses: measure_not_found, problem_not_found, also outside the scope.
[[nodiscard]] base::Result<std::vector<HistoryChange>> history_of_measure(const Needs& needs,
                                                                          const base::Actor& actor,
                                                                          MeasureId id);
[[nodiscard]] base::Result<std::vector<HistoryChange>> history_of_problem(const Needs& needs,
                                                                          const base::Actor& actor,
                                                                          ProblemId id);
[[nodiscard]] base::Result<std::vector<Area>> areas_of_programme(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 ProgrammeId id);

}  // namespace ledger
