// Recording what clues were handed over, what became of them, and looking at them. Each change is
// one transaction with its entry in the programme's chain, and so is the first look of a person
// within an hour.
#pragma once

#include "inspections/clue_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace inspections {

using Needs = ledger::Needs;

/// Sent again with the same content: as it is. Refuses: as why_not_record(), programme_not_found,
/// as check(), unit_unknown, same_id_other_content.
[[nodiscard]] base::Result<Clue> record_clue(const Needs& needs, const base::Actor& actor,
                                             const Clue& wanted);

struct SeenClue {
    ClueId id;
    std::int64_t version = 0;
};
/// These refuse: as why_not_see(), clue_unknown (also outside the scope), somebody_else_changed_it,
/// as handle() and revoke().
[[nodiscard]] base::Result<Clue> handle_clue(const Needs& needs, const base::Actor& actor,
                                             const SeenClue& seen, const Handling& handling);
[[nodiscard]] base::Result<Clue> revoke_clue(const Needs& needs, const base::Actor& actor,
                                             const SeenClue& seen, std::string_view reason);

struct ClueView {
    CluePage page;
    std::vector<ResultCount> results;  // of the whole programme, in the order of results
};
/// Refuses: as why_not_see(), programme_not_found.
[[nodiscard]] base::Result<ClueView> view_clues(const Needs& needs, const base::Actor& actor,
                                                const ClueFilter& filter);
/// Of every programme in sight, those whose result should have come back. Refuses: as
/// why_not_see().
[[nodiscard]] base::Result<CluePage> view_overdue_clues(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const ledger::Page& page);

}  // namespace inspections
