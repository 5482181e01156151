#include "documents/statistics_paper.hpp"

#include "documents/paper_words.hpp"

namespace documents {
namespace {

using ledger::MeasureStatus;
using ledger::ProblemStatus;
using office::Style;

using Rows = std::vector<std::pair<std::string, std::string>>;

/// 项目, 数量: a line a figure.
office::PaperTable figures_table(const Rows& rows) {
    office::PaperTable table;
    table.widths = {14, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"项目", "数量"}));
    for (const auto& [name, figure] : rows) table.rows.push_back({{{name}, centred(figure)}});
    return table;
}

void add_table(std::vector<office::PaperPart>& parts, const char* heading, const Rows& rows) {
    add(parts, office::paragraph(Style::level1, heading));
    parts.emplace_back(figures_table(rows));
}

template <class Number>
std::string n(Number number) {
    return std::to_string(number);
}

void add_problems(std::vector<office::PaperPart>& parts, const StatisticsFigures& now) {
    add_table(parts, "一、问题整改",
              {{"反馈问题（个）", n(now.problems)},
               {"已完成（已销号）", n(now.done)},
               {"基本完成（措施全部落实，尚未销号）", n(now.nearly)},
               {"未完成", n(now.open)},
               {"其中：待认领", n(now.unclaimed)},
               {"其中：整改中", n(now.under_way)},
               {"其中：待验收", n(now.awaiting_review)},
               {"其中：已退回", n(now.sent_back)},
               {"常态化坚持（含长期坚持措施，已计入以上各项）", n(now.kept_up)},
               {"销号率", percent(now.done, now.problems)}});
}

void add_measures(std::vector<office::PaperPart>& parts, const StatisticsFigures& now) {
    add_table(parts, "二、措施落实",
              {{"整改措施（条）", n(now.measures)},
               {"已完成", n(now.measures_done)},
               {"长期坚持", n(now.long_term)},
               {"正在推进", n(now.measures_open)},
               {"其中：超期", n(now.overdue)},
               {"完成率（含长期坚持）", percent(now.measures_done + now.long_term, now.measures)}});
}

void add_results(std::vector<office::PaperPart>& parts, const StatisticsFigures& now,
                 const regulations::RegulationCounts& register_of) {
    add_table(parts, "三、整改成效",
              {{"新建制度（已印发，项）", n(register_of.made)},
               {"修订制度（已印发，项）", n(register_of.revised)},
               {"废止制度（项）", n(register_of.abolished)},
               {"起草或审议中的制度（项）", n(register_of.drafting + register_of.in_review)},
               {"各单位报告完善制度（项）", n(now.rules)},
               {"追缴或挽回资金（元）", n(now.recovered_yuan)},
               {"各单位报告追责问责（人）", n(now.held)},
               {"举一反三（项）", n(now.similar_checks)},
               {"专项整治（项）", n(now.campaigns)}});
}

void add_accountability(std::vector<office::PaperPart>& parts,
                        const std::vector<supervision::FormCount>& forms) {
    office::PaperTable table;
    table.widths = {10, 5, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"处理方式", "个人（人次）", "单位（次）"}));
    std::int64_t persons = 0, units = 0;
    for (const auto& one : forms) {
        persons += one.persons;
        units += one.units;
        table.rows.push_back({{{std::string(supervision::words_of(one.form))},
                               centred(n(one.persons)),
                               centred(n(one.units))}});
    }
    table.rows.push_back({{{"合计"}, centred(n(persons)), centred(n(units))}});
    add(parts, office::paragraph(Style::level1, "四、问责情况"));
    parts.emplace_back(std::move(table));
}

/// The same figures for the rows of one area.
void add_areas(std::vector<office::PaperPart>& parts, const char* heading,
               const ListSource& source) {
    std::map<std::int64_t, ListSource> by_area;
    std::map<ledger::ProblemId, std::int64_t> area_of;
    std::map<std::int64_t, std::string> names;
    for (const auto& row : source.rows.problems) {
        area_of[row.problem.id] = row.area.number;
        names[row.area.number] = row.area.printed_number + row.area.heading;
        by_area[row.area.number].rows.problems.push_back(row);
    }
    for (const auto& row : source.rows.measures)
        by_area[area_of[row.measure.problem]].rows.measures.push_back(row);
    office::PaperTable table;
    table.widths = {12, 4, 4, 4, 5, 4};
    table.header_rows = 1;
    table.rows.push_back(
        heading_row({"方面", "问题", "已销号", "措施", "已完成或长期坚持", "超期"}));
    for (auto& [number, rows] : by_area) {
        rows.today = source.today;
        const auto now = count(rows);
        table.rows.push_back({{{names[number]},
                               centred(n(now.problems)),
                               centred(n(now.done)),
                               centred(n(now.measures)),
                               centred(n(now.measures_done + now.long_term)),
                               centred(n(now.overdue))}});
    }
    add(parts, office::paragraph(Style::level1, heading));
    parts.emplace_back(std::move(table));
}

void add_result(StatisticsFigures& now, const ledger::CountedResult& one) {
    using ledger::ResultKind;
    switch (one.kind) {
        case ResultKind::regulations: now.rules += one.quantity; break;
        case ResultKind::recovered_yuan: now.recovered_yuan += one.quantity; break;
        case ResultKind::persons_held: now.held += one.quantity; break;
        case ResultKind::similar_checks: now.similar_checks += one.quantity; break;
        case ResultKind::campaigns: now.campaigns += one.quantity; break;
        case ResultKind::honours:
        case ResultKind::other: break;
    }
}

void count_measures(StatisticsFigures& now, const ListSource& source) {
    now.measures = source.rows.measures.size();
    for (const auto& row : source.rows.measures) {
        if (row.measure.status == MeasureStatus::done) ++now.measures_done;
        if (row.measure.status == MeasureStatus::long_term) ++now.long_term;
        if (!is_finished(row)) ++now.measures_open;
        if (is_overdue(row, source.today)) ++now.overdue;
        const auto facts = source.rows.measure_facts.find(row.measure.id);
        if (facts == source.rows.measure_facts.end()) continue;
        for (const auto& one : facts->second.results) add_result(now, one);
    }
}

void count_problem(StatisticsFigures& now, const ledger::ProblemRow& row) {
    const auto& tally = row.tally;
    if (tally.long_term > 0) ++now.kept_up;
    if (row.problem.status == ProblemStatus::struck_off) {
        ++now.done;
        return;
    }
    if (tally.total > 0 && tally.done + tally.long_term == tally.total) {
        ++now.nearly;
        return;
    }
    ++now.open;
    if (row.problem.status == ProblemStatus::unclaimed) ++now.unclaimed;
    if (row.problem.status == ProblemStatus::under_way) ++now.under_way;
    if (row.problem.status == ProblemStatus::awaiting_review) ++now.awaiting_review;
    if (row.problem.status == ProblemStatus::sent_back) ++now.sent_back;
}

}  // namespace

StatisticsFigures count(const ListSource& source) {
    StatisticsFigures now;
    now.problems = source.rows.problems.size();
    for (const auto& row : source.rows.problems) count_problem(now, row);
    count_measures(now, source);
    return now;
}

office::Paper statistics_paper(const StatisticsSource& source) {
    const auto now = count(source.ledger);
    const auto title = titled(source.ledger.programme_title, words_of(DocumentKind::statistics));
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts,
        office::paragraph(Style::table_note, "被巡察党组织：" + source.ledger.inspected_unit +
                                                 "　　截至" + in_words(source.ledger.today)));
    add_problems(parts, now);
    add_measures(parts, now);
    add_results(parts, now, source.regulations);
    if (source.accountability) add_accountability(parts, *source.accountability);
    add_areas(parts, source.accountability ? "五、分方面情况" : "四、分方面情况", source.ledger);
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace documents
