#include "accounts/grant_store.hpp"

#include <stdexcept>

namespace accounts {
namespace {

std::string encode(const std::vector<GrantedPart>& parts) {
    std::string text;
    for (const auto& part : parts)
        text += (part.unit ? part.unit->text() : "") + '\t' +
                (part.programme ? part.programme->text() : "") + '\n';
    return text;
}

std::vector<GrantedPart> decode(std::string_view text) {
    std::vector<GrantedPart> parts;
    while (!text.empty()) {
        const auto tab = text.find('\t'), end = text.find('\n');
        parts.push_back({base::UnitId::parse(text.substr(0, tab)),
                         {},
                         base::ProgrammeId::parse(text.substr(tab + 1, end - tab - 1))});
        text.remove_prefix(end + 1);
    }
    return parts;
}

constexpr auto list_parts_sql = R"(
    SELECT s.unit_id, u.name, s.programme_id
    FROM account_scope s LEFT JOIN unit u ON u.id = s.unit_id
    WHERE s.account_id = $1 ORDER BY s.position)";
constexpr auto save_role_sql =
    "UPDATE account SET role = $2, custom_role_id = $3, version = version + 1 WHERE id = $1";
constexpr auto delete_parts_sql = "DELETE FROM account_scope WHERE account_id = $1";
constexpr auto insert_part_sql = R"(
    INSERT INTO account_scope (account_id, position, unit_id, programme_id)
    VALUES ($1, $2, $3, $4))";
constexpr auto save_clearance_sql = R"(
    INSERT INTO account_clearance (account_id, guards) VALUES ($1, $2)
    ON CONFLICT (account_id) DO UPDATE SET guards = excluded.guards)";
constexpr auto insert_change_sql = R"(
    INSERT INTO permission_change (id, account_id, state, role, parts, guards, reason, asked_by,
                                   asked_by_name, asked_by_manager, asked_at, decided_by_name,
                                   decided_at, note, custom_role_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";
constexpr auto save_decision_sql = R"(
    UPDATE permission_change SET state = $2, decided_by_name = $3, decided_at = $4, note = $5
    WHERE id = $1)";
constexpr auto find_change_sql = R"(
    SELECT c.id, c.account_id, a.name, p.name, c.state, c.role, c.parts, c.guards, c.reason,
           c.asked_by, c.asked_by_name, c.asked_by_manager, c.asked_at, c.decided_by_name,
           c.decided_at, c.note, c.custom_role_id
    FROM permission_change c JOIN account a ON a.id = c.account_id
                             JOIN person p ON p.id = a.person_id
    WHERE c.id = $1)";
constexpr auto list_changes_sql = R"(
    SELECT c.id, c.account_id, a.name, p.name, c.state, c.role, c.parts, c.guards, c.reason,
           c.asked_by, c.asked_by_name, c.asked_by_manager, c.asked_at, c.decided_by_name,
           c.decided_at, c.note, c.custom_role_id
    FROM permission_change c JOIN account a ON a.id = c.account_id
                             JOIN person p ON p.id = a.person_id
    WHERE c.state = $1 ORDER BY c.asked_at DESC, c.id DESC LIMIT $2 OFFSET $3)";
constexpr auto count_changes_sql = "SELECT count(*) FROM permission_change WHERE state = $1";

PermissionChange change_of(const db::Row& row) {
    PermissionChange change;
    change.id = row.id<PermissionChangeId>(0);
    change.account = row.id<base::AccountId>(1);
    change.account_name = row.string(2);
    change.person_name = row.string(3);
    change.state = change_state_of(row.text(4)).value_or(ChangeState::pending);
    const auto role = role_of(row.text(5));
    if (!role) throw std::runtime_error("a stored role is not a role");
    change.wanted = {*role, decode(row.text(6)), base::Guards::of_bits(row.integer(7)),
                     row.optional_id<CustomRoleId>(16)};
    change.reason = row.string(8);
    change.asked_by = row.id<base::AccountId>(9);
    change.asked_by_name = row.string(10);
    change.asked_by_manager = row.boolean(11);
    change.asked_at = row.instant(12);
    change.decided_by_name = row.string(13);
    change.decided_at = row.optional_instant(14);
    change.note = row.string(15);
    return change;
}

}  // namespace

std::vector<GrantedPart> list_granted_parts(db::Transaction& transaction, base::AccountId account) {
    return transaction.all(list_parts_sql, {account}, [](const db::Row& row) {
        return GrantedPart{row.optional_id<base::UnitId>(0), row.string_or_empty(1),
                           row.optional_id<base::ProgrammeId>(2)};
    });
}

Grant grant_of(db::Transaction& transaction, const Account& account) {
    Grant grant{account.role, {}, account.cleared, {}};
    if (account.custom) grant.custom = account.custom->id;
    if (!account.parts.empty()) grant.parts = list_granted_parts(transaction, account.id);
    return grant;
}

void save_grant(db::Transaction& transaction, const Account& account, const Grant& grant) {
    transaction.execute(save_role_sql, {account.id, name_of(grant.role), grant.custom});
    transaction.execute(delete_parts_sql, {account.id});
    std::int64_t position = 0;
    for (const auto& part : grant.parts)
        transaction.execute(insert_part_sql, {account.id, ++position, part.unit, part.programme});
    transaction.execute(save_clearance_sql, {account.id, grant.guards.bits()});
}

void insert_change(db::Transaction& transaction, const PermissionChange& change) {
    const auto parts = encode(change.wanted.parts);
    transaction.execute(
        insert_change_sql,
        {change.id, change.account, name_of(change.state), name_of(change.wanted.role), parts,
         change.wanted.guards.bits(), change.reason, change.asked_by, change.asked_by_name,
         change.asked_by_manager, change.asked_at, change.decided_by_name, change.decided_at,
         change.note, change.wanted.custom});
}

void save_decision(db::Transaction& transaction, const PermissionChange& change) {
    transaction.execute(
        save_decision_sql,
        {change.id, name_of(change.state), change.decided_by_name, change.decided_at, change.note});
}

std::optional<PermissionChange> find_change(db::Transaction& transaction, PermissionChangeId id) {
    return transaction.first(find_change_sql, {id}, change_of);
}

base::Result<PermissionChange> load_change(db::Transaction& transaction, PermissionChangeId id) {
    auto found = find_change(transaction, id);
    if (!found) return base::refuse(base::ErrorKind::not_found, "permission_change_unknown");
    return std::move(*found);
}

ChangePage list_changes(db::Transaction& transaction, ChangeState state, std::int64_t offset,
                        std::int64_t rows_max) {
    ChangePage page;
    page.rows = transaction.all(list_changes_sql, {name_of(state), rows_max, offset}, change_of);
    page.total = transaction
                     .first(count_changes_sql, {name_of(state)},
                            [](const db::Row& row) { return row.integer(0); })
                     .value_or(0);
    return page;
}

}  // namespace accounts
