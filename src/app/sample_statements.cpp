#include "app/sample_statements.hpp"

#include <span>

#include "life_meetings/planning_actions.hpp"
#include "statements/criticism_actions.hpp"
#include "statements/statement_actions.hpp"

namespace app {
namespace {

using statements::Declared;
using statements::Part;
using statements::StatementAct;
using statements::StatementId;
using statements::StatementKind;
using Texts = std::span<const std::string_view>;

// What each says of the four problems that the meeting asks about.
constexpr std::string_view of_team[]{
    "班子传达上级重大决策部署，去年有3次只在会上念文件，没有结合财政实际提出落实措施，政治判断力不"
    "强。",
    "班子落实主体责任不严，半年没有专题研究党风廉政建设，压力传导到科室就停住了。",
    "班子选人用人程序不规范，去年两次动议没有形成书面材料，民主集中制执行不到位。",
    "班子对以往审计指出的结余资金问题整改不彻底，1200万元拖了七个月才收回，责任意识不强。"};
constexpr std::string_view of_zhou[]{
    "我学习上级决策部署不深，去年中心组学习请假4次，心得体会由科室代写，思想上把学习当成软任务。",
    "我履行一岗双责不到位，分管的国库科一年没有开展廉政谈话，对干部失之于宽。",
    "我在干部推荐中抹不开情面，去年那次科长推荐明知有不同意见，没有在会上讲出来，斗争精神不强。",
    "我对审计指出的专户清理整改抓得不紧，3个账户拖了五个月，认识上以为是历史遗留就不着急。"};
constexpr std::string_view of_lin[]{
    "我对减税降费政策研究不透，二季度两家企业反映的问题没有回音，宗旨意识淡薄。",
    "我对分管科室管得不严，办公室两人上班炒股被通报，我只作了口头提醒，责任担当不够。",
    "我在干部培养上关心不够，三名年轻干部五年没有轮岗，工作中怕麻烦、图省事，思想上存在好人主义。",
    "我对巡察移交事项督促不力，有一件拖了四个月没有答复，作风漂浮，履职不到位。"};
constexpr std::string_view of_he[]{
    "我监督上级部署落实不深入，去年下基层检查只有2次，政治监督停留在看材料。",
    "我履行监督责任偏软，对两起公车私用问题只发了提醒函，没有严肃问责，怕得罪人的思想作怪。",
    "我在干部培养上关心不够，三名年轻干部五年没有轮岗，工作中怕麻烦、图省事，思想上存在好人主义。",
    "我对整改台账核查不细，6月有两项没有完成却通过了审核，工作作风不实。"};
constexpr std::string_view of_han[]{
    "我作为第一责任人抓落实不够，一季度召开部署会11次，真正下去检查只有1次，形式主义没有破除。",
    "我落实第一责任人职责有差距，班子成员分管领域出现问题，我去年没有约谈过一个人，思想上怕伤和气"
    "。",
    "我在酝酿干部时听不进不同意见，4月党组会讨论调整方案时打断别人发言，民主作风不够。",
    "我对审计整改亲自过问少，结余资金拖了七个月，我只批示了两次，工作上甩手不管。"};

constexpr std::string_view declared[]{"",
                                      "婚姻、子女和房产没有变化，已按规定报告。",
                                      "反馈中有两项由我分管，我负有领导责任，已经认领。",
                                      "去年没有被约谈、函询。",
                                      "没有受到问责。",
                                      "本人和家属不信教，没有参加迷信活动。",
                                      "没有参与拉帮结派，有时碍于情面不愿批评人。",
                                      "没有泄露选人用人信息，没有说情打招呼。",
                                      "没有违规题词、作序。",
                                      "意识形态工作研究少，去年只听过一次汇报。"};

/// What one of them, or the team, says.
struct Own {
    Texts problems;
    std::string_view last_year, causes, measures;
};
constexpr Own team{
    of_team, "上次提出10条整改措施，已落实9条，结余资金清理制度拖到今年3月才印发。",
    "班子政治理论学习与财政实际结合不紧，对权力运行的监督想得少，责任压力没有传到每个科室。",
    "每季度专题研究一次党风廉政建设；两个月内出台结余资金清理办法；动议干部必须形成书面材料。"};
constexpr Own zhou{
    of_zhou, "上次提出5条措施，已落实4条，到联系点调研只去过两次，没有做到每季度一次。",
    "思想上放松了理论武装，总觉得业务做好就行；作风上怕得罪人，遇到矛盾绕着走。",
    "年底前补齐中心组学习缺课内容；两个月内完成3个专户清理；对分管科室逐人开展廉政谈话。"};
constexpr Own lin{
    of_lin, "上次提出4条措施，已落实3条，青年干部轮岗方案起草后没有提交研究。",
    "对群众的难处感受不深，把答复企业当成办事员的事；管干部失之于宽，宁愿自己多干也不愿红脸。",
    "一个月内回访两家企业并书面答复；上半年拿出年轻干部轮岗名单；对科室每月抽查一次考勤。"};
constexpr Own he{
    of_he, "上次提出6条措施，已落实5条，对乡镇财政所的监督检查没有做到全覆盖。",
    "监督责任认识有偏差，担心查多了影响关系；业务能力跟不上，对信息化审计手段学得少。",
    "下半年对12个乡镇财政所检查一遍；对公车使用重新核查并公开结果；每月核对整改台账原始凭证。"};
constexpr Own han{
    of_han, "上次提出7条措施，已落实5条，谈心谈话制度坚持不好，去年有两位同志没有谈到。",
    "工作节奏一快就习惯发号施令，民主集中制挂在口头；对审计整改存在过关心态。",
    "每月至少用三天到基层检查落实；三个月内与班子成员逐一谈话；结余资金整改每周听一次汇报。"};

std::string_view text_for(const statements::Section& section, const Own& own, std::size_t number) {
    switch (section.part) {
        case Part::problem: return own.problems[number % own.problems.size()];
        case Part::cases:
            return "选定结余资金长期未收回一案，党组会于上月专题剖析，查找出不敢较真、监管缺位两方"
                   "面原因。";
        case Part::causes: return own.causes;
        case Part::measures: return own.measures;
        case Part::declared: break;
    }
    for (const auto one : statements::all_declared)
        if (statements::words_of(one) == section.heading)
            return one == Declared::last_year ? own.last_year
                                              : declared[static_cast<std::size_t>(one)];
    return "没有这方面情况。";
}

class Writing {
  public:
    Writing(const ledger::Needs& needs, const SamplePeople& people,
            const life_meetings::LifeMeeting& meeting)
        : needs_(needs), people_(people), meeting_(meeting) {}

    base::Result<void> take() {
        const auto of_all = written("zhangjing", StatementKind::team, team);
        if (!of_all) return of_all.error();
        if (auto done = step(*of_all, "zhangjing", StatementAct::hand_in); !done) return done;
        if (auto done = remark(*of_all, "linxiao", 2, "", "建议补充第三季度的情况"); !done)
            return done;
        if (auto done = approve("zhouyuan", zhou); !done) return done;
        if (auto done = give_back("linxiao", lin); !done) return done;
        const auto of_he_xiulan = written("hexiulan", StatementKind::individual, he);
        if (!of_he_xiulan) return of_he_xiulan.error();
        if (auto done = step(*of_he_xiulan, "hexiulan", StatementAct::hand_in); !done) return done;
        const auto of_principal = written("hanzheng", StatementKind::individual, han);
        if (!of_principal) return of_principal.error();
        return criticise();
    }

  private:
    const base::Actor& actor(std::string_view account) {
        return people_.actors.at(std::string(account));
    }
    base::Result<StatementId> written(std::string_view account, StatementKind kind,
                                      const Own& own) {
        const auto id = make_id<StatementId>(needs_);
        const auto begun =
            statements::begin_statement(needs_, actor(account), {id, meeting_.id, kind});
        if (!begun) return begun.error();
        std::size_t number = 0;
        for (const auto& section : begun->sections) {
            const std::string text(text_for(section, own, number));
            if (section.part == Part::problem) ++number;
            const auto done = statements::write_section(
                needs_, actor(account), {id, section.position}, {section.revision, text});
            if (!done) return done.error();
        }
        return id;
    }
    base::Result<void> step(StatementId id, std::string_view account, StatementAct act,
                            std::string_view words = "") {
        const auto seen = statements::view_statement(needs_, actor(account), id);
        if (!seen) return seen.error();
        const auto done = statements::take_step(needs_, actor(account), id,
                                                {seen->statement.version, act, std::string(words)});
        if (!done) return done.error();
        return {};
    }
    base::Result<void> remark(StatementId id, std::string_view account, std::int64_t position,
                              std::string_view quote, std::string_view words) {
        const auto done = statements::add_remark(needs_, actor(account), id,
                                                 {make_id<statements::RemarkId>(needs_), position,
                                                  std::string(quote), std::string(words)});
        if (!done) return done.error();
        return {};
    }
    base::Result<void> approve(std::string_view account, const Own& own) {
        const auto id = written(account, StatementKind::individual, own);
        if (!id) return id.error();
        if (auto done = step(*id, account, StatementAct::hand_in); !done) return done;
        if (auto done = step(*id, "hanzheng", StatementAct::settle); !done) return done;
        if (auto done = step(*id, "zhangjing", StatementAct::send_up); !done) return done;
        if (auto done = step(*id, "zhengqing", StatementAct::approve); !done) return done;
        return step(*id, "wukai", StatementAct::approve);
    }
    base::Result<void> give_back(std::string_view account, const Own& own) {
        const auto id = written(account, StatementKind::individual, own);
        if (!id) return id.error();
        if (auto done = step(*id, account, StatementAct::hand_in); !done) return done;
        if (auto done = remark(*id, "hanzheng", 2, "两家企业反映的问题没有回音",
                               "写明是哪两家、反映什么、为什么没有回音");
            !done)
            return done;
        return step(*id, "hanzheng", StatementAct::send_back, "按意见补写具体事例后再提交");
    }

    struct Line {
        std::string_view author, about, matter, problem, advice;
    };
    base::Result<void> criticise() {
        constexpr Line lines[]{{"zhouyuan", "林晓", "上半年3个采购项目没有招标就签了合同。",
                                "对分管工作管得不严，事后才向党组报告。", "完善采购审批流程"},
                               {"zhouyuan", "韩征", "4月党组会讨论调整方案时打断两位同志发言。",
                                "民主作风不够，听不进不同意见。", ""},
                               {"linxiao", "周远", "去年中心组学习请假4次。",
                                "政治学习抓得不紧，以工作忙为由放松学习。", ""},
                               {"hanzheng", "周远", "国库科一年没有开展廉政谈话。",
                                "履行一岗双责不到位，对干部失之于宽。", ""}};
        for (const auto& line : lines) {
            const auto done = statements::write_criticism(
                needs_, actor(line.author),
                {make_id<statements::CriticismId>(needs_),
                 meeting_.id,
                 part_of(line.about),
                 {std::string(line.matter), std::string(line.problem), std::string(line.advice)}});
            if (!done) return done.error();
        }
        return {};
    }
    life_meetings::ParticipantId part_of(std::string_view name) {
        for (const auto& one : meeting_.participants)
            if (one.name == name) return one.id;
        return {};
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    const life_meetings::LifeMeeting& meeting_;
};

}  // namespace

base::Result<void> write_sample_statements(const SampleNeeds& needs, const SamplePeople& people,
                                           ledger::ProgrammeId programme) {
    const auto& ledger = needs.plan.ledger;
    const auto& office = people.actors.at("zhangjing");
    const auto page = life_meetings::list_life_meeting_page(ledger, office, {programme});
    if (!page) return page.error();
    const auto meeting = life_meetings::view_life_meeting(ledger, office, page->rows.at(0).id);
    if (!meeting) return meeting.error();
    return Writing(ledger, people, meeting->meeting).take();
}

}  // namespace app
