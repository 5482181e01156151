#include "accounts/sign_in_policy.hpp"

#include <array>

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::int64_t day_ms = 24 * 60 * std::int64_t{60'000};

constexpr std::array<std::pair<std::string_view, SecondFactorFor>, 4> names{{
    {"off", SecondFactorFor::nobody},
    {"optional", SecondFactorFor::who_wants},
    {"administrators", SecondFactorFor::administrators},
    {"everybody", SecondFactorFor::everybody},
}};

bool older_than(const PasswordAge& age, std::int64_t days, base::Instant now) {
    return days > 0 && now.milliseconds - age.set_at.milliseconds >= days * day_ms;
}

}  // namespace

std::optional<SecondFactorFor> second_factor_for(std::string_view name) {
    for (const auto& [word, value] : names)
        if (word == name) return value;
    return std::nullopt;
}

bool has_expired(const PasswordAge& age, base::Instant now, const SignInPolicy& policy) {
    return !age.initial && older_than(age, policy.password_days, now);
}

base::Result<void> check_not_lapsed(const PasswordAge& age, base::Instant now,
                                    const SignInPolicy& policy) {
    if (!age.initial || !older_than(age, policy.initial_password_days, now)) return {};
    return refuse(ErrorKind::forbidden, "initial_password_lapsed", {},
                  {{"days", std::to_string(policy.initial_password_days)}});
}

bool may_have_second_factor(const SignInPolicy& policy) {
    return policy.second_factor != SecondFactorFor::nobody;
}

bool must_have_second_factor(const SignInPolicy& policy, Role role) {
    return policy.second_factor == SecondFactorFor::everybody ||
           (policy.second_factor == SecondFactorFor::administrators && is_administrator(role));
}

base::Result<void> check_address(const SignInPolicy& policy, Role role, std::string_view address) {
    if (policy.administrator_addresses.empty() || !is_administrator(role)) return {};
    if (lies_in(address, policy.administrator_addresses)) return {};
    return refuse(ErrorKind::forbidden, "administrators_come_from_elsewhere", {},
                  {{"address", std::string(address)}});
}

}  // namespace accounts
