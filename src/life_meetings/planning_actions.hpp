// Planning a life meeting: beginning one, looking at it, changing its plan. Each change is one
// transaction with its entry in the programme's chain.
#pragma once

#include "life_meetings/life_plan.hpp"
#include "life_meetings/opening_actions.hpp"
#include "life_meetings/plan_review_store.hpp"

namespace life_meetings {

/// A meeting as its pages show it.
struct LifeMeetingView {
    LifeMeeting meeting;
    Standing standing;
    std::vector<MovedDay> moved;
    std::vector<PlanReview> reviews;  // of all rounds
};
[[nodiscard]] LifeMeetingView show_meeting(db::Transaction& transaction, const Opened& opened);
/// The same read again, after it was saved.
[[nodiscard]] base::Result<LifeMeetingView> show_again(db::Transaction& transaction,
                                                       const base::Actor& actor, LifeMeetingId id);

/// Refuses life_meeting_unknown.
[[nodiscard]] base::Result<LifeMeetingView> view_life_meeting(const Needs& needs,
                                                              const base::Actor& actor,
                                                              LifeMeetingId id);
/// Keepers and superiors see all of the programme, others what they take part in. Refuses
/// programme_not_found.
[[nodiscard]] base::Result<LifeMeetingPage> list_life_meeting_page(const Needs& needs,
                                                                   const base::Actor& actor,
                                                                   const LifeMeetingFilter& filter);

struct NewLifeMeeting {
    LifeMeetingId id;
    ProgrammeId programme;
    Plan plan;
};
/// With the usual steps. Sent again with the same content: as it is. Refuses: programme_not_found,
/// only_the_keeper_runs_life_meetings, as check(), person_unknown (participants; args value),
/// same_id_other_content.
[[nodiscard]] base::Result<LifeMeetingView> begin_life_meeting(const Needs& needs,
                                                               const base::Actor& actor,
                                                               const NewLifeMeeting& wanted);

/// A meeting as somebody saw it before acting on it.
struct SeenMeeting {
    LifeMeetingId id;
    std::int64_t version = 0;
};
/// What act(recorder, opened) makes of a meeting that stands as the actor saw it is placed on its
/// days, saved, and shown. Refuses: life_meeting_unknown, somebody_else_changed_it, as `act`.
template <class Act>
[[nodiscard]] base::Result<LifeMeetingView> change_meeting(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const SeenMeeting& seen, Act act);

/// Refuses as change_meeting(), edit(), person_unknown.
[[nodiscard]] base::Result<LifeMeetingView> edit_life_meeting(const Needs& needs,
                                                              const base::Actor& actor,
                                                              const SeenMeeting& seen,
                                                              const Plan& plan);

// ---- Steps for actions

/// Whether somebody may plan a meeting of the programme. Refuses programme_not_found,
/// only_the_keeper_runs_life_meetings.
[[nodiscard]] base::Result<void> why_not_plan(db::Transaction& transaction,
                                              const base::Actor& actor, ProgrammeId programme);

/// With the names under which people are registered. Refuses person_unknown.
[[nodiscard]] base::Result<Plan> sound(db::Transaction& transaction, Plan plan);
/// Gives days to the steps that have none.
void place(db::Transaction& transaction, LifeMeeting& meeting);

template <class Act>
base::Result<LifeMeetingView> change_meeting(const Needs& needs, const base::Actor& actor,
                                             const SeenMeeting& seen, Act act) {
    return with_meeting<LifeMeetingView>(
        needs, actor, seen.id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<LifeMeetingView> {
            const auto& before = opened.meeting;
            if (auto fresh = ledger::check_version(before.version, seen.version); !fresh)
                return fresh.error();
            base::Result<LifeMeeting> after = act(recorder, opened);
            if (!after) return after.error();
            if (after->version != before.version) {
                place(recorder.transaction(), *after);
                if (auto saved = save_life_meeting(recorder.transaction(), *after); !saved)
                    return saved.error();
            }
            return show_again(recorder.transaction(), actor, seen.id);
        });
}

}  // namespace life_meetings
