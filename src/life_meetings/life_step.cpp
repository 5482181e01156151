#include "life_meetings/life_step.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace life_meetings {
namespace {

constexpr std::array<std::string_view, 17> kind_names{
    "convey",     "plan",          "study",           "opinions", "talks",  "drafts",
    "own_review", "upward_review", "notice",          "sitting",  "report", "lists",
    "bulletin",   "publication",   "branch_meetings", "archive",  "other"};
constexpr std::array<std::string_view, 2> counting_names{"natural", "working"};

Step step(StepKind kind, std::string title, std::int64_t days,
          Counting counting = Counting::natural) {
    Step one;
    one.kind = kind;
    one.title = std::move(title);
    one.days = days;
    one.counting = counting;
    return one;
}

base::Date working_days_before(base::Date from, std::int64_t days,
                               const calendar::Calendar& calendar) {
    while (days > 0) {
        from = base::add_days(from, -1);
        if (calendar.is_working_day(from)) --days;
    }
    return from;
}

}  // namespace

std::string_view name_of(StepKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<StepKind> step_kind_of(std::string_view name) {
    return base::named<StepKind>(kind_names, name);
}
std::string_view name_of(Counting counting) {
    return counting_names[static_cast<std::size_t>(counting)];
}
std::optional<Counting> counting_of(std::string_view name) {
    return base::named<Counting>(counting_names, name);
}

std::vector<Step> usual_steps(std::int64_t plan_days, std::int64_t drafts_days,
                              std::int64_t report_days) {
    std::vector<Step> steps{
        step(StepKind::plan, "会议方案报送上级", -plan_days),
        step(StepKind::convey, "向班子成员传达会议要求", -plan_days + 1),
        step(StepKind::study, "完成会前学习", -drafts_days - 5),
        step(StepKind::opinions, "完成征求意见并如实反馈", -drafts_days - 4),
        step(StepKind::talks, "完成谈心谈话", -drafts_days - 2),
        step(StepKind::drafts, "写出对照检查材料和发言提纲", -drafts_days - 1),
        step(StepKind::own_review, "主要负责人逐份审阅材料", -drafts_days),
        step(StepKind::upward_review, "材料报整改办和联系领导审核", -drafts_days + 1),
        step(StepKind::notice, "发出会议通知", -3),
        step(StepKind::sitting, "召开专题民主生活会", 0),
        step(StepKind::lists, "列出班子和个人整改清单", 7),
        step(StepKind::report, "报送会议情况报告和会议材料", report_days),
        step(StepKind::bulletin, "在规定范围通报会议情况", report_days),
        step(StepKind::publication, "公开整改清单和落实情况", 30),
        step(StepKind::branch_meetings, "召开支部专题组织生活会", 30),
        step(StepKind::archive, "会议材料归档", 30)};
    std::int64_t position = 0;
    for (auto& one : steps) one.position = ++position;
    return steps;
}

base::Date day_of(base::Date held_on, std::int64_t days, Counting counting,
                  const calendar::Calendar& calendar) {
    if (counting == Counting::natural) return base::add_days(held_on, static_cast<int>(days));
    if (days < 0) return working_days_before(held_on, -days, calendar);
    return calendar.add_working_days(held_on, static_cast<int>(days)).date;
}

void place_steps(std::vector<Step>& steps, base::Date held_on, const calendar::Calendar& calendar) {
    for (auto& one : steps)
        if (one.due_on == base::Date{})
            one.due_on = day_of(held_on, one.days, one.counting, calendar);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& one, const Step& other) { return one.due_on < other.due_on; });
}

}  // namespace life_meetings
