#include "statements/statement_json.hpp"

#include <algorithm>

#include "base/json_reader.hpp"
#include "drafting/document.hpp"
#include "narrative/narrative_json.hpp"

namespace statements {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;

/// Names of a closed set; each once.
template <class Name>
std::vector<Name> read_names(JsonReader& reader, std::string_view key, std::size_t count_max,
                             std::optional<Name> (*named)(std::string_view)) {
    std::vector<Name> names;
    for (const auto& text : reader.texts(key, count_max, 40)) {
        const auto one = named(text);
        if (!one)
            reader.fault(key, "unknown_name", text);
        else if (std::find(names.begin(), names.end(), *one) == names.end())
            names.push_back(*one);
    }
    return names;
}

/// Writing and remarks have endpoints of their own.
std::optional<StatementAct> step_named(std::string_view name) {
    const auto act = statement_act_of(name);
    if (act == StatementAct::write || act == StatementAct::remark) return std::nullopt;
    return act;
}

template <class Names>
void write_names(JsonWriter& json, std::string_view key, const Names& names) {
    json.key(key).begin_array();
    for (const auto one : names) json.value(name_of(one));
    json.end_array();
}

void write_meeting(JsonWriter& json, const LifeMeeting& meeting) {
    json.key("meeting").begin_object().field("id", meeting.id);
    json.field("title", meeting.terms.title).field("programme_id", meeting.programme);
    json.field("held_on", meeting.terms.held_on).field("state", name_of(meeting.state));
    json.end_object();
}

void write_asked(JsonWriter& json, const Asked& asked) {
    json.key("asked").begin_object().field("reviewer_id", asked.reviewer);
    json.field("upward", asked.upward);
    write_names(json, "aspects", asked.aspects);
    write_names(json, "declared", asked.declared);
    json.field("causes", name_of(asked.causes)).field("version", asked.version).end_object();
}

void write_days(JsonWriter& json, const LifeMeeting& meeting) {
    const auto days = days_of(meeting);
    json.key("days").begin_object().field("drafts", days.drafts);
    json.field("own_review", days.own_review).field("upward_review", days.upward_review);
    json.end_object();
}

void write_members(JsonWriter& json, const Statement& one, const LifeMeeting& meeting,
                   const Reader& reader) {
    json.field("id", one.id).field("kind", name_of(one.kind())).key("participant");
    const auto* who =
        one.participant ? life_meetings::find_participant(meeting, *one.participant) : nullptr;
    if (who == nullptr) {
        json.null();
    } else {
        json.begin_object().field("id", who->id).field("name", reader.name(who->name));
        json.field("title", who->title).end_object();
    }
    json.field("state", name_of(one.state)).field("edition", one.edition);
    json.field("handed_in_at", one.handed_in_at).field("approved_at", one.approved_at);
    json.field("version", one.version);
}

/// Who is asked above, and who has agreed: of what was sent up or approved.
void write_approvals(JsonWriter& json, const StatementView& view) {
    const auto& one = view.statement;
    const auto& meeting = view.opened.meeting;
    const auto write_seat = [&](std::string_view seat, std::optional<base::Instant> agreed_at) {
        json.begin_object().field("seat", seat).field("agreed_at", agreed_at).end_object();
    };
    json.key("approvals").begin_array();
    const bool approved = one.state == StatementState::approved && one.superior_agreed_at;
    if (one.state == StatementState::sent_up || approved) {
        write_seat("superior", one.superior_agreed_at);
        if (asks_contact_leader(meeting)) write_seat("contact_leader", one.contact_agreed_at);
    }
    json.end_array();
}

bool is_dismissed(const StatementView& view, const SectionHint& one) {
    const auto kept = kept_as(one.position, one.hint);
    return std::find(view.dismissed.begin(), view.dismissed.end(), kept) != view.dismissed.end();
}

void write_hint(JsonWriter& json, const StatementView& view, const SectionHint& one) {
    json.begin_object();
    json.field("kind", name_of(one.hint.kind)).field("sentence", one.hint.sentence);
    json.field("because", one.hint.because).field("dismissed", is_dismissed(view, one));
    json.end_object();
}

void write_hints(JsonWriter& json, const StatementView& view, std::int64_t position) {
    json.key("hints").begin_array();
    for (const auto& one : view.hints)
        if (one.position == position) write_hint(json, view, one);
    json.end_array();
}

void write_section(JsonWriter& json, const StatementView& view, const Section& one,
                   const Reader& reader) {
    json.begin_object().field("position", one.position).field("part", name_of(one.part));
    json.field("heading", one.heading);
    json.field("guide", guide_of(one.part, one.heading, view.asked));
    json.field("revision", one.revision).field("text", one.text).field("at", one.at);
    json.field("by", reader.name(one.by));
    write_hints(json, view, one.position);
    json.end_object();
}

void write_remark(JsonWriter& json, const Remark& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("position", one.position);
    json.field("quote", one.quote).field("words", one.words).field("at", one.at);
    json.field("by", reader.name(one.by_name)).field("voice", one.voice).key("answer");
    if (!one.adopted) {
        json.null().end_object();
        return;
    }
    json.begin_object().field("adopted", *one.adopted).field("words", one.answer);
    json.field("at", one.answered_at).end_object().end_object();
}

}  // namespace

void write(JsonWriter& json, const PointedHint& hint) {
    json.begin_object().field("field", hint.field).field("kind", name_of(hint.kind));
    json.field("sentence", hint.sentence).field("because", hint.because).end_object();
}

base::Result<Asked> read_asked(std::string_view body) {
    return base::read_object<Asked>(body, [](JsonReader& reader) {
        Asked asked;
        asked.version = reader.integer("version", 0);
        asked.reviewer = reader.optional_id<life_meetings::LifeParticipantTag>("reviewer_id");
        asked.upward = reader.boolean("upward", true);
        asked.aspects = read_names<Aspect>(reader, "aspects", aspects.size(), aspect_of);
        asked.declared = read_names<Declared>(reader, "declared", all_declared.size(), declared_of);
        asked.causes = reader.name<Causes>("causes", causes_of, Causes::ability_and_integrity);
        return asked;
    });
}

base::Result<NewStatement> read_new_statement(std::string_view body) {
    return base::read_object<NewStatement>(body, [](JsonReader& reader) {
        NewStatement wanted;
        wanted.id = reader.id<StatementTag>("id");
        wanted.kind =
            reader.name<StatementKind>("kind", statement_kind_of, StatementKind::individual);
        return wanted;
    });
}

base::Result<SectionDraft> read_section(std::string_view body) {
    return base::read_object<SectionDraft>(body, [](JsonReader& reader) {
        return SectionDraft{reader.integer("revision", 1),
                            reader.text_or_empty("text", section_chars_max)};
    });
}

base::Result<WantedStep> read_step(std::string_view body) {
    return base::read_object<WantedStep>(body, [](JsonReader& reader) {
        WantedStep wanted;
        wanted.version = reader.integer("version", 1);
        wanted.act = reader.name<StatementAct>("act", step_named, StatementAct::hand_in);
        wanted.words = reader.text_or_empty("words", reason_chars_max);
        return wanted;
    });
}

base::Result<NewRemark> read_new_remark(std::string_view body) {
    return base::read_object<NewRemark>(body, [](JsonReader& reader) {
        NewRemark wanted;
        wanted.id = reader.id<RemarkTag>("id");
        wanted.position = reader.integer("position", 1);
        wanted.quote = reader.text_or_empty("quote", quote_chars_max);
        wanted.words = reader.filled_text("words", remark_chars_max);
        return wanted;
    });
}

base::Result<RemarkAnswer> read_remark_answer(std::string_view body) {
    return base::read_object<RemarkAnswer>(body, [](JsonReader& reader) {
        RemarkAnswer wanted;
        wanted.id = reader.id<RemarkTag>("id");
        wanted.adopted = reader.boolean("adopted", true);
        wanted.words = reader.text_or_empty("words", remark_chars_max);
        return wanted;
    });
}

base::Result<HintDecision> read_hint_decision(std::string_view body) {
    return base::read_object<HintDecision>(body, [](JsonReader& reader) {
        HintDecision wanted;
        wanted.position = reader.integer("position", 0);
        wanted.kind = reader.name<HintKind>("kind", hint_kind_of, HintKind::praise);
        wanted.sentence = reader.text_or_empty("sentence", section_chars_max);
        wanted.because = reader.text_or_empty("because", quote_chars_max);
        wanted.dismissed = reader.boolean("dismissed", true);
        return wanted;
    });
}

std::string to_json(const StatementList& list, const Reader& reader) {
    const auto& meeting = list.opened.meeting;
    JsonWriter json;
    json.begin_object();
    write_meeting(json, meeting);
    write_asked(json, list.asked);
    write_days(json, meeting);
    json.key("rows").begin_array();
    for (const auto& row : list.rows) {
        json.begin_object();
        write_members(json, row.statement, meeting, reader);
        json.field("sight", name_of(row.sight)).field("open_remarks", row.open_remarks);
        write_names(json, "may", row.may);
        json.end_object();
    }
    json.end_array();
    write_names(json, "may_begin", list.may_begin);
    return json.field("may_ask", list.may_ask).end_object().take();
}

std::string to_json(const StatementView& view, const Reader& reader) {
    const auto& meeting = view.opened.meeting;
    JsonWriter json;
    json.begin_object();
    write_meeting(json, meeting);
    write_members(json, view.statement, meeting, reader);
    write_days(json, meeting);
    write_approvals(json, view);
    json.field("sight", name_of(view.sight)).field("own", view.relation.author);
    json.field("reviews", view.relation.reviewer);
    json.field("checks_copies", view.relation.author || view.relation.reviewer ||
                                    view.relation.principal || view.relation.approves());
    json.key("sections").begin_array();
    for (const auto& one : view.sections) write_section(json, view, one, reader);
    json.end_array();
    write_hints(json, view, 0);
    json.key("remarks").begin_array();
    for (const auto& one : view.remarks) write_remark(json, one, reader);
    json.end_array().key("steps").begin_array();
    for (const auto& one : view.steps) {
        json.begin_object().field("act", name_of(one.act)).field("words", one.words);
        json.field("at", one.at).field("by", reader.name(one.by)).end_object();
    }
    json.end_array().key("may").begin_array();
    for (const auto act : statement_acts)
        if (!why_not(act, view.statement, meeting, view.relation)) json.value(name_of(act));
    return json.end_array().end_object().take();
}

std::string to_json(const std::vector<Wording>& wordings, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        const auto& one = wordings[i];
        json.begin_object().field("revision", one.revision).field("text", one.text);
        json.field("at", one.at).field("by", reader.name(one.by));
        const auto& before = i + 1 < wordings.size() ? wordings[i + 1].text : one.text;
        narrative::write_lines(json, drafting::line_difference(before, one.text));
        json.end_object();
    }
    return json.end_array().end_object().take();
}

std::string to_json(const std::vector<TypicalCase>& cases, const Reader&) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : cases) {
        json.begin_object().field("number", one.number).field("problem", one.problem);
        json.field("meeting", one.meeting).field("held_on", one.held_on);
        json.field("conclusion", one.conclusion).end_object();
    }
    return json.end_array().end_object().take();
}

std::string to_json(const CopyReport& report, const Reader&) {
    JsonWriter json;
    json.begin_object().field("compared", report.compared).key("found").begin_array();
    for (const auto& one : report.found) {
        json.begin_object().field("position", one.position).field("heading", one.heading);
        json.field("kind", one.kind).field("label", one.label);
        json.field("degree", text::name_of(one.degree)).field("percent", one.percent);
        json.field("readable", one.readable).key("passages").begin_array();
        for (const auto& [own, other] : one.passages)
            json.begin_object().field("own", own).field("other", other).end_object();
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

std::string to_json(const WaitingStatements& waiting, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : waiting.rows) {
        json.begin_object().field("what", name_of(one.what)).field("statement_id", one.statement);
        json.field("whose", reader.name(one.whose)).field("count", one.count);
        json.field("due_on", one.due_on).key("meeting").begin_object();
        json.field("id", one.meeting).field("title", one.title);
        json.field("programme_id", one.programme).end_object().end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace statements
