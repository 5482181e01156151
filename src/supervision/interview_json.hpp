// Messages about interviews: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "supervision/interview_actions.hpp"

namespace supervision {

/// {"id","held_on","begins_at","place","unit_id","person","post","interviewers","recorder","cause",
/// "problem","answer","requirement","due_on"|null,"signed","unsigned_reason"}
[[nodiscard]] base::Result<Interview> read_new_interview(std::string_view body);
[[nodiscard]] std::string to_json(const Interview& one, const ledger::Reader& reader);
/// {"rows","total","page","page_size"}
[[nodiscard]] std::string to_json(const InterviewPage& page, const ledger::Page& asked,
                                  const ledger::Reader& reader);

}  // namespace supervision
