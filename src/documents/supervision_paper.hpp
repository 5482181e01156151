// Papers of supervision: the record of an interview (约谈记录) and the report of a check on the
// spot (督查报告), with what was found at each row and what that led to. Pure.
#pragma once

#include <string>
#include <vector>

#include "office/paper.hpp"
#include "supervision/checked_row.hpp"
#include "supervision/interview.hpp"

namespace documents {

/// To be signed by both sides.
[[nodiscard]] office::Paper interview_paper(const std::string& programme_title,
                                            const supervision::Interview& record);

struct CheckSource {
    supervision::Check check;
    std::vector<supervision::CheckedRow> rows;  // those the reader may see, by position
    std::string issuer;
    base::Date today;
};
/// How many rows came to which result; counted from the rows it prints.
struct CheckCounts {
    std::size_t rows = 0, genuine = 0, partly = 0, paper = 0, unrectified = 0, unfilled = 0;
};
[[nodiscard]] CheckCounts count(const CheckSource& source);
[[nodiscard]] office::Paper check_paper(const CheckSource& source);

}  // namespace documents
