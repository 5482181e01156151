// Changing many rows at once: what would come of it, doing it, undoing it, and looking back.
#pragma once

#include "ledger/batch_store.hpp"
#include "ledger/ledger_actions.hpp"

namespace ledger {

/// Which rows are meant: those named, or all that the query finds in the programme.
struct BulkQuestion {
    View view = View::measures;
    BulkChange change;
    std::optional<std::vector<std::string>> rows;  // ids
    LedgerQuery query;
};
/// How each row would come out, in the order of the ledger; one that is named and not in sight is
/// refused. Writes nothing. Refuses: programme_not_found, as why_not(change), unit_unknown,
/// unit_is_closed, too_many_rows (args accepted).
[[nodiscard]] base::Result<std::vector<BatchedRow>> preview_bulk_change(
    const Needs& needs, const base::Actor& actor, ProgrammeId programme,
    const BulkQuestion& question);

/// A row and the version that was looked at.
struct SeenRow {
    std::string id;
    std::int64_t version = 0;
};
struct BulkOrder {
    BatchId id;
    View view = View::measures;
    BulkChange change;
    std::string reason;
    std::vector<SeenRow> rows;
    bool quiet = false;  // the units that hold the rows are not told
};
struct BatchReport {
    Batch batch;
    std::vector<BatchedRow> rows;
};
/// Changes what can be changed, row by row, in one transaction; a row that somebody changed after
/// it was looked at is left. Each unit that holds changed rows is told once. Sending the same order
/// twice does it once. Refuses: programme_not_found, only_the_office_edits, reason_says_nothing, as
/// why_not(change), no_rows_chosen, same_id_other_content, unit_unknown, unit_is_closed,
/// measure_not_found or problem_not_found when none of the rows is in sight.
[[nodiscard]] base::Result<BatchReport> change_in_bulk(const Needs& needs, const base::Actor& actor,
                                                       ProgrammeId programme,
                                                       const BulkOrder& order);

struct UndoOrder {
    BatchId id;  // of the batch that undoing is
    std::string reason;
    bool quiet = false;
};
/// Puts back what the batch changed, of the rows in sight that nobody changed since. Sending the
/// same order twice does it once. Refuses: batch_not_found, only_the_office_edits,
/// reason_says_nothing, same_id_other_content, batch_is_undone_already, batch_changed_nothing.
[[nodiscard]] base::Result<BatchReport> undo_batch(const Needs& needs, const base::Actor& actor,
                                                   BatchId undone, const UndoOrder& order);

/// Newest first. Refuses programme_not_found.
[[nodiscard]] base::Result<BatchPage> view_batches(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme, const Page& page);
/// One page of its rows. Refuses batch_not_found.
[[nodiscard]] base::Result<BatchReport> view_batch(const Needs& needs, const base::Actor& actor,
                                                   BatchId id, const BatchRowFilter& filter);

}  // namespace ledger
