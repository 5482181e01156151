// Accounts whose password a directory knows. A real slapd is asked in tests/scenarios/ldap_test.py.
#include <gtest/gtest.h>

#include "accounts/account_json.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

class LdapAccounts : public db::testing::OnBothEngines {
  protected:
    base::Result<OpenedAccount> handed_over(const Account& account, SignInSource source) {
        return change_source(here.needs, account.id, {account.version, source}, operator_actor());
    }
    testing::TestInstallation here{database()};
};
ZHENGGAI_ON_BOTH_ENGINES(LdapAccounts);

TEST_P(LdapAccounts, HaveNoPasswordOfOursFromTheBeginning) {
    const NewAccount wanted{.id = here.make_id<base::AccountId>(),
                            .name = "lihong",
                            .person_name = "李红",
                            .role = Role::rectification_office,
                            .source = SignInSource::ldap};
    const auto opened = open_account(here.needs, wanted, operator_actor());
    ASSERT_TRUE(opened);
    EXPECT_FALSE(opened->initial_password);
    EXPECT_FALSE(opened->account.must_change_password);
    EXPECT_EQ(opened->account.password_hash, "");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", "anything")), "ldap_not_set_up");
    EXPECT_EQ(code_of(reset_password(here.needs, wanted.id, operator_actor())),
              "password_is_kept_elsewhere");
}

TEST_P(LdapAccounts, AreHandedOverAndTakenBackWithoutASessionLeft) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto session = here.working_session(office);
    const auto over = handed_over(session.who.account, SignInSource::ldap);
    ASSERT_TRUE(over) << over.error().code;
    EXPECT_FALSE(over->initial_password);
    EXPECT_EQ(over->account.source, SignInSource::ldap);
    EXPECT_EQ(code_of(load_session(here.needs, session.token)), "sign_in_first");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "ldap_not_set_up");
    EXPECT_TRUE(handed_over(over->account, SignInSource::ldap));  // Said twice.
    EXPECT_EQ(code_of(handed_over(session.who.account, SignInSource::local)),
              "somebody_else_changed_it");
    const auto back = handed_over(over->account, SignInSource::local);
    ASSERT_TRUE(back && back->initial_password);
    EXPECT_TRUE(here.sign_in_as("lihong", *back->initial_password));
    const auto read = read_set_source(R"({"version":1,"source":"nis"})");
    EXPECT_EQ(code_of(read), "unknown_name");
}

}  // namespace
}  // namespace accounts
