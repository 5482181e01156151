#include "dossier/material.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::Guard;
using base::Guards;
using base::refuse;

constexpr std::array<std::string_view, stages.size()> stage_names{
    "feedback",     "publication", "special_meeting", "life_meeting", "plan",
    "concentrated", "reports",     "results",         "follow_up",    "evaluation"};
constexpr std::array<std::string_view, stages.size()> stage_words{
    "反馈",     "公开反馈", "专题会议", "民主生活会", "整改方案",
    "集中整改", "整改报告", "公开整改", "后续整改",   "成效评估"};
constexpr std::array<std::string_view, sources.size()> source_names{"files",
                                                                    "feedback",
                                                                    "receipts",
                                                                    "declarations",
                                                                    "plans",
                                                                    "special_minutes",
                                                                    "minutes",
                                                                    "notices",
                                                                    "slips",
                                                                    "handovers",
                                                                    "evidence",
                                                                    "accountability",
                                                                    "issued_plans",
                                                                    "plan_reviews",
                                                                    "check_reports",
                                                                    "interviews",
                                                                    "regulations",
                                                                    "extensions",
                                                                    "life_reports",
                                                                    "life_records",
                                                                    "progress_reports",
                                                                    "principal_reports",
                                                                    "statistics_tables",
                                                                    "cadres_tables",
                                                                    "petitions_tables",
                                                                    "internal_releases",
                                                                    "public_releases",
                                                                    "ledger",
                                                                    "chronicle",
                                                                    "journal"};
constexpr std::array<std::string_view, 3> state_names{"asked", "not_applicable", "dropped"};

struct Usual {
    std::string_view key;
    Stage stage;
    std::string_view name;
    Source source = Source::files;
    Guards guards = {};
};
// What practice asks for, by stage.
constexpr Usual usual[]{
    {"feedback_plan", Stage::feedback, "反馈会议工作方案"},
    {"feedback_document", Stage::feedback, "反馈意见", Source::feedback},
    {"feedback_receipt", Stage::feedback, "反馈意见签收单", Source::receipts},
    {"leader_statement", Stage::feedback, "主要负责人表态发言", Source::declarations},
    {"feedback_news", Stage::publication, "反馈情况新闻稿"},
    {"feedback_circular", Stage::publication, "反馈情况党内通报"},
    {"feedback_opinion", Stage::publication, "反馈公开后的舆情报告"},
    {"special_minutes", Stage::special_meeting, "动员部署会、领导小组会会议纪要",
     Source::special_minutes},
    {"special_material", Stage::special_meeting, "专题会议材料"},
    {"life_request", Stage::life_meeting, "召开专题民主生活会的请示"},
    {"life_plan", Stage::life_meeting, "专题民主生活会方案"},
    {"life_talks", Stage::life_meeting, "谈心谈话记录", Source::files, {Guard::life_meeting}},
    {"life_opinions", Stage::life_meeting, "征求意见汇总", Source::files, {Guard::life_meeting}},
    {"life_statements",
     Stage::life_meeting,
     "对照检查材料和发言提纲",
     Source::files,
     {Guard::life_meeting}},
    {"life_record",
     Stage::life_meeting,
     "专题民主生活会会议记录",
     Source::life_records,
     {Guard::life_meeting}},
    {"life_report", Stage::life_meeting, "专题民主生活会情况报告", Source::life_reports},
    {"plans", Stage::plan, "整改方案", Source::plans},
    {"plan_review", Stage::plan, "整改方案审核意见", Source::plan_reviews},
    {"issued_plans", Stage::plan, "印发的整改方案", Source::issued_plans},
    {"ledger", Stage::concentrated, "整改台账", Source::ledger},
    {"minutes", Stage::concentrated, "碰头会、联席会议、推进会会议纪要", Source::minutes},
    {"notices", Stage::concentrated, "督办文书", Source::notices},
    {"slips", Stage::concentrated, "销号单", Source::slips},
    {"evidence", Stage::concentrated, "整改佐证材料", Source::evidence},
    {"handovers", Stage::concentrated, "责任交接书", Source::handovers},
    {"extensions", Stage::concentrated, "延期审批单", Source::extensions},
    {"regulations", Stage::concentrated, "印发的制度", Source::regulations},
    {"check_reports", Stage::concentrated, "督查报告", Source::check_reports},
    {"interviews", Stage::concentrated, "约谈记录", Source::interviews, {Guard::accountability}},
    {"accountability",
     Stage::concentrated,
     "追责问责登记",
     Source::accountability,
     {Guard::accountability}},
    {"chronicle", Stage::concentrated, "整改工作大事记", Source::chronicle},
    {"journal", Stage::concentrated, "操作留痕目录", Source::journal},
    {"progress_report", Stage::reports, "集中整改进展情况报告", Source::progress_reports},
    {"principal_report", Stage::reports, "主要负责人组织落实整改情况报告",
     Source::principal_reports},
    {"statistics", Stage::reports, "整改落实情况统计表", Source::statistics_tables},
    {"clues_report", Stage::reports, "移交问题线索处置情况报告", Source::files, {Guard::clues}},
    {"cadres_table",
     Stage::reports,
     "处理干部情况汇总表",
     Source::cadres_tables,
     {Guard::accountability}},
    {"petitions_table",
     Stage::reports,
     "移交信访件处理情况汇总表",
     Source::petitions_tables,
     {Guard::clues}},
    {"withheld_report", Stage::results, "拟不公开事项的报告"},
    {"results_circular", Stage::results, "整改情况党内通报", Source::internal_releases},
    {"results_public", Stage::results, "整改情况向社会公开稿", Source::public_releases},
    {"results_opinion", Stage::results, "整改公开后的舆情报告"},
    {"follow_up_report", Stage::follow_up, "后续整改情况报告"},
    {"evaluation", Stage::evaluation, "整改成效评估结论"},
    {"satisfaction", Stage::evaluation, "群众满意度测评汇总"},
};

Line line_of(const Usual& one) {
    Line line;
    line.key = one.key;
    line.stage = one.stage;
    line.name = one.name;
    line.source = one.source;
    line.guards = one.guards;
    return line;
}

void say(Line& line, const SaidOfLine& said) {
    if (!said.name.empty()) line.name = said.name;
    line.state = said.state;
    line.reason = said.reason;
    line.by = said.by;
    line.at = said.at;
    line.version = said.version;
}

base::Error restricted() {
    return refuse(ErrorKind::forbidden, "line_is_restricted");
}

}  // namespace

std::string_view name_of(Stage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}
std::optional<Stage> stage_of(std::string_view name) {
    return base::named<Stage>(stage_names, name);
}
std::string_view words_of(Stage stage) {
    return stage_words[static_cast<std::size_t>(stage)];
}
std::string_view name_of(Source source) {
    return source_names[static_cast<std::size_t>(source)];
}
std::optional<Source> source_of(std::string_view name) {
    return base::named<Source>(source_names, name);
}
bool is_annex(Source source) {
    return source >= Source::statistics_tables && source <= Source::petitions_tables;
}
bool is_of_every_volume(Source source) {
    return source >= Source::ledger;
}
std::string_view name_of(LineState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<LineState> line_state_of(std::string_view name) {
    return base::named<LineState>(state_names, name);
}

std::vector<Line> lines_of(const std::vector<SaidOfLine>& said) {
    std::vector<Line> lines;
    for (const auto& one : usual) lines.push_back(line_of(one));
    for (const auto& one : said) {
        const auto known = std::find_if(lines.begin(), lines.end(),
                                        [&](const Line& line) { return line.key == one.key; });
        if (known != lines.end()) {
            say(*known, one);
            continue;
        }
        auto& line = lines.emplace_back();
        line.key = one.key;
        line.stage = one.stage;
        say(line, one);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.stage < b.stage; });
    return lines;
}

const Line* find_line(const std::vector<Line>& lines, std::string_view key) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.key == key; });
    return found == lines.end() ? nullptr : &*found;
}

Tally tally(const std::vector<Line>& lines, const base::Scope& scope) {
    Tally sum;
    for (const auto& line : lines) {
        if (line.state == LineState::dropped || !scope.clears(line.guards)) continue;
        ++sum.asked;
        if (line.pieces > 0)
            ++sum.filled;
        else if (line.state == LineState::not_applicable)
            ++sum.not_applicable;
        else
            sum.missing.push_back(line.name);
    }
    return sum;
}

std::optional<base::Error> why_not_see(const base::Actor& actor, bool covered) {
    if (actor.may(base::Act::read_ledger) && covered) return std::nullopt;
    return refuse(ErrorKind::forbidden, "dossier_is_seen_as_a_whole");
}

std::optional<base::Error> why_not_keep(const base::Actor& actor, bool covered) {
    if (auto no = why_not_see(actor, covered)) return no;
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_keeps_the_dossier");
    return std::nullopt;
}

base::Result<SaidOfLine> change(const Line& before, const LineChange& change,
                                const base::Actor& actor, base::Instant now) {
    if (!actor.scope.clears(before.guards)) return restricted();
    SaidOfLine after{before.key, before.stage, before.name, before.state,
                     {},         actor.name,   now,         before.version + 1};
    if (change.name) after.name = *change.name;
    if (change.state) after.state = *change.state;
    if (after.state == LineState::not_applicable && before.pieces > 0)
        return refuse(ErrorKind::illegal_transition, "line_is_filled", "state");
    if (after.name.empty()) return refuse(ErrorKind::invalid, "line_needs_a_name", "name");
    if (after.state == LineState::asked) return after;
    after.reason = change.reason;
    if (const auto no = base::why_too_short(after.reason, "reason_too_short", "reason")) return *no;
    return after;
}

base::Result<void> check(const FileClaim& claim, const Line& line, const base::Actor& actor,
                         base::Date today) {
    if (!actor.scope.clears(line.guards)) return restricted();
    if (line.state != LineState::asked)
        return refuse(ErrorKind::illegal_transition, "line_is_not_asked");
    std::vector<base::Error> faults;
    const auto hold_to = [&](std::string_view field, std::string_view text, std::size_t max) {
        if (auto fault = base::why_too_long(text, field, max)) faults.push_back(std::move(*fault));
    };
    if (claim.file_name.empty())
        faults.push_back(refuse(ErrorKind::invalid, "file_missing", "name"));
    if (claim.title.empty()) faults.push_back(refuse(ErrorKind::invalid, "title_missing", "title"));
    hold_to("title", claim.title, name_chars_max);
    hold_to("responsible", claim.responsible, name_chars_max);
    hold_to("document", claim.document, document_chars_max);
    hold_to("remark", claim.remark, remark_chars_max);
    if (claim.dated_on && *claim.dated_on > today)
        faults.push_back(refuse(
            ErrorKind::invalid, "document_date_in_the_future", "dated_on",
            {{"value", base::to_text(*claim.dated_on)}, {"accepted", base::to_text(today)}}));
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

}  // namespace dossier
