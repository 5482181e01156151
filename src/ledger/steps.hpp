// The steps of a row's life: the versions in which its state changed. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "ledger/fields.hpp"

namespace ledger {

using BatchId = base::Id<struct BatchTag>;

/// One kept version of a row, as history holds it.
struct HistoryRow {
    std::int64_t version = 0;
    base::Instant at;
    std::string by, act;
    Fields fields;
    std::optional<BatchId> batch = {};  // that it was changed with
};

struct Step {
    std::string status;
    base::Instant at;
    std::string by;
    bool operator==(const Step&) const = default;
};

/// The batch that a change was part of.
struct BatchBrief {
    BatchId id;
    std::string reason;
    std::int64_t rows = 0;  // changed by it, of those in sight
};

/// What one version changed.
struct HistoryChange {
    std::int64_t version = 0;
    base::Instant at;
    std::string by, act;
    std::vector<journal::FieldChange> changes;
    std::optional<BatchBrief> batch = {};
};

/// `history` oldest first.
[[nodiscard]] std::vector<Step> steps_of(const std::vector<HistoryRow>& history);
/// Newest first, each with what it changed against the version before it; of a batch only the id.
[[nodiscard]] std::vector<HistoryChange> changes_of(const std::vector<HistoryRow>& history);

}  // namespace ledger
