#include "ledger/programme_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"

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

ProgrammeView view(db::Transaction& transaction, const Programme& programme, base::Date today,
                   const base::Scope& scope) {
    return {programme, count_programme(transaction, programme.id, today, scope),
            time_used_percent(programme, today)};
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
        transaction.lock("programmes");  // Two that open the same round at once.
        const auto today = needs.clock.today();
        if (const auto stored = load_programme(transaction, wanted.id, {})) {
            if (says_the_same(*stored, wanted))
                return view(transaction, *stored, today, actor.scope);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        auto opened = open(wanted, actor);
        if (!opened) return opened.error();
        const auto unit = accounts::load_unit(transaction, wanted.inspected_unit);
        if (!unit) return unit.error();
        opened->inspected_unit_name = unit->name;
        opened->inspection.id = find_or_insert_inspection(transaction, needs, wanted.inspection);
        insert_programme(transaction, *opened, needs.clock.now());
        auto recorder = Recorder::open(transaction, needs, actor, wanted.id);
        if (!recorder) return recorder.error();
        recorder->note("open_programme", "programme", wanted.id.text(), {{"title", wanted.title}});
        recorder->finish();
        return view(transaction, *opened, today, actor.scope);
    });
}

base::Result<ProgrammeView> view_programme(const Needs& needs, const base::Actor& actor,
                                           ProgrammeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<ProgrammeView> {
        const auto programme = load_programme(transaction, id, actor.scope);
        if (!programme) return programme.error();
        return view(transaction, *programme, needs.clock.today(), actor.scope);
    });
}

ProgrammeViews view_programmes(const Needs& needs, const base::Actor& actor, std::string_view words,
                               const Page& page) {
    return needs.database.read([&](db::Transaction& transaction) {
        const auto list = list_programmes(transaction, words, page, actor.scope);
        ProgrammeViews views;
        views.total = list.total;
        for (const auto& programme : list.rows)
            views.rows.push_back(view(transaction, programme, needs.clock.today(), actor.scope));
        return views;
    });
}

base::Result<ProgrammeView> change_programme(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId id, std::int64_t version_seen,
                                             const ProgrammeChange& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<ProgrammeView> {
        auto before = Recorder::open(transaction, needs, actor, id);
        if (!before) return before.error();
        if (auto fresh = check_version(before->programme().version, version_seen); !fresh)
            return fresh.error();
        const auto after = change(before->programme(), wanted, actor);
        if (!after) return after.error();
        if (auto saved = save_programme(transaction, *after, needs.clock.now()); !saved)
            return saved.error();
        // Opened again: days are now worked out from the new dates.
        auto recorder = Recorder::open(transaction, needs, actor, id);
        if (!recorder) return recorder.error();
        for (const auto& problem : list_problems(transaction, id)) {
            const auto placed = recorder->place_again(problem);
            if (!placed) return placed.error();
        }
        recorder->note("change_programme", "programme", id.text(), {{"title", after->title}});
        recorder->finish();
        return view(transaction, recorder->programme(), needs.clock.today(), actor.scope);
    });
}

}  // namespace ledger
