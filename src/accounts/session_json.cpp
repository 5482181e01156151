#include "accounts/session_json.hpp"

#include "accounts/account_json.hpp"
#include "accounts/custom_role_json.hpp"
#include "accounts/grant.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

// White space at either end of a password is dropped here, when it is set as when it is checked.
// One character more than the rule allows may pass, so that the rule itself says what is wrong.
constexpr auto password_chars_max = base::limits::password_chars_max + 1;

}  // namespace

base::Result<SignIn> read_sign_in(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    SignIn wanted;
    wanted.account = reader.filled_text("account", account_name_chars_max);
    wanted.password = reader.filled_text("password", password_chars_max);
    if (const auto read = reader.finish(); !read) return read.error();
    return wanted;
}

base::Result<ChangePassword> read_change_password(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    ChangePassword wanted;
    wanted.old_password = reader.filled_text("old", password_chars_max);
    wanted.new_password = reader.filled_text("new", password_chars_max);
    if (const auto read = reader.finish(); !read) return read.error();
    return wanted;
}

std::string to_json(const SignedIn& who) {
    base::JsonWriter json;
    json.begin_object();
    json.key("account")
        .begin_object()
        .field("id", who.account.id)
        .field("name", who.account.name)
        .end_object();
    write_person_and_unit(json, who.account);
    json.field("role", name_of(who.account.role));
    write_custom_role(json, who.account);
    const auto step = next_step(who);
    write_acts(json, step == NextStep::none ? actor_of(who.account).acts : base::Acts{});
    json.field("csrf", who.session.csrf)
        .field("must_change_password", who.account.must_change_password)
        .field("next_step", name_of(step));
    json.key("cleared").begin_array();
    if (step == NextStep::none)
        for (const auto name : names_of(actor_of(who.account).scope.cleared)) json.value(name);
    json.end_array();
    json.key("stands_in_for").begin_array();
    for (const auto& stead : who.account.steads)
        json.begin_object()
            .field("name", stead.name)
            .field("until_on", stead.until_on)
            .end_object();
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
