// Taking a programme's ledger out as a workbook.
#pragma once

#include <filesystem>

#include "ledger/ledger_actions.hpp"
#include "office/workbook.hpp"

namespace reports {

struct Needs {
    ledger::Needs ledger;
    std::filesystem::path temporary;  // where the workbook is written before it is sent
};

struct LedgerBook {
    std::filesystem::path file;  // the caller deletes it
    std::string name;            // for the download, in Chinese
};

/// The name of a new file among the temporary ones; the folder is there.
[[nodiscard]] std::filesystem::path temporary_file(const Needs& needs, std::string_view ending);
/// A new file among the temporary ones.
[[nodiscard]] std::filesystem::path write_book(const Needs& needs, const office::Workbook& book);

/// The rows that `filter` and the actor's scope let through, in the order of the ledger; the export
/// is an entry in the programme's journal. Refuses: programme_not_found, unit_unknown.
[[nodiscard]] base::Result<LedgerBook> export_ledger(const Needs& needs, const base::Actor& actor,
                                                     ledger::ProgrammeId programme,
                                                     const ledger::LedgerQuery& query);

}  // namespace reports
