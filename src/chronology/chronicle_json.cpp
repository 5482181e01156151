#include "chronology/chronicle_json.hpp"

#include "base/text_length.hpp"
#include "ledger/ledger_query_json.hpp"

namespace chronology {
namespace {

Note read_note(base::JsonReader& reader) {
    Note note;
    note.day = reader.date("day");
    note.person = reader.text_or_empty("person", name_chars_max);
    note.text = reader.text_or_empty("text", text_chars_max);
    note.evidence = reader.text_or_empty("evidence", evidence_chars_max);
    note.part = reader.optional_integer("part", 0, parts_max).value_or(0);
    return note;
}

void write_members(base::JsonWriter& json, const Note& note, const ledger::Reader& reader) {
    json.field("day", note.day).field("person", reader.name(note.person));
    json.field("text", note.text).field("evidence", note.evidence).field("part", note.part);
}

void write(base::JsonWriter& json, const Happening& one, const ledger::Reader& reader) {
    json.begin_object().field("kind", name_of(one.kind)).field("at", one.at);
    json.field("day", base::date_of(one.at)).field("person", reader.name(one.person));
    json.field("sentence", sentence_of(one)).key("target").begin_object();
    json.field("kind", one.target_kind).field("id", one.target_id).end_object();
    json.field("part", one.kind == Kind::noted ? one.number : std::int64_t{0}).end_object();
}

void write_may(base::JsonWriter& json, bool may_write) {
    json.key("may").begin_array();
    if (may_write) json.value("write");
    json.end_array();
}

}  // namespace

base::Result<HappeningFilter> read_filter(const http::Request& request, ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    HappeningFilter filter;
    filter.programme = programme;
    filter.page = *page;
    for (auto rest = request.query_value("kind"); !rest.empty();) {
        const auto name = base::cut(rest, ',');
        const auto kind = kind_of(name);
        if (!kind) return http::unfit_in_query("unknown_name", "kind", name);
        filter.kinds.push_back(*kind);
    }
    filter.person = request.query_value("person");
    if (const auto no = base::why_too_long(filter.person, "person", name_chars_max)) return *no;
    const auto from = http::day_in_query(request, "from");
    if (!from) return from.error();
    const auto to = http::day_in_query(request, "to");
    if (!to) return to.error();
    filter.from = *from;
    filter.to = *to;
    return filter;
}

base::Result<Entry> read_new_entry(std::string_view body) {
    return base::read_object<Entry>(body, [](base::JsonReader& reader) {
        Entry entry;
        entry.id = reader.id<ChronicleEntryTag>("id");
        entry.note = read_note(reader);
        return entry;
    });
}

base::Result<EntryEdit> read_entry_edit(std::string_view body) {
    return base::read_object<EntryEdit>(body, [](base::JsonReader& reader) {
        return EntryEdit{reader.integer("version", 1), read_note(reader)};
    });
}

base::Result<EntryRemoval> read_entry_removal(std::string_view body) {
    return base::read_object<EntryRemoval>(body, [](base::JsonReader& reader) {
        return EntryRemoval{reader.integer("version", 1),
                            reader.text_or_empty("reason", reason_chars_max)};
    });
}

std::string to_json(const Chronicle& chronicle, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : chronicle.page.rows) write(json, one, reader);
    json.end_array().field("total", chronicle.page.total).field("page", asked.page);
    json.field("page_size", asked.page_size);
    write_may(json, chronicle.may_write);
    json.end_object();
    return json.take();
}

std::string to_json(const EntryView& view, const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("id", view.entry.id);
    write_members(json, view.entry.note, reader);
    json.field("removed", view.entry.removed).field("version", view.entry.version);
    json.key("versions").begin_array();
    for (const auto& one : view.versions) {
        json.begin_object().field("version", one.version).field("made_at", one.made_at);
        json.field("by", reader.name(one.by));
        write_members(json, one.note, reader);
        json.field("reason", one.reason).end_object();
    }
    json.end_array();
    write_may(json, view.may_write && !view.entry.removed);
    json.end_object();
    return json.take();
}

}  // namespace chronology
