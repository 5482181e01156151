#include "app/sample_talks.hpp"

#include "base/utf8.hpp"
#include "life_meetings/planning_actions.hpp"
#include "talks/talk_actions.hpp"
#include "talks/talk_plan_actions.hpp"

namespace app {
namespace {

using talks::TalkKind;

/// Somebody outside the team; without an account: "".
struct PartnerLine {
    TalkKind kind;
    std::string_view account, name, title, members;  // accounts of the team, spaces between
};
constexpr PartnerLine partners[]{
    {TalkKind::section_head, "chengang", "陈刚", "预算科科长", "zhouyuan"},
    {TalkKind::section_head, "", "罗敏", "采购科科长", "linxiao"},
    {TalkKind::section_head, "", "高宁", "资产科科长", "zhouqiming"},
    {TalkKind::section_head, "", "蒋文", "会计科科长", "shenmei"},
    {TalkKind::branch_delegate, "liqiang", "李强", "机关第一支部党员", "hanzheng zhouyuan"},
    {TalkKind::branch_delegate, "", "方晴", "机关第二支部党员", "linxiao hexiulan"},
};

/// A talk that was held; who wrote it down signed it, too.
struct HeldLine {
    std::string_view by, with;  // accounts of the team
    int days;                   // from today
    bool both_signed;
    std::string_view own, other, thought;
};
constexpr HeldLine held_talks[]{
    {"hanzheng", "zhouyuan", -3, true, "对巡察反馈问题整改抓得不够细，调度不够经常。",
     "分管科室两项整改措施超期后督促不够有力。", "有时存在“差不多”的想法。"},
    {"hanzheng", "linxiao", -2, true, "深入科室了解思想动态少。",
     "采购领域问题整改中遇到阻力时协调不够主动。", "对长期坚持的任务有松口气的想法。"},
    {"zhouyuan", "linxiao", -1, false, "与分管科室干部谈心少。",
     "跨科室事项沟通不够及时，整改进度互相等待。", "斗争精神还不足。"},
};

class Talking {
  public:
    Talking(const SampleNeeds& needs, const SamplePeople& people)
        : needs_(needs.plan.ledger), people_(people), office_(people.actors.at("zhangjing")) {}

    base::Result<void> tell(ledger::ProgrammeId programme) {
        const auto page = life_meetings::list_life_meeting_page(needs_, office_, {programme, {}});
        if (!page) return page.error();
        if (page->rows.empty()) return {};
        const auto found = life_meetings::view_life_meeting(needs_, office_, page->rows[0].id);
        if (!found) return found.error();
        meeting_ = found->meeting;
        if (auto planned = plan(); !planned) return planned;
        for (const auto& line : held_talks)
            if (auto held = hold(line); !held) return held;
        return arrange();
    }

  private:
    const base::Actor& actor(std::string_view account) const {
        return people_.actors.at(std::string(account));
    }
    talks::ParticipantId member(std::string_view account) const {
        for (const auto& one : meeting_.participants)
            if (one.person == actor(account).person) return one.id;
        return {};
    }
    base::Date day(int days) const { return base::add_days(needs_.clock.today(), days); }

    base::Result<void> plan() {
        talks::TalkPlan plan;
        plan.rules = {{TalkKind::principal_member, day(6)},
                      {TalkKind::member_member, day(7)},
                      {TalkKind::section_head, day(8)},
                      {TalkKind::branch_delegate, day(8)}};
        for (const auto& line : partners) {
            talks::Partner one;
            one.id = make_id<talks::PartnerId>(needs_);
            one.kind = line.kind;
            one.name = line.name;
            one.title = line.title;
            if (!line.account.empty()) one.person = actor(line.account).person;
            for (auto rest = line.members; !rest.empty();)
                one.members.push_back(member(base::cut(rest, ' ')));
            plan.partners.push_back(std::move(one));
        }
        const auto planned = talks::plan_talks(needs_, office_, meeting_.id, plan);
        if (!planned) return planned.error();
        return {};
    }

    talks::NewTalk new_talk(std::string_view by, std::string_view with) {
        talks::NewTalk talk;
        talk.id = make_id<talks::TalkId>(needs_);
        talk.member = member(by);
        talk.other = member(with).uuid;
        return talk;
    }

    base::Result<void> hold(const HeldLine& line) {
        auto talk = new_talk(line.by, line.with);
        talks::HeldTalk held;
        held.held.held_on = day(line.days);
        held.held.place = "局谈话室";
        held.record.theme = "围绕巡察反馈意见和整改任务谈心谈话";
        held.record.own = line.own;
        held.record.others = {std::string(line.other)};
        held.record.thought = line.thought;
        held.record.commitments = "会后一个月内拿出改进办法。";
        talk.held = held;
        auto written = talks::open_new_talk(needs_, actor(line.by), meeting_.id, talk);
        if (!written) return written.error();
        for (const auto& who : {line.by, line.with}) {
            if (who == line.with && !line.both_signed) continue;
            written = talks::sign_talk(needs_, actor(who), {talk.id, written->talk.version});
            if (!written) return written.error();
        }
        return {};
    }

    /// One waits for the other's yes.
    base::Result<void> arrange() {
        auto talk = new_talk("hanzheng", "zhouqiming");
        talk.appointment = {day(2), "15:30", 60, "局长办公室", talks::TalkForm::face_to_face};
        const auto proposed = talks::open_new_talk(needs_, actor("hanzheng"), meeting_.id, talk);
        if (!proposed) return proposed.error();
        return {};
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    const base::Actor& office_;
    life_meetings::LifeMeeting meeting_;
};

}  // namespace

base::Result<void> hold_sample_talks(const SampleNeeds& needs, const SamplePeople& people,
                                     ledger::ProgrammeId programme) {
    return Talking(needs, people).tell(programme);
}

}  // namespace app
