// The rows of one problem in a ledger table, and what their cells say of it: text, manifestations,
// measures, who answers, until when, how far. Merged and blank cells say what stands above them.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "office/document.hpp"
#include "plan/read_problem.hpp"
#include "plan/read_table_header.hpp"

namespace plan {

/// One row, by what its cells mean; views into the block.
struct TableRow {
    std::size_t block = 0;
    std::string_view number, area, problem, manifestation, measure, progress, result, status,
        deadline;
    std::vector<std::pair<Label, std::string_view>> holders;
    bool same_problem = false, same_measure = false, same_manifestation = false,
         same_progress = false;
    bool says_anew = false;             // who, until when or how far, not merged with the row above
    std::size_t cells = 0, widest = 0;  // cells with text; grid columns of the widest of them
    std::string_view only;              // the text, where one cell has any
};

[[nodiscard]] TableRow row_of(const office::Block& block, const TableHead& head);
/// The problem these rows tell of, all of them; `rows` is not empty.
[[nodiscard]] ReadProblem problem_of(const std::vector<TableRow>& rows);
/// The cell of a problem: its text, and 一是…二是… in it as manifestations.
void add_problem_cell(ProblemReader& reader, std::string_view cell, std::size_t block);
/// A labelled value of a form.
void add_form_value(ProblemReader& reader, const Label& label, std::string_view value,
                    std::size_t block);

}  // namespace plan
