// Making an official document from the rows as they are: to look at, and to take out. What is taken
// out is an entry of the programme's journal.
#pragma once

#include "documents/document.hpp"
#include "documents/plan_paper.hpp"
#include "office/paper.hpp"
#include "reports/ledger_book_actions.hpp"

namespace documents {

using reports::Needs;

struct WantedDocument {
    DocumentKind kind = DocumentKind::notice;
    base::Uuid subject;                 // what subject_of(kind) says
    std::optional<base::Date> on = {};  // of a report: a day in its period; none: today
    PlanForm form = {};                 // of a plan
};
enum class FileForm { docx, pdf };
[[nodiscard]] std::optional<FileForm> file_form_of(std::string_view name);
[[nodiscard]] std::string_view name_of(FileForm form);

/// A paper, and the programme it belongs to.
struct Document {
    ledger::ProgrammeId programme;
    office::Paper paper;
    std::int64_t guarded_rows = 0;   // that it shows; only some may see them
    ledger::Subject looked_at = {};  // the row it is about, where it is about one
};
/// Only what the actor's scope lets through; looking at a guarded row leaves its entry. Refuses:
/// names_are_masked (to whom names are not told no document is made), notice_unknown,
/// meeting_unknown, meeting_has_no_minutes (before it was opened), problem_not_found,
/// problem_is_not_struck_off, programme_not_found, plan_unknown, sub_plan_is_not_there.
[[nodiscard]] base::Result<Document> view_document(const Needs& needs, const base::Actor& actor,
                                                   const WantedDocument& wanted);

struct DocumentFile {
    std::string bytes, name;  // the name is for the download, in Chinese
};
/// With the mark of the programme, and for whom this copy was made, at the head of every page.
/// Refuses besides: pdf_needs_program (args program, package), pdf_not_made.
[[nodiscard]] base::Result<DocumentFile> take_out_document(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const WantedDocument& wanted,
                                                           FileForm form);
/// One document for each notice of the programme that went out, as a ZIP. Refuses besides:
/// nothing_to_take_out.
[[nodiscard]] base::Result<DocumentFile> take_out_notices(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ledger::ProgrammeId programme);

}  // namespace documents
