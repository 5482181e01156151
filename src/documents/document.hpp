// Which official documents are derived from what the system holds, and what each is about. Nothing
// of them is stored: they are made anew from the rows they name whenever they are asked for. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace documents {

enum class DocumentKind {
    notice,               // 督办文书 with receipt and reply slip
    meeting_notice,       // 会议通知
    sign_in_sheet,        // 签到表
    minutes,              // 会议纪要
    strike_off_slip,      // 销号单
    clearing_sheet,       // 归零表
    ledger_table,         // 整改台账
    problem_list,         // 问题清单
    task_list,            // 任务清单
    responsibility_list,  // 责任清单
    results_list,         // 成效清单
    week_report,          // 周报
    month_report,         // 月报
    rectification_plan,   // 整改方案
    sub_plan,             // 单位子方案
};
inline constexpr std::array<DocumentKind, 15> document_kinds{
    DocumentKind::notice,          DocumentKind::meeting_notice,
    DocumentKind::sign_in_sheet,   DocumentKind::minutes,
    DocumentKind::strike_off_slip, DocumentKind::clearing_sheet,
    DocumentKind::ledger_table,    DocumentKind::problem_list,
    DocumentKind::task_list,       DocumentKind::responsibility_list,
    DocumentKind::results_list,    DocumentKind::week_report,
    DocumentKind::month_report,    DocumentKind::rectification_plan,
    DocumentKind::sub_plan};

/// What the id in its address names; of a plan one of its versions, or its programme.
enum class Subject { notice, meeting, problem, programme, plan, sub_plan };

[[nodiscard]] std::string_view name_of(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> document_kind_of(std::string_view name);
/// As it is called: 销号单.
[[nodiscard]] std::string_view words_of(DocumentKind kind);
[[nodiscard]] Subject subject_of(DocumentKind kind);

}  // namespace documents
