// Personal data that must not go out: numbers of identity cards (with their check digit), bank
// cards (Luhn), mobile numbers, mail addresses, home addresses. Pure.
#pragma once

#include "proofreading/finding.hpp"

namespace proofreading {

void find_personal(const Passages& passages, Found& found);

/// GB 11643: 18 characters, the day of birth in them, the last one worked out from the others.
[[nodiscard]] bool is_identity_number(std::string_view digits);
[[nodiscard]] bool holds_luhn(std::string_view digits);

}  // namespace proofreading
