// Clues in the database. One function a statement; decides nothing.
#pragma once

#include "inspections/clue.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace inspections {

/// Under the number that `clue` has.
void insert_clue(db::Transaction& transaction, const Clue& clue);
/// How it is handled, and the revocation. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_clue(db::Transaction& transaction, const Clue& clue);
[[nodiscard]] std::int64_t load_last_clue_number(db::Transaction& transaction,
                                                 base::ProgrammeId programme);
/// When its unit and its programme lie within the scope.
[[nodiscard]] std::optional<Clue> find_clue(db::Transaction& transaction, ClueId id,
                                            const base::Scope& scope);

enum class WhichClues { all, open, overdue };
struct ClueFilter {
    std::optional<base::ProgrammeId> programme;  // none: every programme in sight
    WhichClues which = WhichClues::all;
    std::optional<ClueResult> result;
    ledger::Page page;
};
struct CluePage {
    std::vector<Clue> rows;  // those without a result first, the nearest due day first
    std::int64_t total = 0;
};
[[nodiscard]] CluePage list_clues(db::Transaction& transaction, const ClueFilter& filter,
                                  const base::Scope& scope, base::Date today);

/// What holds, by result; `none`: no result yet.
struct ResultCount {
    ClueResult result{};
    std::int64_t count = 0;
    bool operator==(const ResultCount&) const = default;
};
[[nodiscard]] std::vector<ResultCount> count_results(db::Transaction& transaction,
                                                     base::ProgrammeId programme,
                                                     const base::Scope& scope);

/// What of it is sealed where the database seals.
[[nodiscard]] ledger::SealedSet sealed_clues();

}  // namespace inspections
