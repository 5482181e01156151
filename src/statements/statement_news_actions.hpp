// Who is told of a statement: steps for actions, in the caller's transaction; not actions. Whose it
// is and how far, never what it says; nobody hears of one that they may not see.
#pragma once

#include "statements/statement_actions.hpp"

namespace statements {

/// After a step: whoever reviews or comments on what was handed in; whoever wrote what came back or
/// was approved; those above of what was sent up; the inspection office of what is filed with it.
void tell_of_step(life_meetings::Recorder& recorder, const StatementView& before,
                  const Statement& after);
/// Whoever writes it: that somebody marked a passage.
void tell_of_remark(life_meetings::Recorder& recorder, const StatementView& view);

}  // namespace statements
