#include "app/sample_drafting.hpp"

#include "drafting/sub_plan_actions.hpp"
#include "drafting/way_actions.hpp"

namespace app {
namespace {

using drafting::OutlineKind;
using drafting::PlanView;
using drafting::ReviewSeat;

/// What is filled in for a placeholder; what stands between the brackets is good enough elsewhere.
std::string filling_of(const std::string& placeholder, const std::string& day) {
    if (placeholder == "〔姓名〕") return "周启明";
    if (placeholder == "〔年月日〕") return day;
    constexpr std::size_t bracket_bytes = std::string_view("〔").size();
    return placeholder.substr(bracket_bytes, placeholder.size() - 2 * bracket_bytes);
}

class PlanStory {
  public:
    PlanStory(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_(needs.plan.ledger), people_(people), programme_(programme) {}

    /// Written, commented on, deliberated and signed: ready to go up.
    base::Result<PlanView> prepare(OutlineKind outline, const std::string& liaison) {
        auto view = drafting::begin_plan(
            needs_, office(),
            {make_id<drafting::PlanVersionId>(needs_), programme_, outline, "", {}});
        if (!view) return view;
        const auto begun = view->sections;
        for (const auto& section : begun) {
            if (drafting::is_live(section.part)) continue;
            view = fill(*view, section);
            if (!view) return view;
        }
        view = drafting::consult_on_plan(needs_, office(), seen(*view), base::add_days(today(), 7));
        if (!view) return view;
        view = talk_over(*view, liaison);
        if (!view) return view;
        view = drafting::deliberate_plan(
            needs_, office(), seen(*view),
            {today(), "整改工作领导小组会议", {}, "原则同意，按会议意见修改后报送联审。"});
        if (!view) return view;
        return drafting::commit_to_plan(needs_, office(), seen(*view), {"周启明", today()});
    }

    base::Result<PlanView> send(const PlanView& view) {
        drafting::WantedReview wanted;
        wanted.seats = {
            {ReviewSeat::discipline, people_.units.at("云岭区纪委监委"), {}, {}},
            {ReviewSeat::organisation, people_.units.at("云岭区委组织部"), {}, {}},
            {ReviewSeat::inspection_office, people_.units.at("云岭区委巡察办"), {}, {}}};
        return drafting::submit_plan(needs_, office(), seen(view), wanted);
    }

    base::Result<PlanView> agree(const PlanView& view, const std::string& account,
                                 ReviewSeat seat) {
        drafting::Opinion said;
        for (const auto item : drafting::check_items) said.checks.push_back({item, true, ""});
        said.reason = "方案任务明确、措施可行，同意。";
        return drafting::review_plan(needs_, people_.actors.at(account), view.plan.id, seat, said);
    }

    base::Result<void> issue(const PlanView& view) {
        const auto number = "云财党〔" + std::to_string(today().year()) + "〕12号";
        const auto issued = drafting::issue_plan(needs_, office(), seen(view),
                                                 {number, today(), "机关各科室、局属各单位"});
        if (!issued) return issued.error();
        return {};
    }

    /// The first unit that leads rows has said what it will do.
    base::Result<void> hand_in_sub_plan(const std::string& liaison) {
        const auto& actor = people_.actors.at(liaison);
        const auto owing = drafting::list_owing_units(needs_, actor, programme_);
        if (!owing) return owing.error();
        if (owing->empty()) return {};
        drafting::SubPlan wanted;
        wanted.id = make_id<drafting::SubPlanId>(needs_);
        wanted.programme = programme_;
        wanted.unit = owing->front().unit.unit;
        wanted.goals = "三个月内修订2项制度，完成存量资金清理，销号全部牵头问题。";
        wanted.text =
            "第一步，逐项核对底数，列出清单；第二步，集中清理，边查边改；第三步，"
            "修订制度，组织培训，报整改办复核。";
        const auto handed = drafting::hand_in_sub_plan(needs_, actor, wanted, 0);
        if (!handed) return handed.error();
        return {};
    }

  private:
    const base::Actor& office() const { return people_.actors.at("zhangjing"); }
    base::Date today() const { return needs_.clock.today(); }
    static drafting::SeenPlan seen(const PlanView& view) {
        return {view.plan.id, view.plan.version};
    }

    base::Result<PlanView> fill(const PlanView& view, const drafting::Section& section) {
        auto text = section.text;
        const auto day = with_days("{+150}", today());
        for (const auto& one : drafting::placeholders_in(section.part, text))
            text.replace(text.find(one.text), one.text.size(), filling_of(one.text, day));
        return drafting::write_section(needs_, office(), view.plan.id, section.part,
                                       {section.revision, section.heading, text});
    }

    /// Somebody of the unit says something, which the office takes up.
    base::Result<PlanView> talk_over(const PlanView& view, const std::string& liaison) {
        drafting::Comment comment;
        comment.id = make_id<drafting::CommentId>(needs_);
        comment.plan = view.plan.id;
        comment.part = drafting::Part::safeguards;
        comment.text = "建议写明整改情况每月向党组报告一次。";
        const auto said = drafting::comment_on_plan(needs_, people_.actors.at(liaison), comment);
        if (!said) return said;
        return drafting::answer_comment(needs_, office(), comment.id,
                                        {drafting::Adopted::yes, "已在推进机制中写明。"});
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> issue_sample_plan(const SampleNeeds& needs, const SamplePeople& people,
                                     ledger::ProgrammeId programme) {
    PlanStory story(needs, people, programme);
    auto view = story.prepare(OutlineKind::bureau, "liqiang");
    if (view) view = story.send(*view);
    if (view) view = story.agree(*view, "zhengqing", ReviewSeat::discipline);
    if (view) view = story.agree(*view, "qianlan", ReviewSeat::organisation);
    if (view) view = story.agree(*view, "fenglei", ReviewSeat::inspection_office);
    if (!view) return view.error();
    if (auto issued = story.issue(*view); !issued) return issued;
    return story.hand_in_sub_plan("liqiang");
}

base::Result<void> review_sample_plan(const SampleNeeds& needs, const SamplePeople& people,
                                      ledger::ProgrammeId programme) {
    PlanStory story(needs, people, programme);
    auto view = story.prepare(OutlineKind::township, "zhaojuan");
    if (view) view = story.send(*view);
    if (view) view = story.agree(*view, "zhengqing", ReviewSeat::discipline);
    if (!view) return view.error();
    return {};
}

}  // namespace app
