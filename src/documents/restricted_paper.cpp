#include "documents/restricted_paper.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "documents/document.hpp"
#include "documents/paper_words.hpp"

namespace documents {
namespace {

using inspections::Clue;
using office::Style;
using supervision::Accountability;

constexpr double points = 10.5;

std::string words_of(inspections::Receiver receiver) {
    constexpr std::array<std::string_view, inspections::receivers.size()> words{"纪检监察机关",
                                                                                "组织部门", "其他"};
    return word_in(words, receiver);
}
std::string words_of(inspections::Way way) {
    constexpr std::array<std::string_view, inspections::ways.size()> words{
        "", "谈话函询", "初步核实", "立案审查", "暂存待查", "予以了结", "其他"};
    return word_in(words, way);
}
std::string words_of(inspections::ClueResult result) {
    constexpr std::array<std::string_view, inspections::clue_results.size()> words{
        "",         "查否了结",     "批评教育、提醒谈话", "诫勉",
        "组织处理", "党纪政务处分", "移送司法机关",       "其他"};
    return word_in(words, result);
}

/// 序号 of the row that is added next: what the table leaves out leaves no gap.
std::string place_in(const office::PaperTable& table) {
    return std::to_string(table.rows.size());
}

std::string day_in(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : std::string();
}

std::string receiver_of(const Clue& clue) {
    const auto& handing = clue.handing;
    return handing.receiver_name.empty() ? words_of(handing.receiver) : handing.receiver_name;
}

std::string outcome_of(const Clue& clue) {
    auto words = words_of(clue.handling.result);
    if (!clue.handling.result_text.empty())
        words += (words.empty() ? "" : "：") + clue.handling.result_text;
    return words;
}

std::string returned(const Clue& clue, base::Date today) {
    if (clue.handling.returned_on) return day_in(clue.handling.returned_on);
    const auto over = inspections::days_over(clue, today);
    return over ? "超期" + std::to_string(*over) + "天" : "";
}

struct Page {
    std::string programme_title, inspected_unit;
    base::Date today;
    std::string counted;  // 线索3条，已反馈1条
};

office::Paper wide_table(DocumentKind kind, const Page& page, office::PaperTable table) {
    table.header_rows = 1;
    const auto title = titled(page.programme_title, words_of(kind));
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::table_title, title));
    add(parts,
        office::paragraph(Style::table_note, "被巡察党组织：" + page.inspected_unit + "　　" +
                                                 page.counted + "　　截至" + in_words(page.today)));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::landscape, std::move(parts)}};
    return paper;
}

std::string counted_words(const std::vector<const Clue*>& clues, std::string_view noun) {
    const auto back = std::count_if(clues.begin(), clues.end(), [](const Clue* one) {
        return one->handling.returned_on.has_value();
    });
    return std::string(noun) + std::to_string(clues.size()) + "件，已反馈" + std::to_string(back) +
           "件";
}

template <class Wanted>
std::vector<const Clue*> those(const ClueSource& source, Wanted wanted) {
    std::vector<const Clue*> found;
    for (const auto& one : source.clues)
        if (!one.revoked && wanted(one)) found.push_back(&one);
    std::stable_sort(found.begin(), found.end(),
                     [](const Clue* a, const Clue* b) { return a->number < b->number; });
    return found;
}

Page page_of(const ClueSource& source, std::string counted) {
    return {source.programme_title, source.inspected_unit, source.today, std::move(counted)};
}

std::string triggers_of(const Accountability& one) {
    std::string words;
    for (const auto trigger : one.triggers)
        words += (words.empty() ? "" : "、") + std::string(supervision::words_of(trigger));
    return words;
}

std::string stage_of(const Accountability& one) {
    constexpr std::array<std::string_view, 5> words{"", "第一种", "第二种", "第三种", "第四种"};
    return one.stage < 0 || one.stage > 4 ? "" : word_in(words, one.stage);
}

std::string forms_counted(const std::vector<const Accountability*>& records) {
    std::map<supervision::Form, std::size_t> by_form;
    std::size_t persons = 0;
    for (const auto* one : records) {
        ++by_form[one->form];
        if (!one->person.empty()) ++persons;
    }
    std::string words = "问责" + std::to_string(records.size()) + "次，其中个人" +
                        std::to_string(persons) + "人次、单位" +
                        std::to_string(records.size() - persons) + "次";
    for (const auto& [form, count] : by_form)
        words += "；" + std::string(supervision::words_of(form)) + std::to_string(count) + "次";
    return words;
}

}  // namespace

bool is_petition(const Clue& clue) {
    constexpr std::array<std::string_view, 5> marks{"信访", "来信", "来访", "举报", "来电"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return clue.handing.source.find(mark) != std::string::npos;
    });
}

office::Paper clue_paper(const ClueSource& source) {
    const auto clues = those(source, [](const Clue&) { return true; });
    office::PaperTable table;
    table.points = 9;
    table.widths = {5, 11, 8, 8, 14, 8, 7, 10, 8, 12, 10, 10};
    table.rows.push_back(
        heading_row({"序号", "线索编号", "来源", "所在单位", "反映内容", "移交部门", "承办人",
                     "移交日", "办理方式", "办理结果", "办结日", "反馈日"}));
    for (const auto* one : clues)
        table.rows.push_back({{centred(place_in(table)),
                               centred(one->handing.mark),
                               {one->handing.source},
                               centred(one->unit_name),
                               {one->handing.matter},
                               centred(receiver_of(*one)),
                               centred(one->handling.handler),
                               centred(base::to_text(one->handing.handed_on)),
                               centred(words_of(one->handling.way)),
                               {outcome_of(*one)},
                               centred(day_in(one->handling.concluded_on)),
                               centred(returned(*one, source.today))}});
    return wide_table(DocumentKind::clue_table, page_of(source, counted_words(clues, "线索")),
                      std::move(table));
}

office::Paper petition_paper(const ClueSource& source) {
    const auto clues = those(source, is_petition);
    office::PaperTable table;
    table.points = points;
    table.widths = {5, 12, 8, 8, 15, 9, 10, 8, 13, 10};
    table.rows.push_back(heading_row({"序号", "信访件编号", "来源", "被反映人", "反映内容",
                                      "承办部门", "转办日", "办理方式", "处理结果", "反馈日"}));
    for (const auto* one : clues)
        table.rows.push_back({{centred(place_in(table)),
                               centred(one->handing.mark),
                               {one->handing.source},
                               centred(one->handing.person),
                               {one->handing.matter},
                               centred(receiver_of(*one)),
                               centred(base::to_text(one->handing.handed_on)),
                               centred(words_of(one->handling.way)),
                               {outcome_of(*one)},
                               centred(returned(*one, source.today))}});
    return wide_table(DocumentKind::petition_table, page_of(source, counted_words(clues, "信访件")),
                      std::move(table));
}

office::Paper accountability_paper(const AccountabilitySource& source) {
    std::vector<const Accountability*> records;
    for (const auto& one : source.records)
        if (!one.revoked) records.push_back(&one);
    std::stable_sort(records.begin(), records.end(),
                     [](const auto* a, const auto* b) { return a->number < b->number; });
    office::PaperTable table;
    table.points = points;
    table.widths = {5, 7, 12, 9, 16, 8, 7, 10, 10, 10};
    table.rows.push_back(heading_row({"序号", "姓名", "单位及职务", "问责情形", "事由", "处理方式",
                                      "形态", "决定机关", "决定日期", "文号"}));
    for (const auto* one : records)
        table.rows.push_back({{centred(place_in(table)),
                               centred(one->person.empty() ? "（单位）" : one->person),
                               {one->unit_name + one->post},
                               {triggers_of(*one)},
                               {one->facts + (one->double_inquiry ? "（一案双查）" : "")},
                               centred(std::string(supervision::words_of(one->form))),
                               centred(stage_of(*one)),
                               centred(one->decided_by),
                               centred(base::to_text(one->decided_on)),
                               centred(one->document)}});
    return wide_table(
        DocumentKind::accountability_table,
        {source.programme_title, source.inspected_unit, source.today, forms_counted(records)},
        std::move(table));
}

}  // namespace documents
