// What a unit studied of rules that others made (学习的法规制度, R78): which, when, on what
// occasion, how many took part. Pure.
#pragma once

#include <optional>
#include <string>

#include "ledger/programme.hpp"

namespace regulations {

using StudyId = base::Id<struct StudyTag>;
inline constexpr std::size_t study_title_chars_max = 200, occasion_chars_max = 100;
inline constexpr std::int64_t study_persons_max = 100'000;

struct Study {
    StudyId id;
    base::ProgrammeId programme;
    std::string title;
    base::Date studied_on;
    std::string occasion;
    base::UnitId unit;
    std::string unit_name, unit_path;  // read with the row
    std::int64_t persons = 0;          // 0: not counted
    std::string by;                    // who wrote it down
    std::int64_t version = 1;
    bool operator==(const Study&) const = default;
};

/// Whether somebody may write down, or take out, what the unit of `study` studied. Refuses
/// only_the_unit_in_charge_moves_it (the office and those who report for the unit may).
[[nodiscard]] std::optional<base::Error> why_not_keep(const Study& study, const base::Actor& actor);
/// Refuses step_lies_in_the_future (studied_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const Study& study, base::Date today);

}  // namespace regulations
