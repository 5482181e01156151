// Reports on measures that came back in a workbook, against the measures as they are now: what
// would be reported, what somebody else reported on meanwhile, what is wrong and in which cell, and
// what says nothing new. Pure.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/measure.hpp"
#include "office/filled_sheet.hpp"

namespace reports {

inline constexpr std::size_t progress_rows_max = 5'000;

/// The columns that are filled in, in the order of the sheet.
enum EntryAt : std::size_t {
    text_at,
    percent_at,
    percent_reason_at,
    evidence_note_at,
    results_at,  // one a kind
    submit_at = results_at + std::size(ledger::result_kinds),
    entry_columns
};
/// As the page's form calls it, with the unit where there is one: 挽回资金（元）.
[[nodiscard]] std::string heading_of(std::size_t entry_column);

/// What a row of an exported sheet is about and how it was then; stands hidden in the row itself,
/// so that sorting and moving take it along.
struct RowIdentity {
    ledger::ProgrammeId programme;
    ledger::MeasureId measure;
    std::int64_t version = 0;
    std::int64_t reported_at = 0;  // of the last report, in milliseconds; 0: none
    bool operator==(const RowIdentity&) const = default;
};
[[nodiscard]] RowIdentity identity_of(const ledger::Measure& measure);
[[nodiscard]] std::string text_of(const RowIdentity& identity);
[[nodiscard]] std::optional<RowIdentity> identity_in(std::string_view text);

struct FilledCell {
    std::string text;
    bool formula = false, merged = false;
};
/// A row as it came back. Everything as it is written.
struct FilledRow {
    office::SheetPlace at;
    std::string identity, number;
    std::vector<std::string> shown;  // the columns that were not to be changed, in their order
    std::array<FilledCell, entry_columns> cells;

    [[nodiscard]] bool blank() const;
};
struct FilledSheets {
    std::vector<FilledRow> rows;
    std::vector<office::SheetFault> faults, notes;  // of whole sheets
};

/// A measure as it is now, for somebody who may see it.
struct PresentMeasure {
    ledger::Measure measure;
    ledger::ProblemGate gate = ledger::ProblemGate::open;
    std::optional<ledger::ProgressEntry> last;   // needed where it is newer than the row's
    std::vector<ledger::CountedResult> counted;  // so far; needed where the measure demands results
    ledger::EvidenceKinds evidence_missing = {};  // that the programme asks for before a review
};
using PresentMeasures = std::map<ledger::MeasureId, PresentMeasure>;

enum class Verdict { changes, conflicts, faulty, unchanged };
[[nodiscard]] std::string_view name_of(Verdict verdict);

struct CellChange {
    std::size_t column = 0;
    std::string before, after;
    bool operator==(const CellChange&) const = default;
};
struct CheckedRow {
    office::SheetPlace at;
    Verdict verdict = Verdict::unchanged;
    std::optional<ledger::Measure> measure;  // as it is now; nothing where it cannot be told
    ledger::ProgressEntry entry;             // what would be reported, without id, moment and name
    bool submit = false;
    std::vector<CellChange> changes;
    std::optional<ledger::ProgressEntry> theirs;  // what was reported after the export
    std::vector<office::SheetFault> faults, notes;
};

/// Each row by itself, in this order: blank is unchanged; an identity that is missing, torn from
/// its row, of another programme or of no measure in sight is a fault; what was reported meanwhile
/// and says the same is unchanged; then what report() refuses, faults of cells, what submit()
/// refuses, and a newer report
/// makes a conflict. A measure that two rows report on is a fault of both.
[[nodiscard]] std::vector<CheckedRow> check_rows(const std::vector<FilledRow>& rows,
                                                 ledger::ProgrammeId programme,
                                                 const PresentMeasures& present,
                                                 const base::Actor& actor);

/// Stands for the file and for everything that was found: another file, or a measure that changed
/// since, gives another one.
[[nodiscard]] std::string mark_of(std::string_view file_digest,
                                  const std::vector<CheckedRow>& rows);
/// Always the same for what was checked as `mark`, so that applying it again makes nothing twice.
[[nodiscard]] ledger::EntryId entry_id_of(std::string_view mark, ledger::MeasureId measure);

}  // namespace reports
