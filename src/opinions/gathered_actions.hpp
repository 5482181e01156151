// The list of problems gathered for leaders to take on, as each person sees it, and what is done
// with it.
#pragma once

#include "opinions/collection_actions.hpp"
#include "opinions/gathered_problem.hpp"

namespace opinions {

struct GatheredList {
    LifeMeeting meeting;
    Standing standing;
    std::vector<GatheredRow> rows;        // those that sees() says; by number
    std::int64_t total = 0, claimed = 0;  // of all, whoever asks
};
/// The keeper's look leaves its entry. Refuses: life_meeting_unknown.
[[nodiscard]] base::Result<GatheredList> view_gathered(const Needs& needs, const base::Actor& actor,
                                                       LifeMeetingId id);
/// A step for actions.
[[nodiscard]] GatheredList show_gathered(db::Transaction& transaction, const Opened& opened);

/// The same again: as it is. Refuses: life_meeting_unknown, as why_not(gather), problem_not_found
/// (problem), check(), same_id_other_content.
[[nodiscard]] base::Result<GatheredList> gather_problem(const Needs& needs,
                                                        const base::Actor& actor, LifeMeetingId id,
                                                        const NewGathered& wanted);
/// Exactly to these; who has taken it on stays. Refuses: gathered_unknown, as why_not(gather),
/// check_given().
[[nodiscard]] base::Result<GatheredList> give_gathered(const Needs& needs, const base::Actor& actor,
                                                       GatheredId id,
                                                       const std::vector<ParticipantId>& given_to);
/// Refuses: gathered_unknown, as why_not_claim().
[[nodiscard]] base::Result<GatheredList> claim_gathered(const Needs& needs,
                                                        const base::Actor& actor, GatheredId id);
/// Refuses: gathered_unknown, as why_not_drop().
[[nodiscard]] base::Result<GatheredList> drop_gathered(const Needs& needs, const base::Actor& actor,
                                                       GatheredId id);

}  // namespace opinions
