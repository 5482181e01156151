// Giving a code as the second step of signing in; setting up, changing and taking off a second
// factor. Each is a journal entry, without any code or secret.
#pragma once

#include <string>
#include <vector>

#include "accounts/second_factor.hpp"
#include "accounts/session_actions.hpp"

namespace accounts {

/// What the page of the account's security shows.
struct FactorState {
    bool set_up = false, offered = false, required = false;
    std::int64_t recovery_codes_left = 0;
};

/// A secret that counts once a code made of it was given.
struct OfferedFactor {
    std::string typed_secret, address;
    QrPicture picture;
};

/// The second step. Takes a code of the app or a recovery code; a wrong one counts like a wrong
/// password. Refuses: sign_in_first, account_locked, second_factor_code_wrong (also for a code that
/// counted before).
[[nodiscard]] base::Result<SignedIn> give_code(Needs needs, std::string_view token,
                                               std::string_view code);

/// Refuses: sign_in_first.
[[nodiscard]] base::Result<FactorState> load_factor_state(Needs needs, std::string_view token);

/// A new secret, kept aside until it is confirmed; one that is in force stays so. Refuses:
/// sign_in_first, second_factor_is_off, second_factor_is_set_up, account_locked,
/// too_many_sign_ins, password_wrong.
[[nodiscard]] base::Result<OfferedFactor> offer_factor(Needs needs, std::string_view token,
                                                       std::string_view password);

/// Puts the offered secret into force and closes the account's other sessions; returns the recovery
/// codes, which nobody sees again. Refuses: sign_in_first, offer_a_second_factor_first,
/// account_locked, second_factor_code_wrong.
[[nodiscard]] base::Result<std::vector<std::string>> confirm_factor(Needs needs,
                                                                    std::string_view token,
                                                                    std::string_view code);

/// Refuses: sign_in_first, second_factor_is_required, account_locked, too_many_sign_ins,
/// password_wrong.
[[nodiscard]] base::Result<void> remove_own_factor(Needs needs, std::string_view token,
                                                   std::string_view password);

/// Takes a lost factor off somebody else's account and closes its sessions. Refuses:
/// nobody_takes_off_their_own_factor, account_unknown.
[[nodiscard]] base::Result<void> remove_factor_of(Needs needs, base::AccountId id,
                                                  const base::Actor& actor);

}  // namespace accounts
