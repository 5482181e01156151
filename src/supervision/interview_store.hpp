// Records of interviews in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "supervision/interview.hpp"

namespace supervision {

/// Under the number that `one` has.
void insert_interview(db::Transaction& transaction, const Interview& one);
/// The revocation. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_interview(db::Transaction& transaction, const Interview& one);
[[nodiscard]] std::int64_t load_last_interview(db::Transaction& transaction,
                                               base::ProgrammeId programme);
/// When its unit and its programme lie within the scope.
[[nodiscard]] std::optional<Interview> find_interview(db::Transaction& transaction, InterviewId id,
                                                      const base::Scope& scope);
struct InterviewPage {
    std::vector<Interview> rows;  // the latest first
    std::int64_t total = 0;
};
[[nodiscard]] InterviewPage list_interviews(db::Transaction& transaction,
                                            base::ProgrammeId programme, const ledger::Page& page,
                                            const base::Scope& scope);

/// What of it is sealed where the database seals.
[[nodiscard]] ledger::SealedSet sealed_interviews();

}  // namespace supervision
