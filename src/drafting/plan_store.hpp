// Statements on versions of plans. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/plan_version.hpp"

namespace drafting {

void insert_plan(db::Transaction& transaction, const PlanVersion& plan);
/// Everything that changes. Refuses somebody_else_changed_it. The stored version becomes that of
/// `plan`.
[[nodiscard]] base::Result<void> save_plan(db::Transaction& transaction, const PlanVersion& plan);
/// Within the actor's sight: of programmes that the scope covers; a draft that nobody was consulted
/// on yet only for the office and those who sign.
[[nodiscard]] std::optional<PlanVersion> find_plan(db::Transaction& transaction, PlanVersionId id,
                                                   const base::Actor& actor);
/// As above, of one programme, the last one first.
[[nodiscard]] std::vector<PlanVersion> list_plans(db::Transaction& transaction,
                                                  ProgrammeId programme, const base::Actor& actor);
/// Whoever's it is; never shown, only told of.
[[nodiscard]] std::optional<PlanVersion> find_plan_numbered(db::Transaction& transaction,
                                                            std::string_view key);

/// What of a plan waits for somebody: their word in a review, their signature, their comment; for
/// the office what came back and what reviewers are late with.
enum class PlanWaits { review, commit, comment, rewrite, late };
inline constexpr PlanWaits plan_waits[]{PlanWaits::review, PlanWaits::commit, PlanWaits::rewrite,
                                        PlanWaits::late, PlanWaits::comment};
[[nodiscard]] std::string_view name_of(PlanWaits waits);
inline constexpr std::int64_t waiting_plans_shown = 5;

struct WaitingPlan {
    PlanVersion plan;
    std::optional<base::Date> due_on;  // of the round, or of the consultation
    std::string units;                 // of a round: who has not spoken
};
struct WaitingPlans {
    PlanWaits waits = PlanWaits::review;
    std::vector<WaitingPlan> rows;  // the most urgent first
    std::int64_t total = 0;
};
/// Nothing of what this person is never asked for.
[[nodiscard]] std::optional<WaitingPlans> list_waiting_plans(db::Transaction& transaction,
                                                             PlanWaits waits,
                                                             const base::Actor& actor,
                                                             base::Date today);

}  // namespace drafting
