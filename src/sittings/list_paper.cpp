// Lists, the catalogue and what lies in a package, as documents: see sitting_paper.hpp.
#include <array>

#include "documents/paper_words.hpp"
#include "sittings/sitting_paper.hpp"

namespace sittings {
namespace {

using documents::add;
using documents::centred;
using documents::heading_row;
using office::Orientation;
using office::Paper;
using office::PaperPart;
using office::PaperTable;
using office::Style;

constexpr double row_mm = 11;
constexpr std::array<std::string_view, 4> filed_words{"缺", "系统留存", "已归档", "不适用"};

std::string leader_name(const ListItem& item, const LifeMeeting& meeting) {
    const auto& terms = item.terms;
    auto name = name_in(meeting, terms.leader ? terms.leader : terms.owner);
    if (name.empty())
        if (const auto* host = life_meetings::principal_of(meeting)) name = host->name;
    return terms.holder.empty() ? name : name + "\n" + terms.holder;
}

std::string source_words(const ListItem& item) {
    const auto& terms = item.terms;
    const std::string words(words_of(terms.source));
    return terms.source_note.empty() ? words : words + "\n" + terms.source_note;
}

PaperTable table_of(const std::vector<ListItem>& items, const LifeMeeting& meeting,
                    const std::optional<ParticipantId>& owner) {
    PaperTable table;
    table.widths = {3, 9, 5, 9, 5, 4, 8};
    table.header_rows = 1;
    table.rows.push_back(
        heading_row({"序号", "查摆的问题", "来源", "整改措施", "整改目标", "责任人", "完成时限"}));
    std::size_t number = 0;
    for (const auto& one : items) {
        if (one.terms.owner != owner) continue;
        table.rows.push_back(
            {{centred(std::to_string(++number)),
              {one.terms.problem},
              {source_words(one)},
              {one.terms.measure},
              {one.terms.goal},
              centred(leader_name(one, meeting)),
              centred(one.terms.due_on ? base::in_words(*one.terms.due_on) : std::string())},
             row_mm});
    }
    return table;
}

Paper landscape(std::string name, std::vector<office::PaperSection> sections) {
    Paper paper;
    paper.name = std::move(name);
    paper.sections = std::move(sections);
    return paper;
}

}  // namespace

Paper team_list_paper(const PaperSource& source) {
    const auto title = source.meeting.terms.title + "班子整改清单";
    std::vector<PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title, 30)));
    add(parts, office::paragraph(Style::table_note, source.meeting.unit_name));
    auto table = table_of(source.items, source.meeting, {});
    if (table.rows.size() > 1)
        parts.emplace_back(std::move(table));
    else
        add(parts, office::paragraph(Style::body, "没有列出问题。"));
    return landscape(title, {{Orientation::landscape, std::move(parts)}});
}

Paper personal_lists_paper(const PaperSource& source) {
    const auto title = source.meeting.terms.title + "个人整改清单";
    Paper paper = landscape(title, {});
    for (const auto& one : source.meeting.participants) {
        auto table = table_of(source.items, source.meeting, one.id);
        if (table.rows.size() == 1) continue;
        std::vector<PaperPart> parts;
        add(parts, office::paragraph(Style::title, office::in_title_lines(title, 30)));
        add(parts, office::paragraph(Style::table_note, one.name + "　" + one.title));
        parts.emplace_back(std::move(table));
        paper.sections.push_back({Orientation::landscape, std::move(parts)});
    }
    if (paper.sections.empty()) {
        std::vector<PaperPart> parts;
        add(parts, office::paragraph(Style::title, office::in_title_lines(title, 30)));
        add(parts, office::paragraph(Style::body, "没有您可以查看的个人整改清单。"));
        paper.sections.push_back({Orientation::landscape, std::move(parts)});
    }
    return paper;
}

Paper catalogue_paper(const PaperSource& source) {
    const auto title = source.meeting.terms.title + "归档目录";
    std::vector<PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    PaperTable table;
    table.widths = {2, 9, 4, 8};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "材料名称", "情况", "备注"}));
    std::size_t number = 0;
    for (const auto& one : source.catalogue)
        table.rows.push_back({{centred(std::to_string(++number)),
                               {std::string(words_of(one.material))},
                               centred(documents::word_in(filed_words, one.state)),
                               {one.remark}},
                              row_mm});
    parts.emplace_back(std::move(table));
    Paper paper;
    paper.name = title;
    paper.sections = {{Orientation::portrait, std::move(parts)}};
    return paper;
}

Paper package_paper(const LifeMeeting& meeting, const Package& package) {
    const auto title = meeting.terms.title + "材料报送清单";
    std::vector<PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, documents::labelled("报送", package.terms.name));
    add(parts, documents::labelled("时限", base::in_words(package.terms.due_on) + "前"));
    PaperTable table;
    table.widths = {2, 12, 6};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "材料名称", "签收"}));
    std::size_t number = 0;
    for (const auto one : package.terms.contents)
        table.rows.push_back({{centred(std::to_string(++number)),
                               {meeting.terms.title + std::string(words_of(one))},
                               {""}},
                              row_mm});
    parts.emplace_back(std::move(table));
    Paper paper;
    paper.name = title;
    paper.sections = {{Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace sittings
