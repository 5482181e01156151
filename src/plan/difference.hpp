// What a changed document says of a row that stands, field by field, and how a row is put back as
// it was. `Row` is a ledger::Problem or a ledger::Measure. Pure.
#pragma once

#include "ledger/fields.hpp"
#include "plan/draft.hpp"

namespace plan {

/// 责任单位：财政局；责任领导：…
[[nodiscard]] std::string names_of(const ledger::Responsibility& responsibility);
/// The wording, else the day, else the kind in words.
[[nodiscard]] std::string words_of(const ledger::Deadline& deadline);

/// One of the three groups of fields that a document can say anew; each is taken over on its own.
template <class Row>
struct Difference {
    std::string_view field;
    std::string_view history_prefix;  // of the fields' names in the history; "" for the six roles
    std::string old_value, new_value;
    void (*take_over)(Row& row, const DraftRow& said);
};

/// What the document leaves empty is no difference.
template <class Row>
std::vector<Difference<Row>> differences(const Row& row, const DraftRow& said) {
    std::vector<Difference<Row>> found;
    if (!said.text.empty() && row.text != said.text)
        found.push_back({"text", "text", row.text, said.text,
                         [](Row& r, const DraftRow& s) { r.text = s.text; }});
    const auto names = names_of(row.responsibility), said_names = names_of(said.responsibility);
    if (!said_names.empty() && names != said_names)
        found.push_back({"responsibility", "", names, said_names,
                         [](Row& r, const DraftRow& s) { r.responsibility = s.responsibility; }});
    if (!said.deadline.empty() && row.deadline != said.deadline)
        found.push_back({"deadline", "deadline_", words_of(row.deadline), words_of(said.deadline),
                         [](Row& r, const DraftRow& s) { r.deadline = s.deadline; }});
    return found;
}

/// All that a document can say anew, as it is now: enough to put it back.
template <class Row>
ledger::Fields fields_taken_over(const Row& row) {
    return {{"text", row.text},
            {"responsibility", ledger::encode(row.responsibility)},
            {"deadline_kind", std::string(ledger::name_of(row.deadline.kind))},
            {"deadline_text", row.deadline.text},
            {"deadline_date", row.deadline.date ? base::to_text(*row.deadline.date) : ""}};
}

/// The row with what fields_taken_over() kept.
template <class Row>
Row put_back(Row row, const ledger::Fields& before) {
    for (const auto& [field, value] : before) {
        if (field == "text") row.text = value;
        if (field == "responsibility") row.responsibility = ledger::decode_responsibility(value);
        if (field == "deadline_kind")
            row.deadline.kind =
                ledger::deadline_kind_of(value).value_or(ledger::DeadlineKind::unspecified);
        if (field == "deadline_text") row.deadline.text = value;
        if (field == "deadline_date") row.deadline.date = base::parse_date(value);
    }
    return row;
}

}  // namespace plan
