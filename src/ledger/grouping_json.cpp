#include "ledger/grouping_json.hpp"

#include "accounts/name.hpp"
#include "base/form_words.hpp"
#include "base/json_writer.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

void write_group(base::JsonWriter& json, const Group& group) {
    json.begin_object().field("key", group.key).field("name", group.name);
    json.field("total", group.total).field("overdue", group.overdue).key("cells").begin_array();
    for (const auto& cell : group.cells) {
        json.begin_object().field("status", cell.status).field("count", cell.count);
        json.field("overdue", cell.overdue).end_object();
    }
    json.end_array().key("results").begin_array();
    for (const auto& result : group.results) {
        const std::string kind(name_of(result.kind));
        json.begin_object().field("kind", kind).field("quantity", result.quantity);
        json.field("unit", base::form_words("result." + kind + ".unit")).end_object();
    }
    json.end_array().end_object();
}

}  // namespace

base::Result<GroupBy> read_group_by(const http::Request& request) {
    const auto name = request.query_value("by");
    if (name.empty()) return GroupBy::unit;
    if (const auto by = group_by_of(name)) return *by;
    return base::refuse(base::ErrorKind::invalid, "unknown_name", "by",
                        {{"value", std::string(base::first_chars(name, 40))}});
}

std::string to_json(const std::vector<Group>& groups, View view, GroupBy by,
                    const base::Actor& actor) {
    const bool masked = by == GroupBy::leader && !actor.may(base::Act::read_names);
    base::JsonWriter json;
    std::int64_t total = 0, overdue = 0;
    json.begin_object().field("by", name_of(by)).field("view", name_of(view));
    json.key("rows").begin_array();
    for (auto group : groups) {
        total += group.total;
        overdue += group.overdue;
        if (masked) group.key = group.name = accounts::masked(group.name);
        write_group(json, group);
    }
    json.end_array().field("total", total).field("overdue", overdue).end_object();
    return json.take();
}

}  // namespace ledger
