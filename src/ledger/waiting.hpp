// What waits for somebody: which rows ask for which act, and which sections a person's home page
// has. The same names stand in the address of a list, so that a section's figure and the list it
// opens are one question. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/review_chain.hpp"

namespace ledger {

/// Who asks what waits for review: what the person signs, in which seat.
struct Asker {
    base::AccountId account;
    base::PersonId person;
    std::optional<Seat> seat;
};
[[nodiscard]] inline Asker asker_of(const base::Actor& actor) {
    return {actor.id, actor.person, actor.seat};
}

/// The two levels at which the ledger is listed.
enum class View { measures, problems };

[[nodiscard]] std::string_view name_of(View view);  // "measures"

/// Open rows that ask for something. `review` leaves out what the one who asks handed in, for
/// nobody reviews their own, and of applications what is not theirs to sign now.
enum class Waiting {
    claim,     // problems that nobody took on
    report,    // measures not started or under way whose problem lets them be worked on
    returned,  // sent back, not reported on again
    review,    // handed in or applied for by somebody else
    due_soon,  // in the hands of a unit, the day within waiting_days
    overdue,   // in the hands of a unit, the day over
    stalled,   // measures reported on, and not again for stalled_days
    proof,     // long-term measures whose next review is over or within waiting_days
};
inline constexpr int waiting_days = 7, stalled_days = 30;

[[nodiscard]] std::string_view name_of(Waiting waiting);
[[nodiscard]] std::optional<Waiting> waiting_of(std::string_view name);
/// claim is asked of problems only, report, stalled and proof of measures only.
[[nodiscard]] bool is_asked_of(View view, Waiting waiting);

/// Whose rows the home page counts: those that the person's own unit holds (units below it hold
/// their own), or every row the person may see.
enum class Reach { unit, all };

[[nodiscard]] std::string_view name_of(Reach reach);
[[nodiscard]] std::optional<Reach> reach_of(std::string_view name);

struct WaitingSection {
    View view = View::measures;
    Waiting waiting = Waiting::report;
    base::Act needs{};       // who may not do this has no such section
    bool of_holders = true;  // narrowed by Reach::unit; what is to be reviewed never is
};

/// Those of `all` that this person has. With Reach::unit, somebody who works in no unit holds
/// nothing.
template <class Section, std::size_t n>
[[nodiscard]] std::vector<Section> open_to(const std::array<Section, n>& all,
                                           const base::Actor& actor, Reach reach) {
    std::vector<Section> own;
    if (!actor.may(base::Act::read_ledger)) return own;
    for (const auto& section : all) {
        const bool held = !section.of_holders || reach == Reach::all || !actor.unit.empty();
        if (actor.may(section.needs) && held) own.push_back(section);
    }
    return own;
}
/// The sections this person has, the most urgent first.
[[nodiscard]] std::vector<WaitingSection> sections_for(const base::Actor& actor, Reach reach);

}  // namespace ledger
