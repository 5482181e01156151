#include "talks/talk_json.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace talks {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;

constexpr std::size_t team_max = life_meetings::participants_max;

Partner read_partner(JsonReader& reader) {
    Partner one;
    one.id = reader.id<TalkPartnerTag>("id");
    one.kind = reader.name<TalkKind>("kind", talk_kind_of, TalkKind::section_head);
    one.name = reader.filled_text("name", name_chars_max);
    one.title = reader.text_or_empty("title", partner_title_chars_max);
    one.person = reader.optional_id<base::PersonTag>("person_id");
    for (const auto& text : reader.texts("member_ids", team_max, 36)) {
        if (const auto id = ParticipantId::parse(text))
            one.members.push_back(*id);
        else
            reader.fault("member_ids", "expected_id", text);
    }
    one.left_on = reader.optional_date("left_on");
    one.left_reason = reader.text_or_empty("left_reason", reason_chars_max);
    return one;
}

void read_place(JsonReader& reader, Appointment& one) {
    one.place = reader.text_or_empty("place", talk_place_chars_max);
    one.form = reader.name<TalkForm>("form", talk_form_of, TalkForm::face_to_face);
    one.held_on = reader.optional_date("held_on");
}

Appointment read_appointment_in(JsonReader& reader) {
    Appointment one;
    read_place(reader, one);
    one.begins_at = reader.text_or_empty("begins_at", 5);
    one.minutes = reader.integer("minutes", talk_minutes_min, talk_minutes_max);
    return one;
}

HeldTalk read_held(JsonReader& reader) {
    HeldTalk held;
    read_place(reader, held.held);
    auto& record = held.record;
    record.theme = reader.filled_text("theme", talk_theme_chars_max);
    record.own = reader.text_or_empty("own", talk_text_chars_max);
    for (auto& line : reader.texts("others", criticisms_max, criticism_chars_max)) {
        // A line each: that is how they are kept.
        std::replace(line.begin(), line.end(), '\n', ' ');
        if (!line.empty()) record.others.push_back(std::move(line));
    }
    record.work = reader.text_or_empty("work", talk_text_chars_max);
    record.thought = reader.text_or_empty("thought", talk_text_chars_max);
    record.suggestions = reader.text_or_empty("suggestions", talk_text_chars_max);
    record.commitments = reader.text_or_empty("commitments", talk_text_chars_max);
    record.follow_up = reader.text_or_empty("follow_up", talk_text_chars_max);
    return held;
}

void write_id(JsonWriter& json, std::string_view key, const Other& who) {
    std::visit([&](const auto& id) { json.field(key, id); }, who);
}

void write(JsonWriter& json, const PairTally& tally) {
    json.begin_object().field("required", tally.required());
    for (const auto state : pair_states) json.field(name_of(state), tally.count(state));
    json.end_object();
}

void write(JsonWriter& json, const MatrixPerson& one, const Reader& reader) {
    json.begin_object();
    write_id(json, "id", one.who);
    json.field("name", reader.name(one.name)).field("title", one.title).key("kind");
    if (one.kind)
        json.value(name_of(*one.kind));
    else
        json.null();
    json.field("has_left", one.has_left);
    write(json.key("tally"), one.tally);
    json.key("criticisms").begin_object().field("given", one.criticisms.given);
    json.field("enough", one.criticisms.enough).field("of", one.criticisms.of);
    json.end_object().end_object();
}

void write(JsonWriter& json, const MatrixCell& one) {
    json.begin_object().field("member", one.member).field("other", one.other);
    json.field("kind", name_of(one.kind)).field("state", name_of(one.state));
    json.field("required", one.required).field("due_on", one.due_on);
    json.field("held_on", one.held_on).field("talk", one.talk).end_object();
}

void write(JsonWriter& json, const Partner& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("kind", name_of(one.kind));
    json.field("name", reader.name(one.name)).field("title", one.title);
    json.field("person_id", one.person).key("member_ids").begin_array();
    for (const auto& id : one.members) json.value(id);
    json.end_array().field("left_on", one.left_on).field("left_reason", one.left_reason);
    json.end_object();
}

void write_matrix(JsonWriter& json, const TalkMatrix& matrix, const Reader& reader) {
    json.key("people").begin_array();
    for (const auto& one : matrix.people) write(json, one, reader);
    json.end_array().key("cells").begin_array();
    for (const auto& one : matrix.cells) write(json, one);
    json.end_array().key("kinds").begin_array();
    for (const auto& one : matrix.kinds) {
        json.begin_object().field("kind", name_of(one.rule.kind)).field("due_on", one.rule.due_on);
        json.field("days_left", base::days_between(reader.today, one.rule.due_on));
        write(json.key("tally"), one.tally);
        json.end_object();
    }
    write(json.end_array().key("tally"), matrix.tally);
}

void write_variants(JsonWriter& json) {
    json.key("variants").begin_array();
    for (const auto& one : variants()) {
        json.begin_object().field("name", one.name).key("kinds").begin_array();
        for (const auto kind : one.kinds) json.value(name_of(kind));
        json.end_array().end_object();
    }
    json.end_array();
}

void write(JsonWriter& json, const Appointment& one) {
    json.begin_object().field("held_on", one.held_on).field("begins_at", one.begins_at);
    json.field("minutes", one.minutes).field("place", one.place);
    json.field("form", name_of(one.form)).end_object();
}

void write(JsonWriter& json, const TalkRecord& one, const Reader& reader) {
    json.begin_object().field("theme", one.theme).field("own", one.own);
    json.key("others").begin_array();
    for (const auto& line : one.others) json.value(line);
    json.end_array().field("work", one.work).field("thought", one.thought);
    json.field("suggestions", one.suggestions).field("commitments", one.commitments);
    json.field("follow_up", one.follow_up).field("by", reader.name(one.by_name));
    json.field("at", one.at).end_object();
}

void write_side(JsonWriter& json, const TalkView& view, Side side, const Reader& reader) {
    const auto& person = view.place.person(side);
    const auto& one = view.talk.side(side);
    json.begin_object().field("name", reader.name(person.name)).field("title", person.title);
    json.field("has_account", person.has_account).field("has_left", person.has_left);
    json.field("own", view.standing.own == side).field("confirmed", one.confirmed);
    json.field("recorded", one.has_recorded()).field("criticisms", one.criticisms);
    json.key("signature");
    if (one.signature) {
        json.begin_object().field("on_paper", one.signature->on_paper);
        json.field("name", reader.name(one.signature->name));
        json.field("signed_on", one.signature->signed_on).field("note", one.signature->note);
        json.field("noted_by", reader.name(one.signature->noted_by)).end_object();
    } else {
        json.null();
    }
    json.key("record");
    if (const auto& record = view.records[static_cast<std::size_t>(side)])
        write(json, *record, reader);
    else
        json.null();
    json.end_object();
}

/// When, where, and why it was cancelled is for the two and for whoever arranges it.
bool may_read_place(const TalkStanding& standing) {
    return standing.own || standing.keeper;
}

}  // namespace

base::Result<TalkPlan> read_talk_plan(std::string_view body) {
    return base::read_object<TalkPlan>(body, [](JsonReader& reader) {
        TalkPlan plan;
        plan.version = reader.integer("version", 0);
        reader.array("rules", std::size(talk_kinds), [&](JsonReader& each) {
            const auto kind = each.name<TalkKind>("kind", talk_kind_of, TalkKind::asked);
            plan.rules.push_back({kind, each.date("due_on")});
        });
        reader.array("partners", partners_max,
                     [&](JsonReader& each) { plan.partners.push_back(read_partner(each)); });
        return plan;
    });
}

base::Result<NewTalk> read_new_talk(std::string_view body) {
    return base::read_object<NewTalk>(body, [](JsonReader& reader) {
        NewTalk wanted;
        wanted.id = reader.id<TalkTag>("id");
        wanted.member = reader.id<life_meetings::LifeParticipantTag>("member_id");
        wanted.other = reader.id<struct AnyoneTag>("other_id").uuid;
        wanted.another = reader.boolean("another", false) ? Another::yes : Another::no;
        reader.object("appointment", [&](JsonReader& inside) {
            wanted.appointment = read_appointment_in(inside);
        });
        reader.object("held", [&](JsonReader& inside) { wanted.held = read_held(inside); });
        return wanted;
    });
}

base::Result<SeenMessage> read_seen_talk(std::string_view body) {
    return base::read_object<SeenMessage>(
        body, [](JsonReader& reader) { return SeenMessage{reader.integer("version", 1)}; });
}

base::Result<AppointmentForm> read_appointment(std::string_view body) {
    return base::read_object<AppointmentForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return AppointmentForm{version, read_appointment_in(reader)};
    });
}

base::Result<CancellationForm> read_cancellation(std::string_view body) {
    return base::read_object<CancellationForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return CancellationForm{version, reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<RecordForm> read_talk_record(std::string_view body) {
    return base::read_object<RecordForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return RecordForm{version, read_held(reader)};
    });
}

base::Result<PaperSignatureForm> read_paper_signature(std::string_view body) {
    return base::read_object<PaperSignatureForm>(body, [](JsonReader& reader) {
        PaperSignatureForm form;
        form.version = reader.integer("version", 1);
        form.signature.side = reader.name<Side>("side", side_of, Side::other);
        form.signature.signed_on = reader.date("signed_on");
        form.signature.note = reader.text_or_empty("note", paper_note_chars_max);
        return form;
    });
}

std::string to_json(const TalksView& view, const Reader& reader) {
    JsonWriter json;
    json.reserve(64 + view.matrix.cells.size() * 180);
    json.begin_object().field("meeting_id", view.meeting).field("version", view.plan.version);
    json.field("whole", view.whole).field("proposed_due_on", view.proposed_due_on);
    json.field("criticisms_each_min", view.criticisms_each_min).key("own").begin_array();
    for (const auto& one : view.own) std::visit([&](const auto& id) { json.value(id); }, one);
    json.end_array();
    write_variants(json);
    json.key("partners").begin_array();
    for (const auto& one : view.plan.partners) write(json, one, reader);
    json.end_array();
    write_matrix(json, view.matrix, reader);
    json.key("may").begin_array();
    if (view.may_plan) json.value("plan");
    if (view.may_arrange) json.value("arrange");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const TalkView& view, const Reader& reader) {
    const auto& talk = view.talk;
    JsonWriter json;
    json.begin_object().field("id", talk.id).key("meeting").begin_object();
    json.field("id", view.meeting).field("title", view.meeting_title);
    json.field("held_on", view.place.meeting_on).field("open", view.sees_meeting).end_object();
    json.key("programme").begin_object().field("id", talk.programme);
    json.field("title", view.programme_title).end_object();
    json.field("kind", name_of(talk.kind)).field("required", view.place.required);
    json.field("due_on", view.due_on).field("state", name_of(talk.state));
    json.field("member_id", talk.member);
    write_id(json, "other_id", talk.other);
    json.key("appointment");
    if (may_read_place(view.standing))
        write(json, talk.appointment);
    else
        json.null();
    json.field("proposed_by", reader.name(talk.proposed_by));
    json.field("reason",
               may_read_place(view.standing) ? std::string_view(talk.reason) : std::string_view());
    json.key("sides").begin_array();
    for (const auto side : sides) write_side(json, view, side, reader);
    json.end_array().key("hints").begin_array();
    for (const auto hint : view.hints) json.value(name_of(hint));
    json.end_array().key("wait");
    if (view.standing.own)
        json.value(name_of(waits_for(talk, *view.standing.own, reader.today)));
    else
        json.null();
    json.field("version", talk.version).key("may").begin_array();
    for (const auto act : talk_acts)
        if (!why_not(act, talk, view.place, view.standing)) json.value(name_of(act));
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<HeadOfUnit>& heads, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : heads) {
        json.begin_object().field("person_id", one.person).field("name", reader.name(one.name));
        json.field("title", one.title).field("unit_name", one.unit_name).end_object();
    }
    return json.end_array().end_object().take();
}

std::string to_json(const std::vector<OwnTalk>& talks, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : talks) {
        json.begin_object().key("meeting").begin_object().field("id", one.meeting);
        json.field("title", one.meeting_title).field("held_on", one.meeting_on);
        json.field("open", one.sees_meeting).end_object().field("programme_id", one.programme);
        json.field("member_id", one.member);
        write_id(json, "other_id", one.other);
        json.field("with", reader.name(one.with_name)).field("title", one.with_title);
        json.field("kind", name_of(one.kind)).field("required", one.required);
        json.field("state", name_of(one.state)).field("wait", name_of(one.wait));
        json.field("due_on", one.due_on).key("days_left");
        if (one.due_on && one.state != PairState::done)
            json.value(base::days_between(reader.today, *one.due_on));
        else
            json.null();
        json.key("talk");
        if (one.talk) {
            json.begin_object().field("id", one.talk->id).field("state", name_of(one.talk->state));
            json.field("version", one.talk->version).key("appointment");
            write(json, one.talk->appointment);
            json.end_object();
        } else {
            json.null();
        }
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace talks
