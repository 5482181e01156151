// Who is told of a life meeting: steps for actions, in the caller's transaction; not actions.
// Nobody who is nothing to the meeting hears of it.
#pragma once

#include <functional>

#include "life_meetings/opening_actions.hpp"
#include "life_meetings/plan_review.hpp"
#include "notify/event.hpp"

namespace life_meetings {

/// Asked of an account: what it is to the meeting, and who it is.
using Concerns = std::function<bool(const Standing&, const base::Actor&)>;
/// Something about the meeting, or about what is prepared for it, to the accounts that `concerns`
/// holds of; never to the one who acts. The subject is the meeting unless the event names another.
void tell_about(Recorder& recorder, const LifeMeeting& meeting, notify::Event event,
                const Concerns& concerns);

/// Whoever's turn it is to review the plan now.
void tell_reviewers(Recorder& recorder, const LifeMeeting& meeting,
                    const std::vector<PlanReview>& reviews);
/// Keepers: that the plan came back or was approved.
void tell_outcome(Recorder& recorder, const LifeMeeting& meeting, const PlanReview& review);
/// Whoever takes part: that they are called.
void tell_called(Recorder& recorder, const LifeMeeting& meeting);
/// Everybody who is something to it: that it was moved or cancelled, or that people joined or left.
void tell_moved(Recorder& recorder, const LifeMeeting& meeting, std::string_view reason);
void tell_cancelled(Recorder& recorder, const LifeMeeting& meeting);
/// The inspection office: what it was asked, or what was reported. `kind`: in words.
void tell_consulted(Recorder& recorder, const LifeMeeting& meeting, std::string_view kind);
/// Keepers and the principal: that the office answered.
void tell_answered(Recorder& recorder, const LifeMeeting& meeting, std::string_view kind);
void tell_people_changed(Recorder& recorder, const LifeMeeting& meeting, std::string_view note);

}  // namespace life_meetings
