// Second factors and their recovery codes in the database. One function a statement; sees sealed
// secrets only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/actor.hpp"
#include "db/database.hpp"

namespace accounts {

struct SecondFactor {
    base::AccountId account;
    std::string sealed_secret;
    bool confirmed = false;
    std::int64_t last_step = 0;
    bool operator==(const SecondFactor&) const = default;
};

[[nodiscard]] std::optional<SecondFactor> find_second_factor(db::Transaction& transaction,
                                                             base::AccountId account);
/// In place of the one that is there.
[[nodiscard]] std::vector<SecondFactor> list_second_factors(db::Transaction& transaction);
void save_second_factor(db::Transaction& transaction, const SecondFactor& factor);
void delete_second_factor(db::Transaction& transaction, base::AccountId account);

void insert_recovery_code(db::Transaction& transaction, base::AccountId account,
                          std::string_view digest);
/// How many went: one, or none when it was used before or never given.
[[nodiscard]] std::int64_t delete_recovery_code(db::Transaction& transaction,
                                                base::AccountId account, std::string_view digest);
void delete_recovery_codes(db::Transaction& transaction, base::AccountId account);
[[nodiscard]] std::int64_t count_recovery_codes(db::Transaction& transaction,
                                                base::AccountId account);

}  // namespace accounts
