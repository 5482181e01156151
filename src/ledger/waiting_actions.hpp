// The home page of somebody who works on ledgers: what waits for them, as figures and as the first
// rows of each section.
#pragma once

#include "ledger/ledger_actions.hpp"

namespace ledger {

inline constexpr std::int64_t waiting_rows_shown = 5;  // of one section

struct SectionView {
    WaitingSection section;
    LedgerFilter filter;  // what the list behind the figure is asked
    std::int64_t total = 0;
    std::vector<AnsweringRow<MeasureRow>> measures;  // by due day; of the section's level only
    std::vector<AnsweringRow<ProblemRow>> problems;
};

/// The units of Reach::unit: the actor's own and those whose work is done in somebody's stead.
[[nodiscard]] std::vector<base::UnitId> units_of(const base::Actor& actor);

/// Three statements whatever waits: all figures, the first measures, the first problems; of a unit
/// one more before them, whether it holds few rows. Each figure is the total of list_measure_page()
/// or list_problem_page() with the section's filter. Empty for somebody who reads no ledger.
[[nodiscard]] std::vector<SectionView> view_waiting(const Needs& needs, const base::Actor& actor,
                                                    Reach reach);

}  // namespace ledger
