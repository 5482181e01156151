#include "ledger/problem_json.hpp"

#include <algorithm>

#include "accounts/grant_json.hpp"
#include "ledger/review_json.hpp"

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
    json.field("title", view.programme_title);
    write(json.key("review_chain"), view.programme_chain);
    json.end_object().field("goal", view.row.problem.goal);
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
    write_review(json, view.review, reader);
    write_strike_off(json, view, reader);
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

base::Result<WantedSuccessor> read_successor(std::string_view body) {
    return base::read_object<WantedSuccessor>(body, [](base::JsonReader& reader) {
        WantedSuccessor successor;
        successor.id = reader.id<ProblemTag>("id");
        successor.reason = reader.text("reason", reason_chars_max);
        successor.text = reader.text_or_empty("text", text_chars_max);
        return successor;
    });
}

}  // namespace ledger
