#include "narrative/narrative_json.hpp"

#include "base/limits.hpp"
#include "narrative/figure_paper.hpp"

namespace narrative {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::text_chars_max;

void write_head(JsonWriter& json, const Narrative& one) {
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object();
    json.field("kind", name_of(one.kind)).field("title", one.title);
    json.field("editions", one.editions).field("version", one.version);
}

void write_editions(JsonWriter& json, const std::vector<Edition>& editions, const Reader& reader) {
    json.key("issued").begin_array();
    for (const auto& one : editions) write_brief(json, one, reader);
    json.end_array();
}

void write_hold(JsonWriter& json, const std::optional<Hold>& hold, const Reader& reader) {
    json.key("hold");
    if (!hold) {
        json.null();
        return;
    }
    json.begin_object().field("by", reader.name(hold->by_name));
    json.field("own", hold->by == reader.actor.id).field("until", hold->until).end_object();
}

const DocumentPart* shown_of(const Document& document, Part part) {
    for (const auto& one : document)
        if (one.part == part) return &one;
    return nullptr;
}

void write(JsonWriter& json, const Section& section, const NarrativeView& view,
           const Reader& reader) {
    const auto* shown = shown_of(view.document, section.part);
    json.begin_object().field("part", name_of(section.part));
    json.field("heading", section.heading);
    json.field("printed_heading", shown ? shown->heading : section.heading);
    json.field("live", is_live(section.part)).field("annex", is_annex(section.part));
    json.field("lines", shown ? shown->lines.size() : 0);
    json.field("revision", section.revision).field("text", section.text);
    json.field("at", section.at).field("by", reader.name(section.by));
    write_hold(json, is_held(section, view.now) ? section.hold : std::nullopt, reader);
    json.key("placeholders").begin_array();
    for (const auto& one : placeholders_of(resolved(section.text, view.figures))) json.value(one);
    json.end_array().key("stale").begin_array();
    for (const auto& one : stale_among(section.read, view.figures, view.cleared))
        json.begin_object()
            .field("name", one.name)
            .field("was", one.was)
            .field("is", one.is)
            .end_object();
    json.end_array().end_object();
}

}  // namespace

void write_brief(JsonWriter& json, const Edition& edition, const Reader& reader) {
    json.begin_object().field("id", edition.id).field("number", edition.number);
    json.field("kind", name_of(edition.kind)).field("title", edition.title);
    json.field("document_number", edition.issue.number).field("issued_on", edition.issue.on);
    json.field("issuer", edition.issue.issuer).field("addressee", edition.issue.addressee);
    json.field("signer", reader.name(edition.issue.signer));
    json.field("issued_by", reader.name(edition.issued_by));
    json.field("issued_at", edition.issued_at).field("digest", edition.digest);
    json.field("restricted", !(edition.guards & base::subject_guards).empty()).end_object();
}

void write_rows(JsonWriter& json, const Figure& figure) {
    json.key("rows").begin_array();
    for (const auto& row : figure.rows)
        json.begin_object()
            .field("kind", row.kind)
            .field("id", row.id)
            .field("number", row.number)
            .field("text", row.text)
            .field("amount", row.amount)
            .end_object();
    json.end_array();
}

void write_lines(JsonWriter& json, const std::vector<drafting::Line>& lines) {
    json.key("lines").begin_array();
    for (const auto& line : lines)
        json.begin_object()
            .field("change", drafting::name_of(line.change))
            .field("text", line.text)
            .end_object();
    json.end_array();
}

base::Result<NewNarrative> read_new_narrative(std::string_view body) {
    return base::read_object<NewNarrative>(body, [](JsonReader& reader) {
        NewNarrative wanted;
        wanted.id = reader.id<NarrativeTag>("id");
        wanted.kind = reader.name("kind", narrative_kind_of, NarrativeKind::other_report);
        wanted.title = reader.text_or_empty("title", title_chars_max);
        wanted.principal = reader.text_or_empty("principal", name_chars_max);
        return wanted;
    });
}

base::Result<SectionDraft> read_section(std::string_view body) {
    return base::read_object<SectionDraft>(body, [](JsonReader& reader) {
        SectionDraft draft;
        draft.revision = reader.integer("revision", 1);
        draft.heading = reader.text_or_empty("heading", heading_chars_max);
        draft.text = reader.text_or_empty("text", text_chars_max);
        return draft;
    });
}

base::Result<TakeOver> read_hold(std::string_view body) {
    return base::read_object<TakeOver>(body, [](JsonReader& reader) {
        return reader.boolean("take_over", false) ? TakeOver::yes : TakeOver::no;
    });
}

base::Result<std::int64_t> read_confirmation(std::string_view body) {
    return base::read_object<std::int64_t>(
        body, [](JsonReader& reader) { return reader.integer("revision", 1); });
}

std::string to_json(const NarrativeList& list, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : list.rows) {
        json.begin_object();
        write_head(json, row.narrative);
        json.field("begun_at", row.narrative.begun_at);
        json.field("begun_by", reader.name(row.narrative.begun_by)).field("open", row.open);
        write_editions(json, row.editions, reader);
        json.end_object();
    }
    json.end_array().key("kinds").begin_array();
    for (const auto kind : narrative_kinds) json.value(name_of(kind));
    json.end_array().field("principal", reader.name(list.principal));
    json.field("may_begin", list.may_begin).end_object();
    return json.take();
}

std::string to_json(const NarrativeView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_head(json, view.narrative);
    json.field("principal", reader.name(view.narrative.principal));
    json.field("unit", view.unit).field("receiver", view.receiver);
    json.key("may").begin_array();
    for (const auto act : narrative_acts)
        if (!why_not(act, reader.actor)) json.value(name_of(act));
    json.end_array().key("sections").begin_array();
    for (const auto& section : view.sections) write(json, section, view, reader);
    json.end_array().key("figures").begin_array();
    for (const auto& one : view.figures)
        json.begin_object()
            .field("name", one.name)
            .field("unit", unit_of(one.name))
            .field("words", words_of(one))
            .end_object();
    json.end_array();
    write_editions(json, view.editions, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const WritingState& state, const Reader& reader) {
    JsonWriter json;
    json.begin_object().field("version", state.version).field("editions", state.editions);
    json.key("sections").begin_array();
    for (const auto& one : state.sections) {
        json.begin_object().field("part", name_of(one.part)).field("revision", one.revision);
        json.field("by", reader.name(one.by));
        write_hold(json, one.hold, reader);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const Figure& figure, const Reader&) {
    JsonWriter json;
    json.begin_object().field("name", figure.name).field("unit", unit_of(figure.name));
    json.field("words", words_of(figure));
    write_rows(json, figure);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<Wording>& wordings, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        const auto& one = wordings[i];
        json.begin_object().field("revision", one.revision).field("at", one.at);
        json.field("by", reader.name(one.by)).field("text", one.text);
        const auto& before = i + 1 < wordings.size() ? wordings[i + 1].text : one.text;
        write_lines(json, drafting::line_difference(before, one.text));
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const ProposedText& draft, const Reader&) {
    JsonWriter json;
    json.begin_object().field("text", draft.text).end_object();
    return json.take();
}

}  // namespace narrative
