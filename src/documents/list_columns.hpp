// The lists that are views of the ledger, as data: of each the columns it prints, which rows it
// takes, what stands below it. A list more is a line more in list_columns.cpp. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "documents/list_paper.hpp"

namespace documents {

/// A row of a list: a problem and one of its measures; none where it has none or the list is of
/// problems alone.
struct Line {
    const ListSource& source;
    const ledger::ProblemRow& problem;
    const ledger::MeasureRow* measure;

    [[nodiscard]] const reports::ProblemFacts& facts() const;
    [[nodiscard]] const reports::MeasureFacts& measure_facts() const;
    [[nodiscard]] const ledger::Responsibility& holders() const;
    [[nodiscard]] const ledger::Deadline& deadline() const;
    [[nodiscard]] std::optional<base::Date> due_on() const;
};

struct Column {
    const char* heading;
    double width;     // a share
    bool of_problem;  // one cell over all its measures
    bool centred;
    std::string (*text)(const Line&);
};

struct ListForm {
    enum class Rows { measures, problems };
    std::vector<Column> columns;
    Rows rows = Rows::measures;
    bool (*takes)(const Line&) = nullptr;  // none: every row
    const char* remark = nullptr;          // below the table
    std::vector<const char*> signatures = {};
};
/// `kind` is one that list_paper() makes.
[[nodiscard]] const ListForm& form_of(DocumentKind kind);

}  // namespace documents
