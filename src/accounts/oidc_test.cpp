// Accounts that an identity provider answers for. A real provider is asked in
// tests/browser/oidc_story.mjs.
#include "accounts/oidc_actions.hpp"

#include <gtest/gtest.h>

#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

class OidcStories : public db::testing::OnBothEngines {
  protected:
    testing::TestInstallation here{database()};
};
ZHENGGAI_ON_BOTH_ENGINES(OidcStories);

TEST_P(OidcStories, AreRefusedWhereThereIsNoProviderAndWithoutAnAttempt) {
    EXPECT_EQ(code_of(leave_for_provider(here.needs, "/")), "oidc_not_set_up");
    EXPECT_EQ(code_of(return_from_provider(here.needs, {"code", "state", "forged"}, {}, "")),
              "oidc_attempt_is_over");
    identity::OidcProvider away({.issuer = "http://127.0.0.1:1", .client_id = "zhenggai"},
                                here.clock);
    EXPECT_EQ(code_of(away.endpoints()), "oidc_not_reachable");
}

TEST_P(OidcStories, AccountsOfTheProviderHaveNoPassword) {
    const NewAccount wanted{.id = here.make_id<base::AccountId>(),
                            .name = "lihong",
                            .person_name = "李红",
                            .role = Role::rectification_office,
                            .source = SignInSource::oidc};
    ASSERT_TRUE(open_account(here.needs, wanted, operator_actor()));
    EXPECT_EQ(code_of(here.sign_in_as("lihong", "")), "name_or_password_wrong");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", "anything")), "name_or_password_wrong");
    here.policy.second_factor = SecondFactorFor::everybody;
    Account account;
    account.source = SignInSource::oidc;
    EXPECT_FALSE(standing_of(account, here.policy).factor_wanted);
    account.source = SignInSource::ldap;
    EXPECT_TRUE(standing_of(account, here.policy).factor_wanted);
}

}  // namespace
}  // namespace accounts
