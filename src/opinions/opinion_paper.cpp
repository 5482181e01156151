#include "opinions/opinion_paper.hpp"

#include "documents/paper_words.hpp"
#include "opinions/ballot.hpp"

namespace opinions {
namespace {

using documents::add;
using office::Style;

office::PaperRow form_row(std::string label, double height_mm) {
    office::PaperRow row;
    row.height_mm = height_mm;
    row.cells = {{std::move(label), 1, 1, office::CellAlign::centre, true}, {""}};
    return row;
}

std::string voices_to_tick(const Collection& collection) {
    std::string text;
    for (const auto voice : collection.terms.voices)
        text += (text.empty() ? "□" : "　□") + std::string(words_of(voice));
    return text;
}

std::string slip_text(const LifeMeeting& meeting, const Collection& collection,
                      const std::string& page, const std::string& code) {
    return meeting.terms.title + "征求意见\n打开：" + page + "\n编码：" + in_groups(code) +
           "\n不用登录、不留姓名，只能用一次，" + base::in_words(collection.terms.finish_on) +
           "前有效。";
}

}  // namespace

office::Paper opinion_form_paper(const LifeMeeting& meeting, const Collection& collection) {
    const auto team = life_meetings::team_of(meeting);
    office::PaperTable table;
    table.widths = {5, 15};
    table.points = 14;
    auto asked = form_row("您是", 12);
    asked.cells[1].text = voices_to_tick(collection);
    table.rows.push_back(std::move(asked));
    table.rows.push_back(form_row("对领导班子\n的意见建议", 50));
    for (const auto* one : team)
        table.rows.push_back(form_row("对" + one->name + "同志\n的意见建议", 26));
    std::vector<office::PaperPart> parts;
    add(parts,
        office::paragraph(Style::title, office::in_title_lines(collection.terms.form_title)));
    add(parts, office::paragraph(Style::subtitle, "（" + meeting.terms.title + "）"));
    add(parts, office::paragraph(
                   Style::table_note,
                   "请直接写问题，一条一行；可以不署名。没有意见的，请写“没有意见”后交回。请于" +
                       base::in_words(collection.terms.finish_on) + "前交回。"));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = meeting.terms.title + collection.terms.form_title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper code_slips_paper(const LifeMeeting& meeting, const Collection& collection,
                               const CodeSlips& slips) {
    office::PaperTable table;
    table.widths = {1, 1};
    table.points = 11;
    for (std::size_t i = 0; i < slips.codes.size(); i += 2) {
        office::PaperRow row;
        row.height_mm = 32;
        row.cells.push_back({slip_text(meeting, collection, slips.page, slips.codes[i])});
        if (i + 1 < slips.codes.size())
            row.cells.push_back({slip_text(meeting, collection, slips.page, slips.codes[i + 1])});
        else
            row.cells.push_back({""});
        table.rows.push_back(std::move(row));
    }
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::table_title, "征求意见编码条"));
    add(parts,
        office::paragraph(Style::table_note, "沿线剪开，当面随机发放，不登记谁拿到哪一张。共" +
                                                 std::to_string(slips.codes.size()) +
                                                 "张；系统不留编码原文，遗失不能补印。"));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = meeting.terms.title + "征求意见编码条";
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace opinions
