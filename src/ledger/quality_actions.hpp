// Asking what a careful reader would find in a ledger.
#pragma once

#include <optional>

#include "ledger/coverage_store.hpp"
#include "ledger/quality_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

struct QualityQuestion {
    std::optional<Check> check;
    std::optional<std::string> unit;  // by its name as it stands in the rows; "": none is named
    Page page;
};
struct QualityPage {
    std::vector<std::pair<Check, std::int64_t>> checks;       // within the unit asked for
    std::vector<std::pair<std::string, std::int64_t>> units;  // within the check asked for
    std::vector<Finding> rows;                                // the heaviest first
    std::int64_t total = 0;
    bool elsewhere_cut = false;
};
/// Refuses: programme_not_found (also outside the scope).
[[nodiscard]] base::Result<QualityPage> check_quality(const Needs& needs, const base::Actor& actor,
                                                      ProgrammeId programme,
                                                      const QualityQuestion& question);
/// Refuses: programme_not_found (also outside the scope).
[[nodiscard]] base::Result<CoveragePage> view_coverage(const Needs& needs, const base::Actor& actor,
                                                       ProgrammeId programme, const Page& page);

}  // namespace ledger
