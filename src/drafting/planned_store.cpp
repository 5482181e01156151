#include "drafting/planned_store.hpp"

#include <map>

#include "bodies/body_store.hpp"
#include "ledger/ledger_list_store.hpp"
#include "ledger/phase_store.hpp"

namespace drafting {
namespace {

constexpr std::int64_t every_row = 1'000'000;

constexpr std::string_view select_manifestations = R"sql(
SELECT problem_id, printed_number, text, id FROM manifestation
WHERE programme_id = $1 ORDER BY problem_id, position)sql";

using Manifestations = std::map<std::string, std::vector<std::string>>;

Manifestations load_manifestations(db::Transaction& transaction, base::ProgrammeId programme) {
    Manifestations found;
    transaction.each(select_manifestations, {programme}, [&](const db::Row& row) {
        found[row.string(0)].push_back(row.string(1) +
                                       row.opened(2, "manifestation.text", row.text(3)));
    });
    return found;
}

std::string label_of(const std::string& printed, std::int64_t number, std::string_view before,
                     std::string_view behind) {
    if (!printed.empty()) return printed;
    return std::string(before) + std::to_string(number) + std::string(behind);
}

PlannedProblem planned(const ledger::ProblemRow& row, Manifestations& manifestations) {
    const auto& problem = row.problem;
    return {problem.id.text(),
            label_of(problem.printed_number, problem.number, "", ". "),
            problem.text,
            problem.goal,
            std::move(manifestations[problem.id.text()]),
            problem.responsibility,
            problem.guards,
            {}};
}

PlannedMeasure planned(const ledger::MeasureRow& row, std::size_t place) {
    const auto& measure = row.measure;
    return {measure.id.text(),
            label_of(measure.printed_number, static_cast<std::int64_t>(place), "（", "）"),
            measure.text,
            row.responsibility,
            row.deadline,
            measure.guards};
}

ledger::LedgerFilter whole(base::ProgrammeId programme) {
    ledger::LedgerFilter filter;
    filter.programme = programme;
    filter.page.page_size = every_row;
    return filter;
}

}  // namespace

LiveParts load_live_parts(db::Transaction& transaction, base::ProgrammeId programme,
                          const ledger::Viewpoint& viewpoint) {
    LiveParts live;
    live.phases = ledger::list_phases(transaction, programme);
    live.bodies = bodies::as_of(bodies::list_bodies(transaction, programme), viewpoint.today);
    const auto filter = whole(programme);
    auto manifestations = load_manifestations(transaction, programme);
    std::map<std::string, std::pair<std::size_t, std::size_t>> places;
    const auto problems = ledger::list_problem_rows(transaction, filter, viewpoint);
    std::map<std::string, std::size_t> areas;
    for (const auto& row : problems.rows) {
        const auto id = row.area.id.text();
        if (areas.emplace(id, live.areas.size()).second)
            live.areas.push_back(
                {row.area.heading.empty() ? "" : row.area.printed_number + row.area.heading, {}});
        auto& area = live.areas[areas.at(id)];
        places[row.problem.id.text()] = {areas.at(id), area.problems.size()};
        area.problems.push_back(planned(row, manifestations));
    }
    for (const auto& row : ledger::list_measure_rows(transaction, filter, viewpoint).rows) {
        const auto place = places.find(row.problem.id.text());
        if (place == places.end()) continue;
        auto& measures = live.areas[place->second.first].problems[place->second.second].measures;
        measures.push_back(planned(row, measures.size() + 1));
    }
    return live;
}

}  // namespace drafting
