#include "ledger/quality_json.hpp"

#include <algorithm>

#include "base/json_writer.hpp"
#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace ledger {
namespace {

/// The text in pieces, so that nobody has to count characters as we do.
void write_parts(base::JsonWriter& json, std::string_view text,
                 const std::vector<MarkedSpan>& marked) {
    const auto write = [&](std::size_t begin, std::size_t end, bool mark) {
        if (begin >= end) return;
        json.begin_object().field("text", text.substr(begin, end - begin));
        json.field("marked", mark).end_object();
    };
    json.key("parts").begin_array();
    std::size_t done = 0;
    for (const auto& span : marked) {
        // Two passages may share characters in the other text.
        write(done, span.begin, false);
        write(std::max(done, span.begin), span.end, true);
        done = std::max(done, span.end);
    }
    write(done, text.size(), false);
    json.end_array();
}

void write_finding(base::JsonWriter& json, const Finding& finding) {
    json.begin_object().field("check", name_of(finding.check)).field("weight", finding.weight);
    json.field("view", name_of(finding.view)).field("id", finding.id);
    json.field("number", finding.number).field("unit", finding.unit);
    write_parts(json, finding.text, finding.marked);
    json.key("facts").begin_object();
    for (const auto& [name, value] : finding.facts) json.field(name, value);
    json.end_object().key("twin");
    if (const auto& twin = finding.twin) {
        json.begin_object().field("id", twin->id).field("number", twin->number);
        json.field("unit", twin->unit).field("programme_title", twin->programme_title);
        write_parts(json, twin->text, twin->marked);
        json.end_object();
    } else {
        json.null();
    }
    json.end_object();
}

void write_coverage(base::JsonWriter& json, const CoverageRow& row) {
    json.begin_object().key("problem").begin_object().field("id", row.problem);
    json.field("number", row.number).field("printed_number", row.printed_number);
    json.field("text", row.text).field("unit", row.unit).field("status", name_of(row.status));
    json.end_object().key("manifestation");
    if (const auto& one = row.manifestation) {
        json.begin_object().field("printed_number", one->printed_number);
        json.field("text", one->text).end_object();
    } else {
        json.null();
    }
    json.field("measures", row.measures).key("first");
    if (row.first)
        json.begin_object()
            .field("id", row.first->id)
            .field("number", row.first->number)
            .end_object();
    else
        json.null();
    json.end_object();
}

}  // namespace

base::Result<QualityQuestion> read_quality_question(const http::Request& request) {
    const auto page = read_page(request);
    if (!page) return page.error();
    QualityQuestion asked;
    asked.page = *page;
    const auto check = request.query_value("check");
    asked.check = check_of(check);
    if (!check.empty() && !asked.check)
        return base::refuse(base::ErrorKind::invalid, "unknown_name", "check",
                            {{"value", std::string(base::first_chars(check, 40))}});
    for (const auto& [name, value] : request.query)
        if (name == "unit") asked.unit = std::string(value);
    return asked;
}

std::string to_json(const QualityPage& page, const QualityQuestion& asked) {
    base::JsonWriter json;
    json.begin_object().key("checks").begin_array();
    for (const auto& [check, count] : page.checks)
        json.begin_object().field("check", name_of(check)).field("count", count).end_object();
    json.end_array().key("units").begin_array();
    for (const auto& [unit, count] : page.units)
        json.begin_object().field("unit", unit).field("count", count).end_object();
    json.end_array().key("rows").begin_array();
    for (const auto& finding : page.rows) write_finding(json, finding);
    json.end_array().field("total", page.total).field("elsewhere_cut", page.elsewhere_cut);
    json.field("page", asked.page.page).field("page_size", asked.page.page_size).end_object();
    return json.take();
}

std::string to_json(const CoveragePage& page, const Page& asked) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : page.rows) write_coverage(json, row);
    json.end_array().field("total", page.total).field("uncovered", page.uncovered);
    json.field("page", asked.page).field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace ledger
