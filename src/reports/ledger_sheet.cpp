#include "reports/ledger_sheet.hpp"

#include <algorithm>

#include "plan/read_deadline.hpp"

namespace reports {
namespace {

using ledger::HolderRole;

std::string responsibility_in_words(const ledger::Responsibility& responsibility) {
    std::string lines;
    for (const auto role : ledger::holder_roles) {
        std::string names;
        for (const auto& holder : responsibility) {
            if (holder.role != role) continue;
            names += (names.empty() ? "" : "、") + holder.name;
        }
        if (names.empty()) continue;
        lines += (lines.empty() ? "" : "\n") + std::string(ledger::words_of(role)) + "：" + names;
    }
    return lines;
}

std::string manifestations_in_words(const std::vector<ledger::Manifestation>& manifestations) {
    std::string lines;
    for (const auto& one : manifestations)
        lines += (lines.empty() ? "" : "\n") + one.printed_number + one.text;
    return lines;
}

std::string strike_off_in_words(const std::optional<ledger::StrikeOff>& slip) {
    if (!slip) return {};
    return "第" + std::to_string(slip->slip_number) + "号\n" +
           base::to_text(base::date_of(slip->at)) + "\n" + slip->by +
           (slip->imported ? "（导入）" : "");
}

std::string status_in_words(const ledger::Measure& measure, base::Date today) {
    std::string words(words_of(measure.status));
    if (ledger::tier_of(measure.status, measure.due_on, today) == ledger::Tier::overdue)
        words += "\n已超期" + std::to_string(base::days_between(*measure.due_on, today)) + "天";
    return words;
}

std::string progress_in_words(const ledger::Measure& measure) {
    if (!measure.last_entry_at) return {};
    return std::to_string(measure.percent) + "%　" + measure.last_entry;
}

template <class Map, class Id>
const typename Map::mapped_type& facts_of(const Map& facts, const Id& id) {
    static const typename Map::mapped_type none;
    const auto found = facts.find(id);
    return found == facts.end() ? none : found->second;
}

using office::SheetRow;

/// Where each thing stands; the order of sheet_columns().
enum Place : std::size_t {
    number_at,
    area_at,
    problem_at,
    manifestations_at,
    type_at,
    responsibility_at,
    goal_at,
    measure_at,
    deadline_at,
    kind_at,
    progress_at,
    status_at,
    results_at,
    evidence_at,
    reason_at,
    next_at,
    strike_off_at,
    remark_at,
    places
};

void add_deadline(SheetRow& sheet_row, const ledger::Deadline& deadline,
                  std::optional<base::Date> due) {
    auto& cells = sheet_row.values;
    cells[deadline_at] = plan::in_lines(deadline, due);
    if (!deadline.empty()) cells[kind_at] = std::string(ledger::words_of(deadline.kind));
}

/// The cells that say something about the problem, the measure's still empty.
SheetRow row_of(const ledger::ProblemRow& row, const ProblemFacts& facts) {
    const auto& problem = row.problem;
    SheetRow sheet_row{std::vector<office::SheetValue>(places), {row.area.number, problem.number}};
    auto& cells = sheet_row.values;
    cells[number_at] = problem.number;
    cells[area_at] = row.area.printed_number + row.area.heading;
    cells[problem_at] = problem.text;
    cells[manifestations_at] = manifestations_in_words(facts.manifestations);
    cells[responsibility_at] = responsibility_in_words(problem.responsibility);
    cells[goal_at] = facts.goal;
    add_deadline(sheet_row, problem.deadline, problem.due_on);
    cells[strike_off_at] = problem.status == ledger::ProblemStatus::struck_off
                               ? strike_off_in_words(facts.strike_off)
                               : std::string(words_of(problem.status));
    if (!facts.similar_check.empty()) cells[remark_at] = "举一反三：" + facts.similar_check;
    return sheet_row;
}

void add_measure(SheetRow& sheet_row, const ledger::MeasureRow& row, const MeasureFacts& facts,
                 base::Date today) {
    const auto& measure = row.measure;
    auto& cells = sheet_row.values;
    cells[responsibility_at] = responsibility_in_words(row.responsibility);
    cells[measure_at] = measure.printed_number + measure.text;
    add_deadline(sheet_row, row.deadline, measure.due_on);
    cells[progress_at] = progress_in_words(measure);
    cells[status_at] = status_in_words(measure, today);
    cells[results_at] = results_in_words(facts.results);
    cells[evidence_at] = facts.evidence_note;
    cells[reason_at] = facts.reason;
    cells[next_at] = facts.requirement;
}

}  // namespace

std::vector<office::SheetColumn> sheet_columns() {
    constexpr int by_line = office::SheetColumn::never, by_area = 1, by_problem = 2;
    const auto left = office::Alignment::left, centre = office::Alignment::centre;
    return {
        {"序号", 5, centre, by_problem, {}},      {"方面", 10, left, by_area, {}},
        {"反馈问题", 18, left, by_problem, {}},   {"具体表现", 14, left, by_problem, {}},
        {"问题类型", 6, centre, by_problem, {}},  {"责任层级", 18, left, by_line, {}},
        {"整改目标", 9, left, by_problem, {}},    {"整改措施", 28, left, by_line, {}},
        {"完成时限", 15, left, by_line, {}},      {"整改类型", 9, centre, by_line, {}},
        {"进展", 20, left, by_line, {}},          {"完成情况", 10, centre, by_line, {}},
        {"量化成效", 11, left, by_line, {}},      {"佐证材料", 12, left, by_line, {}},
        {"未完成原因", 11, left, by_line, {}},    {"下一步", 11, left, by_line, {}},
        {"销号情况", 11, centre, by_problem, {}}, {"备注", 12, left, by_problem, {}},
    };
}

std::vector<SheetRow> rows_of(const SheetSource& source, base::Date today) {
    std::map<ledger::ProblemId, std::vector<const ledger::MeasureRow*>> under;
    for (const auto& row : source.measures) under[row.measure.problem].push_back(&row);
    std::vector<SheetRow> rows;
    for (const auto& problem : source.problems) {
        const auto said = row_of(problem, facts_of(source.problem_facts, problem.problem.id));
        const auto measures = under.find(problem.problem.id);
        if (measures == under.end()) {
            rows.push_back(said);
            continue;
        }
        for (const auto* row : measures->second) {
            rows.push_back(said);
            add_measure(rows.back(), *row, facts_of(source.measure_facts, row->measure.id), today);
        }
    }
    return rows;
}

std::string results_in_words(const std::vector<ledger::CountedResult>& results) {
    std::string words;
    for (const auto& result : results) {
        const auto quantity = std::to_string(result.quantity);
        if (!words.empty()) words += "\n";
        switch (result.kind) {
            case ledger::ResultKind::regulations: words += "制度" + quantity + "项"; break;
            case ledger::ResultKind::recovered_yuan: words += "挽回损失" + quantity + "元"; break;
            case ledger::ResultKind::persons_held: words += "追责问责" + quantity + "人"; break;
            case ledger::ResultKind::similar_checks: words += "举一反三" + quantity + "项"; break;
            case ledger::ResultKind::campaigns: words += "专项整治" + quantity + "项"; break;
            case ledger::ResultKind::honours: words += "表彰荣誉" + quantity + "项"; break;
            case ledger::ResultKind::other: words += "其他" + quantity + "项"; break;
        }
    }
    return words;
}

std::string filter_in_words(const ledger::LedgerFilter& filter, std::string_view unit_name) {
    std::string words;
    const auto add = [&](std::string_view name, const std::string& value) {
        words += (words.empty() ? "" : "；") + std::string(name) + value;
    };
    std::string statuses, kinds;
    for (const auto& name : filter.statuses) {
        const auto status = ledger::measure_status_of(name);
        statuses += (statuses.empty() ? "" : "、") + std::string(status ? words_of(*status) : name);
    }
    for (const auto kind : filter.kinds)
        kinds += (kinds.empty() ? "" : "、") + std::string(ledger::words_of(kind));
    if (!statuses.empty()) add("状态：", statuses);
    if (!kinds.empty()) add("时限类型：", kinds);
    if (filter.due_from) add("到期不早于", base::to_text(*filter.due_from));
    if (filter.due_to) add("到期不晚于", base::to_text(*filter.due_to));
    if (filter.tier) add("按期限情况", {});
    if (!unit_name.empty()) add("责任单位：", std::string(unit_name));
    if (!filter.held_by.empty()) add("按本级承办", {});
    if (filter.area) add("按方面", {});
    if (filter.waiting) add("按等待办理", {});
    if (!filter.words.empty()) add("按关键词", {});
    return words;
}

std::string short_words_of(const journal::Head& head) {
    constexpr std::size_t digits = 16;
    return "操作留痕第" + std::to_string(head.sequence) + "条 " + head.hash.substr(0, digits);
}

office::Sheet journal_sheet(const journal::Head& head, const std::string& programme_title) {
    office::Sheet sheet;
    sheet.name = "留痕信息";
    sheet.title = "导出时的操作留痕";
    const auto left = office::Alignment::left;
    sheet.columns = {{"项目", 18, left, office::SheetColumn::never, {}},
                     {"内容", 90, left, office::SheetColumn::never, {}}};
    sheet.rows = {
        {{std::string("整改工作"), programme_title}, {}},
        {{std::string("本次导出的序号"), head.sequence}, {}},
        {{std::string("本条哈希值"), head.hash}, {}},
        {{std::string("核对办法"),
          std::string("本次导出已记入这项整改工作的操作留痕，即上述序号的那一条。审计管理员在“操作"
                      "留痕”页面按整改工作查到这一条，其哈希值与上面一致的，说明本表由系统导出，"
                      "且此前的留痕没有被改动。")},
         {}},
    };
    return sheet;
}

std::string page_head_of(const ledger::Programme& programme, std::string_view reader,
                         std::string_view unit, base::Instant now) {
    std::string head = "密级：" + std::string(words_of(programme.classification)) + "　　导出：";
    head += reader;
    if (!unit.empty()) head += "　" + std::string(unit);
    return head + "　" + base::to_local_text(now);
}

std::string_view words_of(ledger::MeasureStatus status) {
    switch (status) {
        case ledger::MeasureStatus::not_started: return "未启动";
        case ledger::MeasureStatus::under_way: return "整改中";
        case ledger::MeasureStatus::awaiting_review: return "待审核";
        case ledger::MeasureStatus::sent_back: return "已退回";
        case ledger::MeasureStatus::done: return "已完成";
        case ledger::MeasureStatus::long_term: return "长期坚持";
    }
    return {};
}

std::string_view words_of(ledger::ProblemStatus status) {
    switch (status) {
        case ledger::ProblemStatus::unclaimed: return "待认领";
        case ledger::ProblemStatus::under_way: return "整改中";
        case ledger::ProblemStatus::awaiting_review: return "待验收";
        case ledger::ProblemStatus::sent_back: return "已退回";
        case ledger::ProblemStatus::struck_off: return "已销号";
    }
    return {};
}

}  // namespace reports
