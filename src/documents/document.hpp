// Which official documents are derived from what the system holds, and what each is about. Nothing
// of them is stored: they are made anew from the rows they name whenever they are asked for. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/actor.hpp"

namespace documents {

enum class DocumentKind {
    notice,                  // 督办文书 with receipt and reply slip
    meeting_notice,          // 会议通知
    sign_in_sheet,           // 签到表
    minutes,                 // 会议纪要
    strike_off_slip,         // 销号单
    clearing_sheet,          // 归零表
    ledger_table,            // 整改台账
    problem_list,            // 问题清单
    task_list,               // 任务清单
    responsibility_list,     // 责任清单
    results_list,            // 成效清单
    week_report,             // 周报
    month_report,            // 月报
    strike_off_application,  // 销号申请单
    extension_application,   // 延期申请
    long_term_application,   // 持续整改申请
    agenda,                  // 会议议程
    interview_record,        // 约谈记录
    check_report,            // 督查报告
    handover_letter,         // 责任交接书
    rectification_list,      // 整改清单
    deadline_list,           // 时限清单
    immediate_list,          // 立行立改清单
    feedback_list,           // 反馈清单
    reconciliation_list,     // 对账销号清单
    archive_list,            // 档案清单
    rectification_order,     // 整改通知单
    dispatch_report,         // 调度通报
    statistics,              // 统计表
    commitment,              // 签字背书承诺书
    clue_table,              // 移交线索办理表
    petition_table,          // 信访件处理汇总表
    accountability_table,    // 处理干部汇总表
    rectification_plan,      // 整改方案
    sub_plan,                // 单位子方案
};
inline constexpr std::array<DocumentKind, 35> document_kinds{DocumentKind::notice,
                                                             DocumentKind::meeting_notice,
                                                             DocumentKind::sign_in_sheet,
                                                             DocumentKind::minutes,
                                                             DocumentKind::strike_off_slip,
                                                             DocumentKind::clearing_sheet,
                                                             DocumentKind::ledger_table,
                                                             DocumentKind::problem_list,
                                                             DocumentKind::task_list,
                                                             DocumentKind::responsibility_list,
                                                             DocumentKind::results_list,
                                                             DocumentKind::week_report,
                                                             DocumentKind::month_report,
                                                             DocumentKind::strike_off_application,
                                                             DocumentKind::extension_application,
                                                             DocumentKind::long_term_application,
                                                             DocumentKind::agenda,
                                                             DocumentKind::interview_record,
                                                             DocumentKind::check_report,
                                                             DocumentKind::handover_letter,
                                                             DocumentKind::rectification_list,
                                                             DocumentKind::deadline_list,
                                                             DocumentKind::immediate_list,
                                                             DocumentKind::feedback_list,
                                                             DocumentKind::reconciliation_list,
                                                             DocumentKind::archive_list,
                                                             DocumentKind::rectification_order,
                                                             DocumentKind::dispatch_report,
                                                             DocumentKind::statistics,
                                                             DocumentKind::commitment,
                                                             DocumentKind::clue_table,
                                                             DocumentKind::petition_table,
                                                             DocumentKind::accountability_table,
                                                             DocumentKind::rectification_plan,
                                                             DocumentKind::sub_plan};

/// What the id in its address names; of a plan one of its versions, or its programme.
enum class Subject {
    notice,
    meeting,
    problem,
    programme,
    extension,
    measure,
    interview,
    check,
    handover,
    plan,
    sub_plan
};

[[nodiscard]] std::string_view name_of(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> document_kind_of(std::string_view name);
/// As it is called: 销号单.
[[nodiscard]] std::string_view words_of(DocumentKind kind);
[[nodiscard]] Subject subject_of(DocumentKind kind);
/// Whether it is tables, and comes as a workbook too.
[[nodiscard]] bool is_table(DocumentKind kind);
/// Only those cleared for it get it or learn that there is anything in it.
[[nodiscard]] std::optional<base::Guard> guard_of(DocumentKind kind);
/// Whether a set that is made for a period may hold it: what is about the programme and restricted
/// to nobody, and each notice, minutes and slip of that period.
[[nodiscard]] bool may_be_in_a_set(DocumentKind kind);

}  // namespace documents
