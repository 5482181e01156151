#include "accounts/custom_role_store.hpp"

#include <stdexcept>

#include "accounts/name.hpp"

namespace accounts {
namespace {

constexpr auto insert_sql = R"(
    INSERT INTO custom_role (id, name, name_key, base, acts, closed, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7))";
constexpr auto save_sql = R"(
    UPDATE custom_role SET name = $2, name_key = $3, acts = $4, closed = $5, version = $6
    WHERE id = $1)";
constexpr auto find_sql =
    "SELECT id, name, base, acts, closed, version FROM custom_role WHERE id = $1";
constexpr auto list_sql =
    "SELECT id, name, base, acts, closed, version FROM custom_role ORDER BY closed, name_key";
constexpr auto count_holders_sql = "SELECT count(*) FROM account WHERE custom_role_id = $1";

CustomRole custom_role_in(const db::Row& row) {
    const auto base = role_of(row.text(2));
    if (!base) throw std::runtime_error("a stored role is not a role");
    return {row.id<CustomRoleId>(0), row.string(1),  *base,
            acts_in(row.text(3)),    row.boolean(4), row.integer(5)};
}

}  // namespace

void insert_custom_role(db::Transaction& transaction, const CustomRole& role) {
    const auto key = name_key(role.name), acts = text_of(role.acts);
    transaction.execute(
        insert_sql, {role.id, role.name, key, name_of(role.base), acts, role.closed, role.version});
}

void save_custom_role(db::Transaction& transaction, const CustomRole& role) {
    const auto key = name_key(role.name), acts = text_of(role.acts);
    transaction.execute(save_sql, {role.id, role.name, key, acts, role.closed, role.version});
}

std::optional<CustomRole> find_custom_role(db::Transaction& transaction, CustomRoleId id) {
    return transaction.first(find_sql, {id}, custom_role_in);
}

base::Result<CustomRole> load_custom_role(db::Transaction& transaction, CustomRoleId id) {
    auto found = find_custom_role(transaction, id);
    if (!found) return base::refuse(base::ErrorKind::not_found, "custom_role_unknown");
    return std::move(*found);
}

std::vector<CustomRole> list_custom_roles(db::Transaction& transaction) {
    return transaction.all(list_sql, {}, custom_role_in);
}

std::int64_t count_holders(db::Transaction& transaction, CustomRoleId id) {
    return *transaction.first(count_holders_sql, {id},
                              [](const db::Row& row) { return row.integer(0); });
}

}  // namespace accounts
