// Test support: everything the module's actions need over one database, with a clock that stands
// still, counted randomness and the cheapest hashing. Made for one test, used by one thread.
#pragma once

#include "accounts/account_actions.hpp"
#include "accounts/session_actions.hpp"
#include "accounts/unit_actions.hpp"

namespace accounts::testing {

struct TestInstallation {
    explicit TestInstallation(db::Database& opened) : database(opened) {}

    db::Database& database;
    base::FixedClock clock{base::Instant{1'719'735'300'000}};
    base::SeededRandom random{42};
    journal::Journal journal{journal::Key(std::string(32, 'k')), random};
    PasswordHasher hasher{cheapest_password_cost};
    SessionLimits sessions;
    SignInPolicy policy;
    SecretBox secrets{std::string(32, 's')};
    identity::LdapServer ldap{identity::LdapSettings{}};
    identity::OidcProvider oidc{identity::OidcSettings{}, clock};
    Needs needs{database, clock, random, journal, hasher, sessions, policy, secrets, ldap, oidc};

    void pass(std::int64_t milliseconds) {
        clock.move_to({clock.now().milliseconds + milliseconds});
    }
    template <class Id>
    Id make_id() {
        return Id::make(clock.now(), random);
    }

    /// A unit under `parent`, or a root.
    base::UnitId unit(const std::string& name, std::optional<base::UnitId> parent = {}) {
        const Unit wanted{.id = make_id<base::UnitId>(),
                          .name = name,
                          .kind = UnitKind::department,
                          .parent = parent};
        return open_unit(needs, wanted, operator_actor())->id;
    }
    /// An account that still has its initial password.
    OpenedAccount account(const std::string& name, Role role,
                          std::optional<base::UnitId> unit = {}) {
        const NewAccount wanted{.id = make_id<base::AccountId>(),
                                .name = name,
                                .person_name = "干部" + name,
                                .unit = unit,
                                .role = role};
        return *open_account(needs, wanted, operator_actor());
    }
    base::Result<OpenedSession> sign_in_as(const std::string& name, const std::string& password) {
        return sign_in(needs, {name, password}, {.changes_something = true}, "10.0.0.9");
    }
    /// Signed in with a password of its own, so that nothing is left to be done first.
    OpenedSession working_session(const OpenedAccount& opened) {
        const auto first = sign_in_as(opened.account.name, *opened.initial_password);
        return *change_password(needs, first->token, {*opened.initial_password, own_password});
    }
    static constexpr const char* own_password = "Qing-yun-2024";
};

}  // namespace accounts::testing
