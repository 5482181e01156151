// A file of evidence and the mark of secrecy in its head: what may not be imported here may not be
// kept as evidence either.
#pragma once

#include <filesystem>

#include "evidence/file_type.hpp"
#include "plan/read_mark.hpp"

namespace plan {

/// Looks at what evidence::preview_of() can show (docx, xlsx, text); other files and those that
/// cannot be read say nothing. Refuses as check_document_mark().
[[nodiscard]] base::Result<void> check_evidence_mark(const std::filesystem::path& file,
                                                     evidence::FileType type,
                                                     const ledger::Programme& programme,
                                                     ledger::ClassifiedContent here);

}  // namespace plan
