#include "opinions/opinion_report_paper.hpp"

#include "documents/paper_words.hpp"

namespace opinions {
namespace {

using documents::add;
using documents::centred;
using documents::heading_row;
using office::Style;
using Parts = std::vector<office::PaperPart>;

std::string n(std::int64_t number) {
    return std::to_string(number);
}

std::string name_in(const LifeMeeting& meeting, const std::optional<ParticipantId>& about) {
    if (!about) return "领导班子";
    const auto* found = life_meetings::find_participant(meeting, *about);
    return found == nullptr ? std::string() : found->name;
}

/// Sheets and opinions of those for which `wanted` says yes.
template <class Wanted>
std::pair<std::int64_t, std::int64_t> sum(const OpinionReport& report, Wanted wanted) {
    std::pair<std::int64_t, std::int64_t> all{0, 0};
    for (const auto& one : report.sheets)
        if (wanted(one)) {
            all.first += one.sheets;
            all.second += one.opinions;
        }
    return all;
}

std::int64_t handed_out(const OpinionReport& report) {
    std::int64_t all = 0;
    for (const auto& one : report.collection.terms.channels) all += one.handed_out;
    return all;
}

std::string list_of_channels(const OpinionReport& report) {
    std::string words;
    for (const auto& one : report.collection.terms.channels)
        words += (words.empty() ? "" : "、") + std::string(words_of(one.channel));
    return words;
}

std::string list_of_voices(const OpinionReport& report) {
    std::string words;
    for (const auto one : report.collection.terms.voices)
        words += (words.empty() ? "" : "、") + std::string(words_of(one));
    return words;
}

std::string first_words(const OpinionReport& report) {
    const auto [sheets, opinions] = sum(report, [](const ChannelCount&) { return true; });
    auto words = report.meeting.unit_name + "围绕“" + report.meeting.terms.theme + "”，通过" +
                 list_of_channels(report) + "等方式，面向" + list_of_voices(report) +
                 "征求对领导班子和班子成员的意见建议，" +
                 base::in_words(report.collection.terms.finish_on) + "前完成。";
    const auto out = handed_out(report);
    if (sheets == 0)
        return words + "截至" + base::in_words(report.today) +
               (out > 0 ? "，发放" + n(out) + "份" : std::string()) +
               "，没有人交回意见，没有收集到任何意见建议。";
    words += out > 0 ? "共发放" + n(out) + "份，收回" : std::string("共收回");
    words += n(sheets) + "份";
    if (report.blank_sheets > 0) words += "，其中" + n(report.blank_sheets) + "份没有意见";
    if (opinions == 0) return words + "；没有收集到意见建议。";
    return words + "；收集到意见建议" + n(opinions) + "条，其中对领导班子" + n(report.of_team) +
           "条，对班子成员个人" + n(report.of_persons) + "条。";
}

office::PaperTable channel_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {8, 4, 4, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"征求方式", "发放（份）", "收回（份）", "意见（条）"}));
    for (const auto& [channel, out] : report.collection.terms.channels) {
        const auto [sheets, opinions] =
            sum(report, [&](const ChannelCount& one) { return one.channel == channel; });
        table.rows.push_back({{{std::string(words_of(channel))},
                               centred(out > 0 ? n(out) : "—"),
                               centred(n(sheets)),
                               centred(n(opinions))}});
    }
    return table;
}

office::PaperTable voice_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {12, 4, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"征求对象", "收回（份）", "意见（条）"}));
    for (const auto voice : report.collection.terms.voices) {
        const auto [sheets, opinions] =
            sum(report, [&](const ChannelCount& one) { return one.voice == voice; });
        table.rows.push_back(
            {{{std::string(words_of(voice))}, centred(n(sheets)), centred(n(opinions))}});
    }
    return table;
}

std::vector<const Opinion*> about(const OpinionReport& report,
                                  const std::optional<ParticipantId>& whom) {
    std::vector<const Opinion*> found;
    for (const auto& one : report.opinions)
        if (one.line.about == whom) found.push_back(&one);
    return found;
}

void add_words(Parts& parts, const std::vector<const Opinion*>& opinions) {
    std::size_t number = 0;
    for (const auto* one : opinions)
        add(parts, office::paragraph(
                       Style::body, n(static_cast<std::int64_t>(++number)) + "." + one->line.text));
}

void add_team(Parts& parts, const OpinionReport& report) {
    add(parts, office::paragraph(Style::level1, "三、对领导班子的意见建议"));
    if (report.of_team == 0)
        add(parts, office::paragraph(Style::body, "没有收集到对领导班子的意见建议。"));
    else if (!report.words)
        add(parts, office::paragraph(Style::body,
                                     "共" + n(report.of_team) + "条，原话按规定反馈班子成员。"));
    else
        add_words(parts, about(report, std::nullopt));
}

office::PaperTable person_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {6, 10, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"姓名", "职务", "意见（条）"}));
    for (const auto* one : life_meetings::team_of(report.meeting)) {
        std::int64_t count = 0;
        for (const auto& each : report.about)
            if (each.about == one->id) count = each.opinions;
        table.rows.push_back({{centred(one->name), {one->title}, centred(n(count))}});
    }
    return table;
}

void add_persons(Parts& parts, const OpinionReport& report) {
    add(parts, office::paragraph(Style::level1, "四、对班子成员个人的意见建议"));
    add(parts,
        office::paragraph(Style::body, "对班子成员个人的意见建议共" + n(report.of_persons) +
                                           "条，已（将）按原话逐一反馈本人，在此只列条数。"));
    if (report.by_person) parts.emplace_back(person_table(report));
}

office::Paper paper_of(std::string name, Parts parts,
                       office::Orientation orientation = office::Orientation::portrait) {
    office::Paper paper;
    paper.name = std::move(name);
    paper.sections = {{orientation, std::move(parts)}};
    return paper;
}

office::PaperTable words_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {2, 4, 24};
    table.header_rows = 1;
    table.points = 10.5;
    table.rows.push_back(heading_row({"序号", "对谁提的", "意见原文"}));
    std::vector<std::optional<ParticipantId>> whom{std::nullopt};
    for (const auto& one : report.meeting.participants) whom.emplace_back(one.id);
    std::int64_t number = 0;
    for (const auto& who : whom)
        for (const auto* one : about(report, who))
            table.rows.push_back(
                {{centred(n(++number)), centred(name_in(report.meeting, who)), {one->line.text}}});
    return table;
}

std::string claimants_of(const OpinionReport& report, const Gathered& one) {
    std::string words;
    for (const auto& claim : one.claims)
        words +=
            (words.empty() ? "" : "\n") + name_in(report.meeting, claim.participant) +
            (claim.claimed_at ? "（" + base::in_words(base::date_of(*claim.claimed_at)) + "认领）"
                              : std::string("（待认领）"));
    return words;
}

office::PaperTable problems_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {2, 15, 5, 4, 6};
    table.header_rows = 1;
    table.points = 10.5;
    table.rows.push_back(heading_row({"序号", "问题", "来源", "涉及", "认领人"}));
    for (const auto& row : report.gathered)
        table.rows.push_back({{centred(n(row.gathered.number)),
                               {row.gathered.text},
                               centred(std::string(words_of(row.gathered.source))),
                               centred(name_in(report.meeting, row.gathered.about)),
                               {claimants_of(report, row.gathered)}}});
    return table;
}

office::PaperTable persons_table(const OpinionReport& report) {
    office::PaperTable table;
    table.widths = {5, 4, 4, 19};
    table.header_rows = 1;
    table.points = 10.5;
    table.rows.push_back(heading_row({"姓名", "分给（个）", "已认领（个）", "问题序号"}));
    for (const auto* person : life_meetings::team_of(report.meeting)) {
        std::int64_t given = 0, claimed = 0;
        std::string numbers;
        for (const auto& row : report.gathered)
            for (const auto& claim : row.gathered.claims) {
                if (claim.participant != person->id) continue;
                ++given;
                if (claim.claimed_at) ++claimed;
                numbers += (numbers.empty() ? "" : "、") + n(row.gathered.number);
            }
        if (given > 0)
            table.rows.push_back(
                {{centred(person->name), centred(n(given)), centred(n(claimed)), {numbers}}});
    }
    return table;
}

}  // namespace

office::Paper opinion_report_paper(const OpinionReport& report) {
    const auto title = report.meeting.terms.title + "征求意见情况报告";
    Parts parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::level1, "一、基本情况"));
    add(parts, office::paragraph(Style::body, first_words(report)));
    add(parts, office::paragraph(Style::level1, "二、征求方式和征求对象"));
    parts.emplace_back(channel_table(report));
    add(parts, office::paragraph(Style::table_note, "按征求对象统计："));
    parts.emplace_back(voice_table(report));
    add_team(parts, report);
    add_persons(parts, report);
    const auto own = report.own ? about(report, report.own) : std::vector<const Opinion*>();
    if (!own.empty()) {
        add(parts,
            office::paragraph(Style::level2, "（一）对" + name_in(report.meeting, report.own) +
                                                 "同志的意见建议（仅供本人阅看）"));
        add_words(parts, own);
    }
    add(parts, office::signed_by(report.meeting.unit_name, base::in_words(report.today),
                                 office::Seal::none));
    return paper_of(title, std::move(parts));
}

office::Paper opinion_summary_paper(const OpinionReport& report) {
    const auto title = report.meeting.terms.title + "征求意见汇总表";
    Parts parts;
    add(parts, office::paragraph(Style::table_title, title));
    add(parts,
        office::paragraph(Style::table_note, "截至" + base::in_words(report.today) +
                                                 "。意见照录原话，只列本表使用人有权阅看的内容。"));
    if (report.opinions.empty())
        add(parts, office::paragraph(Style::body, "没有可以列出的意见建议。"));
    else
        parts.emplace_back(words_table(report));
    if (!report.gathered.empty()) {
        add(parts, office::paragraph(Style::table_title, "问题清单（按问题）"));
        parts.emplace_back(problems_table(report));
        add(parts, office::paragraph(Style::table_title, "认领情况（按人）"));
        parts.emplace_back(persons_table(report));
    }
    return paper_of(title, std::move(parts), office::Orientation::landscape);
}

office::Paper opinion_feedback_paper(const OpinionReport& report,
                                     const life_meetings::Participant& person) {
    const auto title = "征求意见反馈单";
    Parts parts;
    add(parts, office::paragraph(Style::title, title));
    add(parts, office::paragraph(Style::subtitle, "（" + report.meeting.terms.title + "）"));
    add(parts, office::paragraph(Style::addressee, person.name + "同志："));
    add(parts, office::paragraph(Style::body, "现将征求到的意见建议按原话反馈给您，请对照检查。"));
    add(parts, office::paragraph(Style::level1, "一、对领导班子的意见建议"));
    const auto team = about(report, std::nullopt), own = about(report, person.id);
    if (team.empty()) add(parts, office::paragraph(Style::body, "没有。"));
    add_words(parts, team);
    add(parts, office::paragraph(Style::level1, "二、对您个人的意见建议"));
    if (own.empty()) add(parts, office::paragraph(Style::body, "没有。"));
    add_words(parts, own);
    add(parts, office::paragraph(Style::form_line,
                                 "签收人：　　　　　　　　签收时间：　　　　年　　月　　日"));
    return paper_of(report.meeting.terms.title + title + "（" + person.name + "）",
                    std::move(parts));
}

}  // namespace opinions
