// An account signs in and belongs to one person. Here: who may be given one, how wrong passwords
// lock it, how it is closed. Pure: knows hashes as opaque text and no session.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/custom_role.hpp"
#include "accounts/sign_in_policy.hpp"
#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t account_name_chars_min = 2, account_name_chars_max = 64;
inline constexpr std::int64_t lock_minutes_max = 60;  // unless the first lock is longer already

/// The unit somebody works in, as far as signing in needs it.
struct HomeUnit {
    base::UnitId id;
    std::string name, path;
    bool operator==(const HomeUnit&) const = default;
};

/// Who recognises the account's owner: we by a password, the directory of the house (LDAP), or its
/// identity provider (OpenID Connect).
enum class SignInSource { local, ldap, oidc };

[[nodiscard]] std::string_view name_of(SignInSource source);
[[nodiscard]] std::optional<SignInSource> sign_in_source_of(std::string_view name);

/// Somebody absent whom an account stands in for, with the parts of what they see.
struct Stead {
    base::AccountId account;
    std::string name;
    std::optional<HomeUnit> unit;
    base::Date until_on;
    std::vector<base::ScopePart> parts;
    bool operator==(const Stead&) const = default;
};

struct Account {
    base::AccountId id;
    std::string name;  // what is typed at sign-in; one account per name whatever the case
    base::PersonId person;
    std::string person_name;
    std::optional<HomeUnit> unit;  // the person's
    Role role = Role::responsible_unit;
    std::optional<CustomRole> custom;  // narrows the role; as read, never written with the account
    std::vector<base::ScopePart> parts;  // a scope of its own; none: what its role sees
    base::Guards cleared;
    std::int64_t delegations_received = 0;  // that nobody ended; as read
    std::vector<Stead> steads;              // today's, filled in where somebody comes in
    SignInSource source = SignInSource::local;
    std::string password_hash;  // "" where somebody else knows the password
    bool disabled = false;
    bool must_change_password = true;
    bool has_factor = false;  // a second one, confirmed; read with the account, saved on its own
    std::int64_t failed_count = 0;
    std::optional<base::Instant> locked_until;
    std::optional<base::Instant> last_sign_in_at;
    std::optional<base::Instant> enabled_at;  // when it was last put into use again
    std::int64_t version = 1;                 // counts what administrators change, not sign-ins

    bool operator==(const Account&) const = default;
};

/// What an administrator asks for.
struct NewAccount {
    base::AccountId id;
    std::string name, person_name;
    std::optional<base::UnitId> unit;
    Role role = Role::responsible_unit;
    SignInSource source = SignInSource::local;
    bool operator==(const NewAccount&) const = default;
};

/// Refuses: account_name_not_acceptable (2 to 64 letters, digits, Chinese characters or . _ - @),
/// person_name_empty, this_role_needs_a_unit.
[[nodiscard]] base::Result<void> check_new(const NewAccount& wanted);
[[nodiscard]] bool says_the_same(const Account& stored, const NewAccount& wanted);

/// Refuses: account_locked (args minutes, at least 1).
[[nodiscard]] base::Result<void> check_not_locked(const Account& account, base::Instant now);
/// One wrong password or code more; from the failures_max-th on it locks, for twice as long each
/// time, at most an hour.
[[nodiscard]] Account after_failure(const Account& before, base::Instant now,
                                    const SignInPolicy& policy);
/// After the right code of the second factor: failures no longer count.
[[nodiscard]] Account after_code(const Account& before);
/// An expired password opens the door to choosing another, as the initial one does.
[[nodiscard]] Account with_expired_password(const Account& before);
/// After the right password. Refuses: account_is_disabled.
[[nodiscard]] base::Result<Account> after_right_password(const Account& before, base::Instant now);

/// An initial password, which must be changed at the first sign-in; unlocks.
[[nodiscard]] Account with_initial_password(const Account& before, std::string hash);
/// A password its owner chose.
[[nodiscard]] Account with_own_password(const Account& before, std::string hash);

/// The password is known elsewhere from now on: none of our own is left.
[[nodiscard]] Account with_password_elsewhere(const Account& before, SignInSource source);
/// Refuses: password_is_kept_elsewhere.
[[nodiscard]] base::Result<void> check_own_source(const Account& account);

/// Refuses: somebody_else_changed_it (args version).
[[nodiscard]] base::Result<void> check_version(const Account& stored, std::int64_t version);
/// Disabled already: as it is. Refuses: nobody_disables_their_own_account,
/// one_administrator_must_remain (`other_administrators` are those of the same kind still enabled).
[[nodiscard]] base::Result<Account> disable(const Account& before, const base::Actor& actor,
                                            std::int64_t other_administrators);
[[nodiscard]] Account enable(const Account& before, base::Instant now);
/// Refuses: account_unused_too_long (args days), counted from the last sign-in or from when it was
/// put into use again; an account that nobody used yet lapses with its initial password.
[[nodiscard]] base::Result<void> check_in_use(const Account& account, base::Instant now,
                                              const SignInPolicy& policy);
/// What becomes of it then.
[[nodiscard]] Account put_out_of_use(const Account& before);

/// What it sees: by its role, what it was given, and for as long as it stands in for others what
/// they see; with its own clearances.
[[nodiscard]] base::Scope scope_of(const Account& account);
/// What it may do once its owner has chosen a password.
[[nodiscard]] base::Acts acts_of(const Account& account);
/// Who this account is towards the rest of the program. As long as the initial password stands,
/// somebody without any act.
[[nodiscard]] base::Actor actor_of(const Account& account);
/// The program itself, when a command or the first start does what an administrator would do.
[[nodiscard]] base::Actor operator_actor();
/// Towards the journal, when nobody is signed in.
[[nodiscard]] base::Actor nobody();

}  // namespace accounts
