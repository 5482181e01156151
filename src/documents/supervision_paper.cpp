#include "documents/supervision_paper.hpp"

#include <array>

#include "documents/paper_words.hpp"

namespace documents {
namespace {

using office::Style;
using supervision::CheckedRow;
using supervision::CheckResult;

std::string words_of(supervision::CheckKind kind) {
    constexpr std::array<std::string_view, supervision::check_kinds.size()> words{
        "现场督查", "回头看", "反向核查"};
    return word_in(words, kind);
}

std::string words_of(CheckResult result) {
    constexpr std::array<std::string_view, supervision::check_results.size()> words{
        "属实", "部分属实", "虚假整改", "未整改"};
    return word_in(words, result);
}

std::string words_of(const supervision::Consequence& one) {
    constexpr std::array<std::string_view, supervision::consequence_kinds.size()> words{
        "退回补充整改", "增加措施", "另立后续问题", "交办任务", "拟发督办文书", "启动问责程序"};
    const auto number = one.number > 0 ? "（" + std::to_string(one.number) + "）" : std::string();
    return word_in(words, one.kind) + number;
}

std::string row_of(const CheckedRow& row) {
    return (row.subject.kind == supervision::RowKind::problem ? "问题" : "措施") +
           std::to_string(row.subject.number);
}

std::string team_of(const supervision::Check& check) {
    std::string names;
    for (const auto& one : check.terms.team)
        names += (names.empty() ? "" : "、") + one.name + (one.leads ? "（组长）" : "");
    return names;
}

std::string units_of(const supervision::Check& check) {
    std::string names;
    for (const auto& one : check.terms.units) names += (names.empty() ? "" : "、") + one.name;
    return names;
}

office::PaperTable rows_of(const CheckSource& source) {
    office::PaperTable table;
    table.widths = {3, 4, 12, 6, 6, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "对象", "内容", "责任单位", "抽取方式", "核查结果"}));
    for (const auto& row : source.rows)
        table.rows.push_back(
            {{centred(std::to_string(row.position)),
              centred(row_of(row)),
              {row.subject.text},
              centred(row.unit_name),
              centred(row.draw > 0 ? "第" + std::to_string(row.draw) + "次抽取" : "手工增加"),
              centred(row.form ? words_of(row.form->result) : "未核查")}});
    return table;
}

void add_findings(std::vector<office::PaperPart>& parts, const CheckSource& source) {
    std::size_t number = 0;
    for (const auto& row : source.rows) {
        if (!row.is_finding()) continue;
        add(parts, office::paragraph(Style::level2, "（" + chinese(++number) + "）" +
                                                        row.unit_name + "：" + row_of(row) + "，" +
                                                        words_of(row.form->result)));
        add(parts, labelled("发现的问题", row.form->finding));
        if (!row.form->asked.empty()) add(parts, labelled("询问情况", row.form->asked));
        if (!row.form->looked_at.empty()) add(parts, labelled("查看情况", row.form->looked_at));
        for (const auto& one : row.consequences)
            add(parts, labelled("处理", words_of(one) + "：" + one.text));
    }
    if (number == 0) add(parts, office::paragraph(Style::body, "核查中没有发现问题。"));
}

std::string summary(const CheckCounts& now) {
    const auto n = [](std::size_t number) { return std::to_string(number); };
    return "共核查" + n(now.rows) + "项，其中属实" + n(now.genuine) + "项，部分属实" +
           n(now.partly) + "项，虚假整改" + n(now.paper) + "项，未整改" + n(now.unrectified) +
           "项，尚未核查" + n(now.unfilled) + "项。";
}

}  // namespace

office::Paper interview_paper(const std::string& programme_title,
                              const supervision::Interview& record) {
    const auto day = in_words(record.held_on);
    const auto requirement =
        record.requirement +
        (record.due_on ? "\n完成期限：" + in_words(*record.due_on) + "前" : "");
    auto table = form_of(
        {{{"编号", "第" + std::to_string(record.number) + "号"}, {"时间", day + record.begins_at}},
         {{"地点", record.place}, {"记录人", record.recorder}},
         {{"约谈人", record.interviewers}, {"被约谈人", record.person + "\n" + record.post}},
         {{"所在单位", record.unit_name}},
         {{"事由", record.cause}},
         {{"问题", record.problem}},
         {{"对方说明", record.answer}},
         {{"要求与期限", requirement}},
         {{"被约谈人签字",
           record.is_signed ? "\n\n　　　　　年　月　日" : "未签字：" + record.unsigned_reason},
          {"约谈人签字", "\n\n　　　　　年　月　日"}}},
        12);
    auto paper = form_paper("约谈（提醒谈话）记录", programme_title, std::move(table));
    paper.name = "约谈记录（第" + std::to_string(record.number) + "号）" + record.person;
    if (record.revoked)
        add(paper.sections.front().parts,
            office::paragraph(Style::table_note, "本记录已撤销：" + record.revoked->reason));
    return paper;
}

CheckCounts count(const CheckSource& source) {
    CheckCounts now;
    now.rows = source.rows.size();
    for (const auto& row : source.rows) {
        if (!row.form) {
            ++now.unfilled;
            continue;
        }
        switch (row.form->result) {
            case CheckResult::genuine: ++now.genuine; break;
            case CheckResult::partly: ++now.partly; break;
            case CheckResult::paper: ++now.paper; break;
            case CheckResult::unrectified: ++now.unrectified; break;
        }
    }
    return now;
}

office::Paper check_paper(const CheckSource& source) {
    const auto& check = source.check;
    const auto title = check.terms.subject + "报告";
    const auto on = check.concluded_at ? base::date_of(*check.concluded_at) : source.today;
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::level1, "一、基本情况"));
    add(parts, labelled("督查方式", words_of(check.terms.kind)));
    add(parts, labelled("督查时间",
                        in_words(check.terms.begins_on) + "至" + in_words(check.terms.ends_on)));
    add(parts, labelled("督查人员", team_of(check)));
    add(parts, labelled("被督查单位", units_of(check)));
    add(parts, office::paragraph(Style::level1, "二、核查情况"));
    add(parts, office::paragraph(Style::body, summary(count(source))));
    if (!source.rows.empty()) parts.emplace_back(rows_of(source));
    add(parts, office::paragraph(Style::level1, "三、发现的问题和处理"));
    add_findings(parts, source);
    add(parts, office::paragraph(Style::level1, "四、督查结论"));
    add(parts, office::paragraph(Style::body,
                                 check.conclusion.empty() ? "（尚未办结）" : check.conclusion));
    add(parts, office::signed_by(source.issuer, in_words(on), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace documents
