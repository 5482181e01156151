// Accounts in the database, read together with their person and unit. One function a statement;
// decides nothing and knows no role's meaning.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "accounts/account.hpp"
#include "db/database.hpp"

namespace accounts {

struct AccountPage {
    std::vector<Account> rows;  // by name
    std::int64_t total = 0;
};

/// Waits until no other writer works on this account: counting wrong passwords must not miss one.
void lock_account(db::Transaction& transaction, base::AccountId id);
/// Throws db::ConstraintError: account_pkey, account_name_key_key, account_person_id_key,
/// account_person_id_fkey.
void insert_account(db::Transaction& transaction, const Account& account);
/// Everything but name, person and role, which do not change.
void save_account(db::Transaction& transaction, const Account& account);
[[nodiscard]] std::optional<Account> find_account(db::Transaction& transaction, base::AccountId id);
/// Refuses: account_unknown.
[[nodiscard]] base::Result<Account> load_account(db::Transaction& transaction, base::AccountId id);
[[nodiscard]] std::optional<base::AccountId> find_account_named(db::Transaction& transaction,
                                                                std::string_view name);
/// The whole account that bears the name.
[[nodiscard]] std::optional<Account> find_account_by_name(db::Transaction& transaction,
                                                          std::string_view name);
[[nodiscard]] AccountPage list_accounts(db::Transaction& transaction, std::int64_t offset,
                                        std::int64_t rows_max);
/// Those not disabled, by the person's name.
[[nodiscard]] std::vector<Account> list_accounts_in_use(db::Transaction& transaction);
[[nodiscard]] std::int64_t count_accounts(db::Transaction& transaction);
/// Enabled accounts of this role, `id` left out.
[[nodiscard]] std::int64_t count_others(db::Transaction& transaction, Role role,
                                        base::AccountId id);

}  // namespace accounts
