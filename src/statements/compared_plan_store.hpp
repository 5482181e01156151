// Drafted plans among the texts that statements are compared with: a part of a version in the
// wording that holds now. Decides nothing.
#pragma once

#include "base/actor.hpp"
#include "statements/compared_store.hpp"

namespace statements {

inline constexpr std::string_view plan_text = "plan";

/// Parts whose wording is not in the index yet, instead of the wordings before: at most
/// `count_max`.
void index_new_plans(db::Transaction& transaction, std::int64_t count_max);
/// "" where it is gone.
[[nodiscard]] std::string load_plan_text(db::Transaction& transaction, const ComparedText& where);
/// The plan and its part, where the plan is within the actor's sight; else "".
[[nodiscard]] std::string find_plan_label(db::Transaction& transaction, const ComparedText& where,
                                          const base::Actor& actor);

}  // namespace statements
