// Who is told of a check: steps for actions, in the caller's transaction; not actions. Units hear
// of a check that is announced, and of what it found once it is concluded; its team always.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "supervision/check.hpp"

namespace supervision {

/// Whom it newly concerns, whom it concerns no more, and, where its days or units changed, whom it
/// still does. `before`: none of one that was just planned.
void tell_of_change(ledger::Recorder& recorder, const std::optional<Check>& before,
                    const Check& after);
/// The units of rows at which something was found: one message each.
void tell_of_findings(ledger::Recorder& recorder, const Check& concluded);

}  // namespace supervision
