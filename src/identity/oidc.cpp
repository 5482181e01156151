#include "identity/oidc.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/digest.hpp"
#include "base/percent.hpp"

namespace identity {
namespace {

using base::ErrorKind;
using base::refuse;

base::Error not_for_us() {
    return refuse(ErrorKind::unauthenticated, "oidc_answer_not_for_us");
}

}  // namespace

std::string challenge_of(std::string_view verifier) {
    const auto bytes = *base::from_hex(base::digest(base::Algorithm::sha256, verifier));
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(32, variant)> text{};
    return sodium_bin2base64(text.data(), text.size(),
                             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                             variant);
}

std::string authorisation_url(const OidcEndpoints& endpoints, const OidcSettings& settings,
                              const OidcAttempt& attempt, std::string_view redirect_uri) {
    auto url = endpoints.authorisation;
    url += url.find('?') == std::string::npos ? '?' : '&';
    url += "response_type=code&scope=openid%20profile";
    const auto add = [&](std::string_view name, std::string_view value) {
        url += '&';
        url += name;
        url += '=' + base::percent_encoded(value);
    };
    add("client_id", settings.client_id);
    add("redirect_uri", redirect_uri);
    add("state", attempt.state);
    add("nonce", attempt.nonce);
    add("code_challenge", challenge_of(attempt.verifier));
    add("code_challenge_method", "S256");
    return url;
}

std::string to_text(const OidcAttempt& attempt) {
    return attempt.state + "\n" + attempt.nonce + "\n" + attempt.verifier + "\n" + attempt.then +
           "\n" + std::to_string(attempt.started_at.milliseconds);
}

std::optional<OidcAttempt> attempt_in(std::string_view text) {
    std::array<std::string, 5> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = text.find('\n');
        if ((end == std::string_view::npos) != (i + 1 == parts.size())) return std::nullopt;
        parts[i] = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    std::int64_t started = 0;
    const auto* last = parts[4].data() + parts[4].size();
    const auto read = std::from_chars(parts[4].data(), last, started);
    if (read.ec != std::errc() || read.ptr != last) return std::nullopt;
    return OidcAttempt{parts[0], parts[1], parts[2], parts[3], {started}};
}

std::string own_address(std::string_view then) {
    const bool own = then.starts_with('/') && !then.starts_with("//") && !then.starts_with("/\\");
    const bool plain = std::none_of(then.begin(), then.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7f;
    });
    return own && plain ? std::string(then) : "/";
}

base::Result<void> check_return(const OidcAttempt& attempt, std::string_view state,
                                base::Instant now) {
    const auto age = now.milliseconds - attempt.started_at.milliseconds;
    if (!base::same_secret(attempt.state, state) || age < 0 || age > oidc_attempt_ms_max)
        return refuse(ErrorKind::unauthenticated, "oidc_attempt_is_over");
    return {};
}

base::Result<void> check_claims(const OidcClaims& claims, const OidcSettings& settings,
                                std::string_view nonce, base::Instant now) {
    const auto& audiences = claims.audiences;
    if (claims.issuer != settings.issuer) return not_for_us();
    if (std::find(audiences.begin(), audiences.end(), settings.client_id) == audiences.end())
        return not_for_us();
    if (audiences.size() > 1 && claims.authorised_party != settings.client_id) return not_for_us();
    if (claims.expires_at * 1000 + oidc_clock_ms_leeway <= now.milliseconds) return not_for_us();
    if (nonce.empty() || !base::same_secret(claims.nonce, nonce)) return not_for_us();
    if (claims.name.empty())
        return refuse(ErrorKind::unauthenticated, "oidc_names_nobody", {},
                      {{"claim", settings.name_claim}});
    return {};
}

}  // namespace identity
