// What the office does with the bodies of a programme, and looking at them. Each change is one
// transaction with its entry in the programme's chain.
#pragma once

#include "bodies/body_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace bodies {

using ledger::Needs;

struct BodiesView {
    std::vector<Body> rows;
    base::Date on;  // who serves is told of this day
};
/// All bodies with all their members; asked for a day, as they stood then. Refuses:
/// programme_not_found.
[[nodiscard]] base::Result<BodiesView> view_bodies(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme,
                                                   std::optional<base::Date> day = {});

struct NewBody {
    BodyId id;
    ProgrammeId programme;
    BodyTerms terms;  // of units the id is enough; persons keep the name they are registered under
};
/// Sent again with the same content: as it is. Refuses: programme_not_found, as why_not_set_up(),
/// unit_unknown, person_unknown (both args value), as check(), same_id_other_content, as
/// check_beside().
[[nodiscard]] base::Result<Body> add_body(const Needs& needs, const base::Actor& actor,
                                          const NewBody& wanted);

/// A body as somebody saw it before acting on it. Both below refuse: body_unknown (also outside the
/// scope), as why_not_set_up(), somebody_else_changed_it.
struct SeenBody {
    BodyId id;
    std::int64_t version = 0;
};
/// Refuses besides: unit_unknown, person_unknown, as check(), as check_beside().
[[nodiscard]] base::Result<Body> edit_body(const Needs& needs, const base::Actor& actor,
                                           const SeenBody& seen, const BodyTerms& terms);
/// Of one that was written down by mistake; one that did its work is dissolved.
[[nodiscard]] base::Result<void> remove_body(const Needs& needs, const base::Actor& actor,
                                             const SeenBody& seen);

/// What the plans that were imported say of bodies and does not stand yet. Refuses:
/// programme_not_found, as why_not_set_up().
[[nodiscard]] base::Result<std::vector<BodyTerms>> list_proposed_bodies(const Needs& needs,
                                                                        const base::Actor& actor,
                                                                        ProgrammeId programme);
/// Sets all of it up; persons are those of that name in the inspected unit and below, where there
/// is one only. Refuses as list_proposed_bodies().
[[nodiscard]] base::Result<BodiesView> take_over_proposed_bodies(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 ProgrammeId programme);

}  // namespace bodies
