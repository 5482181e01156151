#include "ledger/recorder_actions.hpp"

#include <algorithm>

#include "accounts/unit_tree_store.hpp"
#include "calendar/calendar_store.hpp"
#include "ledger/due.hpp"

namespace ledger {
namespace {

const Deadline& that_counts(const Measure& measure, const Problem& problem) {
    return measure.deadline.empty() ? problem.deadline : measure.deadline;
}

const Responsibility& that_counts_of(const Measure& measure, const Problem& problem) {
    return measure.responsibility.empty() ? problem.responsibility : measure.responsibility;
}

/// The version is not a change, nor is the moment.
template <class Row>
bool same_but_for_the_moment(Row a, const Row& b) {
    a.version = b.version;
    a.updated_at = b.updated_at;
    return a == b;
}

}  // namespace

const base::Actor& program() {
    static const base::Actor actor = [] {
        base::Actor one;
        one.name = "系统";
        one.scope = base::unbounded();
        return one;
    }();
    return actor;
}

base::Result<void> check_holders(db::Transaction& transaction,
                                 const Responsibility& responsibility) {
    std::vector<base::UnitId> known;
    for (const auto& holder : responsibility) {
        if (!holder.unit || std::find(known.begin(), known.end(), *holder.unit) != known.end())
            continue;
        const auto unit = accounts::load_unit_to_hold(transaction, *holder.unit);
        if (!unit)
            return base::refuse(unit.error().kind, unit.error().code, "responsibility",
                                {{"value", holder.name}});
        if (auto open = accounts::check_open(*unit, "responsibility"); !open) return open;
        known.push_back(*holder.unit);
    }
    return {};
}

base::Result<void> check_version(std::int64_t stored, std::int64_t seen) {
    if (stored == seen) return {};
    return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version",
                        {{"version", std::to_string(stored)}});
}

Recorder::Recorder(db::Transaction& transaction, const Needs& needs, const base::Actor& actor,
                   Programme programme)
    : transaction_(transaction),
      needs_(needs),
      actor_(actor),
      now_(needs.clock.now()),
      programme_(std::move(programme)),
      stored_last_(programme_.last) {}

base::Result<Recorder> Recorder::open(db::Transaction& transaction, const Needs& needs,
                                      const base::Actor& actor, ProgrammeId programme) {
    transaction.lock("programme:" + programme.text());
    auto found = load_programme(transaction, programme, actor.scope);
    if (!found) return found.error();
    return Recorder(transaction, needs, actor, std::move(*found));
}

const std::string& Recorder::path_of(base::UnitId unit) {
    const auto known = paths_.find(unit);
    if (known != paths_.end()) return known->second;
    // Held: whoever moves the unit at this moment must find the copy that is made of its path.
    auto found = accounts::load_unit_to_hold(transaction_, unit);
    return paths_.emplace(unit, found ? std::move(found->path) : std::string()).first->second;
}

Holding Recorder::holding_of(const Responsibility& responsibility) {
    Holding held{{programme_.inspected_unit}, {path_of(programme_.inspected_unit)}};
    for (const auto& holder : responsibility) {
        if (!holder.unit) continue;
        if (std::find(held.units.begin(), held.units.end(), *holder.unit) != held.units.end())
            continue;
        held.units.push_back(*holder.unit);
        held.paths.push_back(path_of(*holder.unit));
    }
    return held;
}

const calendar::Calendar& Recorder::calendar_for(const Deadline& deadline) {
    static const calendar::Calendar none;
    if (deadline.kind != DeadlineKind::relative) return none;
    if (!calendar_)
        calendar_ = calendar::load_calendar(transaction_, calendar::year_min, calendar::year_max);
    return *calendar_;
}

void Recorder::set_due(Problem& problem) {
    problem.due_on = due_on(problem.deadline, events_of(programme_), calendar_for(problem.deadline),
                            std::nullopt);
}

void Recorder::set_due(Measure& measure, const Problem& problem) {
    measure.due_on = measure.long_term.next_review_on;
    if (measure.due_on) return;
    const auto& deadline = that_counts(measure, problem);
    const auto last_proof =
        measure.last_entry_at ? std::optional(base::date_of(*measure.last_entry_at)) : std::nullopt;
    measure.due_on = due_on(deadline, events_of(programme_), calendar_for(deadline), last_proof);
}

/// A day that was written down moves only with what it was reckoned from, not because the calendar
/// of working days has changed since.
void Recorder::set_due_if_moved(Measure& after, const Measure& before, const Problem& problem) {
    const bool proven = after.last_entry_at != before.last_entry_at &&
                        that_counts(after, problem).kind == DeadlineKind::recurring;
    const bool reviewed = after.long_term.next_review_on != before.long_term.next_review_on;
    if (proven || reviewed || after.deadline != before.deadline) set_due(after, problem);
}

MeasurePlace Recorder::place_of(const Measure& measure, const Problem& problem,
                                std::int64_t area_number) {
    const auto& responsibility = that_counts_of(measure, problem);
    return {problem.area,
            area_number,
            problem.number,
            that_counts(measure, problem).kind,
            unit_label(responsibility),
            leader_label(responsibility),
            holding_of(responsibility),
            problem.guards};
}

std::int64_t Recorder::area_number_of(AreaId area) {
    const auto known = area_numbers_.find(area);
    if (known != area_numbers_.end()) return known->second;
    const auto found = load_area(transaction_, area, programme_.id);
    return area_numbers_.emplace(area, found ? found->number : 0).first->second;
}

void Recorder::record(const Subject& subject, std::int64_t version, std::string_view act,
                      const Fields& before, const Fields& after) {
    insert_history(transaction_, subject,
                   {version, now_, actor_.name, std::string(act), after, batch_});
    const auto changes = changes_between(before, after);
    std::vector<std::pair<std::string, std::string>> facts;
    if (batch_) facts.emplace_back("batch", batch_->text());
    noted_.push_back({std::string(act), std::string(subject.kind), subject.id,
                      journal::payload_of(changes, facts)});
}

void Recorder::record_opening() {
    record(subject_of(programme_), programme_.version, "open_programme", {}, fields_of(programme_));
}

void Recorder::insert(Problem& problem, std::int64_t area_number, std::string_view act) {
    problem.programme = programme_.id;
    problem.guards = problem.guards | guards_of(programme_.classification);
    problem.updated_at = now_;
    set_due(problem);
    insert_problem(transaction_, problem, {area_number, holding_of(problem.responsibility)});
    record(subject_of(problem), problem.version, act, {}, fields_of(problem));
}

void Recorder::insert(Measure& measure, const Problem& problem, std::int64_t area_number,
                      std::string_view act) {
    measure.programme = programme_.id;
    measure.problem = problem.id;
    measure.guards = problem.guards;
    measure.updated_at = now_;
    set_due(measure, problem);
    insert_measure(transaction_, measure, place_of(measure, problem, area_number));
    record(subject_of(measure), measure.version, act, {}, fields_of(measure));
}

base::Result<Problem> Recorder::save(const Problem& before, Problem after, std::string_view act) {
    if (after.deadline != before.deadline) set_due(after);
    if (same_but_for_the_moment(after, before)) return before;
    after.updated_at = now_;
    if (auto saved = save_problem(transaction_, after); !saved) return saved.error();
    ++after.version;
    if (after.responsibility != before.responsibility)
        save_problem_holding(transaction_, after, holding_of(after.responsibility));
    if (after.guards != before.guards) save_guards(transaction_, after);
    record(subject_of(after), after.version, act, fields_of(before), fields_of(after));
    return after;
}

base::Result<Measure> Recorder::save(const Measure& before, Measure after, std::string_view act) {
    const auto problem = load_problem(transaction_, after.problem, base::unbounded());
    if (!problem) return problem.error();
    return save(before, std::move(after), *problem, act);
}

base::Result<Measure> Recorder::save(const Measure& before, Measure after, const Problem& problem,
                                     std::string_view act) {
    set_due_if_moved(after, before, problem);
    if (same_but_for_the_moment(after, before)) return before;
    after.updated_at = now_;
    if (auto saved = save_measure(transaction_, after); !saved) return saved.error();
    ++after.version;
    if (after.responsibility != before.responsibility || after.deadline != before.deadline)
        save_measure_place(transaction_, after,
                           place_of(after, problem, area_number_of(problem.area)));
    record(subject_of(after), after.version, act, fields_of(before), fields_of(after));
    return after;
}

base::Result<void> Recorder::save(const Programme& after) {
    const auto before = fields_of(programme_), now = fields_of(after);
    if (before == now) return {};
    if (auto saved = save_programme(transaction_, after, now_); !saved) return saved;
    if (after.classification != programme_.classification)
        save_mark(transaction_, after.id, guards_of(after.classification));
    const auto last = programme_.last;
    programme_ = after;
    programme_.last = last;
    ++programme_.version;
    record(subject_of(programme_), programme_.version, "change_programme", before, now);
    return {};
}

base::Result<Measure> Recorder::save_links(const Measure& before, const std::string& old_links,
                                           const std::string& new_links) {
    Measure after = before;
    after.updated_at = now_;
    if (auto saved = save_measure(transaction_, after); !saved) return saved.error();
    ++after.version;
    const std::string act = "link_measure";
    insert_history(transaction_, subject_of(after),
                   {after.version, now_, actor_.name, act, fields_of(after), batch_});
    const journal::FieldChange change{"serves", old_links, new_links};
    noted_.push_back({act, "measure", after.id.text(), journal::payload_of({&change, 1})});
    return after;
}

std::int64_t Recorder::note_removal(const Subject& subject, const HistoryRow& last,
                                    std::string_view reason) {
    insert_history(transaction_, subject, last);
    note(last.act, subject.kind, subject.id, {{"reason", std::string(reason)}});
    return last.version;
}

std::int64_t Recorder::note_removal(const Problem& problem, std::string_view reason) {
    const HistoryRow last{problem.version + 1, now_,  actor_.name, "remove_problem",
                          fields_of(problem),  batch_};
    return note_removal(subject_of(problem), last, reason);
}

std::int64_t Recorder::note_removal(const Measure& measure, std::string_view reason) {
    const HistoryRow last{measure.version + 1, now_,  actor_.name, "remove_measure",
                          fields_of(measure),  batch_};
    return note_removal(subject_of(measure), last, reason);
}

base::Result<Problem> Recorder::place_again(const Problem& problem, Replace what) {
    if (problem.status == ProblemStatus::struck_off) return problem;
    const auto area_number = area_number_of(problem.area);
    for (auto& measure : list_measures(transaction_, problem.id)) {
        if (what == Replace::holders_and_days && measure.status != MeasureStatus::done)
            set_due(measure, problem);
        save_measure_place(transaction_, measure, place_of(measure, problem, area_number));
    }
    Problem after = problem;
    if (what == Replace::holders_and_days) set_due(after);
    if (after.due_on != problem.due_on) save_problem_due(transaction_, after.id, after.due_on);
    return after;
}

void Recorder::note(std::string_view act, std::string_view subject_kind, std::string subject_id,
                    const std::vector<std::pair<std::string, std::string>>& facts) {
    noted_.push_back({std::string(act), std::string(subject_kind), std::move(subject_id),
                      journal::payload_of({}, facts)});
}

void Recorder::finish() {
    if (programme_.last != stored_last_)
        save_last_numbers(transaction_, programme_.id, programme_.last);
    const auto chain = programme_.id.text();
    std::vector<journal::Draft> drafts;
    drafts.reserve(noted_.size());
    for (const auto& noted : noted_)
        drafts.push_back({chain, noted.act, noted.subject_kind, noted.subject_id, noted.payload});
    needs_.journal.append_all(transaction_, actor_, now_, drafts);
}

}  // namespace ledger
