// Who is told of a talk: the two, each of what the other or the office did; nobody else, and of
// nothing that was said. Steps for actions, in the caller's transaction; not actions.
#pragma once

#include "talks/opening_actions.hpp"

namespace talks {

/// What `act` made of a talk that stood as `before`; a new one stood as asked without a day.
void tell_of_talk(Recorder& recorder, TalkAct act, const Talk& before, const OpenedTalk& now);

}  // namespace talks
