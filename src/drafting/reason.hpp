// What somebody must write so that it says something: the same length for reasons, comments and
// goals. Pure.
#pragma once

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace drafting {

[[nodiscard]] inline bool says_nothing(std::string_view text) {
    return base::chars_in(base::trim(text)) < base::limits::reason_chars_min;
}
[[nodiscard]] inline base::Error reason_too_short(std::string_view field) {
    return base::refuse(base::ErrorKind::invalid, "reason_too_short", field,
                        {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

}  // namespace drafting
