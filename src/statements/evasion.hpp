// What self-criticism must not do (R135): take a small failing for a great one (避重就轻), gloss a
// failing over (文过饰非), plead circumstances (以客观理由搪塞), get it over with (敷衍). By words
// alone; whoever owns up to having made excuses makes none. Pure.
#pragma once

#include <string_view>
#include <vector>

namespace statements {

enum class Evasion { lesser, glossed_over, excuse, perfunctory };

struct FoundEvasion {
    Evasion what{};
    std::string_view because;  // the words, within the sentence
    bool operator==(const FoundEvasion&) const = default;
};
/// Each at most once, in the order of the names.
[[nodiscard]] std::vector<FoundEvasion> evasions_in(std::string_view sentence);
/// Whether a text about problems says nothing but that there are none, or that it is as elsewhere.
[[nodiscard]] bool says_none(std::string_view text);

}  // namespace statements
