#include "ledger/problem_json.hpp"

#include <algorithm>

#include "accounts/grant_json.hpp"

namespace ledger {
namespace {

using base::limits::name_chars_max;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

void write_brief(base::JsonWriter& json, std::string_view key,
                 const std::optional<Problem>& problem) {
    json.key(key);
    if (!problem) {
        json.null();
        return;
    }
    json.begin_object().field("id", problem->id).field("number", problem->number).end_object();
}

void write_signature(base::JsonWriter& json, std::string_view key, const Signature& signature,
                     const Reader& reader) {
    json.key(key)
        .begin_object()
        .field("name", reader.name(signature.name))
        .field("on", signature.on)
        .end_object();
}

void write_application(base::JsonWriter& json, const std::optional<FiledApplication>& application,
                       const Reader& reader) {
    json.key("application");
    if (!application) {
        json.null();
        return;
    }
    const auto& stated = application->stated;
    json.begin_object().field("at", application->at).field("by", reader.name(application->by));
    json.field("summary", stated.summary).field("similar_check", stated.similar_check);
    json.field("problem_solved", stated.problem_solved);
    json.field("responsibility_pursued", name_of(stated.pursuit));
    json.field("responsibility_note", stated.pursuit_note);
    json.field("measures_carried_out", stated.measures_carried_out);
    write_signature(json, "lead_leader", stated.lead_leader, reader);
    write_signature(json, "principal", stated.principal, reader);
    json.end_object();
}

void write_strike_off(base::JsonWriter& json, const std::optional<StrikeOff>& slip,
                      const Reader& reader) {
    json.key("strike_off");
    if (!slip) {
        json.null();
        return;
    }
    json.begin_object().field("slip_number", slip->slip_number).field("at", slip->at);
    json.field("by", reader.name(slip->by))
        .field("applied_by", reader.name(slip->applied_by))
        .field("opinion", slip->opinion);
    json.field("imported", slip->imported).end_object();
}

void write_source(base::JsonWriter& json, const std::optional<RowSource>& source) {
    json.key("source");
    if (!source) {
        json.null();
        return;
    }
    json.begin_object().field("document", source->document).field("first", source->first);
    json.field("last", source->last).end_object();
}

/// What stood in a field, as this reader is told it: of holders who are persons, their names.
std::string told(std::string_view field, const std::string& value, const Reader& reader) {
    const bool names_persons =
        std::any_of(holder_roles.begin(), holder_roles.end(),
                    [&](HolderRole role) { return !is_unit(role) && list_name_of(role) == field; });
    if (!names_persons) return value;
    constexpr std::string_view comma = "、";
    std::string names;
    for (std::string_view rest = value; !rest.empty();) {
        const auto end = std::min(rest.find(comma), rest.size());
        names += (names.empty() ? "" : std::string(comma)) + reader.name(rest.substr(0, end));
        rest.remove_prefix(std::min(end + comma.size(), rest.size()));
    }
    return names;
}

Signature read_signature(base::JsonReader& reader, std::string_view key) {
    Signature signature;
    reader.object(key, [&](base::JsonReader& one) {
        signature.name = one.text_or_empty("name", name_chars_max);
        signature.on = one.optional_date("on");
    });
    return signature;
}

}  // namespace

void write_services(base::JsonWriter& json, const Measure& measure,
                    const std::vector<Service>& services) {
    json.key("manifestation_ids").begin_array();
    for (const auto& service : services)
        if (service.measure == measure.id && service.manifestation)
            json.value(*service.manifestation);
    json.end_array().key("also_serves").begin_array();
    std::optional<ProblemId> last;  // Services of one problem stand together.
    for (const auto& service : services) {
        if (service.measure != measure.id || service.problem == measure.problem) continue;
        if (last == service.problem) continue;
        last = service.problem;
        json.begin_object().field("problem_id", service.problem);
        json.field("number", service.problem_number).end_object();
    }
    json.end_array();
}

void write_refusals(base::JsonWriter& json, const std::vector<Refusal>& refusals,
                    const Reader& reader) {
    json.key("refusals").begin_array();
    for (const auto& refusal : refusals) {
        json.begin_object().field("at", refusal.at).field("by", reader.name(refusal.by));
        json.field("reason", refusal.reason).field("requirement", refusal.requirement).end_object();
    }
    json.end_array();
}

void write_steps(base::JsonWriter& json, const std::vector<Step>& steps, const Reader& reader) {
    json.key("steps").begin_array();
    for (const auto& step : steps) {
        json.begin_object().field("status", step.status).field("at", step.at);
        json.field("by", reader.name(step.by)).end_object();
    }
    json.end_array();
}

std::string to_json(const ProblemView& view, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, view.row, reader);
    json.key("programme").begin_object().field("id", view.row.problem.programme);
    json.field("title", view.programme_title).end_object();
    json.field("goal", view.row.problem.goal);
    json.key("manifestations").begin_array();
    for (const auto& one : view.manifestations) {
        json.begin_object().field("id", one.id).field("printed_number", one.printed_number);
        json.field("text", one.text).end_object();
    }
    json.end_array().key("measures").begin_array();
    for (const auto& row : view.measures) {
        json.begin_object();
        write_members(json, row, reader);
        write_services(json, row.measure, view.services);
        json.end_object();
    }
    json.end_array();
    write_tally(json.key("tally"), view.row.tally);
    write_source(json, view.row.problem.source);
    write_application(json, view.application, reader);
    write_strike_off(json, view.strike_off, reader);
    write_brief(json, "predecessor", view.predecessor);
    write_brief(json, "successor", view.successor);
    write_refusals(json, view.refusals, reader);
    write_steps(json, view.steps, reader);
    json.end_object();
    return json.take();
}

void write_changes(base::JsonWriter& json, const std::vector<journal::FieldChange>& changes,
                   const Reader& reader) {
    json.key("changes").begin_array();
    for (const auto& change : changes) {
        json.begin_object().field("field", change.field);
        json.field("old", told(change.field, change.old_value, reader));
        json.field("new", told(change.field, change.new_value, reader)).end_object();
    }
    json.end_array();
}

std::string to_json(const std::vector<HistoryChange>& history, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& version : history) {
        json.begin_object()
            .field("at", version.at)
            .field("by", reader.name(version.by))
            .field("act", version.act);
        json.field("version", version.version).key("batch");
        if (version.batch) {
            json.begin_object().field("id", version.batch->id);
            json.field("reason", version.batch->reason);
            json.field("rows", version.batch->rows).end_object();
        } else {
            json.null();
        }
        write_changes(json, version.changes, reader);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<NewProblem> read_new_problem(std::string_view body) {
    return base::read_object<NewProblem>(body, [](base::JsonReader& reader) {
        NewProblem problem;
        problem.id = reader.id<ProblemTag>("id");
        problem.area = reader.optional_id<AreaTag>("area_id");
        problem.area_heading = reader.text_or_empty("area_heading", text_chars_max);
        problem.text = reader.filled_text("text", text_chars_max);
        problem.goal = reader.text_or_empty("goal", text_chars_max);
        problem.responsibility =
            read_responsibility(reader, "responsibility").value_or(Responsibility{});
        problem.deadline = read_deadline(reader, "deadline").value_or(Deadline{});
        return problem;
    });
}

base::Result<ProblemPatch> read_problem_patch(std::string_view body) {
    return base::read_object<ProblemPatch>(body, [](base::JsonReader& reader) {
        ProblemPatch patch;
        patch.version = reader.integer("version", 1);
        if (reader.has("text")) patch.change.text = reader.filled_text("text", text_chars_max);
        if (reader.has("goal")) patch.change.goal = reader.text("goal", text_chars_max);
        patch.change.responsibility = read_responsibility(reader, "responsibility");
        patch.change.deadline = read_deadline(reader, "deadline");
        return patch;
    });
}

base::Result<Guarding> read_guarding(std::string_view body) {
    return base::read_object<Guarding>(body, [](base::JsonReader& reader) {
        return Guarding{reader.integer("version", 1), accounts::read_guards(reader)};
    });
}

base::Result<FiledForm> read_application(std::string_view body) {
    return base::read_object<FiledForm>(body, [](base::JsonReader& reader) {
        FiledForm form;
        form.version = reader.integer("version", 1);
        auto& stated = form.application;
        stated.summary = reader.text_or_empty("summary", text_chars_max);
        stated.similar_check = reader.text_or_empty("similar_check", text_chars_max);
        stated.problem_solved = reader.boolean("problem_solved", false);
        stated.pursuit = reader.name("responsibility_pursued", pursuit_of, Pursuit::not_needed);
        stated.pursuit_note = reader.text_or_empty("responsibility_note", reason_chars_max);
        stated.measures_carried_out = reader.boolean("measures_carried_out", false);
        stated.lead_leader = read_signature(reader, "lead_leader");
        stated.principal = read_signature(reader, "principal");
        return form;
    });
}

base::Result<Decision> read_version(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        return Decision{reader.integer("version", 1), {}, {}};
    });
}

base::Result<Decision> read_opinion(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        return Decision{
            reader.integer("version", 1), reader.text_or_empty("opinion", reason_chars_max), {}};
    });
}

base::Result<Decision> read_return(std::string_view body) {
    return base::read_object<Decision>(body, [](base::JsonReader& reader) {
        Decision decision;
        decision.version = reader.integer("version", 1);
        decision.why.reason = reader.text("reason", reason_chars_max);
        decision.why.requirement = reader.text_or_empty("requirement", reason_chars_max);
        return decision;
    });
}

base::Result<NewSuccessor> read_successor(std::string_view body) {
    return base::read_object<NewSuccessor>(body, [](base::JsonReader& reader) {
        NewSuccessor successor;
        successor.id = reader.id<ProblemTag>("id");
        successor.reason = reader.text("reason", reason_chars_max);
        successor.text = reader.text_or_empty("text", text_chars_max);
        return successor;
    });
}

}  // namespace ledger
