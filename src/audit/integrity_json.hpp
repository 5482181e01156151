// What the page of integrity shows.
#pragma once

#include <string>

#include "audit/integrity_actions.hpp"

namespace audit {

/// {"running","walked","started_at","started_by","finished_at","failed","sound","last_anchored_at",
/// "chains":[{"chain","title","entries","erased","head","fault":{"sequence","what"}|null}]}; sound
/// is null until a run came to its end.
[[nodiscard]] std::string to_json(const IntegrityView& view);

}  // namespace audit
