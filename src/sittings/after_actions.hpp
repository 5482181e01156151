// How every change of what follows a meeting goes: in the programme's turn, then shown anew. Steps
// for actions; not actions themselves.
#pragma once

#include "sittings/follow_up_actions.hpp"

namespace sittings {

/// act(recorder, opened) -> Result<void>; then as it stands.
template <class Act>
[[nodiscard]] base::Result<AfterView> after_change(const Needs& needs, const base::Actor& actor,
                                                   LifeMeetingId id, Act act) {
    return life_meetings::with_meeting<AfterView>(
        needs, actor, id,
        [&](ledger::Recorder& recorder, const Opened& opened) -> base::Result<AfterView> {
            const base::Result<void> done = act(recorder, opened);
            if (!done) return done.error();
            return show_after(recorder.transaction(), opened, recorder.today());
        });
}

/// The same for the office's own follow-up. Refuses: as why_not_follow_up().
template <class Act>
[[nodiscard]] base::Result<AfterView> followed_up(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id, Act act) {
    return after_change(
        needs, actor, id,
        [&](ledger::Recorder& recorder, const Opened& opened) -> base::Result<void> {
            if (auto no = why_not_follow_up(opened.meeting, opened.standing)) return *no;
            return act(recorder, opened);
        });
}

}  // namespace sittings
