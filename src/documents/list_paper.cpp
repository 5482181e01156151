#include "documents/list_paper.hpp"

#include <functional>

#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using ledger::HolderRole;
using office::PaperCell;

/// A row of a list: a problem and one of its measures; none where it has none or the list is of
/// problems alone.
struct Line {
    const ListSource& source;
    const ledger::ProblemRow& problem;
    const ledger::MeasureRow* measure;

    [[nodiscard]] const reports::ProblemFacts& facts() const {
        static const reports::ProblemFacts none;
        const auto found = source.rows.problem_facts.find(problem.problem.id);
        return found == source.rows.problem_facts.end() ? none : found->second;
    }
    [[nodiscard]] const reports::MeasureFacts& measure_facts() const {
        static const reports::MeasureFacts none;
        if (measure == nullptr) return none;
        const auto found = source.rows.measure_facts.find(measure->measure.id);
        return found == source.rows.measure_facts.end() ? none : found->second;
    }
    [[nodiscard]] const ledger::Responsibility& holders() const {
        return measure == nullptr ? problem.problem.responsibility : measure->responsibility;
    }
};

struct Column {
    const char* heading;
    double width;
    bool of_problem;  // one cell over all its measures
    bool centred;
    std::string (*text)(const Line&);
};
using Columns = std::vector<Column>;

std::string number(const Line& line) {
    return std::to_string(line.problem.problem.number);
}
std::string area(const Line& line) {
    return line.problem.area.printed_number + line.problem.area.heading;
}
std::string problem_text(const Line& line) {
    return line.problem.problem.text;
}
std::string manifestations(const Line& line) {
    std::string lines;
    for (const auto& one : line.facts().manifestations)
        lines += (lines.empty() ? "" : "\n") + one.printed_number + one.text;
    return lines;
}
std::string goal(const Line& line) {
    return line.facts().goal;
}
std::string measure_number(const Line& line) {
    return line.measure == nullptr ? "" : std::to_string(line.measure->measure.number);
}
std::string measure_text(const Line& line) {
    return line.measure == nullptr ? "" : line.measure->measure.text;
}
std::string deadline(const Line& line) {
    const auto& terms =
        line.measure == nullptr ? line.problem.problem.deadline : line.measure->deadline;
    const auto due =
        line.measure == nullptr ? line.problem.problem.due_on : line.measure->measure.due_on;
    return due ? base::to_text(*due) : terms.text;
}
std::string deadline_kind(const Line& line) {
    const auto& terms =
        line.measure == nullptr ? line.problem.problem.deadline : line.measure->deadline;
    return terms.empty() ? "" : std::string(ledger::words_of(terms.kind));
}
std::string holders(const Line& line) {
    return holders_in_lines(line.holders());
}
template <HolderRole role>
std::string held_by(const Line& line) {
    return names_in(line.holders(), role);
}
std::string progress(const Line& line) {
    return line.measure == nullptr ? "" : line.measure->measure.last_entry;
}
std::string status(const Line& line) {
    if (line.measure == nullptr) return std::string(reports::words_of(line.problem.problem.status));
    std::string words(reports::words_of(line.measure->measure.status));
    const auto& measure = line.measure->measure;
    if (ledger::tier_of(measure.status, measure.due_on, line.source.today) == ledger::Tier::overdue)
        words += "\n超期" + std::to_string(base::days_between(*measure.due_on, line.source.today)) +
                 "天";
    return words;
}
std::string problem_status(const Line& line) {
    return std::string(reports::words_of(line.problem.problem.status));
}
std::string results(const Line& line) {
    return reports::results_in_words(line.measure_facts().results);
}
std::string evidence(const Line& line) {
    return line.measure_facts().evidence_note;
}
std::string document(const Line& line) {
    const auto found = line.source.documents.find(line.problem.problem.id);
    return found == line.source.documents.end() ? std::string() : found->second;
}

const Columns& columns_of(DocumentKind kind) {
    static const Columns ledger_columns{{"序号", 5, true, true, number},
                                        {"反馈问题", 14, true, false, problem_text},
                                        {"整改目标", 8, true, false, goal},
                                        {"整改措施", 20, false, false, measure_text},
                                        {"相关责任", 14, false, false, holders},
                                        {"时间节点", 11, false, true, deadline},
                                        {"工作进展", 14, false, false, progress},
                                        {"完成情况", 8, false, true, status},
                                        {"销号情况", 8, true, true, problem_status}};
    static const Columns problems{{"序号", 5, true, true, number},
                                  {"方面", 14, true, false, area},
                                  {"反馈问题（原文）", 26, true, false, problem_text},
                                  {"具体表现", 24, true, false, manifestations},
                                  {"来源文书", 8, true, true, document},
                                  {"整改期限", 11, true, true, deadline},
                                  {"当前状态", 8, true, true, problem_status}};
    static const Columns tasks{{"问题序号", 5, true, true, number},
                               {"反馈问题", 16, true, false, problem_text},
                               {"任务序号", 5, false, true, measure_number},
                               {"整改任务（措施）", 28, false, false, measure_text},
                               {"标准（整改目标）", 14, true, false, goal},
                               {"完成时限", 11, false, true, deadline},
                               {"时限类型", 8, false, true, deadline_kind},
                               {"完成情况", 8, false, true, status}};
    static const Columns holders_columns{
        {"问题序号", 5, true, true, number},
        {"反馈问题", 16, true, false, problem_text},
        {"整改措施", 20, false, false, measure_text},
        {"牵头领导", 8, false, true, held_by<HolderRole::lead_leader>},
        {"责任领导", 8, false, true, held_by<HolderRole::responsible_leader>},
        {"牵头单位", 9, false, true, held_by<HolderRole::lead_unit>},
        {"责任单位", 9, false, true, held_by<HolderRole::responsible_unit>},
        {"配合单位", 9, false, true, held_by<HolderRole::cooperating_unit>},
        {"经办人", 7, false, true, held_by<HolderRole::handler>}};
    static const Columns outcomes{
        {"问题序号", 5, true, true, number},          {"反馈问题", 16, true, false, problem_text},
        {"整改措施", 20, false, false, measure_text}, {"完成情况", 8, false, true, status},
        {"整改成效", 20, false, false, progress},     {"量化成效", 11, false, false, results},
        {"佐证材料", 12, false, false, evidence},     {"销号情况", 8, true, true, problem_status}};
    switch (kind) {
        case DocumentKind::problem_list: return problems;
        case DocumentKind::task_list: return tasks;
        case DocumentKind::responsibility_list: return holders_columns;
        case DocumentKind::results_list: return outcomes;
        default: return ledger_columns;
    }
}

/// The lines of each problem, in the order of the ledger.
std::vector<std::vector<Line>> lines_of(DocumentKind kind, const ListSource& source) {
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> under;
    if (kind != DocumentKind::problem_list)
        for (const auto& row : source.rows.measures) under[row.measure.problem].push_back(&row);
    std::vector<std::vector<Line>> all;
    for (const auto& problem : source.rows.problems) {
        auto& lines = all.emplace_back();
        for (const auto* measure : under[problem.problem.id])
            lines.push_back({source, problem, measure});
        if (lines.empty()) lines.push_back({source, problem, nullptr});
    }
    return all;
}

void add_lines(office::PaperTable& table, const Columns& columns, const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        office::PaperRow row;
        for (const auto& column : columns) {
            if (column.of_problem && i > 0) continue;
            const auto align = column.centred ? office::CellAlign::centre : office::CellAlign::left;
            const auto rows = column.of_problem ? static_cast<int>(lines.size()) : 1;
            row.cells.push_back({column.text(lines[i]), 1, rows, align});
        }
        table.rows.push_back(std::move(row));
    }
}

}  // namespace

office::Paper list_paper(DocumentKind kind, const ListSource& source) {
    const auto& columns = columns_of(kind);
    office::PaperTable table;
    table.points = 10.5;
    table.header_rows = 1;
    std::vector<std::string> headings;
    for (const auto& column : columns) {
        table.widths.push_back(column.width);
        headings.emplace_back(column.heading);
    }
    table.rows.push_back(heading_row(headings));
    for (const auto& lines : lines_of(kind, source)) add_lines(table, columns, lines);
    if (table.rows.size() == 1)
        table.rows.push_back({{{"台账中没有可以列出的内容。", static_cast<int>(columns.size()), 1,
                                office::CellAlign::centre}}});
    std::vector<office::PaperPart> parts;
    const auto title = titled(source.programme_title, words_of(kind));
    add(parts, office::paragraph(office::Style::table_title, title));
    add(parts, office::paragraph(office::Style::table_note,
                                 "被巡察党组织：" + source.inspected_unit + "　　问题" +
                                     std::to_string(source.rows.problems.size()) + "个，措施" +
                                     std::to_string(source.rows.measures.size()) + "条　　截至" +
                                     in_words(source.today)));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::landscape, std::move(parts)}};
    return paper;
}

}  // namespace documents
