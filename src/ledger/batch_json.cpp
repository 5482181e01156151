#include "ledger/batch_json.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/problem_json.hpp"

namespace ledger {
namespace {

constexpr auto rows_max = static_cast<std::size_t>(bulk_rows_max);
constexpr std::size_t text_chars_told = 80;  // enough to know the row by

std::optional<HolderRole> role_of_list(std::string_view name) {
    const auto found = std::find_if(holder_roles.begin(), holder_roles.end(),
                                    [&](HolderRole role) { return list_name_of(role) == name; });
    return found == holder_roles.end() ? std::nullopt : std::optional(*found);
}

std::optional<View> view_of(std::string_view name) {
    for (const auto view : {View::measures, View::problems})
        if (name_of(view) == name) return view;
    return std::nullopt;
}

HolderChange read_holder_change(base::JsonReader& reader) {
    HolderChange change;
    change.role = reader.name("role", role_of_list, HolderRole::responsible_unit);
    change.way = reader.name("way", holder_way_of, HolderWay::replace);
    reader.array("holders", base::limits::holders_max, [&](base::JsonReader& one) {
        change.holders.push_back(read_holder(one, change.role));
    });
    reader.object("instead_of", [&](base::JsonReader& one) {
        change.instead_of = read_holder(one, change.role);
    });
    return change;
}

BulkChange read_change(base::JsonReader& reader) {
    BulkChange change;
    reader.object("change", [&](base::JsonReader& asked) {
        change.deadline = read_deadline(asked, "deadline");
        asked.array("holders", holder_roles.size(), [&](base::JsonReader& one) {
            change.holders.push_back(read_holder_change(one));
        });
        change.demands = read_demands(asked, "demands");
        if (change.demands) change.demands = in_order(*change.demands);
    });
    return change;
}

void write_change(base::JsonWriter& json, const BulkChange& change, const Reader& reader) {
    json.begin_object();
    if (change.deadline) write(json.key("deadline"), *change.deadline);
    json.key("holders").begin_array();
    for (const auto& one : change.holders) {
        json.begin_object().field("role", list_name_of(one.role)).field("way", name_of(one.way));
        json.key("holders").begin_array();
        for (const auto& holder : one.holders) write(json, holder, reader);
        json.end_array();
        if (one.instead_of) write(json.key("instead_of"), *one.instead_of, reader);
        json.end_object();
    }
    json.end_array();
    if (change.demands) write(json.key("demands"), *change.demands);
    json.end_object();
}

void write_counts(base::JsonWriter& json, const BatchCounts& counts) {
    json.key("counts").begin_object().field("changed", counts.changed);
    json.field("unchanged", counts.unchanged).field("refused", counts.refused);
    json.field("changed_meanwhile", counts.changed_meanwhile);
    json.field("changed_since", counts.changed_since).end_object();
}

void write_rows(base::JsonWriter& json, const std::vector<BatchedRow>& rows, const Reader& reader) {
    json.key("rows").begin_array();
    for (const auto& row : rows) {
        json.begin_object().field("id", row.id).field("number", row.number);
        json.field("text", base::first_chars(row.text, text_chars_told));
        json.field("version", row.version).field("outcome", name_of(row.outcome));
        write_changes(json, row.changes, reader);
        json.field("refusal", row.refusal).field("changed_since", row.changed_since).end_object();
    }
    json.end_array();
}

void write_batch(base::JsonWriter& json, const Batch& batch, const Reader& reader) {
    json.begin_object().field("id", batch.id).field("programme_id", batch.programme);
    json.field("view", name_of(batch.view)).field("at", batch.at);
    json.field("by", reader.name(batch.by)).field("reason", batch.reason);
    write_change(json.key("change"), batch.asked, reader);
    json.field("undoes", batch.undoes).field("undone_by", batch.undone_by);
    write_counts(json, batch.counts);
    json.key("may").begin_array();
    if (!why_not_undo(batch, reader.actor)) json.value("undo");
    json.end_array().end_object();
}

}  // namespace

base::Result<BulkQuestion> read_bulk_question(const http::Request& request) {
    auto address = read_list_address(request);
    if (!address) return address.error();
    return base::read_object<BulkQuestion>(request.body, [&](base::JsonReader& reader) {
        BulkQuestion question;
        question.view = address->view;
        question.query = address->query;
        auto rows = reader.texts("rows", rows_max, 36);  // null asks for those of the address
        if (reader.has("rows")) question.rows = std::move(rows);
        question.change = read_change(reader);
        return question;
    });
}

base::Result<BulkOrder> read_bulk_order(std::string_view body) {
    return base::read_object<BulkOrder>(body, [](base::JsonReader& reader) {
        BulkOrder order;
        order.id = reader.id<BatchTag>("id");
        order.view = reader.name("view", view_of, View::measures);
        order.change = read_change(reader);
        order.reason = reader.text("reason", base::limits::reason_chars_max);
        reader.array("rows", rows_max, [&](base::JsonReader& one) {
            order.rows.push_back({one.filled_text("id", 36), one.integer("version", 0)});
        });
        order.quiet = reader.boolean("quiet", false);
        return order;
    });
}

base::Result<UndoOrder> read_undo_order(std::string_view body) {
    return base::read_object<UndoOrder>(body, [](base::JsonReader& reader) {
        return UndoOrder{reader.id<BatchTag>("id"),
                         reader.text("reason", base::limits::reason_chars_max),
                         reader.boolean("quiet", false)};
    });
}

base::Result<BatchRowFilter> read_batch_row_filter(const http::Request& request) {
    const auto page = read_page(request);
    if (!page) return page.error();
    BatchRowFilter filter{std::nullopt, *page};
    const auto outcome = request.query_value("outcome");
    if (outcome.empty()) return filter;
    filter.outcome = batch_outcome_of(outcome);
    if (!filter.outcome)
        return base::refuse(base::ErrorKind::invalid, "unknown_name", "outcome",
                            {{"value", std::string(base::first_chars(outcome, 40))}});
    return filter;
}

std::string to_json(const std::vector<BatchedRow>& rows, const Reader& reader) {
    base::JsonWriter json;
    json.reserve(512 * (rows.size() + 1));
    json.begin_object();
    write_counts(json, count(rows));
    write_rows(json, rows, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const BatchReport& report, const Reader& reader) {
    base::JsonWriter json;
    json.reserve(512 * (report.rows.size() + 2));
    json.begin_object();
    write_batch(json.key("batch"), report.batch, reader);
    write_rows(json, report.rows, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const BatchPage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& batch : page.rows) write_batch(json, batch, reader);
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace ledger
