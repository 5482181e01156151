// Argon2id by libsodium, a few at a time: each hash takes tens of milliseconds and its own memory,
// so that signing in can never take the machine: it gives way to whatever else wants to run.
// Decides nothing about passwords. Never call it inside a transaction: on SQLite everybody would
// wait.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/places.hpp"
#include "base/result.hpp"

namespace accounts {

struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = std::size_t{19} << 20;  // 19 MiB
    int at_once_max = 1;
    int waiting_max = 4;
};

/// The cheapest that libsodium accepts: for tests only.
inline constexpr PasswordCost cheapest_password_cost{1, 8'192, 4, 4};

/// Safe from any thread. `at_once_max` are at work and `waiting_max` wait for them; who comes then
/// is refused too_many_sign_ins (args seconds) at once. Both functions throw std::runtime_error
/// when the memory cannot be had.
class PasswordHasher {
  public:
    explicit PasswordHasher(const PasswordCost& cost = {});

    /// A PHC string ("$argon2id$v=19$…") with its own salt.
    [[nodiscard]] base::Result<std::string> hash(std::string_view password);
    /// With an empty `hash` (nobody bears that name) it takes the same time and says no.
    [[nodiscard]] base::Result<bool> matches(std::string_view hash, std::string_view password);

  private:
    [[nodiscard]] std::string hashed(std::string_view password) const;

    PasswordCost cost_;
    base::Places places_;
};

}  // namespace accounts
