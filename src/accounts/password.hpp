// Which passwords are good enough, and how an initial one is made. Pure; hashing stands in
// password_hasher.*.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "accounts/sign_in_policy.hpp"
#include "base/result.hpp"

namespace accounts {

/// Refuses, in this order and under the field "new": password_too_short, password_too_long,
/// password_too_plain, password_contains_account_name.
[[nodiscard]] base::Result<void> check_password(std::string_view password,
                                                std::string_view account_name,
                                                const SignInPolicy& policy);

using PasswordSeed = std::array<std::uint8_t, 16>;
/// A password that meets the rules and can be read aloud: no letter that looks like a digit.
/// `seed` must be unpredictable; the password carries 58 bits of it.
[[nodiscard]] std::string initial_password(const PasswordSeed& seed);

}  // namespace accounts
