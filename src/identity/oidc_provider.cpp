#include "identity/oidc_provider.hpp"

#include <cjose/cjose.h>

#include <array>
#include <memory>

#include "base/log.hpp"
#include "base/percent.hpp"
#include "http/client.hpp"
#include "identity/oidc_json.hpp"

namespace identity {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::int64_t known_ms_max = 60 * 60'000;

/// What failed stands in the log, never in the answer.
base::Error not_reachable(std::string_view step, std::string_view why) {
    base::log(base::LogLevel::error, "oidc_failed", {{"step", step}, {"why", why}});
    return refuse(ErrorKind::unavailable, "oidc_not_reachable");
}

base::Error too_many() {
    return refuse(ErrorKind::too_many_requests, "too_many_sign_ins", {}, {{"seconds", "2"}});
}

base::Error wrong_signature(std::string_view why) {
    base::log(base::LogLevel::warning, "oidc_token_refused", {{"why", why}});
    return refuse(ErrorKind::unauthenticated, "oidc_signature_wrong");
}

using Token = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Key = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

/// Signatures of a private key only: a shared secret would let anybody who has it speak for the
/// provider, and "none" everybody.
bool is_signed_as_it_should(cjose_header_t* header) {
    constexpr std::array<std::string_view, 7> good{"RS256", "RS384", "RS512", "PS256",
                                                   "ES256", "ES384", "ES512"};
    cjose_err error{};
    const char* algorithm = cjose_header_get(header, CJOSE_HDR_ALG, &error);
    for (const auto name : good)
        if (algorithm != nullptr && name == algorithm) return true;
    return false;
}

std::string key_id_in(cjose_header_t* header) {
    cjose_err error{};
    const char* id = cjose_header_get(header, CJOSE_HDR_KID, &error);
    return id == nullptr ? std::string() : id;
}

bool verifies(cjose_jws_t* token, const std::string& key_json) {
    cjose_err error{};
    const Key key(cjose_jwk_import(key_json.data(), key_json.size(), &error), cjose_jwk_release);
    return key && cjose_jws_verify(token, key.get(), &error);
}

std::string form_of(std::string_view code, std::string_view verifier,
                    std::string_view redirect_uri) {
    return "grant_type=authorization_code&code=" + base::percent_encoded(code) +
           "&code_verifier=" + base::percent_encoded(verifier) +
           "&redirect_uri=" + base::percent_encoded(redirect_uri);
}

}  // namespace

OidcProvider::OidcProvider(OidcSettings settings, const base::Clock& clock)
    : settings_(std::move(settings)), clock_(clock) {}

base::Result<std::string> OidcProvider::get(const std::string& url) const {
    const auto answer = http::fetch(
        {.url = url, .ca_file = settings_.ca_file, .seconds_max = settings_.seconds_max});
    if (!answer) return not_reachable(url, answer.error().args.front().second);
    if (answer->status != 200) return not_reachable(url, std::to_string(answer->status));
    return answer->body;
}

std::optional<OidcEndpoints> OidcProvider::known() {
    const std::lock_guard guard(mutex_);
    const auto age = clock_.now().milliseconds - learned_at_.milliseconds;
    if (endpoints_.token.empty() || age >= known_ms_max) return std::nullopt;
    return endpoints_;
}

base::Result<OidcEndpoints> OidcProvider::learned() {
    if (const auto before = known()) return *before;
    const auto body = get(settings_.issuer + (settings_.issuer.ends_with('/') ? "" : "/") +
                          ".well-known/openid-configuration");
    if (!body) return body.error();
    const auto read = read_endpoints(*body);
    if (!read) return read;
    if (read->issuer != settings_.issuer)
        return not_reachable("issuer", "says it is " + read->issuer);
    const std::lock_guard guard(mutex_);
    endpoints_ = *read;
    keys_.clear();
    learned_at_ = clock_.now();
    return endpoints_;
}

base::Result<OidcEndpoints> OidcProvider::endpoints() {
    if (!is_set_up()) return refuse(ErrorKind::unavailable, "oidc_not_set_up");
    if (const auto before = known()) return *before;
    const base::Places::Place place(places_);
    return place.taken() ? learned() : too_many();
}

base::Result<OidcProvider::Keys> OidcProvider::keys(const OidcEndpoints& endpoints, bool again) {
    if (!again) {
        const std::lock_guard guard(mutex_);
        if (!keys_.empty()) return keys_;
    }
    const auto body = get(endpoints.keys);
    if (!body) return body.error();
    auto read = read_keys(*body);
    if (!read) return read;
    const std::lock_guard guard(mutex_);
    keys_ = *read;
    return read;
}

base::Result<std::string> OidcProvider::payload_of(const std::string& token,
                                                   const OidcEndpoints& endpoints) {
    cjose_err error{};
    const Token jws(cjose_jws_import(token.data(), token.size(), &error), cjose_jws_release);
    if (!jws) return wrong_signature("not a signed token");
    auto* header = cjose_jws_get_protected(jws.get());
    if (!is_signed_as_it_should(header)) return wrong_signature("algorithm");
    const auto id = key_id_in(header);
    for (const bool again : {false, true}) {  // The provider may have changed its keys since.
        const auto all = keys(endpoints, again);
        if (!all) return all.error();
        for (const auto& [key_id, json] : *all) {
            if (!id.empty() && key_id != id) continue;
            if (!verifies(jws.get(), json)) continue;
            std::uint8_t* bytes = nullptr;
            std::size_t size = 0;
            if (!cjose_jws_get_plaintext(jws.get(), &bytes, &size, &error)) break;
            return std::string(reinterpret_cast<const char*>(bytes), size);
        }
    }
    return wrong_signature("no key of the provider fits");
}

base::Result<OidcClaims> OidcProvider::claims_for(std::string_view code, std::string_view verifier,
                                                  std::string_view redirect_uri) {
    if (!is_set_up()) return refuse(ErrorKind::unavailable, "oidc_not_set_up");
    const base::Places::Place place(places_);
    if (!place.taken()) return too_many();
    const auto where = learned();
    if (!where) return where.error();
    auto body = form_of(code, verifier, redirect_uri);
    body += "&client_id=" + base::percent_encoded(settings_.client_id) +
            "&client_secret=" + base::percent_encoded(settings_.client_secret);
    const auto answer =
        http::fetch({.url = where->token,
                     .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                     .body = body,
                     .ca_file = settings_.ca_file,
                     .seconds_max = settings_.seconds_max});
    if (!answer) return not_reachable("token", answer.error().args.front().second);
    if (answer->status == 400 || answer->status == 401) {
        base::log(base::LogLevel::warning, "oidc_code_refused",
                  {{"status", std::int64_t{answer->status}}});
        return refuse(ErrorKind::unauthenticated, "oidc_code_refused");
    }
    if (answer->status != 200) return not_reachable("token", std::to_string(answer->status));
    const auto token = read_identity_token(answer->body);
    if (!token) return token.error();
    const auto payload = payload_of(*token, *where);
    if (!payload) return payload.error();
    return read_claims(*payload, settings_.name_claim);
}

}  // namespace identity
