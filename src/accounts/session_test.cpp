// The module's actions as stories of named people; on both engines where the database decides
// something.
#include <gtest/gtest.h>

#include <thread>

#include "accounts/preference_actions.hpp"
#include "accounts/session_store.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

constexpr std::int64_t minute_ms = 60'000;

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

class AccountStories : public db::testing::OnBothEngines {
  protected:
    // Everything the journal says about one subject: "open_account sign_in …".
    std::string story_of(const std::string& kind, const std::string& id) {
        std::string acts;
        for (const auto& record : records_of(kind, id))
            acts += (acts.empty() ? "" : " ") + record.entry.act;
        return acts;
    }
    std::vector<journal::Record> records_of(const std::string& kind, const std::string& id) {
        return database().read([&](db::Transaction& transaction) {
            return journal::list_records(transaction, kind, id);
        });
    }
    std::optional<base::Actor> who(const std::string& token, const std::string& csrf = {}) {
        const auto actor = authenticate(
            here.needs, {.changes_something = !csrf.empty(), .token = token, .csrf = csrf});
        return actor ? *actor : std::nullopt;
    }

    testing::TestInstallation here{database()};
};
// One engine is enough where only rules are told; a fresh PostgreSQL database takes 50 ms.
INSTANTIATE_TEST_SUITE_P(Engines, AccountStories, ::testing::Values(db::Engine::sqlite),
                         [](const auto& test) { return db::testing::name_of(test.param); });

class AccountStoriesOnBothEngines : public AccountStories {};
ZHENGGAI_ON_BOTH_ENGINES(AccountStoriesOnBothEngines);

TEST_P(AccountStoriesOnBothEngines, LetAPersonInWithTheInitialPasswordOnlyToChangeIt) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto first = here.sign_in_as("LiHong", *office.initial_password);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->who.account.must_change_password);
    EXPECT_EQ(code_of(authenticate(here.needs, {.token = first->token})),
              "change_initial_password_first");
    EXPECT_TRUE(*authenticate(
        here.needs, {.purpose = Credentials::Purpose::own_session, .token = first->token}));

    const auto changed =
        change_password(here.needs, first->token, {*office.initial_password, "Qing-yun-1"});
    ASSERT_TRUE(changed);
    EXPECT_FALSE(who(first->token));  // the old session went with the old password
    EXPECT_NE(changed->who.session.csrf, first->who.session.csrf);
    const auto actor = who(changed->token);
    ASSERT_TRUE(actor);
    EXPECT_TRUE(actor->may(base::Act::review));
    EXPECT_EQ(actor->name, "干部lihong");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", *office.initial_password)),
              "name_or_password_wrong");
    EXPECT_TRUE(here.sign_in_as("lihong", "Qing-yun-1"));
    EXPECT_EQ(story_of("account", office.account.id.text()),
              "open_account sign_in change_own_password fail_sign_in sign_in");
}

TEST_P(AccountStories, AnswerAnUnknownNameLikeAWrongPassword) {
    here.account("lihong", Role::rectification_office);
    const auto unknown = here.sign_in_as("nobody", "Secret-typed-1"),
               wrong = here.sign_in_as("lihong", "x");
    ASSERT_FALSE(unknown);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(unknown.error(), wrong.error());
    EXPECT_EQ(unknown.error().kind, base::ErrorKind::unauthenticated);
    const auto records = records_of("account", "");
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records[0].entry.act, "fail_sign_in");
    EXPECT_EQ(records[0].payload->find("nobody"), std::string::npos);
}

TEST_P(AccountStories, LockAfterFiveWrongPasswordsEvenForTheRightOne) {
    const auto office = here.account("lihong", Role::rectification_office);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of(here.sign_in_as("lihong", "x")), "name_or_password_wrong");
    const auto locked = here.sign_in_as("lihong", *office.initial_password);
    ASSERT_FALSE(locked);
    EXPECT_EQ(locked.error().code, "account_locked");
    EXPECT_EQ(locked.error().args.at(0).second, "5");
    here.pass(5 * minute_ms);
    EXPECT_EQ(code_of(here.sign_in_as("lihong", "x")), "name_or_password_wrong");
    EXPECT_EQ(here.sign_in_as("lihong", "x").error().args.at(0).second, "10");
    here.pass(10 * minute_ms);
    EXPECT_TRUE(here.sign_in_as("lihong", *office.initial_password));
}

TEST_P(AccountStories, CountAWrongOldPasswordLikeAFailedSignIn) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto session = here.working_session(office);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of(change_password(here.needs, session.token, {"wrong", "Qing-yun-9"})),
                  "old_password_wrong");
    EXPECT_EQ(
        code_of(change_password(here.needs, session.token, {here.own_password, "Qing-yun-9"})),
        "account_locked");
}

TEST_P(AccountStories, KeepPasswordsThatMeetTheRulesOnly) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto change = [&](const std::string& wanted) {
        return code_of(change_password(here.needs, session.token, {here.own_password, wanted}));
    };
    EXPECT_EQ(change("short"), "password_too_short");
    EXPECT_EQ(change("Lihong-2024"), "password_contains_account_name");
    EXPECT_EQ(change(here.own_password), "new_password_is_the_old_one");
    EXPECT_EQ(code_of(change_password(here.needs, "no-such-token", {"a", "b"})), "sign_in_first");
}

TEST_P(AccountStories, KeepTheTokenOutOfTheDatabaseAndSecretsOutOfTheJournal) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto session = here.working_session(office);
    database().read([&](db::Transaction& transaction) {
        EXPECT_FALSE(find_session(transaction, session.token));
        EXPECT_TRUE(find_session(transaction, digest_of_token(session.token)));
    });
    for (const auto& record : records_of("account", office.account.id.text()))
        for (const auto& secret :
             {session.token, session.who.session.csrf, *office.initial_password,
              std::string(here.own_password), session.who.account.password_hash})
            EXPECT_EQ(record.payload->find(secret), std::string::npos) << record.entry.act;
}

TEST_P(AccountStoriesOnBothEngines, EndSessionsThatAreIdleOrOld) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    here.pass(29 * minute_ms);
    EXPECT_TRUE(who(session.token));
    here.pass(29 * minute_ms);
    EXPECT_TRUE(who(session.token));  // seen again in between
    here.pass(30 * minute_ms);
    EXPECT_FALSE(who(session.token));
    const auto next = here.sign_in_as("lihong", here.own_password);
    database().read([&](db::Transaction& transaction) {  // signing in sweeps what is dead
        EXPECT_FALSE(find_session(transaction, session.who.session.token_digest));
    });
    for (int i = 0; i < 12 * 60 / 20 - 1; ++i) {
        here.pass(20 * minute_ms);
        EXPECT_TRUE(who(next->token)) << i;
    }
    here.pass(20 * minute_ms);
    EXPECT_FALSE(who(next->token));
}

TEST_P(AccountStories, WriteWhenASessionWasSeenOnceAMinute) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto seen_at = [&] {
        return database().read([&](db::Transaction& transaction) {
            return find_session(transaction, session.who.session.token_digest)->last_seen_at;
        });
    };
    const auto start = here.clock.now();
    here.pass(minute_ms - 1);
    EXPECT_TRUE(who(session.token));
    EXPECT_EQ(seen_at(), start);
    here.pass(1);
    EXPECT_TRUE(who(session.token));
    EXPECT_EQ(seen_at(), here.clock.now());
}

TEST_P(AccountStories, LetAPersonLeave) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    EXPECT_TRUE(sign_out(here.needs, session.token));
    EXPECT_FALSE(who(session.token));
    EXPECT_EQ(code_of(load_session(here.needs, session.token)), "sign_in_first");
    EXPECT_TRUE(sign_out(here.needs, session.token));  // said twice
    EXPECT_EQ(story_of("account", session.who.account.id.text()),
              "open_account sign_in change_own_password sign_out");
}

TEST_P(AccountStories, RefuseChangesWithoutTheTokenOfTheSession) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    EXPECT_TRUE(who(session.token, session.who.session.csrf));
    EXPECT_EQ(
        code_of(authenticate(here.needs, {.changes_something = true, .token = session.token})),
        "csrf_token_wrong");
    EXPECT_EQ(code_of(authenticate(here.needs, {.changes_something = true,
                                                .token = session.token,
                                                .csrf = session.who.session.csrf,
                                                .origin = "https://evil.example",
                                                .host = "zg.example"})),
              "request_from_another_site");
    EXPECT_EQ(code_of(sign_in(here.needs, {"lihong", "x"},
                              {.changes_something = true, .fetch_site = "cross-site"}, "")),
              "request_from_another_site");
}

TEST_P(AccountStoriesOnBothEngines, OpenAnAccountOnceHoweverOftenItIsSent) {
    const auto bureau = here.unit("青云县财政局");
    const NewAccount wanted{.id = here.make_id<base::AccountId>(),
                            .name = "wangqiang",
                            .person_name = "王强",
                            .unit = bureau};
    const auto once = open_account(here.needs, wanted, operator_actor());
    ASSERT_TRUE(once);
    EXPECT_TRUE(once->initial_password);
    const auto twice = open_account(here.needs, wanted, operator_actor());
    ASSERT_TRUE(twice);
    EXPECT_FALSE(twice->initial_password);
    EXPECT_EQ(twice->account, once->account);
    auto other = wanted;
    other.person_name = "王刚";
    EXPECT_EQ(code_of(open_account(here.needs, other, operator_actor())), "same_id_other_content");
    other.id = here.make_id<base::AccountId>();
    other.name = "WANGQIANG";
    EXPECT_EQ(code_of(open_account(here.needs, other, operator_actor())), "account_name_taken");
    other.name = "wanggang";
    other.unit = here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(open_account(here.needs, other, operator_actor())), "unit_unknown");
    EXPECT_EQ(list_account_page(here.needs, 1, 10).total, 1);
}

TEST_P(AccountStories, GiveTheAccountToThePersonAPlanAlreadyNamed) {
    const auto bureau = here.unit("青云县财政局");
    const Person named{.id = here.make_id<base::PersonId>(), .name = "王强", .unit = bureau};
    const auto inserted = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        insert_person(transaction, named);
        return {};
    });
    ASSERT_TRUE(inserted);
    const NewAccount wanted{.id = here.make_id<base::AccountId>(),
                            .name = "wangqiang",
                            .person_name = "王强",
                            .unit = bureau};
    EXPECT_EQ(open_account(here.needs, wanted, operator_actor())->account.person, named.id);
}

TEST_P(AccountStories, ScopeAResponsibleUnitToItsSubtree) {
    const auto county = here.unit("青云县");
    const auto bureau = here.unit("青云县财政局", county);
    here.unit("国库科", bureau);
    const auto session =
        here.working_session(here.account("wangqiang", Role::responsible_unit, bureau));
    const auto actor = who(session.token);
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->scope.parts.at(0).unit_path, "/1/2/");
    EXPECT_EQ(actor->unit, bureau);
    EXPECT_EQ(search_units(here.needs, "", *actor).size(), 2u);
    EXPECT_EQ(search_units(here.needs, "", operator_actor()).size(), 3u);
}

TEST_P(AccountStoriesOnBothEngines, CloseSessionsWhenAPasswordIsResetOrAnAccountDisabled) {
    const auto admin = here.account("zhoumin", Role::system_admin);
    const auto office = here.account("lihong", Role::rectification_office);
    const auto administrator = actor_of(admin.account);
    const auto session = here.working_session(office);
    const auto fresh = reset_password(here.needs, office.account.id, administrator);
    ASSERT_TRUE(fresh);
    EXPECT_EQ(code_of(load_session(here.needs, session.token)), "sign_in_first");
    EXPECT_TRUE(here.sign_in_as("lihong", *fresh)->who.account.must_change_password);

    const auto version = load_account_named(here.needs, "lihong")->version;
    const auto again = here.sign_in_as("lihong", *fresh);
    EXPECT_EQ(
        code_of(set_disabled(here.needs, office.account.id, {version - 1, true}, administrator)),
        "somebody_else_changed_it");
    ASSERT_TRUE(set_disabled(here.needs, office.account.id, {version, true}, administrator));
    EXPECT_EQ(code_of(load_session(here.needs, again->token)), "sign_in_first");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", *fresh)), "account_is_disabled");
    EXPECT_EQ(code_of(here.sign_in_as("lihong", "x")), "name_or_password_wrong");
    ASSERT_TRUE(set_disabled(here.needs, office.account.id, {version + 1, false}, administrator));
    EXPECT_EQ(code_of(load_session(here.needs, again->token)), "sign_in_first");  // gone for good
    EXPECT_TRUE(here.sign_in_as("lihong", *fresh));
    EXPECT_EQ(code_of(set_disabled(here.needs, admin.account.id, {1, true}, operator_actor())),
              "one_administrator_must_remain");
    EXPECT_EQ(code_of(reset_password(here.needs, here.make_id<base::AccountId>(), administrator)),
              "account_unknown");
}

TEST_P(AccountStoriesOnBothEngines, MakeTheThreeAdministratorsOnce) {
    const auto made = create_first_administrators(here.needs);
    ASSERT_EQ(made.size(), 3u);
    EXPECT_TRUE(create_first_administrators(here.needs).empty());
    std::vector<Role> roles;
    for (const auto& one : made) {
        const auto session = here.sign_in_as(one.account_name, one.password);
        ASSERT_TRUE(session) << one.account_name;
        EXPECT_TRUE(session->who.account.must_change_password);
        roles.push_back(session->who.account.role);
    }
    EXPECT_EQ(roles, (std::vector{Role::system_admin, Role::security_admin, Role::audit_admin}));
}

TEST_P(AccountStoriesOnBothEngines, OpenUnitsUnderTheirParentAndNoTwoSiblingsOfOneName) {
    const auto county = here.unit("青云县");
    Unit wanted{.id = here.make_id<base::UnitId>(), .name = "财政局", .parent = county};
    const auto opened = open_unit(here.needs, wanted, operator_actor());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->path, "/1/2/");
    EXPECT_EQ(*open_unit(here.needs, wanted, operator_actor()), *opened);  // sent twice
    wanted.short_name = "财";
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, operator_actor())), "same_id_other_content");
    wanted.id = here.make_id<base::UnitId>();
    wanted.name = "财 政局";
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, operator_actor())), "unit_name_taken");
    wanted.parent = here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, operator_actor())), "unit_unknown");
    EXPECT_EQ(story_of("unit", opened->id.text()), "open_unit");
    EXPECT_EQ(*find_unit_by_name(here.needs, "财政局"), opened->id);
    here.unit("财政局");
    EXPECT_EQ(code_of(find_unit_by_name(here.needs, "财政局")), "unit_name_ambiguous");
    EXPECT_EQ(code_of(find_unit_by_name(here.needs, "统计局")), "unit_name_unknown");
}

TEST_P(AccountStories, KeepPreferencesApartByAccount) {
    const auto one = actor_of(here.account("one", Role::system_admin).account);
    const auto two = actor_of(here.account("two", Role::system_admin).account);
    EXPECT_EQ(*set_preference(here.needs, "ledger.columns", "[1]", one), "[1]");
    EXPECT_EQ(*load_preference(here.needs, "ledger.columns", one), "[1]");
    EXPECT_EQ(code_of(load_preference(here.needs, "ledger.columns", two)), "preference_unknown");
    EXPECT_EQ(code_of(set_preference(here.needs, "Ledger", "[1]", one)),
              "preference_name_not_acceptable");
}

TEST_P(AccountStoriesOnBothEngines, CountEveryOneOfManyWrongPasswordsAtOnce) {
    here.account("lihong", Role::rectification_office);
    std::vector<std::thread> guessers;
    for (int i = 0; i < 4; ++i)
        guessers.emplace_back([&] { EXPECT_FALSE(here.sign_in_as("lihong", "x")); });
    for (auto& guesser : guessers) guesser.join();
    EXPECT_EQ(load_account_named(here.needs, "lihong")->failed_count, 4);
}

// Somebody else acts between the check of a password, which is outside the transaction, and the
// sign-in.
class ClockWithAnInterruption final : public base::Clock {
  public:
    ClockWithAnInterruption(base::Instant at, std::function<void()> act)
        : at_(at), act_(std::move(act)) {}
    [[nodiscard]] base::Instant now() const override {
        if (const auto act = std::exchange(act_, nullptr)) act();
        return at_;
    }

  private:
    base::Instant at_;
    mutable std::function<void()> act_;
};

TEST_P(AccountStories, RefuseASignInWhosePasswordWasResetMeanwhile) {
    const auto office = here.account("lihong", Role::rectification_office);
    const ClockWithAnInterruption clock(here.clock.now(), [&] {
        EXPECT_TRUE(reset_password(here.needs, office.account.id, operator_actor()));
    });
    const Needs needs{database(),    clock,       here.random,  here.journal, here.hasher,
                      here.sessions, here.policy, here.secrets, here.ldap,    here.oidc};
    EXPECT_EQ(code_of(sign_in(needs, {"lihong", *office.initial_password}, {}, "")),
              "name_or_password_wrong");
}

TEST_P(AccountStories, RefuseASignInToAnAccountThatWasLockedMeanwhile) {
    const auto office = here.account("lihong", Role::rectification_office);
    const ClockWithAnInterruption clock(here.clock.now(), [&] {
        for (int i = 0; i < 5; ++i) EXPECT_FALSE(here.sign_in_as("lihong", "x"));
    });
    const Needs needs{database(),    clock,       here.random,  here.journal, here.hasher,
                      here.sessions, here.policy, here.secrets, here.ldap,    here.oidc};
    EXPECT_EQ(code_of(sign_in(needs, {"lihong", *office.initial_password}, {}, "")),
              "account_locked");
}

TEST_P(AccountStories, RefuseANewPasswordWhenAnotherWasSetMeanwhile) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto session = here.working_session(office);
    const ClockWithAnInterruption clock(here.clock.now(), [&] {
        EXPECT_TRUE(reset_password(here.needs, office.account.id, operator_actor()));
    });
    const Needs needs{database(),    clock,       here.random,  here.journal, here.hasher,
                      here.sessions, here.policy, here.secrets, here.ldap,    here.oidc};
    EXPECT_EQ(code_of(change_password(needs, session.token, {here.own_password, "Qing-yun-9"})),
              "somebody_else_changed_it");
}

TEST(PasswordHashing, KnowsTheRightPasswordAndSaltsEveryHash) {
    PasswordHasher hasher(cheapest_password_cost);
    const auto one = hasher.hash("Qing-yun-1"), two = hasher.hash("Qing-yun-1");
    EXPECT_NE(*one, *two);
    EXPECT_TRUE(one->starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << *one;
    EXPECT_TRUE(*hasher.matches(*one, "Qing-yun-1"));
    EXPECT_FALSE(*hasher.matches(*one, "Qing-yun-2"));
    EXPECT_FALSE(*hasher.matches("", "Qing-yun-1"));
}

TEST(PasswordHashing, CostsWhatIssueAsksForByDefault) {
    PasswordHasher hasher;
    EXPECT_TRUE(hasher.hash("Qing-yun-1")->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(PasswordHashing, RefusesMoreThanItsPlacesAtOnce) {
    PasswordHasher hasher({1, 8'192, 0, 0});
    EXPECT_EQ(code_of(hasher.hash("Qing-yun-1")), "too_many_sign_ins");
    EXPECT_EQ(code_of(hasher.matches("", "Qing-yun-1")), "too_many_sign_ins");
}

}  // namespace
}  // namespace accounts
