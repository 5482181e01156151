#include "ledger/extension_json.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace ledger {
namespace {

using base::limits::reason_chars_max;

void write(base::JsonWriter& json, const ExtensionOpinion& one, const Reader& reader) {
    json.begin_object().field("level", name_of(one.level)).field("agreed", one.agreed);
    json.field("at", one.at).field("by", reader.name(one.by)).field("note", one.note);
    json.end_object();
}

void write(base::JsonWriter& json, const Extension& one, const Reader& reader) {
    json.begin_object().field("id", one.id);
    json.key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object();
    json.key("row").begin_object().field("kind", one.row.is_problem ? "problem" : "measure");
    json.field("id", base::to_text(one.row.id)).field("number", one.row_number);
    json.field("text", one.row_text).end_object();
    json.field("nth", one.nth).field("old_text", one.old_text).field("old_due_on", one.old_due_on);
    json.field("wanted_on", one.wanted_on).field("reason", one.reason);
    json.field("leader_name", reader.name(one.leader.name)).field("leader_on", one.leader.on);
    json.field("supervised", one.supervised).field("state", name_of(one.state));
    json.field("asked_by", reader.name(one.asked_by_name)).field("asked_at", one.asked_at);
    json.key("opinions").begin_array();
    for (const auto& opinion : one.opinions) write(json, opinion, reader);
    json.end_array().field("version", one.version).key("may").begin_array();
    for (const auto act : extension_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array().end_object();
}

void write_rows(base::JsonWriter& json, const std::vector<Extension>& rows, const Reader& reader) {
    json.begin_object().key("rows").begin_array();
    for (const auto& one : rows) write(json, one, reader);
    json.end_array();
}

}  // namespace

base::Result<NewExtension> read_new_extension(std::string_view body) {
    return base::read_object<NewExtension>(body, [](base::JsonReader& reader) {
        NewExtension wanted;
        wanted.id = reader.id<ExtensionTag>("id");
        wanted.wanted_on = reader.date("wanted_on");
        wanted.reason = reader.text_or_empty("reason", reason_chars_max);
        wanted.leader.name = reader.text_or_empty("leader_name", leader_name_chars_max);
        wanted.leader.on = reader.optional_date("leader_on");
        return wanted;
    });
}

base::Result<ExtensionRuling> read_extension_ruling(std::string_view body) {
    return base::read_object<ExtensionRuling>(body, [](base::JsonReader& reader) {
        return ExtensionRuling{reader.integer("version", 1), reader.boolean("agreed", false),
                               reader.text_or_empty("note", reason_chars_max)};
    });
}

base::Result<ExtensionFilter> read_extension_filter(const http::Request& request) {
    const auto page = read_page(request);
    if (!page) return page.error();
    ExtensionFilter filter{{}, request.query_value("to_decide") == "1", *page};
    const auto state = request.query_value("state");
    if (!state.empty() && !(filter.state = extension_state_of(state)))
        return base::refuse(base::ErrorKind::invalid, "unknown_name", "state",
                            {{"value", std::string(base::first_chars(state, 40))}});
    return filter;
}

std::string to_json(const Extension& extension, const Reader& reader) {
    base::JsonWriter json;
    write(json, extension, reader);
    return json.take();
}

std::string to_json(const RowExtensions& extensions, const Reader& reader) {
    base::JsonWriter json;
    write_rows(json, extensions.rows, reader);
    json.field("may_ask", extensions.may_ask).end_object();
    return json.take();
}

std::string to_json(const ExtensionPage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    write_rows(json, page.rows, reader);
    json.field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace ledger
