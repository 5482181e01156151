#include "documents/meeting_paper.hpp"

#include <algorithm>
#include <array>

#include "documents/paper_words.hpp"

namespace documents {
namespace {

using meetings::AgendaItem;
using meetings::Attendance;
using meetings::Duty;
using meetings::Participant;
using meetings::Standing;
using office::Style;

std::string when(const meetings::MeetingTerms& terms) {
    return in_words(terms.held_on) + terms.begins_at;
}

/// The names for which `wanted` says yes, 、 between them.
template <class Wanted>
std::string names(const meetings::MeetingTerms& terms, Wanted wanted) {
    std::string all;
    for (const auto& one : terms.participants) {
        if (!wanted(one)) continue;
        all += (all.empty() ? "" : "、") + one.name;
        if (one.attendance == Attendance::proxy) all += "（" + one.proxy + "代）";
    }
    return all;
}

std::string of_duty(const meetings::MeetingTerms& terms, Duty duty) {
    return names(terms, [&](const Participant& one) { return one.duty == duty; });
}

bool is_there(const Participant& one) {
    return one.attendance == Attendance::present || one.attendance == Attendance::proxy;
}

std::string title_of(const AgendaItem& item) {
    const auto number = std::to_string(item.row.number);
    switch (item.subject) {
        case meetings::Subject::measure: return "第" + number + "项措施：" + item.row.text;
        case meetings::Subject::problem: return "第" + number + "项问题：" + item.row.text;
        case meetings::Subject::task: return "任务" + number + "：" + item.row.text;
        case meetings::Subject::none: break;
    }
    return item.row.text;
}

std::string owner_of(const meetings::Decision& decision) {
    if (decision.person_name.empty() || decision.unit_name.empty())
        return decision.unit_name + decision.person_name;
    return decision.unit_name + "（" + decision.person_name + "）";
}

std::string words_of(meetings::Reasons reasons) {
    constexpr std::array<std::string_view, std::size(meetings::reasons_in_order)> words{
        "超期", "被退回", "申请延期", "即将到期", "久无进展", "任务", "上次会议转来"};
    std::string all;
    for (const auto reason : meetings::reasons_in_order)
        if (reasons.has(reason))
            all += (all.empty() ? "" : "、") + std::string(words[static_cast<std::size_t>(reason)]);
    return all;
}

void add_item(std::vector<office::PaperPart>& parts, const AgendaItem& item, std::size_t number) {
    add(parts, office::paragraph(Style::level1, chinese(number) + "、" + title_of(item)));
    if (!item.heard.empty()) add(parts, labelled("听取情况", item.heard));
    if (!item.discussion.empty()) add(parts, labelled("讨论情况", item.discussion));
    for (std::size_t i = 0; i < item.decisions.size(); ++i) {
        const auto& one = item.decisions[i];
        const auto mark = item.decisions.size() > 1 ? std::to_string(i + 1) : std::string();
        std::string words = one.matter + "（责任：" + owner_of(one);
        if (one.due_on) words += "；完成时限：" + in_words(*one.due_on) + "前";
        add(parts, labelled("议定事项" + mark, words + "）"));
    }
    if (item.moved_on) add(parts, labelled("议定事项", "下次会议继续研究。"));
}

}  // namespace

office::Paper notice_paper(const MeetingSource& source, base::Date today) {
    const auto& terms = source.meeting.terms;
    std::vector<office::PaperPart> parts;
    const auto title = "关于召开" + terms.title + "的通知";
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::addressee, "各参会单位、参会人员："));
    add(parts, office::paragraph(Style::body, "现将会议有关事项通知如下："));
    add(parts,
        labelled("会议时间", when(terms) + "，会期约" + std::to_string(terms.minutes) + "分钟"));
    add(parts, labelled("会议地点", terms.place));
    add(parts, labelled("主持人", of_duty(terms, Duty::host)));
    add(parts, labelled("出席人员", names(terms, [](const Participant& one) {
                            return one.standing == Standing::attends;
                        })));
    const auto beside =
        names(terms, [](const Participant& one) { return one.standing == Standing::sits_in; });
    if (!beside.empty()) add(parts, labelled("列席人员", beside));
    if (!source.items.empty()) add(parts, office::paragraph(Style::level1, "会议议题"));
    for (std::size_t i = 0; i < source.items.size(); ++i)
        add(parts, office::paragraph(Style::body,
                                     std::to_string(i + 1) + "." + title_of(source.items[i])));
    add(parts, office::paragraph(Style::body, "请按时参会；因故不能参会的，请提前请假。"));
    const auto called = source.meeting.called_at ? base::date_of(*source.meeting.called_at) : today;
    add(parts, office::signed_by(source.issuer, in_words(called), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper sign_in_paper(const MeetingSource& source) {
    const auto& terms = source.meeting.terms;
    office::PaperTable table;
    table.widths = {2, 7, 3, 6, 5};
    table.header_rows = 1;
    table.points = 14;
    table.rows.push_back(heading_row({"序号", "姓名（单位）", "出席或列席", "签到", "备注"}));
    for (std::size_t i = 0; i < terms.participants.size(); ++i) {
        const auto& one = terms.participants[i];
        std::string remark = one.duty == Duty::host       ? "主持"
                             : one.duty == Duty::recorder ? "记录"
                                                          : "";
        if (one.attendance == Attendance::leave) remark = "请假";
        if (one.attendance == Attendance::proxy) remark = one.proxy + "代";
        table.rows.push_back({{centred(std::to_string(i + 1)),
                               centred(one.name),
                               centred(one.standing == Standing::attends ? "出席" : "列席"),
                               {""},
                               centred(remark)},
                              11});
    }
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(terms.title + "签到表")));
    add(parts,
        office::paragraph(Style::table_note, "时间：" + when(terms) + "　　地点：" + terms.place));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = terms.title + "签到表";
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper agenda_paper(const MeetingSource& source) {
    const auto& terms = source.meeting.terms;
    office::PaperTable table;
    table.widths = {2, 13, 5, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "议题", "汇报单位", "列入原因"}));
    for (std::size_t i = 0; i < source.items.size(); ++i) {
        const auto& item = source.items[i];
        table.rows.push_back({{centred(std::to_string(i + 1)),
                               {title_of(item)},
                               centred(item.row.unit_label),
                               centred(words_of(item.reasons))},
                              11});
    }
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(terms.title + "议程")));
    add(parts, labelled("时间", when(terms)));
    add(parts, labelled("地点", terms.place));
    add(parts, labelled("主持", of_duty(terms, Duty::host)));
    add(parts, labelled("议题", std::to_string(source.items.size()) + "项"));
    if (!source.items.empty()) parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = terms.title + "议程";
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

office::Paper minutes_paper(const MeetingSource& source) {
    const auto& terms = source.meeting.terms;
    const auto by = [&](Standing standing) {
        return names(terms, [&](const Participant& one) {
            return one.standing == standing && is_there(one);
        });
    };
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(terms.title + "纪要")));
    add(parts, labelled("时间", when(terms)));
    add(parts, labelled("地点", terms.place));
    add(parts, labelled("主持", of_duty(terms, Duty::host)));
    std::size_t number = 0;
    for (const auto& item : source.items) add_item(parts, item, ++number);
    if (const auto there = by(Standing::attends); !there.empty())
        add(parts, labelled("出席", there));
    if (const auto beside = by(Standing::sits_in); !beside.empty())
        add(parts, labelled("列席", beside));
    const auto away = names(terms, [](const Participant& one) {
        return one.attendance == Attendance::leave || one.attendance == Attendance::absent;
    });
    if (!away.empty()) add(parts, labelled("请假或缺席", away));
    add(parts, labelled("记录", of_duty(terms, Duty::recorder)));
    office::Paper paper;
    paper.name = terms.title + "纪要（" + base::to_text(terms.held_on) + "）";
    paper.head = {office::HeadKind::minutes, "整改工作会议纪要", in_words(terms.held_on), "", ""};
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace documents
