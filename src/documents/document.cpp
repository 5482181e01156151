#include "documents/document.hpp"

#include <cstddef>

namespace documents {
namespace {

struct KindRow {
    DocumentKind kind;
    std::string_view name, words;
    Subject subject;
};
constexpr KindRow kind_rows[]{
    {DocumentKind::notice, "notice", "督办文书", Subject::notice},
    {DocumentKind::meeting_notice, "meeting_notice", "会议通知", Subject::meeting},
    {DocumentKind::sign_in_sheet, "sign_in_sheet", "签到表", Subject::meeting},
    {DocumentKind::minutes, "minutes", "会议纪要", Subject::meeting},
    {DocumentKind::strike_off_slip, "strike_off_slip", "销号单", Subject::problem},
    {DocumentKind::clearing_sheet, "clearing_sheet", "归零表", Subject::problem},
    {DocumentKind::ledger_table, "ledger_table", "整改台账", Subject::programme},
    {DocumentKind::problem_list, "problem_list", "问题清单", Subject::programme},
    {DocumentKind::task_list, "task_list", "任务清单", Subject::programme},
    {DocumentKind::responsibility_list, "responsibility_list", "责任清单", Subject::programme},
    {DocumentKind::results_list, "results_list", "成效清单", Subject::programme},
    {DocumentKind::week_report, "week_report", "整改工作周报", Subject::programme},
    {DocumentKind::month_report, "month_report", "整改工作月报", Subject::programme},
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

}  // namespace documents
