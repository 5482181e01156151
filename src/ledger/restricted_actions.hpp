// That somebody cleared for it looked at a row behind a guard, as an entry of the programme's
// chain. A step for actions that look; not an action itself.
#pragma once

#include "ledger/recorder_actions.hpp"

namespace ledger {

/// One entry for a person and a row an hour, so that loading a page again adds nothing. Nothing at
/// all for a row without guards. In a transaction of its own, before the content goes out: what
/// cannot be written down is not shown.
void note_restricted_read(const Needs& needs, const base::Actor& actor, const Subject& subject);

}  // namespace ledger
