#include "accounts/grant.hpp"

#include <array>

namespace accounts {
namespace {

using base::Act;
using base::ErrorKind;
using base::Guard;
using base::refuse;

constexpr std::array<std::pair<Guard, std::string_view>, 5> guard_names{{
    {Guard::accountability, "accountability"},
    {Guard::clues, "clues"},
    {Guard::life_meeting, "life_meeting"},
    {Guard::secret, "secret"},
    {Guard::confidential, "confidential"},
}};
constexpr std::array<std::string_view, 3> state_names{"pending", "applied", "refused"};

}  // namespace

std::string_view name_of(Guard guard) {
    return guard_names[static_cast<std::size_t>(guard)].second;
}

std::optional<Guard> guard_of(std::string_view name) {
    for (const auto& [guard, word] : guard_names)
        if (word == name) return guard;
    return std::nullopt;
}

std::vector<std::string_view> names_of(base::Guards guards) {
    std::vector<std::string_view> names;
    for (const auto& [guard, word] : guard_names)
        if (guards.has(guard)) names.push_back(word);
    return names;
}

std::string text_of(base::Guards guards) {
    std::string text;
    for (const auto name : names_of(guards)) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

base::Guards completed(base::Guards guards) {
    return guards.has(Guard::confidential) ? guards | base::Guards{Guard::secret} : guards;
}

std::string_view name_of(ChangeState state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<ChangeState> change_state_of(std::string_view name) {
    for (std::size_t i = 0; i < state_names.size(); ++i)
        if (state_names[i] == name) return static_cast<ChangeState>(i);
    return std::nullopt;
}

bool is_important(const Grant& before, const Grant& after) {
    const bool administers = is_administrator(before.role) || is_administrator(after.role);
    return (administers && before.role != after.role) || !before.guards.has_all(after.guards);
}

base::Result<void> check_grant(const Account& account, const Grant& before, const Grant& wanted,
                               const base::Actor& actor, std::int64_t other_administrators) {
    if (account.id == actor.id) return refuse(ErrorKind::forbidden, "nobody_grants_themselves");
    if (is_bound_to_unit(wanted.role) && !account.unit)
        return refuse(ErrorKind::invalid, "this_role_needs_a_unit", "role");
    const bool sees_nothing = !acts_of(wanted.role).has(Act::read_ledger);
    if (sees_nothing && (!wanted.parts.empty() || !wanted.guards.empty()))
        return refuse(ErrorKind::invalid, "administrators_have_no_scope", "parts");
    if (wanted.parts.size() > scope_parts_max)
        return refuse(ErrorKind::invalid, "too_many_scope_parts", "parts",
                      {{"max", std::to_string(scope_parts_max)}});
    if (is_administrator(before.role) && wanted.role != before.role && other_administrators == 0)
        return refuse(ErrorKind::illegal_transition, "one_administrator_must_remain");
    if (before == wanted) return refuse(ErrorKind::invalid, "nothing_would_change", "role");
    return {};
}

bool takes_effect_at_once(const Grant& before, const Grant& wanted, const base::Actor& actor) {
    return actor.may(Act::manage_roles) && !is_important(before, wanted);
}

PermissionChange asked_for(PermissionChangeId id, const Account& account, const Grant& wanted,
                           const std::string& reason, const base::Actor& actor, base::Instant now) {
    PermissionChange change;
    change.id = id;
    change.account = account.id;
    change.account_name = account.name;
    change.person_name = account.person_name;
    change.wanted = wanted;
    change.reason = reason;
    change.asked_by = actor.id;
    change.asked_by_name = actor.name;
    change.asked_by_manager = actor.may(Act::manage_roles);
    change.asked_at = now;
    return change;
}

base::Result<PermissionChange> decide(const PermissionChange& before, Verdict verdict,
                                      std::string note, const base::Actor& actor,
                                      base::Instant now) {
    if (before.state != ChangeState::pending)
        return refuse(ErrorKind::illegal_transition, "change_is_decided");
    const bool own = before.asked_by == actor.id;
    if (before.account == actor.id) return refuse(ErrorKind::forbidden, "nobody_grants_themselves");
    if (own && verdict == Verdict::agree)
        return refuse(ErrorKind::forbidden, "nobody_confirms_their_own");
    if (!own && !actor.may(Act::manage_roles) && !before.asked_by_manager)
        return refuse(ErrorKind::forbidden, "one_of_two_must_give_roles");
    PermissionChange after = before;
    after.state = verdict == Verdict::agree ? ChangeState::applied : ChangeState::refused;
    after.decided_by_name = actor.name;
    after.decided_at = now;
    after.note = std::move(note);
    return after;
}

}  // namespace accounts
