#include "narrative/edition_json.hpp"

#include "base/limits.hpp"
#include "narrative/edition_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "office/paper_json.hpp"

namespace narrative {
namespace {

using base::JsonReader;
using base::JsonWriter;

}  // namespace

base::Result<WantedEdition> read_wanted_edition(std::string_view body) {
    return base::read_object<WantedEdition>(body, [](JsonReader& reader) {
        WantedEdition wanted;
        wanted.id = reader.id<NarrativeEditionTag>("id");
        wanted.version = reader.integer("version", 1);
        wanted.issue.number = reader.text_or_empty("number", number_chars_max);
        wanted.issue.on = reader.date("issued_on");
        wanted.issue.issuer = reader.text_or_empty("issuer", issuer_chars_max);
        wanted.issue.addressee = reader.text_or_empty("addressee", addressee_chars_max);
        wanted.issue.signer = reader.text_or_empty("signer", base::limits::name_chars_max);
        wanted.restricted =
            reader.boolean("restricted", false) ? Restricted::included : Restricted::left_out;
        return wanted;
    });
}

std::string to_json(const EditionView& view, const Reader& reader) {
    const auto& edition = view.content.edition;
    JsonWriter json;
    json.begin_object().key("edition");
    write_brief(json, edition, reader);
    json.field("programme", edition.programme).field("narrative", edition.narrative);
    json.field("sound", view.is_sound).field("compared", view.compared);
    json.key("annexes").begin_array();
    for (const auto& part : view.content.document)
        if (is_annex(part.part))
            json.begin_object()
                .field("part", name_of(part.part))
                .field("heading", part.heading)
                .end_object();
    json.end_array().key("figures").begin_array();
    for (const auto& one : view.content.figures)
        json.begin_object()
            .field("name", one.figure.name)
            .field("unit", unit_of(one.figure.name))
            .field("words", one.words)
            .end_object();
    json.end_array().key("paper");
    office::write(json, narrative_paper({edition.kind, edition.title, view.principal,
                                         view.content.document, edition.issue}));
    json.end_object();
    return json.take();
}

std::string to_json(const EditionDifference& found, const Reader&) {
    JsonWriter json;
    json.begin_object().key("parts").begin_array();
    for (const auto& one : found.parts) {
        json.begin_object().field("part", name_of(one.part)).field("heading", one.heading);
        write_lines(json, one.lines);
        json.end_object();
    }
    json.end_array().key("figures").begin_array();
    for (const auto& one : found.figures)
        json.begin_object()
            .field("name", one.name)
            .field("was", one.was)
            .field("is", one.is)
            .end_object();
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const FrozenFigure& frozen, const Reader&) {
    JsonWriter json;
    json.begin_object().field("name", frozen.figure.name);
    json.field("unit", unit_of(frozen.figure.name)).field("words", frozen.words);
    write_rows(json, frozen.figure);
    json.end_object();
    return json.take();
}

std::string paper_to_json(const NarrativeView& view) {
    JsonWriter json;
    json.begin_object().field("programme", view.narrative.programme).key("paper");
    office::write(json, narrative_paper({view.narrative.kind,
                                         view.narrative.title,
                                         view.narrative.principal,
                                         view.document,
                                         {}}));
    json.end_object();
    return json.take();
}

}  // namespace narrative
