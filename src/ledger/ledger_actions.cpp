#include "ledger/ledger_actions.hpp"

#include "accounts/unit_store.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/batch_store.hpp"
#include "ledger/evidence_history.hpp"
#include "ledger/grouping_store.hpp"
#include "ledger/history_store.hpp"
#include "ledger/restricted_actions.hpp"

namespace ledger {
namespace {

/// Reads one page of a level with the unit turned into the path of its subtree.
template <class Page, class List>
base::Result<Page> page_of(const Needs& needs, const base::Actor& actor, const LedgerQuery& query,
                           List list) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Page> {
        LedgerFilter filter = query.filter;
        filter.asked_by = asker_of(actor);
        if (query.unit) {
            const auto path = accounts::load_unit_path(transaction, *query.unit);
            if (!path) return base::refuse(path.error().kind, path.error().code, "unit");
            filter.unit_path = *path;
        }
        return list(transaction, filter, Viewpoint{needs.clock.today(), actor.scope});
    });
}

/// Areas by id as the pages head them, in their order.
std::vector<std::pair<std::string, std::string>> names_of_areas(db::Transaction& transaction,
                                                                ProgrammeId programme) {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& area : list_areas(transaction, programme))
        names.emplace_back(area.id.text(), area.printed_number + area.heading);
    return names;
}

/// What happened to the evidence of a row, in the order in which it came there.
std::vector<evidence::Happening> list_happenings(db::Transaction& transaction,
                                                 std::string_view subject_id) {
    std::vector<evidence::Happening> all;
    for (const auto& link : evidence::list_links_at(transaction, subject_id)) {
        const auto versions = evidence::list_versions(transaction, link.series);
        for (auto& one : evidence::happenings_of(link, versions)) all.push_back(std::move(one));
    }
    return all;
}

/// A row is changed in bulk a few times in its life.
void say_batches(db::Transaction& transaction, const base::Scope& scope,
                 std::vector<HistoryChange>& changes) {
    for (auto& change : changes) {
        if (!change.batch) continue;
        if (const auto batch = load_batch(transaction, change.batch->id, scope))
            change.batch = {batch->id, batch->reason, batch->counts.changed};
    }
}

/// The history of the row that `load` finds in scope.
template <class Load>
base::Result<std::vector<HistoryChange>> history_of(const Needs& needs, const base::Actor& actor,
                                                    Load load) {
    std::vector<HistoryChange> changes;
    std::vector<evidence::Happening> happenings;
    const auto looked =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<Subject> {
            auto found = load(transaction);
            if (!found) return found;
            changes = changes_of(list_history(transaction, found->id));
            say_batches(transaction, actor.scope, changes);
            happenings = list_happenings(transaction, found->id);
            return found;
        });
    if (!looked) return looked.error();
    note_restricted_read(needs, actor, *looked);
    return with_evidence(std::move(changes), happenings);
}

}  // namespace

base::Result<MeasurePage> list_measure_page(const Needs& needs, const base::Actor& actor,
                                            const LedgerQuery& query) {
    return page_of<MeasurePage>(needs, actor, query, list_measure_rows);
}

base::Result<ProblemPage> list_problem_page(const Needs& needs, const base::Actor& actor,
                                            const LedgerQuery& query) {
    return page_of<ProblemPage>(needs, actor, query, list_problem_rows);
}

base::Result<std::vector<Group>> group_ledger(const Needs& needs, const base::Actor& actor,
                                              View view, GroupBy by, const LedgerQuery& query) {
    using Groups = std::vector<Group>;
    if (by == GroupBy::area && !query.filter.programme)
        return base::refuse(base::ErrorKind::invalid, "areas_are_of_one_programme", "by");
    const auto group = [&](db::Transaction& transaction, const LedgerFilter& filter,
                           const Viewpoint& viewpoint) -> base::Result<Groups> {
        const auto cells = list_cells(transaction, view, by, filter, viewpoint);
        std::vector<CountedSum> sums;
        if (view == View::measures) sums = list_sums(transaction, by, filter, viewpoint);
        std::vector<std::pair<std::string, std::string>> names;
        if (by == GroupBy::area) names = names_of_areas(transaction, *filter.programme);
        return groups_of(view, by, cells, sums, names);
    };
    return page_of<Groups>(needs, actor, query, group);
}

base::Result<std::vector<HistoryChange>> history_of_measure(const Needs& needs,
                                                            const base::Actor& actor,
                                                            MeasureId id) {
    return history_of(needs, actor, [&](db::Transaction& transaction) -> base::Result<Subject> {
        const auto row = find_measure_row(transaction, id, actor.scope);
        if (!row) return base::refuse(base::ErrorKind::not_found, "measure_not_found");
        return subject_of(row->measure);
    });
}

base::Result<std::vector<HistoryChange>> history_of_problem(const Needs& needs,
                                                            const base::Actor& actor,
                                                            ProblemId id) {
    return history_of(needs, actor, [&](db::Transaction& transaction) -> base::Result<Subject> {
        const auto problem = load_problem(transaction, id, actor.scope);
        if (!problem) return problem.error();
        return subject_of(*problem);
    });
}

base::Result<std::vector<Area>> areas_of_programme(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<Area>> {
            const auto programme = load_programme(transaction, id, actor.scope);
            if (!programme) return programme.error();
            return list_areas(transaction, id);
        });
}

}  // namespace ledger
