// Which kinds of evidence a programme asks for: at a measure before it is handed in for review, at
// a problem before its strike-off is applied for (R53). Nothing is asked for where a programme sets
// nothing. Only what stands at the row itself counts. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.hpp"

namespace ledger {

/// Each once, in the order of the set.
using EvidenceKinds = std::vector<evidence::EvidenceKind>;

struct RequiredEvidence {
    EvidenceKinds measure, problem;
    bool operator==(const RequiredEvidence&) const = default;
};

[[nodiscard]] EvidenceKinds in_order(const EvidenceKinds& kinds);
/// Those of `required` that are not among `standing`.
[[nodiscard]] EvidenceKinds missing_kinds(const EvidenceKinds& required,
                                          const EvidenceKinds& standing);
/// 会议记录、财务凭证
[[nodiscard]] std::string words_of(const EvidenceKinds& kinds);
/// Refuses evidence_missing (args accepted: the kinds in words) unless nothing is missing.
[[nodiscard]] std::optional<base::Error> why_evidence_is_missing(const EvidenceKinds& missing);
/// As it is stored. What cannot be read is no kind.
[[nodiscard]] std::string encode(const EvidenceKinds& kinds);
[[nodiscard]] EvidenceKinds decode_evidence_kinds(std::string_view text);

}  // namespace ledger
