#include "accounts/delegation.hpp"

#include <array>

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> state_names{"planned", "active", "over"};

}  // namespace

std::string_view name_of(DelegationState state) {
    return state_names[static_cast<std::size_t>(state)];
}

DelegationState state_of(const Delegation& delegation, base::Date today) {
    if (delegation.ended_at || delegation.until_on < today) return DelegationState::over;
    return today < delegation.from_on ? DelegationState::planned : DelegationState::active;
}

bool may_stand_in(const Account& delegate, const Account& absent) {
    return delegate.id != absent.id && !delegate.disabled &&
           acts_of(absent.role).has(base::Act::read_ledger) &&
           acts_of(delegate.role) == acts_of(absent.role);
}

base::Result<void> check_delegation(const Delegation& wanted, const Account& absent,
                                    const Account& delegate, const std::vector<Delegation>& others,
                                    base::Date today) {
    if (!may_stand_in(delegate, absent))
        return refuse(ErrorKind::invalid, "delegate_has_other_duties", "to",
                      {{"value", delegate.person_name}});
    if (wanted.from_on < today)
        return refuse(
            ErrorKind::invalid, "delegation_begins_in_the_past", "from_on",
            {{"value", base::to_text(wanted.from_on)}, {"accepted", base::to_text(today)}});
    if (wanted.until_on < wanted.from_on)
        return refuse(ErrorKind::invalid, "delegation_ends_before_it_begins", "until_on",
                      {{"value", base::to_text(wanted.until_on)}});
    if (base::days_between(wanted.from_on, wanted.until_on) >= delegation_days_max)
        return refuse(ErrorKind::invalid, "delegation_too_long", "until_on",
                      {{"accepted", std::to_string(delegation_days_max)}});
    for (const auto& other : others)
        if (state_of(other, today) != DelegationState::over && other.from_on <= wanted.until_on &&
            wanted.from_on <= other.until_on)
            return refuse(ErrorKind::conflict, "delegations_overlap", "from_on",
                          {{"value", other.to.name},
                           {"from", base::to_text(other.from_on)},
                           {"until", base::to_text(other.until_on)}});
    return {};
}

base::Result<Delegation> end_early(const Delegation& before, const base::Actor& actor,
                                   base::Instant now) {
    const bool concerned = before.from.account == actor.id || before.to.account == actor.id ||
                           actor.may(base::Act::manage_roles);
    if (!concerned) return refuse(ErrorKind::forbidden, "only_those_concerned_end_a_delegation");
    if (state_of(before, base::date_of(now)) == DelegationState::over) return before;
    Delegation after = before;
    after.ended_at = now;
    after.ended_by_name = actor.name;
    ++after.version;
    return after;
}

}  // namespace accounts
