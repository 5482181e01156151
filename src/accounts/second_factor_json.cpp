#include "accounts/second_factor_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/limits.hpp"

namespace accounts {

base::Result<std::string> read_code(std::string_view body) {
    return base::read_object<std::string>(
        body, [](base::JsonReader& reader) { return reader.filled_text("code", 40); });
}

base::Result<std::string> read_own_password(std::string_view body) {
    return base::read_object<std::string>(body, [](base::JsonReader& reader) {
        return reader.filled_text("password", base::limits::password_chars_max);
    });
}

std::string to_json(const FactorState& state) {
    base::JsonWriter json;
    json.begin_object().field("set_up", state.set_up).field("offered", state.offered);
    json.field("required", state.required)
        .field("recovery_codes_left", state.recovery_codes_left)
        .end_object();
    return json.take();
}

std::string to_json(const OfferedFactor& offered) {
    base::JsonWriter json;
    json.begin_object().field("secret", offered.typed_secret).field("address", offered.address);
    json.key("picture").begin_object().field("size", offered.picture.size);
    json.field("path", offered.picture.path).end_object().end_object();
    return json.take();
}

std::string recovery_codes_json(const std::vector<std::string>& codes) {
    base::JsonWriter json;
    json.begin_object().key("recovery_codes").begin_array();
    for (const auto& code : codes) json.value(code);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const OwnSessions& sessions) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : sessions.rows) {
        json.begin_object().field("id", one.token_digest);
        json.field("signed_in_at", one.created_at).field("last_seen_at", one.last_seen_at);
        json.field("address", one.address).field("browser", one.browser);
        json.field("present", one.token_digest == sessions.present).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
