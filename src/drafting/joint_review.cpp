#include "drafting/joint_review.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "drafting/reason.hpp"

namespace drafting {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 5> seat_names{"discipline", "organisation", "publicity",
                                                     "inspection_office", "inspection_team"};
constexpr std::array<std::string_view, 5> seat_words{"纪检监察机关", "组织部门", "宣传部门",
                                                     "巡视巡察办", "巡视巡察组"};
constexpr std::array<std::string_view, 3> variant_names{"three", "four", "five"};
constexpr std::array<std::string_view, 8> item_names{
    "every_problem", "targeted", "responsibility",   "deadline",
    "wording",       "whole",    "nothing_softened", "backed"};
constexpr std::array<std::string_view, 3> grade_names{"good", "fair", "poor"};
constexpr std::array<std::string_view, 2> verdict_names{"agreed", "returned"};
constexpr std::array<std::string_view, 4> outcome_names{"open", "agreed", "returned", "taken_back"};

bool is_theirs(const Seated& one, const base::Actor& actor) {
    return !actor.unit.empty() && one.unit == actor.unit;
}

bool same_seats(const Round& round) {
    const auto wanted = seats_of(round.variant);
    return round.seats.size() == wanted.size() &&
           std::all_of(wanted.begin(), wanted.end(), [&](ReviewSeat seat) {
               return std::any_of(round.seats.begin(), round.seats.end(),
                                  [&](const Seated& one) { return one.seat == seat; });
           });
}

std::string words_of(const std::vector<ReviewSeat>& seats) {
    std::string words;
    for (const auto seat : seats)
        words += (words.empty() ? "" : "、") + std::string(drafting::words_of(seat));
    return words;
}

std::vector<base::Error> faults_of(const Opinion& opinion) {
    std::vector<base::Error> faults;
    for (const auto item : check_items)
        if (std::count_if(opinion.checks.begin(), opinion.checks.end(),
                          [&](const Check& one) { return one.item == item; }) != 1) {
            faults.push_back(refuse(ErrorKind::invalid, "checks_missing", "checks"));
            break;
        }
    for (const auto& one : opinion.checks)
        if (!one.met && base::trim(one.remark).empty())
            faults.push_back(refuse(ErrorKind::invalid, "remark_missing", name_of(one.item)));
    if (opinion.grade == Grade::poor && opinion.verdict == Verdict::agreed)
        faults.push_back(refuse(ErrorKind::invalid, "poor_is_returned", "verdict"));
    if (opinion.verdict == Verdict::returned)
        if (auto fault = why_no_reason(opinion.reason, "reason"))
            faults.push_back(std::move(*fault));
    return faults;
}

}  // namespace

std::string_view name_of(ReviewSeat seat) {
    return seat_names[static_cast<std::size_t>(seat)];
}
std::optional<ReviewSeat> review_seat_of(std::string_view name) {
    return base::named<ReviewSeat>(seat_names, name);
}
std::string_view words_of(ReviewSeat seat) {
    return seat_words[static_cast<std::size_t>(seat)];
}
std::string_view name_of(Variant variant) {
    return variant_names[static_cast<std::size_t>(variant)];
}
std::optional<Variant> variant_of(std::string_view name) {
    return base::named<Variant>(variant_names, name);
}
std::string_view name_of(CheckItem item) {
    return item_names[static_cast<std::size_t>(item)];
}
std::optional<CheckItem> check_item_of(std::string_view name) {
    return base::named<CheckItem>(item_names, name);
}
std::string_view name_of(Grade grade) {
    return grade_names[static_cast<std::size_t>(grade)];
}
std::optional<Grade> grade_of(std::string_view name) {
    return base::named<Grade>(grade_names, name);
}
std::string_view name_of(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}
std::optional<Verdict> verdict_of(std::string_view name) {
    return base::named<Verdict>(verdict_names, name);
}
std::string_view name_of(RoundOutcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}
std::optional<RoundOutcome> round_outcome_of(std::string_view name) {
    return base::named<RoundOutcome>(outcome_names, name);
}

std::vector<ReviewSeat> seats_of(Variant variant) {
    using enum ReviewSeat;
    switch (variant) {
        case Variant::three: return {discipline, organisation, inspection_office};
        case Variant::four: return {discipline, organisation, inspection_office, inspection_team};
        case Variant::five: break;
    }
    return {discipline, organisation, publicity, inspection_office, inspection_team};
}

base::Result<void> check(const Round& round, base::Date today) {
    std::vector<base::Error> faults;
    if (!same_seats(round))
        faults.push_back(refuse(ErrorKind::invalid, "seats_do_not_fit_the_variant", "seats",
                                {{"accepted", words_of(seats_of(round.variant))}}));
    if (round.due_on < today)
        faults.push_back(
            refuse(ErrorKind::invalid, "day_is_over", "due_on",
                   {{"value", base::to_text(round.due_on)}, {"accepted", base::to_text(today)}}));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    return {};
}

std::optional<base::Error> why_not_review(const Round& round, const base::Actor& actor) {
    const auto& seats = round.seats;
    const bool seated = std::any_of(seats.begin(), seats.end(),
                                    [&](const Seated& one) { return is_theirs(one, actor); });
    if (!seated || !actor.may(base::Act::read_names))
        return refuse(ErrorKind::forbidden, "only_seated_units_review");
    if (round.opened_by == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    if (std::any_of(seats.begin(), seats.end(),
                    [&](const Seated& one) { return one.opinion && one.opinion->by == actor.id; }))
        return refuse(ErrorKind::forbidden, "one_person_speaks_once");
    if (seats_open_to(round, actor).empty())
        return refuse(ErrorKind::illegal_transition, "seat_has_spoken");
    return std::nullopt;
}

std::vector<ReviewSeat> seats_open_to(const Round& round, const base::Actor& actor) {
    std::vector<ReviewSeat> open;
    for (const auto& one : round.seats)
        if (is_theirs(one, actor) && !one.opinion) open.push_back(one.seat);
    return open;
}

base::Result<Round> give_opinion(Round round, ReviewSeat seat, const Opinion& opinion,
                                 const base::Actor& actor) {
    const auto place = std::find_if(round.seats.begin(), round.seats.end(), [&](const Seated& one) {
        return one.seat == seat && is_theirs(one, actor) && !one.opinion;
    });
    if (place == round.seats.end())
        return refuse(ErrorKind::forbidden, "seat_is_not_yours", "seat");
    if (auto wrong = base::together(faults_of(opinion))) return *wrong;
    place->opinion = opinion;
    round.outcome = outcome_of(round);
    if (round.outcome != RoundOutcome::open) round.ended_at = opinion.at;
    return round;
}

RoundOutcome outcome_of(const Round& round) {
    bool any_returned = false;
    for (const auto& one : round.seats) {
        if (!one.opinion) return RoundOutcome::open;
        any_returned = any_returned || one.opinion->verdict == Verdict::returned;
    }
    return any_returned ? RoundOutcome::returned : RoundOutcome::agreed;
}

}  // namespace drafting
