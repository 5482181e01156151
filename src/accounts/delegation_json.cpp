#include "accounts/delegation_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace accounts {
namespace {

void write(base::JsonWriter& json, const DelegationEnd& end) {
    json.begin_object().field("account_id", end.account).field("name", end.name);
    json.field("unit_name", end.unit_name).end_object();
}

void write(base::JsonWriter& json, const Delegation& one, base::Date today) {
    json.begin_object().field("id", one.id);
    write(json.key("from"), one.from);
    write(json.key("to"), one.to);
    json.field("from_on", one.from_on).field("until_on", one.until_on);
    json.field("reason", one.reason).field("state", name_of(state_of(one, today)));
    json.field("made_at", one.made_at).field("ended_at", one.ended_at);
    json.field("ended_by_name", one.ended_by_name).end_object();
}

}  // namespace

base::Result<NewDelegation> read_new_delegation(std::string_view body) {
    return base::read_object<NewDelegation>(body, [](base::JsonReader& reader) {
        NewDelegation wanted;
        wanted.id = reader.id<DelegationTag>("id");
        wanted.to = reader.id<base::AccountTag>("to");
        wanted.from_on = reader.date("from_on");
        wanted.until_on = reader.date("until_on");
        wanted.reason = reader.filled_text("reason", delegation_reason_chars_max);
        return wanted;
    });
}

std::string to_json(const Delegation& delegation, base::Date today) {
    base::JsonWriter json;
    write(json, delegation, today);
    return json.take();
}

std::string to_json(const std::vector<Delegation>& delegations, base::Date today) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : delegations) write(json, one, today);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<DelegationEnd>& delegates) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : delegates) write(json, one);
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
