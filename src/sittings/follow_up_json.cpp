#include "sittings/follow_up_json.hpp"

namespace sittings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using life_meetings::LifeParticipantTag;

ListTerms read_terms(JsonReader& reader) {
    ListTerms terms;
    terms.owner = reader.optional_id<LifeParticipantTag>("owner");
    terms.source = reader.name<ListSource>("source", list_source_of, ListSource::feedback);
    terms.source_note = reader.text_or_empty("source_note", follow_up_chars_max);
    terms.entry = reader.optional_id<LifeEntryTag>("entry");
    terms.problem = reader.filled_text("problem", list_text_chars_max);
    terms.measure = reader.text_or_empty("measure", list_text_chars_max);
    terms.goal = reader.text_or_empty("goal", list_text_chars_max);
    terms.leader = reader.optional_id<LifeParticipantTag>("leader");
    terms.holder = reader.text_or_empty("holder", name_chars_max);
    terms.due_on = reader.optional_date("due_on");
    return terms;
}

void write(JsonWriter& json, const ListItem& one, const AfterView& view, const Reader& reader) {
    const auto& terms = one.terms;
    json.begin_object().field("id", one.id).field("number", one.number);
    json.field("owner", terms.owner).field("source", name_of(terms.source));
    json.field("source_note", terms.source_note).field("entry", terms.entry);
    json.field("problem", terms.problem).field("measure", terms.measure);
    json.field("goal", terms.goal).field("leader", terms.leader);
    json.field("holder", reader.name(terms.holder)).field("due_on", terms.due_on);
    json.field("complete", one.is_complete()).field("ledger_problem", one.problem);
    json.field("status", one.status).field("version", one.version);
    json.field("may_change", !why_not_change(one, view.meeting, view.standing)).end_object();
}

void write(JsonWriter& json, const LifeText& one, const AfterView& view, const Reader& reader) {
    json.begin_object().field("kind", name_of(one.kind)).field("text", one.text);
    json.field("version", one.version).field("by", reader.name(one.by)).key("at");
    if (one.version > 0)
        json.value(one.at);
    else
        json.null();
    json.field("issued_on", one.issued_on).field("issued_by", reader.name(one.issued_by));
    json.field("digest", one.digest);
    json.field("may_write", !why_not_write_text(one, view.meeting, view.standing)).end_object();
}

void write(JsonWriter& json, const Package& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("recipient", name_of(one.terms.recipient));
    json.field("name", one.terms.name).key("contents").begin_array();
    for (const auto paper : one.terms.contents) json.value(name_of(paper));
    json.end_array().field("due_on", one.terms.due_on).key("days_left");
    if (one.delivered_on)
        json.null();
    else
        json.value(base::days_between(reader.today, one.terms.due_on));
    json.field("delivered_on", one.delivered_on);
    json.field("delivered_by", reader.name(one.delivered_by)).field("receipt", one.receipt);
    json.field("version", one.version).end_object();
}

void write(JsonWriter& json, const Publication& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("subject", name_of(one.subject));
    json.field("scope", one.scope).field("published_on", one.published_on);
    json.field("publisher", one.publisher).field("remark", one.remark);
    json.field("by", reader.name(one.by)).field("at", one.at).end_object();
}

void write(JsonWriter& json, const BranchMeeting& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("branch", one.branch);
    json.field("due_on", one.due_on).field("held_on", one.held_on);
    json.field("leaders", one.leaders).field("remark", one.remark);
    json.field("overdue", one.is_overdue(reader.today)).field("version", one.version);
    json.end_object();
}

void write(JsonWriter& json, const ArchiveLine& one, const Reader& reader) {
    json.begin_object().field("material", name_of(one.material));
    json.field("state", name_of(one.state)).field("remark", one.remark);
    json.field("by", reader.name(one.by)).field("at", one.at).end_object();
}

/// Whose lists this reader may write: null is the team's.
void write_owners(JsonWriter& json, const AfterView& view) {
    json.key("owners").begin_array();
    if (!why_not_write(view.meeting, {}, view.standing)) json.null();
    for (const auto* one : life_meetings::team_of(view.meeting))
        if (!why_not_write(view.meeting, one->id, view.standing)) json.value(one->id);
    json.end_array();
}

template <class Row>
void write_all(JsonWriter& json, std::string_view key, const std::vector<Row>& rows,
               const Reader& reader) {
    json.key(key).begin_array();
    for (const auto& one : rows) write(json, one, reader);
    json.end_array();
}

}  // namespace

base::Result<WantedItem> read_new_item(std::string_view body) {
    return base::read_object<WantedItem>(body, [](JsonReader& reader) {
        return WantedItem{reader.id<LifeListItemTag>("id"), read_terms(reader)};
    });
}

base::Result<ItemChange> read_item_change(std::string_view body) {
    return base::read_object<ItemChange>(body, [](JsonReader& reader) {
        return ItemChange{{}, reader.integer("version", 1), read_terms(reader)};
    });
}

base::Result<WrittenText> read_written_text(std::string_view body) {
    return base::read_object<WrittenText>(body, [](JsonReader& reader) {
        WrittenText written;
        written.version = reader.integer("version");
        written.text = reader.text_or_empty("text", life_text_chars_max);
        written.issued_on = reader.optional_date("issued_on");
        return written;
    });
}

base::Result<PackageForm> read_package(std::string_view body) {
    return base::read_object<PackageForm>(body, [](JsonReader& reader) {
        PackageForm form;
        form.id = reader.id<LifePackageTag>("id");
        form.version = reader.integer("version");
        form.terms.recipient = reader.name<Recipient>("recipient", recipient_of, Recipient::other);
        form.terms.name = reader.filled_text("name", name_chars_max);
        for (const auto& name : reader.texts("contents", std::size(sitting_papers), 64)) {
            if (const auto paper = sitting_paper_of(name))
                form.terms.contents.push_back(*paper);
            else
                reader.fault("contents", "unknown_name", name);
        }
        form.terms.due_on = reader.date("due_on");
        reader.object("delivery", [&](JsonReader& inside) {
            form.delivery = Delivery{inside.date("delivered_on"),
                                     inside.text_or_empty("receipt", name_chars_max)};
        });
        return form;
    });
}

base::Result<Publication> read_publication(std::string_view body) {
    return base::read_object<Publication>(body, [](JsonReader& reader) {
        Publication one;
        one.id = reader.id<LifePublicationTag>("id");
        one.subject = reader.name<PublishedSubject>("subject", published_subject_of,
                                                    PublishedSubject::bulletin);
        one.scope = reader.filled_text("scope", follow_up_chars_max);
        one.published_on = reader.date("published_on");
        one.publisher = reader.filled_text("publisher", name_chars_max);
        one.remark = reader.text_or_empty("remark", follow_up_chars_max);
        return one;
    });
}

base::Result<BranchMeeting> read_branch_meeting(std::string_view body) {
    return base::read_object<BranchMeeting>(body, [](JsonReader& reader) {
        BranchMeeting one;
        one.id = reader.id<LifeBranchMeetingTag>("id");
        one.version = reader.integer("version");
        one.branch = reader.filled_text("branch", name_chars_max);
        one.due_on = reader.date("due_on");
        one.held_on = reader.optional_date("held_on");
        one.leaders = reader.text_or_empty("leaders", follow_up_chars_max);
        one.remark = reader.text_or_empty("remark", follow_up_chars_max);
        return one;
    });
}

base::Result<ArchiveLine> read_archive_line(std::string_view body) {
    return base::read_object<ArchiveLine>(body, [](JsonReader& reader) {
        ArchiveLine one;
        one.material = reader.name<Material>("material", material_of, Material::request);
        one.state = reader.name<FiledState>("state", filed_state_of, FiledState::missing);
        one.remark = reader.text_or_empty("remark", follow_up_chars_max);
        return one;
    });
}

std::string to_json(const AfterView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& one : view.items) write(json, one, view, reader);
    json.end_array().key("texts").begin_array();
    for (const auto& one : view.texts) write(json, one, view, reader);
    json.end_array();
    write_all(json, "packages", view.packages, reader);
    write_all(json, "publications", view.publications, reader);
    write_all(json, "branches", view.branches, reader);
    write_all(json, "catalogue", view.catalogue, reader);
    write_owners(json, view);
    json.field("sees_follow_up", view.sees_follow_up).key("papers").begin_array();
    for (const auto paper : view.papers) json.value(name_of(paper));
    json.end_array().key("may").begin_array();
    if (!why_not_enter(view.meeting, view.standing)) json.value("enter");
    if (!why_not_follow_up(view.meeting, view.standing)) json.value("follow_up");
    if (view.standing.keeper) json.value("file");
    return json.end_array().end_object().take();
}

std::string to_json(const DraftText& draft, const Reader&) {
    JsonWriter json;
    return json.begin_object().field("text", draft.text).end_object().take();
}

std::string to_json(const PackagesWaiting& waiting, const Reader&) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : waiting.rows)
        json.begin_object()
            .field("meeting", one.meeting)
            .field("programme", one.programme)
            .field("title", one.title)
            .field("name", one.package.terms.name)
            .field("due_on", one.package.terms.due_on)
            .field("days_left", base::days_between(waiting.today, one.package.terms.due_on))
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace sittings
