// A batch: many rows changed by one act for one reason, the outcome of each, and whether it may be
// undone. Undoing one is a batch, too. Pure.
#pragma once

#include "ledger/bulk_change.hpp"
#include "ledger/steps.hpp"

namespace ledger {

enum class BatchOutcome {
    changed,
    unchanged,         // said so already
    refused,           // by a rule of the row
    changed_meanwhile  // by somebody else, after it was looked at
};
[[nodiscard]] std::string_view name_of(BatchOutcome outcome);
[[nodiscard]] std::optional<BatchOutcome> batch_outcome_of(std::string_view name);

/// Of the rows that the one who asks may see.
struct BatchCounts {
    std::int64_t changed = 0, unchanged = 0, refused = 0, changed_meanwhile = 0;
    std::int64_t changed_since = 0;  // changed by it, and again by somebody afterwards
    bool operator==(const BatchCounts&) const = default;
};

struct Batch {
    BatchId id;
    ProgrammeId programme;
    View view = View::measures;
    base::Instant at;
    base::AccountId by_account;
    std::string by, reason;
    BulkChange asked;  // of one that undoes another: what that one asked for
    std::optional<BatchId> undoes, undone_by;
    BatchCounts counts;
};

/// How one row comes out, or came out.
struct BatchedRow {
    std::string id;  // of the measure or problem
    std::int64_t number = 0;
    std::string text;
    std::int64_t version = 0;  // that was looked at; of a changed row of a batch, that it made
    BatchOutcome outcome = BatchOutcome::changed;
    std::vector<journal::FieldChange> changes;  // only what was asked for
    std::string refusal;                        // the code; "" for none
    bool changed_since = false;
};

[[nodiscard]] BatchCounts count(const std::vector<BatchedRow>& rows);
/// Refuses only_the_office_edits, then reason_says_nothing.
[[nodiscard]] std::optional<base::Error> why_not_batch(std::string_view reason,
                                                       const base::Actor& actor);
/// Refuses only_the_office_edits, batch_is_undone_already, batch_changed_nothing.
[[nodiscard]] std::optional<base::Error> why_not_undo(const Batch& batch, const base::Actor& actor);

}  // namespace ledger
