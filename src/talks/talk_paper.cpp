#include "talks/talk_paper.hpp"

#include <algorithm>
#include <map>

#include "documents/paper_words.hpp"

namespace talks {
namespace {

using documents::add;
using documents::centred;
using documents::FormRow;
using documents::heading_row;
using documents::in_words;
using office::Style;

constexpr std::string_view record_title = "谈心谈话记录表";
constexpr std::array<std::string_view, std::size(pair_states)> marks{"谈", "签", "约", "未", "逾"};
constexpr std::string_view legend =
    "谈：已谈并由双方签字；签：已谈，待签字；约：已约定时间；未：未谈；逾：逾期未谈；空格：不作要求"
    "。";

std::string named(const TalkPerson& person) {
    return person.title.empty() ? person.name : person.name + "（" + person.title + "）";
}

std::string in_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) text += "\n";
        text += (lines.size() > 1 ? std::to_string(i + 1) + "." : "") + lines[i];
    }
    return text;
}

std::string signature_of(const TalkSide& side) {
    if (!side.signature) return "";
    const auto& one = *side.signature;
    return one.name + "\n" + in_words(one.signed_on) + (one.on_paper ? "（纸质签字）" : "");
}

/// Labels stand in this order whether there is anything behind them or not.
office::PaperTable form_with(const std::vector<FormRow>& head, const TalkRecord& record,
                             const std::pair<std::string, std::string>& signatures,
                             double height_mm = 13) {
    auto rows = head;
    rows.push_back({{"谈话主题", record.theme}});
    rows.push_back({{"查摆自身问题", record.own}});
    rows.push_back({{"指出对方问题", in_lines(record.others)}});
    rows.push_back({{"工作方面", record.work}});
    rows.push_back({{"思想方面", record.thought}});
    rows.push_back({{"意见建议", record.suggestions}});
    rows.push_back({{"承诺事项", record.commitments}});
    rows.push_back({{"后续跟进", record.follow_up}});
    rows.push_back({{"谈话人签字", signatures.first}, {"对象签字", signatures.second}});
    return documents::form_of(rows, height_mm);
}

std::string time_of(const Appointment& one) {
    return one.held_on ? in_words(*one.held_on) + one.begins_at : "";
}

std::vector<FormRow> head_of(const TalkView& view) {
    const auto& talk = view.talk;
    return {{{"谈话人", named(view.place.person(Side::member))},
             {"谈话对象", named(view.place.person(Side::other))}},
            {{"谈话类别", std::string(words_of(talk.kind))},
             {"谈话方式", std::string(words_of(talk.appointment.form))}},
            {{"时间", time_of(talk.appointment)}, {"地点", talk.appointment.place}}};
}

office::PaperTable kinds_of(const TalkMatrix& matrix) {
    office::PaperTable table;
    table.widths = {8, 4, 3, 3, 3, 3, 3, 5};
    table.header_rows = 1;
    table.rows.push_back(
        heading_row({"类别", "应谈", "已谈", "待签字", "已约", "未谈", "逾期未谈", "完成时限"}));
    const auto line = [&](std::string label, const PairTally& tally, std::string due) {
        office::PaperRow row{{{std::move(label)}, centred(std::to_string(tally.required()))}};
        for (const auto state : pair_states)
            row.cells.push_back(centred(std::to_string(tally.count(state))));
        row.cells.push_back(centred(std::move(due)));
        table.rows.push_back(std::move(row));
    };
    for (const auto& one : matrix.kinds)
        line(std::string(words_of(one.rule.kind)), one.tally, base::to_text(one.rule.due_on));
    line("合计", matrix.tally, "");
    return table;
}

/// Columns are the team; rows everybody.
office::PaperTable grid_of(const TalkMatrix& matrix) {
    std::vector<std::size_t> team;
    for (std::size_t i = 0; i < matrix.people.size(); ++i)
        if (!matrix.people[i].kind) team.push_back(i);
    std::map<std::pair<std::size_t, std::size_t>, std::string_view> cells;
    for (const auto& cell : matrix.cells) {
        const auto mark = marks[static_cast<std::size_t>(cell.state)];
        cells[{cell.member, cell.other}] = mark;
        cells[{cell.other, cell.member}] = mark;
    }
    office::PaperTable table;
    table.points = 10.5;
    table.header_rows = 1;
    table.widths = {12};
    std::vector<std::string> headings{"姓名（职务）"};
    for (const auto at : team) {
        headings.push_back(matrix.people[at].name);
        table.widths.push_back(3);
    }
    headings.insert(headings.end(), {"应谈", "已谈"});
    table.widths.insert(table.widths.end(), {3, 3});
    table.rows.push_back(heading_row(headings));
    for (std::size_t i = 0; i < matrix.people.size(); ++i) {
        const auto& one = matrix.people[i];
        const auto title = one.title.empty() ? "" : "（" + one.title + "）";
        office::PaperRow row{{{one.name + title + (one.has_left ? "（已调离）" : "")}}};
        for (const auto at : team) {
            const auto found = cells.find({i, at});
            row.cells.push_back(
                centred(at == i ? "—" : std::string(found == cells.end() ? "" : found->second)));
        }
        row.cells.push_back(centred(std::to_string(one.tally.required())));
        row.cells.push_back(centred(std::to_string(one.tally.count(PairState::done))));
        table.rows.push_back(std::move(row));
    }
    return table;
}

office::PaperTable open_of(const TalkMatrix& matrix) {
    std::vector<const MatrixCell*> open;
    for (const auto& cell : matrix.cells)
        if (cell.required && cell.state != PairState::done) open.push_back(&cell);
    std::stable_sort(open.begin(), open.end(), [](const MatrixCell* a, const MatrixCell* b) {
        return a->due_on < b->due_on;
    });
    office::PaperTable table;
    table.widths = {2, 4, 7, 4, 8, 4, 4};
    table.header_rows = 1;
    table.rows.push_back(
        heading_row({"序号", "完成时限", "类别", "谈话人", "谈话对象", "状态", "约定日期"}));
    for (const auto* cell : open) {
        const auto& other = matrix.people[cell->other];
        const auto title = other.title.empty() ? "" : "（" + other.title + "）";
        table.rows.push_back({{centred(std::to_string(table.rows.size())),
                               centred(base::to_text(*cell->due_on)),
                               {std::string(words_of(cell->kind))},
                               centred(matrix.people[cell->member].name),
                               {other.name + title},
                               centred(std::string(words_of(cell->state))),
                               centred(cell->held_on ? base::to_text(*cell->held_on) : "")}});
    }
    return table;
}

}  // namespace

office::Paper blank_record_paper(std::string_view meeting_title) {
    constexpr double height_for_handwriting_mm = 14;
    return documents::form_paper(std::string(record_title), std::string(meeting_title),
                                 form_with({{{"谈话人", ""}, {"谈话对象", ""}},
                                            {{"谈话类别", ""}, {"谈话方式", ""}},
                                            {{"时间", ""}, {"地点", ""}}},
                                           {}, {}, height_for_handwriting_mm));
}

office::Paper record_paper(const TalkView& view) {
    const std::pair signatures{signature_of(view.talk.side(Side::member)),
                               signature_of(view.talk.side(Side::other))};
    office::Paper paper;
    paper.name = std::string(record_title) + "（" + names_of(view.place) + "）";
    for (const auto side : sides) {
        const auto& record = view.records[static_cast<std::size_t>(side)];
        if (!record) continue;
        auto form =
            documents::form_paper(std::string(record_title),
                                  view.meeting_title + "　记录人：" + view.place.person(side).name,
                                  form_with(head_of(view), *record, signatures));
        paper.sections.push_back(std::move(form.sections.front()));
    }
    if (paper.sections.empty())
        paper.sections = documents::form_paper(std::string(record_title), view.meeting_title,
                                               form_with(head_of(view), {}, signatures))
                             .sections;
    return paper;
}

office::Paper matrix_paper(const MatrixPaperSource& source) {
    const std::string title = "谈心谈话情况表";
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, title));
    add(parts, office::paragraph(Style::table_note, std::string(source.meeting_title) + "　" +
                                                        in_words(source.today)));
    add(parts, office::paragraph(Style::table_title, "分类统计"));
    parts.emplace_back(kinds_of(source.matrix));
    add(parts, office::paragraph(Style::table_title, "谈话对照表"));
    add(parts, office::paragraph(Style::table_note, std::string(legend)));
    parts.emplace_back(grid_of(source.matrix));
    if (source.matrix.tally.open() > 0) {
        add(parts, office::paragraph(Style::table_title, "尚未完成的谈话"));
        parts.emplace_back(open_of(source.matrix));
    }
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::landscape, std::move(parts)}};
    return paper;
}

}  // namespace talks
