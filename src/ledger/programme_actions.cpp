#include "ledger/programme_actions.hpp"

#include <algorithm>

#include "accounts/unit_tree_store.hpp"
#include "ledger/phase_step_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

int time_used_percent(const Programme& programme, base::Date today) {
    if (!programme.feedback_on || !programme.concentrated_end_on) return 0;
    const int all = base::days_between(*programme.feedback_on, *programme.concentrated_end_on);
    const int used = base::days_between(*programme.feedback_on, today);
    return all <= 0 ? 0 : std::clamp(used * 100 / all, 0, 100);
}

ProgrammeView view(db::Transaction& transaction, const Programme& programme,
                   const Viewpoint& viewpoint) {
    return {programme, count_programme(transaction, programme.id, viewpoint),
            time_used_percent(programme, viewpoint.today)};
}

InspectionId find_or_insert_inspection(db::Transaction& transaction, const Needs& needs,
                                       const Inspection& wanted) {
    const auto now = needs.clock.now();
    auto round = find_round(transaction, wanted.round_name);
    if (!round) {
        round = RoundId::make(now, needs.random);
        insert_round(transaction, *round, wanted.round_name);
    }
    if (const auto found = find_inspection(transaction, *round, wanted)) return *found;
    Inspection inspection = wanted;
    inspection.id = InspectionId::make(now, needs.random);
    insert_inspection(transaction, *round, inspection);
    return inspection.id;
}

bool says_the_same(const Programme& stored, const Programme& wanted) {
    return stored.title == wanted.title && stored.inspected_unit == wanted.inspected_unit;
}

}  // namespace

base::Result<ProgrammeView> open_programme(const Needs& needs, const base::Actor& actor,
                                           const Programme& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProgrammeView> {
        auto opened = open(wanted, needs.classified, actor);
        if (!opened) return opened.error();
        transaction.lock("programmes");  // Two that open the same round at once.
        const Viewpoint viewpoint{needs.clock.today(), actor.scope};
        if (const auto stored = load_programme(transaction, wanted.id, base::unbounded())) {
            if (says_the_same(*stored, wanted)) return view(transaction, *stored, viewpoint);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        const auto unit = accounts::load_unit_to_hold(transaction, wanted.inspected_unit);
        if (!unit) return refuse(unit.error().kind, unit.error().code, "inspected_unit_id");
        if (auto good = accounts::check_open(*unit, "inspected_unit_id"); !good)
            return good.error();
        opened->inspection.id = find_or_insert_inspection(transaction, needs, wanted.inspection);
        insert_programme(transaction, *opened, needs.clock.now());
        auto recorder = Recorder::open(transaction, needs, actor, wanted.id);
        if (!recorder) return recorder.error();
        recorder->record_opening();
        recorder->finish();
        return view(transaction, recorder->programme(), viewpoint);
    });
}

base::Result<ProgrammeView> view_programme(const Needs& needs, const base::Actor& actor,
                                           ProgrammeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<ProgrammeView> {
        const auto programme = load_programme(transaction, id, actor.scope);
        if (!programme) return programme.error();
        return view(transaction, *programme, {needs.clock.today(), actor.scope});
    });
}

ProgrammeViews view_programmes(const Needs& needs, const base::Actor& actor, std::string_view words,
                               const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) {
        const Viewpoint viewpoint{needs.clock.today(), actor.scope};
        const auto list = list_programmes(transaction, words, page, actor.scope);
        auto counts = count_programmes_of_page(transaction, words, page, viewpoint);
        ProgrammeViews views;
        views.total = list.total;
        for (const auto& programme : list.rows)
            views.rows.push_back(
                {programme, counts[programme.id], time_used_percent(programme, viewpoint.today)});
        return views;
    });
}

base::Result<ProgrammeView> change_programme(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId id, std::int64_t version_seen,
                                             const ProgrammeChange& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProgrammeView> {
        auto recorder = Recorder::open(transaction, needs, actor, id);
        if (!recorder) return recorder.error();
        const auto before = recorder->programme();
        if (auto fresh = check_version(before.version, version_seen); !fresh) return fresh.error();
        const auto after = change(before, wanted, needs.classified, actor);
        if (!after) return after.error();
        if (auto saved = save_dates(*recorder, *after); !saved) return saved.error();
        recorder->finish();
        return view(transaction, recorder->programme(), {needs.clock.today(), actor.scope});
    });
}

std::vector<ProgrammeTitle> list_titles(const Needs& needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return list_programme_titles(transaction); });
}

}  // namespace ledger
