#include "documents/application_paper.hpp"

#include "documents/paper_words.hpp"
#include "ledger/notice.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

constexpr double row_mm = 10;
const std::string empty_opinion = "\n\n　　　　　　　　　　　　　签名：　　　　　年　月　日";

std::string yes_or_no(bool yes) {
    return yes ? "是" : "否";
}

/// The gate of the closure as the applicant answered it.
std::string checked(const ledger::StrikeOffApplication& stated) {
    std::string lines =
        "问题是否解决：" + yes_or_no(stated.problem_solved) + "\n措施是否落实：" +
        yes_or_no(stated.measures_carried_out) + "\n责任是否厘清：" +
        (stated.pursuit == ledger::Pursuit::pursued ? "已追究责任" : "无须追究责任");
    if (!stated.pursuit_note.empty()) lines += "（" + without_stop(stated.pursuit_note) + "）";
    return lines;
}

std::string listed(const std::vector<Proof>& proofs) {
    if (proofs.empty()) return "（系统内没有登记佐证文件）";
    std::string lines;
    for (std::size_t i = 0; i < proofs.size(); ++i)
        lines += (i == 0 ? "" : "\n") + std::to_string(i + 1) + "." + proofs[i].name + "（" +
                 proofs[i].row + "）";
    return lines;
}

std::string signed_words(const ledger::Signature& signature) {
    if (signature.name.empty()) return "\n";
    return signature.name + (signature.on ? "\n" + in_words(*signature.on) : "");
}

std::string day_of(base::Instant at) {
    return in_words(base::date_of(at));
}

std::string opinion_of(const ledger::Extension& extension, ledger::ExtensionLevel level) {
    for (const auto& one : extension.opinions)
        if (one.level == level)
            return std::string(one.agreed ? "同意延期。" : "不同意延期。") + one.note +
                   "\n　　　　　　　　　　　　　" + one.by + "　" + day_of(one.at);
    return empty_opinion;
}

/// As the plan words it; with the day where the words do not say it.
std::string old_deadline(const ledger::Extension& one) {
    const auto day = in_words(one.old_due_on);
    if (one.old_text.find(day) != std::string::npos) return one.old_text;
    return one.old_text.empty() ? day : one.old_text + "\n" + day;
}

std::string row_words(const ledger::RowRef& row, std::int64_t number) {
    return (row.is_problem ? "第" + std::to_string(number) + "项问题"
                           : "第" + std::to_string(number) + "项措施");
}

std::string rhythm_of(const ledger::LongTerm& one) {
    return one.review_months == 0 ? std::string()
                                  : "每" + std::to_string(one.review_months) + "个月";
}

std::string number_and_unit(std::string_view kind, std::int64_t number, const std::string& unit) {
    return std::string(kind) + "（" + std::to_string(number) + "）" + unit;
}

}  // namespace

office::Paper strike_off_application_paper(const ProblemSource& source,
                                           const std::vector<Proof>& proofs) {
    const auto& problem = source.row.problem;
    const auto& filed = *source.application;
    const auto& slip = source.facts.strike_off;
    const auto unit = ledger::unit_label(problem.responsibility);
    auto table =
        form_of({{{"序号", std::to_string(problem.number)}, {"单位", unit}},
                 {{"地点", source.inspected_unit},
                  {"类别", source.row.area.printed_number + source.row.area.heading}},
                 {{"存在问题", with_manifestations(source)}},
                 {{"采取的措施", measures_in_lines(source)}},
                 {{"期限", problem.due_on ? in_words(*problem.due_on) : problem.deadline.text},
                  {"责任人", ledger::responsible_in(problem.responsibility)}},
                 {{"整改情况", filed.stated.summary}},
                 {{"核对情况", checked(filed.stated)}},
                 {{"举一反三", filed.stated.similar_check}},
                 {{"佐证材料", listed(proofs)}},
                 {{"完成时间", day_of(filed.at)}, {"申请人", filed.by}},
                 {{"整改前图片", "\n\n\n\n"}, {"整改后图片", "\n\n\n\n"}},
                 {{"牵头领导签字", signed_words(filed.stated.lead_leader)},
                  {"主要负责人签字", signed_words(filed.stated.principal)}},
                 {{"复查人", slip ? slip->by : ""}, {"复查日期", slip ? day_of(slip->at) : ""}},
                 {{"复查意见", slip ? slip->opinion : empty_opinion}}},
                row_mm);
    auto paper = form_paper("巡察反馈问题销号申请单", source.programme_title, std::move(table));
    paper.name = number_and_unit("销号申请单", problem.number, unit);
    return paper;
}

office::Paper extension_paper(const ExtensionSource& source) {
    const auto& one = source.extension;
    const auto supervising = one.supervised ? opinion_of(one, ledger::ExtensionLevel::supervision)
                                            : std::string("（不需要）");
    auto table =
        form_of({{{"申请事项", row_words(one.row, one.row_number)},
                  {"延期次数", "第" + std::to_string(one.nth) + "次"}},
                 {{"内容", one.row_text}},
                 {{"原期限", old_deadline(one)}, {"申请延至", in_words(one.wanted_on)}},
                 {{"申请理由", one.reason}},
                 {{"目前进展", source.progress.empty() ? "尚未报告进展" : source.progress}},
                 {{"责任领导", signed_words(one.leader)},
                  {"申请人", one.asked_by_name + "\n" + day_of(one.asked_at)}},
                 {{"整改办意见", opinion_of(one, ledger::ExtensionLevel::office)}},
                 {{"监督方意见", supervising}}},
                row_mm);
    auto paper = form_paper("整改期限延期申请", one.programme_title, std::move(table));
    paper.name = number_and_unit("延期申请", one.row_number, source.inspected_unit);
    return paper;
}

bool goes_on_for_long(const ledger::MeasureRow& row) {
    return row.measure.status == ledger::MeasureStatus::long_term ||
           !row.measure.long_term.stage_target.empty() ||
           row.deadline.kind == ledger::DeadlineKind::long_term;
}

office::Paper long_term_paper(const LongTermSource& source) {
    const auto& measure = source.row.measure;
    const auto& going_on = measure.long_term;
    const auto unit = ledger::unit_label(source.row.responsibility);
    auto table = form_of(
        {{{"措施序号", std::to_string(measure.number)}, {"责任单位", unit}},
         {{"反馈问题", source.row.problem.text}},
         {{"整改措施", measure.text}},
         {{"原期限", source.row.deadline.text},
          {"责任人", ledger::responsible_in(source.row.responsibility)}},
         {{"目前进展", measure.last_entry.empty() ? "尚未报告进展" : measure.last_entry},
          {"当前状态", std::string(reports::words_of(measure.status))}},
         {{"持续整改的原因", "\n\n"}},
         {{"阶段目标", going_on.stage_target.empty() ? "\n" : going_on.stage_target}},
         {{"复核周期", rhythm_of(going_on)},
          {"下次复核日", going_on.next_review_on ? in_words(*going_on.next_review_on) : ""}},
         {{"预计完成日", measure.due_on ? in_words(*measure.due_on) : "长期坚持"},
          {"申请人", "\n　　　　年　月　日"}},
         {{"责任单位负责人意见", empty_opinion}},
         {{"整改办意见", empty_opinion}},
         {{"监督方意见", empty_opinion}}},
        row_mm);
    auto paper = form_paper("持续整改申请", source.programme_title, std::move(table));
    paper.name = number_and_unit("持续整改申请", measure.number, unit);
    return paper;
}

}  // namespace documents
