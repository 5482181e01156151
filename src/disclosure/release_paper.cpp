#include "disclosure/release_paper.hpp"

#include "documents/paper_words.hpp"
#include "text/mark.hpp"

namespace disclosure {
namespace {

using documents::add;
using documents::centred;
using documents::in_words;
using office::Style;

Style style_of(std::string_view line) {
    switch (text::mark_at(line).style) {
        case text::MarkStyle::han: return Style::level1;
        case text::MarkStyle::han_bracket: return Style::level2;
        default: return Style::body;
    }
}

void add_rows(office::PaperTable& table, const Paragraphs& text,
              const std::vector<Passage>& passages) {
    std::size_t count = 0;
    for (const auto& one : passages) {
        if (one.decision != Decision::replaced) continue;
        table.rows.push_back({{centred(std::to_string(++count)),
                               centred("第" + std::to_string(one.place.paragraph + 1) + "段"),
                               {original_of(text, one.place)},
                               {one.replacement.empty() ? "（删去）" : one.replacement},
                               centred(std::string(words_of(one.ground))),
                               {one.reason}}});
    }
}

}  // namespace

office::Paper release_paper(const std::string& title, const Paragraphs& text,
                            const Signature& signature) {
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    for (const auto& line : text) add(parts, office::paragraph(style_of(line), line));
    add(parts, office::signed_by(signature.name, in_words(signature.on), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper withheld_paper(const Release& release, const Paragraphs& text,
                             const std::vector<Passage>& passages, const Signature& signature) {
    const auto title = release.title + "拟不公开情况说明";
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts,
        office::paragraph(Style::subtitle, "（" + std::string(words_of(release.audience)) + "）"));
    if (release.exemption)
        add(parts,
            office::paragraph(Style::body, "全文不予公开。事由：" +
                                               std::string(words_of(release.exemption->ground)) +
                                               "。理由：" + release.exemption->reason));
    office::PaperTable table;
    table.widths = {2, 3, 9, 6, 5, 6};
    table.points = 10.5;
    table.header_rows = 1;
    table.rows.push_back(
        documents::heading_row({"序号", "位置", "原文", "公开文本", "事由", "理由"}));
    add_rows(table, text, passages);
    if (table.rows.size() > 1)
        parts.emplace_back(std::move(table));
    else if (!release.exemption)
        add(parts, office::paragraph(Style::body, "没有不予公开的内容。"));
    add(parts, office::signed_by(signature.name, in_words(signature.on), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::landscape, std::move(parts)}};
    return paper;
}

}  // namespace disclosure
