// A whole statement read as a strict reader would: the hints at its sentences, and what only shows
// in all its parts together: which aspect is not put in (R119), under which heading
// causes are not looked for (R121), whether every problem is one that the superior had to point
// out, whether it is a report on work (R117, R120). Holds nobody up. Pure.
#pragma once

#include "statements/hint.hpp"
#include "statements/statement.hpp"

namespace statements {

struct SectionHint {
    std::int64_t position = 0;  // 0: of the whole
    // Of aspect_missing and cause_missing `because` is the name of the aspect or the heading.
    PointedHint hint;
    bool operator==(const SectionHint&) const = default;
};
/// In the order of the sections, those of the whole at the end. Nothing for sections that say
/// nothing yet; of causes only which heading of the chosen set is not written on; nothing for
/// measures.
[[nodiscard]] std::vector<SectionHint> hints_of(const std::vector<Section>& sections,
                                                StatementKind kind, const Asked& asked);

}  // namespace statements
