#include "app/sample_life_meeting.hpp"

#include "life_meetings/consultation_actions.hpp"
#include "life_meetings/planning_actions.hpp"

namespace app {
namespace {

using life_meetings::DutyKind;
using life_meetings::Part;

constexpr PartLine parts[]{
    {Part::principal, "hanzheng", "韩征", "党组书记、局长"},
    {Part::member, "zhouqiming", "周启明", "党组副书记、副局长"},
    {Part::member, "zhouyuan", "周远", "党组成员、副局长"},
    {Part::member, "linxiao", "林晓", "党组成员、副局长"},
    {Part::member, "hexiulan", "何秀兰", "党组成员、纪检监察组组长"},
    {Part::member, "zhengjianguo", "郑建国", "党组成员、副局长"},
    {Part::member, "shenmei", "沈梅", "党组成员、总会计师"},
    {Part::sits_in, "chengang", "陈刚", "预算科科长"},
    {Part::guide, "", "梁志远", "区委常委、常务副区长"},
    {Part::recorder, "liqiang", "李强", "巡察整改联络员"},
    {Part::recorder, "", "方晴", "办公室副主任"},
};

struct ConsultationLine {
    life_meetings::ConsultationKind kind;
    std::string_view words, person, answer;
};
constexpr ConsultationLine consultations[]{
    {life_meetings::ConsultationKind::ask, "请示专题民主生活会的召开时间和到会指导的领导同志。",
     "何秀兰", "同意召开时间，区委常委、常务副区长梁志远同志到会指导。"},
    {life_meetings::ConsultationKind::guidance,
     "到巡察办听取对会议方案的指导，按要求补充了对照反馈意见查摆的重点。", "李强", ""},
    {life_meetings::ConsultationKind::ask, "请示能否邀请两名党代表列席会议。", "何秀兰", ""}};

base::Result<void> consult_sample(const ledger::Needs& needs, const SamplePeople& people,
                                  const life_meetings::LifeMeeting& meeting) {
    for (const auto& line : consultations) {
        life_meetings::Consultation one;
        one.id = make_id<life_meetings::ConsultationId>(needs);
        one.kind = line.kind;
        one.held_on = needs.clock.today();
        one.words = line.words;
        one.person = line.person;
        const auto entered =
            life_meetings::consult(needs, people.actors.at("zhangjing"), meeting.id, one);
        if (!entered) return entered.error();
        if (line.answer.empty()) continue;
        const auto answered =
            life_meetings::answer_consultation(needs, people.actors.at("fenglei"), one.id,
                                               {std::string(line.answer), needs.clock.today(), ""});
        if (!answered) return answered.error();
    }
    return {};
}

}  // namespace

std::vector<life_meetings::Participant> participants_of(const ledger::Needs& needs,
                                                        const SamplePeople& people,
                                                        std::span<const PartLine> lines) {
    std::vector<life_meetings::Participant> all;
    for (const auto& line : lines) {
        life_meetings::Participant one;
        one.id = make_id<life_meetings::ParticipantId>(needs);
        one.part = line.part;
        one.name = line.name;
        one.title = line.title;
        if (!line.account.empty()) one.person = people.actors.at(std::string(line.account)).person;
        all.push_back(std::move(one));
    }
    return all;
}

base::Result<void> plan_sample_life_meeting(const SampleNeeds& needs, const SamplePeople& people,
                                            ledger::ProgrammeId programme) {
    const auto& ledger = needs.plan.ledger;
    life_meetings::NewLifeMeeting wanted;
    wanted.id = make_id<life_meetings::LifeMeetingId>(ledger);
    wanted.programme = programme;
    auto& terms = wanted.plan.terms;
    terms.title = "局党组巡察整改专题民主生活会";
    terms.theme = "对照巡察反馈意见，从严查摆问题，扛牢整改责任，以整改成效推动财政工作";
    terms.basis =
        "区委巡察办《关于召开巡察整改专题民主生活会的通知》；县以上党和国家机关党员领导"
        "干部民主生活会若干规定";
    terms.focus = {"履行党的领导责任、落实上级重大决策部署方面",
                   "落实全面从严治党主体责任、监督责任方面", "执行组织路线、规范选人用人方面",
                   "落实以往巡察、审计等监督发现问题的整改方面"};
    terms.held_on = base::add_days(ledger.clock.today(), 12);
    terms.begins_at = "09:00";
    terms.length = life_meetings::Length::whole_day;
    terms.sessions = {"上午：通报准备情况，班子对照检查，主要负责人对照检查并听取批评意见",
                      "下午：班子成员逐一对照检查、开展批评，点评，表态"};
    terms.place = "区财政局三楼会议室";
    terms.contact_leader = "吴凯";
    terms.contact_person = people.actors.at("wukai").person;
    wanted.plan.participants = participants_of(ledger, people, parts);
    wanted.plan.duties = {{DutyKind::draft, "办公室、机关党委"}, {DutyKind::notify, "办公室"},
                          {DutyKind::record, "李强、方晴"},      {DutyKind::invite, "办公室"},
                          {DutyKind::compile, "机关党委"},       {DutyKind::publish, "机关党委"},
                          {DutyKind::support, "办公室"}};
    const auto begun =
        life_meetings::begin_life_meeting(ledger, people.actors.at("zhangjing"), wanted);
    if (!begun) return begun.error();
    return consult_sample(ledger, people, begun->meeting);
}

}  // namespace app
