// Standing in for somebody during an absence: from a day to a day, seen by both and by security
// administrators. It lends sight, never powers: who stands in does what their own role may do, on
// the rows the absent one sees, and is cleared for nothing more. Pure.
#pragma once

#include <string>
#include <vector>

#include "accounts/account.hpp"
#include "base/instant.hpp"

namespace accounts {

using DelegationId = base::Id<struct DelegationTag>;
inline constexpr std::size_t delegation_reason_chars_max = 200;
inline constexpr int delegation_days_max = 90;

/// An end of it, as lists show it.
struct DelegationEnd {
    base::AccountId account;
    std::string name, unit_name;  // read with the row, never written
    bool operator==(const DelegationEnd&) const = default;
};

struct Delegation {
    DelegationId id;
    DelegationEnd from, to;
    base::Date from_on, until_on;  // both days included
    std::string reason;
    base::Instant made_at;
    std::optional<base::Instant> ended_at;  // before its time
    std::string ended_by_name;
    std::int64_t version = 1;
    bool operator==(const Delegation&) const = default;
};

enum class DelegationState { planned, active, over };
[[nodiscard]] std::string_view name_of(DelegationState state);
[[nodiscard]] DelegationState state_of(const Delegation& delegation, base::Date today);

/// Same duties: neither gains an act by standing in for the other. Administrators have none to
/// lend.
[[nodiscard]] bool may_stand_in(const Account& delegate, const Account& absent);

/// `others` are those the absent one gave before. Refuses, in this order: delegate_has_other_duties
/// (also for oneself and for an account out of use), delegation_begins_in_the_past,
/// delegation_ends_before_it_begins, delegation_too_long (args accepted), delegations_overlap (args
/// value, from, until).
[[nodiscard]] base::Result<void> check_delegation(const Delegation& wanted, const Account& absent,
                                                  const Account& delegate,
                                                  const std::vector<Delegation>& others,
                                                  base::Date today);
/// Over already: as it is. Refuses: only_those_concerned_end_a_delegation.
[[nodiscard]] base::Result<Delegation> end_early(const Delegation& before, const base::Actor& actor,
                                                 base::Instant now);

}  // namespace accounts
