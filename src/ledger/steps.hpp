// The steps of a row's life: the versions in which its state changed. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "ledger/fields.hpp"

namespace ledger {

/// One kept version of a row, as history holds it.
struct HistoryRow {
    std::int64_t version = 0;
    base::Instant at;
    std::string by, act;
    Fields fields;
};

struct Step {
    std::string status;
    base::Instant at;
    std::string by;
    bool operator==(const Step&) const = default;
};

/// What one version changed.
struct HistoryChange {
    std::int64_t version = 0;
    base::Instant at;
    std::string by, act;
    std::vector<journal::FieldChange> changes;
};

/// `history` oldest first.
[[nodiscard]] std::vector<Step> steps_of(const std::vector<HistoryRow>& history);
/// Newest first, each with what it changed against the version before it.
[[nodiscard]] std::vector<HistoryChange> changes_of(const std::vector<HistoryRow>& history);

}  // namespace ledger
