// Taking the catalogues of a dossier out as a document.
#pragma once

#include "documents/document_actions.hpp"
#include "dossier/dossier_actions.hpp"

namespace dossier {

/// An entry of the programme's journal. Refuses: as view_dossier(), names_are_masked,
/// pdf_needs_program, pdf_not_made.
[[nodiscard]] base::Result<documents::DocumentFile> take_out_catalogue(const Needs& needs,
                                                                       const base::Actor& actor,
                                                                       ProgrammeId programme,
                                                                       documents::FileForm form);

}  // namespace dossier
