#include "accounts/account_store.hpp"

#include "accounts/name.hpp"

namespace accounts {
namespace {

std::optional<HomeUnit> home_unit_of(const db::Row& row) {
    const auto id = row.optional_id<base::UnitId>(4);
    if (!id) return std::nullopt;
    return HomeUnit{*id, row.string(5), row.string(6)};
}

Role stored_role(std::string_view name) {
    const auto role = role_of(name);
    if (!role) throw std::runtime_error("a stored role is not a role");
    return *role;
}

Account account_of(const db::Row& row) {
    Account account;
    account.id = row.id<base::AccountId>(0);
    account.name = row.string(1);
    account.person = row.id<base::PersonId>(2);
    account.person_name = row.string(3);
    account.unit = home_unit_of(row);
    account.role = stored_role(row.text(7));
    account.password_hash = row.string(8);
    account.disabled = row.boolean(9);
    account.must_change_password = row.boolean(10);
    account.failed_count = row.integer(11);
    account.locked_until = row.optional_instant(12);
    account.last_sign_in_at = row.optional_instant(13);
    account.version = row.integer(14);
    account.cleared = base::Guards::of_bits(row.integer(15));
    account.parts.resize(static_cast<std::size_t>(row.integer(16)));  // To be read by fill_parts.
    account.has_factor = row.boolean(17);
    account.enabled_at = row.optional_instant(24);
    account.delegations_received = row.integer(25);
    account.source = sign_in_source_of(row.text(23)).value_or(SignInSource::local);
    if (const auto custom = row.optional_id<CustomRoleId>(18))
        account.custom =
            CustomRole{*custom,         row.string(19), account.role, acts_in(row.text(20)),
                       row.boolean(21), row.integer(22)};
    return account;
}

constexpr auto insert_account_sql = R"(
    INSERT INTO account (id, name, name_key, person_id, role, password_hash, disabled,
                         must_change_password, failed_count, locked_until, last_sign_in_at, version,
                         source)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))";

constexpr auto save_account_sql = R"(
    UPDATE account SET password_hash = $2, disabled = $3, must_change_password = $4,
                       failed_count = $5, locked_until = $6, last_sign_in_at = $7, version = $8,
                       source = $9, enabled_at = $10
    WHERE id = $1)";

// Every statement that reads accounts, up to its condition.
const std::string select_accounts = R"(
    SELECT account.id, account.name, person.id, person.name, unit.id, unit.name, unit.path,
           account.role, account.password_hash, account.disabled, account.must_change_password,
           account.failed_count, account.locked_until, account.last_sign_in_at, account.version,
           COALESCE(account_clearance.guards, 0),
           (SELECT count(*) FROM account_scope WHERE account_scope.account_id = account.id),
           COALESCE(second_factor.confirmed, 0), custom_role.id, custom_role.name,
           custom_role.acts, custom_role.closed, custom_role.version, account.source,
           account.enabled_at,
           (SELECT count(*) FROM delegation
            WHERE delegation.to_account_id = account.id AND delegation.ended_at IS NULL)
    FROM account JOIN person ON person.id = account.person_id
                 LEFT JOIN unit ON unit.id = person.unit_id
                 LEFT JOIN account_clearance ON account_clearance.account_id = account.id
                 LEFT JOIN second_factor ON second_factor.account_id = account.id
                 LEFT JOIN custom_role ON custom_role.id = account.custom_role_id)";

const auto find_account_sql = select_accounts + "\n    WHERE account.id = $1";

constexpr auto find_named_sql = "SELECT id FROM account WHERE name_key = $1";

const auto list_accounts_sql =
    select_accounts + "\n    ORDER BY account.name_key LIMIT $1 OFFSET $2";

const auto list_in_use_sql =
    select_accounts + "\n    WHERE account.disabled = 0 ORDER BY person.name_key, account.id";

constexpr auto count_accounts_sql = "SELECT count(*) FROM account";

constexpr auto count_others_sql =
    "SELECT count(*) FROM account WHERE role = $1 AND disabled = 0 AND id <> $2";

constexpr auto list_parts_sql = R"(
    SELECT unit.path, account_scope.programme_id
    FROM account_scope LEFT JOIN unit ON unit.id = account_scope.unit_id
    WHERE account_scope.account_id = $1 ORDER BY account_scope.position)";

/// Most accounts have no part of their own: one statement less for each request of theirs.
void fill_parts(db::Transaction& transaction, Account& account) {
    if (account.parts.empty()) return;
    account.parts = transaction.all(list_parts_sql, {account.id}, [](const db::Row& row) {
        return base::ScopePart{row.string_or_empty(0), row.optional_id<base::ProgrammeId>(1)};
    });
}

std::int64_t first_integer(const db::Row& row) {
    return row.integer(0);
}

}  // namespace

void lock_account(db::Transaction& transaction, base::AccountId id) {
    transaction.lock("account " + id.text());
}

void insert_account(db::Transaction& transaction, const Account& account) {
    const auto key = name_key(account.name);
    transaction.execute(insert_account_sql,
                        {account.id, account.name, key, account.person, name_of(account.role),
                         account.password_hash, account.disabled, account.must_change_password,
                         account.failed_count, account.locked_until, account.last_sign_in_at,
                         account.version, name_of(account.source)});
}

void save_account(db::Transaction& transaction, const Account& account) {
    transaction.execute(
        save_account_sql,
        {account.id, account.password_hash, account.disabled, account.must_change_password,
         account.failed_count, account.locked_until, account.last_sign_in_at, account.version,
         name_of(account.source), account.enabled_at});
}

std::optional<Account> find_account(db::Transaction& transaction, base::AccountId id) {
    auto account = transaction.first(find_account_sql, {id}, account_of);
    if (account) fill_parts(transaction, *account);
    return account;
}

base::Result<Account> load_account(db::Transaction& transaction, base::AccountId id) {
    auto account = find_account(transaction, id);
    if (!account) return base::refuse(base::ErrorKind::not_found, "account_unknown");
    return std::move(*account);
}

std::optional<base::AccountId> find_account_named(db::Transaction& transaction,
                                                  std::string_view name) {
    return transaction.first(find_named_sql, {name_key(name)},
                             [](const db::Row& row) { return row.id<base::AccountId>(0); });
}

std::optional<Account> find_account_by_name(db::Transaction& transaction, std::string_view name) {
    const auto id = find_account_named(transaction, name);
    return id ? find_account(transaction, *id) : std::nullopt;
}

AccountPage list_accounts(db::Transaction& transaction, std::int64_t offset,
                          std::int64_t rows_max) {
    AccountPage page{transaction.all(list_accounts_sql, {rows_max, offset}, account_of),
                     count_accounts(transaction)};
    for (auto& account : page.rows) fill_parts(transaction, account);
    return page;
}

std::vector<Account> list_accounts_in_use(db::Transaction& transaction) {
    auto accounts = transaction.all(list_in_use_sql, {}, account_of);
    for (auto& account : accounts) fill_parts(transaction, account);
    return accounts;
}

std::int64_t count_accounts(db::Transaction& transaction) {
    return transaction.first(count_accounts_sql, {}, first_integer).value();
}

std::int64_t count_others(db::Transaction& transaction, Role role, base::AccountId id) {
    return transaction.first(count_others_sql, {name_of(role), id}, first_integer).value();
}

}  // namespace accounts
