#include "meetings/meeting_json.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace meetings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

SeriesTerms read_series_terms(JsonReader& reader) {
    SeriesTerms terms;
    terms.kind = reader.name("kind", meeting_kind_of, MeetingKind::coordination);
    terms.title = reader.filled_text("title", name_chars_max);
    terms.every = reader.name("every", every_of, Every::week);
    terms.day = reader.integer("day", 0, 31);
    for (const auto& text : reader.texts("dates", dates_max, 10)) {
        if (const auto date = base::parse_date(text))
            terms.dates.push_back(*date);
        else
            reader.fault("dates", "expected_date", text);
    }
    std::sort(terms.dates.begin(), terms.dates.end());
    terms.ended = reader.boolean("ended", false);
    return terms;
}

MeetingTerms read_terms(JsonReader& reader) {
    MeetingTerms terms;
    terms.kind = reader.name("kind", meeting_kind_of, MeetingKind::coordination);
    terms.title = reader.filled_text("title", name_chars_max);
    terms.held_on = reader.date("held_on");
    terms.begins_at = reader.filled_text("begins_at", 5);
    terms.minutes = reader.integer("minutes", 5, minutes_max);
    terms.place = reader.text_or_empty("place", place_chars_max);
    reader.array("participants", participants_max, [&](JsonReader& each) {
        Participant one;
        one.name = each.filled_text("name", name_chars_max);
        one.person = each.optional_id<base::PersonTag>("person_id");
        one.unit = each.optional_id<base::UnitTag>("unit_id");
        one.standing = each.name("standing", standing_of, Standing::attends);
        one.duty = each.name("duty", duty_of, Duty::none);
        terms.participants.push_back(std::move(one));
    });
    return terms;
}

Decision read_decision(JsonReader& reader) {
    Decision one;
    one.id = reader.id<DecisionTag>("id");
    one.matter = reader.text_or_empty("matter", reason_chars_max);
    one.unit = reader.optional_id<base::UnitTag>("unit_id");
    one.person = reader.optional_id<base::PersonTag>("person_id");
    one.due_on = reader.optional_date("due_on");
    return one;
}

void write(JsonWriter& json, const Participant& one, const Reader& reader) {
    const auto name = one.unit ? one.name : reader.name(one.name);
    json.begin_object().field("name", name).field("person_id", one.person);
    json.field("unit_id", one.unit).field("standing", name_of(one.standing));
    json.field("duty", name_of(one.duty)).field("attendance", name_of(one.attendance));
    json.field("reason", one.reason).field("proxy", reader.name(one.proxy));
    json.field("own", is_own(one, reader.actor)).end_object();
}

void write_terms(JsonWriter& json, const MeetingTerms& terms) {
    json.field("kind", name_of(terms.kind)).field("title", terms.title);
    json.field("held_on", terms.held_on).field("begins_at", terms.begins_at);
    json.field("minutes", terms.minutes).field("place", terms.place);
}

void write_participants(JsonWriter& json, const MeetingTerms& terms, const Reader& reader) {
    json.key("participants").begin_array();
    for (const auto& one : terms.participants) write(json, one, reader);
    json.end_array();
}

void write_members(JsonWriter& json, const Meeting& one, const Reader& reader) {
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object();
    json.field("series_id", one.series);
    write_terms(json, one.terms);
    json.field("state", name_of(one.state)).field("sequence", one.sequence);
    json.field("called_at", one.called_at).field("opened_at", one.opened_at);
    json.field("closed_at", one.closed_at).field("closed_by", reader.name(one.closed_by));
    json.field("reason", one.reason).field("version", one.version);
    json.key("may").begin_array();
    for (const auto act : meeting_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array();
}

void write(JsonWriter& json, const RowState& row, base::Date day) {
    json.begin_object().field("number", row.number).field("text", row.text);
    json.field("due_on", row.due_on).field("status", row.status).field("percent", row.percent);
    json.field("unit_label", row.unit_label).key("days_left");
    if (row.due_on)
        json.value(base::days_between(day, *row.due_on));
    else
        json.null();
    json.end_object();
}

void write(JsonWriter& json, Reasons reasons) {
    json.begin_array();
    for (const auto reason : reasons_in_order)
        if (reasons.has(reason)) json.value(name_of(reason));
    json.end_array();
}

void write(JsonWriter& json, const Decision& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("matter", one.matter);
    json.field("unit_id", one.unit).field("unit_name", one.unit_name);
    json.field("person_id", one.person).field("person_name", reader.name(one.person_name));
    json.field("due_on", one.due_on).field("task_id", one.task).end_object();
}

/// Days left are counted from the day the row is shown as of.
void write(JsonWriter& json, const AgendaItem& item, const Reader& reader, base::Date day) {
    json.begin_object().field("id", item.id).field("subject", name_of(item.subject));
    json.field("subject_id", item.subject_id).key("reasons");
    write(json, item.reasons);
    json.key("row");
    write(json, item.row, day);
    json.field("heard", item.heard).field("discussion", item.discussion);
    json.field("moved_on", item.moved_on).field("carried_from", item.carried_from);
    json.key("decisions").begin_array();
    for (const auto& one : item.decisions) write(json, one, reader);
    json.end_array().field("version", item.version).end_object();
}

void write(JsonWriter& json, const Series& series) {
    const auto& terms = series.terms;
    json.field("id", series.id).field("kind", name_of(terms.kind)).field("title", terms.title);
    json.field("every", name_of(terms.every)).field("day", terms.day).key("dates").begin_array();
    for (const auto date : terms.dates) json.value(date);
    json.end_array().field("ended", terms.ended).field("version", series.version);
}

}  // namespace

base::Result<Series> read_new_series(std::string_view body) {
    return base::read_object<Series>(body, [](JsonReader& reader) {
        Series series;
        series.id = reader.id<SeriesTag>("id");
        series.terms = read_series_terms(reader);
        return series;
    });
}

base::Result<Series> read_series_change(std::string_view body) {
    return base::read_object<Series>(body, [](JsonReader& reader) {
        Series series;
        series.version = reader.integer("version", 1);
        series.terms = read_series_terms(reader);
        return series;
    });
}

base::Result<NewMeeting> read_new_meeting(std::string_view body) {
    return base::read_object<NewMeeting>(body, [](JsonReader& reader) {
        NewMeeting wanted;
        wanted.id = reader.id<MeetingTag>("id");
        wanted.series = reader.optional_id<SeriesTag>("series_id");
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<MeetingChange> read_meeting_change(std::string_view body) {
    return base::read_object<MeetingChange>(body, [](JsonReader& reader) {
        MeetingChange change;
        change.version = reader.integer("version", 1);
        change.terms = read_terms(reader);
        return change;
    });
}

base::Result<MeetingWords> read_meeting_words(std::string_view body, std::string_view key) {
    return base::read_object<MeetingWords>(body, [&](JsonReader& reader) {
        MeetingWords words;
        words.version = reader.integer("version", 1);
        if (!key.empty()) words.text = reader.text_or_empty(key, reason_chars_max);
        return words;
    });
}

base::Result<std::string> read_remark(std::string_view body) {
    return base::read_object<std::string>(
        body, [](JsonReader& reader) { return reader.text_or_empty("text", text_chars_max); });
}

base::Result<AttendanceNote> read_attendance(std::string_view body) {
    return base::read_object<AttendanceNote>(body, [](JsonReader& reader) {
        AttendanceNote note;
        note.line = static_cast<std::size_t>(
            reader.integer("line", 0, static_cast<std::int64_t>(participants_max)));
        note.attendance = reader.name("attendance", attendance_of, Attendance::unanswered);
        note.reason = reader.text_or_empty("reason", reason_chars_max);
        note.proxy = reader.text_or_empty("proxy", name_chars_max);
        return note;
    });
}

base::Result<AgendaForm> read_agenda(std::string_view body) {
    return base::read_object<AgendaForm>(body, [](JsonReader& reader) {
        AgendaForm form;
        form.version = reader.integer("version", 1);
        reader.array("items", agenda_items_max, [&](JsonReader& each) {
            AgendaLine line;
            line.id = each.id<AgendaItemTag>("id");
            line.subject = each.name("subject", subject_of_name, Subject::none);
            line.subject_id = each.text_or_empty("subject_id", 36);
            line.title = each.text_or_empty("title", title_chars_max);
            form.lines.push_back(std::move(line));
        });
        return form;
    });
}

base::Result<Minute> read_minute(std::string_view body) {
    return base::read_object<Minute>(body, [](JsonReader& reader) {
        Minute minute;
        minute.version = reader.integer("version", 1);
        minute.heard = reader.text_or_empty("heard", text_chars_max);
        minute.discussion = reader.text_or_empty("discussion", text_chars_max);
        minute.moved_on = reader.boolean("moved_on", false);
        reader.array("decisions", decisions_max,
                     [&](JsonReader& each) { minute.decisions.push_back(read_decision(each)); });
        return minute;
    });
}

std::string to_json(const Series& series) {
    JsonWriter json;
    json.begin_object();
    write(json, series);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<SeriesView>& all) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& [series, next] : all) {
        json.begin_object();
        write(json, series);
        json.key("next").begin_array();
        for (const auto& day : next)
            json.begin_object().field("date", day.date).field("certain", day.certain).end_object();
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const MeetingTerms& terms, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_terms(json, terms);
    write_participants(json, terms, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const Meeting& meeting, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_members(json, meeting, reader);
    write_participants(json, meeting.terms, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const MeetingView& view, const Reader& reader) {
    const auto& opened = view.meeting.opened_at;
    const auto day = opened ? base::date_of(*opened) : reader.today;
    JsonWriter json;
    json.begin_object();
    write_members(json, view.meeting, reader);
    write_participants(json, view.meeting.terms, reader);
    json.key("items").begin_array();
    for (const auto& item : view.items) write(json, item, reader, day);
    json.end_array().key("figures").begin_object();
    for (const auto& [name, value] : view.figures) json.field(name, value);
    json.end_object().key("remarks").begin_array();
    for (const auto& one : view.remarks)
        json.begin_object()
            .field("at", one.at)
            .field("by", reader.name(one.by))
            .field("text", one.text)
            .end_object();
    json.end_array().field("next_on", view.next_on).end_object();
    return json.take();
}

std::string to_json(const AgendaItem& item, const Reader& reader) {
    JsonWriter json;
    write(json, item, reader, reader.today);
    return json.take();
}

std::string to_json(const std::vector<Proposal>& proposals, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : proposals) {
        json.begin_object().field("subject", name_of(one.subject));
        json.field("subject_id", one.subject_id).key("reasons");
        write(json, one.reasons);
        json.key("row");
        write(json, one.row, reader.today);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const MeetingPage& page, const ledger::Page& asked, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) {
        json.begin_object();
        write_members(json, one.meeting, reader);
        json.field("items", one.items).field("decisions", one.decisions);
        json.field("host", reader.name(one.host)).end_object();
    }
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

std::string to_json(const std::vector<Meeting>& meetings, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : meetings) {
        json.begin_object();
        write_members(json, one, reader);
        write_participants(json, one.terms, reader);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace meetings
