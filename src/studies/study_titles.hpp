// Texts that are read before a life meeting: those that are usual everywhere (R169). What an
// installation adds is stored. Pure.
#pragma once

#include <span>
#include <string_view>

namespace studies {

/// In the order in which forms offer them.
[[nodiscard]] std::span<const std::string_view> usual_study_titles();

}  // namespace studies
