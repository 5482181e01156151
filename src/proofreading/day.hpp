// Days: such as do not exist, run backwards, lie behind the day of the document although they are
// told as past, or before the feedback although they are deadlines; titles of an earlier year.
// Pure.
#pragma once

#include "proofreading/facts.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

void find_days(const Passages& passages, const Facts* facts, Found& found);

/// The day the document bears: alone in the last paragraph that is nothing but a day.
[[nodiscard]] std::optional<base::Date> own_day(const Passages& passages);

}  // namespace proofreading
