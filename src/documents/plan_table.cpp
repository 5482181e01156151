#include "documents/plan_table.hpp"

#include <algorithm>

#include "documents/paper_words.hpp"

namespace documents {
namespace {

using ledger::HolderRole;

/// A line of a table: a problem and one of its measures; none where it has none.
struct Line {
    const PlanArea& area;
    const PlanProblem& problem;
    const PlanMeasure* measure;
    base::Date day;
    [[nodiscard]] const Terms& terms() const {
        return measure == nullptr ? problem.terms : measure->terms;
    }
};
struct Column {
    const char* heading;
    double width;
    bool of_problem, centred;
    std::string (*text)(const Line&);
    bool always = true;  // also where nothing stands in it
};
using Columns = std::vector<Column>;

std::string in_line(const PlanLine& line) {
    return line.number + line.text;
}
/// As a narrow cell prints it: 3 of "3.", and 续 below it of "3（续）."
std::string number(const Line& line) {
    constexpr std::string_view follows = "（续", ends = "）";
    auto printed = line.problem.line.number;
    if (printed.ends_with(".")) printed.pop_back();
    const auto at = printed.find(follows);
    if (at == std::string::npos || !printed.ends_with(ends)) return printed;
    printed.resize(printed.size() - ends.size());
    return printed.replace(at, follows.size(), "\n续");
}
std::string area(const Line& line) {
    return in_line(line.area.line);
}
std::string problem(const Line& line) {
    return line.problem.line.text;
}
std::string manifestations(const Line& line) {
    std::string lines;
    for (const auto& one : line.problem.manifestations)
        lines += (lines.empty() ? "" : "\n") + in_line(one);
    return lines;
}
std::string problem_in_full(const Line& line) {
    const auto shown = manifestations(line);
    return problem(line) + (shown.empty() ? "" : "\n" + shown);
}
std::string goal(const Line& line) {
    return line.problem.goal;
}
std::string measure(const Line& line) {
    return line.measure == nullptr ? std::string() : in_line(line.measure->line);
}
std::string holders(const Line& line) {
    return holders_in_lines(line.terms().holders);
}
template <HolderRole role>
std::string held_by(const Line& line) {
    return names_in(line.terms().holders, role);
}
std::string deadline(const Line& line) {
    return words_of(line.terms().deadline, line.day);
}
/// 立行立改, 分阶段, 长期坚持
std::string kind(const Line& line) {
    const auto& deadline = line.terms().deadline;
    return deadline.empty() ? std::string() : std::string(ledger::words_of(deadline.kind));
}
std::string progress(const Line& line) {
    return line.measure == nullptr ? std::string() : line.measure->progress;
}

const Columns task_columns{{"序号", 3, true, true, number},
                           {"反馈问题", 11, true, false, problem_in_full},
                           {"整改措施", 14, false, false, measure},
                           {"相关责任", 8, false, false, holders},
                           {"完成时限", 6, false, true, deadline}};
const Columns least_columns{
    {"序号", 5, true, true, number},          {"工作任务", 18, true, false, problem_in_full},
    {"整改措施", 23, false, false, measure},  {"时间节点", 17, false, true, deadline},
    {"工作进展", 14, false, false, progress}, {"相关责任", 18, false, false, holders}};
const Columns full_columns{
    {"序号", 5, true, true, number},
    {"方面", 10, true, false, area, false},
    {"反馈问题", 16, true, false, problem},
    {"具体表现", 15, true, false, manifestations, false},
    {"整改目标", 10, true, false, goal, false},
    {"整改措施", 24, false, false, measure},
    {"牵头\n领导", 7, false, true, held_by<HolderRole::lead_leader>, false},
    {"责任\n领导", 7, false, true, held_by<HolderRole::responsible_leader>, false},
    {"牵头\n单位", 8, false, true, held_by<HolderRole::lead_unit>, false},
    {"责任\n单位", 8, false, true, held_by<HolderRole::responsible_unit>, false},
    {"配合\n单位", 8, false, true, held_by<HolderRole::cooperating_unit>, false},
    {"责任人", 7, false, true, held_by<HolderRole::handler>, false},
    {"完成时限", 9, false, true, deadline},
    {"整改\n类型", 7, false, true, kind},
    {"工作进展", 13, false, false, progress}};

std::vector<std::vector<Line>> lines_of(const PlanArea& area, base::Date day) {
    std::vector<std::vector<Line>> all;
    for (const auto& one : area.problems) {
        auto& lines = all.emplace_back();
        for (const auto& measure : one.measures) lines.push_back({area, one, &measure, day});
        if (lines.empty()) lines.push_back({area, one, nullptr, day});
    }
    return all;
}

class TableMaker {
  public:
    TableMaker(Columns columns, double points) : columns_(std::move(columns)) {
        table_.points = points;
        table_.header_rows = 1;
        std::vector<std::string> headings;
        for (const auto& column : columns_) {
            table_.widths.push_back(column.width);
            headings.emplace_back(column.heading);
        }
        table_.rows.push_back(heading_row(headings));
    }

    void add(const std::vector<Line>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            office::PaperRow row;
            for (const auto& column : columns_) {
                if (column.of_problem && i > 0) continue;
                const auto align =
                    column.centred ? office::CellAlign::centre : office::CellAlign::left;
                const auto rows = column.of_problem ? static_cast<int>(lines.size()) : 1;
                row.cells.push_back({column.text(lines[i]), 1, rows, align});
            }
            table_.rows.push_back(std::move(row));
        }
    }

    office::PaperTable take() { return std::move(table_); }

  private:
    Columns columns_;
    office::PaperTable table_;
};

/// Those in which something stands.
Columns used(const Columns& columns, const PlanLedger& ledger, base::Date day) {
    Columns kept;
    for (const auto& column : columns) {
        const bool filled = std::any_of(ledger.begin(), ledger.end(), [&](const PlanArea& area) {
            for (const auto& lines : lines_of(area, day))
                for (const auto& line : lines)
                    if (!column.text(line).empty()) return true;
            return false;
        });
        if (column.always || filled) kept.push_back(column);
    }
    return kept;
}

}  // namespace

office::PaperTable task_table(const PlanArea& area, base::Date document_day) {
    constexpr double points = 10.5;
    TableMaker maker(task_columns, points);
    for (const auto& lines : lines_of(area, document_day)) maker.add(lines);
    return maker.take();
}

office::PaperTable ledger_table(const PlanLedger& ledger, base::Date document_day,
                                LedgerAnnex annex) {
    constexpr double least_points = 10.5, full_points = 9;
    const bool full = annex == LedgerAnnex::full;
    TableMaker maker(full ? used(full_columns, ledger, document_day) : least_columns,
                     full ? full_points : least_points);
    for (const auto& area : ledger)
        for (const auto& lines : lines_of(area, document_day)) maker.add(lines);
    return maker.take();
}

}  // namespace documents
