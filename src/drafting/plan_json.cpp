#include "drafting/plan_json.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace drafting {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

/// "" is no answer, and as such refused by the rule.
Adopted read_adopted(JsonReader& reader) {
    const auto word = reader.text_or_empty("adopted", 3);
    const auto adopted = adopted_of(word);
    if (!adopted) reader.fault("adopted", "unknown_name", word);
    return adopted.value_or(Adopted::unanswered);
}

void write_head(JsonWriter& json, const PlanVersion& plan) {
    json.field("id", plan.id).key("programme").begin_object().field("id", plan.programme);
    json.field("title", plan.programme_title).end_object();
    json.field("number", plan.number).field("outline", name_of(plan.outline));
    json.field("title", plan.title).field("reason", plan.reason);
    json.field("state", name_of(plan.state)).field("round", plan.round);
    json.field("version", plan.version).key("issue");
    if (plan.issue)
        json.begin_object()
            .field("number", plan.issue->number)
            .field("on", plan.issue->on)
            .field("recipients", plan.issue->recipients)
            .end_object();
    else
        json.null();
}

void write_way(JsonWriter& json, const PlanVersion& plan, const Reader& reader) {
    json.field("consult_until", plan.consult_until).key("deliberation");
    if (const auto& held = plan.deliberation)
        json.begin_object()
            .field("held_on", held->held_on)
            .field("held_by", held->held_by)
            .field("meeting_id", held->meeting)
            .field("conclusion", held->conclusion)
            .end_object();
    else
        json.null();
    json.key("commitment");
    if (plan.commitment)
        json.begin_object()
            .field("name", reader.name(plan.commitment->name))
            .field("on", plan.commitment->on)
            .end_object();
    else
        json.null();
    json.field("digest", plan.digest).field("issued_by", reader.name(plan.issued_by));
}

void write_may(JsonWriter& json, const PlanView& view, const Reader& reader) {
    const auto round = view.last_round();
    json.key("may").begin_array();
    for (const auto act : plan_acts) {
        if (act == PlanAct::revise && !view.is_last) continue;
        if (!why_not(act, view.plan, round, reader.actor)) json.value(name_of(act));
    }
    json.end_array();
}

void write(JsonWriter& json, const Block& block) {
    json.begin_object().field("kind", name_of(block.kind)).field("row", block.row);
    if (block.kind == BlockKind::head || block.kind == BlockKind::row) {
        json.key("cells").begin_array();
        for (const auto& cell : cells_of(block)) json.value(cell);
        json.end_array();
    } else {
        json.field("text", block.text);
    }
    json.end_object();
}

/// A section as the document has it, with the text it is written from.
void write(JsonWriter& json, const DocumentSection& shown, const PlanView& view,
           const Reader& reader) {
    const auto written = std::find_if(view.sections.begin(), view.sections.end(),
                                      [&](const Section& one) { return one.part == shown.part; });
    json.begin_object().field("part", name_of(shown.part)).field("heading", shown.heading);
    json.field("live", is_live(shown.part)).field("annex", is_annex(shown.part));
    if (written != view.sections.end()) {
        json.field("revision", written->revision).field("text", written->text);
        json.field("at", written->at).field("by", reader.name(written->by));
    }
    json.key("placeholders").begin_array();
    for (const auto& one : view.placeholders)
        if (one.part == shown.part) json.value(one.text);
    json.end_array().key("blocks").begin_array();
    for (const auto& block : shown.blocks) write(json, block);
    json.end_array().end_object();
}

void write(JsonWriter& json, const Comment& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("part", name_of(one.part));
    json.field("problem_id", one.problem).field("problem_text", one.problem_text);
    json.field("text", one.text).field("inside", one.inside).field("unit_name", one.unit_name);
    json.field("by", reader.name(one.by_name)).field("at", one.at);
    json.field("adopted", name_of(one.adopted)).field("answer", one.answer);
    json.field("answered_by", reader.name(one.answered_by));
    json.field("answered_at", one.answered_at).end_object();
}

void write(JsonWriter& json, const Opinion& said, const Reader& reader) {
    json.begin_object().field("verdict", name_of(said.verdict));
    json.field("grade", name_of(said.grade)).field("reason", said.reason);
    json.field("by", reader.name(said.by_name)).field("at", said.at).key("checks").begin_array();
    for (const auto& one : said.checks)
        json.begin_object()
            .field("item", name_of(one.item))
            .field("met", one.met)
            .field("remark", one.remark)
            .end_object();
    json.end_array().end_object();
}

void write(JsonWriter& json, const Round& round, const Reader& reader) {
    json.begin_object().field("number", round.number).field("variant", name_of(round.variant));
    json.field("opened_at", round.opened_at).field("opened_by", reader.name(round.opened_by_name));
    json.field("due_on", round.due_on);
    json.field("days_left", base::days_between(reader.today, round.due_on));
    json.field("ended_at", round.ended_at).field("outcome", name_of(round.outcome));
    json.field("reason", round.reason).key("seats").begin_array();
    const auto open = seats_open_to(round, reader.actor);
    for (const auto& one : round.seats) {
        json.begin_object().field("seat", name_of(one.seat)).field("unit_id", one.unit);
        json.field("unit_name", one.unit_name);
        json.field("own", std::find(open.begin(), open.end(), one.seat) != open.end());
        json.key("opinion");
        if (one.opinion)
            write(json, *one.opinion, reader);
        else
            json.null();
        json.end_object();
    }
    json.end_array().end_object();
}

void write_variants(JsonWriter& json) {
    json.key("variants").begin_array();
    for (const auto variant : variants) {
        json.begin_object().field("variant", name_of(variant)).key("seats").begin_array();
        for (const auto seat : seats_of(variant)) json.value(name_of(seat));
        json.end_array().end_object();
    }
    json.end_array().field("review_days", review_days);
}

void write(JsonWriter& json, const std::vector<Line>& lines) {
    json.key("lines").begin_array();
    for (const auto& line : lines)
        json.begin_object()
            .field("change", name_of(line.change))
            .field("text", line.text)
            .end_object();
    json.end_array();
}

}  // namespace

base::Result<NewPlan> read_new_plan(std::string_view body) {
    return base::read_object<NewPlan>(body, [](JsonReader& reader) {
        NewPlan wanted;
        wanted.id = reader.id<PlanVersionTag>("id");
        wanted.outline = reader.name("outline", outline_kind_of, OutlineKind::bureau);
        wanted.title = reader.text_or_empty("title", name_chars_max);
        wanted.import = reader.optional_id<plan::ImportTag>("import_id");
        return wanted;
    });
}

base::Result<NewRevision> read_new_revision(std::string_view body) {
    return base::read_object<NewRevision>(body, [](JsonReader& reader) {
        NewRevision wanted;
        wanted.id = reader.id<PlanVersionTag>("id");
        wanted.reason = reader.text_or_empty("reason", reason_chars_max);
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

base::Result<Comment> read_comment(std::string_view body) {
    return base::read_object<Comment>(body, [](JsonReader& reader) {
        Comment comment;
        comment.id = reader.id<PlanCommentTag>("id");
        comment.part = reader.name("part", part_of, Part::requirements);
        comment.problem = reader.optional_id<ledger::ProblemTag>("problem_id");
        comment.text = reader.text_or_empty("text", reason_chars_max);
        return comment;
    });
}

base::Result<Answer> read_answer(std::string_view body) {
    return base::read_object<Answer>(body, [](JsonReader& reader) {
        Answer given;
        given.adopted = read_adopted(reader);
        given.text = reader.text_or_empty("answer", reason_chars_max);
        return given;
    });
}

base::Result<OfSeen<base::Date>> read_consultation(std::string_view body) {
    return ledger::read_of_seen<base::Date>(
        body, [](JsonReader& reader) { return reader.date("until"); });
}

base::Result<OfSeen<Deliberation>> read_deliberation(std::string_view body) {
    return ledger::read_of_seen<Deliberation>(body, [](JsonReader& reader) {
        Deliberation held;
        held.meeting = reader.optional_id<meetings::MeetingTag>("meeting_id");
        if (const auto day = reader.optional_date("held_on"))
            held.held_on = *day;
        else if (!held.meeting)
            reader.fault("held_on", "missing");
        held.held_by = reader.text_or_empty("held_by", name_chars_max);
        held.conclusion = reader.text_or_empty("conclusion", reason_chars_max);
        return held;
    });
}

base::Result<OfSeen<Commitment>> read_commitment(std::string_view body) {
    return ledger::read_of_seen<Commitment>(body, [](JsonReader& reader) {
        Commitment signature;
        signature.name = reader.text_or_empty("name", name_chars_max);
        signature.on = reader.date("on");
        return signature;
    });
}

base::Result<OfSeen<WantedReview>> read_review(std::string_view body) {
    return ledger::read_of_seen<WantedReview>(body, [](JsonReader& reader) {
        WantedReview wanted;
        wanted.variant = reader.name("variant", variant_of, Variant::three);
        wanted.due_on = reader.optional_date("due_on");
        reader.array("seats", 10, [&](JsonReader& each) {
            Seated one;
            one.seat = each.name("seat", review_seat_of, ReviewSeat::discipline);
            one.unit = each.id<base::UnitTag>("unit_id");
            wanted.seats.push_back(std::move(one));
        });
        return wanted;
    });
}

base::Result<OfSeen<std::string>> read_reason(std::string_view body) {
    return ledger::read_of_seen<std::string>(
        body, [](JsonReader& reader) { return reader.text_or_empty("reason", reason_chars_max); });
}

base::Result<OfSeen<Issue>> read_issue(std::string_view body) {
    return ledger::read_of_seen<Issue>(body, [](JsonReader& reader) {
        Issue wanted;
        wanted.number = reader.text_or_empty("number", number_chars_max);
        wanted.on = reader.date("issued_on");
        wanted.recipients = reader.text_or_empty("recipients", recipients_chars_max);
        return wanted;
    });
}

base::Result<SeatOpinion> read_opinion(std::string_view body) {
    return base::read_object<SeatOpinion>(body, [](JsonReader& reader) {
        SeatOpinion said;
        said.seat = reader.name("seat", review_seat_of, ReviewSeat::discipline);
        said.opinion.verdict = reader.name("verdict", verdict_of, Verdict::agreed);
        said.opinion.grade = reader.name("grade", grade_of, Grade::fair);
        said.opinion.reason = reader.text_or_empty("reason", reason_chars_max);
        reader.array("checks", 20, [&](JsonReader& each) {
            Check one;
            one.item = each.name("item", check_item_of, CheckItem::every_problem);
            one.met = each.boolean("met", true);
            one.remark = each.text_or_empty("remark", reason_chars_max);
            said.opinion.checks.push_back(std::move(one));
        });
        return said;
    });
}

std::string to_json(const PlanView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_head(json, view.plan);
    write_way(json, view.plan, reader);
    write_may(json, view, reader);
    json.field("frozen", view.frozen).field("is_last", view.is_last);
    json.key("sections").begin_array();
    for (const auto& section : view.document) write(json, section, view, reader);
    json.end_array().key("comments").begin_array();
    for (const auto& one : view.comments) write(json, one, reader);
    json.end_array().key("rounds").begin_array();
    for (const auto& one : view.rounds) write(json, one, reader);
    json.end_array();
    write_variants(json);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<PlanVersion>& plans, const Reader& reader) {
    const bool office = reader.actor.may(base::Act::edit_ledger);
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& plan : plans) {
        json.begin_object();
        write_head(json, plan);
        json.end_object();
    }
    json.end_array().key("outlines").begin_array();
    for (const auto kind : outline_kinds) json.value(name_of(kind));
    json.end_array().field("may_begin", office && plans.empty()).end_object();
    return json.take();
}

std::string to_json(const std::vector<Difference>& found, const Reader&) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : found) {
        json.begin_object().field("part", name_of(one.part)).field("kind", name_of(one.kind));
        json.field("what", name_of(one.what)).field("row", one.row);
        write(json, line_difference(one.before, one.after));
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<Wording>& wordings, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        const auto& one = wordings[i];
        json.begin_object().field("revision", one.revision).field("at", one.at);
        json.field("by", reader.name(one.by)).field("text", one.text);
        const auto before = i + 1 < wordings.size() ? wordings[i + 1].text : one.text;
        write(json, line_difference(before, one.text));
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<WaitingPlans>& waiting, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("sections").begin_array();
    for (const auto& section : waiting) {
        json.begin_object().field("waits", name_of(section.waits)).field("total", section.total);
        json.key("rows").begin_array();
        for (const auto& one : section.rows) {
            json.begin_object();
            write_head(json, one.plan);
            json.field("due_on", one.due_on).key("days_left");
            if (one.due_on)
                json.value(base::days_between(reader.today, *one.due_on));
            else
                json.null();
            json.field("units", one.units).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace drafting
