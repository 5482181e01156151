// Findings that somebody looked at and leaves as they are, with the reason. Pure.
#pragma once

#include <map>
#include <string>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

/// Which finding of which text.
struct FindingPlace {
    base::ProgrammeId programme;
    std::string digest, finding;
};
struct SetAside {
    std::string reason, by;
    base::Instant at;
    bool operator==(const SetAside&) const = default;
};
/// By the key of the finding.
using SetAsides = std::map<std::string, SetAside, std::less<>>;

/// Of the passages; the same text has the same, from whatever file it came.
[[nodiscard]] std::string digest_of(const Passages& passages);

/// Whoever works on the programme or checks it. Refuses: only_who_works_sets_findings_aside.
[[nodiscard]] std::optional<base::Error> why_not_set_aside(const base::Actor& actor);
/// Refuses, in this order: as above, finding_unknown (no digest or no key), reason_too_short,
/// text_too_long.
[[nodiscard]] base::Result<void> check(const FindingPlace& place, std::string_view reason,
                                       const base::Actor& actor);

}  // namespace proofreading
