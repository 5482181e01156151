#include "bodies/tiers_actions.hpp"

#include <algorithm>

#include "accounts/post_store.hpp"
#include "accounts/unit_store.hpp"
#include "ledger/ledger_list_store.hpp"

namespace bodies {
namespace {

void add_head(db::Transaction& transaction, base::UnitId unit, TierFacts& facts, base::Date today) {
    for (const auto& post : accounts::list_posts_in(transaction, unit))
        if (post.head && accounts::was_held_on(post, today)) facts.heads.emplace(unit, post);
}

void add_path(db::Transaction& transaction, base::UnitId unit, TierFacts& facts) {
    if (const auto path = accounts::load_unit_path(transaction, unit))
        facts.paths.emplace(unit, *path);
}

std::vector<TierLine> tiers_of(db::Transaction& transaction, ProgrammeId programme,
                               const ledger::Responsibility& responsibility, base::Date today) {
    TierFacts facts;
    facts.responsibility = responsibility;
    const auto whole = ledger::load_programme(transaction, programme, base::unbounded());
    if (!whole) return {};
    facts.inspected = {whole->inspected_unit, whole->inspected_unit_name};
    facts.bodies = as_of(list_bodies(transaction, programme), today);
    add_head(transaction, facts.inspected.id, facts, today);
    facts.paths = list_portfolio_paths(transaction, programme);
    for (const auto& section : sections_of(responsibility)) {
        if (!section.unit) continue;
        add_head(transaction, *section.unit, facts, today);
        add_path(transaction, *section.unit, facts);
    }
    return three_tiers(facts);
}

}  // namespace

base::Result<std::vector<TierLine>> view_tiers(const Needs& needs, const base::Actor& actor,
                                               ledger::ProblemId id) {
    using Tiers = base::Result<std::vector<TierLine>>;
    return needs.database.read([&](db::Transaction& transaction) -> Tiers {
        const auto row = ledger::find_problem_row(transaction, id, actor.scope);
        if (!row) return base::refuse(base::ErrorKind::not_found, "problem_not_found");
        return tiers_of(transaction, row->problem.programme, row->problem.responsibility,
                        needs.clock.today());
    });
}

base::Result<std::vector<TierLine>> view_tiers(const Needs& needs, const base::Actor& actor,
                                               ledger::MeasureId id) {
    using Tiers = base::Result<std::vector<TierLine>>;
    return needs.database.read([&](db::Transaction& transaction) -> Tiers {
        const auto row = ledger::find_measure_row(transaction, id, actor.scope);
        if (!row) return base::refuse(base::ErrorKind::not_found, "measure_not_found");
        return tiers_of(transaction, row->measure.programme, row->responsibility,
                        needs.clock.today());
    });
}

}  // namespace bodies
