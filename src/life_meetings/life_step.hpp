// The steps of a life meeting before and after its day: which are usual, on which day each is due,
// what becomes of the days when the meeting is moved (R81, R87, R104, R107, R127, R140–R148, T8,
// T9). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "calendar/working_day.hpp"

namespace life_meetings {

inline constexpr std::size_t step_title_chars_max = 60, step_remark_chars_max = 300, steps_max = 40;
inline constexpr std::int64_t step_days_max = 180;

enum class StepKind {
    convey,           // 传达会议要求
    plan,             // 方案报审
    study,            // 学习研讨
    opinions,         // 征求意见
    talks,            // 谈心谈话
    drafts,           // 撰写材料
    own_review,       // 主要负责人审阅材料
    upward_review,    // 材料报上级审核
    notice,           // 会议通知
    sitting,          // the meeting itself
    report,           // 情况报告
    lists,            // 整改清单
    bulletin,         // 通报
    publication,      // 公开
    branch_meetings,  // 专题组织生活会
    archive,          // 归档
    other,
};
[[nodiscard]] std::string_view name_of(StepKind kind);
[[nodiscard]] std::optional<StepKind> step_kind_of(std::string_view name);

enum class Counting { natural, working };
[[nodiscard]] std::string_view name_of(Counting counting);
[[nodiscard]] std::optional<Counting> counting_of(std::string_view name);

struct Step {
    std::int64_t position = 0;  // names it within its meeting
    StepKind kind = StepKind::other;
    std::string title;
    std::int64_t days = 0;  // from the day of the meeting; before it: negative
    Counting counting = Counting::natural;
    base::Date due_on;
    std::optional<base::Date> done_on;
    std::string done_by, remark;
    bool operator==(const Step&) const = default;
};

/// The usual steps, before they have days; `plan_days`, `drafts_days` and `report_days` are those
/// of the demands.
[[nodiscard]] std::vector<Step> usual_steps(std::int64_t plan_days, std::int64_t drafts_days,
                                            std::int64_t report_days);
/// The day `days` from `held_on`; working days backwards, too.
[[nodiscard]] base::Date day_of(base::Date held_on, std::int64_t days, Counting counting,
                                const calendar::Calendar& calendar);
/// Days of all that have none yet (Date{}); days once given stay until a rule takes them away.
/// Sorted by day afterwards.
void place_steps(std::vector<Step>& steps, base::Date held_on, const calendar::Calendar& calendar);

}  // namespace life_meetings
