// What happened to the evidence of a row, among what happened to the row. Pure.
#pragma once

#include "evidence/evidence.hpp"
#include "ledger/steps.hpp"

namespace ledger {

/// `changes` newest first, and so is what comes back.
[[nodiscard]] std::vector<HistoryChange> with_evidence(
    std::vector<HistoryChange> changes, const std::vector<evidence::Happening>& happenings);

}  // namespace ledger
