// Many documents at once as one archive: one for each row, or a set whose figures agree because all
// of it is made from one look at the database. One entry in the journal for all of them.
#pragma once

#include "documents/document_actions.hpp"
#include "documents/document_set.hpp"
#include "ledger/ledger_actions.hpp"

namespace documents {

/// A file on the disk; the caller deletes it.
struct DocumentArchive {
    std::filesystem::path file;
    std::string name;  // for the download, in Chinese
};

/// For each row of the programme one document as Word, in a file named by number and unit. Of
/// notices: those that went out, the query does not count. Of problems (slip, sheet, application):
/// those of the query, or of whose measures it lets any through, as far as they have such a
/// document. Refuses: names_are_masked, document_is_not_for_rows, programme_not_found,
/// unit_unknown, nothing_to_take_out.
struct WantedRows {
    DocumentKind kind = DocumentKind::notice;
    ledger::ProgrammeId programme;
    ledger::View view = ledger::View::problems;
    ledger::LedgerQuery query = {};
};
[[nodiscard]] base::Result<DocumentArchive> take_out_rows(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const WantedRows& wanted);

/// The documents of a choice, for the period in which `on` lies (none: today). Refuses:
/// names_are_masked, programme_not_found, as kinds_in_order(), pdf_needs_program, pdf_not_made.
struct WantedSet {
    ledger::ProgrammeId programme;
    SetChoice choice;
    std::optional<base::Date> on = {};
    std::string name = {};  // of the kept set, "" : none
};
[[nodiscard]] base::Result<DocumentArchive> take_out_set(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const WantedSet& wanted);

}  // namespace documents
