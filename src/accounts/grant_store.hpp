// Grants and the changes of them in the database. One function a statement; decides nothing.
#pragma once

#include "accounts/grant.hpp"
#include "db/database.hpp"

namespace accounts {

[[nodiscard]] std::vector<GrantedPart> list_granted_parts(db::Transaction& transaction,
                                                          base::AccountId account);
[[nodiscard]] Grant grant_of(db::Transaction& transaction, const Account& account);
/// Writes role, parts and clearances of the account. Throws db::ConstraintError:
/// account_scope_unit_id_fkey, account_scope_programme_id_fkey.
void save_grant(db::Transaction& transaction, const Account& account, const Grant& grant);

void insert_change(db::Transaction& transaction, const PermissionChange& change);
void save_decision(db::Transaction& transaction, const PermissionChange& change);
/// Refuses: permission_change_unknown.
[[nodiscard]] base::Result<PermissionChange> load_change(db::Transaction& transaction,
                                                         PermissionChangeId id);
[[nodiscard]] std::optional<PermissionChange> find_change(db::Transaction& transaction,
                                                          PermissionChangeId id);
struct ChangePage {
    std::vector<PermissionChange> rows;
    std::int64_t total = 0;
};
/// Those in the state, newest first.
[[nodiscard]] ChangePage list_changes(db::Transaction& transaction, ChangeState state,
                                      std::int64_t offset, std::int64_t rows_max);

}  // namespace accounts
