#include "ledger/row_json.hpp"

#include "accounts/grant_json.hpp"
#include "accounts/name.hpp"

namespace ledger {
namespace {

void write(base::JsonWriter& json, const AreaBrief& area) {
    json.begin_object().field("id", area.id).field("number", area.number);
    json.field("printed_number", area.printed_number).field("heading", area.heading).end_object();
}

void write(base::JsonWriter& json, const ProblemBrief& problem) {
    json.begin_object().field("id", problem.id).field("number", problem.number);
    json.field("printed_number", problem.printed_number).field("text", problem.text);
    json.field("status", name_of(problem.status)).end_object();
}

void write_may(base::JsonWriter& json, const MeasureRow& row, const base::Actor& actor) {
    json.key("may").begin_array();
    const auto gate = gate_of(row.problem.status);
    for (const auto act : measure_acts)
        if (!why_not(act, row.measure, gate, actor)) json.value(name_of(act));
    json.end_array();
}

void write_may(base::JsonWriter& json, const ProblemRow& row, const Reader& reader) {
    json.key("may").begin_array();
    const auto facts = row.facts(reader.today);
    for (const auto act : problem_acts)
        if (!why_not(act, row.problem, facts, reader.actor)) json.value(name_of(act));
    if (!why_not_guard(reader.actor)) json.value("guard");
    json.end_array();
}

/// Where the review is now: the name of the open stage.
void write_stage(base::JsonWriter& json, const Review& review) {
    json.key("stage");
    if (open_stage(review))
        json.value(open_stage_name(review));
    else
        json.null();
}

template <class Rows>
std::string page_json(const Rows& rows, std::int64_t total, const Page& asked,
                      const Reader& reader) {
    base::JsonWriter json;
    json.reserve(1024 * (rows.size() + 1));
    json.begin_object().key("rows").begin_array();
    for (const auto& row : rows) write_row(json, row, reader);
    json.end_array().field("total", total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace

void write_due(base::JsonWriter& json, std::optional<base::Date> due, Tier tier, base::Date today) {
    json.field("due_on", due);
    json.key("days_left");
    if (due && tier != Tier::done)
        json.value(base::days_between(today, *due));
    else
        json.null();
    json.field("tier", name_of(tier));
}

std::string Reader::name(std::string_view name) const {
    return actor.may(base::Act::read_names) ? std::string(name) : accounts::masked(name);
}

void write(base::JsonWriter& json, const Holder& holder, const Reader& reader) {
    json.begin_object();
    if (is_unit(holder.role))
        json.field("name", holder.name).field("id", holder.unit);
    else
        json.field("name", reader.name(holder.name)).field("id", holder.person);
    json.end_object();
}

void write(base::JsonWriter& json, const Responsibility& responsibility, const Reader& reader) {
    json.begin_object();
    for (const auto role : holder_roles) {
        json.key(list_name_of(role)).begin_array();
        for (const auto& holder : responsibility) {
            if (holder.role == role) write(json, holder, reader);
        }
        json.end_array();
    }
    json.end_object();
}

void write(base::JsonWriter& json, const Deadline& deadline) {
    json.begin_object().field("kind", name_of(deadline.kind)).field("text", deadline.text);
    json.field("date", deadline.date).end_object();
}

void write(base::JsonWriter& json, const ResultKinds& kinds) {
    json.begin_array();
    for (const auto kind : kinds) json.value(name_of(kind));
    json.end_array();
}

void write(base::JsonWriter& json, const LongTerm& long_term, base::Date today) {
    json.begin_object().field("stage_target", long_term.stage_target);
    json.field("review_months", long_term.review_months);
    json.field("next_review_on", long_term.next_review_on);
    json.field("following_review_on", following_review(long_term, today)).end_object();
}

void write_members(base::JsonWriter& json, const MeasureRow& row, const Reader& reader) {
    const auto& measure = row.measure;
    json.field("id", measure.id).field("number", measure.number);
    json.field("printed_number", measure.printed_number).field("text", measure.text);
    json.field("status", name_of(measure.status)).field("version", measure.version);
    write(json.key("problem"), row.problem);
    write(json.key("area"), row.area);
    write(json.key("responsibility"), row.responsibility, reader);
    write(json.key("deadline"), row.deadline);
    write_due(json, measure.due_on, tier_of(measure.status, measure.due_on, reader.today),
              reader.today);
    write(json.key("demands"), measure.demands);
    write(json.key("long_term"), measure.long_term, reader.today);
    json.key("progress");
    if (measure.last_entry_at) {
        json.begin_object().field("percent", measure.percent).field("text", measure.last_entry);
        json.field("at", *measure.last_entry_at).end_object();
    } else {
        json.null();
    }
    json.field("extensions", row.extensions);
    json.field("imported", measure.imported).field("updated_at", measure.updated_at);
    accounts::write_guards(json, row.measure.guards & base::subject_guards);
    write_may(json, row, reader.actor);
}

void write_members(base::JsonWriter& json, const ProblemRow& row, const Reader& reader) {
    const auto& problem = row.problem;
    json.field("id", problem.id).field("number", problem.number);
    json.field("printed_number", problem.printed_number).field("text", problem.text);
    json.field("status", name_of(problem.status)).field("version", problem.version);
    write(json.key("area"), row.area);
    write(json.key("responsibility"), problem.responsibility, reader);
    write(json.key("deadline"), problem.deadline);
    write_due(json, problem.due_on, tier_of(problem.status, problem.due_on, reader.today),
              reader.today);
    json.field("extensions", row.extensions);
    json.field("imported", problem.imported).field("updated_at", problem.updated_at);
    accounts::write_guards(json, problem.guards & base::subject_guards);
    write_stage(json, row.review);
    write_may(json, row, reader);
}

void write_row(base::JsonWriter& json, const MeasureRow& row, const Reader& reader) {
    json.begin_object().field("programme_id", row.measure.programme);
    write_members(json, row, reader);
    json.end_object();
}

void write_tally(base::JsonWriter& json, const MeasureTally& tally) {
    json.begin_object().field("total", tally.total).field("done", tally.done);
    json.field("long_term", tally.long_term).end_object();
}

void write_row(base::JsonWriter& json, const ProblemRow& row, const Reader& reader) {
    json.begin_object().field("programme_id", row.problem.programme);
    write_members(json, row, reader);
    write_tally(json.key("measures"), row.tally);
    json.end_object();
}

std::string to_json(const MeasureRow& row, const Reader& reader) {
    base::JsonWriter json;
    write_row(json, row, reader);
    return json.take();
}

std::string to_json(const ProblemRow& row, const Reader& reader) {
    base::JsonWriter json;
    write_row(json, row, reader);
    return json.take();
}

std::string to_json(const MeasurePage& page, const Page& asked, const Reader& reader) {
    return page_json(page.rows, page.total, asked, reader);
}

std::string to_json(const ProblemPage& page, const Page& asked, const Reader& reader) {
    return page_json(page.rows, page.total, asked, reader);
}

Holder read_holder(base::JsonReader& reader, HolderRole role) {
    Holder holder{role, reader.filled_text("name", base::limits::name_chars_max), {}, {}};
    if (is_unit(role))
        holder.unit = reader.optional_id<base::UnitTag>("id");
    else
        holder.person = reader.optional_id<base::PersonTag>("id");
    return holder;
}

std::optional<ResultKinds> read_demands(base::JsonReader& reader, std::string_view key) {
    if (!reader.has(key)) return std::nullopt;
    ResultKinds kinds;
    for (const auto& name : reader.texts(key, std::size(result_kinds), 40)) {
        if (const auto kind = result_kind_of(name))
            kinds.push_back(*kind);
        else
            reader.fault(key, "unknown_name", name);
    }
    return kinds;
}

std::optional<Responsibility> read_responsibility(base::JsonReader& reader, std::string_view key) {
    if (!reader.has(key)) return reader.object(key, [](base::JsonReader&) {}), std::nullopt;
    Responsibility responsibility;
    reader.object(key, [&](base::JsonReader& roles) {
        for (const auto role : holder_roles) {
            roles.array(list_name_of(role), base::limits::holders_max, [&](base::JsonReader& one) {
                responsibility.push_back(read_holder(one, role));
            });
        }
    });
    return responsibility;
}

std::optional<Deadline> read_deadline(base::JsonReader& reader, std::string_view key) {
    if (!reader.has(key)) return reader.object(key, [](base::JsonReader&) {}), std::nullopt;
    Deadline deadline;
    reader.object(key, [&](base::JsonReader& one) {
        deadline.kind = one.name("kind", deadline_kind_of, DeadlineKind::unspecified);
        deadline.text = one.text_or_empty("text", base::limits::name_chars_max);
        deadline.date = one.optional_date("date");
        if (deadline.kind == DeadlineKind::date && !deadline.date && deadline.text.empty())
            one.fault("date", "deadline_needs_a_day_or_words");
    });
    return deadline;
}

}  // namespace ledger
