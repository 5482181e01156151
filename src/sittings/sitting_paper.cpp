#include "sittings/sitting_paper.hpp"

#include <array>

#include "documents/paper_words.hpp"

namespace sittings {
namespace {

using documents::add;
using documents::centred;
using documents::heading_row;
using documents::in_words;
using documents::labelled;
using office::Orientation;
using office::Paper;
using office::PaperPart;
using office::PaperTable;
using office::Style;

constexpr double row_mm = 11;

std::string when(const LifeMeeting& meeting) {
    return in_words(meeting.terms.held_on) + meeting.terms.begins_at;
}

Paper paper_with(std::string name, std::vector<PaperPart> parts,
                 Orientation orientation = Orientation::portrait) {
    Paper paper;
    paper.name = std::move(name);
    paper.sections = {{orientation, std::move(parts)}};
    return paper;
}

std::string titled(const PaperSource& source, std::string_view kind) {
    return source.meeting.terms.title + std::string(kind);
}

std::vector<PaperPart> begun(const std::string& title) {
    std::vector<PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    return parts;
}

std::string names_in_state(const PaperSource& source, PresenceState state) {
    std::string names;
    for (const auto& one : source.meeting.participants)
        if (!one.left_on && presence_of(source.sitting, one.id).state == state)
            names += (names.empty() ? "" : "、") + one.name;
    return names;
}

/// One line of the printed agenda; criticisms of one member are one line.
bool is_same_line(const Turn& a, const Turn& b) {
    return a.topic == Topic::criticism && b.topic == Topic::criticism && a.about == b.about;
}

void add_criticism(std::vector<PaperPart>& parts, const PaperSource& source,
                   const RecordEntry& one) {
    const auto& said = one.said;
    add(parts, office::paragraph(Style::level2,
                                 name_in(source.meeting, said.speaker) + "同志对" +
                                     name_in(source.meeting, said.about) + "同志的批评意见" +
                                     (said.read_out ? "（书面意见，会上宣读）" : "")));
    if (!said.example.empty()) add(parts, labelled("具体事例", said.example));
    if (!said.words.empty()) add(parts, labelled("指出的问题", said.words));
    if (!said.suggestion.empty()) add(parts, labelled("建议", said.suggestion));
    if (!said.reply.empty()) add(parts, labelled("表态", said.reply));
}

void add_entry(std::vector<PaperPart>& parts, const PaperSource& source, const RecordEntry& one) {
    const auto& said = one.said;
    const auto speaker = name_in(source.meeting, said.speaker);
    switch (said.kind) {
        case EntryKind::criticism: add_criticism(parts, source, one); return;
        case EntryKind::last_year:
            add(parts, labelled("上次会议整改措施", said.example));
            add(parts,
                labelled(speaker.empty() ? "落实情况" : speaker + "报告落实情况", said.words));
            return;
        case EntryKind::speech:
            add(parts, labelled(speaker.empty() ? "发言" : speaker, said.words));
    }
}

void add_people(std::vector<PaperPart>& parts, const PaperSource& source) {
    using life_meetings::Part;
    const auto of_part = [&](Part part) {
        std::string names;
        for (const auto& one : source.meeting.participants)
            if (one.part == part && !one.left_on &&
                presence_of(source.sitting, one.id).state == PresenceState::present)
                names += (names.empty() ? "" : "、") + one.name;
        return names;
    };
    const auto host = of_part(Part::principal), members = of_part(Part::member);
    add(parts, labelled("主持", host));
    add(parts,
        labelled("出席", host.empty() || members.empty() ? host + members : host + "、" + members));
    if (const auto beside = of_part(Part::sits_in); !beside.empty())
        add(parts, labelled("列席", beside));
    if (const auto guides = of_part(Part::guide); !guides.empty())
        add(parts, labelled("到会指导", guides));
    if (const auto away = names_in_state(source, PresenceState::on_leave); !away.empty())
        add(parts, labelled("请假", away));
    if (const auto away = names_in_state(source, PresenceState::absent); !away.empty())
        add(parts, labelled("缺席", away));
    add(parts, labelled("记录", of_part(Part::recorder)));
}

/// A text in lines: 一、 and （一） begin headings.
Style style_of(std::string_view line) {
    constexpr std::array<std::string_view, 10> numbers{"一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十"};
    for (const auto number : numbers) {
        const auto mark = std::string(number) + "、", inner = "（" + std::string(number) + "）";
        if (line.starts_with(mark)) return Style::level1;
        if (line.starts_with(inner)) return Style::level2;
    }
    return Style::body;
}

}  // namespace

Paper paper_of(SittingPaper paper, const PaperSource& source) {
    switch (paper) {
        case SittingPaper::agenda: return agenda_paper(source);
        case SittingPaper::sign_in: return sign_in_paper(source);
        case SittingPaper::record: return record_paper(source);
        case SittingPaper::criticisms: return criticisms_paper(source);
        case SittingPaper::team_list: return team_list_paper(source);
        case SittingPaper::personal_lists: return personal_lists_paper(source);
        case SittingPaper::archive: return catalogue_paper(source);
        case SittingPaper::host_script:
        case SittingPaper::report:
        case SittingPaper::bulletin: break;
    }
    return text_paper(source);
}

Paper agenda_paper(const PaperSource& source) {
    const auto title = titled(source, "议程");
    auto parts = begun(title);
    add(parts, labelled("时间", when(source.meeting)));
    add(parts, labelled("地点", source.meeting.terms.place));
    PaperTable table;
    table.widths = {2, 13, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "内容", "时长（分钟）"}));
    const auto& turns = source.sitting.turns;
    std::size_t number = 0;
    for (std::size_t i = 0; i < turns.size();) {
        auto minutes = turns[i].minutes;
        auto next = i + 1;
        for (; next < turns.size() && is_same_line(turns[i], turns[next]); ++next)
            minutes += turns[next].minutes;
        const auto words =
            next - i > 1
                ? "其他同志依次对" + name_in(source.meeting, turns[i].about) + "同志提出批评意见"
                : title_of(turns[i], source.meeting);
        table.rows.push_back({{centred(std::to_string(++number)),
                               {words},
                               centred(minutes > 0 ? std::to_string(minutes) : "")},
                              row_mm});
        i = next;
    }
    parts.emplace_back(std::move(table));
    return paper_with(title, std::move(parts));
}

Paper sign_in_paper(const PaperSource& source) {
    const auto title = titled(source, "签到表");
    auto parts = begun(title);
    add(parts, office::paragraph(Style::table_note, "时间：" + when(source.meeting) + "　　地点：" +
                                                        source.meeting.terms.place));
    PaperTable table;
    table.widths = {6, 8, 21, 12, 9, 9};
    table.header_rows = 1;
    table.points = 14;
    table.rows.push_back(heading_row({"序号", "姓名", "职务", "类别", "签到", "备注"}));
    std::size_t number = 0;
    for (const auto& one : source.meeting.participants) {
        if (one.left_on) continue;
        const auto there = presence_of(source.sitting, one.id);
        const auto remark = there.state == PresenceState::on_leave ? "请假"
                            : there.state == PresenceState::absent ? "缺席"
                            : there.arrived_at
                                ? base::to_local_text(*there.arrived_at).substr(11) + "到"
                                : std::string();
        table.rows.push_back({{centred(std::to_string(++number)),
                               centred(one.name),
                               {one.title},
                               centred(std::string(words_of(one.part))),
                               {""},
                               centred(remark)},
                              row_mm});
    }
    parts.emplace_back(std::move(table));
    return paper_with(title, std::move(parts));
}

Paper record_paper(const PaperSource& source) {
    const auto title = titled(source, "会议记录");
    auto parts = begun(title);
    add(parts, labelled("时间", when(source.meeting)));
    add(parts, labelled("地点", source.meeting.terms.place));
    add_people(parts, source);
    std::optional<TurnId> turn;
    for (const auto& one : source.entries) {
        if (one.said.turn != turn) {
            turn = one.said.turn;
            for (const auto& each : source.sitting.turns)
                if (each.id == turn && each.topic != Topic::criticism)
                    add(parts, office::paragraph(Style::level1, title_of(each, source.meeting)));
        }
        add_entry(parts, source, one);
    }
    if (source.sitting.closed_at)
        add(parts, labelled("散会", base::to_local_text(*source.sitting.closed_at)));
    for (const auto& one : source.remarks)
        add(parts,
            labelled("补记（" + base::to_local_text(one.at) + "，" + one.by + "）", one.text));
    if (!source.sitting.digest.empty()) {
        // Too long for one line with its name, which would be drawn apart to fill the line.
        add(parts, office::paragraph(Style::table_note, "记录校验值"));
        add(parts, office::paragraph(Style::table_note, source.sitting.digest));
    }
    return paper_with(title, std::move(parts));
}

Paper criticisms_paper(const PaperSource& source) {
    const auto title = titled(source, "批评意见汇总");
    auto parts = begun(title);
    std::size_t number = 0;
    for (const auto* member : life_meetings::team_of(source.meeting)) {
        bool first = true;
        for (const auto& one : source.entries) {
            if (one.said.kind != EntryKind::criticism || one.said.about != member->id) continue;
            if (first)
                add(parts, office::paragraph(Style::level1, documents::chinese(++number) + "、对" +
                                                                member->name + "同志的批评意见"));
            first = false;
            add_criticism(parts, source, one);
        }
    }
    if (number == 0) add(parts, office::paragraph(Style::body, "没有记录批评意见。"));
    return paper_with(title, std::move(parts));
}

Paper text_paper(const PaperSource& source) {
    const auto& text = source.text;
    const auto title =
        text.kind == LifeTextKind::host_script
            ? titled(source, "主持词")
            : "关于" + source.meeting.terms.title + "的" + std::string(words_of(text.kind));
    auto parts = begun(title);
    std::string_view rest = text.text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty()) add(parts, office::paragraph(style_of(line), std::string(line)));
    }
    if (text.kind != LifeTextKind::host_script && text.issued_on)
        add(parts, office::signed_by(source.meeting.unit_name, in_words(*text.issued_on),
                                     office::Seal::none));
    return paper_with(title, std::move(parts));
}

}  // namespace sittings
