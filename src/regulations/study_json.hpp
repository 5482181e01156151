// Messages about what was studied: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "regulations/study_store.hpp"

namespace regulations {

/// {"id","title","studied_on","occasion","unit_id","persons"}. The programme is the caller's.
[[nodiscard]] base::Result<Study> read_new_study(std::string_view body);
[[nodiscard]] std::string to_json(const Study& one, const ledger::Reader& reader);
/// {"rows","total","page","page_size","may":["add"]}
[[nodiscard]] std::string to_json(const StudyPage& page, const ledger::Page& asked,
                                  const ledger::Reader& reader);

}  // namespace regulations
