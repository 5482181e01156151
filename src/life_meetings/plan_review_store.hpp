// What reviewers said of plans, and which meetings wait for somebody. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "life_meetings/plan_review.hpp"

namespace life_meetings {

void insert_review(db::Transaction& transaction, LifeMeetingId id, const PlanReview& review);
/// Of all rounds, in the order in which they were said.
[[nodiscard]] std::vector<PlanReview> list_reviews(db::Transaction& transaction, LifeMeetingId id);

/// Meetings whose plan is submitted, the soonest first; at most `rows_max`.
[[nodiscard]] std::vector<LifeMeetingId> list_submitted(db::Transaction& transaction,
                                                        std::int64_t rows_max);
/// Meetings that are neither cancelled nor closed for longer than their last step, of which a step
/// is due until `until` and not done; at most `rows_max`.
[[nodiscard]] std::vector<LifeMeetingId> list_with_steps_due(db::Transaction& transaction,
                                                             base::Date until,
                                                             std::int64_t rows_max);

[[nodiscard]] std::vector<ledger::SealedSet> sealed_plan_reviews();

}  // namespace life_meetings
