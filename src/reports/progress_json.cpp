#include "reports/progress_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "office/sheet_fault_json.hpp"

namespace reports {
namespace {

constexpr Verdict verdicts[]{Verdict::changes, Verdict::conflicts, Verdict::faulty,
                             Verdict::unchanged};

constexpr std::array<std::string_view, 5> outcome_names{"reported", "submitted", "left_to_theirs",
                                                        "faulty", "unchanged"};

void write_theirs(base::JsonWriter& json, const ledger::ProgressEntry& entry,
                  const ledger::Reader& reader) {
    json.begin_object().field("by", reader.name(entry.by)).field("at", entry.at);
    json.key("cells").begin_array();
    const auto cell = [&](std::size_t column, const std::string& text) {
        if (text.empty()) return;
        json.begin_object().field("column", heading_of(column)).field("text", text).end_object();
    };
    cell(text_at, entry.text);
    cell(percent_at, std::to_string(entry.percent) + "%");
    cell(percent_reason_at, entry.percent_reason);
    cell(evidence_note_at, entry.evidence_note);
    for (std::size_t i = 0; i < std::size(ledger::result_kinds); ++i)
        for (const auto& result : entry.results)
            if (result.kind == ledger::result_kinds[i])
                cell(results_at + i, std::to_string(result.quantity));
    json.end_array().end_object();
}

void write_row(base::JsonWriter& json, const CheckedRow& row, const ledger::Reader& reader) {
    json.begin_object().field("sheet", row.at.sheet).field("row", row.at.row);
    json.field("verdict", name_of(row.verdict)).field("submit", row.submit);
    json.key("measure");
    if (row.measure) {
        json.begin_object().field("id", row.measure->id).field("number", row.measure->number);
        json.field("printed_number", row.measure->printed_number);
        json.field("text", row.measure->text).end_object();
    } else {
        json.null();
    }
    json.key("cells").begin_array();
    for (const auto& change : row.changes) {
        json.begin_object().field("column", heading_of(change.column));
        json.field("before", change.before).field("after", change.after).end_object();
    }
    json.end_array().key("theirs");
    if (row.theirs)
        write_theirs(json, *row.theirs, reader);
    else
        json.null();
    office::write_faults(json, "faults", row.faults);
    office::write_faults(json, "notes", row.notes);
    json.end_object();
}

}  // namespace

std::string_view name_of(RowOutcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}

std::string to_json(const ProgressCheck& check, const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("mark", check.mark).key("counts").begin_object();
    for (const auto verdict : verdicts)
        json.field(name_of(verdict), static_cast<std::int64_t>(std::count_if(
                                         check.rows.begin(), check.rows.end(),
                                         [&](const auto& row) { return row.verdict == verdict; })));
    json.end_object().key("rows").begin_array();
    for (const auto& row : check.rows) write_row(json, row, reader);
    json.end_array();
    office::write_faults(json, "faults", check.faults);
    office::write_faults(json, "notes", check.notes);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<ProgressRow>& rows) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : rows) {
        json.begin_object().field("sheet", row.at.sheet).field("row", row.at.row);
        json.field("number", row.number).field("outcome", name_of(row.outcome)).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<std::set<std::int64_t>> read_numbers(std::string_view text) {
    std::set<std::int64_t> numbers;
    while (!text.empty()) {
        const auto part = text.substr(0, text.find(','));
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc() || end != part.data() + part.size())
            return base::refuse(base::ErrorKind::invalid, "expected_integer", "mine");
        numbers.insert(number);
        text.remove_prefix(std::min(part.size() + 1, text.size()));
    }
    return numbers;
}

}  // namespace reports
