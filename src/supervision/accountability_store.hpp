// Records of accountability in the database. One function a statement; decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "supervision/accountability.hpp"

namespace supervision {

/// Under the number that `one` has.
void insert_accountability(db::Transaction& transaction, const Accountability& one);
/// The revocation. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_accountability(db::Transaction& transaction,
                                                     const Accountability& one);
[[nodiscard]] std::int64_t load_last_number(db::Transaction& transaction,
                                            base::ProgrammeId programme);
/// When unit, programme and problem lie within the scope.
[[nodiscard]] std::optional<Accountability> find_accountability(db::Transaction& transaction,
                                                                AccountabilityId id,
                                                                const base::Scope& scope);
/// The same by its number within the programme.
[[nodiscard]] std::optional<Accountability> find_accountability_numbered(
    db::Transaction& transaction, base::ProgrammeId programme, std::int64_t number,
    const base::Scope& scope);

struct AccountabilityFilter {
    base::ProgrammeId programme;
    std::optional<ledger::ProblemId> problem;
    std::optional<Form> form;
    ledger::Page page;
};
struct AccountabilityPage {
    std::vector<Accountability> rows;  // the latest decision first
    std::int64_t total = 0;
};
[[nodiscard]] AccountabilityPage list_accountability(db::Transaction& transaction,
                                                     const AccountabilityFilter& filter,
                                                     const base::Scope& scope);

/// What holds, by form: how often persons, and how often units.
struct FormCount {
    Form form{};
    std::int64_t persons = 0, units = 0;
    bool operator==(const FormCount&) const = default;
};
[[nodiscard]] std::vector<FormCount> count_forms(db::Transaction& transaction,
                                                 base::ProgrammeId programme,
                                                 const base::Scope& scope);

/// What of it is sealed where the database seals.
[[nodiscard]] ledger::SealedSet sealed_accountability();

}  // namespace supervision
