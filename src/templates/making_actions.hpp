// Making a document of a programme from one of the office's own templates. It is taken out: an
// entry of the programme's journal, as for every other document.
#pragma once

#include "documents/document_actions.hpp"
#include "templates/template_actions.hpp"

namespace templates {

struct WantedDocument {
    TemplateId id;
    ledger::ProgrammeId programme;
    std::int64_t number = 0;  // of the version; 0: the one in use
    bool pdf = false;         // else as the template is
};
/// From the rows that the actor sees. Refuses: names_are_masked, template_unknown, as
/// version_to_fill(), programme_not_found, pdf_needs_program, pdf_not_made, evidence_file_is_gone,
/// template_too_many_rows.
[[nodiscard]] base::Result<documents::DocumentFile> make_document(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  const WantedDocument& wanted);

}  // namespace templates
