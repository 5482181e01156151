#include "ledger/handover_json.hpp"

#include "accounts/post_json.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace ledger {
namespace {

HandoverTexts read_texts(base::JsonReader& reader) {
    return {reader.text_or_empty("risk_note", risk_note_chars_max),
            reader.text_or_empty("witness_unit", witness_unit_chars_max)};
}

Follower read_members_of_follower(base::JsonReader& reader) {
    return {reader.optional_id<base::PersonTag>("person_id"),
            reader.text_or_empty("person_name", base::limits::name_chars_max),
            reader.optional_date("from_on")};
}

std::string_view name_of(HandoverAct act) {
    switch (act) {
        case HandoverAct::change: return "change";
        case HandoverAct::name_taker: return "name_taker";
        case HandoverAct::take_back: return "take_back";
    }
    return {};
}

void write(base::JsonWriter& json, const HandoverPerson& person, const Reader& reader) {
    json.begin_object().field("id", person.id).field("name", reader.name(person.name)).end_object();
}

void write(base::JsonWriter& json, const HandoverSignature& one, const Reader& reader) {
    json.begin_object().field("part", name_of(one.part)).field("at", one.at);
    json.field("by", reader.name(one.by_name)).field("on_paper", one.on_paper);
    json.field("signed_on", one.signed_on).field("note", one.note).end_object();
}

void write_to_sign(base::JsonWriter& json, std::optional<HandoverPart> part) {
    json.key("to_sign");
    if (part)
        json.value(name_of(*part));
    else
        json.null();
}

void write_members(base::JsonWriter& json, const Handover& one, const Reader& reader) {
    json.field("id", one.id);
    json.key("unit").begin_object().field("id", one.unit).field("name", one.unit_name).end_object();
    json.field("post_title", one.post_title).field("post_is_head", one.post_is_head);
    write(json.key("giver"), one.giver, reader);
    json.key("taker");
    if (one.taker)
        write(json, *one.taker, reader);
    else
        json.null();
    json.field("witness_unit", one.witness_unit).field("risk_note", one.risk_note);
    json.field("state", name_of(one.state)).field("list_digest", one.list_digest);
    json.field("opened_at", one.opened_at).field("opened_by", reader.name(one.opened_by_name));
    json.field("due_on", one.due_on).field("ended_at", one.ended_at);
    json.key("signatures").begin_array();
    for (const auto& signature : one.signatures) write(json, signature, reader);
    json.end_array().field("version", one.version);
}

void write(base::JsonWriter& json, const HandoverItem& item) {
    json.begin_object().field("position", item.position);
    json.key("programme").begin_object().field("id", item.programme);
    json.field("title", item.programme_title).end_object();
    json.field("kind", name_of(item.kind));
    json.field("id", base::to_text(item.row)).field("number", item.row_number);
    json.field("text", item.text).field("status", item.status);
    json.field("deadline_kind", name_of(item.deadline)).field("due_on", item.due_on);
    json.field("percent", item.percent);
    json.key("roles").begin_array();
    for (const auto role : item.roles) json.value(name_of(role));
    json.end_array().field("kept", item.kept).end_object();
}

void end_page(base::JsonWriter& json, std::int64_t total, const Page& asked) {
    json.end_array().field("total", total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
}

}  // namespace

base::Result<LeavePost> read_leave_post(std::string_view body, accounts::PostId post) {
    return base::read_object<LeavePost>(body, [&](base::JsonReader& reader) {
        LeavePost wanted;
        wanted.post = post;
        wanted.version = reader.integer("version", 1);
        wanted.until_on = reader.date("until_on");
        wanted.handover = reader.id<HandoverTag>("handover_id");
        wanted.texts = read_texts(reader);
        reader.object("follower", [&](base::JsonReader& inside) {
            wanted.follower = read_members_of_follower(inside);
        });
        return wanted;
    });
}

base::Result<HandoverPatch> read_handover_patch(std::string_view body) {
    return base::read_object<HandoverPatch>(body, [](base::JsonReader& reader) {
        return HandoverPatch{reader.integer("version", 1), read_texts(reader)};
    });
}

base::Result<KeptItem> read_kept(std::string_view body) {
    return base::read_object<KeptItem>(body, [](base::JsonReader& reader) {
        return KeptItem{reader.integer("version", 1), reader.boolean("kept", false)};
    });
}

base::Result<std::int64_t> read_handover_version(std::string_view body) {
    return base::read_object<std::int64_t>(
        body, [](base::JsonReader& reader) { return reader.integer("version", 1); });
}

base::Result<NamedFollower> read_follower(std::string_view body) {
    return base::read_object<NamedFollower>(body, [](base::JsonReader& reader) {
        return NamedFollower{reader.integer("version", 1), read_members_of_follower(reader)};
    });
}

base::Result<SentSignature> read_signature(std::string_view body, HandoverPart part) {
    return base::read_object<SentSignature>(body, [&](base::JsonReader& reader) {
        SentSignature sent;
        sent.version = reader.integer("version", 1);
        sent.signing.part = part;
        sent.signing.on_paper = reader.boolean("on_paper", false);
        sent.signing.signed_on = reader.optional_date("signed_on");
        sent.signing.note = reader.text_or_empty("note", paper_note_chars_max);
        return sent;
    });
}

base::Result<HandoverFilter> read_handover_filter(const http::Request& request) {
    const auto page = read_page(request);
    if (!page) return page.error();
    HandoverFilter filter{{}, request.query_value("to_sign") == "1", *page};
    const auto state = request.query_value("state");
    if (!state.empty() && !(filter.state = handover_state_of(state)))
        return base::refuse(base::ErrorKind::invalid, "unknown_name", "state",
                            {{"value", std::string(base::first_chars(state, 40))}});
    return filter;
}

std::string to_json(const LeftPost& left) {
    base::JsonWriter json;
    json.begin_object();
    accounts::write_post(json.key("post"), left.post);
    json.field("handover_id", left.handover).field("items", left.items).end_object();
    return json.take();
}

std::string to_json(const HandoverView& view, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, view.handover, reader);
    write_to_sign(json, view.to_sign);
    json.key("may").begin_array();
    for (const auto act : view.may) json.value(name_of(act));
    json.end_array().key("on_paper").begin_array();
    for (const auto part : view.on_paper) json.value(name_of(part));
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const HandoverPage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) {
        json.begin_object();
        write_members(json, one, reader);
        write_to_sign(json, part_to_sign(one, reader.actor));
        json.end_object();
    }
    end_page(json, page.total, asked);
    return json.take();
}

std::string to_json(const HandoverItemPage& page, const Page& asked) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& item : page.rows) write(json, item);
    end_page(json, page.total, asked);
    return json.take();
}

}  // namespace ledger
