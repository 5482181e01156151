#include "life_meetings/plan_review.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace life_meetings {
namespace {

using base::Error;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 5> seat_names{"office", "contact_leader",
                                                     "inspection_office", "organisation_department",
                                                     "discipline_office"};
constexpr std::array<std::string_view, 2> verdict_names{"agreed", "returned"};

/// Which seats stand beside each other: 0 before 1 before 2.
int tier_of(ReviewSeat seat) {
    return std::min(static_cast<int>(seat), 2);
}

bool is_needed(ReviewSeat seat, const LifeMeeting& meeting) {
    return seat != ReviewSeat::contact_leader || !meeting.terms.contact_leader.empty();
}

bool has_spoken(ReviewSeat seat, const LifeMeeting& meeting,
                const std::vector<PlanReview>& reviews) {
    return std::any_of(reviews.begin(), reviews.end(), [&](const PlanReview& one) {
        return one.round == meeting.round && one.seat == seat;
    });
}

std::optional<base::Seat> of_account(ReviewSeat seat) {
    switch (seat) {
        case ReviewSeat::inspection_office: return base::Seat::inspection_office;
        case ReviewSeat::organisation_department: return base::Seat::organisation_department;
        case ReviewSeat::discipline_office: return base::Seat::discipline_office;
        default: return std::nullopt;
    }
}

Error needs(std::string_view field, std::string_view words) {
    return refuse(ErrorKind::invalid, "life_plan_needs", field, {{"value", std::string(words)}});
}

bool has_duty(const LifeMeeting& meeting, DutyKind kind) {
    return std::any_of(meeting.duties.begin(), meeting.duties.end(),
                       [&](const Duty& one) { return one.kind == kind; });
}

std::optional<Error> why_not_complete(const LifeMeeting& meeting, base::Date today) {
    std::vector<Error> faults;
    if (meeting.terms.basis.empty()) faults.push_back(needs("basis", "召开会议的依据"));
    if (meeting.terms.focus.empty()) faults.push_back(needs("focus", "对照检查重点"));
    for (const auto kind : {DutyKind::draft, DutyKind::record})
        if (!has_duty(meeting, kind))
            faults.push_back(needs("duties", "任务分工中的" + std::string(words_of(kind))));
    if (meeting.terms.held_on < today)
        faults.push_back(refuse(ErrorKind::invalid, "life_meeting_day_is_past", "held_on",
                                {{"value", base::to_text(meeting.terms.held_on)}}));
    return base::together(std::move(faults));
}

std::optional<Error> why_not_sit(const WantedReview& wanted, const LifeMeeting& meeting,
                                 const Standing& standing, const base::Actor& actor) {
    const bool own = wanted.seat == ReviewSeat::office && meeting.submitted_by == actor.id;
    if (standing.keeper && own)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own_life_plan");
    if (may_sit(wanted.seat, meeting, standing, actor)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "life_review_seat_is_not_yours", "seat");
}

}  // namespace

std::string_view name_of(ReviewSeat seat) {
    return seat_names[static_cast<std::size_t>(seat)];
}
std::string_view words_of(ReviewSeat seat) {
    constexpr std::array<std::string_view, 5> words{"整改办", "联系领导", "巡视巡察办", "组织部门",
                                                    "纪检监察机关"};
    return words[static_cast<std::size_t>(seat)];
}
std::optional<ReviewSeat> review_seat_of(std::string_view name) {
    return base::named<ReviewSeat>(seat_names, name);
}
std::string_view name_of(PlanVerdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}
std::optional<PlanVerdict> plan_verdict_of(std::string_view name) {
    return base::named<PlanVerdict>(verdict_names, name);
}

std::vector<ReviewSeat> seats_asked(const LifeMeeting& meeting,
                                    const std::vector<PlanReview>& reviews) {
    std::vector<ReviewSeat> asked;
    if (meeting.state != LifeState::submitted) return asked;
    for (const auto seat : review_seats) {
        if (!asked.empty() && tier_of(asked.front()) < tier_of(seat)) break;
        if (is_needed(seat, meeting) && !has_spoken(seat, meeting, reviews)) asked.push_back(seat);
    }
    return asked;
}

bool reads_reviews(const Standing& standing) {
    return standing.keeper || standing.superior || standing.contact || standing.is_principal();
}

bool may_sit(ReviewSeat seat, const LifeMeeting& meeting, const Standing& standing,
             const base::Actor& actor) {
    if (seat == ReviewSeat::office) return standing.keeper && meeting.submitted_by != actor.id;
    if (seat == ReviewSeat::contact_leader)
        return meeting.terms.contact_person ? standing.contact : standing.keeper;
    return standing.superior && actor.seat == of_account(seat);
}

base::Result<LifeMeeting> submit(const LifeMeeting& before, const Standing& standing,
                                 const base::Actor& actor, base::Instant now) {
    auto after = moved(before, LifeAct::submit, standing);
    if (!after) return after;
    const auto today = base::date_of(now);
    if (auto no = why_not_complete(before, today)) return *no;
    ++after->round;
    after->submitted_by = actor.id;
    after->submitted_at = now;
    for (auto& step : after->steps) {
        if (step.kind != StepKind::plan || step.done_on) continue;
        step.done_on = today;
        step.done_by = actor.name;
    }
    return after;
}

base::Result<Reviewed> decide(const LifeMeeting& before, const std::vector<PlanReview>& reviews,
                              const WantedReview& wanted, const Standing& standing,
                              const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(LifeAct::decide, before, standing)) return *no;
    if (auto no = why_not_sit(wanted, before, standing, actor)) return *no;
    const auto asked = seats_asked(before, reviews);
    if (std::find(asked.begin(), asked.end(), wanted.seat) == asked.end())
        return refuse(ErrorKind::illegal_transition, "life_review_is_not_asked", "seat");
    const bool returned = wanted.verdict == PlanVerdict::returned;
    if (returned)
        if (auto no = base::why_too_short(wanted.words, "reason_too_short", "words")) return *no;
    const bool on_paper = wanted.seat == ReviewSeat::contact_leader && !before.terms.contact_person;
    const auto said_by = on_paper ? wanted.said_by : actor.name;
    if (said_by.empty()) return refuse(ErrorKind::invalid, "said_by_missing", "said_by");
    Reviewed made{before,
                  {before.round, before.edition, wanted.seat, wanted.verdict, wanted.words, said_by,
                   on_paper ? actor.name : std::string(), now}};
    auto all = reviews;
    all.push_back(made.review);
    if (returned)
        made.meeting.state = LifeState::planning;
    else if (seats_asked(before, all).empty())
        made.meeting.state = LifeState::approved;
    ++made.meeting.version;
    return made;
}

base::Result<LifeMeeting> revise(const LifeMeeting& before, std::string_view reason,
                                 const Standing& standing) {
    auto after = moved(before, LifeAct::revise, standing);
    if (!after) return after;
    if (auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
    ++after->edition;
    after->edition_reason = reason;
    return after;
}

}  // namespace life_meetings
