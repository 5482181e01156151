// Rounds (轮次), the teams of a round and the units each team inspects, from when to when. A
// programme belongs to the inspection of its unit by saying the same team; nothing else links them.
// Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ledger/programme.hpp"

namespace inspections {

using ledger::InspectionId;
using ledger::RoundId;
using Day = std::optional<base::Date>;

inline constexpr std::size_t term_chars_max = 100, members_chars_max = 500, units_max = 100;

struct RoundTerms {
    std::string name;            // 五届云岭区委第三轮巡察
    std::string term;            // of the committee: 五届云岭区委
    std::string leading_office;  // 区委巡察办
    Day begins_on, ends_on;
    bool operator==(const RoundTerms&) const = default;
};
struct Round {
    RoundId id;
    RoundTerms terms;
    std::int64_t version = 1;
    bool operator==(const Round&) const = default;
};

/// A team on its task within a round; what a programme calls its inspection.
struct TeamTerms {
    std::string name;  // 常规巡察
    ledger::InspectionKind kind = ledger::InspectionKind::regular;
    std::string inspecting_body;  // 区委第二巡察组
    std::string head, members;
    bool operator==(const TeamTerms&) const = default;
};
struct Team {
    InspectionId id;
    RoundId round;
    TeamTerms terms;
    std::int64_t version = 1;
    bool operator==(const Team&) const = default;
};

struct Days {
    Day begins_on, ends_on;
    bool operator==(const Days&) const = default;
};
struct LinkedProgramme {
    base::ProgrammeId id;
    std::string title;
    bool operator==(const LinkedProgramme&) const = default;
};
struct InspectedUnit {
    InspectionId inspection;
    base::UnitId unit;
    std::string unit_name;
    Days days;
    std::optional<LinkedProgramme> programme;
    Day feedback_on;            // of the programme, or when feedback was delivered
    std::int64_t feedback = 0;  // documents
    std::int64_t version = 0;   // 0: known from its programme only
    bool operator==(const InspectedUnit&) const = default;
};

/// Derived, never stored. Without days a unit is planned until there is feedback.
enum class Stage { planned, under_way, awaiting_feedback, fed_back };
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] Stage stage_of(const InspectedUnit& one, base::Date today);

/// Refuses only_registrars_keep_inspections.
[[nodiscard]] std::optional<base::Error> why_not_keep(const base::Actor& actor);
/// Refuses ends_before_it_begins (args value, accepted).
[[nodiscard]] base::Result<void> check(const Days& days);
/// Refuses inspected_unit_has_programme.
[[nodiscard]] std::optional<base::Error> why_not_remove(const InspectedUnit& one);

}  // namespace inspections
