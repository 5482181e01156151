// The evidence of a row on the wire, and what is said of a file that comes as a body.
#pragma once

#include "evidence/evidence_json.hpp"
#include "ledger/evidence_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const EvidenceList& list, std::uint64_t file_bytes_max,
                                  const Reader& reader);
[[nodiscard]] std::string to_json(const std::vector<evidence::Item>& items, const Reader& reader);

/// A row where the same file stands as `file`.
void write_place(base::JsonWriter& json, const EvidencePlace& place,
                 const evidence::Evidence& file);

/// {"id","kind","description"}. Refuses what base::read_object refuses.
[[nodiscard]] base::Result<evidence::Correction> read_correction(std::string_view body);
/// Refuses what base::read_object refuses.
[[nodiscard]] base::Result<std::string> read_removal_reason(std::string_view body);

}  // namespace ledger
