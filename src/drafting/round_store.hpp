// Statements on rounds of joint review and on the document as it stood in each. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/document.hpp"
#include "drafting/plan_version.hpp"

namespace drafting {

void insert_round(db::Transaction& transaction, PlanVersionId plan, const Round& round);
/// How it came out, and when.
void save_round(db::Transaction& transaction, PlanVersionId plan, const Round& round);
void save_opinion(db::Transaction& transaction, PlanVersionId plan, std::int64_t round,
                  const Seated& seated);
/// The first one first, with whoever sits in them and what they said.
[[nodiscard]] std::vector<Round> list_rounds(db::Transaction& transaction, PlanVersionId plan);
/// One that says of itself that there was none, where there was none.
[[nodiscard]] Round last_round_of(db::Transaction& transaction, const PlanVersion& plan);

/// Which document is meant: that of one round of a version.
struct Edition {
    PlanVersionId plan;
    std::int64_t round = 0;
};
/// A section without blocks is kept by its heading alone.
void insert_edition(db::Transaction& transaction, const Edition& edition, const Document& document);
/// Whole: what a reader may see of it is seen_within(). Empty where there is none.
[[nodiscard]] Document load_edition(db::Transaction& transaction, const Edition& edition);

}  // namespace drafting
