// Joint review of a plan (联审): three, four or five parties at once, each with the same form and a
// yes or a return for itself. A round ends when everybody has spoken: one return sends the plan
// back. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace drafting {

/// T3: what reviewers have, natural days.
inline constexpr int review_days = 10;

/// Who sits in a review. Which unit that is, the office says in each case.
enum class ReviewSeat {
    discipline,         // 纪检监察机关
    organisation,       // 组织部门
    publicity,          // 宣传部门
    inspection_office,  // 巡视巡察办
    inspection_team,    // 巡视巡察组
};
[[nodiscard]] std::string_view name_of(ReviewSeat seat);
[[nodiscard]] std::optional<ReviewSeat> review_seat_of(std::string_view name);
[[nodiscard]] std::string_view words_of(ReviewSeat seat);

enum class Variant { three, four, five };
inline constexpr Variant variants[]{Variant::three, Variant::four, Variant::five};
[[nodiscard]] std::string_view name_of(Variant variant);
[[nodiscard]] std::optional<Variant> variant_of(std::string_view name);
[[nodiscard]] std::vector<ReviewSeat> seats_of(Variant variant);

/// What every reviewer looks at.
enum class CheckItem {
    every_problem,     // every problem of the feedback is answered
    targeted,          // measures hit the problem and can be done
    responsibility,    // it is clear who answers
    deadline,          // days are reasonable
    wording,           // wording is standard and condensed
    whole,             // fixes, fills gaps and looks elsewhere for the same
    nothing_softened,  // nothing big was made small, nothing concrete vague
    backed,            // statements are backed by figures and examples
};
inline constexpr std::array<CheckItem, 8> check_items{
    CheckItem::every_problem, CheckItem::targeted, CheckItem::responsibility,   CheckItem::deadline,
    CheckItem::wording,       CheckItem::whole,    CheckItem::nothing_softened, CheckItem::backed};
[[nodiscard]] std::string_view name_of(CheckItem item);
[[nodiscard]] std::optional<CheckItem> check_item_of(std::string_view name);

enum class Grade { good, fair, poor };  // 好, 中, 差
[[nodiscard]] std::string_view name_of(Grade grade);
[[nodiscard]] std::optional<Grade> grade_of(std::string_view name);

enum class Verdict { agreed, returned };
[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_of(std::string_view name);

struct Check {
    CheckItem item = CheckItem::every_problem;
    bool met = true;
    std::string remark;
    bool operator==(const Check&) const = default;
};

struct Opinion {
    Verdict verdict = Verdict::agreed;
    Grade grade = Grade::good;
    std::string reason;  // of a return; of a yes what else there is to say
    std::vector<Check> checks;
    base::AccountId by;
    std::string by_name;
    base::Instant at;
    bool operator==(const Opinion&) const = default;
};

/// A seat with the unit that fills it this time.
struct Seated {
    ReviewSeat seat = ReviewSeat::discipline;
    base::UnitId unit;
    std::string unit_name;  // read with the row
    std::optional<Opinion> opinion;
    bool operator==(const Seated&) const = default;
};

enum class RoundOutcome { open, agreed, returned, taken_back };
[[nodiscard]] std::string_view name_of(RoundOutcome outcome);
[[nodiscard]] std::optional<RoundOutcome> round_outcome_of(std::string_view name);

struct Round {
    std::int64_t number = 0;  // 0: there was none
    Variant variant = Variant::three;
    base::Instant opened_at;
    base::AccountId opened_by;
    std::string opened_by_name;
    base::Date due_on;
    std::optional<base::Instant> ended_at;
    RoundOutcome outcome = RoundOutcome::open;
    std::string reason;
    std::vector<Seated> seats;
    bool operator==(const Round&) const = default;
};

/// Refuses together: seats_do_not_fit_the_variant (seats; args accepted: who must sit in it), and
/// day_is_over (due_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const Round& round, base::Date today);
/// Refuses: only_seated_units_review (nobody of a unit that sits in it, or only looking on),
/// nobody_reviews_their_own, one_person_speaks_once, seat_has_spoken (every seat of the unit).
[[nodiscard]] std::optional<base::Error> why_not_review(const Round& round,
                                                        const base::Actor& actor);
/// The seats that the actor may fill now.
[[nodiscard]] std::vector<ReviewSeat> seats_open_to(const Round& round, const base::Actor& actor);

/// Requires: why_not_review() is nothing. Refuses: seat_is_not_yours, then together: checks_missing
/// (checks: each item once), remark_missing (checks; args value: the item not met),
/// poor_is_returned (verdict: a plan graded poor is returned), reason_too_short (reason, of a
/// return).
[[nodiscard]] base::Result<Round> give_opinion(Round round, ReviewSeat seat, const Opinion& opinion,
                                               const base::Actor& actor);
/// What the round has come to, now that somebody has spoken.
[[nodiscard]] RoundOutcome outcome_of(const Round& round);

}  // namespace drafting
