#include "life_meetings/approval_actions.hpp"

#include "life_meetings/life_news_actions.hpp"

namespace life_meetings {

base::Result<LifeMeetingView> submit_life_plan(const Needs& needs, const base::Actor& actor,
                                               const SeenMeeting& seen) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = submit(opened.meeting, opened.standing, actor, recorder.now());
        if (!after) return after;
        note(recorder, "submit_life_plan", *after, {{"round", std::to_string(after->round)}});
        tell_reviewers(recorder, *after, list_reviews(recorder.transaction(), after->id));
        return after;
    });
}

base::Result<LifeMeetingView> review_life_plan(const Needs& needs, const base::Actor& actor,
                                               const SeenMeeting& seen,
                                               const WantedReview& wanted) {
    return change_meeting(
        needs, actor, seen,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<LifeMeeting> {
            auto& transaction = recorder.transaction();
            auto reviews = list_reviews(transaction, seen.id);
            auto made =
                decide(opened.meeting, reviews, wanted, opened.standing, actor, recorder.now());
            if (!made) return made.error();
            insert_review(transaction, seen.id, made->review);
            const bool agreed = wanted.verdict == PlanVerdict::agreed;
            note(recorder, agreed ? "agree_to_life_plan" : "return_life_plan", made->meeting,
                 {{"stage", std::string(words_of(wanted.seat))}, {"person", made->review.said_by}});
            reviews.push_back(made->review);
            tell_reviewers(recorder, made->meeting, reviews);
            tell_outcome(recorder, made->meeting, made->review);
            return std::move(made->meeting);
        });
}

base::Result<LifeMeetingView> revise_life_plan(const Needs& needs, const base::Actor& actor,
                                               const SeenMeeting& seen, const std::string& reason) {
    return change_meeting(needs, actor, seen, [&](Recorder& recorder, const Opened& opened) {
        auto after = revise(opened.meeting, reason, opened.standing);
        if (after) note(recorder, "revise_life_plan", *after, {{"reason", reason}});
        return after;
    });
}

}  // namespace life_meetings
