#include "studies/study_paper.hpp"

#include "documents/paper_words.hpp"

namespace studies {
namespace {

using documents::add;
using documents::centred;
using documents::heading_row;
using documents::labelled;
using office::Style;
using Parts = std::vector<office::PaperPart>;

/// 90: 1.5
std::string hours(std::int64_t minutes) {
    const auto tenths = (minutes * 10 + 30) / 60;
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text;
}

std::string name_in(const LifeMeeting& meeting, ParticipantId id) {
    const auto* found = life_meetings::find_participant(meeting, id);
    return found == nullptr ? std::string() : found->name;
}

std::string items_of(const Session& session) {
    std::string words;
    for (const auto one : session.items)
        words += (words.empty() ? "" : "、") + std::string(words_of(one));
    return words;
}

office::PaperTable readings_table(const StudySource& source) {
    office::PaperTable table;
    table.widths = {2, 11, 7, 7};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "学习内容", "学习专题", "完成日期"}));
    for (std::size_t i = 0; i < source.readings.size(); ++i) {
        const auto& one = source.readings[i];
        table.rows.push_back({{centred(std::to_string(i + 1)),
                               {one.title},
                               {one.topic.empty() ? "—" : one.topic},
                               centred(base::in_words(one.finish_on))}});
    }
    return table;
}

office::PaperTable hours_table(const StudySource& source) {
    const auto asked = source.meeting.demands.study_hours_min;
    office::PaperTable table;
    table.widths = {5, 4, 4, 4, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"姓名", "集中学习", "个人自学", "合计", "与要求相比"}));
    for (const auto& one : source.hours) {
        const auto missing = one.missing(asked);
        table.rows.push_back(
            {{centred(name_in(source.meeting, one.participant)), centred(hours(one.together)),
              centred(hours(one.alone)), centred(hours(one.together + one.alone)),
              centred(missing > 0 ? "还差" + hours(missing) : "已达到")}});
    }
    return table;
}

void add_session(Parts& parts, const StudySource& source, const Session& one, std::size_t number) {
    std::string there, absent;
    for (const auto& each : one.attendance) {
        const auto name = name_in(source.meeting, each.participant);
        if (each.attended)
            there += (there.empty() ? "" : "、") + name;
        else
            absent += (absent.empty() ? "" : "、") + name + "（" + each.reason + "）";
    }
    add(parts, office::paragraph(Style::level2, "（" + documents::chinese(number) + "）" +
                                                    base::in_words(one.held_on) +
                                                    std::string(words_of(one.form))));
    add(parts, labelled("时间地点", base::in_words(one.held_on) + "，" + hours(one.minutes) +
                                        "学时，" + one.place));
    if (!one.host.empty()) add(parts, labelled("主持人", one.host));
    add(parts, labelled("学习内容", one.topic));
    if (!one.items.empty()) add(parts, labelled("学习方式", items_of(one)));
    add(parts, labelled("参加人员", there));
    if (!absent.empty()) add(parts, labelled("缺席人员", absent));
}

office::PaperTable own_table(const StudySource& source) {
    office::PaperTable table;
    table.widths = {4, 7, 10, 3};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"姓名", "日期", "自学内容", "学时"}));
    for (const auto& one : source.own)
        table.rows.push_back({{centred(name_in(source.meeting, one.participant)),
                               centred(base::in_words(one.studied_on)),
                               {one.what},
                               centred(hours(one.minutes))}});
    return table;
}

office::Paper paper_of(std::string title, Parts parts) {
    office::Paper paper;
    paper.name = std::move(title);
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace

office::Paper study_plan_paper(const StudySource& source) {
    const auto title = source.meeting.terms.title + "学习计划";
    Parts parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts,
        office::paragraph(Style::body, "为开好" + source.meeting.terms.title +
                                           "，班子成员采取集中学习和个人自学相结合的方式，"
                                           "学习下列内容，每人不少于" +
                                           std::to_string(source.meeting.demands.study_hours_min) +
                                           "学时。"));
    add(parts, office::paragraph(Style::level1, "一、学习内容"));
    if (source.readings.empty())
        add(parts, office::paragraph(Style::body, "还没有列出学习内容。"));
    else
        parts.emplace_back(readings_table(source));
    add(parts, office::paragraph(Style::level1, "二、学习要求"));
    add(parts, office::paragraph(Style::body,
                                 "班子成员按完成日期学习，自学后登记学习内容和学时，写好学习笔记；"
                                 "集中学习由主要负责人主持，因故缺席的自行补学。"));
    add(parts, office::signed_by(source.meeting.unit_name, base::in_words(source.today),
                                 office::Seal::none));
    return paper_of(title, std::move(parts));
}

office::Paper study_record_paper(const StudySource& source) {
    const auto title = source.meeting.terms.title + "学习记录";
    Parts parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::subtitle, "（截至" + base::in_words(source.today) + "）"));
    add(parts, office::paragraph(Style::level1, "一、集中学习"));
    if (source.sessions.empty()) add(parts, office::paragraph(Style::body, "没有登记集中学习。"));
    std::size_t number = 0;
    for (const auto& one : source.sessions) add_session(parts, source, one, ++number);
    add(parts, office::paragraph(Style::level1, "二、个人自学"));
    if (source.own.empty())
        add(parts, office::paragraph(Style::body, "没有登记个人自学。"));
    else
        parts.emplace_back(own_table(source));
    add(parts, office::paragraph(Style::level1, "三、学时情况"));
    add(parts,
        office::paragraph(Style::table_note,
                          "单位：学时。要求每人不少于" +
                              std::to_string(source.meeting.demands.study_hours_min) + "学时"));
    parts.emplace_back(hours_table(source));
    return paper_of(title, std::move(parts));
}

}  // namespace studies
