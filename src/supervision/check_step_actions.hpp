// What the actions on checks have in common: steps in the caller's transaction; not actions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "supervision/check_actions.hpp"

namespace supervision {

/// A check within sight, its programme open for writing.
struct OpenedCheck {
    ledger::Recorder recorder;
    Check check;
};
/// Refuses: check_unknown (also outside the actor's sight).
[[nodiscard]] base::Result<OpenedCheck> open_check(db::Transaction& transaction, const Needs& needs,
                                                   const base::Actor& actor, CheckId id);
/// Refuses: check_unknown.
[[nodiscard]] base::Result<CheckView> view_of(db::Transaction& transaction, CheckId id,
                                              const base::Actor& actor);
/// An entry about the check; facts without a value are left out.
void note(ledger::Recorder& recorder, std::string_view act, const Check& check,
          std::vector<std::pair<std::string, std::string>> facts = {});

}  // namespace supervision
