// What this installation demands of passwords, second factors and addresses: values from the
// settings and the questions that they answer. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "accounts/network.hpp"
#include "accounts/role.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace accounts {

enum class SecondFactorFor { nobody, who_wants, administrators, everybody };

/// off | optional | administrators | everybody
[[nodiscard]] std::optional<SecondFactorFor> second_factor_for(std::string_view name);

/// The same for the whole run.
struct SignInPolicy {
    std::size_t password_chars_min = 8;
    int password_classes_min = 3;            // of lower case, upper case, digits, all else
    std::int64_t former_passwords = 5;       // that may not be chosen again; 0: all may
    std::int64_t password_days = 90;         // then it must be changed; 0: never
    std::int64_t initial_password_days = 7;  // then it no longer opens; 0: never
    std::int64_t failures_max = 5;           // wrong passwords or codes in a row before the lock
    std::int64_t lock_minutes = 5;           // the first lock; it doubles up to an hour
    std::int64_t unused_days = 90;  // without a sign-in, then it is put out of use; 0: never
    std::int64_t token_days = 365;  // the longest life of a token; 0: none are made
    SecondFactorFor second_factor = SecondFactorFor::who_wants;
    std::vector<Network> administrator_addresses;  // empty: from anywhere
};

/// When the present password was set, and whether by its owner.
struct PasswordAge {
    base::Instant set_at;
    bool initial = false;
    bool operator==(const PasswordAge&) const = default;
};

/// Its owner must choose another at sign-in.
[[nodiscard]] bool has_expired(const PasswordAge& age, base::Instant now,
                               const SignInPolicy& policy);
/// Refuses: initial_password_lapsed (args days).
[[nodiscard]] base::Result<void> check_not_lapsed(const PasswordAge& age, base::Instant now,
                                                  const SignInPolicy& policy);
[[nodiscard]] bool may_have_second_factor(const SignInPolicy& policy);
[[nodiscard]] bool must_have_second_factor(const SignInPolicy& policy, Role role);
/// Refuses: administrators_come_from_elsewhere (args address).
[[nodiscard]] base::Result<void> check_address(const SignInPolicy& policy, Role role,
                                               std::string_view address);

}  // namespace accounts
