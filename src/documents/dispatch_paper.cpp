#include "documents/dispatch_paper.hpp"

#include "documents/paper_words.hpp"

namespace documents {
namespace {

using ledger::MeasureStatus;
using office::Style;

constexpr int plan_days = 30;

std::string where(const ledger::MeasureRow& row) {
    const auto unit = ledger::unit_label(row.responsibility);
    return (unit.empty() ? "" : unit + "：") + "第" + std::to_string(row.measure.number) +
           "项措施“" + row.measure.text + "”";
}

const reports::MeasureFacts& facts_of(const ListSource& source, const ledger::MeasureRow& row) {
    static const reports::MeasureFacts none;
    const auto found = source.rows.measure_facts.find(row.measure.id);
    return found == source.rows.measure_facts.end() ? none : found->second;
}

/// What was sent back, with the reason; what is overdue, with what was reported last.
void add_difficulties(std::vector<office::PaperPart>& parts, const ListSource& source) {
    std::size_t number = 0;
    const auto say = [&](const std::string& words) {
        add(parts, office::paragraph(Style::body, std::to_string(++number) + "." + words));
    };
    for (const auto& row : source.rows.measures) {
        const auto& measure = row.measure;
        if (measure.status == MeasureStatus::sent_back) {
            const auto& facts = facts_of(source, row);
            say(where(row) + "被退回" + (facts.reason.empty() ? "" : "：" + facts.reason));
        } else if (is_overdue(row, source.today)) {
            say(where(row) + "超期" +
                std::to_string(base::days_between(*measure.due_on, source.today)) + "天，" +
                (measure.last_entry.empty() ? "尚未报告进展。"
                                            : "目前进展：" + measure.last_entry));
        }
    }
    if (number == 0) add(parts, office::paragraph(Style::body, "没有退回或超期的措施。"));
}

/// What falls due within the days to come, unit by unit.
void add_plan(std::vector<office::PaperPart>& parts, const ListSource& source) {
    const auto until = base::add_days(source.today, plan_days);
    std::map<std::string, std::vector<const ledger::MeasureRow*>> by_unit;
    for (const auto& row : source.rows.measures) {
        const auto& measure = row.measure;
        if (is_finished(row) || !measure.due_on || *measure.due_on > until) continue;
        const auto unit = ledger::unit_label(row.responsibility);
        by_unit[unit.empty() ? "（未明确责任单位）" : unit].push_back(&row);
    }
    if (by_unit.empty())
        return add(parts, office::paragraph(Style::body, "今后30天内没有到期的措施。"));
    for (const auto& [unit, rows] : by_unit) {
        std::string numbers;
        for (const auto* row : rows)
            numbers += (numbers.empty() ? "" : "、") + std::to_string(row->measure.number);
        add(parts, labelled(unit, in_words(until) + "前须完成措施" + std::to_string(rows.size()) +
                                      "条，序号" + numbers + "。"));
    }
}

}  // namespace

void add_difficulties_and_plan(std::vector<office::PaperPart>& parts, const ListSource& source,
                               std::size_t numbered) {
    add(parts, office::paragraph(Style::level1, chinese(numbered) + "、存在困难"));
    add_difficulties(parts, source);
    add(parts, office::paragraph(Style::level1, chinese(numbered + 1) + "、下一步安排"));
    add_plan(parts, source);
}

}  // namespace documents
