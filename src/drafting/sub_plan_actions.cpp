#include "drafting/sub_plan_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "drafting/plan_news_actions.hpp"
#include "drafting/planned_store.hpp"

namespace drafting {
namespace {

using base::refuse;
using ledger::Recorder;

std::string path_of(db::Transaction& transaction, base::UnitId unit) {
    const auto path = accounts::load_unit_path(transaction, unit);
    return path ? *path : std::string();
}

OwingUnitView view_of(db::Transaction& transaction, OwingUnit unit, const base::Actor& actor) {
    OwingUnitView view{std::move(unit), {}};
    const auto path = path_of(transaction, view.unit.unit);
    for (const auto act : {SubPlanAct::submit, SubPlanAct::decide})
        if (!why_not(act, view.unit.plan, path, actor)) view.may.push_back(act);
    return view;
}

/// The unit with what it leads, as this actor sees it; nothing where it leads nothing.
std::optional<OwingUnit> find_owing(Recorder& recorder, base::UnitId unit) {
    auto& transaction = recorder.transaction();
    const auto live = load_live_parts(transaction, recorder.programme().id,
                                      {recorder.today(), recorder.actor().scope});
    for (auto& one : owing_units(live.areas)) {
        if (one.unit != unit) continue;
        one.plan = find_sub_plan(transaction, recorder.programme().id, unit);
        return one;
    }
    return std::nullopt;
}

/// What is still owed comes first.
int rank_of(const OwingUnitView& view) {
    if (!view.unit.plan) return 0;
    switch (view.unit.plan->state) {
        case SubPlanState::returned: return 1;
        case SubPlanState::submitted: return 2;
        case SubPlanState::accepted: break;
    }
    return 3;
}

void note(Recorder& recorder, std::string_view act, const OwingUnit& unit,
          std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{{"unit", unit.name}};
    if (!reason.empty()) facts.emplace_back("reason", reason);
    recorder.note(act, "sub_plan", unit.plan->id.text(), facts);
}

base::Result<void> put(Recorder& recorder, std::optional<SubPlan>& stored, const SubPlan& wanted,
                       std::int64_t version) {
    if (auto fresh = ledger::check_version(stored ? stored->version : 0, version); !fresh)
        return fresh;
    SubPlan next = wanted;
    next.state = SubPlanState::submitted;
    next.submitted_by = recorder.actor().id;
    next.submitted_by_name = recorder.actor().name;
    next.submitted_at = recorder.now();
    if (stored) {
        next.id = stored->id;
        next.version = stored->version + 1;
        if (auto saved = save_sub_plan(recorder.transaction(), next); !saved) return saved;
    } else {
        insert_sub_plan(recorder.transaction(), next);
    }
    stored = std::move(next);
    return {};
}

bool says_the_same(const std::optional<SubPlan>& stored, const SubPlan& wanted) {
    return stored && stored->state == SubPlanState::submitted && stored->goals == wanted.goals &&
           stored->text == wanted.text;
}

base::Error leads_nothing() {
    return refuse(base::ErrorKind::not_found, "unit_leads_nothing");
}

}  // namespace

base::Result<std::vector<OwingUnitView>> list_owing_units(const Needs& needs,
                                                          const base::Actor& actor,
                                                          base::ProgrammeId programme) {
    using Views = base::Result<std::vector<OwingUnitView>>;
    return needs.database.read([&](db::Transaction& transaction) -> Views {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        const auto live =
            load_live_parts(transaction, programme, {needs.clock.today(), actor.scope});
        const auto plans = list_sub_plans(transaction, programme);
        std::vector<OwingUnitView> views;
        for (auto& unit : owing_units(live.areas)) {
            const auto plan = std::find_if(plans.begin(), plans.end(), [&](const SubPlan& one) {
                return one.unit == unit.unit;
            });
            if (plan != plans.end()) unit.plan = *plan;
            views.push_back(view_of(transaction, std::move(unit), actor));
        }
        std::stable_sort(views.begin(), views.end(),
                         [](const auto& a, const auto& b) { return rank_of(a) < rank_of(b); });
        return views;
    });
}

base::Result<OwingUnitView> hand_in_sub_plan(const Needs& needs, const base::Actor& actor,
                                             const SubPlan& wanted, std::int64_t version) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OwingUnitView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        auto unit = find_owing(*recorder, wanted.unit);
        if (!unit) return leads_nothing();
        if (auto no =
                why_not(SubPlanAct::submit, unit->plan, path_of(transaction, wanted.unit), actor))
            return *no;
        if (auto good = check(wanted); !good) return good.error();
        if (says_the_same(unit->plan, wanted)) return view_of(transaction, *unit, actor);
        if (auto done = put(*recorder, unit->plan, wanted, version); !done) return done.error();
        unit->plan->unit_name = unit->name;
        note(*recorder, "hand_in_sub_plan", *unit);
        recorder->finish();
        return view_of(transaction, std::move(*unit), actor);
    });
}

base::Result<OwingUnitView> decide_sub_plan(const Needs& needs, const base::Actor& actor,
                                            base::ProgrammeId programme, base::UnitId id,
                                            const SubPlanDecision& decision) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OwingUnitView> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        auto unit = find_owing(*recorder, id);
        if (!unit) return leads_nothing();
        if (auto no = why_not(SubPlanAct::decide, unit->plan, {}, actor)) return *no;
        if (auto fresh = ledger::check_version(unit->plan->version, decision.version); !fresh)
            return fresh.error();
        auto after = decide(*unit->plan, decision.accept, decision.reason);
        if (!after) return after.error();
        after->decided_by = actor.name;
        after->decided_at = recorder->now();
        ++after->version;
        if (auto saved = save_sub_plan(transaction, *after); !saved) return saved.error();
        unit->plan = *after;
        note(*recorder, decision.accept ? "accept_sub_plan" : "return_sub_plan", *unit,
             decision.reason);
        if (!decision.accept) tell_of_return(*recorder, *after);
        recorder->finish();
        return view_of(transaction, std::move(*unit), actor);
    });
}

}  // namespace drafting
