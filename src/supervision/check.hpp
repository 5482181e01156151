// A check on the spot (督查): a team looks, at units of one programme, whether what was reported or
// struck off is so. Planned, under way, concluded; unless announced, the units learn of it only
// once it is concluded (R22, R66, R71). The table of states stands in docs/states.md. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace supervision {

using CheckId = base::Id<struct CheckTag>;
inline constexpr std::size_t subject_chars_max = 200, member_chars_max = 100, members_max = 30,
                             visited_max = 50, items_max = 20, item_chars_max = 100,
                             conclusion_chars_max = 2'000;

enum class CheckKind {
    site_check,     // 现场督查
    look_back,      // 回头看
    reverse_check,  // 反向核查: whether what was struck off holds
};
inline constexpr std::array<CheckKind, 3> check_kinds{CheckKind::site_check, CheckKind::look_back,
                                                      CheckKind::reverse_check};
enum class CheckState { planned, under_way, concluded, cancelled };
inline constexpr std::array<CheckState, 4> check_states{
    CheckState::planned, CheckState::under_way, CheckState::concluded, CheckState::cancelled};
enum class CheckAct {
    edit,
    announce,  // let the units know
    begin,
    draw,     // put rows into the sample
    fill_in,  // say what was found at a row
    decide,   // say what a finding leads to
    conclude,
    cancel
};
inline constexpr std::array<CheckAct, 8> check_acts{
    CheckAct::edit,    CheckAct::announce, CheckAct::begin,    CheckAct::draw,
    CheckAct::fill_in, CheckAct::decide,   CheckAct::conclude, CheckAct::cancel};

[[nodiscard]] std::string_view name_of(CheckKind kind);
[[nodiscard]] std::optional<CheckKind> check_kind_of(std::string_view name);
[[nodiscard]] std::string_view name_of(CheckState state);
[[nodiscard]] std::optional<CheckState> check_state_of(std::string_view name);
[[nodiscard]] std::string_view name_of(CheckAct act);

struct TeamMember {
    std::string name;
    std::optional<base::PersonId> person;  // none: somebody who is not registered
    bool leads = false;
    bool operator==(const TeamMember&) const = default;
};
struct VisitedUnit {
    base::UnitId unit;
    std::string name;  // read with the row
    bool operator==(const VisitedUnit&) const = default;
};
struct CheckTerms {
    CheckKind kind = CheckKind::site_check;
    std::string subject;
    base::Date begins_on, ends_on;
    std::vector<TeamMember> team;
    std::vector<VisitedUnit> units;
    std::vector<std::string> items;  // asked of every row
    bool operator==(const CheckTerms&) const = default;
};

struct Check {
    CheckId id;
    base::ProgrammeId programme;
    std::string programme_title;  // read with the row
    CheckTerms terms;
    CheckState state = CheckState::planned;
    bool announced = false;
    std::string planned_by, reason, conclusion, concluded_by;
    std::optional<base::Instant> concluded_at;
    std::int64_t version = 1;
    bool operator==(const Check&) const = default;
};

/// How its sample stands.
struct CheckFigures {
    std::int64_t rows = 0, filled = 0, findings = 0;
    std::int64_t undecided = 0;  // findings that led to nothing yet
    bool operator==(const CheckFigures&) const = default;
};

/// What is asked of a row where the team asks nothing of its own.
[[nodiscard]] std::vector<std::string> usual_items(CheckKind kind);

[[nodiscard]] bool is_on_team(const Check& check, const base::Actor& actor);
/// Whether this person sees the sample and what was found: who checks always, others once the check
/// is concluded.
[[nodiscard]] bool sees_inside(const Check& check, const base::Actor& actor);

/// Whether an act is refused now. Refuses, in this order: only_reviewers_check, check_is_concluded,
/// check_is_cancelled; then begin: check_is_under_way; fill_in, decide, conclude:
/// check_is_not_under_way; then fill_in: only_the_team_fills_in.
[[nodiscard]] std::optional<base::Error> why_not(CheckAct act, const Check& check,
                                                 const base::Actor& actor);

/// Refuses: only_reviewers_check, then all together as form errors: text_empty (subject),
/// check_ends_before_it_begins (args value, accepted), check_needs_one_leader (team),
/// check_visits_nobody (units).
[[nodiscard]] base::Result<void> check_terms(const CheckTerms& terms, const base::Actor& actor);
/// Refuses: as why_not(edit), check_terms(), check_items_are_in_use (once a row was filled in).
[[nodiscard]] base::Result<Check> edit(const Check& before, const CheckTerms& terms,
                                       const CheckFigures& figures, const base::Actor& actor);
[[nodiscard]] base::Result<Check> announce(const Check& before, const base::Actor& actor);
[[nodiscard]] base::Result<Check> begin(const Check& before, const base::Actor& actor);
/// Refuses: as why_not(cancel), check_has_results, reason_too_short.
[[nodiscard]] base::Result<Check> cancel(const Check& before, std::string_view reason,
                                         const CheckFigures& figures, const base::Actor& actor);
/// Refuses: as why_not(conclude), check_has_no_rows, rows_without_result (args value),
/// findings_without_consequence (args value), conclusion_too_short (args accepted).
[[nodiscard]] base::Result<Check> conclude(const Check& before, std::string_view conclusion,
                                           const CheckFigures& figures, const base::Actor& actor,
                                           base::Instant now);

}  // namespace supervision
