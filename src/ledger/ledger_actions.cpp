#include "ledger/ledger_actions.hpp"

#include "accounts/unit_store.hpp"
#include "ledger/history_store.hpp"

namespace ledger {
namespace {

/// Reads one page of a level with the unit turned into the path of its subtree.
template <class Page, class List>
base::Result<Page> page_of(const Needs& needs, const base::Actor& actor, const LedgerQuery& query,
                           List list) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Page> {
        LedgerFilter filter = query.filter;
        filter.asked_by = actor.id;
        if (query.unit) {
            const auto path = accounts::load_unit_path(transaction, *query.unit);
            if (!path) return base::refuse(path.error().kind, path.error().code, "unit");
            filter.unit_path = *path;
        }
        return list(transaction, filter, Viewpoint{needs.clock.today(), actor.scope});
    });
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

base::Result<std::vector<HistoryChange>> history_of_measure(const Needs& needs,
                                                            const base::Actor& actor,
                                                            MeasureId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<HistoryChange>> {
            const auto measure = load_measure(transaction, id, actor.scope);
            if (!measure) return measure.error();
            return changes_of(list_history(transaction, id.text()));
        });
}

base::Result<std::vector<HistoryChange>> history_of_problem(const Needs& needs,
                                                            const base::Actor& actor,
                                                            ProblemId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<HistoryChange>> {
            const auto problem = load_problem(transaction, id, actor.scope);
            if (!problem) return problem.error();
            return changes_of(list_history(transaction, id.text()));
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
