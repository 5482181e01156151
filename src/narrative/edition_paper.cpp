#include "narrative/edition_paper.hpp"

#include <algorithm>

#include "documents/paper_words.hpp"

namespace narrative {
namespace {

using office::Style;
using Parts = std::vector<office::PaperPart>;

Style style_of(LineKind kind) {
    switch (kind) {
        case LineKind::level2: return Style::level2;
        case LineKind::level3: return Style::level3;
        case LineKind::level4: return Style::level4;
        case LineKind::note: return Style::table_note;
        default: return Style::body;
    }
}

/// A heading that goes on as a text is one no longer, and is not held to what stands below it.
office::Paragraph printed(const Line& line) {
    constexpr std::string_view stop = "。";
    const auto style = style_of(line.kind);
    if (style == Style::level2) return documents::prose(line.text);
    const bool goes_on = (style == Style::level3 || style == Style::level4) &&
                         line.text.find(stop) != std::string::npos;
    return office::paragraph(goes_on ? Style::body : style, line.text);
}

/// Widths of columns by what stands in them: short ones stay narrow.
std::vector<double> widths_of(const std::vector<const Line*>& rows) {
    constexpr double least = 4, most = 24;
    std::vector<double> widths;
    for (const auto* row : rows) {
        const auto cells = cells_of(*row);
        widths.resize(std::max(widths.size(), cells.size()), least);
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::clamp(office::width_in_chars(cells[i]), widths[i], most);
    }
    return widths;
}

office::PaperTable table_of(const std::vector<const Line*>& rows) {
    office::PaperTable table;
    table.points = 10.5;
    table.widths = widths_of(rows);
    for (const auto* line : rows) {
        const auto cells = cells_of(*line);
        if (line->kind == LineKind::head) {
            table.rows.push_back(documents::heading_row(cells));
            ++table.header_rows;
            continue;
        }
        office::PaperRow row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.cells.push_back(
                {cells[i], 1, 1,
                 table.widths[i] > 10 ? office::CellAlign::left : office::CellAlign::centre});
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_lines(Parts& parts, const std::vector<Line>& lines) {
    std::vector<const Line*> rows;
    const auto end_table = [&] {
        if (!rows.empty()) parts.emplace_back(table_of(rows));
        rows.clear();
    };
    for (const auto& line : lines) {
        if (line.kind == LineKind::head || line.kind == LineKind::row) {
            rows.push_back(&line);
            continue;
        }
        end_table();
        documents::add(parts, printed(line));
    }
    end_table();
}

/// Many columns ask for a wide page.
office::Orientation orientation_of(const DocumentPart& part) {
    constexpr std::size_t columns_upright = 4;
    const auto wide = std::any_of(part.lines.begin(), part.lines.end(), [](const Line& line) {
        return line.kind == LineKind::head && cells_of(line).size() > columns_upright;
    });
    return wide ? office::Orientation::landscape : office::Orientation::portrait;
}

std::vector<const DocumentPart*> annexes_of(const Document& document) {
    std::vector<const DocumentPart*> annexes;
    for (const auto& part : document)
        if (is_annex(part.part)) annexes.push_back(&part);
    return annexes;
}

void add_text(Parts& parts, const PaperSource& source) {
    documents::add(parts, office::paragraph(Style::title, office::in_title_lines(source.title)));
    if (source.issue)
        documents::add(parts, office::paragraph(Style::addressee, source.issue->addressee + "："));
    for (const auto& part : source.document) {
        if (is_annex(part.part)) continue;
        if (part.part != Part::opening)
            documents::add(parts, office::paragraph(Style::level1, part.heading));
        add_lines(parts, part.lines);
    }
    std::vector<std::string> names;
    for (const auto* annex : annexes_of(source.document)) names.push_back(annex->heading);
    if (!names.empty()) documents::add(parts, office::attachment_list(names));
    if (source.issue)
        documents::add(
            parts,
            office::signed_by(source.kind == NarrativeKind::principal_report ? source.principal
                                                                             : source.issue->issuer,
                              documents::in_words(source.issue->on), office::Seal::stamped));
}

office::PaperHead head_of(const PaperSource& source) {
    if (!source.issue || source.issue->number.empty()) return {};
    const auto& issue = *source.issue;
    return {office::HeadKind::document, issue.issuer + "文件", issue.number, "", "", issue.signer};
}

}  // namespace

office::Paper narrative_paper(const PaperSource& source) {
    office::Paper paper;
    paper.name = source.title;
    paper.head = head_of(source);
    paper.sections.push_back({office::Orientation::portrait, {}});
    add_text(paper.sections.front().parts, source);
    const auto annexes = annexes_of(source.document);
    for (std::size_t i = 0; i < annexes.size(); ++i) {
        const auto mark =
            annexes.size() == 1 ? std::string("附件") : "附件" + std::to_string(i + 1);
        office::PaperSection section{orientation_of(*annexes[i]), {}};
        documents::add(section.parts, office::paragraph(Style::annex_mark, mark));
        documents::add(section.parts, office::paragraph(Style::annex_title, annexes[i]->heading));
        add_lines(section.parts, annexes[i]->lines);
        paper.sections.push_back(std::move(section));
    }
    return paper;
}

std::optional<office::Paper> annex_paper(const PaperSource& source, Part part) {
    for (const auto* annex : annexes_of(source.document)) {
        if (annex->part != part) continue;
        office::Paper paper;
        paper.name = source.title + "附件：" + annex->heading;
        office::PaperSection section{orientation_of(*annex), {}};
        documents::add(section.parts, office::paragraph(Style::table_title, annex->heading));
        if (source.issue)
            documents::add(
                section.parts,
                office::paragraph(
                    Style::table_note,
                    source.title +
                        (source.issue->number.empty() ? "" : "（" + source.issue->number + "）") +
                        "　　" + documents::in_words(source.issue->on)));
        add_lines(section.parts, annex->lines);
        paper.sections.push_back(std::move(section));
        return paper;
    }
    return std::nullopt;
}

}  // namespace narrative
