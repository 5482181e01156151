// Delegations in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "accounts/delegation.hpp"
#include "db/database.hpp"

namespace accounts {

void insert_delegation(db::Transaction& transaction, const Delegation& delegation);
void save_end(db::Transaction& transaction, const Delegation& delegation);
[[nodiscard]] std::optional<Delegation> find_delegation(db::Transaction& transaction,
                                                        DelegationId id);
/// Given or received, the latest to begin first.
[[nodiscard]] std::vector<Delegation> list_delegations_of(db::Transaction& transaction,
                                                          base::AccountId account);
/// Not over on that day, of everybody.
[[nodiscard]] std::vector<Delegation> list_delegations_from(db::Transaction& transaction,
                                                            base::Date today);
/// Whom the account stands in for on that day.
[[nodiscard]] std::vector<Delegation> list_received(db::Transaction& transaction,
                                                    base::AccountId account, base::Date today);

}  // namespace accounts
