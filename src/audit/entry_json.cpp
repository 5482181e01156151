#include "audit/entry_json.hpp"

#include <algorithm>
#include <charconv>

#include "base/json_writer.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace audit {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t query_chars_max = 200;

// The values of an address; the first fault stands.
class Address {
  public:
    explicit Address(const http::Request& request) : request_(request) {}

    std::string text(std::string_view name) {
        const auto value = base::trim(request_.query_value(name));
        if (base::chars_in(value) > query_chars_max)
            fault("text_too_long", name,
                  {{"chars", std::to_string(base::chars_in(value))},
                   {"accepted", std::to_string(query_chars_max)}});
        return std::string(base::first_chars(value, query_chars_max));
    }
    std::vector<std::string> list(std::string_view name) {
        std::vector<std::string> parts;
        auto rest = request_.query_value(name);
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            parts.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return parts;
    }
    std::optional<base::Date> day(std::string_view name) {
        const auto value = text(name);
        if (value.empty()) return std::nullopt;
        const auto found = base::parse_date(value);
        if (!found) fault("expected_date", name, {{"value", value}});
        return found;
    }
    std::optional<Mark> mark(std::string_view name) {
        const auto value = text(name);
        if (value.empty()) return std::nullopt;
        auto found = mark_of(value);
        if (!found) fault("page_mark_not_readable", name, {});
        return found;
    }
    std::int64_t number(std::string_view name, std::int64_t when_absent, std::int64_t max) {
        const auto value = text(name);
        if (value.empty()) return when_absent;
        std::int64_t found = 0;
        const auto* end = value.data() + value.size();
        const auto [stopped, error] = std::from_chars(value.data(), end, found);
        if (error == std::errc() && stopped == end && found >= 1 && found <= max) return found;
        fault("number_out_of_range", name,
              {{"value", value}, {"accepted", "1–" + std::to_string(max)}});
        return when_absent;
    }
    [[nodiscard]] const std::optional<base::Error>& first() const { return first_; }

  private:
    void fault(std::string_view code, std::string_view name,
               std::vector<std::pair<std::string, std::string>> args) {
        if (!first_) first_ = refuse(ErrorKind::invalid, code, name, std::move(args));
    }
    const http::Request& request_;
    std::optional<base::Error> first_;
};

void write_subject(base::JsonWriter& json, const EntryRow& row) {
    json.key("subject").begin_object().field("kind", row.entry.subject_kind);
    json.field("id", row.entry.subject_id).field("name", row.subject_name);
    json.field("person", row.subject_person).field("number", row.subject_number).end_object();
}

void write_fields(base::JsonWriter& json, const Seen& seen) {
    json.field("open", seen.open).key("fields").begin_array();
    for (const auto& [field, value] : seen.payload.facts) {
        json.begin_object().field("field", field);
        if (seen.open) json.field("value", value);
        json.end_object();
    }
    for (const auto& change : seen.payload.changes) {
        json.begin_object().field("field", change.field);
        if (seen.open) json.field("old", change.old_value).field("new", change.new_value);
        json.end_object();
    }
    json.end_array();
}

void write_row(base::JsonWriter& json, const EntryRow& row) {
    const auto& entry = row.entry;
    const auto seen = seen_of(row);
    json.begin_object().field("chain", entry.chain).field("sequence", entry.sequence);
    json.field("programme_title", row.programme_title).field("at", entry.at);
    json.key("actor").begin_object().field("id", entry.actor_id).field("name", entry.actor_name);
    json.field("account", row.actor_account).end_object().field("act", entry.act);
    write_subject(json, row);
    json.field("address", address_in(seen)).field("erased", row.erased);
    write_fields(json, seen);
    json.field("payload_digest", entry.payload_digest).field("previous", entry.previous);
    json.field("algorithm", entry.algorithm).field("hash", entry.hash).end_object();
}

}  // namespace

base::Result<EntryQuery> read_query(const http::Request& request) {
    Address address(request);
    EntryQuery query;
    query.actor = address.text("actor");
    query.acts = address.list("act");
    query.kind = address.text("kind");
    query.subject = address.text("subject");
    query.chain = address.text("chain");
    query.from = address.day("from");
    query.to = address.day("to");
    query.text = address.text("text");
    query.brief = address.text("brief") == "1";
    query.behind = address.mark("behind");
    query.rows_max = address.number("page_size", 50, base::limits::page_rows_max);
    if (address.first()) return *address.first();
    return query;
}

std::string to_json(const EntryPage& page) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : page.rows) write_row(json, row);
    json.end_array().key("next");
    page.next ? json.value(to_text(*page.next)) : json.null();
    json.end_object();
    return json.take();
}

std::string sources_json(std::span<const ledger::ProgrammeTitle> programmes,
                         const journal::SigningKey& signing) {
    base::JsonWriter json;
    json.begin_object().key("programmes").begin_array();
    for (const auto& one : programmes)
        json.begin_object().field("id", one.id).field("title", one.title).end_object();
    json.end_array().key("signing").begin_object().field("algorithm", "ed25519");
    json.field("public_key", signing.public_key());
    json.field("fingerprint", journal::fingerprint_of(signing.public_key()));
    json.end_object().end_object();
    return json.take();
}

}  // namespace audit
