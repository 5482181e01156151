// What an account is given: a role, a scope and clearances; who asks for it, who decides. No
// account is all-powerful: what matters takes two persons, one of them a security administrator
// (domain 8.1). Pure.
#pragma once

#include "accounts/account.hpp"

namespace accounts {

inline constexpr std::size_t scope_parts_max = 20, grant_reason_chars_max = 500;

[[nodiscard]] std::string_view name_of(base::Guard guard);
[[nodiscard]] std::optional<base::Guard> guard_of(std::string_view name);
[[nodiscard]] std::vector<std::string_view> names_of(base::Guards guards);
/// As the journal and the history keep them: "clues, life_meeting".
[[nodiscard]] std::string text_of(base::Guards guards);
/// Whoever may see 机密 may see 秘密, too.
[[nodiscard]] base::Guards completed(base::Guards guards);

/// A unit with those below it, in one programme; what is absent is not bounded.
struct GrantedPart {
    std::optional<base::UnitId> unit;
    std::string unit_name;  // as read; never compared
    std::optional<base::ProgrammeId> programme;
    bool operator==(const GrantedPart& other) const {
        return unit == other.unit && programme == other.programme;
    }
};

struct Grant {
    Role role = Role::unassigned;
    std::vector<GrantedPart> parts;
    base::Guards guards;
    std::optional<CustomRoleId> custom;  // narrows the role
    bool operator==(const Grant&) const = default;
};

using PermissionChangeId = base::Id<struct PermissionChangeTag>;
enum class ChangeState { pending, applied, refused };
[[nodiscard]] std::string_view name_of(ChangeState state);
[[nodiscard]] std::optional<ChangeState> change_state_of(std::string_view name);

struct PermissionChange {
    PermissionChangeId id;
    base::AccountId account;
    std::string account_name, person_name;  // as read
    Grant wanted;
    std::string reason;
    ChangeState state = ChangeState::pending;
    base::AccountId asked_by;
    std::string asked_by_name;
    bool asked_by_manager = false;  // by somebody who may give roles
    base::Instant asked_at;
    std::string decided_by_name;
    std::optional<base::Instant> decided_at;
    std::string note;
};

/// What takes a second person: a role of administrators that comes or goes, a clearance that comes.
[[nodiscard]] bool is_important(const Grant& before, const Grant& after);

/// Refuses: nobody_grants_themselves, this_role_needs_a_unit, administrators_have_no_scope,
/// too_many_scope_parts, one_administrator_must_remain (`other_administrators` of the account's
/// kind), nothing_would_change.
[[nodiscard]] base::Result<void> check_grant(const Account& account, const Grant& before,
                                             const Grant& wanted, const base::Actor& actor,
                                             std::int64_t other_administrators);
/// True when what is asked for takes effect at once, without a second person.
[[nodiscard]] bool takes_effect_at_once(const Grant& before, const Grant& wanted,
                                        const base::Actor& actor);

/// A change as it is asked for, pending.
[[nodiscard]] PermissionChange asked_for(PermissionChangeId id, const Account& account,
                                         const Grant& wanted, const std::string& reason,
                                         const base::Actor& actor, base::Instant now);

enum class Verdict { agree, refuse };
/// The one who asked may take it back, which is a refusal. Refuses: change_is_decided,
/// nobody_grants_themselves, nobody_confirms_their_own, one_of_two_must_give_roles.
[[nodiscard]] base::Result<PermissionChange> decide(const PermissionChange& before, Verdict verdict,
                                                    std::string note, const base::Actor& actor,
                                                    base::Instant now);

}  // namespace accounts
