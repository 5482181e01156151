#include "disclosure/release_json.hpp"

#include "office/paper_json.hpp"
#include "proofreading/proofread_json.hpp"

namespace disclosure {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;

constexpr std::size_t passages_max = 20'000;

void write(JsonWriter& json, std::string_view key, const std::optional<Step>& step,
           const Reader& reader) {
    json.key(key);
    if (!step) {
        json.null();
        return;
    }
    json.begin_object().field("name", reader.name(step->name)).field("at", step->at).end_object();
}

void write(JsonWriter& json, const std::optional<Publication>& publication, const Reader& reader) {
    json.key("publication");
    if (!publication) {
        json.null();
        return;
    }
    json.begin_object().field("on", publication->on).field("channel", publication->channel);
    json.field("link", publication->link).field("number", publication->number);
    json.field("objections_until", publication->objections_until);
    json.field("by", reader.name(publication->by)).end_object();
}

void write(JsonWriter& json, const std::optional<Exemption>& exemption) {
    json.key("exemption");
    if (!exemption) {
        json.null();
        return;
    }
    json.begin_object().field("ground", name_of(exemption->ground));
    json.field("reason", exemption->reason).end_object();
}

/// Its members without braces.
void write_members(JsonWriter& json, const Release& release, const Reader& reader) {
    json.field("id", release.id).key("programme").begin_object();
    json.field("id", release.programme).field("title", release.programme_title).end_object();
    json.field("number", release.number).field("audience", name_of(release.audience));
    json.field("title", release.title).field("source", name_of(release.source));
    json.field("previous_id", release.previous).field("edition_id", release.edition);
    json.field("state", name_of(release.state));
    write(json, "begun", release.begun, reader);
    write(json, "submitted", release.submitted, reader);
    write(json, "decided", release.decided, reader);
    write(json, "withdrawn", release.withdrawn, reader);
    write(json, release.exemption);
    json.field("opinion", release.opinion).field("withdrawal", release.withdrawal);
    json.field("digest", release.digest).field("algorithm", base::name_of(release.algorithm));
    write(json, release.publication, reader);
    json.field("version", release.version);
}

void write(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const auto& one : texts) json.value(one);
    json.end_array();
}

void write(JsonWriter& json, const Passage& one, const Paragraphs& text, const Reader& reader) {
    json.begin_object().field("number", one.number).field("paragraph", one.place.paragraph);
    json.field("from", one.place.from).field("length", one.place.length);
    json.field("original", original_of(text, one.place)).field("replacement", one.replacement);
    json.field("rule", name_of(one.rule)).field("ground", name_of(one.ground));
    json.field("must", one.must).field("decision", name_of(one.decision));
    json.field("reason", one.reason).field("decided_by", reader.name(one.decided_by_name));
    json.field("consented", one.consented).end_object();
}

void write(JsonWriter& json, const Objection& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("received_on", one.received_on);
    json.field("text", one.text).field("answer", one.answer).field("by", reader.name(one.by));
    json.field("at", one.at).end_object();
}

void write(JsonWriter& json, const Hiding& hiding) {
    json.begin_object().field("names", name_of(hiding.names));
    json.field("amounts", name_of(hiding.amounts)).field("companies", hiding.companies);
    json.field("unit_levels", hiding.unit_levels);
    write(json, "hidden_words", hiding.hidden_words);
    write(json, "spared_words", hiding.spared_words);
    json.field("version", hiding.version).end_object();
}

void write_rows(JsonWriter& json, std::string_view key, const std::vector<Release>& rows,
                const Reader& reader) {
    json.key(key).begin_array();
    for (const auto& one : rows) {
        json.begin_object();
        write_members(json, one, reader);
        json.end_object();
    }
    json.end_array();
}

WantedDecision read_decision(JsonReader& reader) {
    WantedDecision wanted;
    wanted.number = reader.integer("number", 1);
    wanted.decision = reader.name<Decision>("decision", decision_of, Decision::proposed);
    wanted.replacement = reader.text_or_empty("replacement", replacement_chars_max);
    wanted.ground = reader.name<Ground>("ground", ground_of, Ground::wording);
    wanted.reason = reader.text_or_empty("reason", reason_chars_max);
    return wanted;
}

/// Like 1, 2, 3; what is none is noted.
std::vector<std::int64_t> read_numbers(JsonReader& reader, std::string_view key) {
    std::vector<std::int64_t> numbers;
    reader.array(key, passages_max,
                 [&](JsonReader& one) { numbers.push_back(one.integer("number", 1)); });
    return numbers;
}

}  // namespace

base::Result<NewRelease> read_new_release(std::string_view body) {
    return base::read_object<NewRelease>(body, [](JsonReader& reader) {
        NewRelease wanted;
        wanted.id = reader.id<ReleaseTag>("id");
        wanted.audience = reader.name<Audience>("audience", audience_of, Audience::society);
        wanted.source = reader.name<Source>("source", source_of, Source::text);
        wanted.title = reader.text_or_empty("title", title_chars_max);
        wanted.text = reader.text_or_empty("text", text_chars_max);
        wanted.previous = reader.optional_id<ReleaseTag>("previous_id");
        wanted.edition = reader.optional_id<narrative::NarrativeEditionTag>("edition_id");
        wanted.with_accountability = reader.boolean("with_accountability", false);
        reader.object("contacts", [&](JsonReader& contacts) {
            wanted.contacts.phone = contacts.text_or_empty("phone", contact_chars_max);
            wanted.contacts.address = contacts.text_or_empty("address", contact_chars_max);
            wanted.contacts.email = contacts.text_or_empty("email", contact_chars_max);
        });
        return wanted;
    });
}

base::Result<std::int64_t> read_seen(std::string_view body) {
    return base::read_object<std::int64_t>(
        body, [](JsonReader& reader) { return reader.integer("version", 1); });
}

base::Result<OfSeen<std::vector<WantedDecision>>> read_decisions(std::string_view body) {
    return ledger::read_of_seen<std::vector<WantedDecision>>(body, [](JsonReader& reader) {
        std::vector<WantedDecision> all;
        reader.array("decisions", passages_max,
                     [&](JsonReader& one) { all.push_back(read_decision(one)); });
        return all;
    });
}

base::Result<OfSeen<Passage>> read_mark(std::string_view body) {
    return ledger::read_of_seen<Passage>(body, [](JsonReader& reader) {
        Passage wanted;
        wanted.place.paragraph = reader.integer("paragraph", 0, 1'000'000);
        wanted.place.from = reader.integer("from", 0, 1'000'000);
        wanted.place.length = reader.integer("length", 1, 1'000'000);
        wanted.replacement = reader.text_or_empty("replacement", replacement_chars_max);
        wanted.ground = reader.name<Ground>("ground", ground_of, Ground::wording);
        wanted.reason = reader.text_or_empty("reason", reason_chars_max);
        return wanted;
    });
}

base::Result<OfSeen<proofreading::Chosen>> read_fixes(std::string_view body) {
    return ledger::read_of_seen<proofreading::Chosen>(body, proofreading::read_fixes);
}

base::Result<OfSeen<Exemption>> read_exemption(std::string_view body) {
    return ledger::read_of_seen<Exemption>(body, [](JsonReader& reader) {
        Exemption wanted;
        wanted.ground = reader.name<Ground>("ground", ground_of, Ground::other_sensitive);
        wanted.reason = reader.text_or_empty("reason", reason_chars_max);
        return wanted;
    });
}

base::Result<OfSeen<Approval>> read_approval(std::string_view body) {
    return ledger::read_of_seen<Approval>(body, [](JsonReader& reader) {
        Approval approval;
        approval.consents = read_numbers(reader, "consents");
        approval.opinion = reader.text_or_empty("opinion", reason_chars_max);
        return approval;
    });
}

base::Result<OfSeen<std::string>> read_reason(std::string_view body) {
    return ledger::read_of_seen<std::string>(
        body, [](JsonReader& reader) { return reader.text_or_empty("reason", reason_chars_max); });
}

base::Result<OfSeen<Publication>> read_publication(std::string_view body) {
    return ledger::read_of_seen<Publication>(body, [](JsonReader& reader) {
        Publication wanted;
        wanted.on = reader.date("on");
        wanted.channel = reader.text_or_empty("channel", channel_chars_max);
        wanted.link = reader.text_or_empty("link", link_chars_max);
        wanted.number = reader.text_or_empty("number", number_chars_max);
        wanted.objections_until = reader.optional_date("objections_until");
        return wanted;
    });
}

base::Result<Objection> read_objection(std::string_view body) {
    return base::read_object<Objection>(body, [](JsonReader& reader) {
        Objection wanted;
        wanted.id = reader.id<ObjectionTag>("id");
        wanted.received_on = reader.date("received_on");
        wanted.text = reader.text_or_empty("text", objection_chars_max);
        wanted.answer = reader.text_or_empty("answer", objection_chars_max);
        return wanted;
    });
}

base::Result<Hiding> read_hiding(std::string_view body) {
    return base::read_object<Hiding>(body, [](JsonReader& reader) {
        Hiding wanted;
        wanted.version = reader.integer("version", 0);
        wanted.names = reader.name<NameStyle>("names", name_style_of, NameStyle::some);
        wanted.amounts = reader.name<AmountStyle>("amounts", amount_style_of, AmountStyle::rounded);
        wanted.companies = reader.boolean("companies", true);
        wanted.unit_levels = reader.integer("unit_levels", 0, unit_levels_max);
        wanted.hidden_words = reader.texts("hidden_words", words_max, word_chars_max);
        wanted.spared_words = reader.texts("spared_words", words_max, word_chars_max);
        return wanted;
    });
}

std::string to_json(const ReleaseView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_members(json, view.release, reader);
    json.field("inside", view.inside);
    write(json, "text", view.text);
    json.key("passages").begin_array();
    for (const auto& one : view.passages) write(json, one, view.text, reader);
    json.end_array();
    write(json, "out", view.out);
    json.field("intact", view.intact).field("objections_count", view.objections_count);
    json.key("objections").begin_array();
    for (const auto& one : view.objections) write(json, one, reader);
    json.end_array().key("may").begin_array();
    for (const auto act : view.may) json.value(name_of(act));
    return json.end_array().end_object().take();
}

std::string to_json(const ReleaseList& list, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_rows(json, "rows", list.rows, reader);
    json.field("may_begin", list.may_begin).key("hiding");
    if (list.may_begin)
        write(json, list.hiding);
    else
        json.null();
    json.key("editions").begin_array();
    for (const auto& one : list.editions) {
        json.begin_object().field("id", one.id).field("title", one.title);
        json.field("number", one.number).field("document", one.issue.number);
        json.field("issued_on", one.issue.on).end_object();
    }
    return json.end_array().end_object().take();
}

std::string to_json(const WaitingReleases& waiting, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_rows(json, "to_approve", waiting.to_approve, reader);
    write_rows(json, "to_publish", waiting.to_publish, reader);
    return json.end_object().take();
}

std::string to_json(const Hiding& hiding, const Reader&) {
    JsonWriter json;
    write(json, hiding);
    return json.take();
}

std::string to_json(const ReleasePaper& made, const Reader&) {
    JsonWriter json;
    json.begin_object().field("programme", made.programme);
    office::write(json.key("paper"), made.paper);
    return json.end_object().take();
}

std::string text_json(const std::string& text) {
    JsonWriter json;
    return json.begin_object().field("text", text).end_object().take();
}

}  // namespace disclosure
