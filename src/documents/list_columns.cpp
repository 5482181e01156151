#include "documents/list_columns.hpp"

#include "documents/paper_words.hpp"
#include "ledger/notice.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using ledger::HolderRole;
using Rows = ListForm::Rows;

template <class Map, class Id>
const typename Map::mapped_type& found_in(const Map& map, const Id& id) {
    static const typename Map::mapped_type none;
    const auto found = map.find(id);
    return found == map.end() ? none : found->second;
}

std::string number(const Line& line) {
    return std::to_string(line.problem.problem.number);
}
std::string area(const Line& line) {
    return line.problem.area.printed_number + line.problem.area.heading;
}
std::string problem_text(const Line& line) {
    return text_of(line.problem.problem);
}
std::string manifestations(const Line& line) {
    std::string lines;
    for (const auto& one : line.facts().manifestations)
        lines += (lines.empty() ? "" : "\n") + one.printed_number + one.text;
    return lines;
}
std::string goal(const Line& line) {
    return line.facts().goal;
}
std::string measure_number(const Line& line) {
    return line.measure == nullptr ? "" : std::to_string(line.measure->measure.number);
}
std::string measure_text(const Line& line) {
    return line.measure == nullptr ? "" : line.measure->measure.text;
}
std::string due_day(const Line& line) {
    const auto due = line.due_on();
    return due ? base::to_text(*due) : line.deadline().text;
}
std::string deadline_words(const Line& line) {
    return line.deadline().text;
}
std::string deadline_kind(const Line& line) {
    return line.deadline().empty() ? "" : std::string(ledger::words_of(line.deadline().kind));
}
std::string holders(const Line& line) {
    return holders_in_lines(line.holders());
}
template <HolderRole role>
std::string held_by(const Line& line) {
    return names_in(line.holders(), role);
}
std::string unit(const Line& line) {
    return ledger::unit_label(line.holders());
}
std::string persons(const Line& line) {
    return ledger::responsible_in(line.holders());
}
std::string progress(const Line& line) {
    return line.measure == nullptr ? "" : line.measure->measure.last_entry;
}
bool is_over(const Line& line) {
    return line.measure == nullptr
               ? line.problem.problem.status == ledger::ProblemStatus::struck_off
               : is_finished(*line.measure);
}
std::string days_left(const Line& line) {
    const auto due = line.due_on();
    if (!due || is_over(line)) return "";
    const auto left = base::days_between(line.source.today, *due);
    return left < 0 ? "超期" + std::to_string(-left) + "天" : std::to_string(left) + "天";
}
std::string days_given(const Line& line) {
    const auto due = line.due_on();
    if (!due || !line.source.feedback_on || *due < *line.source.feedback_on) return "";
    return std::to_string(base::days_between(*line.source.feedback_on, *due));
}
std::string status(const Line& line) {
    if (line.measure == nullptr) return std::string(reports::words_of(line.problem.problem.status));
    std::string words(reports::words_of(line.measure->measure.status));
    if (is_overdue(*line.measure, line.source.today)) {
        const auto due = *line.measure->measure.due_on;
        words += "\n超期" + std::to_string(base::days_between(due, line.source.today)) + "天";
    }
    return words;
}
std::string problem_status(const Line& line) {
    return std::string(reports::words_of(line.problem.problem.status));
}
std::string claimed(const Line& line) {
    return line.problem.problem.status == ledger::ProblemStatus::unclaimed ? "待认领" : "已认领";
}
std::string results(const Line& line) {
    return reports::results_in_words(line.measure_facts().results);
}
std::string money(const Line& line) {
    std::int64_t yuan = 0;
    for (const auto& one : line.measure_facts().results)
        if (one.kind == ledger::ResultKind::recovered_yuan) yuan += one.quantity;
    return yuan == 0 ? "" : std::to_string(yuan);
}
std::string evidence(const Line& line) {
    return line.measure_facts().evidence_note;
}
const std::vector<std::string>& files_of(const Line& line) {
    return found_in(line.source.files, line.measure == nullptr ? line.problem.problem.id.text()
                                                               : line.measure->measure.id.text());
}
std::string files(const Line& line) {
    std::string lines;
    for (const auto& name : files_of(line)) lines += (lines.empty() ? "" : "\n") + name;
    return lines;
}
std::string files_counted(const Line& line) {
    return std::to_string(files_of(line).size());
}
std::string document(const Line& line) {
    return found_in(line.source.documents, line.problem.problem.id);
}
std::string measures_counted(const Line& line) {
    return std::to_string(line.problem.tally.total);
}
std::string measures_finished(const Line& line) {
    return std::to_string(line.problem.tally.done + line.problem.tally.long_term);
}
const ledger::StrikeOff* slip_of(const Line& line) {
    const auto& slip = line.facts().strike_off;
    const bool over = line.problem.problem.status == ledger::ProblemStatus::struck_off;
    return over && slip ? &*slip : nullptr;
}
std::string slip_number(const Line& line) {
    const auto* slip = slip_of(line);
    return slip == nullptr ? "" : "第" + std::to_string(slip->slip_number) + "号";
}
std::string slip_day(const Line& line) {
    const auto* slip = slip_of(line);
    return slip == nullptr ? "" : base::to_text(base::date_of(slip->at));
}
std::string slip_by(const Line& line) {
    const auto* slip = slip_of(line);
    return slip == nullptr ? "" : slip->by;
}
std::string nothing(const Line&) {
    return "";
}
bool is_immediate(const Line& line) {
    return line.deadline().kind == ledger::DeadlineKind::immediate;
}

ListForm ledger_form() {
    return {{{"序号", 5, true, true, number},
             {"反馈问题", 13, true, false, problem_text},
             {"整改目标", 8, true, false, goal},
             {"整改措施", 18, false, false, measure_text},
             {"相关责任", 17, false, false, holders},
             {"时间节点", 11, false, true, due_day},
             {"工作进展", 14, false, false, progress},
             {"完成情况", 8, false, true, status},
             {"销号情况", 8, true, true, problem_status}}};
}

ListForm problem_form() {
    return {{{"序号", 5, true, true, number},
             {"方面", 14, true, false, area},
             {"反馈问题（原文）", 26, true, false, problem_text},
             {"具体表现", 20, true, false, manifestations},
             {"来源文书", 12, true, true, document},
             {"整改期限", 11, true, true, due_day},
             {"当前状态", 8, true, true, problem_status}},
            Rows::problems};
}

ListForm task_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 16, true, false, problem_text},
             {"任务序号", 5, false, true, measure_number},
             {"整改任务（措施）", 28, false, false, measure_text},
             {"标准（整改目标）", 14, true, false, goal},
             {"完成时限", 11, false, true, due_day},
             {"时限类型", 8, false, true, deadline_kind},
             {"完成情况", 8, false, true, status}}};
}

ListForm responsibility_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 16, true, false, problem_text},
             {"整改措施", 20, false, false, measure_text},
             {"牵头领导", 8, false, true, held_by<HolderRole::lead_leader>},
             {"责任领导", 8, false, true, held_by<HolderRole::responsible_leader>},
             {"牵头单位", 9, false, true, held_by<HolderRole::lead_unit>},
             {"责任单位", 9, false, true, held_by<HolderRole::responsible_unit>},
             {"配合单位", 9, false, true, held_by<HolderRole::cooperating_unit>},
             {"经办人", 7, false, true, held_by<HolderRole::handler>}}};
}

ListForm results_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 16, true, false, problem_text},
             {"整改措施", 20, false, false, measure_text},
             {"完成情况", 8, false, true, status},
             {"整改成效", 20, false, false, progress},
             {"量化成效", 11, false, false, results},
             {"佐证材料", 12, false, false, evidence},
             {"销号情况", 8, true, true, problem_status}}};
}

ListForm rectification_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 18, true, false, problem_text},
             {"整改目标", 12, true, false, goal},
             {"整改措施", 24, false, false, measure_text},
             {"责任单位", 11, false, true, unit},
             {"完成时限", 13, false, true, due_day},
             {"工作进展", 18, false, false, progress},
             {"完成情况", 8, false, true, status}}};
}

ListForm deadline_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 16, true, false, problem_text},
             {"措施序号", 5, false, true, measure_number},
             {"整改措施", 24, false, false, measure_text},
             {"时限类型", 8, false, true, deadline_kind},
             {"方案所列时限", 13, false, true, deadline_words},
             {"到期日", 13, false, true, due_day},
             {"剩余天数", 8, false, true, days_left},
             {"责任单位", 10, false, true, unit},
             {"完成情况", 8, false, true, status}}};
}

ListForm immediate_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 20, true, false, problem_text},
             {"立行立改事项（措施）", 26, false, false, measure_text},
             {"要求完成日", 13, false, true, due_day},
             {"责任单位", 11, false, true, unit},
             {"责任人", 11, false, true, persons},
             {"办理情况", 20, false, false, progress},
             {"完成情况", 8, false, true, status}},
            Rows::measures,
            is_immediate};
}

ListForm feedback_form() {
    return {{{"序号", 5, true, true, number},
             {"来源文书", 14, true, true, document},
             {"方面", 14, true, false, area},
             {"反馈问题（原文）", 28, true, false, problem_text},
             {"具体表现", 26, true, false, manifestations},
             {"责任单位", 11, true, true, unit},
             {"认领情况", 8, true, true, claimed}},
            Rows::problems};
}

ListForm reconciliation_form() {
    return {{{"序号", 5, true, true, number},
             {"反馈问题", 30, true, false, problem_text},
             {"责任单位", 11, true, true, unit},
             {"措施条数", 6, true, true, measures_counted},
             {"完成条数", 6, true, true, measures_finished},
             {"当前状态", 8, true, true, problem_status},
             {"销号单号", 8, true, true, slip_number},
             {"销号日期", 11, true, true, slip_day},
             {"审核人", 8, true, true, slip_by},
             {"核对", 7, true, true, nothing}},
            Rows::problems};
}

ListForm archive_form() {
    return {{{"问题序号", 5, true, true, number},
             {"反馈问题", 18, true, false, problem_text},
             {"整改措施", 24, false, false, measure_text},
             {"佐证材料（文件）", 26, false, false, files},
             {"件数", 5, false, true, files_counted},
             {"纸质材料及存放", 16, false, false, evidence},
             {"完成情况", 8, false, true, status}}};
}

ListForm order_form() {
    return {{{"序号", 4, true, true, number},
             {"责任单位", 8, false, true, unit},
             {"问题类别", 9, true, false, area},
             {"存在问题", 14, true, false, problem_text},
             {"整改措施", 16, false, false, measure_text},
             {"整改要求", 8, true, false, goal},
             {"完成期限", 8, false, true, due_day},
             {"期限（天数）", 5, false, true, days_given},
             {"责任人", 7, false, true, persons},
             {"资金（元）", 6, false, true, money},
             {"整改情况", 10, false, false, progress},
             {"完成情况", 6, false, true, status},
             {"复查时间", 7, false, true, nothing},
             {"复查人", 5, false, true, nothing}},
            Rows::measures,
            nullptr,
            "请按照上述要求逐条整改，按期报送整改情况和佐证材料。期限（天数）自反馈之日起计算；复查"
            "时间和复查人在复查时填写。",
            {"签发人（签字）：", "接收单位负责人（签字）：", "接收日期：　　　　年　　月　　日"}};
}

}  // namespace

const reports::ProblemFacts& Line::facts() const {
    return found_in(source.rows.problem_facts, problem.problem.id);
}
const reports::MeasureFacts& Line::measure_facts() const {
    static const reports::MeasureFacts none;
    return measure == nullptr ? none : found_in(source.rows.measure_facts, measure->measure.id);
}
const ledger::Responsibility& Line::holders() const {
    return measure == nullptr ? problem.problem.responsibility : measure->responsibility;
}
const ledger::Deadline& Line::deadline() const {
    return measure == nullptr ? problem.problem.deadline : measure->deadline;
}
std::optional<base::Date> Line::due_on() const {
    return measure == nullptr ? problem.problem.due_on : measure->measure.due_on;
}

const ListForm& form_of(DocumentKind kind) {
    static const std::map<DocumentKind, ListForm> forms{
        {DocumentKind::ledger_table, ledger_form()},
        {DocumentKind::problem_list, problem_form()},
        {DocumentKind::task_list, task_form()},
        {DocumentKind::responsibility_list, responsibility_form()},
        {DocumentKind::results_list, results_form()},
        {DocumentKind::rectification_list, rectification_form()},
        {DocumentKind::deadline_list, deadline_form()},
        {DocumentKind::immediate_list, immediate_form()},
        {DocumentKind::feedback_list, feedback_form()},
        {DocumentKind::reconciliation_list, reconciliation_form()},
        {DocumentKind::archive_list, archive_form()},
        {DocumentKind::rectification_order, order_form()}};
    return forms.at(kind);
}

}  // namespace documents
