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
/// A row with its check, as somebody sees them.
struct LookedAt {
    Check check;
    CheckedRow row;
};
/// Refuses check_row_unknown, also where check or row are not in sight; so does the next one.
[[nodiscard]] base::Result<LookedAt> look_at_row(db::Transaction& transaction,
                                                 const base::Actor& actor, CheckRowId id);
struct OpenedRow {
    OpenedCheck opened;
    CheckedRow row;
};
[[nodiscard]] base::Result<OpenedRow> open_row(db::Transaction& transaction, const Needs& needs,
                                               const base::Actor& actor, CheckRowId id);
/// "M40", as a journal names it.
[[nodiscard]] std::string label_of(const CheckedRow& row);
/// Refuses: check_unknown.
[[nodiscard]] base::Result<CheckView> view_of(db::Transaction& transaction, CheckId id,
                                              const base::Actor& actor);
/// An entry about the check; facts without a value are left out.
void note(ledger::Recorder& recorder, std::string_view act, const Check& check,
          std::vector<std::pair<std::string, std::string>> facts = {});

}  // namespace supervision
