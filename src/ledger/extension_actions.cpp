#include "ledger/extension_actions.hpp"

#include <algorithm>

#include "ledger/news_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

/// A row of either level as far as its deadline goes.
struct Extendable {
    RowRef ref;
    std::optional<Measure> measure;
    std::optional<Problem> problem;  // the measure's, or the row itself
    ProgrammeId programme;
    std::optional<base::Date> due_on;
    std::string deadline_text;
    std::optional<base::Error> why_not;  // be extended by the actor
};

base::Result<Extendable> extendable_problem(db::Transaction& transaction, RowRef row,
                                            const base::Actor& actor) {
    auto problem = load_problem(transaction, ProblemId{row.id}, actor.scope);
    if (!problem) return problem.error();
    Extendable found{row,
                     {},
                     *problem,
                     problem->programme,
                     problem->due_on,
                     problem->deadline.text,
                     why_not_extend(*problem, actor)};
    return found;
}

base::Result<Extendable> extendable_measure(db::Transaction& transaction, RowRef row,
                                            const base::Actor& actor) {
    const auto measure = load_measure(transaction, MeasureId{row.id}, actor.scope);
    if (!measure) return measure.error();
    auto problem = load_problem(transaction, measure->problem, base::unbounded());
    if (!problem) return problem.error();
    const auto& deadline = measure->deadline.empty() ? problem->deadline : measure->deadline;
    return Extendable{row,
                      *measure,
                      *problem,
                      measure->programme,
                      measure->due_on,
                      deadline.text,
                      why_not_extend(*measure, gate_of(problem->status), actor)};
}

base::Result<Extendable> extendable(db::Transaction& transaction, RowRef row,
                                    const base::Actor& actor) {
    return row.is_problem ? extendable_problem(transaction, row, actor)
                          : extendable_measure(transaction, row, actor);
}

bool is_pending(const Extension& one) {
    return one.state == ExtensionState::pending;
}

bool says_the_same(const Extension& stored, RowRef row, const NewExtension& wanted,
                   const base::Actor& actor) {
    return stored.row == row && stored.wanted_on == wanted.wanted_on &&
           stored.reason == wanted.reason && stored.leader == wanted.leader &&
           stored.asked_by == actor.id;
}

ExtensionContext context_of(const std::vector<Extension>& before, const Recorder& recorder) {
    ExtensionContext context;
    context.granted = std::count_if(before.begin(), before.end(), [](const Extension& one) {
        return one.state == ExtensionState::approved;
    });
    context.pending = std::any_of(before.begin(), before.end(), is_pending);
    context.concentrated_end_on = recorder.programme().concentrated_end_on;
    context.today = recorder.today();
    return context;
}

Extension request_of(const NewExtension& wanted, const Extendable& row, const Recorder& recorder) {
    Extension one;
    one.id = wanted.id;
    one.programme = row.programme;
    one.row = row.ref;
    one.old_text = row.deadline_text;
    one.old_due_on = *row.due_on;
    one.wanted_on = wanted.wanted_on;
    one.reason = wanted.reason;
    one.leader = wanted.leader;
    one.asked_by = recorder.actor().id;
    one.asked_by_name = recorder.actor().name;
    one.asked_at = recorder.now();
    one.guards = row.problem->guards;
    return one;
}

void note(Recorder& recorder, std::string_view act, const Extension& one,
          std::vector<std::pair<std::string, std::string>> more = {}) {
    more.insert(more.begin(), {{"old_due_on", base::to_text(one.old_due_on)},
                               {"wanted_on", base::to_text(one.wanted_on)},
                               {"nth", std::to_string(one.nth)}});
    recorder.note(act, one.row.is_problem ? "problem" : "measure", base::to_text(one.row.id), more);
}

/// The row gets the deadline that was granted; what stood still since it was asked for.
base::Result<void> move_deadline(Recorder& recorder, const Extension& one) {
    auto& transaction = recorder.transaction();
    base::Actor asker = recorder.actor();  // Whether it can be worked on, not by whom.
    asker.acts = asker.acts | base::Acts{base::Act::report_progress};
    asker.scope = base::unbounded();
    const auto row = extendable(transaction, one.row, asker);
    if (!row) return row.error();
    if (row->why_not) return *row->why_not;
    if (row->due_on != one.old_due_on)
        return refuse(ErrorKind::conflict, "deadline_changed_meanwhile", "",
                      {{"value", base::to_text(*row->due_on)}});
    if (row->measure) {
        auto after = *row->measure;
        if (after.long_term.next_review_on)
            after.long_term.next_review_on = one.wanted_on;
        else
            after.deadline = by(one.wanted_on);
        const auto saved = recorder.save(*row->measure, after, "extend_deadline");
        if (!saved) return saved.error();
    } else {
        auto after = *row->problem;
        after.deadline = by(one.wanted_on);
        const auto saved = recorder.save(*row->problem, after, "extend_deadline");
        if (!saved) return saved.error();
        if (auto placed = recorder.place_again(*saved); !placed) return placed.error();
    }
    count_extension(transaction, one.row);
    return {};
}

void tell_of(Recorder& recorder, const Extension& one, notify::EventKind kind,
             std::string_view words) {
    const auto row = extendable(recorder.transaction(), one.row, [] {
        base::Actor whole;
        whole.scope = base::unbounded();
        return whole;
    }());
    if (!row) return;
    if (kind == notify::EventKind::extension_asked && row->measure)
        tell_reviewers(recorder, *row->measure, row->problem->guards, kind);
    else if (kind == notify::EventKind::extension_asked)
        tell_reviewers(recorder, *row->problem, kind);
    else if (row->measure)
        tell_holders(recorder, *row->measure, kind, words);
    else
        tell_holders(recorder, *row->problem, kind, words);
}

/// Loads, checks that it is what the actor saw, lets `act` make of it what it will be.
template <class Change>
base::Result<Extension> changed(const Needs& needs, const base::Actor& actor,
                                const SeenExtension& seen, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Extension> {
        const auto found = find_extension(transaction, seen.id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "extension_unknown");
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_extension(transaction, seen.id, actor.scope);
        if (!before) return refuse(ErrorKind::not_found, "extension_unknown");
        if (auto fresh = check_version(before->version, seen.version); !fresh) return fresh.error();
        const base::Result<Extension> after = act(*recorder, *before);
        if (!after || *after == *before) return after;
        if (auto saved = save_extension(transaction, *after); !saved) return saved.error();
        recorder->finish();
        return after;
    });
}

}  // namespace

base::Result<Extension> ask_for_extension(const Needs& needs, const base::Actor& actor, RowRef row,
                                          const NewExtension& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Extension> {
        const auto found = extendable(transaction, row, actor);
        if (!found) return found.error();
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        const auto now = extendable(transaction, row, actor);  // Now that nobody else writes.
        if (!now) return now.error();
        const auto before = list_extensions_of(transaction, row);
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const Extension& one) { return one.id == wanted.id; });
        if (same != before.end()) {
            if (says_the_same(*same, row, wanted, actor)) return *same;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (now->why_not) return *now->why_not;
        const auto asked =
            ask_for(request_of(wanted, *now, *recorder), context_of(before, *recorder));
        if (!asked) return asked.error();
        insert_extension(transaction, *asked);
        note(*recorder, "ask_extension", *asked, {{"reason", asked->reason}});
        tell_of(*recorder, *asked, notify::EventKind::extension_asked, {});
        recorder->finish();
        return std::move(*find_extension(transaction, wanted.id, actor.scope));
    });
}

base::Result<Extension> decide_extension(const Needs& needs, const base::Actor& actor,
                                         const SeenExtension& seen, bool agreed,
                                         std::string_view note_of_it) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Extension& before) -> base::Result<Extension> {
                       const auto after = decide(before, agreed, note_of_it, actor, recorder.now());
                       if (!after) return after;
                       note(recorder, agreed ? "agree_to_extension" : "refuse_extension", *after,
                            {{"opinion", std::string(note_of_it)}});
                       if (after->state == ExtensionState::approved)
                           if (auto moved = move_deadline(recorder, *after); !moved)
                               return moved.error();
                       if (after->state != ExtensionState::pending)
                           tell_of(recorder, *after, notify::EventKind::extension_decided,
                                   agreed ? std::string_view{} : note_of_it);
                       return after;
                   });
}

base::Result<Extension> withdraw_extension(const Needs& needs, const base::Actor& actor,
                                           const SeenExtension& seen) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Extension& before) {
        const auto after = withdraw(before, actor);
        if (after && *after != before) note(recorder, "withdraw_extension", *after);
        return after;
    });
}

base::Result<RowExtensions> list_row_extensions(const Needs& needs, const base::Actor& actor,
                                                RowRef row) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<RowExtensions> {
        const auto found = extendable(transaction, row, actor);
        if (!found) return found.error();
        RowExtensions extensions{list_extensions_of(transaction, row), false};
        const auto& rows = extensions.rows;
        extensions.may_ask = !found->why_not && std::none_of(rows.begin(), rows.end(), is_pending);
        return extensions;
    });
}

ExtensionPage list_extension_page(const Needs& needs, const base::Actor& actor,
                                  const ExtensionFilter& filter) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_extensions(transaction, filter, actor); });
}

}  // namespace ledger
