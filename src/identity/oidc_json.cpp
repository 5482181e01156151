#include "identity/oidc_json.hpp"

#include "base/json_reader.hpp"

namespace identity {
namespace {

base::Error not_understood() {
    return base::refuse(base::ErrorKind::unavailable, "oidc_answer_not_understood");
}

base::Result<boost::json::object> object_in(std::string_view body) {
    auto value = base::parse_json(body);
    if (!value || !value->is_object()) return not_understood();
    return std::move(value->as_object());
}

std::string text_in(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    if (value == nullptr || !value->is_string()) return {};
    return std::string(value->as_string());
}

std::vector<std::string> texts_in(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    if (value == nullptr) return {};
    if (value->is_string()) return {std::string(value->as_string())};
    std::vector<std::string> texts;
    if (value->is_array())
        for (const auto& one : value->as_array())
            if (one.is_string()) texts.emplace_back(one.as_string());
    return texts;
}

std::int64_t integer_in(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    boost::system::error_code error;
    const auto number = value == nullptr ? 0 : value->to_number<std::int64_t>(error);
    return error ? 0 : number;
}

}  // namespace

base::Result<OidcEndpoints> read_endpoints(std::string_view body) {
    const auto object = object_in(body);
    if (!object) return object.error();
    OidcEndpoints endpoints{text_in(*object, "issuer"), text_in(*object, "authorization_endpoint"),
                            text_in(*object, "token_endpoint"), text_in(*object, "jwks_uri")};
    if (endpoints.authorisation.empty() || endpoints.token.empty() || endpoints.keys.empty())
        return not_understood();
    return endpoints;
}

base::Result<std::string> read_identity_token(std::string_view body) {
    const auto object = object_in(body);
    if (!object) return object.error();
    auto token = text_in(*object, "id_token");
    if (token.empty()) return not_understood();
    return token;
}

base::Result<OidcClaims> read_claims(std::string_view text, std::string_view name_claim) {
    const auto object = object_in(text);
    if (!object) return object.error();
    return OidcClaims{text_in(*object, "iss"),   text_in(*object, "azp"),
                      text_in(*object, "nonce"), text_in(*object, name_claim),
                      texts_in(*object, "aud"),  integer_in(*object, "exp")};
}

base::Result<std::vector<std::pair<std::string, std::string>>> read_keys(std::string_view body) {
    const auto object = object_in(body);
    if (!object) return object.error();
    const auto* keys = object->if_contains("keys");
    if (keys == nullptr || !keys->is_array()) return not_understood();
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& key : keys->as_array())
        if (key.is_object())
            all.emplace_back(text_in(key.as_object(), "kid"), boost::json::serialize(key));
    return all;
}

}  // namespace identity
