// Planning the talks of a life meeting and seeing how far they are: for the office, for whoever
// oversees them, for everybody their own. Each change is one transaction with its entry in the
// programme's chain.
#pragma once

#include "talks/opening_actions.hpp"

namespace talks {

struct TalksView {
    LifeMeetingId meeting;
    TalkPlan plan;  // of its partners only those in the matrix
    std::vector<Other> own;
    TalkMatrix matrix;
    bool whole = false;  // else only the reader's own
    bool may_plan = false, may_arrange = false;
    base::Date proposed_due_on;  // by the steps of the meeting
    std::int64_t criticisms_each_min = 0;
};
/// Refuses life_meeting_unknown.
[[nodiscard]] base::Result<TalksView> view_talks(const Needs& needs, const base::Actor& actor,
                                                 LifeMeetingId id);

/// Exactly this plan; `version` is the one that was seen, 0 for none. Refuses:
/// life_meeting_unknown, as why_not_plan(), somebody_else_changed_it, as check(), person_unknown
/// and talk_partner_has_talks (partners; args name), talk_partner_is_of_another_meeting.
[[nodiscard]] base::Result<TalksView> plan_talks(const Needs& needs, const base::Actor& actor,
                                                 LifeMeetingId id, const TalkPlan& wanted);

/// Heads of the units below the inspected one who are neither listed nor of the team. Refuses:
/// life_meeting_unknown, as why_not_plan().
[[nodiscard]] base::Result<std::vector<HeadOfUnit>> propose_partners(const Needs& needs,
                                                                     const base::Actor& actor,
                                                                     LifeMeetingId id);

/// A pair of the actor's, in whichever meeting.
struct OwnTalk {
    LifeMeetingId meeting;
    std::string meeting_title;
    base::Date meeting_on;
    ProgrammeId programme;
    bool sees_meeting = false;
    ParticipantId member;
    Other other;
    Side own = Side::member;
    std::string with_name, with_title;
    TalkKind kind = TalkKind::asked;
    bool required = true;
    PairState state = PairState::due;
    TalkWait wait = TalkWait::appoint;
    std::optional<base::Date> due_on;
    std::optional<Talk> talk;
};
/// Of meetings that are not over: what waits for the actor first, by day.
[[nodiscard]] std::vector<OwnTalk> list_own_talks(const Needs& needs, const base::Actor& actor);

}  // namespace talks
