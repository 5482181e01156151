#include "documents/handover_paper.hpp"

#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using ledger::HandoverItem;
using ledger::HandoverPart;
using office::Style;

/// 整改中 of a stored name, whichever level it is of.
std::string status_words(const HandoverItem& item) {
    if (item.kind == ledger::HandoverRow::problem)
        if (const auto status = ledger::problem_status_of(item.status))
            return std::string(reports::words_of(*status));
    if (item.kind == ledger::HandoverRow::measure)
        if (const auto status = ledger::measure_status_of(item.status))
            return std::string(reports::words_of(*status));
    return "办理中";
}

bool is_long_term(const HandoverItem& item) {
    return item.deadline == ledger::DeadlineKind::long_term || item.status == "long_term";
}

std::string roles_of(const HandoverItem& item) {
    std::string words;
    for (const auto role : item.roles)
        words += (words.empty() ? "" : "、") + std::string(ledger::words_of(role));
    return words.empty() ? "单位承办" : words;
}

template <class Wanted>
void add_items(std::vector<office::PaperPart>& parts, const HandoverSource& source, Wanted wanted) {
    office::PaperTable table;
    table.widths = {3, 4, 12, 5, 7, 5, 4};
    table.header_rows = 1;
    table.points = 10.5;
    table.rows.push_back(
        heading_row({"序号", "类别", "事项", "本人职责", "完成时限", "目前状态", "进度"}));
    std::size_t number = 0;
    for (const auto& item : source.items) {
        if (!wanted(item)) continue;
        table.rows.push_back(
            {{centred(std::to_string(++number)),
              centred(std::string(ledger::words_of(item.kind)) + std::to_string(item.row_number)),
              {item.text},
              centred(roles_of(item)),
              centred(item.due_on ? base::to_text(*item.due_on) : ""),
              centred(status_words(item)),
              centred(item.percent ? std::to_string(*item.percent) + "%" : "")}});
    }
    if (number == 0) return add(parts, office::paragraph(Style::body, "没有。"));
    parts.emplace_back(std::move(table));
}

/// "" : of the witness only the unit is known.
std::string signer_of(const ledger::Handover& handover, HandoverPart part) {
    if (part == HandoverPart::giver) return handover.giver.name;
    return part == HandoverPart::taker && handover.taker ? handover.taker->name : std::string();
}

std::string signed_words(const ledger::Handover& handover, HandoverPart part) {
    const auto* one = handover.signature(part);
    if (one == nullptr) return "\n\n　　　　　　年　月　日";
    const auto day = "\n" + in_words(one->signed_on);
    if (!one->on_paper) return one->by_name + day;
    // Who registered the paper is not who signed it.
    return signer_of(handover, part) + "已在纸质件上签字" + day;
}

}  // namespace

office::Paper handover_paper(const HandoverSource& source) {
    const auto& handover = source.handover;
    const auto title = handover.unit_name + "巡察整改责任交接书";
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, labelled("职务", handover.unit_name + handover.post_title));
    add(parts, labelled("离任人", handover.giver.name));
    add(parts, labelled("接任人", handover.taker ? handover.taker->name : "（尚未确定）"));
    add(parts, labelled("交接期限", in_words(handover.due_on) + "前"));
    add(parts, office::paragraph(Style::level1, "一、未完成事项"));
    const auto kept_up = [](const HandoverItem& item) { return is_long_term(item); };
    const auto undone = [](const HandoverItem& item) { return !is_long_term(item); };
    add_items(parts, source, undone);
    add(parts, office::paragraph(Style::level1, "二、长期坚持事项"));
    add_items(parts, source, kept_up);
    add(parts, office::paragraph(Style::level1, "三、风险提示"));
    add(parts,
        office::paragraph(Style::body, handover.risk_note.empty() ? "没有。" : handover.risk_note));
    add(parts, office::paragraph(Style::level1, "四、签字"));
    parts.emplace_back(form_of({{{"离任人签字", signed_words(handover, HandoverPart::giver)},
                                 {"接任人签字", signed_words(handover, HandoverPart::taker)}},
                                {{"监交单位", handover.witness_unit},
                                 {"监交人签字", signed_words(handover, HandoverPart::witness)}}},
                               20));
    office::Paper paper;
    paper.name = "责任交接书（" + handover.unit_name + handover.post_title + "）";
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper commitment_paper(const ListSource& source) {
    const auto today = in_words(source.today);
    const auto now = count(source, month_of(source.today));
    const auto n = [](std::size_t number) { return std::to_string(number); };
    const auto title = titled(source.programme_title, "整改签字背书承诺书");
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::addressee, source.issuer + "："));
    add(parts, office::paragraph(
                   Style::body, "本人作为" + source.inspected_unit +
                                    "巡察整改第一责任人，对报送的整改方案、整改台账和整改情况报告的"
                                    "真实性负责，郑重承诺如下："));
    add(parts, office::paragraph(Style::body, "一、截至" + today + "，反馈问题" + n(now.problems) +
                                                  "个，已销号" + n(now.struck_off) +
                                                  "个；整改措施" + n(now.measures) + "条，已完成" +
                                                  n(now.done) + "条，长期坚持" + n(now.long_term) +
                                                  "条，正在推进" + n(now.open) + "条，其中超期" +
                                                  n(now.overdue) + "条。上述数据与整改台账一致。"));
    add(parts,
        office::paragraph(Style::body,
                          "二、已完成的措施均有佐证材料，没有纸面整改、虚假整改、选择性整改。"));
    add(parts, office::paragraph(Style::body,
                                 "三、尚未完成的措施将按期落实，长期坚持的事项将持续推进，自觉接受"
                                 "监督检查。"));
    add(parts, office::paragraph(Style::body, "四、如有弄虚作假，本人愿意承担相应责任。"));
    add(parts, office::paragraph(Style::table_note, "（以下由第一责任人手写抄录承诺内容并签名）"));
    office::PaperTable copied;
    copied.widths = {1};
    copied.rows.push_back({{{""}}, 60});
    parts.emplace_back(std::move(copied));
    add(parts, office::paragraph(Style::form_line,
                                 "承诺人（签名）：　　　　　　　　　　　年　　月　　日"));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace documents
