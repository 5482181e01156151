// A row as named texts: how history keeps it, how two versions are compared, and how short lists
// stand in one column. Reads back exactly what it wrote.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/payload.hpp"
#include "ledger/problem.hpp"
#include "ledger/task.hpp"

namespace ledger {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "name TAB value LF" a field; tab, line feed and backslash are escaped.
[[nodiscard]] std::string encode(const Fields& fields);
/// What encode() wrote; lines that are not of that form are left out.
[[nodiscard]] Fields decode(std::string_view text);

/// In the order of `after`; a field that only one side has counts as "" on the other.
[[nodiscard]] std::vector<journal::FieldChange> changes_between(const Fields& before,
                                                                const Fields& after);

/// Every field a person can change, in the order of the form. The day that counts is none: it
/// follows from the deadline and the programme's dates.
[[nodiscard]] Fields fields_of(const Programme& programme);
[[nodiscard]] Fields fields_of(const Measure& measure);
[[nodiscard]] Fields fields_of(const Problem& problem);
[[nodiscard]] Fields fields_of(const Task& task);

/// A responsibility in one column: role, name, unit, person a line.
[[nodiscard]] std::string encode(const Responsibility& responsibility);
[[nodiscard]] Responsibility decode_responsibility(std::string_view text);

/// "regulations,campaigns"
[[nodiscard]] std::string encode(const ResultKinds& kinds);
[[nodiscard]] ResultKinds decode_demands(std::string_view text);

/// What a document or a batch changes of a row, as it is now: enough to put it back.
template <class Row>
[[nodiscard]] Fields fields_kept(const Row& row) {
    return {{"text", row.text},
            {"responsibility", encode(row.responsibility)},
            {"deadline_kind", std::string(name_of(row.deadline.kind))},
            {"deadline_text", row.deadline.text},
            {"deadline_date", row.deadline.date ? base::to_text(*row.deadline.date) : ""}};
}
/// The row with what fields_kept() kept.
template <class Row>
[[nodiscard]] Row put_back(Row row, const Fields& before) {
    for (const auto& [field, value] : before) {
        if (field == "text") row.text = value;
        if (field == "responsibility") row.responsibility = decode_responsibility(value);
        if (field == "deadline_kind")
            row.deadline.kind = deadline_kind_of(value).value_or(DeadlineKind::unspecified);
        if (field == "deadline_text") row.deadline.text = value;
        if (field == "deadline_date") row.deadline.date = base::parse_date(value);
    }
    return row;
}

}  // namespace ledger
