// What somebody must write so that it says something: the same length for reasons, comments and
// goals. Pure.
#pragma once

#include "base/text_length.hpp"

namespace drafting {

[[nodiscard]] inline bool says_nothing(std::string_view text) {
    return base::chars_in(base::trim(text)) < base::limits::reason_chars_min;
}
[[nodiscard]] inline std::optional<base::Error> why_no_reason(std::string_view text,
                                                              std::string_view field) {
    return base::why_too_short(base::trim(text), "reason_too_short", field);
}

}  // namespace drafting
