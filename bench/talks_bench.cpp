// How long the table of talks before a life meeting takes: fifteen in the team, sixty heads.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "life_meetings/planning_actions.hpp"
#include "talks/talk_actions.hpp"
#include "talks/talk_json.hpp"
#include "talks/talk_plan_actions.hpp"

namespace bench {
namespace {

constexpr int team = 15, heads = 60;

template <class T>
T taken(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(*result);
}

life_meetings::NewLifeMeeting meeting_of(const ledger::Needs& needs,
                                         ledger::ProgrammeId programme) {
    life_meetings::NewLifeMeeting wanted;
    wanted.id = life_meetings::LifeMeetingId::make(needs.clock.now(), needs.random);
    wanted.programme = programme;
    auto& terms = wanted.plan.terms;
    terms.title = "专题民主生活会";
    terms.theme = "对照反馈意见";
    terms.held_on = base::add_days(needs.clock.today(), 20);
    terms.begins_at = "09:00";
    terms.place = "会议室";
    for (int i = 0; i < team; ++i) {
        life_meetings::Participant one;
        one.id = life_meetings::ParticipantId::make(needs.clock.now(), needs.random);
        one.part = i == 0 ? life_meetings::Part::principal : life_meetings::Part::member;
        one.name = "成员" + std::to_string(i + 1);
        wanted.plan.participants.push_back(one);
    }
    return wanted;
}

talks::TalkPlan plan_of(const ledger::Needs& needs, const life_meetings::NewLifeMeeting& meeting) {
    talks::TalkPlan plan;
    const auto due_on = base::add_days(needs.clock.today(), 15);
    for (const auto kind : {talks::TalkKind::principal_member, talks::TalkKind::member_member,
                            talks::TalkKind::section_head})
        plan.rules.push_back({kind, due_on});
    for (int i = 0; i < heads; ++i) {
        talks::Partner one;
        one.id = talks::PartnerId::make(needs.clock.now(), needs.random);
        one.name = "科长" + std::to_string(i + 1);
        for (const auto& member : meeting.plan.participants) one.members.push_back(member.id);
        plan.partners.push_back(one);
    }
    return plan;
}

}  // namespace

void talk_matrix(Setting& setting) {
    const auto database = new_sqlite(setting, "talks");
    const auto district = make_district(*database, {.units = 20, .programmes = 1, .problems = 10});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const ledger::Needs needs{*database, clock, random, journal};
    base::Actor office;
    office.name = "整改办";
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger, base::Act::read_names};
    office.scope = base::unbounded();
    const auto meeting = meeting_of(needs, district.programmes.front());
    static_cast<void>(taken(life_meetings::begin_life_meeting(needs, office, meeting)));
    const auto plan = plan_of(needs, meeting);
    static_cast<void>(taken(talks::plan_talks(needs, office, meeting.id, plan)));
    // Every other head has a day with the principal and the first member.
    for (int i = 0; i < heads; i += 2)
        for (const auto at : {0u, 1u}) {
            talks::NewTalk talk;
            talk.id = talks::TalkId::make(clock.now(), random);
            talk.member = meeting.plan.participants[at].id;
            talk.other = plan.partners[static_cast<std::size_t>(i)].id.uuid;
            talk.appointment = {base::add_days(clock.today(), 3), "15:00", 60, "谈话室"};
            static_cast<void>(taken(talks::open_new_talk(needs, office, meeting.id, talk)));
        }
    std::vector<double> ms;
    std::size_t cells = 0;
    for (int turn = 0; turn < 50; ++turn) {
        const Stopwatch watch;
        const auto view = taken(talks::view_talks(needs, office, meeting.id));
        const auto text = talks::to_json(view, {office, clock.today()});
        ms.push_back(watch.seconds() * 1e3);
        cells = view.matrix.cells.size();
    }
    setting.report(
        "talk_matrix_ms", percentile(ms, 0.95), "ms",
        "who talked with whom before a life meeting, 15 in the team and 60 heads, SQLite: " +
            std::to_string(cells) + " pairs read, placed, counted and written as JSON; 95th of 50");
}

}  // namespace bench
