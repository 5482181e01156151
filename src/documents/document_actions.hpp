// Making an official document from the rows as they are: to look at, and to take out. What is taken
// out is an entry of the programme's journal. Many at once: bulk_actions.hpp.
#pragma once

#include "documents/making_actions.hpp"
#include "journal/export_note.hpp"

namespace documents {

enum class FileForm { docx, pdf, xlsx };
[[nodiscard]] std::optional<FileForm> file_form_of(std::string_view name);
[[nodiscard]] std::string_view name_of(FileForm form);

/// Only what the actor's scope lets through; looking at a guarded row leaves its entry. Refuses:
/// names_are_masked (to whom names are not told no document is made), then by what the document is
/// about: notice_unknown; meeting_unknown, meeting_has_no_minutes (before it was opened);
/// problem_not_found, problem_is_not_struck_off, problem_has_no_application; measure_not_found,
/// measure_does_not_go_on_for_long; extension_unknown; only_reviewers_hold_interviews,
/// interview_unknown; check_unknown, check_report_waits_for_conclusion; handover_unknown;
/// plan_unknown; sub_plan_is_not_there; programme_not_found, of restricted tables first
/// clues_are_restricted or accountability_is_restricted.
[[nodiscard]] base::Result<Document> view_document(const Needs& needs, const base::Actor& actor,
                                                   const WantedDocument& wanted);

struct DocumentFile {
    std::string bytes, name;  // the name is for the download, in Chinese
};
/// With the mark of the programme, and for whom this copy was made, at the head of every page.
/// Refuses besides: pdf_needs_program (args program, package), pdf_not_made; document_is_no_table
/// (xlsx).
[[nodiscard]] base::Result<DocumentFile> take_out_document(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const WantedDocument& wanted,
                                                           FileForm form);

/// Steps that bulk_actions.hpp shares. The papers get their page heads, and the journal one entry
/// for all of them: in the chain of their programme, else in the installation's.
[[nodiscard]] base::Result<void> note_taken_out(const Needs& needs, db::Transaction& transaction,
                                                const base::Actor& actor,
                                                std::vector<Document>& papers,
                                                journal::ExportNote note);
/// Refuses: pdf_needs_program, pdf_not_made.
[[nodiscard]] base::Result<std::string> bytes_of(const Needs& needs, const office::Paper& paper,
                                                 FileForm form);

}  // namespace documents
