// Signing in by the identity provider of the house (OpenID Connect Core 1.0, authorisation code
// flow with PKCE, RFC 7636): what is asked, and what an answer must say. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace identity {

inline constexpr std::int64_t oidc_attempt_ms_max = 10 * 60'000;
inline constexpr std::int64_t oidc_clock_ms_leeway = 60'000;

struct OidcSettings {
    std::string issuer;  // "": there is no provider
    std::string client_id, client_secret;
    std::string name_claim = "preferred_username";  // whose value is the account's name
    std::string ca_file;                            // "": the certificates of the system
    int seconds_max = 10;                           // for each answer of the provider
};

/// Between leading somebody away and his return; travels sealed in a cookie.
struct OidcAttempt {
    std::string state, nonce, verifier;  // random, each its own
    std::string then;                    // where he wanted to go, an address of our own
    base::Instant started_at;
    bool operator==(const OidcAttempt&) const = default;
};

/// An attempt as it travels: its parts with a line feed between, none of which may hold one.
[[nodiscard]] std::string to_text(const OidcAttempt& attempt);
/// Nothing when it is none of ours.
[[nodiscard]] std::optional<OidcAttempt> attempt_in(std::string_view text);

/// What the provider says of itself (OpenID Connect Discovery 1.0, 3).
struct OidcEndpoints {
    std::string issuer, authorisation, token, keys;
};

/// What an identity token says, once its signature was found good.
struct OidcClaims {
    std::string issuer, authorised_party, nonce, name;
    std::vector<std::string> audiences;
    std::int64_t expires_at = 0;  // seconds since 1970
};

/// Where the browser is sent.
[[nodiscard]] std::string authorisation_url(const OidcEndpoints& endpoints,
                                            const OidcSettings& settings,
                                            const OidcAttempt& attempt,
                                            std::string_view redirect_uri);
/// The S256 challenge of a verifier.
[[nodiscard]] std::string challenge_of(std::string_view verifier);
/// An address of our own, or "/" when it is none.
[[nodiscard]] std::string own_address(std::string_view then);

/// Refuses: oidc_attempt_is_over.
[[nodiscard]] base::Result<void> check_return(const OidcAttempt& attempt, std::string_view state,
                                              base::Instant now);
/// As Core 3.1.3.7 demands. Refuses: oidc_answer_not_for_us, oidc_names_nobody.
[[nodiscard]] base::Result<void> check_claims(const OidcClaims& claims,
                                              const OidcSettings& settings, std::string_view nonce,
                                              base::Instant now);

}  // namespace identity
