// What reaches a directory. A real slapd is asked in tests/scenarios/ldap_test.py.
#include "identity/ldap_server.hpp"

#include <gtest/gtest.h>

#include "identity/test_silence.hpp"

namespace identity {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

TEST(LdapNames, AreEscapedSoThatTheyStayNames) {
    EXPECT_EQ(escaped_for_dn("lihong"), "lihong");
    EXPECT_EQ(escaped_for_dn("李红"), "李红");
    EXPECT_EQ(escaped_for_dn("a,ou=x+\"\\"), "a\\2cou\\3dx\\2b\\22\\5c");
    EXPECT_EQ(escaped_for_dn(" a b "), "\\20a b\\20");
    EXPECT_EQ(escaped_for_filter("*)(uid=*"), "\\2a\\29\\28uid=\\2a");
    EXPECT_EQ(escaped_for_filter(std::string_view("a\0b", 3)), "a\\00b");
}

TEST(LdapServers, NeverHearOfAnEmptyPassword) {
    LdapServer nobody_listens({.url = "ldap://127.0.0.1:1",
                               .tls = LdapSettings::Tls::none,
                               .user_dn = "uid={name},dc=x",
                               .seconds_max = 1});
    EXPECT_EQ(nobody_listens.accepts("lihong", "").value(), false);
    EXPECT_EQ(code_of(nobody_listens.accepts("lihong", "secret")), "ldap_not_reachable");
    LdapServer none{LdapSettings{}};
    EXPECT_EQ(code_of(none.accepts("lihong", "secret")), "ldap_not_set_up");
}

TEST(LdapServers, ThatNeverAnswerHoldAFewAndNoMore) {
    const testing::Silence silence;
    LdapServer server({.url = "ldap://" + silence.address(),
                       .tls = LdapSettings::Tls::none,
                       .user_dn = "uid={name},dc=x",
                       .seconds_max = 1});
    const auto answers =
        testing::answers_of(7, [&] { return code_of(server.accepts("lihong", "secret")); });
    EXPECT_EQ(answers,
              (std::map<std::string, int>{{"ldap_not_reachable", 5}, {"too_many_sign_ins", 2}}));
}

}  // namespace
}  // namespace identity
