#include "ledger/bin_actions.hpp"

#include "ledger/problem_step_actions.hpp"
#include "ledger/removal_store.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

template <class Row>
Lived<Row> lived(db::Transaction& transaction, const Row& row) {
    return {row, load_life(transaction, row.id)};
}

std::optional<base::Error> why_not_remove(db::Transaction& transaction, const Problem& problem,
                                          const std::vector<Measure>& measures,
                                          const base::Actor& actor) {
    std::vector<Lived<Measure>> all;
    for (const auto& measure : measures) all.push_back(lived(transaction, measure));
    return why_not_remove(lived(transaction, problem), all, actor);
}

base::Date last_day(const Needs& needs, base::Date today) {
    return base::add_days(today, static_cast<int>(needs.bin_days));
}

template <class Row>
BinEntry entry_of(Recorder& recorder, const Needs& needs, const Row& row, std::string_view reason) {
    BinEntry entry;
    entry.id = BinId::make(recorder.now(), recorder.random());
    entry.programme = row.programme;
    entry.row = row.id.text();
    entry.number = row.number;
    entry.text = row.text;
    entry.guards = row.guards.without(base::mark_guards);
    entry.reason = reason;
    entry.at = recorder.now();
    entry.by_account = recorder.actor().id;
    entry.by = recorder.actor().name;
    entry.until = last_day(needs, recorder.today());
    return entry;
}

/// Out of the tables of the ledger, its last version in the history.
base::Result<KeptMeasure> taken_away(Recorder& recorder, const Measure& measure,
                                     std::string_view reason) {
    auto kept = load_whole(recorder.transaction(), measure);
    kept.measure.version = recorder.note_removal(measure, reason);
    const auto gone = delete_row(recorder.transaction(), "measure", measure.id.text());
    if (!gone) return gone.error();
    return kept;
}

base::Result<Removed> taken_away(Recorder& recorder, const Problem& problem,
                                 const std::vector<Measure>& measures, std::string_view reason) {
    auto& transaction = recorder.transaction();
    Removed removed{problem, list_manifestations(transaction, problem.id), {}};
    for (const auto& measure : measures) {
        auto kept = taken_away(recorder, measure, reason);
        if (!kept) return kept.error();
        removed.measures.push_back(std::move(*kept));
    }
    for (const auto& one : removed.manifestations)
        if (auto gone = delete_row(transaction, "manifestation", one.id.text()); !gone)
            return gone.error();
    removed.problem->version = recorder.note_removal(problem, reason);
    if (auto gone = delete_row(transaction, "problem", problem.id.text()); !gone)
        return gone.error();
    return removed;
}

base::Result<void> check_measures(db::Transaction& transaction, const Removed& removed) {
    for (const auto& one : removed.measures)
        if (auto known = check_holders(transaction, one.measure.responsibility); !known)
            return known;
    return {};
}

/// Under its problem, which stands.
void put_back(Recorder& recorder, const KeptMeasure& kept, const Problem& problem,
              std::int64_t area_number) {
    auto measure = kept.measure;
    ++measure.version;
    recorder.insert(measure, problem, area_number, "restore_measure");
    for (const auto& service : kept.services)
        insert_service(recorder.transaction(), problem.programme, service);
    for (const auto& report : kept.reports)
        insert_entry(recorder.transaction(), measure, report.entry, report.by_account);
}

base::Result<void> put_back_problem(Recorder& recorder, const Removed& removed) {
    auto& transaction = recorder.transaction();
    auto problem = *removed.problem;
    const auto area = load_area(transaction, problem.area, problem.programme);
    if (!area) return refuse(ErrorKind::conflict, "bin_area_is_gone");
    if (auto known = check_holders(transaction, problem.responsibility); !known) return known;
    if (auto known = check_measures(transaction, removed); !known) return known;
    ++problem.version;
    problem.guards = problem.guards.without(base::mark_guards);
    recorder.insert(problem, area->number, "restore_problem");
    for (const auto& one : removed.manifestations)
        insert_manifestation(transaction, one, problem.guards);
    for (const auto& one : removed.measures) put_back(recorder, one, problem, area->number);
    return {};
}

base::Result<void> put_back_measure(Recorder& recorder, const Removed& removed) {
    auto& transaction = recorder.transaction();
    const auto& kept = removed.measures.front();
    const auto problem = load_problem(transaction, kept.measure.problem, base::unbounded());
    if (!problem) return refuse(ErrorKind::conflict, "bin_problem_is_gone");
    if (gate_of(problem->status) == ProblemGate::closed)
        return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
    if (auto known = check_measures(transaction, removed); !known) return known;
    const auto area = load_area(transaction, problem->area, problem->programme);
    if (!area) return area.error();
    put_back(recorder, kept, *problem, area->number);
    return {};
}

}  // namespace

base::Result<RemovalPreview> preview_removal(const Needs& needs, const base::Actor& actor,
                                             ProblemId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<RemovalPreview> {
        const auto problem = load_problem(transaction, id, actor.scope);
        if (!problem) return problem.error();
        const auto measures = list_measures(transaction, id);
        if (auto no = why_not_remove(transaction, *problem, measures, actor)) return *no;
        RemovalPreview preview;
        preview.rows.push_back({View::problems, problem->number, problem->text});
        for (const auto& one : measures)
            preview.rows.push_back({View::measures, one.number, one.text});
        preview.manifestations =
            static_cast<std::int64_t>(list_manifestations(transaction, id).size());
        preview.until = last_day(needs, needs.clock.today());
        return preview;
    });
}

base::Result<RemovalPreview> preview_removal(const Needs& needs, const base::Actor& actor,
                                             MeasureId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<RemovalPreview> {
        const auto measure = load_measure(transaction, id, actor.scope);
        if (!measure) return measure.error();
        const auto problem = load_problem(transaction, measure->problem, base::unbounded());
        if (!problem) return problem.error();
        if (auto no = why_not_remove(lived(transaction, *measure), gate_of(problem->status), actor))
            return *no;
        RemovalPreview preview;
        preview.rows.push_back({View::measures, measure->number, measure->text});
        preview.until = last_day(needs, needs.clock.today());
        return preview;
    });
}

base::Result<BinEntry> remove_problem(const Needs& needs, const base::Actor& actor,
                                      Seen<ProblemId> seen, std::string_view reason) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BinEntry> {
        auto opened = open_problem(transaction, needs, actor, seen);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        const auto measures = list_measures(transaction, seen.id);
        if (auto no = why_not_remove(transaction, before, measures, actor)) return *no;
        if (auto no = why_no_reason(reason)) return *no;
        auto entry = entry_of(recorder, needs, before, reason);
        entry.view = View::problems;
        entry.measures = static_cast<std::int64_t>(measures.size());
        const auto removed = taken_away(recorder, before, measures, reason);
        if (!removed) return removed.error();
        insert_bin_entry(transaction, entry, *removed);
        recorder.finish();
        return entry;
    });
}

base::Result<BinEntry> remove_measure(const Needs& needs, const base::Actor& actor,
                                      Seen<MeasureId> seen, std::string_view reason) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BinEntry> {
        const auto found = load_measure(transaction, seen.id, actor.scope);
        if (!found) return found.error();
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        // Again, now that nobody else writes.
        const auto before = load_measure(transaction, seen.id, actor.scope);
        if (!before) return before.error();
        if (auto fresh = check_version(before->version, seen.version); !fresh) return fresh.error();
        const auto problem = load_problem(transaction, before->problem, base::unbounded());
        if (!problem) return problem.error();
        if (auto no = why_not_remove(lived(transaction, *before), gate_of(problem->status), actor))
            return *no;
        if (auto no = why_no_reason(reason)) return *no;
        const auto entry = entry_of(*recorder, needs, *before, reason);
        const auto kept = taken_away(*recorder, *before, reason);
        if (!kept) return kept.error();
        insert_bin_entry(transaction, entry, {{}, {}, {*kept}});
        recorder->finish();
        return entry;
    });
}

base::Result<BinEntry> restore_removed(const Needs& needs, const base::Actor& actor, BinId id) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BinEntry> {
        const auto found = load_bin_entry(transaction, id, actor.scope);
        if (!found) return found.error();
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        // Again, now that nobody else writes.
        const auto entry = load_bin_entry(transaction, id, actor.scope);
        if (!entry) return entry.error();
        if (auto no = why_not_restore(entry->until, recorder->today(), actor)) return *no;
        const auto removed = load_removed(transaction, id);
        const auto done = entry->view == View::problems ? put_back_problem(*recorder, removed)
                                                        : put_back_measure(*recorder, removed);
        if (!done) return done.error();
        delete_bin_entry(transaction, id);
        recorder->finish();
        return *entry;
    });
}

base::Result<BinPage> view_bin(const Needs& needs, const base::Actor& actor, ProgrammeId programme,
                               const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<BinPage> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_bin(transaction, programme, actor.scope, page);
    });
}

std::int64_t empty_bins(const Needs& needs) {
    const auto today = needs.clock.today();
    const auto programmes = needs.database.read([&](db::Transaction& transaction) {
        return list_programmes_with_over(transaction, today);
    });
    std::int64_t all = 0;
    for (const auto programme : programmes) {
        const auto let_go =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
                auto recorder = Recorder::open(transaction, needs, program(), programme);
                if (!recorder) return recorder.error();
                const auto over = list_over(transaction, programme, today);
                for (const auto& entry : over) {
                    delete_bin_entry(transaction, entry.id);
                    recorder->note("empty_bin",
                                   entry.view == View::problems ? "problem" : "measure", entry.row);
                }
                recorder->finish();
                return static_cast<std::int64_t>(over.size());
            });
        if (let_go) all += *let_go;
    }
    return all;
}

}  // namespace ledger
