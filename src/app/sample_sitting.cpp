#include "app/sample_sitting.hpp"

#include "app/sample_life_meeting.hpp"
#include "life_meetings/planning_actions.hpp"
#include "sittings/follow_up_actions.hpp"

namespace app {
namespace {

using life_meetings::LifeMeetingId;
using life_meetings::Part;
using life_meetings::ParticipantId;

constexpr PartLine parts[]{
    {Part::principal, "hanzheng", "韩征", "党组书记、局长"},
    {Part::member, "zhouyuan", "周远", "党组成员、副局长"},
    {Part::member, "linxiao", "林晓", "党组成员、副局长"},
    {Part::member, "hexiulan", "何秀兰", "党组成员、纪检监察组组长"},
    {Part::recorder, "liqiang", "李强", "巡察整改联络员"},
};
struct CriticismLine {
    std::size_t speaker, about;
    std::string_view example, words, suggestion, reply;
};
constexpr CriticismLine criticisms[]{
    {1, 0, "三次整改调度会", "都在会议室里听汇报，没有一次到科室和镇财政所看账，情况掌握不实。",
     "每月至少到一个单位现场核对", "诚恳接受，从本月起每月到一个单位现场核账。"},
    {2, 0, "采购科连续两个月迟报进展", "只在会上点了一句，没有追问原因，也没有问责。", "",
     "接受，责任传导确实不够。"},
    {0, 1, "会签文件", "一份补贴清退的会签件在手里压了九天，镇里三次来催。", "",
     "接受，当日件当日办。"},
    {3, 1, "上半年四次接待群众来访", "两次让科长代替，听不到真实意见。", "", "接受。"},
    {0, 2, "预算绩效评价", "评价报告照抄上年，三个项目的数字都没有更新。", "",
     "接受，本周重新核算。"},
    {1, 3, "日常监督", "发现固定资产账实不符后只口头提醒，没有发监督建议书，存在好人主义。", "",
     "接受，该发的文书都要发。"},
};

/// The meeting with everybody who acts in it.
struct HeldMeeting {
    const ledger::Needs& needs;
    const SamplePeople& people;
    LifeMeetingId id;
    std::vector<ParticipantId> ids;  // as in `parts`
    const base::Actor& office = people.actors.at("zhangjing");
    const base::Actor& recorder = people.actors.at("liqiang");
};

base::Result<void> plan(HeldMeeting& held, ledger::ProgrammeId programme) {
    life_meetings::NewLifeMeeting wanted;
    wanted.id = held.id;
    wanted.programme = programme;
    auto& terms = wanted.plan.terms;
    terms.title = "局党组巡察集中整改专题民主生活会";
    terms.theme = "从严对照检查，见人见事见思想，推动集中整改见底到位";
    terms.basis = "区委巡察办《关于做好集中整改专题民主生活会的通知》";
    terms.focus = {"落实全面从严治党主体责任、监督责任方面"};
    terms.held_on = held.needs.clock.today();
    terms.begins_at = "09:00";
    terms.place = "区财政局三楼会议室";
    wanted.plan.participants = participants_of(held.needs, held.people, parts);
    for (const auto& one : wanted.plan.participants) held.ids.push_back(one.id);
    const auto begun = life_meetings::begin_life_meeting(held.needs, held.office, wanted);
    if (!begun) return begun.error();
    // The sample does not go through approval and notice a second time.
    return held.needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        auto one = *life_meetings::find_life_meeting(transaction, held.id);
        one.state = life_meetings::LifeState::called;
        ++one.version;
        return life_meetings::save_life_meeting(transaction, one);
    });
}

base::Result<sittings::SeenSitting> seen(const HeldMeeting& held) {
    const auto view = sittings::view_sitting(held.needs, held.office, held.id);
    if (!view) return view.error();
    return sittings::SeenSitting{held.id, view->sitting.version};
}

base::Result<void> open(const HeldMeeting& held) {
    auto at = seen(held);
    if (!at) return at.error();
    const auto arranged = sittings::arrange_turns(held.needs, held.office, *at, {});
    if (!arranged) return arranged.error();
    for (const auto& who : held.ids) {
        const sittings::PresenceChange here{who, sittings::PresenceState::present, "", false};
        const auto noted = sittings::say_presence(held.needs, held.office, held.id, here);
        if (!noted) return noted.error();
    }
    at = seen(held);
    if (!at) return at.error();
    const auto opened = sittings::open_sitting(held.needs, held.recorder, *at);
    if (!opened) return opened.error();
    return {};
}

base::Result<void> record(const HeldMeeting& held) {
    const auto view = sittings::view_sitting(held.needs, held.recorder, held.id);
    if (!view) return view.error();
    auto said_at = held.needs.clock.now();
    for (const auto& line : criticisms) {
        sittings::Spoken said;
        said.id = make_id<sittings::EntryId>(held.needs);
        said.kind = sittings::EntryKind::criticism;
        said.speaker = held.ids[line.speaker];
        said.about = held.ids[line.about];
        for (const auto& turn : view->sitting.turns)
            if (turn.topic == sittings::Topic::criticism && turn.about == said.about &&
                turn.speaker == said.speaker)
                said.turn = turn.id;
        said.example = line.example;
        said.words = line.words;
        said.suggestion = line.suggestion;
        said.reply = line.reply;
        said.said_at = said_at;
        said_at.milliseconds += 1;
        const auto written = sittings::write_entry(held.needs, held.recorder, held.id, said);
        if (!written) return written.error();
    }
    const auto at = seen(held);
    if (!at) return at.error();
    const auto closed = sittings::close_sitting(held.needs, held.recorder, *at);
    if (!closed) return closed.error();
    return {};
}

base::Result<void> follow_up(const HeldMeeting& held) {
    const auto due = base::add_days(held.needs.clock.today(), 60);
    const auto add = [&](std::optional<ParticipantId> owner, sittings::ListSource source,
                         std::string_view problem, std::string_view measure) {
        sittings::WantedItem wanted{make_id<sittings::ListItemId>(held.needs), {}};
        wanted.terms.owner = owner;
        wanted.terms.source = source;
        wanted.terms.problem = problem;
        wanted.terms.measure = measure;
        wanted.terms.due_on = due;
        return sittings::add_list_item(held.needs, held.office, held.id, wanted);
    };
    using sittings::ListSource;
    for (const auto& done :
         {add({}, ListSource::feedback, "整改责任传导不到底，科室之间推诿",
              "每半月调度一次，会前到现场核对，会后逐项通报。"),
          add({}, ListSource::opinion, "镇财政所反映报表多、口径不一", "合并报表，统一口径。"),
          add(held.ids[1], ListSource::criticism, "会签文件压件，办理不及时",
              "会签件当日办结，办公室每周通报。")})
        if (!done) return done.error();
    const auto packages = sittings::add_usual_packages(held.needs, held.office, held.id);
    if (!packages) return packages.error();
    return {};
}

}  // namespace

base::Result<void> hold_sample_sitting(const SampleNeeds& needs, const SamplePeople& people,
                                       ledger::ProgrammeId programme) {
    const auto& ledger = needs.plan.ledger;
    HeldMeeting held{ledger, people, make_id<LifeMeetingId>(ledger), {}};
    if (auto done = plan(held, programme); !done) return done;
    if (auto done = open(held); !done) return done;
    if (auto done = record(held); !done) return done;
    return follow_up(held);
}

}  // namespace app
