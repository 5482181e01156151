#include "ledger/measure_actions.hpp"

#include <algorithm>

#include "evidence/evidence_store.hpp"
#include "ledger/history_store.hpp"
#include "ledger/measure_step_actions.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/restricted_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<MeasureRow> row_of(db::Transaction& transaction, MeasureId id,
                                const base::Scope& scope) {
    auto found = find_measure_row(transaction, id, scope);
    if (!found) return refuse(ErrorKind::not_found, "measure_not_found");
    return std::move(*found);
}

struct Opened {
    Recorder recorder;
    Measure before;
    ProblemGate gate;
};

/// The measure in scope, its programme open for writing.
base::Result<Opened> open_measure(db::Transaction& transaction, const Needs& needs,
                                  const base::Actor& actor, MeasureId id) {
    const auto found = load_measure(transaction, id, actor.scope);
    if (!found) return found.error();
    auto recorder = Recorder::open(transaction, needs, actor, found->programme);
    if (!recorder) return recorder.error();
    auto measure =
        load_measure(transaction, id, actor.scope);  // Again, now that nobody else writes.
    if (!measure) return measure.error();
    const auto problem = load_problem(transaction, measure->problem, base::unbounded());
    if (!problem) return problem.error();
    return Opened{std::move(*recorder), std::move(*measure), gate_of(problem->status)};
}

/// A transition from end to end: `rule` decides, `beside` writes what belongs to it besides the
/// row.
template <class Rule, class Beside>
base::Result<MeasureRow> transition(const Needs& needs, const base::Actor& actor,
                                    Seen<MeasureId> seen, std::string_view act, Rule rule,
                                    Beside beside) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeasureRow> {
        auto opened = open_measure(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, before, gate] = *opened;
        if (auto fresh = check_version(before.version, seen.version); !fresh) return fresh.error();
        const base::Result<Measure> after = rule(recorder, before, gate);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, act);
        if (!saved) return saved.error();
        beside(recorder, before, *saved);
        recorder.finish();
        return row_of(transaction, seen.id, actor.scope);
    });
}

constexpr auto nothing_beside = [](Recorder&, const Measure&, const Measure&) {};

/// Manifestations that all belong to `problem`, or a refusal.
base::Result<void> check_manifestations(db::Transaction& transaction, ProblemId problem,
                                        const std::vector<ManifestationId>& wanted) {
    const auto there = list_manifestations(transaction, problem);
    for (const auto& id : wanted) {
        const bool known =
            std::any_of(there.begin(), there.end(), [&](const auto& one) { return one.id == id; });
        if (!known)
            return refuse(ErrorKind::not_found, "manifestation_not_found", "manifestation_ids");
    }
    return {};
}

/// What a closed problem rests on stays as it was.
base::Result<void> check_services_can_go(db::Transaction& transaction,
                                         const std::vector<Service>& services) {
    for (const auto& service : services) {
        const auto problem = load_problem(transaction, service.problem, base::unbounded());
        if (problem && gate_of(problem->status) == ProblemGate::closed)
            return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes",
                          "problem_ids");
    }
    return {};
}

/// The problem itself first, then the others, each once.
std::vector<ProblemId> problems_served(const Measure& measure, const Services& wanted) {
    std::vector<ProblemId> problems{measure.problem};
    for (const auto& id : wanted.problems)
        if (std::find(problems.begin(), problems.end(), id) == problems.end())
            problems.push_back(id);
    return problems;
}

/// "2/<manifestation>, 5": as the journal keeps it.
std::string text_of(const std::vector<Service>& services) {
    std::string text;
    for (const auto& service : services) {
        text += (text.empty() ? "" : ", ") + std::to_string(service.problem_number);
        if (service.manifestation) text += '/' + service.manifestation->text();
    }
    return text;
}

/// Replaces what a measure serves. Manifestations may be of its own problem or of those it serves.
base::Result<void> replace_services(Recorder& recorder, const Measure& measure,
                                    const Services& wanted) {
    auto& transaction = recorder.transaction();
    delete_services(transaction, measure.id);
    auto left = wanted.manifestations;
    for (const auto& id : problems_served(measure, wanted)) {
        const auto problem = load_problem(transaction, id, recorder.actor().scope);
        if (!problem || problem->programme != measure.programme)
            return refuse(ErrorKind::not_found, "problem_not_found", "problem_ids");
        if (gate_of(problem->status) == ProblemGate::closed)
            return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes",
                          "problem_ids");
        bool served = false;
        for (const auto& manifestation : list_manifestations(transaction, id)) {
            const auto at = std::find(left.begin(), left.end(), manifestation.id);
            if (at == left.end()) continue;
            left.erase(at);
            served = true;
            insert_service(transaction, measure.programme, {measure.id, id, manifestation.id, 0});
        }
        if (!served && id != measure.problem)
            insert_service(transaction, measure.programme, {measure.id, id, std::nullopt, 0});
    }
    if (!left.empty())
        return refuse(ErrorKind::not_found, "manifestation_not_found", "manifestation_ids");
    return {};
}

}  // namespace

base::Result<MeasureView> view_measure(const Needs& needs, const base::Actor& actor, MeasureId id) {
    auto shown =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<MeasureView> {
            auto row = row_of(transaction, id, actor.scope);
            if (!row) return row.error();
            MeasureView view;
            view.row = std::move(*row);
            if (const auto programme =
                    load_programme(transaction, view.row.measure.programme, base::unbounded()))
                view.programme_title = programme->title;
            view.services = list_services_of_measure(transaction, id);
            view.entries = list_entries(transaction, id);
            view.refusals = list_refusals(transaction, id.text());
            view.steps = steps_of(list_history(transaction, id.text()));
            return view;
        });
    if (shown) note_restricted_read(needs, actor, subject_of(shown->row.measure));
    return shown;
}

base::Result<MeasureRow> add_measure(const Needs& needs, const base::Actor& actor, ProblemId under,
                                     const NewMeasure& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeasureRow> {
        const auto found = load_problem(transaction, under, actor.scope);
        if (!found) return found.error();
        if (!actor.may(base::Act::edit_ledger))
            return refuse(ErrorKind::forbidden, "only_the_office_edits");
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        if (const auto stored = load_measure(transaction, wanted.id, base::unbounded())) {
            if (stored->problem == under && stored->text == wanted.text)
                return row_of(transaction, wanted.id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (has_history(transaction, wanted.id.text()))
            return refuse(ErrorKind::conflict, "row_was_taken_away", "id");
        const auto problem = load_problem(transaction, under, actor.scope);
        if (!problem) return problem.error();
        if (gate_of(problem->status) == ProblemGate::closed)
            return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
        if (auto known = check_manifestations(transaction, under, wanted.manifestations); !known)
            return known.error();
        if (auto known = check_holders(transaction, wanted.responsibility); !known)
            return known.error();
        const auto area = load_area(transaction, problem->area, problem->programme);
        if (!area) return area.error();
        Measure measure;
        measure.id = wanted.id;
        measure.number = recorder->next_measure_number();
        measure.text = wanted.text;
        measure.responsibility = wanted.responsibility;
        measure.deadline = wanted.deadline;
        recorder->insert(measure, *problem, area->number, "add_measure");
        for (const auto& manifestation : wanted.manifestations)
            insert_service(transaction, problem->programme, {measure.id, under, manifestation, 0});
        recorder->finish();
        return row_of(transaction, wanted.id, actor.scope);
    });
}

base::Result<MeasureRow> edit_measure(const Needs& needs, const base::Actor& actor,
                                      Seen<MeasureId> seen, const MeasureChange& change) {
    const auto rule = [&](Recorder& recorder, const Measure& before,
                          ProblemGate gate) -> base::Result<Measure> {
        auto known =
            check_holders(recorder.transaction(), change.responsibility.value_or(Responsibility{}));
        if (!known) return known.error();
        return edit(before, change, gate, actor);
    };
    return transition(needs, actor, seen, "edit_measure", rule, nothing_beside);
}

base::Result<MeasureRow> link_measure(const Needs& needs, const base::Actor& actor,
                                      Seen<MeasureId> seen, const Services& services) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeasureRow> {
        auto opened = open_measure(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, before, gate] = *opened;
        if (auto fresh = check_version(before.version, seen.version); !fresh) return fresh.error();
        if (auto no = why_not(MeasureAct::edit, before, gate, actor)) return *no;
        const auto old_links = list_services_of_measure(transaction, seen.id);
        if (auto fine = check_services_can_go(transaction, old_links); !fine) return fine.error();
        if (auto replaced = replace_services(recorder, before, services); !replaced)
            return replaced.error();
        const auto new_links = list_services_of_measure(transaction, seen.id);
        if (new_links != old_links) {
            const auto saved = recorder.save_links(before, text_of(old_links), text_of(new_links));
            if (!saved) return saved.error();
        }
        recorder.finish();
        return row_of(transaction, seen.id, actor.scope);
    });
}

base::Result<MeasureRow> report_progress(const Needs& needs, const base::Actor& actor, MeasureId id,
                                         const ProgressEntry& sent) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeasureRow> {
        auto opened = open_measure(transaction, needs, actor, id);
        if (!opened) return opened.error();
        auto& [recorder, before, gate] = *opened;
        ProgressEntry entry = sent;
        entry.measure = id;
        if (const auto stored = find_entry(transaction, sent.id)) {
            if (say_the_same(*stored, entry)) return row_of(transaction, id, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        entry.at = recorder.now();
        entry.by = actor.name;
        const auto after = report(before, entry, list_counted(transaction, id), gate, actor);
        if (!after) return after.error();
        const auto saved = recorder.save(before, *after, "report_progress");
        if (!saved) return saved.error();
        insert_entry(transaction, *saved, entry, actor.id);
        if (!entry.percent_reason.empty())
            recorder.note("state_reason", "measure", id.text(), {{"reason", entry.percent_reason}});
        recorder.finish();
        return row_of(transaction, id, actor.scope);
    });
}

base::Result<MeasureRow> submit_measure(const Needs& needs, const base::Actor& actor,
                                        Seen<MeasureId> seen) {
    const auto rule = [&](Recorder& recorder, const Measure& before, ProblemGate gate) {
        auto& transaction = recorder.transaction();
        return submit(before,
                      {list_counted(transaction, before.id),
                       missing_kinds(recorder.programme().required_evidence.measure,
                                     evidence::list_kinds_at(transaction, before.id.text()))},
                      gate, actor);
    };
    return transition(needs, actor, seen, "submit_measure", rule, nothing_beside);
}

base::Result<MeasureRow> withdraw_measure(const Needs& needs, const base::Actor& actor,
                                          Seen<MeasureId> seen) {
    const auto rule = [&](Recorder&, const Measure& before, ProblemGate gate) {
        return withdraw(before, gate, actor);
    };
    return transition(needs, actor, seen, "withdraw_measure", rule, nothing_beside);
}

base::Result<MeasureRow> accept_measure(const Needs& needs, const base::Actor& actor,
                                        Seen<MeasureId> seen, const Acceptance& acceptance,
                                        std::string_view opinion) {
    const auto rule = [&](Recorder& recorder, const Measure& before, ProblemGate gate) {
        return accept(before, {acceptance.outcome, acceptance.long_term, recorder.today()}, gate,
                      actor);
    };
    const auto beside = [&](Recorder& recorder, const Measure& before, const Measure& after) {
        recorder.note("state_opinion", "measure", after.id.text(),
                      {{"opinion", std::string(opinion)}});
        tell_holders(recorder, before, notify::EventKind::measure_accepted);
    };
    return transition(needs, actor, seen, "accept_measure", rule, beside);
}

base::Result<MeasureRow> send_back_measure(const Needs& needs, const base::Actor& actor,
                                           Seen<MeasureId> seen, const Return& why) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeasureRow> {
        auto opened = open_measure(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, before, gate] = *opened;
        if (auto fresh = check_version(before.version, seen.version); !fresh) return fresh.error();
        const auto sent = send_back(recorder, before, gate, why);
        if (!sent) return sent.error();
        recorder.finish();
        return row_of(transaction, seen.id, actor.scope);
    });
}

}  // namespace ledger
