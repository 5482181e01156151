#include "accounts/delegation_store.hpp"

namespace accounts {
namespace {

Delegation delegation_in(const db::Row& row) {
    Delegation one;
    one.id = row.id<DelegationId>(0);
    one.from = {row.id<base::AccountId>(1), row.string(2), row.string(3)};
    one.to = {row.id<base::AccountId>(4), row.string(5), row.string(6)};
    one.from_on = row.date(7);
    one.until_on = row.date(8);
    one.reason = row.string(9);
    one.made_at = row.instant(10);
    one.ended_at = row.optional_instant(11);
    one.ended_by_name = row.string(12);
    one.version = row.integer(13);
    return one;
}

constexpr auto insert_delegation_sql = R"(
    INSERT INTO delegation (id, from_account_id, to_account_id, from_on, until_on, reason, made_at,
                            ended_at, ended_by_name, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

constexpr auto save_end_sql =
    "UPDATE delegation SET ended_at = $2, ended_by_name = $3, version = $4 WHERE id = $1";

const std::string select_delegations = R"(
    SELECT d.id, d.from_account_id, fp.name, COALESCE(fu.name, ''), d.to_account_id, tp.name,
           COALESCE(tu.name, ''), d.from_on, d.until_on, d.reason, d.made_at, d.ended_at,
           d.ended_by_name, d.version
    FROM delegation d JOIN account fa ON fa.id = d.from_account_id
                      JOIN person fp ON fp.id = fa.person_id
                      LEFT JOIN unit fu ON fu.id = fp.unit_id
                      JOIN account ta ON ta.id = d.to_account_id
                      JOIN person tp ON tp.id = ta.person_id
                      LEFT JOIN unit tu ON tu.id = tp.unit_id)";

std::vector<Delegation> list_where(db::Transaction& transaction, std::string_view condition,
                                   std::initializer_list<db::Parameter> parameters) {
    const auto sql = select_delegations + "\n    " + std::string(condition);
    return transaction.all(sql, parameters, delegation_in);
}

}  // namespace

void insert_delegation(db::Transaction& transaction, const Delegation& delegation) {
    transaction.execute(
        insert_delegation_sql,
        {delegation.id, delegation.from.account, delegation.to.account, delegation.from_on,
         delegation.until_on, delegation.reason, delegation.made_at, delegation.ended_at,
         delegation.ended_by_name, delegation.version});
}

void save_end(db::Transaction& transaction, const Delegation& delegation) {
    transaction.execute(save_end_sql, {delegation.id, delegation.ended_at, delegation.ended_by_name,
                                       delegation.version});
}

std::optional<Delegation> find_delegation(db::Transaction& transaction, DelegationId id) {
    auto found = list_where(transaction, "WHERE d.id = $1", {id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Delegation> list_delegations_of(db::Transaction& transaction, base::AccountId account) {
    return list_where(transaction,
                      "WHERE d.from_account_id = $1 OR d.to_account_id = $1 "
                      "ORDER BY d.from_on DESC, d.id DESC",
                      {account});
}

std::vector<Delegation> list_delegations_from(db::Transaction& transaction, base::Date today) {
    return list_where(transaction,
                      "WHERE d.until_on >= $1 AND d.ended_at IS NULL ORDER BY d.from_on, d.id",
                      {today});
}

std::vector<Delegation> list_received(db::Transaction& transaction, base::AccountId account,
                                      base::Date today) {
    return list_where(transaction,
                      "WHERE d.to_account_id = $1 AND d.from_on <= $2 AND d.until_on >= $2 "
                      "AND d.ended_at IS NULL ORDER BY d.from_on, d.id",
                      {account, today});
}

}  // namespace accounts
