#include "narrative/figure_paper.hpp"

#include <algorithm>
#include <set>

namespace narrative {
namespace {

using base::Guard;
using base::Guards;
using ledger::MeasureStatus;
using ledger::ProblemStatus;
using Rows = std::vector<FigureRow>;

constexpr int near_days = 30;  // as in the report of a month

FigureRow row_of(const ledger::ProblemRow& row) {
    const auto& one = row.problem;
    return {"problem", one.id.text(), one.number, one.text, 1, one.guards};
}
FigureRow row_of(const ledger::MeasureRow& row) {
    const auto& one = row.measure;
    return {"measure", one.id.text(), one.number, one.text, 1, one.guards};
}
FigureRow row_of(const regulations::Regulation& one) {
    return {"regulation", one.id.text(), one.number, one.terms.title, 1, {}};
}

bool is_struck_off(const ledger::ProblemRow& row) {
    return row.problem.status == ProblemStatus::struck_off;
}
bool is_finished(const ledger::MeasureRow& row) {
    return row.measure.status == MeasureStatus::done ||
           row.measure.status == MeasureStatus::long_term;
}

template <class Wanted>
Rows problems(const Source& source, Wanted wanted) {
    Rows rows;
    for (const auto& row : source.rows.problems)
        if (wanted(row)) rows.push_back(row_of(row));
    return rows;
}
template <class Wanted>
Rows measures(const Source& source, Wanted wanted) {
    Rows rows;
    for (const auto& row : source.rows.measures)
        if (wanted(row)) rows.push_back(row_of(row));
    return rows;
}
template <class Wanted>
Rows regulations(const Source& source, Wanted wanted) {
    Rows rows;
    for (const auto& one : source.regulations)
        if (wanted(one)) rows.push_back(row_of(one));
    return rows;
}

Rows areas(const Source& source) {
    Rows rows;
    std::set<std::string> known;
    for (const auto& row : source.rows.problems)
        if (known.insert(row.area.id.text()).second)
            rows.push_back({"area", row.area.id.text(), row.area.number, row.area.heading, 1, {}});
    return rows;
}
Rows all_problems(const Source& source) {
    return problems(source, [](const auto&) { return true; });
}
Rows struck_off(const Source& source) {
    return problems(source, is_struck_off);
}
Rows not_struck_off(const Source& source) {
    return problems(source, [](const auto& row) { return !is_struck_off(row); });
}
Rows all_measures(const Source& source) {
    return measures(source, [](const auto&) { return true; });
}
template <MeasureStatus status>
Rows measures_that_are(const Source& source) {
    return measures(source, [](const auto& row) { return row.measure.status == status; });
}
Rows finished(const Source& source) {
    return measures(source, is_finished);
}
Rows open_measures(const Source& source) {
    return measures(source, [](const auto& row) { return !is_finished(row); });
}
Rows overdue(const Source& source) {
    return measures(source, [&](const auto& row) {
        return ledger::tier_of(row.measure.status, row.measure.due_on, source.today) ==
               ledger::Tier::overdue;
    });
}
Rows near(const Source& source) {
    return measures(source, [&](const auto& row) {
        const auto& due = row.measure.due_on;
        return !is_finished(row) && due && *due >= source.today &&
               *due <= base::add_days(source.today, near_days);
    });
}

/// What reports on measures counted, each measure with its sum.
template <ledger::ResultKind kind>
Rows counted(const Source& source) {
    Rows rows;
    for (const auto& row : source.rows.measures) {
        const auto facts = source.rows.measure_facts.find(row.measure.id);
        if (facts == source.rows.measure_facts.end()) continue;
        auto one = row_of(row);
        one.amount = 0;
        for (const auto& result : facts->second.results)
            if (result.kind == kind) one.amount += result.quantity;
        if (one.amount > 0) rows.push_back(std::move(one));
    }
    return rows;
}

template <regulations::RegulationChange change>
Rows regulations_that_are(const Source& source) {
    return regulations(source, [](const auto& one) {
        return one.terms.change == change && regulations::is_done(one.state);
    });
}
Rows issued_regulations(const Source& source) {
    return regulations(source, [](const auto& one) {
        return one.terms.change != regulations::RegulationChange::abolished &&
               regulations::is_done(one.state);
    });
}
Rows drafted_regulations(const Source& source) {
    return regulations(source, [](const auto& one) { return regulations::is_drafted(one.state); });
}
Rows studies(const Source& source) {
    Rows rows;
    for (const auto& one : source.studies)
        rows.push_back({"study", one.id.text(), 0, one.title, 1, {}});
    return rows;
}

Rows meetings_hosted_by(const Source& source, std::string_view host) {
    Rows rows;
    for (const auto& one : source.meetings)
        if (host.empty() || one.host == host)
            rows.push_back({"meeting", one.meeting.id.text(), 0, one.meeting.terms.title, 1, {}});
    return rows;
}
Rows meetings(const Source& source) {
    return meetings_hosted_by(source, {});
}
Rows meetings_of_principal(const Source& source) {
    return source.principal.empty() ? Rows{} : meetings_hosted_by(source, source.principal);
}

bool is_led_by_principal(const Source& source, const ledger::ProblemRow& row) {
    const auto& all = row.problem.responsibility;
    return !source.principal.empty() &&
           std::any_of(all.begin(), all.end(), [&](const ledger::Holder& one) {
               return one.role == ledger::HolderRole::lead_leader && one.name == source.principal;
           });
}
Rows led_by_principal(const Source& source) {
    return problems(source, [&](const auto& row) { return is_led_by_principal(source, row); });
}
Rows led_and_struck_off(const Source& source) {
    return problems(source, [&](const auto& row) {
        return is_led_by_principal(source, row) && is_struck_off(row);
    });
}

Rows campaigns(const Source& source) {
    Rows rows;
    for (const auto& one : source.campaigns)
        if (one.state != campaigns::CampaignState::given_up)
            rows.push_back({"campaign", one.id.text(), one.number, one.terms.name, 1, {}});
    return rows;
}

Rows proofs(const Source& source) {
    std::map<std::string, Guards> guards;
    for (const auto& row : source.rows.problems) guards[row.problem.id.text()] = row.problem.guards;
    for (const auto& row : source.rows.measures) guards[row.measure.id.text()] = row.measure.guards;
    Rows rows;
    for (const auto& one : source.proofs) {
        FigureRow row{"evidence", one.file.series.text(), 0, one.file.name, 1, {}};
        for (const auto& place : one.rows) row.guards = row.guards | guards[place];
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows called_to_account(const Source& source, bool persons) {
    Rows rows;
    for (const auto& one : source.accountability)
        if (one.person.empty() != persons)
            rows.push_back({"accountability",
                            one.id.text(),
                            one.number,
                            persons ? one.person : one.unit_name,
                            1,
                            {Guard::accountability}});
    return rows;
}
Rows persons_held(const Source& source) {
    return called_to_account(source, true);
}
Rows units_held(const Source& source) {
    return called_to_account(source, false);
}

template <class Wanted>
Rows clues_that(const Source& source, Wanted wanted) {
    Rows rows;
    for (const auto& one : source.clues)
        if (wanted(one))
            rows.push_back({"clue",
                            one.id.text(),
                            one.number,
                            one.handing.mark.empty() ? one.handing.source : one.handing.mark,
                            1,
                            {Guard::clues}});
    return rows;
}
Rows clues(const Source& source) {
    return clues_that(source, [](const auto&) { return true; });
}
Rows settled_clues(const Source& source) {
    return clues_that(source, [](const auto& one) {
        return one.handling.result != inspections::ClueResult::none;
    });
}

struct FigureLine {
    std::string_view name, unit;
    FigureForm form;
    Rows (*rows)(const Source&);
    Rows (*whole)(const Source&) = nullptr;  // of a share
    Guards guards = {};
};
using enum FigureForm;
using ledger::ResultKind;
using regulations::RegulationChange;
const FigureLine lines[]{
    {"方面数", "个", count, areas},
    {"问题总数", "个", count, all_problems},
    {"已销号问题数", "个", count, struck_off},
    {"未销号问题数", "个", count, not_struck_off},
    {"销号率", "", share, struck_off, all_problems},
    {"措施总数", "条", count, all_measures},
    {"已完成措施数", "条", count, measures_that_are<MeasureStatus::done>},
    {"长期坚持措施数", "条", count, measures_that_are<MeasureStatus::long_term>},
    {"未完成措施数", "条", count, open_measures},
    {"措施完成率", "", share, finished, all_measures},
    {"超期措施数", "条", count, overdue},
    {"即将到期措施数", "条", count, near},
    {"退回措施数", "条", count, measures_that_are<MeasureStatus::sent_back>},
    {"挽回资金", "万元", yuan, counted<ResultKind::recovered_yuan>},
    {"举一反三项数", "项", count, counted<ResultKind::similar_checks>},
    {"出台制度数", "项", count, issued_regulations},
    {"新建制度数", "项", count, regulations_that_are<RegulationChange::made>},
    {"修订制度数", "项", count, regulations_that_are<RegulationChange::revised>},
    {"废止制度数", "项", count, regulations_that_are<RegulationChange::abolished>},
    {"起草中制度数", "项", count, drafted_regulations},
    {"学习法规制度数", "项", count, studies},
    {"召开会议数", "次", count, meetings},
    {"专项治理数", "项", count, campaigns},
    {"佐证材料数", "份", count, proofs},
    {"主要负责人牵头问题数", "个", count, led_by_principal},
    {"主要负责人牵头问题已销号数", "个", count, led_and_struck_off},
    {"主要负责人主持会议数", "次", count, meetings_of_principal},
    {"追责问责人数", "人", count, persons_held, nullptr, {Guard::accountability}},
    {"追责问责单位数", "个", count, units_held, nullptr, {Guard::accountability}},
    {"移交线索数", "件", count, clues, nullptr, {Guard::clues}},
    {"已办结线索数", "件", count, settled_clues, nullptr, {Guard::clues}},
};

}  // namespace

std::string_view unit_of(std::string_view figure) {
    for (const auto& line : lines)
        if (line.name == figure) return line.unit;
    return {};
}

Figures figures_of(const Source& source) {
    Figures figures;
    for (const auto& line : lines) {
        if (!source.cleared.has_all(line.guards)) continue;
        Figure one{std::string(line.name), line.form, line.rows(source), 0};
        if (line.whole) one.whole = static_cast<std::int64_t>(line.whole(source).size());
        figures.push_back(std::move(one));
    }
    return figures;
}

}  // namespace narrative
