// Steps of a handover in the caller's transaction: who can sign in person, who is told, and what
// the last signature does to the ledger. Not actions themselves.
#pragma once

#include "ledger/handover.hpp"
#include "ledger/recorder_actions.hpp"
#include "notify/event.hpp"

namespace ledger {

/// Whether giver or taker has an account in use; a witness may always sign on paper, because the
/// houses that witness have often none.
[[nodiscard]] bool signs_in_person(db::Transaction& transaction, const Handover& handover,
                                   HandoverPart part);
/// A message to the person, when they have an account that is not the actor's.
void tell_person(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
                 const Handover& handover, base::PersonId person, notify::EventKind kind);
/// After a signature: tells whose turn it is; after the last one changes the rows that name the
/// giver and tells both.
[[nodiscard]] base::Result<void> pass_on(const Needs& needs, db::Transaction& transaction,
                                         const base::Actor& actor, const Handover& handover);

}  // namespace ledger
