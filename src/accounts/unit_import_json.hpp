// What a check or an import of units says.
#pragma once

#include <string>

#include "accounts/unit_import_actions.hpp"

namespace accounts {

/// {"units","persons","bad_rows","faults_total","faults","notes"}, each fault as
/// {"sheet","row","column","value","fault": {"code","args"}}; a thousand of each at most.
[[nodiscard]] std::string to_json(const UnitImportReport& report);

}  // namespace accounts
