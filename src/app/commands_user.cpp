// Accounts from the command line: the same actions that the pages use, in the name of the operator.
#include "accounts/account_actions.hpp"
#include "accounts/second_factor_actions.hpp"
#include "accounts/unit_actions.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"

namespace app {
namespace {

constexpr std::int64_t page_rows = 200;

void say_password(const std::string& account, const std::string& password) {
    say("账号：" + account);
    say("初始密码：" + password);
    say("初始密码只显示这一次，首次登录后须修改。");
}

std::string row_of(const accounts::Account& account) {
    return padded(account.name, 20) + padded(account.person_name, 12) +
           padded(accounts::words_of(account.role), 16) +
           padded(account.unit ? account.unit->name : "-", 24) +
           padded(account.disabled ? "停用" : "在用", 6) +
           (account.last_sign_in_at ? base::to_local_text(*account.last_sign_in_at) : "从未登录");
}

}  // namespace

int add_user(const Config& config, const NewUser& wanted) {
    const auto role = accounts::role_of(wanted.role);
    if (!role)
        return refused(
            base::refuse(base::ErrorKind::invalid, "unknown_name", {}, {{"value", wanted.role}}));
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->accounts_needs();
    accounts::NewAccount account;
    account.id = base::AccountId::make(needs.clock.now(), needs.random);
    account.name = wanted.account;
    account.person_name = wanted.person;
    account.role = *role;
    if (!wanted.unit.empty()) {
        const auto unit = accounts::find_unit_by_name(needs, wanted.unit);
        if (!unit) return refused(unit.error());
        account.unit = *unit;
    }
    const auto opened = accounts::open_account(needs, account, accounts::operator_actor());
    if (!opened) return refused(opened.error());
    say_password(opened->account.name, opened->initial_password.value_or(""));
    return done;
}

int reset_user_password(const Config& config, const std::string& account) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->accounts_needs();
    const auto found = accounts::load_account_named(needs, account);
    if (!found) return refused(found.error());
    const auto password = accounts::reset_password(needs, found->id, accounts::operator_actor());
    if (!password) return refused(password.error());
    say_password(found->name, *password);
    return done;
}

int set_user_access(const Config& config, const std::string& account, Access access) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->accounts_needs();
    const auto found = accounts::load_account_named(needs, account);
    if (!found) return refused(found.error());
    const accounts::SetDisabled wanted{found->version, access == Access::disabled};
    const auto changed =
        accounts::set_disabled(needs, found->id, wanted, accounts::operator_actor());
    if (!changed) return refused(changed.error());
    say("账号 " + changed->name +
        (changed->disabled ? " 已停用，其登录已全部退出。" : " 已启用。"));
    return done;
}

int take_off_factor(const Config& config, const std::string& account) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->accounts_needs();
    const auto found = accounts::load_account_named(needs, account);
    if (!found) return refused(found.error());
    const auto removed = accounts::remove_factor_of(needs, found->id, accounts::operator_actor());
    if (!removed) return refused(removed.error());
    say("账号 " + found->name + " 的二次验证已解除，其登录已全部退出；本人下次登录后可重新设置。");
    return done;
}

int list_users(const Config& config) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->accounts_needs();
    say(padded("账号", 20) + padded("姓名", 12) + padded("角色", 16) + padded("单位", 24) +
        padded("状态", 6) + "最近登录");
    for (std::int64_t page = 1;; ++page) {
        const auto found = accounts::list_account_page(needs, page, page_rows);
        for (const auto& account : found.rows) say(row_of(account));
        if (page * page_rows >= found.total) return done;
    }
}

}  // namespace app
