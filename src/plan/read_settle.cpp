#include "plan/read_settle.hpp"

#include <algorithm>

#include "plan/read_deadline.hpp"

namespace plan {
namespace {

bool has_measures(const ReadProblem& problem) {
    return !problem.measures.empty() ||
           std::any_of(problem.manifestations.begin(), problem.manifestations.end(),
                       [](const auto& one) { return !one.measures.empty(); });
}

bool says_nothing(const ReadProblem& problem) {
    return !has_measures(problem) && problem.responsibility.empty() && problem.deadline.empty() &&
           problem.status.empty() && problem.progress.empty();
}

void share_with(ReadProblem& first, std::vector<ReadProblem*> others, ReadProblem& last) {
    first.measures = std::move(last.measures);
    last.measures.clear();
    others.push_back(&first);
    for (auto* one : others) {
        one->responsibility = last.responsibility;
        one->deadline = last.deadline;
        one->status = last.status;
        one->progress = last.progress;
    }
}

template <class Do>
void each_deadline(std::vector<ReadArea>& areas, Do&& act) {
    const auto measures = [&](std::vector<ReadMeasure>& list) {
        for (auto& measure : list) act(measure.deadline);
    };
    for (auto& area : areas) {
        measures(area.measures);
        for (auto& problem : area.problems) {
            act(problem.deadline);
            measures(problem.measures);
            for (auto& manifestation : problem.manifestations) {
                act(manifestation.deadline);
                measures(manifestation.measures);
            }
        }
    }
}

/// The year all deadlines that name one agree on.
std::optional<int> common_year(std::vector<ReadArea>& areas) {
    std::optional<int> year;
    bool differs = false;
    each_deadline(areas, [&](const ledger::Deadline& deadline) {
        if (!deadline.date) return;
        if (year && *year != deadline.date->year()) differs = true;
        year = deadline.date->year();
    });
    return differs ? std::nullopt : year;
}

}  // namespace

void share_blocks(std::vector<ReadArea>& areas) {
    std::size_t all = 0, with = 0;
    for (const auto& area : areas)
        for (const auto& problem : area.problems) ++all, with += has_measures(problem);
    if (with * 2 < all) return;
    for (auto& area : areas) {
        std::vector<ReadProblem*> run;
        for (auto& problem : area.problems) {
            const bool next = run.empty() || run.back()->source.last + 1 >= problem.source.first;
            if (!next) run.clear();
            if (says_nothing(problem) && problem.manifestations.empty()) {
                run.push_back(&problem);
                continue;
            }
            if (!run.empty() && !problem.measures.empty() && problem.manifestations.empty()) {
                auto* first = run.front();
                run.erase(run.begin());
                share_with(*first, run, problem);
            }
            run.clear();
        }
    }
}

void settle_days(PlanDocument& document, std::optional<DocumentYear> known) {
    if (!known)
        if (const auto year = common_year(document.areas)) known = DocumentYear{*year, 0};
    if (!known) return;
    const bool ahead = document.kind == "plan";
    each_deadline(document.areas, [&](ledger::Deadline& deadline) {
        if (deadline.text.empty() || deadline.date) return;
        const auto settled = deadline_of(deadline.text, known->year);
        if (!settled.date) return;
        if (ahead && known->month > 0 && settled.date->year() == known->year &&
            settled.date->month() < known->month)
            return;
        deadline.date = settled.date;
    });
}

void settle_sources(std::vector<ReadArea>& areas) {
    for (auto& area : areas) {
        const auto reach = [&](const Source& source) {
            if (source.first == 0) return;
            area.source.first =
                area.source.first == 0 ? source.first : std::min(area.source.first, source.first);
            area.source.last = std::max(area.source.last, source.last);
        };
        for (const auto& problem : area.problems) reach(problem.source);
        for (const auto& measure : area.measures) reach(measure.source);
        area.source.last = std::max(area.source.last, area.source.first);
    }
}

void settle_states(std::vector<ReadArea>& areas) {
    for (auto& area : areas)
        for (auto& problem : area.problems) {
            if (!problem.status.empty() || problem.measures.empty() ||
                !problem.manifestations.empty())
                continue;
            const auto& first = problem.measures.front().status;
            const bool all =
                std::all_of(problem.measures.begin(), problem.measures.end(),
                            [&](const ReadMeasure& one) { return one.status == first; });
            if (all) problem.status = first;
        }
}

}  // namespace plan
