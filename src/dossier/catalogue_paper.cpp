#include "dossier/catalogue_paper.hpp"

#include "documents/paper_words.hpp"

namespace dossier {
namespace {

using documents::add;
using documents::centred;
using documents::heading_row;
using office::Style;

std::string state_of(const Line& line) {
    if (line.pieces > 0) return "已归档";
    return line.state == LineState::not_applicable ? "不适用：" + line.reason : "尚缺";
}

office::PaperTable materials_of(const CatalogueSource& source) {
    office::PaperTable table;
    table.widths = {3, 6, 14, 4, 9};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "阶段", "材料名称", "件数", "归档情况"}));
    std::size_t number = 0;
    for (const auto& line : source.lines) {
        if (line.state == LineState::dropped) continue;
        // Whoever is not cleared for what fills it learns nothing of how far it is.
        const bool open = source.scope.clears(line.guards);
        table.rows.push_back({{centred(std::to_string(++number)),
                               centred(std::string(words_of(line.stage))),
                               {line.name},
                               centred(open ? std::to_string(line.pieces) : "—"),
                               centred(open ? state_of(line) : "限知悉")}});
    }
    return table;
}

office::PaperTable pieces_of(const CatalogueSource& source) {
    office::PaperTable table;
    table.widths = {3, 9, 11, 21, 7, 3, 9};
    table.points = 10.5;
    table.header_rows = 1;
    table.rows.push_back(heading_row({"件号", "责任者", "文号", "题名", "日期", "页数", "备注"}));
    std::size_t number = 0;
    for (const auto& piece : source.pieces)
        table.rows.push_back({{centred(std::to_string(++number)),
                               {piece.responsible},
                               {piece.document},
                               {piece.title},
                               centred(piece.dated_on ? base::to_text(*piece.dated_on) : ""),
                               centred(piece.pages > 0 ? std::to_string(piece.pages) : ""),
                               {piece.remark}}});
    return table;
}

std::string counted(const Tally& tally) {
    return "应归" + std::to_string(tally.asked) + "项，已归" + std::to_string(tally.filled) +
           "项，不适用" + std::to_string(tally.not_applicable) + "项，尚缺" +
           std::to_string(tally.missing.size()) + "项";
}

}  // namespace

office::Paper catalogue_paper(const CatalogueSource& source) {
    office::Paper paper;
    paper.name = documents::titled(source.programme_title, "整改归档目录");
    std::vector<office::PaperPart> parts, wide;
    add(parts, office::paragraph(Style::title, office::in_title_lines(paper.name)));
    add(parts,
        office::paragraph(Style::table_note, "被巡察党组织：" + source.inspected_unit + "　　" +
                                                 counted(tally(source.lines, source.scope)) +
                                                 "　　截至" + documents::in_words(source.today)));
    add(parts, office::paragraph(Style::level1, "一、归档目录"));
    parts.emplace_back(materials_of(source));
    add(wide, office::paragraph(Style::level1, "二、卷内目录（待立卷）"));
    if (source.pieces.empty())
        add(wide, office::paragraph(Style::body, "没有待立卷的材料。"));
    else
        wide.emplace_back(pieces_of(source));
    paper.sections = {{office::Orientation::portrait, std::move(parts)},
                      {office::Orientation::landscape, std::move(wide)}};
    return paper;
}

}  // namespace dossier
