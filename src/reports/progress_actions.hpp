// Reporting through a workbook: taking the measures out that one may report on, checking what came
// back, reporting exactly what was checked. One function a thing.
#pragma once

#include <filesystem>
#include <set>

#include "reports/ledger_book_actions.hpp"
#include "reports/progress_import.hpp"

namespace reports {

/// The measures of the programme that are open, held by the actor's unit (by any for whoever sees
/// the whole programme) and may be reported on. The export is an entry in the programme's journal.
/// Refuses: programme_not_found, no_measures_to_report_on.
[[nodiscard]] base::Result<LedgerBook> export_progress_sheet(const Needs& needs,
                                                             const base::Actor& actor,
                                                             ledger::ProgrammeId programme);

struct ProgressFile {
    ledger::ProgrammeId programme;
    std::filesystem::path file;
    std::string name;  // as the person's machine calls it
};
struct ProgressCheck {
    std::string mark;  // see mark_of()
    std::vector<CheckedRow> rows;
    std::vector<office::SheetFault> faults, notes;  // of whole sheets
};
/// Writes nothing. Refuses: programme_not_found, then what office::read_filled_workbook and
/// read_progress_sheets refuse.
[[nodiscard]] base::Result<ProgressCheck> check_progress(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const ProgressFile& file);

/// What a person decided after the check.
struct ProgressChoice {
    std::string mark;             // of the check
    std::set<std::int64_t> mine;  // running numbers of measures reported on although others did
};
enum class RowOutcome { reported, submitted, left_to_theirs, faulty, unchanged };
struct ProgressRow {
    office::SheetPlace at;
    std::int64_t number = 0;  // 0: the row could not be told
    RowOutcome outcome = RowOutcome::unchanged;
};
/// Reports what was checked as `mark`, in one transaction with one entry about the file besides the
/// entries of the rows; sending the same again reports nothing twice. Refuses besides:
/// checked_rows_changed, nothing_to_report, what submit() refuses (field: the measure's number).
[[nodiscard]] base::Result<std::vector<ProgressRow>> apply_progress(const Needs& needs,
                                                                    const base::Actor& actor,
                                                                    const ProgressFile& file,
                                                                    const ProgressChoice& choice);

/// The faulty rows in the same layout with what is wrong. Refuses as check_progress.
[[nodiscard]] base::Result<LedgerBook> return_faulty_progress(const Needs& needs,
                                                              const base::Actor& actor,
                                                              const ProgressFile& file);

}  // namespace reports
