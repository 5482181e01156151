// Statements on the roles an installation makes for itself. Decides nothing.
#pragma once

#include <vector>

#include "accounts/custom_role.hpp"
#include "db/database.hpp"

namespace accounts {

/// Throws db::ConstraintError: custom_role_name_key_key.
void insert_custom_role(db::Transaction& transaction, const CustomRole& role);
/// As insert_custom_role; writes what can change and the version that `role` has.
void save_custom_role(db::Transaction& transaction, const CustomRole& role);
[[nodiscard]] std::optional<CustomRole> find_custom_role(db::Transaction& transaction,
                                                         CustomRoleId id);
/// Refuses: custom_role_unknown.
[[nodiscard]] base::Result<CustomRole> load_custom_role(db::Transaction& transaction,
                                                        CustomRoleId id);
/// All of them, by name.
[[nodiscard]] std::vector<CustomRole> list_custom_roles(db::Transaction& transaction);
/// Accounts that hold it, disabled ones too.
[[nodiscard]] std::int64_t count_holders(db::Transaction& transaction, CustomRoleId id);

}  // namespace accounts
