#include "narrative/live_paper.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "documents/paper_words.hpp"
#include "narrative/draft_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "narrative/restricted_paper.hpp"
#include "reports/ledger_sheet.hpp"

namespace narrative {
namespace {

using base::Guards;
using Lines = std::vector<Line>;

Line table_line(LineKind kind, const std::vector<std::string>& cells, std::string_view row_kind,
                std::string row, Guards guards) {
    return {kind, drafting::text_of_cells(cells), std::string(row_kind), std::move(row), guards};
}

/// What the parts of a report are made of, row by row.
class Rows {
  public:
    explicit Rows(const Source& source) : source_(source) {
        for (const auto& row : source.rows.problems) by_id_[row.problem.id] = &row.problem;
        for (const auto& row : source.rows.measures) measures_[row.problem.id].push_back(&row);
        for (const auto& proof : source.proofs)
            for (const auto& row : proof.rows) proofs_[row].push_back(proof.file.name);
    }

    [[nodiscard]] const std::vector<const ledger::MeasureRow*>& measures_of(
        ledger::ProblemId id) const {
        static const std::vector<const ledger::MeasureRow*> none;
        const auto found = measures_.find(id);
        return found == measures_.end() ? none : found->second;
    }
    /// 7. of the seventh; 1（续）. of one that follows the first, so that numbers do not leap.
    [[nodiscard]] std::string number_of(const ledger::Problem& problem) const {
        const auto* first = &problem;
        std::size_t followed = 0;
        for (auto at = by_id_.end(); first->predecessor; ++followed, first = at->second)
            if (at = by_id_.find(*first->predecessor); at == by_id_.end()) break;
        auto number = std::to_string(first->number);
        if (followed > 0)
            number += "（续" + (followed > 1 ? std::to_string(followed) : std::string()) + "）";
        return number + ".";
    }
    [[nodiscard]] std::string results_of(ledger::ProblemId id) const {
        std::map<ledger::ResultKind, std::int64_t> sums;
        for (const auto* row : measures_of(id)) {
            const auto facts = source_.rows.measure_facts.find(row->measure.id);
            if (facts == source_.rows.measure_facts.end()) continue;
            for (const auto& one : facts->second.results) sums[one.kind] += one.quantity;
        }
        std::vector<std::string> all;
        for (const auto& [kind, quantity] : sums)
            all.push_back(reports::results_in_words({{kind, quantity}}));
        return joined(all, "，");
    }
    [[nodiscard]] std::string proofs_of(const ledger::ProblemRow& problem) const {
        std::vector<std::string> all;
        const auto add = [&](const std::string& id) {
            if (const auto found = proofs_.find(id); found != proofs_.end())
                all.insert(all.end(), found->second.begin(), found->second.end());
        };
        add(problem.problem.id.text());
        for (const auto* row : measures_of(problem.problem.id)) add(row->measure.id.text());
        return joined(all, "、");
    }

  private:
    const Source& source_;
    std::map<ledger::ProblemId, const ledger::Problem*> by_id_;
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> measures_;
    std::map<std::string, std::vector<std::string>> proofs_;
};

std::string measure_in_words(const ledger::MeasureRow& row, std::size_t place) {
    auto words = "（" + std::to_string(place) + "）" + as_sentence(row.measure.text) +
                 std::string(reports::words_of(row.measure.status));
    if (!row.measure.last_entry.empty()) words += "，" + row.measure.last_entry;
    return as_sentence(words);
}

void add_problem(Lines& lines, const ledger::ProblemRow& row, const Rows& rows) {
    const auto& problem = row.problem;
    const auto id = problem.id.text();
    lines.push_back({LineKind::level3,
                     rows.number_of(problem) + documents::without_stop(problem.text) + "（" +
                         std::string(reports::words_of(problem.status)) + "）",
                     "problem", id, problem.guards});
    std::size_t place = 0;
    for (const auto* measure : rows.measures_of(problem.id))
        lines.push_back({LineKind::level4, measure_in_words(*measure, ++place), "measure",
                         measure->measure.id.text(), measure->measure.guards});
    const auto add = [&](const std::string& label, const std::string& words) {
        if (!words.empty())
            lines.push_back(
                {LineKind::body, label + as_sentence(words), label, id, problem.guards});
    };
    add("整改成效：", rows.results_of(problem.id));
    add("佐证材料：", rows.proofs_of(row));
}

Lines items(const Source& source) {
    const Rows rows(source);
    Lines lines;
    std::size_t areas = 0;
    std::optional<ledger::AreaId> area;
    for (const auto& row : source.rows.problems) {
        if (area != row.area.id && !row.area.heading.empty())
            lines.push_back({LineKind::level2,
                             "（" + documents::chinese(++areas) + "）" + row.area.heading,
                             "area",
                             row.area.id.text(),
                             {}});
        area = row.area.id;
        add_problem(lines, row, rows);
    }
    if (lines.empty()) lines.push_back({LineKind::body, "台账中没有问题。", {}, {}, {}});
    return lines;
}

Lines statistics(const Figures& figures) {
    Lines lines{table_line(LineKind::head, {"指标", "数量", "单位"}, {}, {}, {})};
    for (const auto& one : figures)
        lines.push_back(table_line(LineKind::row,
                                   {one.name, words_of(one), std::string(unit_of(one.name))},
                                   "figure", one.name, guards_of(one)));
    return lines;
}

Lines problem_list(const Source& source) {
    const Rows rows(source);
    Lines lines{table_line(
        LineKind::head, {"序号", "反馈问题", "来源文书", "措施", "已完成", "长期坚持", "销号情况"},
        {}, {}, {})};
    for (const auto& row : source.rows.problems) {
        const auto from = source.documents.find(row.problem.id);
        lines.push_back(table_line(
            LineKind::row,
            {std::to_string(row.problem.number), documents::text_of(row.problem),
             from == source.documents.end() ? "" : from->second, std::to_string(row.tally.total),
             std::to_string(row.tally.done), std::to_string(row.tally.long_term),
             std::string(reports::words_of(row.problem.status))},
            "problem", row.problem.id.text(), row.problem.guards));
    }
    return lines;
}

Lines evidence_list(const Source& source, const Figures& figures) {
    const auto* figure = find_figure(figures, "佐证材料数");
    if (source.proofs.empty()) return {{LineKind::body, "没有登记佐证材料。", {}, {}, {}}};
    Lines lines{
        table_line(LineKind::head, {"序号", "材料名称", "上传日期", "文件摘要"}, {}, {}, {})};
    for (std::size_t i = 0; i < source.proofs.size(); ++i) {
        const auto& file = source.proofs[i].file;
        lines.push_back(table_line(
            LineKind::row,
            {std::to_string(i + 1), file.name, base::to_text(base::date_of(file.at)), file.digest},
            "evidence", file.series.text(), figure->rows[i].guards));
    }
    return lines;
}

std::string printed_heading(const Section& section, std::size_t& text_parts) {
    if (section.part == Part::opening || is_annex(section.part)) return section.heading;
    return documents::chinese(++text_parts) + "、" + section.heading;
}

Lines written_lines(const Section& section, const Figures& figures) {
    Guards guards;
    for (const auto& name : figures_named_in(section.text))
        if (const auto* figure = find_figure(figures, name)) guards = guards | guards_of(*figure);
    Lines lines;
    const auto words = resolved(section.text, figures);
    for (std::string_view rest = words; !rest.empty();) {
        const auto line = base::trim(base::cut(rest, '\n'));
        if (!line.empty())
            lines.push_back({kind_of_paragraph(line), std::string(line), {}, {}, guards});
    }
    return lines;
}

}  // namespace

std::vector<Line> lines_of(Part part, const Source& source, const Figures& figures) {
    switch (part) {
        case Part::items: return items(source);
        case Part::clues: return clue_lines(source);
        case Part::statistics: return statistics(figures);
        case Part::cadres: return cadre_lines(source);
        case Part::petitions: return petition_lines(source);
        case Part::problems: return problem_list(source);
        case Part::evidence: return evidence_list(source, figures);
        default: return {};
    }
}

Document compose(const std::vector<Section>& sections, const Source& source,
                 const Figures& figures) {
    Document document;
    std::size_t text_parts = 0;
    for (const auto& section : sections) {
        if (!source.cleared.has_all(guards_of(section.part))) continue;
        document.push_back({section.part, printed_heading(section, text_parts),
                            is_live(section.part) ? lines_of(section.part, source, figures)
                                                  : written_lines(section, figures)});
    }
    return document;
}

std::vector<std::string> placeholders_of(std::string_view text) {
    std::vector<std::string> left;
    for (auto& one : drafting::placeholders_in(drafting::Part::requirements, text))
        left.push_back(std::move(one.text));
    return left;
}

}  // namespace narrative
