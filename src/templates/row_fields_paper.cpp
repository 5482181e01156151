#include "templates/row_fields_paper.hpp"

#include <algorithm>

#include "documents/report_paper.hpp"
#include "reports/ledger_sheet.hpp"
#include "templates/field_columns_paper.hpp"

namespace templates {
namespace {

using documents::ListSource;
using ledger::HolderRole;
using office::FieldSort;
using office::FieldValue;
using office::Record;
using office::Several;
using MeasureRows = std::vector<const ledger::MeasureRow*>;
using UnderProblems = std::map<ledger::ProblemId, MeasureRows>;

struct ProblemLine {
    const ListSource& list;
    const ledger::ProblemRow& row;
    std::size_t at;

    [[nodiscard]] const reports::ProblemFacts& facts() const {
        static const reports::ProblemFacts none;
        const auto found = list.rows.problem_facts.find(row.problem.id);
        return found == list.rows.problem_facts.end() ? none : found->second;
    }
    [[nodiscard]] const ledger::StrikeOff* slip() const {
        const bool is_over = row.problem.status == ledger::ProblemStatus::struck_off;
        return is_over && facts().strike_off ? &*facts().strike_off : nullptr;
    }
};
struct MeasureLine {
    const ListSource& list;
    const ledger::MeasureRow& row;
    std::size_t at;

    [[nodiscard]] const reports::MeasureFacts& facts() const {
        static const reports::MeasureFacts none;
        const auto found = list.rows.measure_facts.find(row.measure.id);
        return found == list.rows.measure_facts.end() ? none : found->second;
    }
};
struct UnitLine {
    std::string name;
    std::size_t at;
    documents::ReportFigures figures;
};

const ledger::Responsibility& holders_of(const ProblemLine& line) {
    return line.row.problem.responsibility;
}
const ledger::Responsibility& holders_of(const MeasureLine& line) {
    return line.row.responsibility;
}
template <class Line, HolderRole role>
FieldValue held_by(const Line& line) {
    Several names;
    for (const auto& holder : holders_of(line))
        if (holder.role == role) names.entries.push_back(holder.name);
    return names;
}
std::optional<base::Date> due_of(const ProblemLine& line) {
    return line.row.problem.due_on;
}
std::optional<base::Date> due_of(const MeasureLine& line) {
    return line.row.measure.due_on;
}
const ledger::Deadline& terms_of(const ProblemLine& line) {
    return line.row.problem.deadline;
}
const ledger::Deadline& terms_of(const MeasureLine& line) {
    return line.row.deadline;
}
/// The day where there is one, else the words of the plan.
template <class Line>
FieldValue deadline(const Line& line) {
    if (const auto due = due_of(line)) return *due;
    return terms_of(line).text;
}
template <class Line>
FieldValue deadline_kind(const Line& line) {
    const auto& terms = terms_of(line);
    return terms.empty() ? std::string() : std::string(ledger::words_of(terms.kind));
}
std::string area_of(const ledger::AreaBrief& area) {
    return area.printed_number + area.heading;
}
template <class Line>
FieldValue area(const Line& line) {
    return area_of(line.row.area);
}
bool is_late(const ProblemLine& line) {
    return ledger::tier_of(line.row.problem.status, due_of(line), line.list.today) ==
           ledger::Tier::overdue;
}
bool is_late(const MeasureLine& line) {
    return ledger::tier_of(line.row.measure.status, due_of(line), line.list.today) ==
           ledger::Tier::overdue;
}
template <class Line>
FieldValue late(const Line& line) {
    return is_late(line);
}
template <class Line>
FieldValue days_late(const Line& line) {
    return is_late(line) ? std::int64_t{base::days_between(*due_of(line), line.list.today)}
                         : std::int64_t{0};
}
Several lines_of(std::string_view text) {
    Several several{{}, "；"};
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) several.entries.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return several;
}
FieldValue manifestations(const ProblemLine& line) {
    Several several{{}, "；"};
    for (const auto& one : line.facts().manifestations)
        several.entries.push_back(one.printed_number + one.text);
    return several;
}
FieldValue document(const ProblemLine& line) {
    const auto found = line.list.documents.find(line.row.problem.id);
    return found == line.list.documents.end() ? std::string() : found->second;
}
FieldValue done_measures(const ProblemLine& line) {
    return line.row.tally.done + line.row.tally.long_term;
}

/// The columns that problems and measures have alike.
template <class Line>
Columns<Line> of_both() {
    return {
        {"牵头领导", FieldSort::several, "领导姓名", "周启明",
         held_by<Line, HolderRole::lead_leader>},
        {"责任领导", FieldSort::several, "领导姓名", "李强",
         held_by<Line, HolderRole::responsible_leader>},
        {"牵头单位", FieldSort::several, "单位名称", "办公室",
         held_by<Line, HolderRole::lead_unit>},
        {"责任单位", FieldSort::several, "单位名称", "预算科、采购科",
         held_by<Line, HolderRole::responsible_unit>},
        {"配合单位", FieldSort::several, "单位名称", "国库科",
         held_by<Line, HolderRole::cooperating_unit>},
        {"经办人", FieldSort::several, "姓名", "王芳", held_by<Line, HolderRole::handler>},
        {"完成时限", FieldSort::day, "有日期的为日期，没有的为方案原文", "2024年6月30日",
         deadline<Line>},
        {"时限类型", FieldSort::text, "立行立改、长期坚持等", "立行立改", deadline_kind<Line>},
        {"方面", FieldSort::text, "所属方面，带序号", "一、财政资金监管方面", area<Line>},
        {"超期", FieldSort::flag, "已经超过时限而没有完成", "是", late<Line>},
        {"超期天数", FieldSort::number, "没有超期的为 0", "12", days_late<Line>},
    };
}
template <class Line>
Columns<Line> with_both(Columns<Line> columns) {
    for (const auto& one : of_both<Line>()) columns.push_back(one);
    return columns;
}

const Columns<ProblemLine>& problem_columns() {
    using L = ProblemLine;
    static const auto columns = with_both<L>({
        {"序号", FieldSort::number, "本列表里的次序，从 1 起", "1",
         [](const L& l) { return number(l.at); }},
        {"编号", FieldSort::number, "问题在台账里的编号", "3",
         [](const L& l) -> FieldValue { return l.row.problem.number; }},
        {"原文编号", FieldSort::text, "方案里的编号", "（一）",
         [](const L& l) -> FieldValue { return l.row.problem.printed_number; }},
        {"内容", FieldSort::text, "反馈问题原文", "采购管理不规范。",
         [](const L& l) -> FieldValue { return l.row.problem.text; }},
        {"具体表现", FieldSort::several, "各条具体表现", "1.未公开招标；2.验收走过场",
         manifestations},
        {"整改目标", FieldSort::text, "整改目标", "采购全程公开。",
         [](const L& l) -> FieldValue { return l.facts().goal; }},
        {"来源文书", FieldSort::text, "反馈意见的文号", "区巡〔2024〕9号", document},
        {"状态", FieldSort::text, "当前状态", "整改中",
         [](const L& l) -> FieldValue {
             return std::string(reports::words_of(l.row.problem.status));
         }},
        {"措施数", FieldSort::number, "整改措施条数", "3",
         [](const L& l) -> FieldValue { return l.row.tally.total; }},
        {"已完成措施数", FieldSort::number, "完成和长期坚持的措施条数", "2", done_measures},
        {"举一反三", FieldSort::text, "举一反三检查情况", "同类问题已检查 5 项。",
         [](const L& l) -> FieldValue { return l.facts().similar_check; }},
        {"已销号", FieldSort::flag, "已经销号", "是",
         [](const L& l) -> FieldValue { return l.slip() != nullptr; }},
    });
    return columns;
}

const Columns<MeasureLine>& measure_columns() {
    using L = MeasureLine;
    static const auto columns = with_both<L>({
        {"序号", FieldSort::number, "本列表里的次序，从 1 起", "1",
         [](const L& l) { return number(l.at); }},
        {"编号", FieldSort::number, "措施在台账里的编号", "7",
         [](const L& l) -> FieldValue { return l.row.measure.number; }},
        {"原文编号", FieldSort::text, "方案里的编号", "①",
         [](const L& l) -> FieldValue { return l.row.measure.printed_number; }},
        {"内容", FieldSort::text, "整改措施原文", "修订采购制度。",
         [](const L& l) -> FieldValue { return l.row.measure.text; }},
        {"问题编号", FieldSort::number, "所属问题的编号", "3",
         [](const L& l) -> FieldValue { return l.row.problem.number; }},
        {"问题内容", FieldSort::text, "所属问题的原文", "采购管理不规范。",
         [](const L& l) -> FieldValue { return l.row.problem.text; }},
        {"工作进展", FieldSort::text, "最近一次报告", "制度已经印发。",
         [](const L& l) -> FieldValue { return l.row.measure.last_entry; }},
        {"完成比例", FieldSort::share, "最近一次报告的比例", "80.0%",
         [](const L& l) -> FieldValue {
             return office::Share{l.row.measure.percent, 100};
         }},
        {"完成情况", FieldSort::text, "当前状态", "整改中",
         [](const L& l) -> FieldValue {
             return std::string(reports::words_of(l.row.measure.status));
         }},
        {"量化成效", FieldSort::several, "各类成效的累计", "制度2项；挽回资金30万元",
         [](const L& l) -> FieldValue {
             return lines_of(reports::results_in_words(l.facts().results));
         }},
        {"佐证材料", FieldSort::text, "最近一次报告说的佐证", "印发的制度文本",
         [](const L& l) -> FieldValue { return l.facts().evidence_note; }},
        {"退回理由", FieldSort::text, "被退回的，为什么退回", "没有说明执行情况。",
         [](const L& l) -> FieldValue { return l.facts().reason; }},
        {"补正要求", FieldSort::text, "被退回的，要补什么", "补报执行台账。",
         [](const L& l) -> FieldValue { return l.facts().requirement; }},
    });
    return columns;
}

struct AreaLine {
    const ledger::AreaBrief& area;
    std::size_t at, problems;
};
const Columns<AreaLine>& area_columns() {
    using L = AreaLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "次序，从 1 起", "1", [](const L& l) { return number(l.at); }},
        {"名称", FieldSort::text, "方面的标题，带序号", "一、财政资金监管方面",
         [](const L& l) -> FieldValue { return area_of(l.area); }},
        {"问题数", FieldSort::number, "这个方面的问题数", "4",
         [](const L& l) { return number(l.problems); }}};
    return columns;
}

const Columns<UnitLine>& unit_columns() {
    using L = UnitLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "名次，完成率高的在前", "1",
         [](const L& l) { return number(l.at); }},
        {"名称", FieldSort::text, "责任单位，没有的为牵头单位", "预算科",
         [](const L& l) -> FieldValue { return l.name; }},
        {"措施数", FieldSort::number, "措施条数", "12",
         [](const L& l) { return number(l.figures.measures); }},
        {"已完成数", FieldSort::number, "完成和长期坚持的措施条数", "8",
         [](const L& l) { return number(l.figures.done + l.figures.long_term); }},
        {"完成率", FieldSort::share, "完成和长期坚持的占比", "66.7%",
         [](const L& l) -> FieldValue {
             return office::Share{static_cast<std::int64_t>(l.figures.done + l.figures.long_term),
                                  static_cast<std::int64_t>(l.figures.measures)};
         }},
        {"超期数", FieldSort::number, "超期的措施条数", "1",
         [](const L& l) { return number(l.figures.overdue); }}};
    return columns;
}

const Columns<ProblemLine>& slip_columns() {
    using L = ProblemLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "次序，从 1 起", "1", [](const L& l) { return number(l.at); }},
        {"销号单号", FieldSort::number, "销号单的编号", "5",
         [](const L& l) -> FieldValue { return l.slip()->slip_number; }},
        {"问题编号", FieldSort::number, "问题的编号", "3",
         [](const L& l) -> FieldValue { return l.row.problem.number; }},
        {"问题内容", FieldSort::text, "反馈问题原文", "采购管理不规范。",
         [](const L& l) -> FieldValue { return l.row.problem.text; }},
        {"责任单位", FieldSort::several, "单位名称", "采购科",
         held_by<L, HolderRole::responsible_unit>},
        {"日期", FieldSort::day, "销号的日期", "2024年6月30日",
         [](const L& l) -> FieldValue { return base::date_of(l.slip()->at); }},
        {"审批人", FieldSort::text, "最后审批的人", "张静",
         [](const L& l) -> FieldValue { return l.slip()->by; }},
        {"意见", FieldSort::text, "审批意见", "同意销号。",
         [](const L& l) -> FieldValue { return l.slip()->opinion; }}};
    return columns;
}

UnderProblems under_problems(const ListSource& list) {
    UnderProblems under;
    for (const auto& row : list.rows.problems) under[row.problem.id];
    for (const auto& row : list.rows.measures) under[row.measure.problem].push_back(&row);
    return under;
}

std::vector<Record> measure_records(const ListSource& list, const MeasureRows& rows) {
    std::vector<Record> records;
    for (const auto* row : rows)
        records.push_back(
            values_of(measure_columns(), MeasureLine{list, *row, records.size() + 1}));
    return records;
}

std::vector<Record> problem_records(const ListSource& list, const UnderProblems& under,
                                    const std::vector<const ledger::ProblemRow*>& rows) {
    std::vector<Record> records;
    for (const auto* row : rows) {
        auto record = values_of(problem_columns(), ProblemLine{list, *row, records.size() + 1});
        record.lists = {measure_records(list, under.at(row->problem.id))};
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> area_records(const ListSource& list, const UnderProblems& under) {
    std::vector<std::vector<const ledger::ProblemRow*>> areas;
    std::map<ledger::AreaId, std::size_t> place;
    for (const auto& row : list.rows.problems) {
        const auto [found, added] = place.try_emplace(row.area.id, areas.size());
        if (added) areas.emplace_back();
        areas[found->second].push_back(&row);
    }
    std::vector<Record> records;
    for (const auto& rows : areas) {
        auto record = values_of(area_columns(),
                                AreaLine{rows.front()->area, records.size() + 1, rows.size()});
        record.lists = {problem_records(list, under, rows)};
        records.push_back(std::move(record));
    }
    return records;
}

/// As the reports rank them: the least share of finished measures last.
std::vector<Record> unit_records(const ListSource& list) {
    std::map<std::string, ListSource> by_unit;
    for (const auto& row : list.rows.measures) {
        const auto label = ledger::unit_label(row.responsibility);
        auto& unit = by_unit[label.empty() ? "（未明确责任单位）" : label];
        unit.today = list.today;
        unit.rows.measures.push_back(row);
    }
    std::vector<UnitLine> lines;
    for (const auto& [name, unit] : by_unit)
        lines.push_back({name, 0, documents::count(unit, documents::week_of(list.today))});
    const auto done = [](const UnitLine& line) {
        return line.figures.done + line.figures.long_term;
    };
    std::stable_sort(lines.begin(), lines.end(), [&](const UnitLine& a, const UnitLine& b) {
        return done(a) * b.figures.measures > done(b) * a.figures.measures;
    });
    std::vector<Record> records;
    for (auto& line : lines) {
        line.at = records.size() + 1;
        records.push_back(values_of(unit_columns(), line));
    }
    return records;
}

std::vector<Record> slip_records(const ListSource& list) {
    std::vector<ProblemLine> lines;
    for (const auto& row : list.rows.problems) {
        const ProblemLine line{list, row, lines.size() + 1};
        if (line.slip() != nullptr) lines.push_back(line);
    }
    std::vector<Record> records;
    for (const auto& line : lines) records.push_back(values_of(slip_columns(), line));
    return records;
}

}  // namespace

std::vector<office::RecordType> row_list_types() {
    const office::RecordType measures{"措施",
                                      "整改措施，在问题的循环里是这个问题的，单独写是全部",
                                      types_of(measure_columns()),
                                      {}};
    const office::RecordType problems{
        "问题", "反馈问题，按台账的次序", types_of(problem_columns()), {measures}};
    return {{"方面", "问题所属的方面", types_of(area_columns()), {problems}},
            problems,
            measures,
            {"单位", "各责任单位的完成情况，与周报、月报相同", types_of(unit_columns()), {}},
            {"销号", "已经销号的问题", types_of(slip_columns()), {}}};
}

std::vector<std::vector<Record>> row_lists(const ListSource& list) {
    const auto under = under_problems(list);
    std::vector<const ledger::ProblemRow*> problems;
    for (const auto& row : list.rows.problems) problems.push_back(&row);
    MeasureRows measures;
    for (const auto& row : list.rows.measures) measures.push_back(&row);
    return {area_records(list, under), problem_records(list, under, problems),
            measure_records(list, measures), unit_records(list), slip_records(list)};
}

}  // namespace templates
