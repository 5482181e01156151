#include "sittings/sitting_json.hpp"

namespace sittings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;
using life_meetings::LifeParticipantTag;

Turn read_one(JsonReader& reader) {
    Turn one;
    one.id = reader.id<LifeTurnTag>("id");
    one.topic = reader.name<Topic>("topic", topic_of, Topic::other);
    one.about = reader.optional_id<LifeParticipantTag>("about");
    one.speaker = reader.optional_id<LifeParticipantTag>("speaker");
    one.title = reader.text_or_empty("title", turn_title_chars_max);
    one.minutes = reader.optional_integer("minutes", 0, turn_minutes_max).value_or(0);
    return one;
}

Spoken read_said(JsonReader& reader) {
    Spoken said;
    said.id = reader.id<LifeEntryTag>("id");
    said.kind = reader.name<EntryKind>("kind", entry_kind_of, EntryKind::speech);
    said.turn = reader.optional_id<LifeTurnTag>("turn");
    said.speaker = reader.optional_id<LifeParticipantTag>("speaker");
    said.about = reader.optional_id<LifeParticipantTag>("about");
    said.example = reader.text_or_empty("example", spoken_chars_max);
    said.words = reader.text_or_empty("words", spoken_chars_max);
    said.suggestion = reader.text_or_empty("suggestion", spoken_chars_max);
    said.reply = reader.text_or_empty("reply", spoken_chars_max);
    said.read_out = reader.boolean("read_out", false);
    said.said_at.milliseconds = reader.integer("said_at_ms", 1);
    return said;
}

void write(JsonWriter& json, const Turn& one, const LifeMeeting& meeting) {
    json.begin_object().field("id", one.id).field("topic", name_of(one.topic));
    json.field("about", one.about).field("speaker", one.speaker).field("title", one.title);
    json.field("words", title_of(one, meeting)).field("minutes", one.minutes);
    json.field("spent_ms", one.spent_ms).end_object();
}

/// Why somebody is not there is told to whoever runs the meeting and to themselves.
void write(JsonWriter& json, const Presence& one, const SittingView& view, const Reader& reader) {
    const auto& standing = view.standing;
    const bool told = standing.keeper || standing.superior || standing.is_principal() ||
                      standing.is_recorder() || standing.is(one.participant);
    json.begin_object().field("participant", one.participant);
    json.field("state", name_of(one.state)).field("arrived_at", one.arrived_at);
    json.field("left_at", one.left_at).field("reason", told ? one.reason : std::string());
    json.field("granted_by", reader.name(one.granted_by)).field("granted_at", one.granted_at);
    json.end_object();
}

void write_may(JsonWriter& json, const LifeMeeting& meeting, const Standing& standing) {
    json.key("may").begin_array();
    for (const auto act : sitting_acts)
        if (!why_not(act, meeting, standing)) json.value(name_of(act));
    json.end_array();
}

void write(JsonWriter& json, const RecordEntry& one, bool own, const Reader& reader) {
    const auto& said = one.said;
    json.begin_object().field("id", said.id).field("kind", name_of(said.kind));
    json.field("turn", said.turn).field("speaker", said.speaker).field("about", said.about);
    json.field("example", said.example).field("words", said.words);
    json.field("suggestion", said.suggestion).field("reply", said.reply);
    json.field("read_out", said.read_out).field("said_at", said.said_at);
    json.field("said_at_ms", said.said_at.milliseconds);
    json.field("names_a_problem", said.names_a_problem()).field("by", reader.name(one.by));
    json.field("own", own).field("revision", one.revision).end_object();
}

void write(JsonWriter& json, const RecordFigures& figures) {
    json.begin_object().field("entries", figures.entries);
    json.field("criticisms", figures.criticisms).field("last_year", figures.last_year);
    json.field("read_out", figures.read_out).key("members").begin_array();
    for (const auto& one : figures.members)
        json.begin_object()
            .field("participant", one.member)
            .field("received", one.received)
            .field("given", one.given)
            .field("hopes", one.hopes)
            .end_object();
    json.end_array().end_object();
}

}  // namespace

base::Result<TurnsForm> read_turns(std::string_view body) {
    return base::read_object<TurnsForm>(body, [](JsonReader& reader) {
        TurnsForm form;
        form.version = reader.integer("version");
        reader.array("turns", turns_max,
                     [&](JsonReader& each) { form.turns.push_back(read_one(each)); });
        return form;
    });
}

base::Result<PresenceChange> read_presence(std::string_view body) {
    return base::read_object<PresenceChange>(body, [](JsonReader& reader) {
        PresenceChange change;
        change.participant = reader.id<LifeParticipantTag>("participant");
        change.state =
            reader.name<PresenceState>("state", presence_state_of, PresenceState::expected);
        change.reason = reader.text_or_empty("reason", reason_chars_max);
        change.left = reader.boolean("left", false);
        return change;
    });
}

base::Result<StepForm> read_step(std::string_view body) {
    return base::read_object<StepForm>(
        body, [](JsonReader& reader) { return StepForm{reader.integer("version")}; });
}

base::Result<TurnForm> read_turn(std::string_view body) {
    return base::read_object<TurnForm>(body, [](JsonReader& reader) {
        return TurnForm{reader.integer("version"), reader.id<LifeTurnTag>("turn")};
    });
}

base::Result<Spoken> read_spoken(std::string_view body) {
    return base::read_object<Spoken>(body, read_said);
}

base::Result<Correction> read_correction(std::string_view body) {
    return base::read_object<Correction>(body, [](JsonReader& reader) {
        return Correction{reader.integer("revision", 1), read_said(reader)};
    });
}

base::Result<NewRemark> read_remark(std::string_view body) {
    return base::read_object<NewRemark>(body, [](JsonReader& reader) {
        return NewRemark{reader.id<LifeRemarkTag>("id"),
                         reader.filled_text("text", reason_chars_max)};
    });
}

std::string to_json(const SittingView& view, const Reader& reader) {
    JsonWriter json;
    const auto& [meeting, standing, sitting, quorum, now, writings] = view;
    json.begin_object().field("state", name_of(meeting.state)).field("version", sitting.version);
    json.field("opened_at", sitting.opened_at).field("opened_by", reader.name(sitting.opened_by));
    json.field("closed_at", sitting.closed_at).field("closed_by", reader.name(sitting.closed_by));
    json.field("digest", sitting.digest).field("turn", sitting.turn);
    json.field("turn_since", sitting.turn_since).field("now", now).field("writings", writings);
    json.key("quorum").begin_object().field("team", quorum.team).field("present", quorum.present);
    json.field("needed", quorum.needed()).field("reached", quorum.reached()).end_object();
    json.key("turns").begin_array();
    for (const auto& one : sitting.turns) write(json, one, meeting);
    json.end_array().key("presences").begin_array();
    for (const auto& one : sitting.presences) write(json, one, view, reader);
    json.end_array().field("reads_record", !why_not_read(meeting, sitting, standing));
    write_may(json, meeting, standing);
    return json.end_object().take();
}

std::string to_json(const SittingState& state, const Reader&) {
    JsonWriter json;
    json.begin_object().field("state", name_of(state.state)).field("version", state.version);
    json.field("writings", state.writings).field("turn", state.turn);
    json.field("turn_since", state.turn_since).field("now", state.now);
    return json.end_object().take();
}

std::string to_json(const RecordView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("entries").begin_array();
    for (const auto& one : view.entries)
        write(json, one, one.by_account == reader.actor.id, reader);
    json.end_array().key("remarks").begin_array();
    for (const auto& one : view.remarks)
        json.begin_object()
            .field("id", one.id)
            .field("text", one.text)
            .field("at", one.at)
            .field("by", reader.name(one.by))
            .end_object();
    json.end_array().key("figures");
    write(json, view.figures);
    json.field("digest", view.digest).field("sound", view.sound);
    write_may(json, view.meeting, view.standing);
    return json.end_object().take();
}

std::string to_json(const WrittenEntry& written, const Reader& reader) {
    JsonWriter json;
    write(json, written.entry, written.own, reader);
    return json.take();
}

}  // namespace sittings
