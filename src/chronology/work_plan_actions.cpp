#include "chronology/work_plan_actions.hpp"

#include "ledger/measure_store.hpp"
#include "ledger/task_store.hpp"

namespace chronology {
namespace {

/// What was said of the row, or nothing yet; the row itself lies within the scope.
base::Result<WorkPlanLink> load_link(db::Transaction& transaction, const PlannedId& row,
                                     const base::Scope& scope) {
    WorkPlanLink link;
    link.row = row;
    if (const auto* id = std::get_if<ledger::MeasureId>(&row)) {
        const auto measure = ledger::load_measure(transaction, *id, scope);
        if (!measure) return measure.error();
        link.programme = measure->programme;
    } else {
        const auto task = ledger::find_task(transaction, std::get<ledger::TaskId>(row), scope);
        if (!task) return base::refuse(base::ErrorKind::not_found, "task_unknown");
        link.programme = task->programme;
    }
    if (auto said = find_link(transaction, row)) return std::move(*said);
    return link;
}

}  // namespace

base::Result<WorkPlanView> view_link(const ledger::Needs& needs, const base::Actor& actor,
                                     const PlannedId& row) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<WorkPlanView> {
        const auto found = load_link(transaction, row, actor.scope);
        if (!found) return found.error();
        return WorkPlanView{*found, !why_not_link(actor)};
    });
}

base::Result<WorkPlanView> set_link(const ledger::Needs& needs, const base::Actor& actor,
                                    const PlannedId& row, std::int64_t version,
                                    const WorkPlanWords& words) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<WorkPlanView> {
        const auto found = load_link(transaction, row, actor.scope);
        if (!found) return found.error();
        auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        const auto before = load_link(transaction, row, actor.scope);
        if (!before) return before.error();
        if (auto fresh = ledger::check_version(before->version, version); !fresh)
            return fresh.error();
        const auto after = link(*before, words, actor, recorder->now());
        if (!after) return after.error();
        if (auto saved = save_link(transaction, *after); !saved) return saved.error();
        recorder->note("link_work_plan", kind_name_of(row), text_of(row),
                       {{"title", words.plan}, {"text", words.item}});
        recorder->finish();
        return WorkPlanView{*after, true};
    });
}

base::Result<PlannedPage> list_planned_rows(const ledger::Needs& needs, const base::Actor& actor,
                                            base::ProgrammeId programme, const ledger::Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<PlannedPage> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_planned(transaction, programme, actor.scope, page);
    });
}

}  // namespace chronology
