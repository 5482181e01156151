// How a Recorder gives the rows of one unit to another.
#include <algorithm>

#include "ledger/notice_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {
namespace {

Responsibility succeeded(const Responsibility& before, const Succession& one) {
    return succeeded(before, &Holder::unit, one.from, one.into, one.into_name);
}

bool names(const Responsibility& responsibility, base::UnitId unit) {
    return std::any_of(responsibility.begin(), responsibility.end(),
                       [&](const Holder& holder) { return holder.unit == unit; });
}

constexpr std::string_view act = "merge_unit";

}  // namespace

void Recorder::hand_over_programme(const Succession& succession) {
    auto before = fields_of(programme_);
    before.emplace_back("inspected_unit", programme_.inspected_unit_name);
    programme_.inspected_unit = succession.into;
    programme_.inspected_unit_name = succession.into_name;
    ++programme_.version;
    save_inspected_unit(transaction_, programme_, now_);
    auto after = fields_of(programme_);
    after.emplace_back("inspected_unit", programme_.inspected_unit_name);
    record(subject_of(programme_), programme_.version, act, before, after);
}

base::Result<std::int64_t> Recorder::hand_over(const Succession& succession,
                                               const Problem& before) {
    std::int64_t rows = 0;
    Problem problem = before;
    if (names(before.responsibility, succession.from)) {
        problem.responsibility = succeeded(before.responsibility, succession);
        auto saved = save(before, problem, act);
        if (!saved) return saved.error();
        problem = std::move(*saved);
        ++rows;
    } else {
        // The inspected unit is among the holders, whoever else is.
        save_problem_holding(transaction_, problem, holding_of(problem.responsibility));
    }
    for (const auto& measure : list_measures(transaction_, problem.id)) {
        if (!names(measure.responsibility, succession.from)) continue;
        Measure after = measure;
        after.responsibility = succeeded(measure.responsibility, succession);
        if (auto saved = save(measure, after, act); !saved) return saved.error();
        ++rows;
    }
    if (auto placed = place_again(problem, Replace::holders); !placed) return placed.error();
    return rows;
}

base::Result<std::int64_t> Recorder::hand_over(const Succession& succession) {
    const bool inspected = programme_.inspected_unit == succession.from;
    if (inspected) hand_over_programme(succession);
    save_addressee(transaction_, programme_.id, succession.from, succession.into);
    std::int64_t rows = 0;
    for (const auto& problem : list_problems(transaction_, programme_.id)) {
        if (problem.status == ProblemStatus::struck_off) continue;
        const auto handed = hand_over(succession, problem);
        if (!handed) return handed.error();
        rows += *handed;
    }
    const auto tasks = hand_over_tasks(succession);
    if (!tasks) return tasks.error();
    return rows + *tasks;
}

}  // namespace ledger
