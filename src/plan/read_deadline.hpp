// Wording of deadlines: which of the seven kinds it is and, where the year is certain, which day.
// Keeps the wording; never guesses a day (placeholder, no year: date stays empty).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/deadline.hpp"

namespace plan {

/// Empty for an empty text. "XXX" and other unreadable wording: unspecified, with its text.
/// Two or more days are stages: staged, with the last of them. `year`: used where the text names
/// none. Lines that `in_lines` wrote below the wording are taken off it.
[[nodiscard]] ledger::Deadline deadline_of(std::string_view text, std::optional<int> year = {});
/// A deadline for a cell that is read back as it is: its wording, else its kind; below it the day
/// it was given where the wording does not name it (定于2025-09-30), and the day that counts where
/// it was reckoned (推算2024-08-28), which is no part of the deadline.
[[nodiscard]] std::string in_lines(const ledger::Deadline& deadline, std::optional<base::Date> due);
/// The words are a deadline and nothing else: 6月底前完成, 立行立改, 长期坚持, 反馈后3个月内.
[[nodiscard]] bool is_deadline_phrase(std::string_view words);
/// The year the text names, where all its day words that name one agree.
[[nodiscard]] std::optional<int> year_named_in(std::string_view text);

}  // namespace plan
