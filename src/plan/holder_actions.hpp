// Names in a document turned into the units and persons they mean, inside the transaction of an
// import. A name that could mean several stays a name.
#pragma once

#include "accounts/directory.hpp"
#include "plan/import_actions.hpp"

namespace plan {

/// Resolves holders against all units and persons, reading them once; opens missing units when told
/// to. Used by one thread, inside one transaction.
class HolderResolver {
  public:
    HolderResolver(db::Transaction& transaction, NewUnits new_units);

    /// Units are opened under `inspected`.
    void resolve(ledger::Responsibility& responsibility, ledger::Recorder& recorder);
    [[nodiscard]] bool knows(const ledger::Holder& holder) const;
    [[nodiscard]] std::int64_t units_opened() const { return units_opened_; }

  private:
    [[nodiscard]] std::optional<base::UnitId> open_unit(const std::string& name,
                                                        ledger::Recorder& recorder);

    db::Transaction& transaction_;
    NewUnits new_units_;
    accounts::UnitDirectory units_, closed_units_;
    accounts::PersonDirectory persons_;
    std::int64_t units_opened_ = 0;
};

}  // namespace plan
