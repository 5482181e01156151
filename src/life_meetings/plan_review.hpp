// The path of a plan through its reviewers: the rectification office, then the contact leader, then
// inspection office, organisation department and discipline office beside each other (R86, R87).
// One who returns it ends the round; when all have agreed the plan is approved. Pure.
#pragma once

#include "life_meetings/life_meeting.hpp"

namespace life_meetings {

inline constexpr std::size_t review_words_chars_max = 1'000;

enum class ReviewSeat {
    office,          // 整改办
    contact_leader,  // 联系领导; nobody is asked where the plan names none
    inspection_office,
    organisation_department,
    discipline_office,
};
inline constexpr ReviewSeat review_seats[]{
    ReviewSeat::office, ReviewSeat::contact_leader, ReviewSeat::inspection_office,
    ReviewSeat::organisation_department, ReviewSeat::discipline_office};
[[nodiscard]] std::string_view name_of(ReviewSeat seat);
[[nodiscard]] std::optional<ReviewSeat> review_seat_of(std::string_view name);
/// 整改办, 联系领导 …
[[nodiscard]] std::string_view words_of(ReviewSeat seat);

enum class PlanVerdict { agreed, returned };
[[nodiscard]] std::string_view name_of(PlanVerdict verdict);
[[nodiscard]] std::optional<PlanVerdict> plan_verdict_of(std::string_view name);

/// What one seat said in one round.
struct PlanReview {
    std::int64_t round = 0, edition = 0;
    ReviewSeat seat = ReviewSeat::office;
    PlanVerdict verdict = PlanVerdict::agreed;
    std::string words;
    std::string said_by, entered_by;  // entered_by "": by whoever said it
    base::Instant at;
    bool operator==(const PlanReview&) const = default;
};

/// Whose turn it is: nobody's unless the plan is submitted.
[[nodiscard]] std::vector<ReviewSeat> seats_asked(const LifeMeeting& meeting,
                                                  const std::vector<PlanReview>& reviews);
/// What reviewers say is for those who keep, supervise and answer for the meeting.
[[nodiscard]] bool reads_reviews(const Standing& standing);
/// Whether somebody may speak in a seat; a keeper enters what a contact leader without an account
/// said on paper. Who submitted the plan does not review it for the office.
[[nodiscard]] bool may_sit(ReviewSeat seat, const LifeMeeting& meeting, const Standing& standing,
                           const base::Actor& actor);

/// Days before the meeting, basis, focus and who drafts and records must be said. Refuses as
/// why_not(submit), then together: life_plan_needs (args value, the field in words; basis, focus,
/// duties), life_meeting_day_is_past (held_on; args value).
[[nodiscard]] base::Result<LifeMeeting> submit(const LifeMeeting& before, const Standing& standing,
                                               const base::Actor& actor, base::Instant now);

struct WantedReview {
    ReviewSeat seat = ReviewSeat::office;
    PlanVerdict verdict = PlanVerdict::agreed;
    std::string words;
    std::string said_by;  // only of a contact leader without an account
};
struct Reviewed {
    LifeMeeting meeting;
    PlanReview review;
};
/// Refuses as why_not(decide), life_review_seat_is_not_yours, nobody_reviews_their_own_life_plan,
/// life_review_is_not_asked (seat), reason_too_short (words, when it is returned), said_by_missing
/// (said_by).
[[nodiscard]] base::Result<Reviewed> decide(const LifeMeeting& before,
                                            const std::vector<PlanReview>& reviews,
                                            const WantedReview& wanted, const Standing& standing,
                                            const base::Actor& actor, base::Instant now);
/// A new edition of an approved plan, in planning. Refuses as why_not(revise), reason_too_short.
[[nodiscard]] base::Result<LifeMeeting> revise(const LifeMeeting& before, std::string_view reason,
                                               const Standing& standing);

}  // namespace life_meetings
