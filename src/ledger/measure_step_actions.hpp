// A step on a measure that several actions take, in the caller's transaction. Not an action itself.
#pragma once

#include "ledger/measure_actions.hpp"

namespace ledger {

/// The measure sent back, with the reason kept beside it and its holders told. Refuses: as
/// send_back() in measure.hpp, somebody_else_changed_it.
[[nodiscard]] base::Result<Measure> send_back(Recorder& recorder, const Measure& before,
                                              ProblemGate gate, const Return& why);

}  // namespace ledger
