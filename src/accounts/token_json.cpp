#include "accounts/token_json.hpp"

#include "accounts/custom_role_json.hpp"

namespace accounts {
namespace {

void write_members(base::JsonWriter& json, const Token& token, base::Instant now) {
    json.field("id", token.id).field("name", token.name).field("purpose", name_of(token.purpose));
    write_acts(json, token.acts);
    json.field("created_at", token.created_at).field("expires_at", token.expires_at);
    json.field("last_used_at", token.last_used_at).field("live", is_live(token, now));
}

}  // namespace

base::Result<NewToken> read_new_token(std::string_view body) {
    return base::read_object<NewToken>(body, [](base::JsonReader& reader) {
        NewToken wanted;
        wanted.id = reader.id<TokenTag>("id");
        wanted.name = reader.filled_text("name", token_name_chars_max);
        wanted.acts = read_acts(reader);
        wanted.days = reader.integer("days", 1, 3'650);
        if (reader.has("purpose"))
            wanted.purpose = reader.name("purpose", token_purpose_of, TokenPurpose::program);
        return wanted;
    });
}

std::string to_json(const std::vector<Token>& tokens, base::Acts offered, std::int64_t days_max,
                    base::Instant now) {
    base::JsonWriter json;
    json.begin_object().field("days_max", days_max);
    write_acts(json, offered);
    json.key("rows").begin_array();
    for (const auto& token : tokens) {
        json.begin_object();
        write_members(json, token, now);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<IssuedToken>& tokens, base::Instant now) {
    base::JsonWriter json;
    json.begin_object().field("total", static_cast<std::int64_t>(tokens.size()));
    json.key("rows").begin_array();
    for (const auto& issued : tokens) {
        json.begin_object();
        write_members(json, issued.token, now);
        json.field("account_id", issued.token.account).field("account", issued.account);
        json.field("person", issued.person).field("disabled", issued.disabled).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const MadeToken& made, base::Instant now) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, made.token, now);
    json.field("text", made.text).end_object();
    return json.take();
}

}  // namespace accounts
