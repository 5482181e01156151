#include "life_meetings/course_actions.hpp"

#include <algorithm>

#include "life_meetings/life_news_actions.hpp"

namespace life_meetings {
namespace {

std::string title_of(const LifeMeeting& meeting, std::int64_t position) {
    for (const auto& step : meeting.steps)
        if (step.position == position) return step.title;
    return {};
}

}  // namespace

base::Result<LifeMeetingView> call_life_meeting(const Needs& needs, const base::Actor& actor,
                                                const SeenMeeting& seen) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = call(opened.meeting, opened.standing, actor, recorder.today());
        if (!after) return after;
        note(recorder, "call_life_meeting", *after);
        tell_called(recorder, *after);
        return after;
    });
}

base::Result<LifeMeetingView> postpone_life_meeting(const Needs& needs, const base::Actor& actor,
                                                    const SeenMeeting& seen,
                                                    const Postponement& wanted) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        const auto& before = opened.meeting;
        auto after = postpone(before, wanted, opened.standing, recorder.today());
        if (!after) return after;
        insert_moved_day(recorder.transaction(), seen.id,
                         {before.terms.held_on, after->terms.held_on, wanted.reason, recorder.now(),
                          actor.name});
        note(recorder, "postpone_life_meeting", *after,
             {{"moved_from", base::to_text(before.terms.held_on)},
              {"moved_to", base::to_text(after->terms.held_on)},
              {"reason", wanted.reason}});
        tell_moved(recorder, *after, wanted.reason);
        return after;
    });
}

base::Result<LifeMeetingView> cancel_life_meeting(const Needs& needs, const base::Actor& actor,
                                                  const SeenMeeting& seen,
                                                  const std::string& reason) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = cancel(opened.meeting, reason, opened.standing);
        if (!after) return after;
        note(recorder, "cancel_life_meeting", *after, {{"reason", reason}});
        tell_cancelled(recorder, *after);
        return after;
    });
}

base::Result<LifeMeetingView> add_participant(const Needs& needs, const base::Actor& actor,
                                              const SeenMeeting& seen, const Participant& wanted) {
    return change_meeting(
        needs, actor, seen,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<LifeMeeting> {
            Plan plan;
            plan.participants = {wanted};
            const auto known = sound(recorder.transaction(), plan);
            if (!known) return known.error();
            const auto& who = known->participants.front();
            auto after = join(opened.meeting, who, opened.standing);
            if (!after || after->version == opened.meeting.version) return after;
            note(recorder, "join_life_meeting", *after, {{"person", who.name}});
            tell_people_changed(recorder, *after, "新增" + who.name);
            return after;
        });
}

base::Result<LifeMeetingView> let_participant_leave(const Needs& needs, const base::Actor& actor,
                                                    const SeenMeeting& seen,
                                                    const Leaving& wanted) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = leave(opened.meeting, wanted, opened.standing, recorder.today());
        if (!after) return after;
        // Why somebody leaves is told to few: it stands in no entry and no message.
        const auto& name = find_participant(*after, wanted.participant)->name;
        note(recorder, "leave_life_meeting", *after, {{"person", name}});
        tell_people_changed(recorder, *after, name + "不再参加");
        return after;
    });
}

base::Result<LifeMeetingView> set_life_steps(const Needs& needs, const base::Actor& actor,
                                             const SeenMeeting& seen,
                                             const std::vector<WantedStep>& wanted) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = set_steps(opened.meeting, wanted, opened.standing);
        if (after) note(recorder, "set_life_steps", *after);
        return after;
    });
}

base::Result<LifeMeetingView> do_life_step(const Needs& needs, const base::Actor& actor,
                                           const SeenMeeting& seen, const StepDone& done) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = do_step(opened.meeting, done, opened.standing, actor, recorder.today());
        if (after)
            note(recorder, done.done_on ? "do_life_step" : "undo_life_step", *after,
                 {{"name", title_of(*after, done.position)}});
        return after;
    });
}

}  // namespace life_meetings
