// Recording who was called to account, revoking what was recorded wrongly, and looking at it. Each
// change is one transaction with its entry in the programme's chain, and so is the first look of a
// person within an hour.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "supervision/accountability_store.hpp"

namespace supervision {

using Needs = ledger::Needs;

/// Sent again with the same content: as it is. Refuses: as why_not_record(), programme_not_found,
/// as check(), unit_unknown, problem_not_found (also of another programme), same_id_other_content.
[[nodiscard]] base::Result<Accountability> record_accountability(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 const Accountability& wanted);

/// Refuses: as why_not_see(), accountability_unknown (also outside the scope),
/// somebody_else_changed_it, as revoke().
[[nodiscard]] base::Result<Accountability> revoke_accountability(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 AccountabilityId id,
                                                                 std::int64_t version,
                                                                 std::string_view reason);

struct AccountabilityView {
    AccountabilityPage page;
    std::vector<FormCount> forms;  // of the whole programme, in the order of forms
};
/// Refuses: as why_not_see(), programme_not_found.
[[nodiscard]] base::Result<AccountabilityView> view_accountability(
    const Needs& needs, const base::Actor& actor, const AccountabilityFilter& filter);

}  // namespace supervision
