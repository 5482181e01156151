#include "app/sample_opinions.hpp"

#include "life_meetings/planning_actions.hpp"
#include "opinions/delivery_actions.hpp"
#include "opinions/entering_actions.hpp"
#include "opinions/gathered_actions.hpp"
#include "studies/study_actions.hpp"

namespace app {
namespace {

using life_meetings::LifeMeeting;
using life_meetings::ParticipantId;
using opinions::Channel;
using opinions::Line;
using opinions::Sheet;
using opinions::SheetId;
using opinions::Voice;

struct At {
    const ledger::Needs& ledger;
    const base::Actor& keeper;
    const SamplePeople& people;
    LifeMeeting meeting;

    [[nodiscard]] ParticipantId named(std::string_view name) const {
        for (const auto& one : meeting.participants)
            if (one.name == name) return one.id;
        return {};
    }
    [[nodiscard]] base::Date day(int from_today) const {
        return base::add_days(ledger.clock.today(), from_today);
    }
};

base::Result<void> study(const At& at) {
    const auto planned = studies::plan_readings(
        at.ledger, at.keeper, at.meeting.id,
        {{"《中国共产党巡视工作条例》", "巡视巡察整改责任", at.day(-3)},
         {"《中国共产党纪律处分条例》", "纪律规矩", at.day(4)},
         {"巡视巡察反馈意见和专项检查报告", "对照反馈意见查找问题", at.day(6)}});
    if (!planned) return planned.error();
    studies::Session session;
    session.id = make_id<studies::SessionId>(at.ledger);
    session.held_on = at.day(-2);
    session.minutes = 180;
    session.place = "区财政局三楼会议室";
    session.host = "韩征";
    session.topic = "学习巡视工作条例和区委巡察反馈意见";
    session.items = {studies::StudyItem::oath, studies::StudyItem::reading,
                     studies::StudyItem::cases};
    for (const auto* one : life_meetings::team_of(at.meeting)) {
        const bool away = one->name == "沈梅";
        session.attendance.push_back({one->id, !away, away ? "外出培训" : ""});
    }
    if (auto held = studies::hold_session(at.ledger, at.keeper, at.meeting.id, session); !held)
        return held.error();
    studies::OwnStudy own;
    own.id = make_id<studies::OwnStudyId>(at.ledger);
    own.studied_on = at.day(-1);
    own.minutes = 120;
    own.what = "《中国共产党纪律处分条例》";
    const auto done =
        studies::do_own_study(at.ledger, at.people.actors.at("zhouyuan"), at.meeting.id, own);
    if (!done) return done.error();
    return {};
}

std::vector<Sheet> sheets(const At& at) {
    const auto sheet = [&](Channel channel, Voice voice, std::vector<Line> lines) {
        return Sheet{make_id<SheetId>(at.ledger), channel, voice, std::move(lines)};
    };
    return {sheet(Channel::form, Voice::departments,
                  {{{}, "预算编制还是粗，到年底突击花钱，科室反映多次没有改。"},
                   {at.named("周远"), "分管的采购工作过问少，出了问题才开会。"}}),
            sheet(Channel::form, Voice::masses,
                  {{{}, "班子到基层少，来了也是看点，听不到真话。"},
                   {at.named("林晓"), "布置任务急，有时候隔着科长直接找人，下面不好办。"},
                   {at.named("韩征"), "批评人讲面子，对班子成员要求不够严。"}}),
            sheet(Channel::symposium, Voice::served,
                  {{{}, "企业办政府采购合同备案来回跑，希望一次讲清楚。"}}),
            sheet(Channel::form, Voice::party_members, {})};
}

base::Result<void> collect(const At& at) {
    const auto id = at.meeting.id;
    const auto chosen = opinions::choose_collection(
        at.ledger, at.keeper, id,
        {0,
         {"征求意见表",
          at.day(5),
          {{Channel::symposium, 0}, {Channel::form, 30}, {Channel::code, 0}},
          {Voice::departments, Voice::party_members, Voice::masses, Voice::served}}});
    if (!chosen) return chosen.error();
    if (auto entered = opinions::enter_sheets(at.ledger, at.keeper, id, sheets(at)); !entered)
        return entered.error();
    const auto given = opinions::deliver_opinions(at.ledger, at.keeper, id);
    if (!given) return given.error();
    const auto signed_for =
        opinions::receive_opinions(at.ledger, at.people.actors.at("hanzheng"), id);
    if (!signed_for) return signed_for.error();
    return {};
}

base::Result<void> gather(const At& at) {
    opinions::NewGathered wanted;
    wanted.id = make_id<opinions::GatheredId>(at.ledger);
    wanted.source = opinions::Source::audit;
    wanted.text = "上年度审计指出，部分专项资金下达后超过三个月没有拨付到项目单位。";
    wanted.given_to = {at.named("韩征"), at.named("周启明")};
    const auto done = opinions::gather_problem(at.ledger, at.keeper, at.meeting.id, wanted);
    if (!done) return done.error();
    return {};
}

}  // namespace

base::Result<void> collect_sample_opinions(const SampleNeeds& needs, const SamplePeople& people,
                                           ledger::ProgrammeId programme) {
    const auto& ledger = needs.plan.ledger;
    const auto& keeper = people.actors.at("zhangjing");
    life_meetings::LifeMeetingFilter filter;
    filter.programme = programme;
    const auto page = life_meetings::list_life_meeting_page(ledger, keeper, filter);
    if (!page) return page.error();
    const auto view = life_meetings::view_life_meeting(ledger, keeper, page->rows.front().id);
    if (!view) return view.error();
    const At at{ledger, keeper, people, view->meeting};
    if (auto done = study(at); !done) return done;
    if (auto done = collect(at); !done) return done;
    return gather(at);
}

}  // namespace app
