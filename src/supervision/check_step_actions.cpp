#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

ToldDraw told(Draw draw, const base::Actor& actor) {
    const bool withheld = !actor.scope.clears(draw.guards);
    if (withheld) draw.pool_list.clear();
    return {std::move(draw), withheld};
}

}  // namespace

base::Result<OpenedCheck> open_check(db::Transaction& transaction, const Needs& needs,
                                     const base::Actor& actor, CheckId id) {
    const auto unknown = base::refuse(base::ErrorKind::not_found, "check_unknown");
    const auto found = find_check(transaction, id, actor);
    if (!found) return unknown;
    auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
    if (!recorder) return recorder.error();
    auto check = find_check(transaction, id, actor);  // Again, now that nobody else writes.
    if (!check) return unknown;
    return OpenedCheck{std::move(*recorder), std::move(*check)};
}

base::Result<CheckView> view_of(db::Transaction& transaction, CheckId id,
                                const base::Actor& actor) {
    auto check = find_check(transaction, id, actor);
    if (!check) return base::refuse(base::ErrorKind::not_found, "check_unknown");
    CheckView view;
    view.check = std::move(*check);
    if (!sees_inside(view.check, actor)) return view;
    view.figures = figures_of(transaction, id);
    view.rows = list_rows(transaction, id, actor.scope);
    for (auto& draw : list_draws(transaction, id))
        view.draws.push_back(told(std::move(draw), actor));
    return view;
}

void note(ledger::Recorder& recorder, std::string_view act, const Check& check,
          std::vector<std::pair<std::string, std::string>> facts) {
    facts.insert(facts.begin(), {"subject", check.terms.subject});
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "check", check.id.text(), facts);
}

}  // namespace supervision
