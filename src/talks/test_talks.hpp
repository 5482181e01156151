// Test support: a life meeting as the rules see it, made by hand, and talks in it. Pure.
#pragma once

#include "base/test_contract.hpp"
#include "ledger/test_ledger.hpp"
#include "talks/talk_matrix.hpp"

namespace talks::testing {

using base::testing::golden_id;
using ledger::testing::code_of;
using ledger::testing::day;
using life_meetings::Part;
using life_meetings::Participant;

inline const ParticipantId principal = golden_id<ParticipantId>("11"),
                           zhou = golden_id<ParticipantId>("12"),
                           lin = golden_id<ParticipantId>("13"),
                           he = golden_id<ParticipantId>("14"),
                           recorder = golden_id<ParticipantId>("19");
inline const PartnerId head = golden_id<PartnerId>("21"), delegate = golden_id<PartnerId>("22");

inline Participant participant(ParticipantId id, Part part, const std::string& name) {
    Participant one;
    one.id = id;
    one.part = part;
    one.name = name;
    return one;
}

/// The principal, three members and a recorder, on 22 July 2024.
inline LifeMeeting some_meeting() {
    LifeMeeting one;
    one.id = golden_id<LifeMeetingId>("10");
    one.programme = golden_id<ProgrammeId>("01");
    one.programme_title = "财政局整改";
    one.terms.title = "专题民主生活会";
    one.terms.held_on = day("2024-07-22");
    one.demands.criticisms_each_min = 2;
    one.participants = {
        participant(principal, Part::principal, "韩征"), participant(zhou, Part::member, "周远"),
        participant(lin, Part::member, "林晓"), participant(he, Part::member, "何秀兰"),
        participant(recorder, Part::recorder, "李强")};
    return one;
}

inline Partner partner(PartnerId id, TalkKind kind, const std::string& name,
                       std::vector<ParticipantId> members) {
    Partner one;
    one.id = id;
    one.kind = kind;
    one.name = name;
    one.members = std::move(members);
    return one;
}

/// All four kinds by 19 July, members among themselves by 28 June; a head for Zhou, a delegate for
/// the principal and Lin.
inline TalkPlan some_plan() {
    TalkPlan plan;
    plan.version = 1;
    plan.rules = {{TalkKind::principal_member, day("2024-07-19")},
                  {TalkKind::member_member, day("2024-06-28")},
                  {TalkKind::section_head, day("2024-07-19")},
                  {TalkKind::branch_delegate, day("2024-07-19")}};
    plan.partners = {partner(head, TalkKind::section_head, "陈刚", {zhou}),
                     partner(delegate, TalkKind::branch_delegate, "方晴", {principal, lin})};
    return plan;
}

/// Whose proposal the first side's is, where there is one.
inline Talk some_talk(TalkState state, ParticipantId member = principal, Other other = zhou) {
    Talk talk;
    talk.id = golden_id<TalkId>("31");
    talk.meeting = golden_id<LifeMeetingId>("10");
    talk.programme = golden_id<ProgrammeId>("01");
    talk.kind = TalkKind::principal_member;
    talk.member = member;
    talk.other = other;
    talk.state = state;
    if (state == TalkState::asked) return talk;
    talk.appointment = {day("2024-07-02"), "15:00", 60, "局长办公室", TalkForm::face_to_face};
    talk.side(Side::member).confirmed = true;
    talk.side(Side::other).confirmed = state != TalkState::proposed;
    if (state == TalkState::recorded || state == TalkState::done)
        talk.side(Side::member).criticisms = 2;
    return talk;
}

inline TalkPlace some_place() {
    TalkPlace place;
    place.persons = {TalkPerson{"韩征", "党组书记、局长", {}, true, false},
                     TalkPerson{"周远", "党组副书记", {}, true, false}};
    place.required = true;
    place.meeting_on = day("2024-07-22");
    return place;
}

inline TalkRecord some_record() {
    TalkRecord record;
    record.theme = "对照巡察反馈意见谈心谈话";
    record.own = "对下属科室管得不严。";
    record.others = {"抓整改不够主动，超期两项没有过问。", "谈心少，对干部思想掌握不深。"};
    record.thought = "存在松口气的想法。";
    record.commitments = "每月调度一次。";
    return record;
}

}  // namespace talks::testing
