#include "inspections/clue_json.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace inspections {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;

constexpr std::string_view without_result = "none";

base::Error unknown(std::string_view field, std::string_view value) {
    return base::refuse(base::ErrorKind::invalid, "unknown_name", field,
                        {{"value", std::string(base::first_chars(value, 40))}});
}

/// A name that may be left out.
template <class Enum>
Enum read_name(JsonReader& reader, std::string_view key,
               std::optional<Enum> (*value_of)(std::string_view)) {
    const auto name = reader.text_or_empty(key, 40);
    const auto value = value_of(name);
    if (!value) reader.fault(key, "unknown_name", name);
    return value.value_or(Enum{});
}

void write_days_over(JsonWriter& json, const Clue& one, base::Date today) {
    json.field("due_on", due_on(one.handing)).field("days_over", days_over(one, today));
}

void write(JsonWriter& json, const Clue& one, const ledger::Reader& reader) {
    const auto& handing = one.handing;
    const auto& handling = one.handling;
    json.begin_object().field("id", one.id).field("number", one.number).key("unit");
    json.begin_object().field("id", handing.unit).field("name", one.unit_name).end_object();
    json.field("mark", handing.mark).field("source", handing.source);
    json.field("person", reader.name(handing.person)).field("matter", handing.matter);
    json.field("receiver", name_of(handing.receiver));
    json.field("receiver_name", handing.receiver_name).field("handed_on", handing.handed_on);
    json.field("months", handing.months);
    write_days_over(json, one, reader.today);
    json.field("handler", reader.name(handling.handler)).field("way", name_of(handling.way));
    json.field("result", name_of(handling.result)).field("result_text", handling.result_text);
    json.field("concluded_on", handling.concluded_on).field("returned_on", handling.returned_on);
    json.field("recorded_by", reader.name(one.recorded_by)).field("recorded_at", one.recorded_at);
    json.key("revoked");
    if (one.revoked) {
        json.begin_object().field("by", reader.name(one.revoked->by));
        json.field("at", one.revoked->at).field("reason", one.revoked->reason).end_object();
    } else {
        json.null();
    }
    json.field("version", one.version).end_object();
}

}  // namespace

base::Result<Clue> read_new_clue(std::string_view body) {
    return base::read_object<Clue>(body, [](JsonReader& reader) {
        Clue wanted;
        auto& handing = wanted.handing;
        wanted.id = reader.id<ClueTag>("id");
        handing.unit = reader.id<base::UnitTag>("unit_id");
        handing.mark = reader.text_or_empty("mark", mark_chars_max);
        handing.source = reader.text_or_empty("source", source_chars_max);
        handing.person = reader.text_or_empty("person", person_chars_max);
        handing.matter = reader.text_or_empty("matter", reason_chars_max);
        handing.receiver = reader.name<Receiver>("receiver", receiver_of, Receiver::discipline);
        handing.receiver_name = reader.text_or_empty("receiver_name", name_chars_max);
        handing.handed_on = reader.date("handed_on");
        handing.months = static_cast<int>(
            reader.optional_integer("months", 1, clue_months_max).value_or(clue_months));
        return wanted;
    });
}

base::Result<HandlingForm> read_handling(std::string_view body) {
    return base::read_object<HandlingForm>(body, [](JsonReader& reader) {
        HandlingForm form;
        auto& handling = form.handling;
        form.version = reader.integer("version", 1);
        handling.handler = reader.text_or_empty("handler", person_chars_max);
        handling.way = read_name(reader, "way", way_of);
        handling.result = read_name(reader, "result", clue_result_of);
        handling.result_text = reader.text_or_empty("result_text", reason_chars_max);
        handling.concluded_on = reader.optional_date("concluded_on");
        handling.returned_on = reader.optional_date("returned_on");
        return form;
    });
}

base::Result<ClueWords> read_clue_words(std::string_view body) {
    return base::read_object<ClueWords>(body, [](JsonReader& reader) {
        return ClueWords{reader.integer("version", 1),
                         reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<ClueFilter> read_clue_filter(const http::Request& request,
                                          base::ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    ClueFilter filter{programme, WhichClues::all, {}, *page};
    const auto which = request.query_value("which");
    if (which == "open")
        filter.which = WhichClues::open;
    else if (which == "overdue")
        filter.which = WhichClues::overdue;
    else if (!which.empty())
        return unknown("which", which);
    const auto result = request.query_value("result");
    if (result == without_result)
        filter.result = ClueResult::none;
    else if (!result.empty() && !(filter.result = clue_result_of(result)))
        return unknown("result", result);
    return filter;
}

std::string to_json(const Clue& clue, const ledger::Reader& reader) {
    JsonWriter json;
    write(json, clue, reader);
    return json.take();
}

std::string to_json(const ClueView& view, const ledger::Page& asked, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : view.page.rows) write(json, one, reader);
    json.end_array().field("total", view.page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("results").begin_array();
    for (const auto& one : view.results) {
        json.begin_object().field("result", name_of(one.result));
        json.field("count", one.count).end_object();
    }
    json.end_array().key("may").begin_array();
    if (!why_not_record(reader.actor)) json.value("record");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const CluePage& overdue, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : overdue.rows) {
        json.begin_object().field("id", one.id).field("number", one.number).key("programme");
        json.begin_object().field("id", one.programme).field("title", one.programme_title);
        json.end_object().field("receiver_name", one.handing.receiver_name);
        write_days_over(json, one, reader.today);
        json.end_object();
    }
    json.end_array().field("total", overdue.total).end_object();
    return json.take();
}

}  // namespace inspections
