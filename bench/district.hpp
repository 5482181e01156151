// An invented district of any size, written through the stores: units, programmes, problems and
// measures in all states. The same size gives the same district.
#pragma once

#include <string>
#include <vector>

#include "base/actor.hpp"
#include "db/database.hpp"
#include "ledger/programme.hpp"

namespace bench {

struct DistrictSize {
    int units = 1'000;
    int programmes = 1'000;
    int problems = 100;  // in each programme
    int measures = 3;    // under each problem
};

inline constexpr std::string_view account_name = "bench";
inline constexpr std::string_view scoped_account_name = "scoped";    // sees 200 of 1,000 units
inline constexpr std::string_view liaison_account_name = "liaison";  // of one unit of 1,000
inline constexpr std::string_view account_password = "Invented-district-1";

struct District {
    std::vector<base::UnitId> units;
    std::vector<ledger::ProgrammeId> programmes;
    std::vector<ledger::MeasureId> open_measures;  // one of each programme, under way, version 1
};

/// The days of which deadlines are made: from `first_due` on, so many.
inline constexpr std::string_view first_due = "2026-01-01";
inline constexpr int due_days = 720;

/// Fills an empty migrated database; with an account of the rectification office, one of a
/// supervision team that sees eight departments, and one of a section's liaison. Throws what
/// db::Database throws.
[[nodiscard]] District make_district(db::Database& database, const DistrictSize& size);

}  // namespace bench
