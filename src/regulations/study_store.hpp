// What was studied, in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "regulations/study.hpp"

namespace regulations {

void insert_study(db::Transaction& transaction, const Study& one);
void delete_study(db::Transaction& transaction, StudyId id);
/// When its unit or the inspected one lies within the scope.
[[nodiscard]] std::optional<Study> find_study(db::Transaction& transaction, StudyId id,
                                              const base::Scope& scope);
struct StudyPage {
    std::vector<Study> rows;  // the latest first
    std::int64_t total = 0;
};
[[nodiscard]] StudyPage list_studies(db::Transaction& transaction, base::ProgrammeId programme,
                                     const ledger::Page& page, const base::Scope& scope);

}  // namespace regulations
