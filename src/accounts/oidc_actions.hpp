// Signing in by the identity provider of the house: leading away and coming back. No transaction
// is open while the provider is asked.
#pragma once

#include "accounts/needs.hpp"

namespace accounts {

/// Where the browser goes, and what it must bring back in its cookie.
struct OidcDeparture {
    std::string url, sealed_attempt;
};
/// `then`: where the person wanted to go. Refuses: oidc_not_set_up, oidc_not_reachable,
/// oidc_answer_not_understood.
[[nodiscard]] base::Result<OidcDeparture> leave_for_provider(Needs needs, std::string_view then);

struct OidcReturn {
    std::string_view code, state, sealed_attempt;
};
struct OidcArrival {
    OpenedSession opened;
    std::string then;  // an address of our own
};
/// Refuses: oidc_attempt_is_over, as identity::OidcProvider::claims_for(), oidc_answer_not_for_us,
/// oidc_names_nobody, oidc_account_unknown (args value: what the provider calls the person),
/// account_locked, administrators_come_from_elsewhere, account_is_disabled.
[[nodiscard]] base::Result<OidcArrival> return_from_provider(Needs needs, const OidcReturn& given,
                                                             const Credentials& request,
                                                             std::string_view remote);

}  // namespace accounts
