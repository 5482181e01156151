#include "ledger/problem_actions.hpp"

#include "ledger/history_store.hpp"
#include "ledger/problem_step_actions.hpp"
#include "ledger/restricted_actions.hpp"
#include "ledger/review_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

/// What is linked may lie outside the scope, but never behind a guard.
base::Scope guarded_only_by(const base::Actor& actor) {
    return {{base::ScopePart{}}, actor.scope.cleared};
}

/// One act that changes nothing but the row: `rule` decides.
template <class Rule>
base::Result<ProblemRow> change(const Needs& needs, const base::Actor& actor, Seen<ProblemId> seen,
                                std::string_view act, Rule rule) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const base::Result<Problem> after = rule(before);
        if (!after) return after.error();
        if (const auto saved = recorder.save(before, *after, act); !saved) return saved.error();
        recorder.finish();
        return problem_row(transaction, seen.id, actor.scope);
    });
}

base::Result<Area> area_for(Recorder& recorder, const NewProblem& wanted) {
    if (wanted.area)
        return load_area(recorder.transaction(), *wanted.area, recorder.programme().id);
    return area_of_heading(recorder, wanted.area_heading);
}

Problem problem_from(const NewProblem& wanted, const Area& area, Recorder& recorder) {
    Problem problem;
    problem.id = wanted.id;
    problem.area = area.id;
    problem.number = recorder.next_problem_number();
    problem.text = wanted.text;
    problem.goal = wanted.goal;
    problem.responsibility = wanted.responsibility;
    problem.deadline = wanted.deadline;
    return problem;
}

}  // namespace

base::Result<ProblemView> view_problem(const Needs& needs, const base::Actor& actor, ProblemId id) {
    auto shown =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<ProblemView> {
            auto row = problem_row(transaction, id, actor.scope);
            if (!row) return row.error();
            ProblemView view;
            view.row = std::move(*row);
            const auto& problem = view.row.problem;
            if (const auto programme =
                    load_programme(transaction, problem.programme, base::unbounded())) {
                view.programme_title = programme->title;
                view.programme_chain = programme->review_chain;
            }
            view.manifestations = list_manifestations(transaction, id);
            view.measures = list_rows_of_problem(transaction, id, actor.scope);
            view.services = list_services_of_problem(transaction, id);
            view.application = find_last_application(transaction, id);
            view.review = view_review(transaction, problem);
            view.strike_off = find_strike_off(transaction, id);
            view.slip_evidence = list_slip_evidence(transaction, id);
            if (problem.predecessor) {
                if (const auto found =
                        load_problem(transaction, *problem.predecessor, guarded_only_by(actor)))
                    view.predecessor = *found;
            }
            view.successor = find_successor(transaction, id);
            if (view.successor && !actor.scope.clears(view.successor->guards))
                view.successor.reset();
            view.refusals = list_refusals(transaction, id.text());
            view.steps = steps_of(list_history(transaction, id.text()));
            return view;
        });
    if (shown) {
        const auto& problem = shown->row.problem;
        note_restricted_read(needs, actor, subject_of(problem));
    }
    return shown;
}

base::Result<ProblemRow> add_problem(const Needs& needs, const base::Actor& actor,
                                     ProgrammeId programme, const NewProblem& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        if (!actor.may(base::Act::edit_ledger))
            return refuse(ErrorKind::forbidden, "only_the_office_edits");
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        if (const auto stored = load_problem(transaction, wanted.id, base::unbounded())) {
            if (stored->text == wanted.text && stored->programme == programme)
                return problem_row(transaction, wanted.id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (has_history(transaction, wanted.id.text()))
            return refuse(ErrorKind::conflict, "row_was_taken_away", "id");
        if (auto known = check_holders(transaction, wanted.responsibility); !known)
            return known.error();
        const auto area = area_for(*recorder, wanted);
        if (!area) return area.error();
        auto problem = problem_from(wanted, *area, *recorder);
        recorder->insert(problem, area->number, "add_problem");
        recorder->finish();
        return problem_row(transaction, wanted.id, actor.scope);
    });
}

base::Result<ProblemRow> edit_problem(const Needs& needs, const base::Actor& actor,
                                      Seen<ProblemId> seen, const ProblemChange& change) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const auto known =
            check_holders(transaction, change.responsibility.value_or(Responsibility{}));
        if (!known) return known.error();
        const auto after = edit(before, change, actor);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, "edit_problem");
        if (!saved) return saved.error();
        if (saved->responsibility != before.responsibility || saved->deadline != before.deadline) {
            const auto placed = recorder.place_again(*saved, saved->deadline == before.deadline
                                                                 ? Replace::holders
                                                                 : Replace::holders_and_days);
            if (!placed) return placed.error();
        }
        recorder.finish();
        return problem_row(transaction, seen.id, actor.scope);
    });
}

base::Result<ProblemRow> guard_problem(const Needs& needs, const base::Actor& actor,
                                       Seen<ProblemId> seen, base::Guards guards) {
    return change(needs, actor, seen, "guard_problem",
                  [&](const Problem& before) { return guard(before, guards, actor); });
}

base::Result<ProblemRow> claim_problem(const Needs& needs, const base::Actor& actor,
                                       Seen<ProblemId> seen) {
    return change(needs, actor, seen, "claim_problem",
                  [&](const Problem& before) { return claim(before, actor); });
}

base::Result<ProblemRow> open_successor_problem(const Needs& needs, const base::Actor& actor,
                                                ProblemId struck_off, ProblemId id,
                                                std::string_view text, std::string_view reason) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        const auto before = load_problem(transaction, struck_off, actor.scope);
        if (!before) return before.error();
        auto recorder = Recorder::open(transaction, needs, actor, before->programme);
        if (!recorder) return recorder.error();
        if (const auto stored = load_problem(transaction, id, base::unbounded())) {
            const bool same =
                stored->predecessor == struck_off && (text.empty() || stored->text == text);
            if (same) return problem_row(transaction, id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (has_history(transaction, id.text()))
            return refuse(ErrorKind::conflict, "row_was_taken_away", "id");
        const auto opened = open_successor(*recorder, *before, {id, text, reason});
        if (!opened) return opened.error();
        recorder->finish();
        return problem_row(transaction, id, actor.scope);
    });
}

}  // namespace ledger
