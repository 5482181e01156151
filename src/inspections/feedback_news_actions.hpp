// Who is told of a feedback: steps for actions, in the caller's transaction; not actions.
#pragma once

#include "inspections/feedback_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace inspections {

/// Those who may sign for it now.
void tell_of_delivery(ledger::Recorder& recorder, const Feedback& delivered);
/// Whoever registered it.
void tell_of_receipt(ledger::Recorder& recorder, const Feedback& received);
/// Those of units that are told of it now, as far as they see it.
void tell_of_copies(ledger::Recorder& recorder, const Feedback& before, const Feedback& after);

}  // namespace inspections
