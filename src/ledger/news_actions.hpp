// Who is told of what happened in a ledger: steps for actions, in the caller's transaction, so that
// a message exists exactly when its cause does. Not an action itself.
#pragma once

#include <functional>

#include "accounts/account.hpp"
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
/// The accounts in use that may sign, within whose scope the problem lies; `actor` is left out.
[[nodiscard]] std::vector<accounts::Account> list_accounts_seeing(db::Transaction& transaction,
                                                                  const Problem& problem,
                                                                  const base::Actor& actor);
/// As a review knows the account; also one whose initial password still stands.
[[nodiscard]] base::Actor signer_of(const accounts::Account& account);
/// Whom of those who see the problem the review asks for a signature now.
void tell_signers(Recorder& recorder, const Problem& problem, const Review& review,
                  const std::vector<accounts::Account>& seeing);
/// Everybody who may review in the inspected unit's place.
void tell_reviewers(Recorder& recorder, const Problem& problem, notify::EventKind kind);
/// `guards` are those of its problem.
void tell_reviewers(Recorder& recorder, const Measure& measure, base::Guards guards,
                    notify::EventKind kind);

/// `event` with its time and place filled in: to those of a unit who report or claim; where the
/// unit has none, to those of the inspected one.
void tell_unit(Recorder& recorder, base::UnitId unit, notify::Event event, base::Guards guards);
/// To everybody who keeps the ledger in the inspected unit's place.
void tell_office(Recorder& recorder, notify::Event event, base::Guards guards);

[[nodiscard]] notify::Event event_of(const Task& task, notify::EventKind kind,
                                     std::string_view note = {});
/// To the units whose tasks are new to them: one message each, about all of them.
void tell_of_new(Recorder& recorder, const std::vector<Task>& tasks);
/// `event` with its time and place filled in: to those of these accounts that may read what bears
/// the programme's mark.
void tell_accounts(Recorder& recorder, notify::Event event,
                   const std::vector<base::AccountId>& accounts);

/// Asked of an account, as the actor it is; also one whose initial password still stands.
using Fits = std::function<bool(const base::Actor&)>;
/// Whether it holds of an account in use that is not the one who acts.
[[nodiscard]] bool fits_account(Recorder& recorder, base::AccountId id, const Fits& fits);
/// The accounts in use that it holds of; never the one who acts.
[[nodiscard]] std::vector<base::AccountId> list_accounts_that(Recorder& recorder, const Fits& fits);
/// The same among those of one unit and who stands in for them.
[[nodiscard]] std::vector<base::AccountId> list_accounts_that(Recorder& recorder, base::UnitId unit,
                                                              const Fits& fits);

/// The unit itself, or, where nobody works in it who would be told, the inspected one: for telling
/// of several units at once.
[[nodiscard]] base::UnitId unit_told_for(Recorder& recorder, base::UnitId unit);

/// What gave rows to units, or changed them: an import by the file's name, a batch by its reason.
struct RowsCause {
    std::string kind, id, text;
};
/// One message for each unit, never one for each row.
void tell_units(Recorder& recorder, const std::vector<Assigned>& assigned, const RowsCause& cause);

}  // namespace ledger
