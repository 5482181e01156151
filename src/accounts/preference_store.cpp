#include "accounts/preference_store.hpp"

namespace accounts {
namespace {

constexpr auto find_preference_sql =
    "SELECT value FROM preference WHERE account_id = $1 AND name = $2";

constexpr auto save_preference_sql = R"(
    INSERT INTO preference (account_id, name, value) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value)";

}  // namespace

std::optional<std::string> find_preference(db::Transaction& transaction, base::AccountId account,
                                           std::string_view name) {
    return transaction.first(find_preference_sql, {account, name},
                             [](const db::Row& row) { return row.string(0); });
}

void save_preference(db::Transaction& transaction, base::AccountId account, std::string_view name,
                     std::string_view value) {
    transaction.execute(save_preference_sql, {account, name, value});
}

}  // namespace accounts
