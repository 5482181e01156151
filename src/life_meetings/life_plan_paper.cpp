#include "life_meetings/life_plan_paper.hpp"

#include <array>

#include "base/names.hpp"
#include "documents/paper_words.hpp"

namespace life_meetings {
namespace {

using documents::add;
using documents::centred;
using documents::chinese;
using documents::heading_row;
using documents::labelled;
using office::paragraph;
using office::Style;
using Parts = std::vector<office::PaperPart>;

constexpr std::array<std::string_view, 4> names{"plan", "request", "notice", "duties"};

std::string when(const Terms& terms) {
    const auto length = terms.length == Length::whole_day ? "一天" : "半天";
    return base::in_words(terms.held_on) + terms.begins_at + "，会期" + length;
}

/// 韩征（党组书记、局长）、周远.
std::string people(const LifeMeeting& meeting, Part part) {
    std::string all;
    for (const auto& one : meeting.participants) {
        if (one.part != part || one.left_on) continue;
        all += (all.empty() ? "" : "、") + one.name;
        if (!one.title.empty()) all += "（" + one.title + "）";
    }
    return all;
}

/// With a full stop where it has no mark at its end.
std::string sentence(std::string text) {
    for (const std::string_view mark : {"。", "？", "！", "；", "”"})
        if (text.ends_with(mark)) return text;
    return text + "。";
}

/// Headings 一、二、… with what stands under them.
class Sections {
  public:
    explicit Sections(Parts& parts) : parts_(parts) {}
    void head(const std::string& heading) {
        add(parts_, paragraph(Style::level1, chinese(++number_) + "、" + heading));
    }
    void body(std::string text) { add(parts_, paragraph(Style::body, std::move(text))); }
    void numbered(const std::vector<std::string>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            body(std::to_string(i + 1) + "." + sentence(lines[i]));
    }

  private:
    Parts& parts_;
    std::size_t number_ = 0;
};

void add_people(Parts& parts, const LifeMeeting& meeting) {
    constexpr std::array<std::string_view, 5> labels{"主持人", "参加人员", "列席人员", "到会指导",
                                                     "记录人"};
    for (const auto part :
         {Part::principal, Part::member, Part::sits_in, Part::guide, Part::recorder}) {
        const auto all = people(meeting, part);
        if (!all.empty())
            add(parts, labelled(std::string(labels[static_cast<std::size_t>(part)]), all));
    }
    if (!meeting.terms.contact_leader.empty())
        add(parts, labelled("联系领导", meeting.terms.contact_leader));
}

std::vector<std::string> steps_between(const LifeMeeting& meeting, bool before) {
    std::vector<std::string> lines;
    for (const auto& step : meeting.steps) {
        if (step.kind == StepKind::sitting || (step.days < 0) != before) continue;
        lines.push_back(step.title + "（" + base::in_words(step.due_on) + "前）");
    }
    return lines;
}

std::vector<std::string> demands_in_words(const Demands& demands) {
    const auto text = [](std::int64_t number) { return std::to_string(number); };
    std::vector<std::string> lines;
    if (demands.study_hours_min > 0)
        lines.push_back("会前集中学习和个人自学，每人不少于" + text(demands.study_hours_min) +
                        "学时");
    if (demands.criticisms_each_min > 0)
        lines.push_back("每名班子成员对其他成员提出的批评意见，每人不少于" +
                        text(demands.criticisms_each_min) + "条，从具体事情说起，点明问题");
    lines.push_back("对照检查材料和发言提纲由本人撰写，会前" + text(demands.drafts_days) +
                    "天由主要负责人审阅完毕");
    lines.push_back("会议期间一般不得请假，确有特殊原因的，须经主要负责人批准");
    lines.push_back("会后" + text(demands.report_days) + "天内报送会议情况报告");
    return lines;
}

office::PaperTable duty_table(const LifeMeeting& meeting) {
    office::PaperTable table;
    table.widths = {2, 6, 16};
    table.header_rows = 1;
    table.points = 14;
    table.rows.push_back(heading_row({"序号", "任务", "承担单位和人员"}));
    std::size_t number = 0;
    for (const auto& duty : meeting.duties)
        table.rows.push_back({{centred(std::to_string(++number)),
                               centred(std::string(words_of(duty.kind))),
                               {duty.who}}});
    return table;
}

office::PaperTable step_table(const LifeMeeting& meeting) {
    office::PaperTable table;
    table.widths = {2, 14, 8};
    table.header_rows = 1;
    table.points = 14;
    table.rows.push_back(heading_row({"序号", "步骤", "完成时限"}));
    std::size_t number = 0;
    for (const auto& step : meeting.steps)
        table.rows.push_back({{centred(std::to_string(++number)),
                               {step.title},
                               centred(base::in_words(step.due_on))}});
    return table;
}

office::Paper paper(std::string name, Parts parts) {
    office::Paper one;
    one.name = std::move(name);
    one.sections = {{office::Orientation::portrait, std::move(parts)}};
    return one;
}

Parts begun(const std::string& title) {
    Parts parts;
    add(parts, paragraph(Style::title, office::in_title_lines(title)));
    return parts;
}

void sign(Parts& parts, const LifeMeeting& meeting, base::Date today) {
    add(parts, office::signed_by(meeting.unit_name, base::in_words(today), office::Seal::none));
}

/// Behind the signature, which a table before it could leave alone on a page.
office::PaperSection duty_annex(const LifeMeeting& meeting) {
    Parts parts;
    add(parts, paragraph(Style::annex_mark, "附件"));
    add(parts, paragraph(Style::annex_title, "任务分工表"));
    parts.emplace_back(duty_table(meeting));
    return {office::Orientation::portrait, std::move(parts)};
}

office::Paper plan_paper(const LifeMeeting& meeting, base::Date today) {
    const auto& terms = meeting.terms;
    const auto name = terms.title + "方案";
    auto parts = begun(name);
    if (!terms.basis.empty())
        add(parts, paragraph(Style::body, "根据" + terms.basis + "，制定本方案。"));
    Sections sections(parts);
    sections.head("会议主题");
    sections.body(sentence(terms.theme));
    sections.head("时间和地点");
    add(parts, labelled("会议时间", when(terms)));
    for (const auto& session : terms.sessions) sections.body(sentence(session));
    add(parts, labelled("会议地点", terms.place));
    sections.head("参会人员");
    add_people(parts, meeting);
    if (!terms.focus.empty()) {
        sections.head("对照检查重点");
        sections.numbered(terms.focus);
    }
    sections.head("会前准备");
    sections.numbered(steps_between(meeting, true));
    sections.head("会议要求");
    sections.numbered(demands_in_words(meeting.demands));
    sections.head("会后工作");
    sections.numbered(steps_between(meeting, false));
    if (!meeting.duties.empty()) add(parts, office::attachment_list({"任务分工表"}));
    sign(parts, meeting, today);
    auto one = paper(name, std::move(parts));
    if (!meeting.duties.empty()) one.sections.push_back(duty_annex(meeting));
    return one;
}

office::Paper request_paper(const LifeMeeting& meeting, std::string_view office, base::Date today) {
    const auto& terms = meeting.terms;
    const auto name = "关于召开" + terms.title + "的请示";
    auto parts = begun(name);
    add(parts, paragraph(Style::addressee, std::string(office) + "："));
    const auto basis = terms.basis.empty() ? std::string() : "根据" + terms.basis + "，";
    add(parts, paragraph(Style::body, basis + "拟于" + base::in_words(terms.held_on) + "召开" +
                                          terms.title + "。现将有关事项请示如下："));
    Sections sections(parts);
    sections.head("会议主题");
    sections.body(sentence(terms.theme));
    sections.head("时间和地点");
    add(parts, labelled("会议时间", when(terms)));
    add(parts, labelled("会议地点", terms.place));
    sections.head("参会人员");
    add_people(parts, meeting);
    sections.head("会前准备");
    sections.numbered(steps_between(meeting, true));
    add(parts, paragraph(Style::body, "妥否，请批示。"));
    add(parts, office::attachment_list({terms.title + "方案"}));
    sign(parts, meeting, today);
    return paper(name, std::move(parts));
}

office::Paper notice_paper(const LifeMeeting& meeting, base::Date today) {
    const auto& terms = meeting.terms;
    const auto name = "关于召开" + terms.title + "的通知";
    auto parts = begun(name);
    add(parts, paragraph(Style::addressee, "各参会人员："));
    add(parts, paragraph(Style::body, "现将会议有关事项通知如下："));
    add(parts, labelled("会议主题", terms.theme));
    add(parts, labelled("会议时间", when(terms)));
    add(parts, labelled("会议地点", terms.place));
    add_people(parts, meeting);
    Sections sections(parts);
    sections.head("有关要求");
    sections.numbered(demands_in_words(meeting.demands));
    sign(parts, meeting, today);
    return paper(name, std::move(parts));
}

office::Paper duties_paper(const LifeMeeting& meeting) {
    const auto name = meeting.terms.title + "任务分工表";
    auto parts = begun(name);
    add(parts, paragraph(Style::table_note, "会议时间：" + when(meeting.terms)));
    parts.emplace_back(duty_table(meeting));
    add(parts, paragraph(Style::table_title, "步骤和时限"));
    parts.emplace_back(step_table(meeting));
    return paper(name, std::move(parts));
}

}  // namespace

std::optional<LifePaper> life_paper_of(std::string_view name) {
    return base::named<LifePaper>(names, name);
}

base::Result<office::Paper> paper_of(LifePaper kind, const LifeMeeting& meeting,
                                     std::string_view office, base::Date today) {
    const bool agreed = meeting.state != LifeState::planning &&
                        meeting.state != LifeState::submitted &&
                        meeting.state != LifeState::cancelled;
    switch (kind) {
        case LifePaper::plan: return plan_paper(meeting, today);
        case LifePaper::request: return request_paper(meeting, office, today);
        case LifePaper::notice:
            if (!agreed)
                return base::refuse(base::ErrorKind::illegal_transition,
                                    "life_plan_is_not_approved");
            return notice_paper(meeting, today);
        case LifePaper::duties: return duties_paper(meeting);
    }
    return plan_paper(meeting, today);
}

}  // namespace life_meetings
