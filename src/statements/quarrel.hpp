// What criticism and self-criticism must not become (R136): an unprincipled quarrel (无原则纷争).
// Attacks on the person and abuse, settling of old scores, verdicts on somebody's whole character.
// Sharp words about a matter are none of these. By words alone. Pure.
#pragma once

#include <string_view>
#include <vector>

namespace statements {

enum class Quarrel { personal_attack, old_scores, sweeping_verdict };

struct FoundQuarrel {
    Quarrel what{};
    std::string_view because;  // the words, within the sentence
    bool operator==(const FoundQuarrel&) const = default;
};
/// Each at most once, in the order of the names.
[[nodiscard]] std::vector<FoundQuarrel> quarrels_in(std::string_view sentence);

}  // namespace statements
