#include "ledger/waiting_actions.hpp"

#include "ledger/waiting_store.hpp"

namespace ledger {
namespace {

LedgerFilter filter_of(const WaitingSection& section, const base::Actor& actor, Reach reach) {
    LedgerFilter filter;
    filter.waiting = section.waiting;
    filter.asked_by = asker_of(actor);
    if (section.of_holders && reach == Reach::unit) filter.held_by = units_of(actor);
    filter.sort = SortKey::due_on;
    filter.page = {1, waiting_rows_shown};
    return filter;
}

}  // namespace

std::vector<base::UnitId> units_of(const base::Actor& actor) {
    auto units = actor.units_stood_in_for;
    units.insert(units.begin(), actor.unit);
    return units;
}

std::vector<SectionView> view_waiting(const Needs& needs, const base::Actor& actor, Reach reach) {
    std::vector<SectionView> views;
    std::vector<LedgerQuestion> questions;
    for (const auto& section : sections_for(actor, reach)) {
        views.push_back({section, filter_of(section, actor, reach), 0, {}, {}});
        questions.push_back({section.view, views.back().filter});
    }
    const Viewpoint viewpoint{needs.clock.today(), actor.scope};
    needs.database.read([&](db::Transaction& transaction) {
        const bool few = reach == Reach::unit && hold_few(transaction, units_of(actor));
        for (auto& question : questions)
            question.filter.few_held = few && !question.filter.held_by.empty();
        const auto totals = count_rows(transaction, questions, viewpoint);
        for (std::size_t i = 0; i < views.size(); ++i) views[i].total = totals[i];
        for (auto& row : list_first_measures(transaction, questions, viewpoint))
            views[row.question].measures.push_back(std::move(row));
        for (auto& row : list_first_problems(transaction, questions, viewpoint))
            views[row.question].problems.push_back(std::move(row));
    });
    return views;
}

}  // namespace ledger
