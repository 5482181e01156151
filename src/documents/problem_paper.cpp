#include "documents/problem_paper.hpp"

#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

std::string outcomes_in_lines(const ProblemSource& source) {
    std::string lines;
    for (const auto& row : source.measures) {
        lines += (lines.empty() ? "" : "\n") + std::to_string(row.measure.number) + "." +
                 std::string(reports::words_of(row.measure.status));
        if (row.measure.last_entry_at) lines += "：" + row.measure.last_entry;
    }
    return lines;
}

std::string evidence_in_lines(const ProblemSource& source) {
    std::string lines;
    for (const auto& row : source.measures) {
        const auto facts = source.measure_facts.find(row.measure.id);
        if (facts == source.measure_facts.end() || facts->second.evidence_note.empty()) continue;
        lines += (lines.empty() ? "" : "\n") + std::to_string(row.measure.number) + "." +
                 facts->second.evidence_note;
    }
    return lines;
}

std::string signature_line(const ledger::Signature& signature) {
    return signature.name + (signature.on ? "\n" + in_words(*signature.on) : "");
}

const ledger::StrikeOffApplication& stated(const ProblemSource& source) {
    static const ledger::StrikeOffApplication nothing;
    return source.application ? source.application->stated : nothing;
}

}  // namespace

std::string with_manifestations(const ProblemSource& source) {
    std::string text = source.row.problem.text;
    for (const auto& one : source.facts.manifestations)
        text += "\n" + one.printed_number + one.text;
    return text;
}

std::string measures_in_lines(const ProblemSource& source) {
    std::string lines;
    for (const auto& row : source.measures)
        lines += (lines.empty() ? "" : "\n") + std::to_string(row.measure.number) + "." +
                 row.measure.text;
    return lines;
}

office::Paper slip_paper(const ProblemSource& source) {
    const auto& problem = source.row.problem;
    const auto& slip = source.facts.strike_off;
    const auto& application = stated(source);
    const auto number = slip ? "第" + std::to_string(slip->slip_number) + "号" : std::string();
    auto table = form_of(
        {{{"问题序号", std::to_string(problem.number)}, {"销号单号", number}},
         {{"反馈问题", with_manifestations(source)}},
         {{"责任层级", holders_in_lines(problem.responsibility)}},
         {{"整改措施", measures_in_lines(source)}},
         {{"整改情况", application.summary}},
         {{"举一反三", source.facts.similar_check}},
         {{"牵头领导", signature_line(application.lead_leader)},
          {"主要负责人", signature_line(application.principal)}},
         {{"申请人", slip                 ? slip->applied_by
                     : source.application ? source.application->by
                                          : ""},
          {"申请日期", source.application ? in_words(base::date_of(source.application->at)) : ""}},
         {{"审核意见", slip ? slip->opinion : ""}},
         {{"审核人", slip ? slip->by : ""},
          {"销号日期", slip ? in_words(base::date_of(slip->at)) : ""}}},
        10);
    return form_paper("巡察反馈问题销号单", source.programme_title, std::move(table));
}

office::Paper clearing_paper(const ProblemSource& source) {
    const auto& problem = source.row.problem;
    const auto opinion = std::string("\n\n　　　　　　　　　　　　　签名：　　　　　年　月　日");
    auto table = form_of({{{"问题序号", std::to_string(problem.number)},
                           {"责任部门（人）", holders_in_lines(problem.responsibility)}},
                          {{"反馈问题（含例证）", with_manifestations(source)}},
                          {{"根本原因", "\n\n"}},
                          {{"归零措施", measures_in_lines(source)}},
                          {{"措施完成情况", outcomes_in_lines(source)}},
                          {{"佐证材料", evidence_in_lines(source)}},
                          {{"举一反三检查情况", source.facts.similar_check}},
                          {{"主管领导审核", opinion}},
                          {{"整改领导小组审核", opinion}},
                          {{"主管业务部门审查", opinion}}},
                         10);
    return form_paper("巡察反馈问题整改归零表", source.programme_title, std::move(table));
}

}  // namespace documents
