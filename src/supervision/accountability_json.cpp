#include "supervision/accountability_json.hpp"

#include "base/limits.hpp"
#include "ledger/ledger_query_json.hpp"

namespace supervision {
namespace {

using base::limits::reason_chars_max;

void write(base::JsonWriter& json, const Accountability& one, const ledger::Reader& reader) {
    json.begin_object().field("id", one.id).field("number", one.number);
    json.key("problem");
    if (one.problem) {
        json.begin_object().field("id", *one.problem).field("number", one.problem_number);
        json.field("text", one.problem_text).end_object();
    } else {
        json.null();
    }
    json.key("unit").begin_object().field("id", one.unit).field("name", one.unit_name).end_object();
    json.field("person", reader.name(one.person)).field("post", one.post);
    json.key("triggers").begin_array();
    for (const auto trigger : one.triggers) json.value(name_of(trigger));
    json.end_array().field("form", name_of(one.form)).field("stage", one.stage);
    json.field("double_inquiry", one.double_inquiry).field("facts", one.facts);
    json.field("decided_by", one.decided_by).field("decided_on", one.decided_on);
    json.field("document", one.document).field("recorded_by", reader.name(one.recorded_by_name));
    json.field("recorded_at", one.recorded_at).key("revoked");
    if (one.revoked) {
        json.begin_object().field("by", reader.name(one.revoked->by));
        json.field("at", one.revoked->at).field("reason", one.revoked->reason).end_object();
    } else {
        json.null();
    }
    json.field("version", one.version).end_object();
}

std::vector<Trigger> read_triggers(base::JsonReader& reader) {
    std::vector<Trigger> found;
    for (const auto& name : reader.texts("triggers", triggers.size(), 64)) {
        if (const auto trigger = trigger_of(name))
            found.push_back(*trigger);
        else
            reader.fault("triggers", "unknown_name", name);
    }
    return found;
}

}  // namespace

base::Result<Accountability> read_new_accountability(std::string_view body) {
    return base::read_object<Accountability>(body, [](base::JsonReader& reader) {
        Accountability wanted;
        wanted.id = reader.id<AccountabilityTag>("id");
        wanted.problem = reader.optional_id<ledger::ProblemTag>("problem_id");
        wanted.unit = reader.id<base::UnitTag>("unit_id");
        wanted.person = reader.text_or_empty("person", person_chars_max);
        wanted.post = reader.text_or_empty("post", post_chars_max);
        wanted.triggers = read_triggers(reader);
        wanted.form = reader.name<Form>("form", form_of, Form::criticism);
        wanted.stage = reader.optional_integer("stage", 0, 4).value_or(0);
        wanted.double_inquiry = reader.boolean("double_inquiry", false);
        wanted.facts = reader.text_or_empty("facts", reason_chars_max);
        wanted.decided_by = reader.text_or_empty("decided_by", decided_by_chars_max);
        wanted.decided_on = reader.date("decided_on");
        wanted.document = reader.text_or_empty("document", document_chars_max);
        return wanted;
    });
}

base::Result<RevocationAsked> read_revocation(std::string_view body) {
    return base::read_object<RevocationAsked>(body, [](base::JsonReader& reader) {
        return RevocationAsked{reader.integer("version", 1),
                               reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<AccountabilityFilter> read_accountability_filter(const http::Request& request,
                                                              base::ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    AccountabilityFilter filter{programme, {}, {}, *page};
    const auto problem = request.query_value("problem");
    if (!problem.empty() && !(filter.problem = ledger::ProblemId::parse(problem)))
        return http::unfit_in_query("expected_id", "problem", problem);
    const auto form = request.query_value("form");
    if (!form.empty() && !(filter.form = form_of(form)))
        return http::unfit_in_query("unknown_name", "form", form);
    return filter;
}

std::string to_json(const Accountability& one, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, one, reader);
    return json.take();
}

std::string to_json(const AccountabilityView& view, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : view.page.rows) write(json, one, reader);
    json.end_array().field("total", view.page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("forms").begin_array();
    for (const auto& one : view.forms) {
        json.begin_object().field("form", name_of(one.form));
        json.field("persons", one.persons).field("units", one.units).end_object();
    }
    json.end_array().key("may").begin_array();
    if (!why_not_record(reader.actor)) json.value("record");
    json.end_array().end_object();
    return json.take();
}

}  // namespace supervision
