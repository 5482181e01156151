#include "life_meetings/life_course_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace life_meetings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;

std::int64_t version_in(JsonReader& reader) {
    return reader.integer("version", 1);
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<std::string>& lines) {
    json.key(key).begin_array();
    for (const auto& line : lines) json.value(line);
    json.end_array();
}

void write(JsonWriter& json, const ProposedPlan& plan) {
    json.begin_object().field("title", plan.title).field("theme", plan.theme);
    json.field("held_on", plan.held_on).field("begins_at", plan.begins_at).key("length");
    if (plan.length)
        json.value(name_of(*plan.length));
    else
        json.null();
    json.field("place", plan.place);
    write_lines(json, "focus", plan.focus);
    json.field("plan_days", plan.plan_days).field("report_days", plan.report_days);
    json.field("time_words", plan.time_words);
    write_lines(json, "people_words", plan.people_words);
    json.key("step_words").begin_array();
    for (const auto& one : plan.step_words)
        json.begin_object()
            .field("name", one.name)
            .field("text", one.text)
            .field("due", one.due)
            .end_object();
    json.end_array();
    write_lines(json, "agenda_words", plan.agenda_words);
    json.end_object();
}

}  // namespace

base::Result<SeenForm> read_seen(std::string_view body) {
    return base::read_object<SeenForm>(
        body, [](JsonReader& reader) { return SeenForm{version_in(reader)}; });
}

base::Result<ReasonForm> read_reason(std::string_view body) {
    return base::read_object<ReasonForm>(body, [](JsonReader& reader) {
        return ReasonForm{version_in(reader), reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<ReviewForm> read_review(std::string_view body) {
    return base::read_object<ReviewForm>(body, [](JsonReader& reader) {
        ReviewForm form;
        form.version = version_in(reader);
        form.review.seat = reader.name<ReviewSeat>("seat", review_seat_of, ReviewSeat::office);
        form.review.verdict =
            reader.name<PlanVerdict>("verdict", plan_verdict_of, PlanVerdict::returned);
        form.review.words = reader.text_or_empty("words", review_words_chars_max);
        form.review.said_by = reader.text_or_empty("said_by", name_chars_max);
        return form;
    });
}

base::Result<DayForm> read_day(std::string_view body) {
    return base::read_object<DayForm>(body, [](JsonReader& reader) {
        DayForm form;
        form.version = version_in(reader);
        form.postponement = {reader.date("held_on"), reader.text_or_empty("begins_at", 5),
                             reader.text_or_empty("reason", reason_chars_max)};
        return form;
    });
}

base::Result<JoinForm> read_join(std::string_view body) {
    return base::read_object<JoinForm>(body, [](JsonReader& reader) {
        JoinForm form;
        form.version = version_in(reader);
        auto& one = form.participant;
        one.id = reader.id<LifeParticipantTag>("id");
        one.part = reader.name<Part>("part", part_of, Part::member);
        one.name = reader.filled_text("name", name_chars_max);
        one.title = reader.text_or_empty("title", post_title_chars_max);
        one.person = reader.optional_id<base::PersonTag>("person_id");
        return form;
    });
}

base::Result<LeaveForm> read_leave(std::string_view body) {
    return base::read_object<LeaveForm>(body, [](JsonReader& reader) {
        LeaveForm form;
        form.version = version_in(reader);
        form.leaving = {reader.id<LifeParticipantTag>("participant"), reader.date("left_on"),
                        reader.text_or_empty("reason", reason_chars_max)};
        return form;
    });
}

base::Result<StepsForm> read_steps(std::string_view body) {
    return base::read_object<StepsForm>(body, [](JsonReader& reader) {
        StepsForm form;
        form.version = version_in(reader);
        reader.array("steps", steps_max, [&](JsonReader& each) {
            WantedStep step;
            step.position = each.optional_integer("position", 1);
            step.title = each.filled_text("title", step_title_chars_max);
            step.days = each.integer("days", -step_days_max, step_days_max);
            step.counting = each.name<Counting>("counting", counting_of, Counting::natural);
            form.steps.push_back(std::move(step));
        });
        return form;
    });
}

base::Result<StepDoneForm> read_step_done(std::string_view body) {
    return base::read_object<StepDoneForm>(body, [](JsonReader& reader) {
        StepDoneForm form;
        form.version = version_in(reader);
        form.done.position = reader.integer("position", 1);
        form.done.done_on = reader.optional_date("done_on");
        form.done.remark = reader.text_or_empty("remark", step_remark_chars_max);
        return form;
    });
}

std::string to_json(const WaitingLife& waiting, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("reviews").begin_array();
    for (const auto& one : waiting.reviews) {
        json.begin_object().field("id", one.id).field("programme", one.programme);
        json.field("title", one.terms.title).field("unit", one.unit_name);
        json.field("held_on", one.terms.held_on).key("days_left");
        json.value(base::days_between(reader.today, one.terms.held_on)).end_object();
    }
    json.end_array().key("steps").begin_array();
    for (const auto& one : waiting.steps) {
        json.begin_object().field("id", one.meeting).field("programme", one.programme);
        json.field("meeting", one.meeting_title).field("title", one.title);
        json.field("due_on", one.due_on).key("days_left");
        json.value(base::days_between(reader.today, one.due_on)).end_object();
    }
    return json.end_array().end_object().take();
}

std::string checklists_to_json() {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : focus_checklists()) {
        json.begin_object().field("key", one.key).field("name", one.name).key("groups");
        json.begin_array();
        for (const auto& group : one.groups) {
            json.begin_object().field("name", group.name).key("lines").begin_array();
            for (const auto line : group.lines) json.value(line);
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

base::Result<WrittenFocus> read_written_focus(std::string_view body) {
    return base::read_object<WrittenFocus>(body, [](JsonReader& reader) {
        WrittenFocus written;
        written.theme = reader.text_or_empty("theme", theme_chars_max);
        written.focus = reader.texts("focus", focus_lines_max, focus_line_chars_max);
        return written;
    });
}

std::string to_json(const FocusCheck& check, const Reader&) {
    JsonWriter json;
    json.begin_object().field("theme_keeps", check.theme_keeps).key("areas").begin_array();
    for (const auto& area : check.areas) {
        json.begin_object().field("heading", area.heading).key("lines").begin_array();
        for (const auto& one : area.lines) {
            json.begin_object().field("line", one.line).field("line_words", one.line_words);
            json.field("area_words", one.area_words).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
    write_lines(json, "adrift", check.adrift);
    return json.end_object().take();
}

std::string to_json(const ReadPlans& read, const Reader&) {
    JsonWriter json;
    json.begin_object().field("file_name", read.file_name).key("plans").begin_array();
    for (const auto& plan : read.plans) write(json, plan);
    return json.end_array().end_object().take();
}

}  // namespace life_meetings
