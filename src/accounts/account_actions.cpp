#include "accounts/account_actions.hpp"

#include <array>

#include "accounts/grant_store.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/password.hpp"
#include "accounts/password_store.hpp"
#include "accounts/person_store.hpp"
#include "accounts/session_store.hpp"
#include "accounts/unit_tree_store.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::pair<std::string_view, Role>, 3> first_administrators{{
    {"sysadmin", Role::system_admin},
    {"secadmin", Role::security_admin},
    {"auditadmin", Role::audit_admin},
}};

struct MadePassword {
    std::string password, hash;
};

base::Result<MadePassword> make_initial_password(Needs needs) {
    PasswordSeed seed{};
    needs.random.fill(seed);
    auto password = initial_password(seed);
    auto hash = needs.hasher.hash(password);
    if (!hash) return hash.error();
    return MadePassword{std::move(password), std::move(*hash)};
}

/// None where somebody else knows the password.
base::Result<MadePassword> password_for(Needs needs, SignInSource source) {
    if (source == SignInSource::local) return make_initial_password(needs);
    return MadePassword{};
}

std::optional<std::string> shown(const MadePassword& made) {
    return made.password.empty() ? std::nullopt : std::optional(made.password);
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const Account& account, const Facts& facts = {}) {
    note_account(needs, transaction, actor, act, account.id.text(), journal::payload_of({}, facts));
}

Facts facts_of(const Account& account) {
    Facts facts{{"name", account.name},
                {"person", account.person_name},
                {"role", std::string(name_of(account.role))}};
    if (account.unit) facts.emplace_back("unit", account.unit->name);
    return facts;
}

// Somebody the plans already named, or a new person.
base::PersonId person_for(Needs needs, db::Transaction& transaction, const NewAccount& wanted) {
    if (const auto known =
            find_person_without_account(transaction, wanted.person_name, wanted.unit))
        return *known;
    const auto id = base::PersonId::make(needs.clock.now(), needs.random);
    insert_person(transaction, {.id = id, .name = wanted.person_name, .unit = wanted.unit});
    return id;
}

// The database decides whether the name is free: two administrators may ask at the same moment.
base::Result<void> insert_if_free(db::Transaction& transaction, const Account& account) {
    try {
        insert_account(transaction, account);
        return {};
    } catch (const db::ConstraintError& error) {
        if (error.constraint != "account_name_key_key") throw;
        return refuse(ErrorKind::conflict, "account_name_taken", "name", {{"value", account.name}});
    }
}

/// Nobody works in a closed unit. Without a unit there is nothing to be closed.
base::Result<void> check_unit_open(db::Transaction& transaction,
                                   const std::optional<base::UnitId>& id) {
    if (!id) return {};
    const auto unit = load_unit_to_hold(transaction, *id);
    if (!unit) return unit.error();
    return check_open(*unit, "unit_id");
}

base::Result<Account> insert_new(Needs needs, db::Transaction& transaction,
                                 const NewAccount& wanted, const std::string& hash) {
    if (const auto open = check_unit_open(transaction, wanted.unit); !open) return open.error();
    Account account;
    account.id = wanted.id;
    account.name = wanted.name;
    account.person = person_for(needs, transaction, wanted);
    account.role = wanted.role;
    account.source = wanted.source;
    account.password_hash = hash;
    account.must_change_password = wanted.source == SignInSource::local;
    if (const auto inserted = insert_if_free(transaction, account); !inserted)
        return inserted.error();
    save_password_age(transaction, wanted.id, {needs.clock.now(), true});
    return load_account(transaction, wanted.id);
}

std::int64_t others_like(db::Transaction& transaction, const Account& account) {
    return count_others(transaction, account.role, account.id);
}

}  // namespace

base::Result<OpenedAccount> open_account(Needs needs, const NewAccount& wanted,
                                         const base::Actor& actor) {
    if (const auto good = check_new(wanted); !good) return good.error();
    const auto made = password_for(needs, wanted.source);
    if (!made) return made.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OpenedAccount> {
        if (const auto stored = find_account(transaction, wanted.id)) {
            if (says_the_same(*stored, wanted)) return OpenedAccount{*stored, std::nullopt};
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        // Who may not give roles only asks for one.
        auto opened = wanted;
        const bool asks = !actor.may(base::Act::manage_roles) && wanted.role != Role::unassigned;
        if (asks) opened.role = Role::unassigned;
        auto account = insert_new(needs, transaction, opened, made->hash);
        if (!account) return account.error();
        auto facts = facts_of(*account);
        if (asks) facts.emplace_back("asked_role", name_of(wanted.role));
        note(needs, transaction, actor, "open_account", *account, facts);
        if (asks) {
            const auto id = PermissionChangeId::make(needs.clock.now(), needs.random);
            insert_change(transaction, asked_for(id, *account, {wanted.role, {}, {}},
                                                 "新建账号时提请", actor, needs.clock.now()));
        }
        return OpenedAccount{std::move(*account), shown(*made)};
    });
}

base::Result<OpenedAccount> change_source(Needs needs, base::AccountId id, const SetSource& wanted,
                                          const base::Actor& actor) {
    const auto made = password_for(needs, wanted.source);
    if (!made) return made.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OpenedAccount> {
        lock_account(transaction, id);
        const auto before = load_account(transaction, id);
        if (!before) return before.error();
        if (before->source == wanted.source) return OpenedAccount{*before, std::nullopt};
        if (const auto fresh = check_version(*before, wanted.version); !fresh) return fresh.error();
        auto after = with_password_elsewhere(*before, wanted.source);
        if (wanted.source == SignInSource::local) {
            after = with_initial_password(after, made->hash);
            save_password_age(transaction, id, {needs.clock.now(), true});
        }
        save_account(transaction, after);
        delete_sessions_of(transaction, id);
        note(needs, transaction, actor, "change_sign_in_source", after,
             {{"source", std::string(name_of(wanted.source))}});
        return OpenedAccount{std::move(after), shown(*made)};
    });
}

AccountPage list_account_page(Needs needs, std::int64_t page, std::int64_t page_size) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_accounts(transaction, (page - 1) * page_size, page_size);
    });
}

base::Result<Account> load_account_named(Needs needs, std::string_view name) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Account> {
        auto account = find_account_by_name(transaction, name);
        if (!account) return refuse(ErrorKind::not_found, "account_unknown");
        return std::move(*account);
    });
}

base::Result<std::string> reset_password(Needs needs, base::AccountId id,
                                         const base::Actor& actor) {
    const auto made = make_initial_password(needs);
    if (!made) return made.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<std::string> {
        lock_account(transaction, id);
        const auto before = load_account(transaction, id);
        if (!before) return before.error();
        if (const auto own = check_own_source(*before); !own) return own.error();
        const auto after = with_initial_password(*before, made->hash);
        save_account(transaction, after);
        save_password_age(transaction, id, {needs.clock.now(), true});
        delete_sessions_of(transaction, id);
        note(needs, transaction, actor, "reset_password", after);
        return made->password;
    });
}

base::Result<Account> set_disabled(Needs needs, base::AccountId id, const SetDisabled& wanted,
                                   const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Account> {
        // One lock for all: two administrators must not close each other's account at the same
        // moment.
        transaction.lock("administrators");
        lock_account(transaction, id);
        const auto before = load_account(transaction, id);
        if (!before) return before;
        if (before->disabled == wanted.disabled) return before;  // Said twice.
        if (const auto fresh = check_version(*before, wanted.version); !fresh) return fresh.error();
        auto after = wanted.disabled ? disable(*before, actor, others_like(transaction, *before))
                                     : base::Result<Account>(enable(*before, needs.clock.now()));
        if (!after) return after;
        if (!after->disabled && after->unit)
            if (auto open = check_unit_open(transaction, after->unit->id); !open)
                return open.error();
        save_account(transaction, *after);
        if (after->disabled) delete_sessions_of(transaction, id);
        note(needs, transaction, actor, after->disabled ? "disable_account" : "enable_account",
             *after);
        return after;
    });
}

std::vector<FirstAdministrator> create_first_administrators(Needs needs) {
    const auto count = [](db::Transaction& transaction) { return count_accounts(transaction); };
    if (needs.database.read(count) > 0) return {};
    std::vector<FirstAdministrator> made;
    std::vector<std::pair<NewAccount, std::string>> wanted;
    for (const auto& [name, role] : first_administrators) {
        const auto password = make_initial_password(needs);
        if (!password)
            throw std::logic_error("the first accounts are made before anybody can sign in");
        const std::string words(words_of(role));
        wanted.emplace_back(NewAccount{.id = base::AccountId::make(needs.clock.now(), needs.random),
                                       .name = std::string(name),
                                       .person_name = words,
                                       .role = role},
                            password->hash);
        made.push_back({std::string(name), words, password->password});
    }
    const auto opened =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<bool> {
            transaction.lock("first administrators");
            if (count_accounts(transaction) > 0) return false;
            for (const auto& [account, hash] : wanted) {
                const auto inserted = insert_new(needs, transaction, account, hash);
                if (!inserted) return inserted.error();
                note(needs, transaction, operator_actor(), "open_account", *inserted,
                     facts_of(*inserted));
            }
            return true;
        });
    if (!opened || !*opened) made.clear();
    return made;
}

}  // namespace accounts
