// What programmes usually do in their three phases (R30–R40), as proposals that the office edits.
#include <span>

#include "ledger/phase.hpp"

namespace ledger {
namespace {

/// Words of a day: those that count from the end of the concentrated period, or from the feedback
/// where the programme does not know that end.
struct Day {
    std::string_view words, without_end = "";
};
struct Milestone {
    std::string_view text;
    Day day;
};
struct Usual {
    std::string_view name, description;
    Day from, until;
    std::span<const Milestone> milestones;
};

constexpr Milestone mobilising[]{
    {"召开巡视巡察反馈会议，主要负责人签收反馈意见", {"反馈当日"}},
    {"召开党委（党组）会议，传达学习反馈意见，研究部署整改", {"反馈后3日内"}},
    {"召开动员部署会", {"反馈后5日内"}},
    {"召开理论学习中心组（扩大）学习会，再动员、再部署", {"反馈后10日内"}},
};
constexpr Milestone rectifying[]{
    {"成立整改工作领导小组及办公室，建立工作机制", {"反馈后15日内"}},
    {"各牵头单位研究制定整改措施", {"反馈后20日内"}},
    {"报送整改方案和问题清单、任务清单、责任清单", {"反馈后1个月内"}},
    {"制定督查督办方案，派出督查组", {"反馈后45日内"}},
    {"召开领导小组全体会议，听取整改情况汇报，研究解决问题", {"反馈后3个月内"}},
    {"经上级同意，召开巡视巡察整改专题民主生活会", {"反馈后4个月内"}},
    {"各牵头单位报送整改落实情况", {"集中整改期结束前20日", "反馈后160日内"}},
    {"领导小组、党委（党组）会议先后审议整改报告，按程序上报",
     {"集中整改期结束前5日", "反馈后175日内"}},
};
constexpr Milestone making_rules[]{
    {"梳理共性问题，提出建章立制计划", {"反馈后2个月内"}},
    {"制定、修订制度并印发执行", {"集中整改期结束后2个月内", "反馈后8个月内"}},
    {"整改档案收集齐全，立卷归档", {"集中整改期结束后3个月内", "反馈后9个月内"}},
};

constexpr Usual usual[]{
    {"动员部署阶段",
     "传达学习反馈意见，统一思想，动员部署整改。",
     {"反馈当日"},
     {"反馈后10日内"},
     mobilising},
    {"集中整改阶段",
     "建立机构，制定方案，逐条逐项整改，开展督查督办，报送整改情况。",
     {"反馈后11日"},
     {"集中整改期结束", "反馈后6个月内"},
     rectifying},
    {"建章立制阶段",
     "针对共性问题制定务实管用的制度，巩固整改成果，做好归档。",
     {"反馈后11日"},
     {"集中整改期结束后3个月内", "反馈后9个月内"},
     making_rules},
};

}  // namespace

std::vector<UsualPhase> usual_phases(const Programme& programme) {
    const auto deadline = [&](const Day& day) {
        const bool from_end = programme.concentrated_end_on || day.without_end.empty();
        return Deadline{DeadlineKind::relative, std::string(from_end ? day.words : day.without_end),
                        std::nullopt};
    };
    std::vector<UsualPhase> phases;
    for (const auto& one : usual) {
        auto& phase = phases.emplace_back();
        phase.phase.name = one.name;
        phase.phase.description = one.description;
        phase.phase.from = deadline(one.from);
        phase.phase.until = deadline(one.until);
        for (const auto& [text, day] : one.milestones) {
            auto& task = phase.milestones.emplace_back();
            task.text = text;
            task.unit = programme.inspected_unit;
            task.deadline = deadline(day);
        }
    }
    return phases;
}

}  // namespace ledger
