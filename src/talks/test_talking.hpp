// Test support: the life meeting of the core's test with a plan of talks, whose team and guests
// have accounts but for one. Made for one test, used by one thread.
#pragma once

#include "life_meetings/test_life_meeting.hpp"
#include "talks/talk_actions.hpp"
#include "talks/talk_plan_actions.hpp"

namespace talks::testing {

using ledger::testing::code_of;
using ledger::testing::day;

class OneTalking : public life_meetings::testing::OneLifeMeeting {
  protected:
    OneTalking() {
        for (const auto* who :
             {&one.han_zheng, &one.zhou_yuan, &one.lin_xiao, &one.zhou_qiming, &one.he_xiulan,
              &one.zheng_jianguo, &one.shen_mei, &one.recorder, &one.sitting_in, &one.outsider})
            one.give_account(*who);
        EXPECT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, plan())), "accepted");
    }

    ParticipantId id_of(const base::Actor& who) const { return one.part_of(who); }
    template <class Id>
    Id new_id() {
        return one.ledger.here.make_id<Id>();
    }

    /// 陈刚 heads a section of Zhou's and sits in; 吴小兵 is a delegate for the principal and Lin;
    /// 马会兰 of a village has no account and talks with Lin.
    TalkPlan plan() {
        TalkPlan plan;
        for (const auto kind :
             {TalkKind::principal_member, TalkKind::member_member, TalkKind::section_head,
              TalkKind::branch_delegate, TalkKind::contact_head})
            plan.rules.push_back({kind, day("2024-07-18")});
        plan.partners = {{head,
                          TalkKind::section_head,
                          "陈刚",
                          "预算科科长",
                          one.sitting_in.person,
                          {id_of(one.zhou_yuan)}},
                         {delegate,
                          TalkKind::branch_delegate,
                          "吴小兵",
                          "支部党员",
                          one.outsider.person,
                          {id_of(one.han_zheng), id_of(one.lin_xiao)}},
                         {contact,
                          TalkKind::contact_head,
                          "马会兰",
                          "青石村党支部书记",
                          std::nullopt,
                          {id_of(one.lin_xiao)}}};
        return plan;
    }

    static Appointment when(std::string_view date = "2024-07-03") {
        return {day(date), "15:00", 60, "局谈话室", TalkForm::face_to_face};
    }
    static HeldTalk held(const std::string& own = "对下属科室管得不严") {
        HeldTalk held{{day("2024-06-29"), "", 60, "局谈话室", TalkForm::face_to_face}, {}};
        held.record.theme = "围绕巡察反馈意见谈心谈话";
        held.record.own = own;
        held.record.others = {"抓整改不够主动", "谈心太少"};
        held.record.thought = "有松口气的想法";
        return held;
    }
    NewTalk wanted(const base::Actor& member, base::Uuid other) {
        return {new_id<TalkId>(), id_of(member), other, {}, {}};
    }
    NewTalk arranged(const base::Actor& member, base::Uuid other) {
        auto talk = wanted(member, other);
        talk.appointment = when();
        return talk;
    }
    NewTalk written(const base::Actor& member, base::Uuid other) {
        auto talk = wanted(member, other);
        talk.held = held();
        return talk;
    }
    base::Result<TalkView> open(const base::Actor& who, const NewTalk& talk) {
        return open_new_talk(needs, who, one.meeting, talk);
    }
    SeenTalk seen(TalkId id) { return {id, view_talk(needs, one.keeper, id)->talk.version}; }
    TalksView view(const base::Actor& who) { return *view_talks(needs, who, one.meeting); }

    const PartnerId head = new_id<PartnerId>(), delegate = new_id<PartnerId>(),
                    contact = new_id<PartnerId>();
};

}  // namespace talks::testing
