// What administrators do with accounts, from the pages and from the command line alike. Every
// change is an entry of the installation's chain, without any password.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/account_store.hpp"
#include "accounts/needs.hpp"

namespace accounts {

/// A new account and its initial password, which is shown once and stored nowhere.
struct OpenedAccount {
    Account account;
    std::optional<std::string> initial_password;  // nothing when the account was there already
};

/// An actor who may not give roles opens it without one and asks for the wanted role, which a
/// security administrator then gives. Sent again with the same content: the account as it is.
/// Refuses: as check_new(), too_many_sign_ins, same_id_other_content, unit_unknown,
/// account_name_taken.
[[nodiscard]] base::Result<OpenedAccount> open_account(Needs needs, const NewAccount& wanted,
                                                       const base::Actor& actor);

/// Pages count from 1.
[[nodiscard]] AccountPage list_account_page(Needs needs, std::int64_t page, std::int64_t page_size);

/// Refuses: account_unknown.
[[nodiscard]] base::Result<Account> load_account_named(Needs needs, std::string_view name);

/// Gives a new initial password, unlocks and closes all sessions. Refuses: account_unknown,
/// too_many_sign_ins.
[[nodiscard]] base::Result<std::string> reset_password(Needs needs, base::AccountId id,
                                                       const base::Actor& actor);

struct SetSource {
    std::int64_t version = 0;
    SignInSource source = SignInSource::local;
};

struct SetDisabled {
    std::int64_t version = 0;
    bool disabled = false;
    bool operator==(const SetDisabled&) const = default;
};

/// Hands the account over to whoever knows its password from now on, and closes its sessions; back
/// with us it has an initial password, shown once. Said twice: as it is. Refuses: account_unknown,
/// somebody_else_changed_it.
[[nodiscard]] base::Result<OpenedAccount> change_source(Needs needs, base::AccountId id,
                                                        const SetSource& wanted,
                                                        const base::Actor& actor);

/// Disabling closes all sessions. Refuses: account_unknown, somebody_else_changed_it, as disable().
[[nodiscard]] base::Result<Account> set_disabled(Needs needs, base::AccountId id,
                                                 const SetDisabled& wanted,
                                                 const base::Actor& actor);

struct FirstAdministrator {
    std::string account_name, person_name, password;
};

/// Opens the accounts of the three administrators (domain 8.1) when there is no account at all;
/// their passwords are to be printed once. Safe when several copies of the program start together.
[[nodiscard]] std::vector<FirstAdministrator> create_first_administrators(Needs needs);

}  // namespace accounts
