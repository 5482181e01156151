// Giving and ending delegations, and what standing in for somebody means for a request.
#pragma once

#include "accounts/delegation.hpp"
#include "accounts/needs.hpp"

namespace accounts {

struct NewDelegation {
    DelegationId id;
    base::AccountId to;
    base::Date from_on, until_on;
    std::string reason;
};
/// Sent again with the same content: as it is. Refuses: same_id_other_content, account_unknown, as
/// check_delegation().
[[nodiscard]] base::Result<Delegation> delegate(Needs needs, const NewDelegation& wanted,
                                                const base::Actor& actor);
/// Refuses: delegation_unknown, as end_early().
[[nodiscard]] base::Result<Delegation> end_delegation(Needs needs, DelegationId id,
                                                      const base::Actor& actor);
[[nodiscard]] std::vector<Delegation> list_own_delegations(Needs needs, const base::Actor& actor);
/// Everybody's that are not over, for those who answer for permissions.
[[nodiscard]] std::vector<Delegation> list_all_delegations(Needs needs);

inline constexpr std::size_t delegates_shown_max = 50;
/// Those who could stand in, whose name or unit says `q`; so many at most.
[[nodiscard]] std::vector<DelegationEnd> search_delegates(Needs needs, std::string_view q,
                                                          const base::Actor& actor);

/// A step of actions: fills in whom the account stands in for today.
void fill_steads(db::Transaction& transaction, Account& account, base::Date today);

}  // namespace accounts
