#include "dossier/work_record_sheet.hpp"

#include <array>

#include "base/utf8.hpp"

namespace dossier {
namespace {

template <class Named, std::size_t count>
std::string word(const std::array<std::string_view, count>& words, Named named) {
    return std::string(words[static_cast<std::size_t>(named)]);
}

// In the order of their enumerations.
constexpr std::array<std::string_view, 8> check_items{"反馈的每个问题都有回应",
                                                      "措施有针对性、可操作",
                                                      "责任明确到单位和人",
                                                      "完成时限合理",
                                                      "文字规范、简练",
                                                      "既改具体问题，又补漏洞、举一反三",
                                                      "没有大事化小、把具体问题写空",
                                                      "有数据、有事例支撑"};
constexpr std::array<std::string_view, 3> grades{"好", "中", "差"};
constexpr std::array<std::string_view, 3> check_kinds{"现场督查", "“回头看”", "反向核查"};
constexpr std::array<std::string_view, 4> check_results{"属实", "部分属实", "虚假整改", "未整改"};
constexpr std::array<std::string_view, 3> answers{"是", "否", "不适用"};
constexpr std::array<std::string_view, 3> changes{"新建", "修订", "废止"};
constexpr std::array<std::string_view, 7> regulation_acts{
    "修改", "提交审议", "印发", "施行", "退回上一步", "废止", "不再制定"};
constexpr std::array<std::string_view, 2> levels{"整改办", "督办单位"};

std::string day_words(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : "";
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) lines.emplace_back(base::cut(text, '\n'));
    return lines;
}

/// What a section says; its table stands among the tables.
void add_section(Record& record, const drafting::DocumentSection& section) {
    RecordText text{section.heading, {}};
    RecordTable table{section.heading, {}, {}};
    for (const auto& block : section.blocks) {
        if (block.kind == drafting::BlockKind::head)
            table.columns = cells_of(block);
        else if (block.kind == drafting::BlockKind::row)
            table.rows.push_back(cells_of(block));
        else
            for (auto& line : lines_in(block.text)) text.lines.push_back(std::move(line));
    }
    if (!text.lines.empty()) record.texts.push_back(std::move(text));
    record.tables.push_back(std::move(table));
}

std::string found_at(const supervision::CheckedRow& row, const supervision::Check& check) {
    std::string text;
    if (!row.form) return text;
    for (std::size_t i = 0; i < row.form->answers.size() && i < check.terms.items.size(); ++i) {
        const auto& [answer, remark] = row.form->answers[i];
        text += check.terms.items[i] + "：" + word(answers, answer) +
                (remark.empty() ? "" : "（" + remark + "）") + "\n";
    }
    if (!row.form->asked.empty()) text += "询问：" + row.form->asked + "\n";
    if (!row.form->looked_at.empty()) text += "查看：" + row.form->looked_at + "\n";
    return text;
}

RecordTable files_of(const std::vector<ReportedRow>& rows) {
    RecordTable table{"现场照片和材料", {"序号", "名称", "说明", "字节数", "摘要"}, {}};
    for (const auto& one : rows)
        for (const auto& item : one.files)
            table.rows.push_back(
                {std::to_string(one.row.position), item.evidence.name, item.evidence.description,
                 std::to_string(item.file.bytes),
                 std::string(base::name_of(item.file.algorithm)) + " " + item.file.digest});
    return table;
}

}  // namespace

Record record_of(const IssuedPlan& one) {
    const auto& plan = one.plan;
    const auto issue = plan.issue.value_or(drafting::Issue{});
    Record record;
    record.title = plan.title;
    record.facts = {
        {"文号", issue.number},
        {"主送", issue.recipients},
        {"印发日期", base::to_text(issue.on)},
        {"修订理由", plan.reason},
        {"审议", plan.deliberation
                     ? plan.deliberation->held_by + "　" + base::to_text(plan.deliberation->held_on)
                     : ""},
        {"签字背书",
         plan.commitment ? plan.commitment->name + "　" + base::to_text(plan.commitment->on) : ""},
        {"摘要", plan.digest}};
    for (const auto& section : one.document) add_section(record, section);
    return record;
}

Record review_record(const drafting::PlanVersion& plan, const drafting::Round& round) {
    Record record;
    record.title = "整改方案联审意见";
    record.facts = {{"整改方案", plan.title},
                    {"轮次", "第 " + std::to_string(round.number) + " 轮"},
                    {"送审", round.opened_by_name + "　" + base::to_local_text(round.opened_at)},
                    {"截止日期", base::to_text(round.due_on)},
                    {"结果", round.outcome == drafting::RoundOutcome::agreed ? "通过" : "退回"}};
    RecordTable seats{"各方意见", {"代表", "单位", "结论", "评价", "意见", "签署"}, {}};
    RecordTable form{"审查内容", {"审查内容"}, {}};
    for (std::size_t item = 0; item < check_items.size(); ++item)
        form.rows.push_back({std::string(check_items[item])});
    for (const auto& seat : round.seats) {
        if (!seat.opinion) continue;
        const auto& said = *seat.opinion;
        seats.rows.push_back({std::string(words_of(seat.seat)), seat.unit_name,
                              said.verdict == drafting::Verdict::agreed ? "同意" : "退回",
                              word(grades, said.grade), said.reason,
                              said.by_name + "　" + base::to_local_text(said.at)});
        form.columns.emplace_back(words_of(seat.seat));
        for (auto& row : form.rows) row.emplace_back();
        for (const auto& check : said.checks)
            form.rows[static_cast<std::size_t>(check.item)].back() =
                (check.met ? "符合" : "不符合") + (check.remark.empty() ? "" : "：" + check.remark);
    }
    record.tables = {seats, form};
    return record;
}

Record check_record(const supervision::Check& check, const std::vector<ReportedRow>& rows) {
    std::string team, units;
    for (const auto& one : check.terms.team)
        team += (team.empty() ? "" : "、") + one.name + (one.leads ? "（组长）" : "");
    for (const auto& one : check.terms.units) units += (units.empty() ? "" : "、") + one.name;
    Record record;
    record.title = check.terms.subject + "督查报告";
    record.facts = {
        {"方式", word(check_kinds, check.terms.kind) + (check.announced ? "" : "（不打招呼）")},
        {"时间",
         base::to_text(check.terms.begins_on) + " 至 " + base::to_text(check.terms.ends_on)},
        {"督查组", team},
        {"被查单位", units},
        {"结论", check.conclusion},
        {"办结", check.concluded_by + "　" +
                     (check.concluded_at ? base::to_local_text(*check.concluded_at) : "")}};
    RecordTable table{"核查情况", {"序号", "事项", "单位", "结论", "发现的问题", "核查经过"}, {}};
    for (const auto& [row, files] : rows) {
        const auto& subject = row.subject;
        table.rows.push_back({std::to_string(row.position),
                              (subject.kind == supervision::RowKind::measure ? "措施" : "问题") +
                                  std::to_string(subject.number) + "　" + subject.text,
                              row.unit_name, row.form ? word(check_results, row.form->result) : "",
                              row.form ? row.form->finding : "", found_at(row, check)});
    }
    record.tables = {table, files_of(rows)};
    return record;
}

Record record_of(const supervision::Interview& one) {
    Record record;
    record.title = "约谈记录";
    record.facts = {{"编号", "第 " + std::to_string(one.number) + " 号"},
                    {"时间", base::to_text(one.held_on) + " " + one.begins_at},
                    {"地点", one.place},
                    {"被约谈人", one.unit_name + "　" + one.post + "　" + one.person},
                    {"约谈人", one.interviewers},
                    {"记录人", one.recorder},
                    {"事由", one.cause},
                    {"指出的问题", one.problem},
                    {"本人表态", one.answer},
                    {"整改要求", one.requirement},
                    {"完成时限", day_words(one.due_on)},
                    {"签字", one.is_signed ? "双方已签字" : "未签字：" + one.unsigned_reason},
                    {"登记", one.recorded_by + "　" + base::to_local_text(one.recorded_at)}};
    return record;
}

Record record_of(const regulations::Regulation& one) {
    Record record;
    record.title = one.terms.title;
    record.facts = {{"文号", one.document},
                    {"办理", word(changes, one.terms.change)},
                    {"原制度", one.terms.replaces},
                    {"责任单位", one.unit_name},
                    {"印发日期", day_words(one.issued_on)},
                    {"施行日期", day_words(one.effective_on)},
                    {"废止日期", day_words(one.repealed_on)}};
    RecordTable rows{"对应的问题和措施", {"对应", "内容"}, {}};
    for (const auto& row : one.terms.problems)
        rows.rows.push_back({"问题" + std::to_string(row.number), row.text});
    for (const auto& row : one.terms.measures)
        rows.rows.push_back({"措施" + std::to_string(row.number), row.text});
    RecordTable steps{"办理过程", {"日期", "办理", "文号或依据", "说明", "登记"}, {}};
    for (const auto& step : one.steps)
        steps.rows.push_back({base::to_text(step.on), word(regulation_acts, step.act),
                              step.document, step.note,
                              step.by + "　" + base::to_local_text(step.at)});
    record.tables = {rows, steps};
    return record;
}

Record record_of(const ledger::Extension& one) {
    Record record;
    record.title = "延期审批单";
    record.facts = {
        {one.row.is_problem ? "问题" : "措施",
         std::to_string(one.row_number) + "　" + one.row_text},
        {"第几次延期", std::to_string(one.nth)},
        {"原定时限", one.old_text + "　" + base::to_text(one.old_due_on)},
        {"申请延至", base::to_text(one.wanted_on)},
        {"理由", one.reason},
        {"分管领导", one.leader.name + "　" + day_words(one.leader.on)},
        {"申请", one.asked_by_name + "　" + base::to_local_text(one.asked_at)},
        {"结果", one.state == ledger::ExtensionState::approved ? "同意延期" : "不同意延期"}};
    RecordTable opinions{"审批意见", {"层级", "结论", "意见", "签署"}, {}};
    for (const auto& said : one.opinions)
        opinions.rows.push_back({word(levels, said.level), said.agreed ? "同意" : "不同意",
                                 said.note, said.by + "　" + base::to_local_text(said.at)});
    record.tables = {opinions};
    return record;
}

}  // namespace dossier
