// Who is told of what happened in a ledger: steps for actions, in the caller's transaction, so that
// a message exists exactly when its cause does. Not an action itself.
#pragma once

#include "ledger/holding_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "notify/event.hpp"

namespace ledger {

/// The accounts of the units that hold the measure and may report, and whoever handed it in before.
void tell_holders(Recorder& recorder, const Measure& before, notify::EventKind kind,
                  std::string_view note = {});
/// The accounts of the units that hold the problem and may apply, and whoever applied before.
void tell_holders(Recorder& recorder, const Problem& before, notify::EventKind kind,
                  std::string_view note = {});
/// Everybody who may review in the inspected unit's place.
void tell_reviewers(Recorder& recorder, const Problem& problem, notify::EventKind kind);
/// `guards` are those of its problem.
void tell_reviewers(Recorder& recorder, const Measure& measure, base::Guards guards,
                    notify::EventKind kind);

/// What gave rows to units, or changed them: an import by the file's name, a batch by its reason.
struct RowsCause {
    std::string kind, id, text;
};
/// One message for each unit, never one for each row.
void tell_units(Recorder& recorder, const std::vector<Assigned>& assigned, const RowsCause& cause);

}  // namespace ledger
