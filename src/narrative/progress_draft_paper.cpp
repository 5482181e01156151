// The written parts of the report on the concentrated period.
#include "narrative/draft_paper.hpp"

#include <algorithm>

#include "base/day_words.hpp"
#include "documents/paper_words.hpp"
#include "ledger/due.hpp"
#include "reports/ledger_sheet.hpp"

namespace narrative {
namespace {

using ledger::MeasureStatus;

constexpr std::size_t problems_told = 30;

bool is_open(const ledger::MeasureRow& row) {
    return row.measure.status != MeasureStatus::done &&
           row.measure.status != MeasureStatus::long_term;
}
bool is_overdue(const ledger::MeasureRow& row, base::Date today) {
    return ledger::tier_of(row.measure.status, row.measure.due_on, today) == ledger::Tier::overdue;
}
template <class Wanted>
bool any_measure(const Source& source, Wanted wanted) {
    return std::any_of(source.rows.measures.begin(), source.rows.measures.end(), wanted);
}
bool drafts_regulations(const Source& source) {
    return std::any_of(source.regulations.begin(), source.regulations.end(),
                       [](const auto& one) { return regulations::is_drafted(one.state); });
}

bool recovered_money(const Source& source) {
    const auto& all = source.rows.measure_facts;
    return std::any_of(all.begin(), all.end(), [](const auto& of_measure) {
        const auto& results = of_measure.second.results;
        return std::any_of(results.begin(), results.end(), [](const auto& one) {
            return one.kind == ledger::ResultKind::recovered_yuan && one.quantity > 0;
        });
    });
}

std::string duties(const Source& source) {
    const auto group = group_in_words(source), plan = plan_in_words(source);
    std::string text;
    add_paragraph(
        text, "（一）加强组织领导。" + as_sentence(group.empty() ? "〔领导小组成立情况〕" : group));
    add_paragraph(text, "（二）制定整改方案。" +
                            (plan.empty() ? std::string("〔整改方案印发情况〕") : plan) +
                            "，针对{{问题总数}}个问题制定措施{{措施总数}}条，逐条明确责任和时限。");
    add_paragraph(text,
                  "（三）推动整改落实。召开整改工作会议{{召开会议数}}次，逐项推动落实。已完成措施"
                  "{{已完成措施数}}条，转入长期坚持{{长期坚持措施数}}条；已销号问题{{已销号问题数}}"
                  "个，销号率{{销号率}}。");
    add_paragraph(text,
                  "（四）坚持建章立制。出台制度{{出台制度数}}项，其中新建{{新建制度数}}项、修订"
                  "{{修订制度数}}项；正在起草{{起草中制度数}}项。" +
                      std::string(recovered_money(source) ? "挽回资金{{挽回资金}}万元。" : ""));
    return text;
}

/// The problems of one kind of feedback, as they stand.
std::string special_of(const Source& source, inspections::FeedbackKind kind,
                       const std::string& name) {
    std::string number;
    for (const auto& one : source.feedback)
        if (one.paper.kind == kind) number = one.paper.document;
    std::vector<std::string> told;
    for (const auto& row : source.rows.problems) {
        const auto from = source.documents.find(row.problem.id);
        if (number.empty() || from == source.documents.end() ||
            from->second.find(number) == std::string::npos || told.size() == problems_told)
            continue;
        told.push_back("“" + row.problem.text + "”" +
                       std::string(reports::words_of(row.problem.status)));
    }
    if (told.empty()) return "〔" + name + "专项整改情况；没有专项反馈的写明〕";
    return as_sentence(name + "专项反馈意见（" + number + "）指出的问题：" + joined(told, "；"));
}

std::string special(const Source& source) {
    using inspections::FeedbackKind;
    std::string text;
    add_paragraph(
        text, "（一）选人用人。" + special_of(source, FeedbackKind::cadre_selection, "选人用人"));
    add_paragraph(text,
                  "（二）意识形态工作。" + special_of(source, FeedbackKind::ideology, "意识形态"));
    return text;
}

std::string reason_of(const Source& source, const ledger::MeasureRow& row) {
    const auto facts = source.rows.measure_facts.find(row.measure.id);
    if (row.measure.status == MeasureStatus::sent_back &&
        facts != source.rows.measure_facts.end() && !facts->second.reason.empty())
        return "完成报告被退回：" + documents::without_stop(facts->second.reason);
    if (row.extensions > 0) return "情况有变化，已批准延期";
    if (is_overdue(row, source.today)) return "〔原因〕";
    return row.measure.due_on ? "未到时限，正在推进" : "正在推进";
}

std::string unfinished_of(const Source& source, const ledger::MeasureRow& row) {
    auto words = "“" + documents::without_stop(row.measure.text) + "”";
    if (row.measure.due_on) words += "，时限" + base::in_words(*row.measure.due_on);
    return words + "，" + reason_of(source, row);
}

/// By problem, those that are late first.
std::string unfinished(const Source& source) {
    if (!any_measure(source, is_open)) return "整改措施已全部完成或者转入长期坚持。";
    std::string text =
        "未销号问题{{未销号问题数}}个，未完成措施{{未完成措施数}}条，其中超期{{超期措施数}}条。";
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> open;
    for (const auto& row : source.rows.measures)
        if (is_open(row)) open[row.problem.id].push_back(&row);
    std::vector<const ledger::ProblemRow*> order;
    for (const auto& row : source.rows.problems)
        if (open.contains(row.problem.id)) order.push_back(&row);
    const auto late = [&](const ledger::ProblemRow* row) {
        const auto& rows = open[row->problem.id];
        return std::any_of(rows.begin(), rows.end(),
                           [&](const auto* one) { return is_overdue(*one, source.today); });
    };
    std::stable_partition(order.begin(), order.end(), late);
    for (std::size_t i = 0; i < std::min(order.size(), problems_told); ++i) {
        std::vector<std::string> told;
        for (const auto* row : open[order[i]->problem.id])
            told.push_back(unfinished_of(source, *row));
        add_paragraph(text, std::to_string(i + 1) + "." +
                                as_sentence(documents::text_of(order[i]->problem)) +
                                as_sentence("未完成：" + joined(told, "；")));
    }
    if (order.size() > problems_told)
        add_paragraph(text, "其余未完成事项见附件《问题整改情况清单》。");
    return text;
}

std::string shortfalls(const Source& source) {
    std::vector<std::string> told;
    if (any_measure(source, [&](const auto& row) { return is_overdue(row, source.today); }))
        told.emplace_back("有的措施推进不够快，超期{{超期措施数}}条");
    if (any_measure(source,
                    [](const auto& row) { return row.measure.status == MeasureStatus::sent_back; }))
        told.emplace_back("有的完成报告质量不高，审核退回{{退回措施数}}条");
    if (drafts_regulations(source))
        told.emplace_back("有的制度还没有出台，正在起草{{起草中制度数}}项");
    if (told.empty()) return "〔存在的不足〕";
    return as_sentence(joined(told, "；"));
}

std::string next_steps(const Source& source) {
    std::string text;
    const auto add = [&](const std::string& words) { add_paragraph(text, as_sentence(words)); };
    if (any_measure(source, is_open))
        add("抓紧完成未完成的{{未完成措施数}}条措施，对30天内到期的{{即将到期措施数}}条重点调度，完"
            "成一条、审核一条、销号一个");
    if (any_measure(source,
                    [](const auto& row) { return row.measure.status == MeasureStatus::long_term; }))
        add("对转入长期坚持的{{长期坚持措施数}}条措施按期复核，防止反弹");
    if (drafts_regulations(source)) add("加快起草中的{{起草中制度数}}项制度，审核后尽快出台");
    for (const auto& phase : source.phases) {
        const auto standing = ledger::standing_of(phase, source.today);
        if (standing == ledger::PhaseStanding::over || !phase.ends_on) continue;
        add("按照整改方案推进“" + phase.name + "”，" + base::in_words(*phase.ends_on) + "前完成");
    }
    return text.empty() ? "〔下一步打算〕" : text;
}

}  // namespace

std::string draft_of_progress(Part part, const Source& source) {
    switch (part) {
        case Part::duties: return duties(source);
        case Part::special: return special(source);
        case Part::unfinished: return unfinished(source);
        case Part::shortfalls: return shortfalls(source);
        case Part::next: return next_steps(source);
        default: return {};
    }
}

}  // namespace narrative
