// Asking for a change of what an account may do and see, and deciding on it. Every step is an entry
// of the installation's chain.
#pragma once

#include "accounts/account_store.hpp"
#include "accounts/grant_store.hpp"
#include "accounts/needs.hpp"

namespace accounts {

struct WantedChange {
    PermissionChangeId id;
    base::AccountId account;
    std::int64_t version = 0;  // of the account as it was seen
    Grant grant;
    std::string reason;
};
/// In effect at once, or waiting for a second person. Sent again: as it is. Refuses:
/// account_unknown, same_id_other_content, somebody_else_changed_it, unit_unknown,
/// programme_unknown, as check_grant().
[[nodiscard]] base::Result<PermissionChange> ask_for_change(Needs needs, const WantedChange& wanted,
                                                            const base::Actor& actor);
/// Refuses: permission_change_unknown, as decide(), as check_grant() when it can no longer be
/// given.
[[nodiscard]] base::Result<PermissionChange> decide_change(Needs needs, PermissionChangeId id,
                                                           Verdict verdict, const std::string& note,
                                                           const base::Actor& actor);
[[nodiscard]] ChangePage list_change_page(Needs needs, ChangeState state, std::int64_t page,
                                          std::int64_t page_size);
struct AccountGrant {
    Account account;
    Grant grant;
};
struct GrantPage {
    std::vector<AccountGrant> rows;
    std::int64_t total = 0;
};
[[nodiscard]] GrantPage list_grant_page(Needs needs, std::int64_t page, std::int64_t page_size);

}  // namespace accounts
