// What the actions of this module need: references to what app made once. All of them outlive the
// routes.
#pragma once

#include "accounts/password_hasher.hpp"
#include "accounts/secret_box.hpp"
#include "accounts/session.hpp"
#include "accounts/sign_in_policy.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "identity/ldap_server.hpp"
#include "identity/oidc_provider.hpp"
#include "journal/journal.hpp"

namespace accounts {

struct Needs {
    db::Database& database;
    const base::Clock& clock;
    base::Random& random;
    const journal::Journal& journal;
    PasswordHasher& hasher;
    const SessionLimits& sessions;
    const SignInPolicy& policy;
    const SecretBox& secrets;
    identity::LdapServer& ldap;
    identity::OidcProvider& oidc;
};

}  // namespace accounts
