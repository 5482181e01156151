#include "accounts/password_store.hpp"

namespace accounts {
namespace {

constexpr auto find_age_sql = "SELECT set_at, initial FROM password_age WHERE account_id = $1";

constexpr auto save_age_sql = R"(
    INSERT INTO password_age (account_id, set_at, initial) VALUES ($1, $2, $3)
    ON CONFLICT (account_id) DO UPDATE SET set_at = excluded.set_at, initial = excluded.initial)";

constexpr auto list_former_sql = R"(
    SELECT hash FROM former_password WHERE account_id = $1 ORDER BY number DESC LIMIT $2)";

constexpr auto insert_former_sql = R"(
    INSERT INTO former_password (account_id, number, hash)
    SELECT $1, coalesce(max(number), 0) + 1, $2 FROM former_password WHERE account_id = $1)";

constexpr auto delete_older_sql = R"(
    DELETE FROM former_password WHERE account_id = $1 AND number <=
        (SELECT max(number) FROM former_password WHERE account_id = $1) - $2)";

}  // namespace

std::optional<PasswordAge> find_password_age(db::Transaction& transaction,
                                             base::AccountId account) {
    return transaction.first(find_age_sql, {account}, [](const db::Row& row) {
        return PasswordAge{row.instant(0), row.boolean(1)};
    });
}

void save_password_age(db::Transaction& transaction, base::AccountId account,
                       const PasswordAge& age) {
    transaction.execute(save_age_sql, {account, age.set_at, age.initial});
}

std::vector<std::string> list_former_passwords(db::Transaction& transaction,
                                               base::AccountId account, std::int64_t rows_max) {
    return transaction.all(list_former_sql, {account, rows_max},
                           [](const db::Row& row) { return row.string(0); });
}

void insert_former_password(db::Transaction& transaction, base::AccountId account,
                            std::string_view hash) {
    transaction.execute(insert_former_sql, {account, hash});
}

void delete_older_passwords(db::Transaction& transaction, base::AccountId account,
                            std::int64_t kept) {
    transaction.execute(delete_older_sql, {account, kept});
}

}  // namespace accounts
