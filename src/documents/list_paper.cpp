#include "documents/list_paper.hpp"

#include "documents/list_columns.hpp"

namespace documents {
namespace {

/// The lines of each problem, in the order of the ledger.
std::vector<std::vector<Line>> lines_of(const ListForm& form, const ListSource& source) {
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> under;
    if (form.rows == ListForm::Rows::measures)
        for (const auto& row : source.rows.measures) under[row.measure.problem].push_back(&row);
    std::vector<std::vector<Line>> all;
    for (const auto& problem : source.rows.problems) {
        std::vector<Line> lines;
        const auto take = [&](const Line& line) {
            if (form.takes == nullptr || form.takes(line)) lines.push_back(line);
        };
        const auto& measures = under[problem.problem.id];
        for (const auto* measure : measures) take({source, problem, measure});
        if (measures.empty()) take({source, problem, nullptr});
        if (!lines.empty()) all.push_back(std::move(lines));
    }
    return all;
}

void add_lines(office::PaperTable& table, const std::vector<Column>& columns,
               const std::vector<Line>& lines) {
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

std::string note_of(const ListSource& source, const std::vector<std::vector<Line>>& problems) {
    std::size_t measures = 0;
    for (const auto& lines : problems)
        for (const auto& line : lines)
            if (line.measure != nullptr) ++measures;
    return "被巡察党组织：" + source.inspected_unit + "　　问题" + std::to_string(problems.size()) +
           "个" + (measures > 0 ? "，措施" + std::to_string(measures) + "条" : std::string()) +
           "　　截至" + in_words(source.today);
}

}  // namespace

bool is_finished(const ledger::MeasureRow& row) {
    return row.measure.status == ledger::MeasureStatus::done ||
           row.measure.status == ledger::MeasureStatus::long_term;
}

bool is_overdue(const ledger::MeasureRow& row, base::Date today) {
    return ledger::tier_of(row.measure.status, row.measure.due_on, today) == ledger::Tier::overdue;
}

office::Paper list_paper(DocumentKind kind, const ListSource& source) {
    constexpr std::size_t columns_at_full_size = 10;
    const auto& form = form_of(kind);
    office::PaperTable table;
    table.points = form.columns.size() > columns_at_full_size ? 9 : 10.5;
    table.header_rows = 1;
    std::vector<std::string> headings;
    for (const auto& column : form.columns) {
        table.widths.push_back(column.width);
        headings.emplace_back(column.heading);
    }
    table.rows.push_back(heading_row(headings));
    const auto problems = lines_of(form, source);
    for (const auto& lines : problems) add_lines(table, form.columns, lines);
    if (problems.empty())
        table.rows.push_back({{{"台账中没有可以列出的内容。", static_cast<int>(form.columns.size()),
                                1, office::CellAlign::centre}}});
    std::vector<office::PaperPart> parts;
    const auto title = titled(source.programme_title, words_of(kind));
    add(parts, office::paragraph(office::Style::table_title, title));
    add(parts, office::paragraph(office::Style::table_note, note_of(source, problems)));
    parts.emplace_back(std::move(table));
    if (form.remark != nullptr)
        add(parts,
            office::paragraph(office::Style::table_note, std::string("说明：") + form.remark));
    for (const auto* line : form.signatures)
        add(parts, office::paragraph(office::Style::form_line, line));
    if (!form.signatures.empty())
        add(parts, office::signed_by(source.issuer, in_words(source.today), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::landscape, std::move(parts)}};
    return paper;
}

}  // namespace documents
