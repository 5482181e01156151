#include "life_meetings/waiting_actions.hpp"

#include <algorithm>

namespace life_meetings {
namespace {

// Few meetings are on their way at a time; no home page shows more.
constexpr std::int64_t meetings_max = 100;

bool is_asked(db::Transaction& transaction, const LifeMeeting& meeting, const base::Actor& actor) {
    const auto standing = standing_of(meeting, actor);
    if (!standing.sees()) return false;
    const auto asked = seats_asked(meeting, list_reviews(transaction, meeting.id));
    return std::any_of(asked.begin(), asked.end(),
                       [&](ReviewSeat seat) { return may_sit(seat, meeting, standing, actor); });
}

}  // namespace

WaitingLife list_waiting_life(const Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        WaitingLife waiting;
        for (const auto id : list_submitted(transaction, meetings_max)) {
            auto meeting = find_life_meeting(transaction, id);
            if (meeting && is_asked(transaction, *meeting, actor))
                waiting.reviews.push_back(std::move(*meeting));
        }
        if (!actor.may(base::Act::edit_ledger)) return waiting;
        const auto until = base::add_days(needs.clock.today(), steps_shown_days_ahead);
        for (const auto id : list_with_steps_due(transaction, until, meetings_max)) {
            const auto meeting = find_life_meeting(transaction, id);
            if (!meeting || !standing_of(*meeting, actor).keeper) continue;
            for (const auto& step : meeting->steps)
                if (!step.done_on && step.due_on <= until)
                    waiting.steps.push_back(
                        {id, meeting->programme, meeting->terms.title, step.title, step.due_on});
        }
        std::stable_sort(
            waiting.steps.begin(), waiting.steps.end(),
            [](const auto& one, const auto& other) { return one.due_on < other.due_on; });
        return waiting;
    });
}

}  // namespace life_meetings
