#include "accounts/second_factor_store.hpp"

namespace accounts {
namespace {

SecondFactor factor_of(const db::Row& row) {
    return {row.id<base::AccountId>(0), row.string(1), row.boolean(2), row.integer(3)};
}

constexpr auto find_factor_sql = R"(
    SELECT account_id, secret, confirmed, last_step FROM second_factor WHERE account_id = $1)";

constexpr auto list_factors_sql = R"(
    SELECT account_id, secret, confirmed, last_step FROM second_factor ORDER BY account_id)";

constexpr auto save_factor_sql = R"(
    INSERT INTO second_factor (account_id, secret, confirmed, last_step) VALUES ($1, $2, $3, $4)
    ON CONFLICT (account_id) DO UPDATE
    SET secret = excluded.secret, confirmed = excluded.confirmed, last_step = excluded.last_step)";

constexpr auto delete_factor_sql = "DELETE FROM second_factor WHERE account_id = $1";

constexpr auto insert_code_sql = "INSERT INTO recovery_code (account_id, digest) VALUES ($1, $2)";

constexpr auto delete_code_sql = R"(
    DELETE FROM recovery_code WHERE account_id = $1 AND digest = $2)";

constexpr auto delete_codes_sql = "DELETE FROM recovery_code WHERE account_id = $1";

constexpr auto count_codes_sql = "SELECT count(*) FROM recovery_code WHERE account_id = $1";

}  // namespace

std::optional<SecondFactor> find_second_factor(db::Transaction& transaction,
                                               base::AccountId account) {
    return transaction.first(find_factor_sql, {account}, factor_of);
}

std::vector<SecondFactor> list_second_factors(db::Transaction& transaction) {
    return transaction.all(list_factors_sql, {}, factor_of);
}

void save_second_factor(db::Transaction& transaction, const SecondFactor& factor) {
    transaction.execute(save_factor_sql,
                        {factor.account, factor.sealed_secret, factor.confirmed, factor.last_step});
}

void delete_second_factor(db::Transaction& transaction, base::AccountId account) {
    transaction.execute(delete_factor_sql, {account});
}

void insert_recovery_code(db::Transaction& transaction, base::AccountId account,
                          std::string_view digest) {
    transaction.execute(insert_code_sql, {account, digest});
}

std::int64_t delete_recovery_code(db::Transaction& transaction, base::AccountId account,
                                  std::string_view digest) {
    return transaction.execute(delete_code_sql, {account, digest});
}

void delete_recovery_codes(db::Transaction& transaction, base::AccountId account) {
    transaction.execute(delete_codes_sql, {account});
}

std::int64_t count_recovery_codes(db::Transaction& transaction, base::AccountId account) {
    return transaction
        .first(count_codes_sql, {account}, [](const db::Row& row) { return row.integer(0); })
        .value();
}

}  // namespace accounts
