#include "notify/bundle.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace notify {
namespace {

constexpr std::array<std::string_view, 4> rhythm_names{"never", "at_once", "half_hour", "day"};
constexpr std::int64_t hour_ms = 3'600'000, morning_hour = 8;

/// What kind of meeting it is, is not told outside.
std::string line_about_life_meeting(EventKind kind) {
    switch (kind) {
        case EventKind::life_plan_to_review: return "有一份会议方案等待审核";
        case EventKind::life_plan_returned: return "一份会议方案被退回";
        case EventKind::life_plan_approved: return "一份会议方案已经批准";
        case EventKind::life_meeting_called: return "有一个会议通知您参加";
        case EventKind::life_meeting_moved: return "一个会议的时间有变动";
        case EventKind::life_meeting_cancelled: return "一个会议取消了";
        case EventKind::life_people_changed: return "一个会议的参会人员有变动";
        case EventKind::life_consulted: return "有一件事项报您单位，等待查看";
        case EventKind::life_answered: return "一件请示报告有了答复";
        default: return {};
    }
}

/// Nor what is prepared for it, by whom.
std::string line_about_preparation(EventKind kind) {
    switch (kind) {
        case EventKind::statement_to_review: return "有一份材料等待审阅";
        case EventKind::statement_returned: return "一份材料被退回修改";
        case EventKind::statement_remarked: return "一份材料有了新的意见";
        case EventKind::statement_sent_up: return "有一份材料等待审核";
        case EventKind::statement_approved: return "一份材料已经审定";
        case EventKind::statement_filed: return "有一份材料送您备案";
        case EventKind::talk_arranged: return "有人约您谈话";
        case EventKind::talk_moved: return "一次谈话的时间有变动";
        case EventKind::talk_cancelled: return "一次谈话取消了";
        case EventKind::talk_to_sign: return "有一份谈话记录等待签字";
        case EventKind::opinions_delivered: return "有材料等待您签收";
        case EventKind::gathered_given: return "有事项等待您认领";
        default: return line_about_life_meeting(kind);
    }
}

std::string line_about(const Event& event) {
    const auto number = " " + std::to_string(event.subject_number) + " ";
    const auto where = "（" + event.programme_title + "）";
    switch (event.kind) {
        case EventKind::measure_accepted: return "措施" + number + "审核通过" + where;
        case EventKind::measure_sent_back: return "措施" + number + "被退回" + where;
        case EventKind::strike_off_applied: return "问题" + number + "申请销号，等待审核" + where;
        case EventKind::problem_struck_off: return "问题" + number + "已销号" + where;
        case EventKind::problem_sent_back: return "问题" + number + "的销号申请被退回" + where;
        case EventKind::rows_assigned:
            if (event.subject_kind == "batch")
                return "批量修改了台账，涉及本单位承办的" + number + "行" + where;
            return "导入整改方案，本单位承办其中" + number + "条措施" + where;
        case EventKind::handover_to_sign: return "有一份责任交接书等待签字";
        case EventKind::handover_completed: return "一项责任交接已经完成";
        case EventKind::extension_asked: return "有一项延期申请等待审批" + where;
        case EventKind::extension_decided: return "一项延期申请有了结果" + where;
        case EventKind::rows_due_soon: return "有" + number + "条措施即将到期" + where;
        case EventKind::rows_overdue: return "有" + number + "条措施已经超期" + where;
        case EventKind::rows_sent_back: return "有" + number + "条措施多次被退回" + where;
        case EventKind::rows_stalled: return "有" + number + "条措施长期没有新进展" + where;
        case EventKind::reviews_lying: return "有" + number + "件审核超过规定时间未办" + where;
        case EventKind::notices_proposed: return "有" + number + "份督办文书等待签发" + where;
        case EventKind::notice_issued: return "有一份督办文书等待签收" + where;
        case EventKind::notice_answered: return "一份督办文书已经回复" + where;
        case EventKind::notice_sent_back: return "一份督办文书的回复被退回" + where;
        case EventKind::notice_closed: return "一份督办文书已经办结" + where;
        case EventKind::tasks_given: return "本单位有" + number + "项新任务" + where;
        case EventKind::task_reported: return "任务" + number + "已报告完成，等待确认" + where;
        case EventKind::task_confirmed: return "任务" + number + "已确认完成" + where;
        case EventKind::task_sent_back: return "任务" + number + "被退回" + where;
        case EventKind::task_dropped: return "任务" + number + "不再办理" + where;
        case EventKind::tasks_due_soon: return "有" + number + "项任务即将到期" + where;
        case EventKind::tasks_overdue: return "有" + number + "项任务已经超期" + where;
        case EventKind::meeting_called: return "有一个会议通知您参加" + where;
        case EventKind::meeting_moved: return "一个会议的时间或地点有变动" + where;
        case EventKind::meeting_cancelled: return "一个会议取消了" + where;
        case EventKind::meeting_closed: return "一个会议的纪要可以查看了" + where;
        case EventKind::feedback_delivered: return "有一份反馈意见等待签收" + where;
        case EventKind::feedback_signed: return "一份反馈意见已经签收" + where;
        case EventKind::feedback_copied: return "有一份反馈意见抄告本单位" + where;
        // That there is one at all is not told outside.
        case EventKind::clue_handed_over: return "有一项限定范围的登记" + where;
        case EventKind::check_planned: return "有一次督查安排" + where;
        case EventKind::check_changed: return "一次督查的安排有变动" + where;
        case EventKind::check_cancelled: return "一次督查取消了" + where;
        case EventKind::findings_entered: return "督查发现本单位" + number + "项问题" + where;
        case EventKind::plan_for_comment: return "整改方案正在征求意见" + where;
        case EventKind::plan_to_commit: return "整改方案已经审议，等待签字背书" + where;
        case EventKind::plan_to_review: return "整改方案等待联审" + where;
        case EventKind::plan_returned: return "整改方案联审退回" + where;
        case EventKind::plan_approved: return "整改方案通过联审" + where;
        case EventKind::plan_issued: return "整改方案已经印发" + where;
        case EventKind::sub_plan_wanted: return "请报送本单位的整改子方案" + where;
        case EventKind::sub_plan_returned: return "本单位的整改子方案被退回" + where;
        default: return line_about_preparation(event.kind) + where;
    }
    return {};
}

// A title may hold a line feed, which would make two lines of one.
std::string in_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return text;
}

}  // namespace

std::string_view name_of(Rhythm rhythm) {
    return rhythm_names[static_cast<std::size_t>(rhythm)];
}

std::optional<Rhythm> rhythm_of(std::string_view name) {
    return base::named<Rhythm>(rhythm_names, name);
}

bool is_bundle_due(Rhythm rhythm, base::Instant oldest, base::Instant now,
                   std::int64_t bundle_minutes) {
    if (rhythm == Rhythm::never) return false;
    if (rhythm == Rhythm::at_once) return true;
    if (rhythm == Rhythm::half_hour)
        return now.milliseconds - oldest.milliseconds >= bundle_minutes * 60'000;
    auto morning = base::start_of(base::date_of(now)).milliseconds + morning_hour * hour_ms;
    if (morning > now.milliseconds) morning -= 24 * hour_ms;
    return oldest.milliseconds < morning;
}

Bundle bundle_of(const std::vector<Event>& events) {
    Bundle bundle;
    bundle.count = static_cast<std::int64_t>(events.size());
    bundle.title = "【巡视巡察整改】您有 " + std::to_string(events.size()) + " 条消息";
    for (std::size_t i = 0; i < std::min(events.size(), bundle_lines_max); ++i)
        bundle.lines.push_back(in_one_line(line_about(events[i])));
    return bundle;
}

std::string rest_of(std::int64_t count, std::size_t said) {
    const auto rest = count - static_cast<std::int64_t>(said);
    return rest > 0 ? "……其余 " + std::to_string(rest) + " 件请在系统中查看。" : std::string();
}

std::string messages_address(std::string_view origin) {
    return origin.empty() ? std::string() : std::string(origin) + "/messages";
}

std::string where_to_look(std::string_view origin) {
    const auto address = messages_address(origin);
    return "具体内容请登录系统，在“消息”中查看" + (address.empty() ? "。" : "：" + address);
}

}  // namespace notify
