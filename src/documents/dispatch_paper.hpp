// What a notice of dispatch (调度通报) says beyond a report: what is difficult, and what is planned
// until the next one. Pure.
#pragma once

#include "documents/report_paper.hpp"

namespace documents {

/// `numbered` is the heading's number of the first of the two sections: 6.
void add_difficulties_and_plan(std::vector<office::PaperPart>& parts, const ListSource& source,
                               std::size_t numbered);

}  // namespace documents
