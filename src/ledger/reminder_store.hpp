// Rows whose day comes near, and what was told of them. One function a statement; decides nothing.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "ledger/measure.hpp"

namespace ledger {

/// A measure in the hands of a unit, once for each unit that holds it.
struct NearingMeasure {
    ProgrammeId programme;
    std::string programme_title;
    base::UnitId inspected_unit, unit;
    MeasureId measure;
    base::Date due_on;
    base::Guards guards;
    std::optional<int> told;  // the closest step that was told for this day
};
/// Programmes with such measures.
[[nodiscard]] std::vector<ProgrammeId> list_programmes_nearing(db::Transaction& transaction,
                                                               base::Date until);
/// Not done, not handed in, of problems that are neither; due on `until` or before; without those
/// that were told to be overdue. By unit.
[[nodiscard]] std::vector<NearingMeasure> list_nearing(db::Transaction& transaction,
                                                       ProgrammeId programme, base::Date until);
/// Told already: nothing.
void save_told(db::Transaction& transaction, MeasureId measure, base::Date due_on, int step,
               base::Instant now);

}  // namespace ledger
