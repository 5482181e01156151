// Messages of an identity provider, as far as they are read; what else they hold is passed over.
#pragma once

#include "identity/oidc.hpp"

namespace identity {

/// All three refuse oidc_answer_not_understood.
[[nodiscard]] base::Result<OidcEndpoints> read_endpoints(std::string_view body);
/// The identity token of an answer of the token endpoint.
[[nodiscard]] base::Result<std::string> read_identity_token(std::string_view body);
/// `name_claim`: the member that is the account's name.
[[nodiscard]] base::Result<OidcClaims> read_claims(std::string_view text,
                                                   std::string_view name_claim);
/// Each key of a key set as JSON of its own, with its "kid" ("" without one).
[[nodiscard]] base::Result<std::vector<std::pair<std::string, std::string>>> read_keys(
    std::string_view body);

}  // namespace identity
