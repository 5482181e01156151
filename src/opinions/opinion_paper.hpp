// The form on which opinions are written by hand, and slips with codes to be cut apart.
#pragma once

#include "office/paper.hpp"
#include "opinions/collection.hpp"

namespace opinions {

/// 征求意见表, empty: no name is asked of whoever fills it in.
[[nodiscard]] office::Paper opinion_form_paper(const LifeMeeting& meeting,
                                               const Collection& collection);

struct CodeSlips {
    std::string page;  // where it is opened
    std::vector<std::string> codes;
};
/// Two slips beside each other.
[[nodiscard]] office::Paper code_slips_paper(const LifeMeeting& meeting,
                                             const Collection& collection, const CodeSlips& slips);

}  // namespace opinions
