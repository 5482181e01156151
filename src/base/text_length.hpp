// Texts that are refused for their length. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace base {

/// What says nothing is refused as `code` (args accepted): it has fewer characters than a reason.
[[nodiscard]] inline std::optional<Error> why_too_short(std::string_view text,
                                                        std::string_view code,
                                                        std::string_view field) {
    if (chars_in(text) >= limits::reason_chars_min) return std::nullopt;
    return refuse(ErrorKind::invalid, code, field,
                  {{"accepted", std::to_string(limits::reason_chars_min)}});
}

/// Refuses: text_too_long (args chars, accepted).
[[nodiscard]] inline std::optional<Error> why_too_long(std::string_view text,
                                                       std::string_view field,
                                                       std::size_t chars_max) {
    const auto chars = chars_in(text);
    if (chars <= chars_max) return std::nullopt;
    return refuse(ErrorKind::invalid, "text_too_long", field,
                  {{"chars", std::to_string(chars)}, {"accepted", std::to_string(chars_max)}});
}

}  // namespace base
