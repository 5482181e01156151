#include "studies/study_json.hpp"

namespace studies {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using life_meetings::LifeParticipantTag;

std::string name_in(const StudyView& view, ParticipantId id, const Reader& reader) {
    const auto* found = life_meetings::find_participant(view.meeting, id);
    return found == nullptr ? std::string() : reader.name(found->name);
}

void write(JsonWriter& json, const Session& one, const StudyView& view, const Reader& reader) {
    json.begin_object().field("id", one.id).field("held_on", one.held_on);
    json.field("minutes", one.minutes).field("form", name_of(one.form)).field("place", one.place);
    json.field("host", one.host).field("topic", one.topic).key("items").begin_array();
    for (const auto item : one.items) json.value(name_of(item));
    json.end_array().key("attendance").begin_array();
    for (const auto& each : one.attendance) {
        json.begin_object().field("participant", each.participant);
        json.field("name", name_in(view, each.participant, reader));
        json.field("attended", each.attended).field("reason", each.reason).end_object();
    }
    json.end_array().field("by", reader.name(one.by)).field("version", one.version).end_object();
}

void write_hours(JsonWriter& json, const StudyView& view, const Reader& reader) {
    const auto asked = view.meeting.demands.study_hours_min;
    json.field("hours_min", asked).key("hours").begin_array();
    for (const auto& one : view.hours) {
        json.begin_object().field("participant", one.participant);
        json.field("name", name_in(view, one.participant, reader));
        json.field("together", one.together).field("alone", one.alone);
        json.field("missing", one.missing(asked)).field("notes", one.notes).end_object();
    }
    json.end_array();
}

void write_own(JsonWriter& json, const StudyView& view) {
    json.key("own").begin_array();
    for (const auto& one : view.own) {
        json.begin_object().field("id", one.id).field("studied_on", one.studied_on);
        json.field("minutes", one.minutes).field("what", one.what).end_object();
    }
    json.end_array().key("notes").begin_array();
    for (const auto& one : view.notes) {
        json.begin_object().field("id", one.id).field("title", one.title);
        json.field("text", one.text).field("at", one.at).end_object();
    }
    json.end_array();
}

}  // namespace

base::Result<std::vector<Reading>> read_readings(std::string_view body) {
    return base::read_object<std::vector<Reading>>(body, [](JsonReader& reader) {
        std::vector<Reading> readings;
        reader.array("readings", readings_max, [&](JsonReader& each) {
            Reading one;
            one.title = each.filled_text("title", study_title_chars_max);
            one.topic = each.text_or_empty("topic", study_topic_chars_max);
            one.finish_on = each.date("finish_on");
            readings.push_back(std::move(one));
        });
        return readings;
    });
}

base::Result<Session> read_session(std::string_view body) {
    return base::read_object<Session>(body, [](JsonReader& reader) {
        Session one;
        one.id = reader.id<StudySessionTag>("id");
        one.version = reader.integer("version", 0);
        one.held_on = reader.date("held_on");
        one.minutes = reader.integer("minutes", session_minutes_min, session_minutes_max);
        one.form = reader.name<StudyForm>("form", study_form_of, StudyForm::other_form);
        one.place = reader.filled_text("place", name_chars_max);
        one.host = reader.text_or_empty("host", name_chars_max);
        one.topic = reader.filled_text("topic", study_topic_chars_max);
        for (const auto& name : reader.texts("items", std::size(study_items), 40)) {
            if (const auto item = study_item_of(name))
                one.items.push_back(*item);
            else
                reader.fault("items", "unknown_name", name);
        }
        reader.array("attendance", life_meetings::participants_max, [&](JsonReader& each) {
            StudyAttendance attendance;
            attendance.participant = each.id<LifeParticipantTag>("participant");
            attendance.attended = each.boolean("attended", true);
            attendance.reason = each.text_or_empty("reason", study_reason_chars_max);
            one.attendance.push_back(std::move(attendance));
        });
        return one;
    });
}

base::Result<OwnStudy> read_own_study(std::string_view body) {
    return base::read_object<OwnStudy>(body, [](JsonReader& reader) {
        OwnStudy one;
        one.id = reader.id<OwnStudyTag>("id");
        one.studied_on = reader.date("studied_on");
        one.minutes = reader.integer("minutes", session_minutes_min, session_minutes_max);
        one.what = reader.filled_text("what", study_topic_chars_max);
        return one;
    });
}

base::Result<StudyNote> read_study_note(std::string_view body) {
    return base::read_object<StudyNote>(body, [](JsonReader& reader) {
        StudyNote one;
        one.id = reader.id<StudyNoteTag>("id");
        one.title = reader.filled_text("title", study_title_chars_max);
        one.text = reader.filled_text("text", study_note_chars_max);
        return one;
    });
}

std::string to_json(const StudyView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("readings").begin_array();
    for (const auto& one : view.readings) {
        json.begin_object().field("title", one.title).field("topic", one.topic);
        json.field("finish_on", one.finish_on);
        json.field("days_left", base::days_between(reader.today, one.finish_on)).end_object();
    }
    json.end_array().key("sessions").begin_array();
    for (const auto& one : view.sessions) write(json, one, view, reader);
    json.end_array();
    write_hours(json, view, reader);
    write_own(json, view);
    json.key("titles").begin_array();
    for (const auto& title : view.titles) json.value(title);
    json.end_array().key("may").begin_array();
    for (const auto act : study_acts)
        if (!why_not(act, view.meeting, view.standing)) json.value(name_of(act));
    return json.end_array().end_object().take();
}

}  // namespace studies
