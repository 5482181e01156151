#include "ledger/problem_actions.hpp"

#include "ledger/history_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/restricted_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<ProblemRow> row_of(db::Transaction& transaction, ProblemId id,
                                const base::Scope& scope) {
    auto found = find_problem_row(transaction, id, scope);
    if (!found) return refuse(ErrorKind::not_found, "problem_not_found");
    return std::move(*found);
}

struct Opened {
    Recorder recorder;
    Problem before;
};

/// What is linked may lie outside the scope, but never behind a guard.
base::Scope guarded_only_by(const base::Actor& actor) {
    return {{base::ScopePart{}}, actor.scope.cleared};
}

/// The problem in scope, its programme open for writing, the version the one that was seen.
base::Result<Opened> open_problem(db::Transaction& transaction, const Needs& needs,
                                  const base::Actor& actor, Seen<ProblemId> seen) {
    const auto found = load_problem(transaction, seen.id, actor.scope);
    if (!found) return found.error();
    auto recorder = Recorder::open(transaction, needs, actor, found->programme);
    if (!recorder) return recorder.error();
    auto problem =
        load_problem(transaction, seen.id, actor.scope);  // Again, now that nobody else writes.
    if (!problem) return problem.error();
    if (auto fresh = check_version(problem->version, seen.version); !fresh) return fresh.error();
    return Opened{std::move(*recorder), std::move(*problem)};
}

/// A transition from end to end: `rule` decides, `beside` writes what belongs to it besides the
/// row.
template <class Rule, class Beside>
base::Result<ProblemRow> transition(const Needs& needs, const base::Actor& actor,
                                    Seen<ProblemId> seen, std::string_view act, Rule rule,
                                    Beside beside) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProblemRow> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const base::Result<Problem> after = rule(recorder, before);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, act);
        if (!saved) return saved.error();
        beside(recorder, before, *saved);
        recorder.finish();
        return row_of(transaction, seen.id, actor.scope);
    });
}

constexpr auto nothing_beside = [](Recorder&, const Problem&, const Problem&) {};

Area insert_new_area(Recorder& recorder, std::string_view heading) {
    Area area;
    area.id = AreaId::make(recorder.now(), recorder.random());
    area.programme = recorder.programme().id;
    area.number = recorder.next_area_number();
    area.heading = heading;
    insert_area(recorder.transaction(), area);
    recorder.note("add_area", "area", area.id.text(), {{"heading", area.heading}});
    return area;
}

base::Result<Area> area_for(Recorder& recorder, const NewProblem& wanted) {
    if (wanted.area)
        return load_area(recorder.transaction(), *wanted.area, recorder.programme().id);
    for (const auto& area : list_areas(recorder.transaction(), recorder.programme().id))
        if (area.heading == wanted.area_heading) return area;
    return insert_new_area(recorder, wanted.area_heading);
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
            auto row = row_of(transaction, id, actor.scope);
            if (!row) return row.error();
            ProblemView view;
            view.row = std::move(*row);
            const auto& problem = view.row.problem;
            if (const auto programme =
                    load_programme(transaction, problem.programme, base::unbounded()))
                view.programme_title = programme->title;
            view.manifestations = list_manifestations(transaction, id);
            view.measures = list_rows_of_problem(transaction, id, actor.scope);
            view.services = list_services_of_problem(transaction, id);
            view.application = find_last_application(transaction, id);
            view.strike_off = find_strike_off(transaction, id);
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
                return row_of(transaction, wanted.id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto known = check_holders(transaction, wanted.responsibility); !known)
            return known.error();
        const auto area = area_for(*recorder, wanted);
        if (!area) return area.error();
        auto problem = problem_from(wanted, *area, *recorder);
        recorder->insert(problem, area->number, "add_problem");
        recorder->finish();
        return row_of(transaction, wanted.id, actor.scope);
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
        return row_of(transaction, seen.id, actor.scope);
    });
}

base::Result<ProblemRow> guard_problem(const Needs& needs, const base::Actor& actor,
                                       Seen<ProblemId> seen, base::Guards guards) {
    const auto rule = [&](Recorder&, const Problem& before) {
        return guard(before, guards, actor);
    };
    return transition(needs, actor, seen, "guard_problem", rule, nothing_beside);
}

base::Result<ProblemRow> claim_problem(const Needs& needs, const base::Actor& actor,
                                       Seen<ProblemId> seen) {
    const auto rule = [&](Recorder&, const Problem& before) { return claim(before, actor); };
    return transition(needs, actor, seen, "claim_problem", rule, nothing_beside);
}

base::Result<ProblemRow> apply_for_strike_off(const Needs& needs, const base::Actor& actor,
                                              Seen<ProblemId> seen,
                                              const StrikeOffApplication& application) {
    const auto rule = [&](Recorder& recorder, const Problem& before) {
        const auto tally = tally_of(recorder.transaction(), before.id);
        return apply(before, application, tally, actor, recorder.today());
    };
    const auto beside = [&](Recorder& recorder, const Problem&, const Problem& after) {
        const auto id = ApplicationId::make(recorder.now(), recorder.random());
        insert_application(recorder.transaction(), after,
                           {id, application, recorder.now(), actor.id, actor.name});
        tell_reviewers(recorder, after, notify::EventKind::strike_off_applied);
    };
    return transition(needs, actor, seen, "apply_for_strike_off", rule, beside);
}

base::Result<ProblemRow> withdraw_application(const Needs& needs, const base::Actor& actor,
                                              Seen<ProblemId> seen) {
    const auto rule = [&](Recorder&, const Problem& before) { return withdraw(before, actor); };
    return transition(needs, actor, seen, "withdraw_application", rule, nothing_beside);
}

base::Result<ProblemRow> strike_off_problem(const Needs& needs, const base::Actor& actor,
                                            Seen<ProblemId> seen, std::string_view opinion) {
    const auto rule = [&](Recorder& recorder, const Problem& before) {
        return strike_off(before, tally_of(recorder.transaction(), before.id), actor);
    };
    const auto beside = [&](Recorder& recorder, const Problem& before, const Problem& after) {
        const auto application = find_last_application(recorder.transaction(), after.id);
        StrikeOff slip{
            recorder.next_slip_number(),        recorder.now(),       actor.id, actor.name,
            application ? application->by : "", std::string(opinion), false};
        insert_strike_off(recorder.transaction(), after, slip);
        recorder.note(
            "issue_slip", "problem", after.id.text(),
            {{"slip_number", std::to_string(slip.slip_number)}, {"opinion", slip.opinion}});
        tell_holders(recorder, before, notify::EventKind::problem_struck_off);
    };
    return transition(needs, actor, seen, "strike_off_problem", rule, beside);
}

base::Result<ProblemRow> send_back_problem(const Needs& needs, const base::Actor& actor,
                                           Seen<ProblemId> seen, const Return& why) {
    const auto rule = [&](Recorder&, const Problem& before) {
        return send_back(before, why.reason, actor);
    };
    const auto beside = [&](Recorder& recorder, const Problem& before, const Problem& after) {
        const auto id = RefusalId::make(recorder.now(), recorder.random());
        insert_refusal(recorder.transaction(), subject_of(after),
                       {id, recorder.now(), actor.name, why.reason, why.requirement});
        recorder.note("state_reason", "problem", after.id.text(),
                      {{"reason", why.reason}, {"requirement", why.requirement}});
        tell_holders(recorder, before, notify::EventKind::problem_sent_back, why.reason);
    };
    return transition(needs, actor, seen, "send_back_problem", rule, beside);
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
            if (same) return row_of(transaction, id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        auto after = open_successor(*before, text, reason, actor);
        if (!after) return after.error();
        after->id = id;
        after->number = recorder->next_problem_number();
        const auto area = load_area(transaction, after->area, after->programme);
        if (!area) return area.error();
        recorder->insert(*after, area->number, "open_successor");
        recorder->note("state_reason", "problem", id.text(), {{"reason", std::string(reason)}});
        recorder->finish();
        return row_of(transaction, id, actor.scope);
    });
}

}  // namespace ledger
