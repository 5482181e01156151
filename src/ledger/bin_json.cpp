#include "ledger/bin_json.hpp"

#include "base/utf8.hpp"

namespace ledger {
namespace {

constexpr std::size_t text_chars_told = 80;  // enough to know the row by

void write(base::JsonWriter& json, const BinEntry& entry, const Reader& reader) {
    json.begin_object().field("id", entry.id).field("programme_id", entry.programme);
    json.field("view", name_of(entry.view)).field("row_id", entry.row);
    json.field("number", entry.number);
    json.field("text", base::first_chars(entry.text, text_chars_told));
    json.field("measures", entry.measures).field("reason", entry.reason).field("at", entry.at);
    json.field("by", reader.name(entry.by)).field("until", entry.until).key("may").begin_array();
    if (!why_not_restore(entry.until, reader.today, reader.actor)) json.value("restore");
    json.end_array().end_object();
}

}  // namespace

std::string to_json(const RemovalPreview& preview, const Reader&) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : preview.rows) {
        json.begin_object().field("view", name_of(row.view)).field("number", row.number);
        json.field("text", base::first_chars(row.text, text_chars_told)).end_object();
    }
    json.end_array().field("manifestations", preview.manifestations);
    json.field("until", preview.until).end_object();
    return json.take();
}

std::string to_json(const BinEntry& entry, const Reader& reader) {
    base::JsonWriter json;
    write(json, entry, reader);
    return json.take();
}

std::string to_json(const BinPage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& entry : page.rows) write(json, entry, reader);
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace ledger
