// Reading a signed export back and checking it offline: signature, digests of the parts, every
// entry's hash and payload, the chaining of neighbours. Needs no database and no secret.
#pragma once

#include <filesystem>

#include "audit/evidence.hpp"
#include "base/result.hpp"

namespace audit {

struct EvidenceReport {
    Manifest manifest;
    std::string fingerprint;
    std::int64_t entries = 0, chained = 0;
    std::optional<EvidenceFault> fault;
};

[[nodiscard]] base::Result<Manifest> read_manifest(std::string_view text);
[[nodiscard]] base::Result<EvidenceLine> read_line(std::string_view text);

/// Refuses: export_not_found, export_not_readable, export_of_a_newer_program, export_not_signed
/// (the signature is not of this manifest and key), export_part_changed (args name),
/// export_line_broken (args line), export_incomplete (args found, entries).
[[nodiscard]] base::Result<EvidenceReport> check_evidence(const std::filesystem::path& file);

}  // namespace audit
