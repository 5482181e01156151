// Units and persons from a workbook: checked as a whole without writing anything, then imported in
// one transaction through the same rules.
#pragma once

#include <filesystem>

#include "accounts/needs.hpp"
#include "accounts/unit_import.hpp"

namespace accounts {

struct UnitImportNeeds {
    Needs accounts;
    std::filesystem::path temporary;  // where a workbook is written before it is sent
};

enum class BadRows { refuse, leave_out };

/// What an import does, or did.
struct UnitImportReport {
    std::int64_t units = 0, persons = 0, bad_rows = 0;
    std::vector<SheetFault> faults, notes;
};

/// Written anew for each asker, who deletes it.
[[nodiscard]] std::filesystem::path write_unit_template(const UnitImportNeeds& needs);

/// What an import would do. Refuses what office::read_document and read_unit_sheets refuse.
[[nodiscard]] base::Result<UnitImportReport> check_unit_workbook(const UnitImportNeeds& needs,
                                                                 const std::filesystem::path& file,
                                                                 const base::Actor& actor);
/// Refuses also: workbook_has_faults (args count), unless the bad rows may be left out.
[[nodiscard]] base::Result<UnitImportReport> import_unit_workbook(const UnitImportNeeds& needs,
                                                                  const std::filesystem::path& file,
                                                                  BadRows bad_rows,
                                                                  const base::Actor& actor);
/// The bad rows in the template, with what is wrong; the caller deletes the file.
[[nodiscard]] base::Result<std::filesystem::path> return_bad_rows(const UnitImportNeeds& needs,
                                                                  const std::filesystem::path& file,
                                                                  const base::Actor& actor);

}  // namespace accounts
