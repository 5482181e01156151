#include "ledger/batch_actions.hpp"

#include <set>

#include "accounts/unit_store.hpp"
#include "ledger/batch_rows_actions.hpp"
#include "ledger/news_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::int64_t whole_programme = 1'000'000;

LedgerFilter everything_in(ProgrammeId programme) {
    LedgerFilter filter;
    filter.programme = programme;
    filter.page = {1, whole_programme};
    return filter;
}

base::Error not_in_sight(View view) {
    return refuse(ErrorKind::not_found,
                  view == View::measures ? "measure_not_found" : "problem_not_found");
}

BatchedRow told_missing(const std::string& id, View view) {
    BatchedRow row;
    row.id = id;
    row.outcome = BatchOutcome::refused;
    row.refusal = not_in_sight(view).code;
    return row;
}

Responsibility named_in(const BulkChange& change) {
    Responsibility all;
    for (const auto& one : change.holders)
        all.insert(all.end(), one.holders.begin(), one.holders.end());
    return all;
}

/// As check_holders(), but nobody is kept from changing the units.
base::Result<void> look_at_holders(db::Transaction& transaction, const BulkChange& change) {
    for (const auto& holder : named_in(change)) {
        if (!holder.unit) continue;
        const auto unit = accounts::load_unit(transaction, *holder.unit);
        if (!unit)
            return refuse(unit.error().kind, unit.error().code, "change.holders",
                          {{"value", holder.name}});
        if (auto open = accounts::check_open(*unit, "change.holders"); !open) return open;
    }
    return {};
}

/// The rows that the question means.
template <class Row>
base::Result<std::vector<Row>> rows_meant(db::Transaction& transaction, const base::Actor& actor,
                                          base::Date today, const BulkQuestion& question) {
    auto filter = question.query.filter;
    filter.asked_by = asker_of(actor);
    filter.page = {1, bulk_rows_max + 1};
    if (question.query.unit) {
        const auto path = accounts::load_unit_path(transaction, *question.query.unit);
        if (!path) return refuse(path.error().kind, path.error().code, "unit");
        filter.unit_path = *path;
    }
    auto rows = list_rows<Row>(transaction, filter, {today, actor.scope});
    if (static_cast<std::int64_t>(rows.size()) > bulk_rows_max)
        return refuse(ErrorKind::invalid, "too_many_rows", "rows",
                      {{"accepted", std::to_string(bulk_rows_max)}});
    return rows;
}

template <class Row>
base::Result<std::vector<BatchedRow>> preview(db::Transaction& transaction,
                                              const base::Actor& actor, base::Date today,
                                              const BulkQuestion& question) {
    auto meant = question;
    if (question.rows) meant.query = {everything_in(*question.query.filter.programme), {}};
    const auto rows = rows_meant<Row>(transaction, actor, today, meant);
    if (!rows) return rows.error();
    std::set<std::string> wanted;
    if (question.rows) wanted.insert(question.rows->begin(), question.rows->end());
    std::vector<BatchedRow> told;
    for (const auto& row : *rows) {
        if (question.rows && wanted.erase(core_of(row).id.text()) == 0) continue;
        const auto after = after_change(row, question.change, actor);
        told.push_back(weigh<Row>(row, after, question.change, said_above(row)).told);
    }
    for (const auto& id : wanted) told.push_back(told_missing(id, question.view));
    return told;
}

/// One batch while it is written.
template <class Row>
class Writing {
  public:
    Writing(Recorder& recorder, const base::Actor& actor, const Batch& batch)
        : recorder_(recorder), actor_(actor), batch_(batch) {
        auto& transaction = recorder.transaction();
        const Viewpoint viewpoint{recorder.today(), actor.scope};
        for (auto& row : list_rows<Row>(transaction, everything_in(batch.programme), viewpoint)) {
            auto id = core_of(row).id.text();
            rows_.emplace(std::move(id), std::move(row));
        }
        for (auto& problem : list_problems(transaction, batch.programme)) {
            const auto id = problem.id;
            problems_.emplace(id, std::move(problem));
        }
    }

    [[nodiscard]] const Row* find(const std::string& id) const {
        const auto found = rows_.find(id);
        return found == rows_.end() ? nullptr : &found->second;
    }
    /// The batch itself stands before its rows.
    void begin() {
        insert_batch(recorder_.transaction(), batch_);
        recorder_.begin_batch(batch_.id);
    }
    /// `after`: what the row would be. Nothing is written of a row that stays as it is.
    base::Result<void> write(const Row& row, std::int64_t version,
                             const base::Result<CoreOf<Row>>& after) {
        auto weighed = weigh<Row>(row, after, batch_.asked, above(row));
        const auto& before = core_of(row);
        if (before.version != version) {
            weighed.told.outcome = BatchOutcome::changed_meanwhile;
            weighed.told.changes.clear();
            weighed.told.refusal = "somebody_else_changed_it";
        }
        Fields kept;
        if (weighed.told.outcome == BatchOutcome::changed) {
            const auto saved = save(before, *weighed.after);
            if (!saved) return saved.error();
            weighed.told.version = saved->version;
            kept = fields_kept_of(before);
            note_holders(row, *saved);
        }
        insert_batch_row(recorder_.transaction(), batch_.id,
                         static_cast<std::int64_t>(told_.size()), weighed.told, kept);
        told_.push_back(std::move(weighed.told));
        return {};
    }
    void add_missing(const std::string& id) { told_.push_back(told_missing(id, batch_.view)); }

    /// What is said of the whole: one entry in the journal, one message for each unit.
    BatchReport finish(bool quiet) {
        Batch batch = batch_;
        batch.counts = count(told_);
        const auto& counts = batch.counts;
        recorder_.note("state_reason", "batch", batch.id.text(), {{"reason", batch.reason}});
        recorder_.note(batch.undoes ? "undo_bulk_change" : "bulk_change", "batch", batch.id.text(),
                       {{"fields", names_asked(batch.asked)},
                        {"rows", std::to_string(counts.changed)},
                        {"unchanged_rows", std::to_string(counts.unchanged)},
                        {"refused_rows", std::to_string(counts.refused)},
                        {"rows_changed_meanwhile", std::to_string(counts.changed_meanwhile)}});
        if (!quiet) {
            std::vector<Assigned> assigned;
            for (const auto& [unit, rows] : holders_) assigned.push_back({unit, rows});
            tell_units(recorder_, assigned, {"batch", batch.id.text(), batch.reason});
        }
        recorder_.finish();
        return {std::move(batch), std::move(told_)};
    }

  private:
    [[nodiscard]] std::string_view act() const {
        return batch_.undoes ? "undo_bulk_edit" : "bulk_edit";
    }
    [[nodiscard]] InForce above(const MeasureRow& row) const {
        const auto& problem = problems_.at(row.measure.problem);
        return {problem.responsibility, problem.deadline};
    }
    [[nodiscard]] InForce above(const ProblemRow& row) const { return said_above(row); }
    base::Result<Measure> save(const Measure& before, const Measure& after) {
        return recorder_.save(before, after, problems_.at(before.problem), act());
    }
    base::Result<Problem> save(const Problem& before, const Problem& after) {
        auto saved = recorder_.save(before, after, act());
        if (!saved) return saved;
        return recorder_.place_again(*saved, saved->deadline == before.deadline
                                                 ? Replace::holders
                                                 : Replace::holders_and_days);
    }
    /// The units that hold it now hear of it, unless it is behind a guard.
    void note_holders(const Row& row, const CoreOf<Row>& after) {
        if (!guards_of(row).empty()) return;
        const auto counts = in_force(row);
        std::set<base::UnitId> units;
        for (const auto& holder :
             after.responsibility.empty() ? counts.responsibility : after.responsibility)
            if (holder.unit) units.insert(*holder.unit);
        for (const auto& unit : units) ++holders_[unit];
    }

    Recorder& recorder_;
    const base::Actor& actor_;
    const Batch& batch_;
    std::map<std::string, Row> rows_;
    std::map<ProblemId, Problem> problems_;
    std::map<base::UnitId, std::int64_t> holders_;  // how many changed rows each holds
    std::vector<BatchedRow> told_;
};

template <class Row>
base::Result<BatchReport> write_change(Recorder& recorder, const base::Actor& actor,
                                       const Batch& batch, const BulkOrder& order) {
    Writing<Row> writing(recorder, actor, batch);
    const auto in_sight = [&](const SeenRow& seen) { return writing.find(seen.id) != nullptr; };
    if (std::none_of(order.rows.begin(), order.rows.end(), in_sight))
        return not_in_sight(order.view);
    writing.begin();
    std::set<std::string> done;
    for (const auto& seen : order.rows) {
        if (!done.insert(seen.id).second) continue;
        const auto* row = writing.find(seen.id);
        if (row == nullptr) {
            writing.add_missing(seen.id);
            continue;
        }
        const auto after = after_change(*row, order.change, actor);
        if (auto written = writing.write(*row, seen.version, after); !written)
            return written.error();
    }
    return writing.finish(order.quiet);
}

/// Units may have been closed since; nothing is given back to those.
class OpenUnits {
  public:
    explicit OpenUnits(db::Transaction& transaction) : transaction_(transaction) {}
    template <class Core>
    base::Result<Core> check(base::Result<Core> after, const Core& now) {
        if (!after) return after;
        for (const auto& holder : after->responsibility) {
            const auto& held = now.responsibility;
            if (std::find(held.begin(), held.end(), holder) != held.end()) continue;
            if (const auto& no = why_not(holder)) return *no;
        }
        return after;
    }

  private:
    const std::optional<base::Error>& why_not(const Holder& holder) {
        static const std::optional<base::Error> nothing;
        if (!holder.unit) return nothing;
        const auto known = known_.find(*holder.unit);
        if (known != known_.end()) return known->second;
        const auto open = check_holders(transaction_, {holder});
        return known_
            .emplace(*holder.unit, open ? std::nullopt : std::optional<base::Error>(open.error()))
            .first->second;
    }
    db::Transaction& transaction_;
    std::map<base::UnitId, std::optional<base::Error>> known_;
};

template <class Row>
base::Result<BatchReport> write_undoing(Recorder& recorder, const base::Actor& actor,
                                        const Batch& batch, bool quiet) {
    Writing<Row> writing(recorder, actor, batch);
    OpenUnits units(recorder.transaction());
    writing.begin();
    for (const auto& before : list_befores(recorder.transaction(), *batch.undoes)) {
        const auto* row = writing.find(before.id);
        if (row == nullptr) continue;
        const auto after = units.check(after_undoing(*row, before.fields, actor), core_of(*row));
        if (auto written = writing.write(*row, before.version, after); !written)
            return written.error();
    }
    return writing.finish(quiet);
}

/// What the same order did before, or a refusal when it said something else.
base::Result<BatchReport> done_before(db::Transaction& transaction, const base::Actor& actor,
                                      const Batch& wanted) {
    auto batch = load_batch(transaction, wanted.id, actor.scope);
    const bool same = batch && batch->programme == wanted.programme && batch->view == wanted.view &&
                      batch->reason == wanted.reason && batch->undoes == wanted.undoes &&
                      batch->asked == wanted.asked;
    if (!same) return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    auto rows = list_batch_rows(transaction, *batch, actor.scope, {});
    return BatchReport{std::move(*batch), std::move(rows)};
}

}  // namespace

base::Result<std::vector<BatchedRow>> preview_bulk_change(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme,
                                                          const BulkQuestion& question) {
    using Told = base::Result<std::vector<BatchedRow>>;
    return needs.database.read([&](db::Transaction& transaction) -> Told {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        if (auto no = why_not(question.change, question.view)) return *no;
        if (auto known = look_at_holders(transaction, question.change); !known)
            return known.error();
        auto asked = question;
        asked.query.filter.programme = programme;
        const auto today = needs.clock.today();
        if (question.view == View::measures)
            return preview<MeasureRow>(transaction, actor, today, asked);
        return preview<ProblemRow>(transaction, actor, today, asked);
    });
}

base::Result<BatchReport> change_in_bulk(const Needs& needs, const base::Actor& actor,
                                         ProgrammeId programme, const BulkOrder& order) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BatchReport> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_batch(order.reason, actor)) return *no;
        if (auto no = why_not(order.change, order.view)) return *no;
        if (order.rows.empty()) return refuse(ErrorKind::invalid, "no_rows_chosen", "rows");
        const Batch batch{order.id,
                          programme,
                          order.view,
                          recorder->now(),
                          actor.id,
                          actor.name,
                          order.reason,
                          order.change,
                          {},
                          {},
                          {}};
        if (has_batch(transaction, order.id)) return done_before(transaction, actor, batch);
        if (auto known = check_holders(transaction, named_in(order.change)); !known)
            return known.error();
        if (order.view == View::measures)
            return write_change<MeasureRow>(*recorder, actor, batch, order);
        return write_change<ProblemRow>(*recorder, actor, batch, order);
    });
}

base::Result<BatchReport> undo_batch(const Needs& needs, const base::Actor& actor, BatchId undone,
                                     const UndoOrder& order) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BatchReport> {
        const auto found = load_batch(transaction, undone, actor.scope);
        if (!found) return found.error();
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_batch(order.reason, actor)) return *no;
        const Batch batch{order.id,   found->programme, found->view,  recorder->now(), actor.id,
                          actor.name, order.reason,     found->asked, undone,          {},
                          {}};
        if (has_batch(transaction, order.id)) return done_before(transaction, actor, batch);
        // Again, now that nobody else writes.
        const auto before = load_batch(transaction, undone, actor.scope);
        if (!before) return before.error();
        if (auto no = why_not_undo(*before, actor)) return *no;
        if (batch.view == View::measures)
            return write_undoing<MeasureRow>(*recorder, actor, batch, order.quiet);
        return write_undoing<ProblemRow>(*recorder, actor, batch, order.quiet);
    });
}

base::Result<BatchPage> view_batches(const Needs& needs, const base::Actor& actor,
                                     ProgrammeId programme, const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<BatchPage> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_batches(transaction, programme, actor.scope, page);
    });
}

base::Result<BatchReport> view_batch(const Needs& needs, const base::Actor& actor, BatchId id,
                                     const BatchRowFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<BatchReport> {
        auto batch = load_batch(transaction, id, actor.scope);
        if (!batch) return batch.error();
        auto rows = list_batch_rows(transaction, *batch, actor.scope, filter);
        return BatchReport{std::move(*batch), std::move(rows)};
    });
}

}  // namespace ledger
