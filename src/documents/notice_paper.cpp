#include "documents/notice_paper.hpp"

#include <algorithm>

#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using office::Style;

const ledger::NoticeStep* last_step(const ledger::Notice& notice, ledger::NoticeAct act) {
    const auto found = std::find_if(notice.steps.rbegin(), notice.steps.rend(),
                                    [&](const auto& step) { return step.act == act; });
    return found == notice.steps.rend() ? nullptr : &*found;
}

std::string how_it_stands(const ledger::NoticeItem& item, base::Date on) {
    std::string words(reports::words_of(item.status));
    if (!item.due_on) return words;
    const auto left = base::days_between(on, *item.due_on);
    if (left < 0) return words + "\n超期" + std::to_string(-left) + "天";
    return words + "\n剩余" + std::to_string(left) + "天";
}

office::PaperTable matters(const ledger::Notice& notice, base::Date on) {
    office::PaperTable table;
    table.widths = {2, 10, 4, 6, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "整改措施", "责任人", "完成时限", "当前状态"}));
    for (const auto& item : notice.items)
        table.rows.push_back({{centred(std::to_string(item.number)),
                               {item.text},
                               centred(item.responsible),
                               centred(item.due_on ? in_words(*item.due_on) : item.deadline_text),
                               centred(how_it_stands(item, on))}});
    return table;
}

/// The measures and how they stand, or the matter that is put right at once.
void add_subject(std::vector<office::PaperPart>& parts, const ledger::Notice& notice,
                 base::Date on) {
    if (ledger::is_at_once(notice)) {
        add(parts, labelled("问题", notice.texts.matter));
        return;
    }
    add(parts, office::paragraph(Style::body,
                                 "你单位承担的下列整改措施，截至" + in_words(on) + "的情况如下："));
    parts.emplace_back(matters(notice, on));
}

office::PaperSection receipt(const ledger::Notice& notice) {
    const auto* signed_for = last_step(notice, ledger::NoticeAct::sign);
    const auto* answer = last_step(notice, ledger::NoticeAct::answer);
    const auto when = [](const ledger::NoticeStep* step) {
        return step == nullptr ? std::string() : in_words(base::date_of(step->at));
    };
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::annex_title, notice.kind + "回执"));
    parts.emplace_back(form_of(
        {{{"文号", notice.mark}, {"收件单位", notice.unit_name}},
         {{"签收人", signed_for == nullptr ? "" : signed_for->by}, {"签收日期", when(signed_for)}},
         {{"办理情况", answer == nullptr ? "\n\n\n\n\n\n" : answer->text}},
         {{"回复人", answer == nullptr ? "" : answer->by}, {"回复日期", when(answer)}},
         {{"单位负责人签字", "\n"}}},
        12));
    return {office::Orientation::portrait, std::move(parts)};
}

}  // namespace

office::Paper paper_of(const ledger::Notice& notice, base::Date today, const std::string& issuer) {
    const auto* issued = last_step(notice, ledger::NoticeAct::issue);
    const auto on = issued == nullptr ? today : base::date_of(issued->at);
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, notice.kind));
    add(parts, office::paragraph(Style::addressee, notice.unit_name + "："));
    add_subject(parts, notice, on);
    add(parts, labelled("依据", notice.texts.basis));
    add(parts, labelled("要求", notice.texts.requirement));
    if (notice.texts.reply_by)
        add(parts, labelled("反馈时限", in_words(*notice.texts.reply_by) + "前"));
    if (!notice.texts.contact.empty()) add(parts, labelled("联系人", notice.texts.contact));
    add(parts, office::signed_by(issuer, in_words(on), office::Seal::none));
    office::Paper paper;
    paper.name =
        notice.kind + (notice.mark.empty() ? "" : "（" + notice.mark + "）") + notice.unit_name;
    paper.head = {office::HeadKind::letter, issuer,
                  notice.mark.empty() ? "（拟稿，未编号）" : notice.mark, "", ""};
    paper.sections = {{office::Orientation::portrait, std::move(parts)}, receipt(notice)};
    return paper;
}

}  // namespace documents
