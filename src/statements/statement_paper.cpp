#include "statements/statement_paper.hpp"

#include <array>

#include "base/day_words.hpp"
#include "base/utf8.hpp"
#include "documents/paper_words.hpp"

namespace statements {
namespace {

using documents::add;
using documents::chinese;
using office::PaperPart;
using office::Style;
using Parts = std::vector<PaperPart>;

const life_meetings::Participant* owner_of(const Statement& one, const LifeMeeting& meeting) {
    return one.participant ? life_meetings::find_participant(meeting, *one.participant) : nullptr;
}

/// 财政局党组班子… is said by the unit, a member's by the name.
std::string title_of(const Statement& one, const LifeMeeting& meeting) {
    if (const auto* who = owner_of(one, meeting))
        return who->name + "同志" + std::string(words_of(one.kind()));
    return meeting.unit_name + std::string(words_of(one.kind()));
}

std::string under_title(const Statement& one, const LifeMeeting& meeting) {
    const auto* who = owner_of(one, meeting);
    const auto post = who && !who->title.empty() ? who->title + "　" : std::string();
    return "（" + post + base::in_words(meeting.terms.held_on) + "）";
}

void add_lines(Parts& parts, std::string_view text) {
    while (!text.empty())
        if (const auto line = base::trim(base::cut(text, '\n')); !line.empty())
            add(parts, office::paragraph(Style::body, std::string(line)));
}

void add_statement(Parts& parts, const LifeMeeting& meeting, const PrintedStatement& one,
                   bool on_new_page) {
    auto title =
        office::paragraph(Style::title, office::in_title_lines(title_of(one.statement, meeting)));
    title.on_new_page = on_new_page;
    add(parts, std::move(title));
    add(parts, office::paragraph(Style::subtitle, under_title(one.statement, meeting)));
    std::size_t number = 0;
    for (const auto& section : one.sections) {
        if (base::trim(section.text).empty()) continue;
        add(parts, office::paragraph(Style::level1, chinese(++number) + "、" + section.heading));
        add_lines(parts, section.text);
    }
}

office::Paper paper_of(std::string name, Parts parts) {
    office::Paper paper;
    paper.name = std::move(name);
    paper.sections.push_back({office::Orientation::portrait, std::move(parts)});
    return paper;
}

std::string words_of_voice(std::string_view voice) {
    if (voice == "superior") return "上级";
    if (voice == "contact_leader") return "联系领导";
    return voice == "member" ? "班子成员" : "审阅人";
}

std::string outcome_of(const Remark& one) {
    if (!one.adopted) return "未处理";
    return std::string(*one.adopted ? "已采纳" : "未采纳") +
           (one.answer.empty() ? "" : "：" + one.answer);
}

std::string heading_at(const std::vector<Section>& sections, std::int64_t position) {
    for (const auto& one : sections)
        if (one.position == position) return one.heading;
    return {};
}

std::string words_of(StatementAct act) {
    constexpr std::array<std::string_view, 8> words{"修改",     "提交审阅", "提出意见",
                                                    "退回修改", "审阅通过", "报上级审核",
                                                    "审核通过", "重新起草"};
    return documents::word_in(words, act);
}

office::PaperTable remark_table(const std::vector<Section>& sections,
                                const std::vector<Remark>& remarks) {
    office::PaperTable table{{9, 16, 27, 27, 16, 23}, {}, 1, 10.5};
    table.rows.push_back(
        documents::heading_row({"序号", "部分", "原文", "审阅意见", "提出人", "处理"}));
    std::size_t number = 0;
    for (const auto& one : remarks) {
        office::PaperRow row;
        row.cells = {documents::centred(std::to_string(++number)),
                     {heading_at(sections, one.position)},
                     {one.quote},
                     {one.words},
                     {one.by_name + "\n" + words_of_voice(one.voice)},
                     {outcome_of(one)}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

office::Paper statement_paper(const LifeMeeting& meeting, const PrintedStatement& printed) {
    Parts parts;
    add_statement(parts, meeting, printed, false);
    return paper_of(title_of(printed.statement, meeting), std::move(parts));
}

office::Paper compilation_paper(const LifeMeeting& meeting,
                                const std::vector<PrintedStatement>& all) {
    Parts parts;
    add(parts,
        office::paragraph(Style::title, office::in_title_lines(meeting.terms.title + "材料汇编")));
    add(parts, office::paragraph(Style::subtitle, "（" + meeting.unit_name + "）"));
    std::size_t number = 0;
    for (const auto& one : all)
        add(parts, office::paragraph(Style::body, std::to_string(++number) + ". " +
                                                      title_of(one.statement, meeting)));
    for (const auto& one : all) add_statement(parts, meeting, one, true);
    return paper_of(meeting.terms.title + "材料汇编", std::move(parts));
}

office::Paper review_paper(const LifeMeeting& meeting, const PrintedStatement& reviewed,
                           const std::vector<Remark>& remarks,
                           const std::vector<StatementStep>& steps) {
    const auto name = title_of(reviewed.statement, meeting) + "审阅意见";
    Parts parts;
    add(parts, office::paragraph(Style::table_title, name));
    add(parts,
        office::paragraph(Style::table_note, "共" + std::to_string(remarks.size()) + "条意见"));
    parts.emplace_back(remark_table(reviewed.sections, remarks));
    add(parts, office::paragraph(Style::table_title, "审阅过程"));
    office::PaperTable table{{18, 16, 20, 60}, {}, 1, 10.5};
    table.rows.push_back(documents::heading_row({"日期", "办理人", "办理", "说明"}));
    for (const auto& one : steps) {
        office::PaperRow row;
        row.cells = {
            {base::to_text(base::date_of(one.at))}, {one.by}, {words_of(one.act)}, {one.words}};
        table.rows.push_back(std::move(row));
    }
    parts.emplace_back(std::move(table));
    return paper_of(name, std::move(parts));
}

office::Paper criticism_paper(const LifeMeeting& meeting, const life_meetings::Participant& author,
                              const std::vector<Criticism>& all) {
    const auto name = author.name + "同志的批评意见";
    Parts parts;
    add(parts, office::paragraph(Style::table_title, name));
    add(parts, office::paragraph(Style::table_note, meeting.terms.title + "　　" +
                                                        base::in_words(meeting.terms.held_on) +
                                                        "　　仅供本人使用"));
    office::PaperTable table{{10, 17, 28, 28, 32}, {}, 1, 12};
    table.rows.push_back(
        documents::heading_row({"序号", "被批评人", "具体事例", "存在问题", "建议（不计入批评）"}));
    std::size_t number = 0;
    for (const auto& one : all) {
        const auto* about = life_meetings::find_participant(meeting, one.about);
        office::PaperRow row;
        row.cells = {documents::centred(std::to_string(++number)),
                     {about ? about->name : std::string()},
                     {one.text.matter},
                     {one.text.problem},
                     {one.text.advice}};
        table.rows.push_back(std::move(row));
    }
    parts.emplace_back(std::move(table));
    return paper_of(name, std::move(parts));
}

}  // namespace statements
