#include "documents/report_paper.hpp"

#include <algorithm>
#include <map>

#include "documents/dispatch_paper.hpp"
#include "documents/paper_words.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

using ledger::MeasureStatus;
using office::Style;
using MeasureRows = std::vector<const ledger::MeasureRow*>;

constexpr std::size_t near_days_week = 7, near_days_month = 30;

bool is_near(const ledger::MeasureRow& row, base::Date today, std::size_t days) {
    const auto& due = row.measure.due_on;
    return !is_finished(row) && due && *due >= today &&
           *due <= base::add_days(today, static_cast<int>(days));
}

std::size_t near_days(const Period& period) {
    return base::days_between(period.from, period.to) > 7 ? near_days_month : near_days_week;
}

template <class Wanted>
MeasureRows chosen(const ListSource& source, Wanted wanted) {
    MeasureRows rows;
    for (const auto& row : source.rows.measures)
        if (wanted(row)) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
        return a->measure.due_on < b->measure.due_on;
    });
    return rows;
}

const ledger::StrikeOff* slip_of(const ListSource& source, const ledger::ProblemRow& row) {
    if (row.problem.status != ledger::ProblemStatus::struck_off) return nullptr;
    const auto facts = source.rows.problem_facts.find(row.problem.id);
    if (facts == source.rows.problem_facts.end() || !facts->second.strike_off) return nullptr;
    return &*facts->second.strike_off;
}

std::string unit_of(const ledger::Responsibility& responsibility) {
    const auto unit = ledger::unit_label(responsibility);
    return unit.empty() ? "（未明确责任单位）" : unit;
}

void add_measures(std::vector<office::PaperPart>& parts, const MeasureRows& rows,
                  const ListSource& source, const char* none) {
    if (rows.empty()) return add(parts, office::paragraph(Style::body, none));
    office::PaperTable table;
    table.widths = {3, 14, 6, 6, 5};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "整改措施", "责任单位", "完成时限", "天数"}));
    for (const auto* row : rows) {
        const auto left = base::days_between(source.today, *row->measure.due_on);
        table.rows.push_back({{centred(std::to_string(row->measure.number)),
                               {row->measure.text},
                               centred(unit_of(row->responsibility)),
                               centred(base::to_text(*row->measure.due_on)),
                               centred(left < 0 ? "超期" + std::to_string(-left) + "天"
                                                : "剩余" + std::to_string(left) + "天")}});
    }
    parts.emplace_back(std::move(table));
}

void add_struck_off(std::vector<office::PaperPart>& parts, const ListSource& source,
                    const Period& period) {
    office::PaperTable table;
    table.widths = {3, 15, 6, 6, 4};
    table.header_rows = 1;
    table.rows.push_back(heading_row({"序号", "问题", "责任单位", "销号日期", "销号单"}));
    for (const auto& row : source.rows.problems) {
        const auto* slip = slip_of(source, row);
        if (slip == nullptr || !lies_in(base::date_of(slip->at), period)) continue;
        table.rows.push_back({{centred(std::to_string(row.problem.number)),
                               {row.problem.text},
                               centred(unit_of(row.problem.responsibility)),
                               centred(base::to_text(base::date_of(slip->at))),
                               centred("第" + std::to_string(slip->slip_number) + "号")}});
    }
    if (table.rows.size() == 1)
        return add(parts, office::paragraph(Style::body, "本期没有销号的问题。"));
    parts.emplace_back(std::move(table));
}

struct UnitTally {
    std::size_t all = 0, done = 0, overdue = 0;
};

/// The units that hold measures: the least share of finished ones last.
void add_units(std::vector<office::PaperPart>& parts, const ListSource& source) {
    std::map<std::string, UnitTally> by_unit;
    for (const auto& row : source.rows.measures) {
        auto& unit = by_unit[unit_of(row.responsibility)];
        ++unit.all;
        if (is_finished(row)) ++unit.done;
        if (is_overdue(row, source.today)) ++unit.overdue;
    }
    if (by_unit.empty()) return add(parts, office::paragraph(Style::body, "台账中没有措施。"));
    std::vector<std::pair<std::string, UnitTally>> order(by_unit.begin(), by_unit.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return a.second.done * b.second.all > b.second.done * a.second.all;
    });
    office::PaperTable table;
    table.widths = {3, 10, 4, 5, 5, 4};
    table.header_rows = 1;
    table.rows.push_back(
        heading_row({"名次", "责任单位", "措施", "完成或长期坚持", "完成率", "超期"}));
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [name, unit] = order[i];
        table.rows.push_back({{centred(std::to_string(i + 1)),
                               {name},
                               centred(std::to_string(unit.all)),
                               centred(std::to_string(unit.done)),
                               centred(percent(unit.done, unit.all)),
                               centred(std::to_string(unit.overdue))}});
    }
    parts.emplace_back(std::move(table));
}

std::string summary(const ReportFigures& now, const ListSource& source, const Period& period) {
    const auto n = [](std::size_t number) { return std::to_string(number); };
    const auto share =
        now.problems == 0 ? std::string() : "，占" + percent(now.struck_off, now.problems);
    return "截至" + in_words(source.today) + "，反馈问题" + n(now.problems) + "个，已销号" +
           n(now.struck_off) + "个" + share + "；整改措施" + n(now.measures) + "条，已完成" +
           n(now.done) + "条，长期坚持" + n(now.long_term) + "条，正在推进" + n(now.open) +
           "条，其中超期" + n(now.overdue) + "条。" + in_words(period.from) + "至" +
           in_words(period.to) + "，新销号问题" + n(now.struck_off_now) + "个；今后" +
           n(near_days(period)) + "天内到期措施" + n(now.near) + "条；退回待重新整改措施" +
           n(now.sent_back) + "条。";
}

}  // namespace

bool lies_in(base::Date day, const Period& period) {
    return day >= period.from && day <= period.to;
}

Period week_of(base::Date day) {
    const auto behind = static_cast<int>(std::chrono::weekday(day.days).iso_encoding()) - 1;
    const auto monday = base::add_days(day, -behind);
    return {monday, base::add_days(monday, 6)};
}

Period month_of(base::Date day) {
    return {base::add_days(day, 1 - static_cast<int>(day.day())),
            *base::last_day_of(day.year(), day.month())};
}

ReportFigures count(const ListSource& source, const Period& period) {
    ReportFigures now;
    now.problems = source.rows.problems.size();
    for (const auto& row : source.rows.problems) {
        if (row.problem.status != ledger::ProblemStatus::struck_off) continue;
        ++now.struck_off;
        const auto* slip = slip_of(source, row);
        if (slip != nullptr && lies_in(base::date_of(slip->at), period)) ++now.struck_off_now;
    }
    now.measures = source.rows.measures.size();
    for (const auto& row : source.rows.measures) {
        if (row.measure.status == MeasureStatus::done) ++now.done;
        if (row.measure.status == MeasureStatus::long_term) ++now.long_term;
        if (row.measure.status == MeasureStatus::sent_back) ++now.sent_back;
        if (!is_finished(row)) ++now.open;
        if (is_overdue(row, source.today)) ++now.overdue;
        if (is_near(row, source.today, near_days(period))) ++now.near;
    }
    return now;
}

office::Paper report_paper(DocumentKind kind, const ListSource& source, const Period& period) {
    const auto now = count(source, period);
    const auto title = titled(source.programme_title, words_of(kind));
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(Style::title, office::in_title_lines(title)));
    add(parts, office::paragraph(Style::subtitle,
                                 "（" + in_words(period.from) + "至" + in_words(period.to) + "）"));
    add(parts, office::paragraph(Style::level1, "一、总体情况"));
    add(parts, office::paragraph(Style::body, summary(now, source, period)));
    add(parts, office::paragraph(Style::level1, "二、本期销号"));
    add_struck_off(parts, source, period);
    add(parts, office::paragraph(Style::level1, "三、超期措施"));
    add_measures(parts,
                 chosen(source, [&](const auto& row) { return is_overdue(row, source.today); }),
                 source, "没有超期的措施。");
    add(parts, office::paragraph(Style::level1, "四、即将到期"));
    add_measures(
        parts,
        chosen(source,
               [&](const auto& row) { return is_near(row, source.today, near_days(period)); }),
        source, "近期没有到期的措施。");
    add(parts, office::paragraph(Style::level1, "五、各单位完成情况"));
    add_units(parts, source);
    if (kind == DocumentKind::dispatch_report) add_difficulties_and_plan(parts, source, 6);
    add(parts, office::signed_by(source.issuer, in_words(source.today), office::Seal::none));
    office::Paper paper;
    paper.name = title;
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

}  // namespace documents
