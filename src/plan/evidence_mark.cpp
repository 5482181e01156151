#include "plan/evidence_mark.hpp"

#include "evidence/blob_folder.hpp"
#include "evidence/preview.hpp"

namespace plan {

base::Result<void> check_evidence_mark(const std::filesystem::path& file, evidence::FileType type,
                                       const ledger::Programme& programme,
                                       ledger::ClassifiedContent here) {
    const auto preview = evidence::preview_of(*evidence::plain_file(file), type);
    if (!preview) return {};
    return check_document_mark(mark_in(preview->blocks), programme, here);
}

}  // namespace plan
