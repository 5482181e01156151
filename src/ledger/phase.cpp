#include "ledger/phase.hpp"

#include <algorithm>
#include <array>

#include "ledger/deadline_words.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> standing_names{"undated", "ahead", "current", "over"};

bool has_a_day(const Deadline& deadline) {
    if (deadline.kind == DeadlineKind::date) return deadline.date.has_value();
    return deadline.kind == DeadlineKind::relative && relative_words(deadline.text).has_value();
}

Deadline settled(const Deadline& given) {
    if (given.kind != DeadlineKind::date) return {DeadlineKind::relative, given.text, std::nullopt};
    auto deadline = given;
    if (deadline.text.empty()) deadline.text = base::to_text(*deadline.date);
    return deadline;
}

std::vector<base::Error> form_faults(const PhaseDraft& draft) {
    std::vector<base::Error> faults;
    if (draft.name.empty()) faults.push_back(refuse(ErrorKind::invalid, "text_empty", "name"));
    for (const auto& [field, deadline] :
         {std::pair{"from", &draft.from}, std::pair{"until", &draft.until}})
        if (!has_a_day(*deadline))
            faults.push_back(refuse(ErrorKind::invalid, "phase_needs_a_day", field,
                                    {{"value", deadline->text}}));
    return faults;
}

}  // namespace

std::string_view name_of(PhaseStanding standing) {
    return standing_names[static_cast<std::size_t>(standing)];
}

PhaseStanding standing_of(const Phase& phase, base::Date today) {
    if (!phase.begins_on && !phase.ends_on) return PhaseStanding::undated;
    if (phase.begins_on && today < *phase.begins_on) return PhaseStanding::ahead;
    if (phase.ends_on && *phase.ends_on < today) return PhaseStanding::over;
    return PhaseStanding::current;
}

Phase placed(Phase phase, const Reckoning& reckoning) {
    const auto day = [&](const Deadline& deadline) {
        return due_on(deadline, reckoning.events, reckoning.calendar, std::nullopt);
    };
    phase.begins_on = day(phase.from);
    phase.ends_on = day(phase.until);
    return phase;
}

std::optional<base::Error> why_not_set_phases(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_edits");
}

base::Result<Phase> write(const Phase& before, const PhaseDraft& draft, const Reckoning& reckoning,
                          const base::Actor& actor) {
    if (auto no = why_not_set_phases(actor)) return *no;
    if (auto fault = base::together(form_faults(draft))) return *fault;
    Phase after = before;
    after.name = draft.name;
    after.description = draft.description;
    after.from = settled(draft.from);
    after.until = settled(draft.until);
    after = placed(std::move(after), reckoning);
    if (after.begins_on && after.ends_on && *after.ends_on < *after.begins_on)
        return refuse(
            ErrorKind::invalid, "phase_ends_before_it_begins", "until",
            {{"begins", base::to_text(*after.begins_on)}, {"ends", base::to_text(*after.ends_on)}});
    return after;
}

std::vector<Phase> arranged(std::vector<Phase> phases, const Phase& one, std::int64_t position) {
    std::erase_if(phases, [&](const Phase& other) { return other.id == one.id; });
    const auto last = static_cast<std::int64_t>(phases.size());
    const auto at = position < 1 || position > last ? last : position - 1;
    phases.insert(phases.begin() + at, one);
    std::int64_t next = 0;
    for (auto& phase : phases) phase.position = ++next;
    return phases;
}

}  // namespace ledger
