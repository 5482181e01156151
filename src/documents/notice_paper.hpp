// A notice of supervision as a letter (信函格式): the measures it is about and how they stand, on
// what ground, what is asked, by when; on a page of its own the slip of receipt and reply (domain
// 5.1). Pure.
#pragma once

#include "documents/paper_words.hpp"
#include "ledger/notice.hpp"
#include "office/paper.hpp"

namespace documents {

/// One that was not issued yet is a draft as of `today`.
[[nodiscard]] office::Paper paper_of(const ledger::Notice& notice, base::Date today,
                                     const std::string& issuer = std::string(rectification_office));

}  // namespace documents
