#include "documents/document.hpp"

#include <cstddef>

namespace documents {
namespace {

enum class Form { text, table };

struct KindRow {
    DocumentKind kind;
    std::string_view name, words;
    Subject subject;
    Form form = Form::text;
    std::optional<base::Guard> guard = {};
};
constexpr KindRow kind_rows[]{
    {DocumentKind::notice, "notice", "督办文书", Subject::notice},
    {DocumentKind::meeting_notice, "meeting_notice", "会议通知", Subject::meeting},
    {DocumentKind::sign_in_sheet, "sign_in_sheet", "签到表", Subject::meeting},
    {DocumentKind::minutes, "minutes", "会议纪要", Subject::meeting},
    {DocumentKind::strike_off_slip, "strike_off_slip", "销号单", Subject::problem},
    {DocumentKind::clearing_sheet, "clearing_sheet", "归零表", Subject::problem},
    {DocumentKind::ledger_table, "ledger_table", "整改台账", Subject::programme, Form::table},
    {DocumentKind::problem_list, "problem_list", "问题清单", Subject::programme, Form::table},
    {DocumentKind::task_list, "task_list", "任务清单", Subject::programme, Form::table},
    {DocumentKind::responsibility_list, "responsibility_list", "责任清单", Subject::programme,
     Form::table},
    {DocumentKind::results_list, "results_list", "成效清单", Subject::programme, Form::table},
    {DocumentKind::week_report, "week_report", "整改工作周报", Subject::programme},
    {DocumentKind::month_report, "month_report", "整改工作月报", Subject::programme},
    {DocumentKind::strike_off_application, "strike_off_application", "销号申请单",
     Subject::problem},
    {DocumentKind::extension_application, "extension_application", "延期申请", Subject::extension},
    {DocumentKind::long_term_application, "long_term_application", "持续整改申请",
     Subject::measure},
    {DocumentKind::agenda, "agenda", "会议议程", Subject::meeting},
    {DocumentKind::interview_record, "interview_record", "约谈记录", Subject::interview},
    {DocumentKind::check_report, "check_report", "督查报告", Subject::check},
    {DocumentKind::handover_letter, "handover_letter", "责任交接书", Subject::handover},
    {DocumentKind::rectification_list, "rectification_list", "整改清单", Subject::programme,
     Form::table},
    {DocumentKind::deadline_list, "deadline_list", "时限清单", Subject::programme, Form::table},
    {DocumentKind::immediate_list, "immediate_list", "立行立改清单", Subject::programme,
     Form::table},
    {DocumentKind::feedback_list, "feedback_list", "反馈清单", Subject::programme, Form::table},
    {DocumentKind::reconciliation_list, "reconciliation_list", "对账销号清单", Subject::programme,
     Form::table},
    {DocumentKind::archive_list, "archive_list", "档案清单", Subject::programme, Form::table},
    {DocumentKind::rectification_order, "rectification_order", "整改通知单", Subject::programme,
     Form::table},
    {DocumentKind::dispatch_report, "dispatch_report", "整改工作调度通报", Subject::programme},
    {DocumentKind::statistics, "statistics", "整改情况统计表", Subject::programme, Form::table},
    {DocumentKind::commitment, "commitment", "签字背书承诺书", Subject::programme},
    {DocumentKind::clue_table, "clue_table", "移交线索办理表", Subject::programme, Form::table,
     base::Guard::clues},
    {DocumentKind::petition_table, "petition_table", "信访件处理汇总表", Subject::programme,
     Form::table, base::Guard::clues},
    {DocumentKind::accountability_table, "accountability_table", "处理干部汇总表",
     Subject::programme, Form::table, base::Guard::accountability},
    {DocumentKind::rectification_plan, "rectification_plan", "整改方案", Subject::plan},
    {DocumentKind::sub_plan, "sub_plan", "单位子方案", Subject::sub_plan},
};
constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(kind_rows); ++i)
        if (static_cast<std::size_t>(kind_rows[i].kind) != i) return false;
    return std::size(kind_rows) == document_kinds.size();
}
static_assert(in_order());

const KindRow& row_of(DocumentKind kind) {
    return kind_rows[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view name_of(DocumentKind kind) {
    return row_of(kind).name;
}
std::optional<DocumentKind> document_kind_of(std::string_view name) {
    for (const auto& row : kind_rows)
        if (row.name == name) return row.kind;
    return std::nullopt;
}
std::string_view words_of(DocumentKind kind) {
    return row_of(kind).words;
}
Subject subject_of(DocumentKind kind) {
    return row_of(kind).subject;
}
bool is_table(DocumentKind kind) {
    return row_of(kind).form == Form::table;
}
std::optional<base::Guard> guard_of(DocumentKind kind) {
    return row_of(kind).guard;
}
bool may_be_in_a_set(DocumentKind kind) {
    if (kind == DocumentKind::notice || kind == DocumentKind::minutes ||
        kind == DocumentKind::strike_off_slip)
        return true;
    return subject_of(kind) == Subject::programme && !guard_of(kind);
}

}  // namespace documents
