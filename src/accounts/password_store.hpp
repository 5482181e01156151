// How old passwords are and which were used before. One function a statement; decides nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/sign_in_policy.hpp"
#include "base/actor.hpp"
#include "db/database.hpp"

namespace accounts {

/// Nothing for a password that was set before its age was kept.
[[nodiscard]] std::optional<PasswordAge> find_password_age(db::Transaction& transaction,
                                                           base::AccountId account);
void save_password_age(db::Transaction& transaction, base::AccountId account,
                       const PasswordAge& age);
/// The latest first.
[[nodiscard]] std::vector<std::string> list_former_passwords(db::Transaction& transaction,
                                                             base::AccountId account,
                                                             std::int64_t rows_max);
void insert_former_password(db::Transaction& transaction, base::AccountId account,
                            std::string_view hash);
/// Keeps the latest `kept`.
void delete_older_passwords(db::Transaction& transaction, base::AccountId account,
                            std::int64_t kept);

}  // namespace accounts
