// What a changed document says of a row that stands, field by field. `Row` is a ledger::Problem or
// a ledger::Measure. Pure.
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

}  // namespace plan
