// The identity provider of the house, spoken to: its endpoints and keys, learned once and again
// after an hour, and the exchange of a code for claims whose signature is good. Safe from any
// thread.
#pragma once

#include <mutex>

#include "base/clock.hpp"
#include "base/places.hpp"
#include "identity/oidc.hpp"

namespace identity {

class OidcProvider {
  public:
    /// `clock` must outlive the provider.
    OidcProvider(OidcSettings settings, const base::Clock& clock);

    [[nodiscard]] bool is_set_up() const { return !settings_.issuer.empty(); }
    [[nodiscard]] const OidcSettings& settings() const { return settings_; }

    /// Two ask at once and one waits, so that a provider that is away never holds all workers.
    /// Refuses: oidc_not_set_up, too_many_sign_ins (args seconds), oidc_not_reachable,
    /// oidc_answer_not_understood.
    [[nodiscard]] base::Result<OidcEndpoints> endpoints();
    /// Refuses, besides: oidc_code_refused, oidc_signature_wrong.
    [[nodiscard]] base::Result<OidcClaims> claims_for(std::string_view code,
                                                      std::string_view verifier,
                                                      std::string_view redirect_uri);

  private:
    using Keys = std::vector<std::pair<std::string, std::string>>;  // kid, JSON

    [[nodiscard]] std::optional<OidcEndpoints> known();
    [[nodiscard]] base::Result<OidcEndpoints> learned();
    [[nodiscard]] base::Result<std::string> get(const std::string& url) const;
    [[nodiscard]] base::Result<Keys> keys(const OidcEndpoints& endpoints, bool again);
    [[nodiscard]] base::Result<std::string> payload_of(const std::string& token,
                                                       const OidcEndpoints& endpoints);

    OidcSettings settings_;
    const base::Clock& clock_;
    base::Places places_{2, 1};
    std::mutex mutex_;  // never held while the provider is asked
    OidcEndpoints endpoints_;
    base::Instant learned_at_;
    Keys keys_;
};

}  // namespace identity
