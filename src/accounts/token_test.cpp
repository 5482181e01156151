// Personal tokens: what they may do, until when, and who is recognised by them; and accounts that
// nobody uses.
#include "accounts/token.hpp"

#include <gtest/gtest.h>

#include "accounts/account_store.hpp"
#include "accounts/accounts_routes.hpp"
#include "accounts/test_installation.hpp"
#include "accounts/token_json.hpp"
#include "db/test_database.hpp"
#include "journal/journal.hpp"

namespace accounts {
namespace {

using base::Act;
using base::Acts;

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

TEST(Tokens, DoPartOfWhatTheirOwnerMayAndAdministerNothing) {
    base::Actor owner;
    owner.acts = acts_of(Role::rectification_office);
    const auto wanted = [&](Acts acts, std::int64_t days) {
        return code_of(check({{}, "数据大屏", acts, days}, owner, 365));
    };
    EXPECT_EQ(wanted({Act::read_ledger, Act::export_ledger}, 365), "accepted");
    EXPECT_EQ(wanted({Act::read_ledger}, 366), "token_lives_too_long");
    EXPECT_EQ(wanted({Act::read_ledger, Act::manage_units}, 1), "token_acts_are_not_yours");
    EXPECT_EQ(wanted({Act::manage_accounts}, 1), "token_acts_are_not_yours");
    EXPECT_EQ(wanted({}, 1), "token_does_nothing");
    EXPECT_EQ(code_of(check({{}, "x", {Act::read_ledger}, 1}, owner, 0)),
              "tokens_are_not_allowed_here");
    for (const auto role : {Role::system_admin, Role::security_admin, Role::audit_admin})
        EXPECT_TRUE((acts_for_tokens(acts_of(role)) &
                     Acts{Act::manage_accounts, Act::manage_roles, Act::read_journal})
                        .empty());
}

TEST(Tokens, AreKnownByTheirShape) {
    const std::string digits(64, 'a');
    EXPECT_TRUE(digest_of_bearer("Bearer zg_" + digits));
    for (const auto& wrong :
         {"bearer zg_" + digits, "Bearer " + digits, "Bearer zg_" + digits + "a",
          std::string("Bearer zg_"), "Basic zg_" + digits, "Bearer zg_" + std::string(64, 'x')})
        EXPECT_FALSE(digest_of_bearer(wrong)) << wrong;
}

class TokenStories : public db::testing::OnBothEngines {
  protected:
    MadeToken made(Acts acts, std::int64_t days = 30) {
        return *make_token(here.needs, {here.make_id<TokenId>(), "数据大屏", acts, days}, owner());
    }
    base::Actor owner() {
        return here.database.read([&](db::Transaction& transaction) {
            return actor_of(*load_account(transaction, session.who.account.id));
        });
    }
    static std::string digest(const MadeToken& token) {
        return *digest_of_bearer("Bearer " + token.text);
    }
    std::string recognised(const MadeToken& token) {
        return code_of(recognise_token(here.needs, digest(token), "10.0.0.9"));
    }

    testing::TestInstallation here{database()};
    OpenedSession session =
        here.working_session(here.account("lihong", Role::rectification_office));
};
ZHENGGAI_ON_BOTH_ENGINES(TokenStories);

TEST_P(TokenStories, RecogniseTheirOwnerWithTheirOwnActsUntilTheirDay) {
    const auto token = made({Act::read_ledger}, 2);
    const auto actor = recognise_token(here.needs, digest(token), "");
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->id, session.who.account.id);
    EXPECT_EQ(actor->acts, Acts{Act::read_ledger});
    EXPECT_TRUE(actor->scope.every_row());
    EXPECT_TRUE(list_own_tokens(here.needs, owner())[0].last_used_at);
    here.pass(2 * day_ms - 1);
    EXPECT_EQ(recognised(token), "accepted");
    here.pass(1);
    EXPECT_EQ(recognised(token), "token_not_accepted");
    EXPECT_EQ(code_of(recognise_token(here.needs, std::string(64, '0'), "")), "token_not_accepted");
}

TEST_P(TokenStories, EndWhenTheyAreRevokedAndWithTheirAccount) {
    const auto token = made({Act::read_ledger}), other = made({Act::read_ledger});
    auto stranger = owner();
    stranger.id = here.make_id<base::AccountId>();
    EXPECT_EQ(code_of(revoke_own_token(here.needs, token.token.id, stranger)), "token_unknown");
    EXPECT_EQ(recognised(token), "accepted");
    EXPECT_TRUE(revoke_own_token(here.needs, token.token.id, owner()));
    EXPECT_TRUE(revoke_own_token(here.needs, token.token.id, owner()));  // Said twice.
    EXPECT_EQ(recognised(token), "token_not_accepted");
    ASSERT_TRUE(set_disabled(here.needs, session.who.account.id,
                             {session.who.account.version, true}, operator_actor()));
    EXPECT_EQ(recognised(other), "token_not_accepted");
}

TEST_P(TokenStories, AreNowhereButInTheHandsOfTheirOwner) {
    const auto token = made({Act::read_ledger, Act::review});
    EXPECT_EQ(
        code_of(make_token(here.needs, {token.token.id, "数据大屏", {Act::review}, 1}, owner())),
        "token_was_made_before");
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "account", session.who.account.id.text());
    });
    EXPECT_EQ(records.back().entry.act, "make_token");
    EXPECT_EQ(records.back().payload->find(token.text), std::string::npos);
    EXPECT_EQ(records.back().payload->find(token.token.digest), std::string::npos);
    const auto listed = to_json(list_own_tokens(here.needs, owner()), {}, 365, here.clock.now());
    EXPECT_EQ(listed.find(token.text), std::string::npos);
    EXPECT_EQ(listed.find(token.token.digest), std::string::npos);
    for (int i = 1; i < tokens_of_one_max; ++i) static_cast<void>(made({Act::read_ledger}));
    EXPECT_EQ(code_of(make_token(here.needs, {here.make_id<TokenId>(), "x", {Act::read_ledger}, 1},
                                 owner())),
              "too_many_tokens");
}

TEST_P(TokenStories, AreSeenAndTakenAwayByAnAdministratorWithoutTheirSecret) {
    const auto first = made({Act::read_ledger});
    here.pass(1);
    const auto second = made({Act::read_ledger, Act::review}, 1);
    ASSERT_EQ(recognised(first), "accepted");
    const auto all = list_all_tokens(here.needs);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].token.id, second.token.id);
    EXPECT_EQ(all[0].account, "lihong");
    EXPECT_EQ(all[0].person, "干部lihong");
    EXPECT_FALSE(all[0].token.last_used_at);
    EXPECT_TRUE(all[1].token.last_used_at);
    const auto listed = to_json(all, here.clock.now());
    for (const auto& token : {first, second}) {
        EXPECT_EQ(listed.find(token.text), std::string::npos);
        EXPECT_EQ(listed.find(token.token.digest), std::string::npos);
    }
    EXPECT_EQ(code_of(revoke_token(here.needs, here.make_id<TokenId>(), operator_actor())),
              "token_unknown");
    ASSERT_TRUE(revoke_token(here.needs, first.token.id, operator_actor()));
    ASSERT_TRUE(revoke_token(here.needs, first.token.id, operator_actor()));  // Said twice.
    EXPECT_EQ(recognised(first), "token_not_accepted");
    EXPECT_EQ(recognised(second), "accepted");
    EXPECT_EQ(list_all_tokens(here.needs).size(), 1u);
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "account", session.who.account.id.text());
    });
    EXPECT_EQ(records.back().entry.act, "revoke_token");
    EXPECT_EQ(records.back().entry.actor_name, operator_actor().name);
}

TEST_P(TokenStories, OpenOnlyWhatIsForPrograms) {
    const auto token = made({Act::read_ledger});
    const auto authenticate = authenticator(here.needs);
    const auto asks = [&](http::Method method, const std::string& path) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"authorization", "Bearer " + token.text}};
        const auto actor = authenticate(request);
        return !actor ? actor.error().code : *actor ? "known" : "nobody";
    };
    EXPECT_EQ(asks(http::Method::get, "/api/v1/ledger"), "known");
    EXPECT_EQ(asks(http::Method::post, "/api/v1/programmes/1/problems"), "known");
    for (const auto* own :
         {"/api/v1/tokens", "/api/v1/issued-tokens", "/api/v1/session/password", "/api/v1/sessions",
          "/api/v1/mail-box", "/api/v1/accounts", "/api/v1/ledgers"})
        EXPECT_EQ(asks(http::Method::post, own), "token_does_not_open_this") << own;
}

TEST_P(TokenStories, AccountsThatNobodyUsesArePutOutOfUse) {
    const auto id = session.who.account.id;
    const auto stored = [&] {
        return here.database.read(
            [&](db::Transaction& transaction) { return *load_account(transaction, id); });
    };
    here.policy.password_days = 0;
    here.pass(90 * day_ms);
    ASSERT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "accepted");
    const auto token = made({Act::read_ledger}, 365);
    EXPECT_EQ(recognised(token), "accepted");
    here.pass(90 * day_ms + 1);
    EXPECT_EQ(recognised(token), "token_not_accepted");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "account_unused_too_long");
    EXPECT_TRUE(stored().disabled);
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "account_is_disabled");
    ASSERT_TRUE(set_disabled(here.needs, id, {stored().version, false}, operator_actor()));
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "accepted");
    here.policy.unused_days = 0;
    here.pass(900 * day_ms);
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "accepted");
}

TEST(TokenMessages, AreReadWithEveryFaultAtOnce) {
    const auto read = read_new_token(R"({"id":"1","name":"","acts":["fly"],"days":0})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().also.size(), 3u);
}

}  // namespace
}  // namespace accounts
