// Who is told of a plan on its way: steps for actions, in the caller's transaction; not actions.
#pragma once

#include "drafting/plan_version.hpp"
#include "drafting/sub_plan.hpp"
#include "ledger/recorder_actions.hpp"

namespace drafting {

/// Those who are asked for their comment, until when.
void tell_of_consultation(ledger::Recorder& recorder, const PlanVersion& plan);
/// The principal of the inspected unit, whose signature is wanted.
void tell_of_deliberation(ledger::Recorder& recorder, const PlanVersion& plan);
/// Those of the units that sit in the round who may speak, until when.
void tell_of_round(ledger::Recorder& recorder, const PlanVersion& plan, const Round& round);
/// The office, how a round that has ended came out.
void tell_of_outcome(ledger::Recorder& recorder, const PlanVersion& plan, const Round& round);
/// Those who were asked for their comment; and, each once, the units that still owe a sub-plan.
void tell_of_issue(ledger::Recorder& recorder, const PlanVersion& plan);
/// The unit whose plan came back.
void tell_of_return(ledger::Recorder& recorder, const SubPlan& plan);

}  // namespace drafting
