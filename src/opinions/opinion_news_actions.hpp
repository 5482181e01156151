// Who is told of opinions: whoever they are given to, and whoever a gathered problem is given to;
// how many, never what they say. Steps for actions, in the caller's transaction; not actions.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "opinions/gathered_problem.hpp"

namespace opinions {

/// One of the team: that so many more opinions wait for their signature.
void tell_of_delivery(life_meetings::Recorder& recorder, const LifeMeeting& meeting,
                      ParticipantId participant, std::int64_t count);
/// Those to whom it is new: that it waits for being claimed.
void tell_of_given(life_meetings::Recorder& recorder, const LifeMeeting& meeting,
                   const Gathered& one, const std::vector<ParticipantId>& new_to);

}  // namespace opinions
