// Holding a statement against everything else that is known: other statements of this meeting and
// of earlier ones, issued reports, drafted plans, the office's own templates, and what other
// modules bring. Whose a text is, and what it says,
// is told only to whoever may read it; to others only that there is one, of which kind, and how
// alike.
#pragma once

#include <span>

#include "statements/compared_template_actions.hpp"
#include "statements/statement_actions.hpp"

namespace statements {

struct CopyNeeds {
    Needs ledger;
    std::span<const ComparedTable> others = {};
    const evidence::BlobStore* files = nullptr;  // of templates; none: they are left out
};

struct CopiedPassage {
    std::string own, other;  // other: "" where it may not be read
};
struct FoundCopy {
    std::int64_t position = 0;
    std::string heading, kind, label;  // label: "" where it may not be read
    text::Degree degree = text::Degree::none;
    int percent = 0;
    bool readable = false;
    std::vector<CopiedPassage> passages;  // the longest first
};
struct CopyReport {
    std::vector<FoundCopy> found;  // the most alike first
    std::int64_t compared = 0;     // sections that were looked at
};
/// To whoever writes the statement, reviews it, or approves it. Refuses statement_unknown,
/// statement_is_not_yours_to_check.
[[nodiscard]] base::Result<CopyReport> check_copies(const CopyNeeds& needs,
                                                    const base::Actor& actor, StatementId id);

}  // namespace statements
