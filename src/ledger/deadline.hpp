// When something must be finished (R7, R30–R31, R47–R48): seven kinds, of which only some have a
// day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace ledger {

enum class DeadlineKind {
    date,         // a day, or a day that the document left open
    relative,     // so many days after an event
    recurring,    // every month, quarter, term …
    immediate,    // 立行立改
    staged,       // 分阶段: stage targets, the last of them the end
    long_term,    // 长期坚持: no end, but stage targets and a next review
    unspecified,  // nothing readable; the text is kept
};

[[nodiscard]] std::string_view name_of(DeadlineKind kind);
[[nodiscard]] std::optional<DeadlineKind> deadline_kind_of(std::string_view name);
/// As an official writes it: 立行立改, 长期坚持 …
[[nodiscard]] std::string_view words_of(DeadlineKind kind);

/// A deadline as it stands in the row: its wording is kept, the day only where it can be known.
struct Deadline {
    DeadlineKind kind = DeadlineKind::unspecified;
    std::string text;                // as the document has it
    std::optional<base::Date> date;  // the day by which, where it can be computed

    bool operator==(const Deadline&) const = default;
    [[nodiscard]] bool empty() const { return kind == DeadlineKind::unspecified && text.empty(); }
};

/// A day as a deadline says it: 2026年3月31日前.
[[nodiscard]] Deadline by(base::Date day);

}  // namespace ledger
