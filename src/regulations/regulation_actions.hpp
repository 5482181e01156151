// What people do with the register of regulations. Each change is one transaction with its entry in
// the programme's chain.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "regulations/register_store.hpp"

namespace regulations {

using ledger::Needs;

struct NewRegulation {
    RegulationId id;
    ProgrammeId programme;
    RegulationTerms terms;  // of rows the ids
};
/// Sent again with the same content: as it is. Refuses: programme_not_found, as why_not_add(), as
/// check(), unit_unknown, unit_is_closed, problem_not_found, measure_not_found (also of another
/// programme), same_id_other_content.
[[nodiscard]] base::Result<Regulation> add_regulation(const Needs& needs, const base::Actor& actor,
                                                      const NewRegulation& wanted);

/// A regulation as somebody saw it before acting on it. Both below refuse: regulation_unknown (also
/// outside the scope), somebody_else_changed_it.
struct SeenRegulation {
    RegulationId id;
    std::int64_t version = 0;
};
/// Rows that the actor does not see stay answered. Refuses besides: as edit(), unit_unknown,
/// unit_is_closed, problem_not_found, measure_not_found.
[[nodiscard]] base::Result<Regulation> edit_regulation(const Needs& needs, const base::Actor& actor,
                                                       const SeenRegulation& seen,
                                                       const RegulationTerms& terms);
/// Refuses besides: as take_step().
[[nodiscard]] base::Result<Regulation> move_regulation(const Needs& needs, const base::Actor& actor,
                                                       const SeenRegulation& seen,
                                                       const RegulationStep& step);

/// Refuses: regulation_unknown.
[[nodiscard]] base::Result<Regulation> view_regulation(const Needs& needs, const base::Actor& actor,
                                                       RegulationId id);
struct RegisterView {
    RegulationPage page;
    RegulationCounts counts;  // of the whole programme, as far as seen
};
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<RegisterView> view_register(const Needs& needs, const base::Actor& actor,
                                                       const RegulationFilter& filter);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<std::vector<ClaimDifference>> compare_claims(const Needs& needs,
                                                                        const base::Actor& actor,
                                                                        ProgrammeId programme);
/// What the actor's units are in charge of and is due within so many days, or overdue.
inline constexpr int due_days = 7;
[[nodiscard]] std::vector<Regulation> list_own_due(const Needs& needs, const base::Actor& actor);

}  // namespace regulations
