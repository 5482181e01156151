#include "ledger/problem_step_actions.hpp"

namespace ledger {

base::Result<ProblemRow> problem_row(db::Transaction& transaction, ProblemId id,
                                     const base::Scope& scope) {
    auto found = find_problem_row(transaction, id, scope);
    if (!found) return base::refuse(base::ErrorKind::not_found, "problem_not_found");
    return std::move(*found);
}

base::Result<OpenedProblem> open_problem(db::Transaction& transaction, const Needs& needs,
                                         const base::Actor& actor, Seen<ProblemId> seen) {
    const auto found = load_problem(transaction, seen.id, actor.scope);
    if (!found) return found.error();
    auto recorder = Recorder::open(transaction, needs, actor, found->programme);
    if (!recorder) return recorder.error();
    auto problem =
        load_problem(transaction, seen.id, actor.scope);  // Again, now that nobody else writes.
    if (!problem) return problem.error();
    if (auto fresh = check_version(problem->version, seen.version); !fresh) return fresh.error();
    return OpenedProblem{std::move(*recorder), std::move(*problem)};
}

base::Result<Problem> open_successor(Recorder& recorder, const Problem& before,
                                     const NewSuccessor& wanted) {
    auto after = open_successor(before, wanted.text, wanted.reason, recorder.actor());
    if (!after) return after.error();
    after->id = wanted.id;
    after->number = recorder.next_problem_number();
    const auto area = load_area(recorder.transaction(), after->area, after->programme);
    if (!area) return area.error();
    recorder.insert(*after, area->number, "open_successor");
    recorder.note("state_reason", "problem", wanted.id.text(),
                  {{"reason", std::string(wanted.reason)}});
    return std::move(*after);
}

Area area_of_heading(Recorder& recorder, std::string_view heading) {
    for (const auto& area : list_areas(recorder.transaction(), recorder.programme().id))
        if (area.heading == heading) return area;
    Area area;
    area.id = AreaId::make(recorder.now(), recorder.random());
    area.programme = recorder.programme().id;
    area.number = recorder.next_area_number();
    area.heading = heading;
    insert_area(recorder.transaction(), area);
    recorder.note("add_area", "area", area.id.text(), {{"heading", area.heading}});
    return area;
}

}  // namespace ledger
