// Phases (阶段) of a programme with their milestones (节点任务): the calendar of a plan (R30–R40).
// A phase has two days, fixed or counted from an event of the programme, and may overlap others;
// its milestones are tasks that come from it. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/due.hpp"

namespace ledger {

using PhaseId = base::Id<struct PhaseTag>;
inline constexpr std::size_t phases_max = 20, phase_name_chars_max = 60,
                             phase_description_chars_max = 2'000;

struct PhaseDraft {
    PhaseId id;
    std::int64_t position = 0;  // among the phases, from 1; 0, or more than there are: the last
    std::string name, description;
    Deadline from, until;
    bool operator==(const PhaseDraft&) const = default;
};

struct Phase {
    PhaseId id;
    ProgrammeId programme;
    std::int64_t position = 0;
    std::string name, description;
    Deadline from, until;
    std::optional<base::Date> begins_on, ends_on;
    std::int64_t version = 1;
    bool operator==(const Phase&) const = default;
};

enum class PhaseStanding { undated, ahead, current, over };
[[nodiscard]] std::string_view name_of(PhaseStanding standing);
/// Without its first day a phase has begun, without its last it has not ended; without both nothing
/// is known.
[[nodiscard]] PhaseStanding standing_of(const Phase& phase, base::Date today);

/// What days are reckoned from.
struct Reckoning {
    const Events& events;
    const calendar::Calendar& calendar;
};
/// The phase with its days as they follow from its deadlines.
[[nodiscard]] Phase placed(Phase phase, const Reckoning& reckoning);

/// Refuses: only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_set_phases(const base::Actor& actor);
/// The phase as the draft has it, position left alone. Refuses: only_the_office_edits, then all
/// together as form errors: text_empty (name), phase_needs_a_day (from, until: no date, and words
/// that no day can be reckoned from), phase_ends_before_it_begins (until; args begins, ends).
[[nodiscard]] base::Result<Phase> write(const Phase& before, const PhaseDraft& draft,
                                        const Reckoning& reckoning, const base::Actor& actor);
/// `phases` with `one` in the place it is to have, positions set anew from 1. It may be among them
/// already.
[[nodiscard]] std::vector<Phase> arranged(std::vector<Phase> phases, const Phase& one,
                                          std::int64_t position);

/// The three phases that programmes usually have, with the milestones usual in them; days count
/// from the feedback and, where the programme knows it, from the end of the concentrated period.
struct UsualPhase {
    PhaseDraft phase;                   // without an id
    std::vector<TaskDraft> milestones;  // without ids; whose they are is the inspected unit's
};
[[nodiscard]] std::vector<UsualPhase> usual_phases(const Programme& programme);

}  // namespace ledger
