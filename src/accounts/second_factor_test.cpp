// The second factor, the age of passwords, the addresses of administrators and the list of one's
// sessions: rules as tables, then stories on both engines.
#include "accounts/second_factor.hpp"
#include "accounts/resealing_actions.hpp"
#include "journal/key_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <set>

#include "accounts/password_store.hpp"
#include "accounts/second_factor_actions.hpp"
#include "accounts/second_factor_store.hpp"
#include "accounts/session_store.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * std::int64_t{60'000};
constexpr std::string_view rfc_secret = "12345678901234567890";

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

base::Instant at_second(std::int64_t seconds) {
    return {seconds * 1000};
}

TEST(SecondFactor, TakesTheCodesOfRfc6238) {
    // Its appendix B has eight digits; an app shows the last six.
    const struct {
        std::int64_t second;
        std::string_view code;
    } table[]{{59, "287082"},
              {1'111'111'109, "081804"},
              {1'111'111'111, "050471"},
              {1'234'567'890, "005924"},
              {2'000'000'000, "279037"},
              {20'000'000'000, "353130"}};
    for (const auto& row : table)
        EXPECT_EQ(step_of_code(rfc_secret, row.code, at_second(row.second), 0), row.second / 30)
            << row.second;
}

TEST(SecondFactor, TakesACodeOneStepEarlyOrLateAndNoFurther) {
    const struct {
        std::int64_t second;
        bool taken;
    } table[]{{1'111'111'109 - 60, false},
              {1'111'111'109 - 30, true},
              {1'111'111'109, true},
              {1'111'111'109 + 30, true},
              {1'111'111'109 + 60, false}};
    for (const auto& row : table)
        EXPECT_EQ(step_of_code(rfc_secret, "081804", at_second(row.second), 0).has_value(),
                  row.taken)
            << row.second;
}

TEST(SecondFactor, TakesNoCodeTwiceAndNoneBeforeTheLast) {
    const auto now = at_second(1'111'111'109);
    const auto step = step_of_code(rfc_secret, "081804", now, 0);
    ASSERT_TRUE(step);
    EXPECT_FALSE(step_of_code(rfc_secret, "081804", now, *step));
    EXPECT_FALSE(step_of_code(rfc_secret, "081804", now, *step + 1));
    for (const auto* wrong : {"", "81804", "0818040", "08180４", "081805"})
        EXPECT_FALSE(step_of_code(rfc_secret, wrong, now, 0)) << wrong;
}

TEST(SecondFactor, IsOfferedAsAppsReadIt) {
    EXPECT_EQ(typed_secret(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(typed_secret("1"), "GE");
    const auto address = factor_address(rfc_secret, "李 hong");
    EXPECT_TRUE(address.starts_with("otpauth://totp/%E6%95%B4")) << address;
    EXPECT_NE(address.find(":%E6%9D%8E%20hong?secret=GEZD"), std::string::npos) << address;
    const auto picture = qr_picture(address);
    EXPECT_GE(picture.size, 21);
    EXPECT_TRUE(picture.path.starts_with("M0 0h1v1h-1z"));  // the corner of every QR code
}

TEST(RecoveryCodes, CarryTheirWholeSeedAndForgiveHowTheyAreTyped) {
    const RecoverySeed seed{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    const auto code = recovery_code(seed);
    EXPECT_EQ(code.size(), 19u) << code;
    std::string typed = " ";
    for (const char c : code)
        if (c != '-') typed += static_cast<char>(std::toupper(c));
    EXPECT_EQ(digest_of_recovery_code(typed), digest_of_recovery_code(code));
    EXPECT_TRUE(digest_of_recovery_code(code));
    std::set<std::string> made{code};
    for (std::size_t i = 0; i < seed.size(); ++i) {
        auto other = seed;
        other[i] = static_cast<std::uint8_t>(other[i] ^ 1);
        made.insert(recovery_code(other));
    }
    EXPECT_EQ(made.size(), 11u);
    for (const auto* wrong : {"", "abcd", "abcd-efgh-jkmn-pqr", "abcd-efgh-jkmn-pqr0", "081804"})
        EXPECT_FALSE(digest_of_recovery_code(wrong)) << wrong;
}

TEST(SecretBox, OpensOnlyWhatItSealedForThatOwner) {
    base::SeededRandom random(3);
    const SecretBox box(std::string(32, 'k')), other(std::string(32, 'o'));
    const auto sealed = box.seal("the secret", "owner", random);
    EXPECT_EQ(sealed.find("the secret"), std::string::npos);
    EXPECT_NE(box.seal("the secret", "owner", random), sealed);
    EXPECT_EQ(box.open(sealed, "owner"), "the secret");
    EXPECT_FALSE(box.open(sealed, "somebody else"));
    EXPECT_FALSE(other.open(sealed, "owner"));
    for (std::size_t i = 0; i < sealed.size(); i += 7) {
        auto changed = sealed;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(box.open(changed, "owner")) << i;
    }
    EXPECT_FALSE(box.open("", "owner"));
    EXPECT_THROW(SecretBox("short"), std::runtime_error);
}

TEST(SecretBox, SealsWithItsNewestKeyAndOpensWithAllOfThem) {
    base::SeededRandom random(3);
    const std::string old_key(32, 'k'), new_key(32, 'n');
    const SecretBox before(old_key), between(std::vector{new_key, old_key}), after(new_key);
    const auto sealed = before.seal("the secret", "owner", random);
    EXPECT_EQ(between.open(sealed, "owner"), "the secret");
    EXPECT_FALSE(after.open(sealed, "owner"));
    EXPECT_EQ(after.open(between.seal("the secret", "owner", random), "owner"), "the secret");
    EXPECT_FALSE(before.open(between.seal("the secret", "owner", random), "owner"));
    EXPECT_THROW(SecretBox(std::vector<std::string>{}), std::runtime_error);
}

TEST(SecretKeys, ChangeInTheirFileAndAreForTheirOwnerOnly) {
    namespace fs = std::filesystem;
    auto name = (fs::temp_directory_path() / "secret-keys-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    const auto path = (folder / "secrets.key").string();
    base::SeededRandom random(3);
    const auto first = journal::load_or_create_keys(path, random);
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(journal::load_or_create_keys(path, random), first);
    journal::add_key(path, random);
    const auto both = journal::load_or_create_keys(path, random);
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[1], first[0]);
    journal::keep_newest_key(path);
    EXPECT_EQ(journal::load_or_create_keys(path, random), std::vector{both[0]});
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
    std::ofstream(path, std::ios::app) << "no key\n";
    EXPECT_THROW(static_cast<void>(journal::load_or_create_keys(path, random)), std::runtime_error);
    fs::remove_all(folder);
}

TEST(Networks, HoldTheAddressesOfTheirBlock) {
    const struct {
        std::string_view block, address;
        bool inside;
    } table[]{
        {"10.1.0.0/16", "10.1.255.3", true},
        {"10.1.0.0/16", "10.2.0.1", false},
        {"10.1.2.3", "10.1.2.3", true},
        {"10.1.2.3", "10.1.2.4", false},
        {"10.1.0.0/16", "::ffff:10.1.9.9", true},
        {"0.0.0.0/0", "8.8.8.8", true},
        {"0.0.0.0/0", "2001:db8::1", false},
        {"2001:db8::/33", "2001:db8:7fff::1", true},
        {"2001:db8::/33", "2001:db8:8000::1", false},
        {"::1", "::1", true},
        {"192.168.1.129/25", "192.168.1.255", true},
        {"192.168.1.129/25", "192.168.1.1", false},
        {"10.1.0.0/16", "", false},
        {"10.1.0.0/16", "10.1.0", false},
    };
    for (const auto& row : table) {
        const auto network = network_of(row.block);
        ASSERT_TRUE(network) << row.block;
        EXPECT_EQ(lies_in(row.address, {*network}), row.inside) << row.block << row.address;
    }
    for (const auto* wrong : {"", "10.1", "10.1.0.0/33", "10.1.0.0/-1", "10.1.0.0/", "::1/129",
                              "10.1.0.0/1x", "localhost"})
        EXPECT_FALSE(network_of(wrong)) << wrong;
}

TEST(SignInPolicies, SayWhoNeedsASecondFactor) {
    const struct {
        std::string_view name;
        bool offered, administrator, office;
    } table[]{{"off", false, false, false},
              {"optional", true, false, false},
              {"administrators", true, true, false},
              {"everybody", true, true, true}};
    for (const auto& row : table) {
        SignInPolicy policy;
        policy.second_factor = second_factor_for(row.name).value();
        EXPECT_EQ(may_have_second_factor(policy), row.offered) << row.name;
        for (const auto role : {Role::system_admin, Role::security_admin, Role::audit_admin})
            EXPECT_EQ(must_have_second_factor(policy, role), row.administrator) << row.name;
        EXPECT_EQ(must_have_second_factor(policy, Role::rectification_office), row.office);
    }
    EXPECT_FALSE(second_factor_for("on"));
}

TEST(SignInPolicies, LetPasswordsGrowOldForSoLong) {
    const SignInPolicy policy;
    SignInPolicy never;
    never.password_days = never.initial_password_days = 0;
    const PasswordAge own{{0}, false}, initial{{0}, true};
    EXPECT_FALSE(has_expired(own, {90 * day_ms - 1}, policy));
    EXPECT_TRUE(has_expired(own, {90 * day_ms}, policy));
    EXPECT_FALSE(has_expired(initial, {90 * day_ms}, policy));
    EXPECT_FALSE(has_expired(own, {9'000 * day_ms}, never));
    EXPECT_TRUE(check_not_lapsed(initial, {7 * day_ms - 1}, policy));
    EXPECT_EQ(code_of(check_not_lapsed(initial, {7 * day_ms}, policy)), "initial_password_lapsed");
    EXPECT_TRUE(check_not_lapsed(own, {7 * day_ms}, policy));
    EXPECT_TRUE(check_not_lapsed(initial, {9'000 * day_ms}, never));
}

TEST(Requests, BeforeAllStepsAreDoneReachWhatTheStepNeeds) {
    using Purpose = Credentials::Purpose;
    SignedIn code, password, factor;
    code.standing.has_factor = code.account.must_change_password = true;
    password.standing = {true, true};
    password.session.code_given = true;
    factor.standing.factor_wanted = true;
    factor.account.must_change_password = false;
    const auto reach = [](const SignedIn& who, Purpose purpose) {
        return code_of(check_request({.purpose = purpose}, who));
    };
    const struct {
        const SignedIn& who;
        std::string_view step, own_session, own_password, second_factor, ordinary;
    } table[]{
        {code, "code", "accepted", "give_the_code_first", "give_the_code_first",
         "give_the_code_first"},
        {password, "password", "accepted", "accepted", "change_initial_password_first",
         "change_initial_password_first"},
        {factor, "second_factor", "accepted", "accepted", "accepted",
         "set_up_a_second_factor_first"},
    };
    for (const auto& row : table) {
        EXPECT_EQ(name_of(next_step(row.who)), row.step);
        EXPECT_EQ(reach(row.who, Purpose::own_session), row.own_session) << row.step;
        EXPECT_EQ(reach(row.who, Purpose::own_password), row.own_password) << row.step;
        EXPECT_EQ(reach(row.who, Purpose::second_factor), row.second_factor) << row.step;
        EXPECT_EQ(reach(row.who, Purpose::ordinary), row.ordinary) << row.step;
    }
}

class SecondFactorStories : public db::testing::OnBothEngines {
  protected:
    // The code that an app shows now for the secret that was offered last.
    std::string shown(const std::string& account, int steps_on = 0) {
        const auto secret = database().read([&](db::Transaction& transaction) {
            const auto factor = find_second_factor(transaction, *base::AccountId::parse(account));
            return here.secrets.open(factor->sealed_secret, account).value();
        });
        const base::Instant then{here.clock.now().milliseconds + steps_on * 30'000};
        for (int code = 0;; ++code) {
            auto text = std::to_string(code);
            text.insert(0, 6 - text.size(), '0');
            if (step_of_code(secret, text, then, then.milliseconds / 30'000 - 1) ==
                then.milliseconds / 30'000)
                return text;
        }
    }
    std::vector<std::string> set_up(const OpenedSession& session) {
        EXPECT_EQ(code_of(offer_factor(here.needs, session.token, here.own_password)), "accepted");
        const auto id = session.who.account.id.text();
        return *confirm_factor(here.needs, session.token, shown(id));
    }
    std::string story_of(base::AccountId id) {
        return database().read([&](db::Transaction& transaction) {
            std::string acts;
            for (const auto& record : journal::list_records(transaction, "account", id.text()))
                acts += (acts.empty() ? "" : " ") + record.entry.act;
            return acts;
        });
    }
    std::string ordinary(const std::string& token) {
        const auto actor = authenticate(here.needs, {.token = token, .address = "10.0.0.9"});
        return actor ? (*actor ? "in" : "out") : actor.error().code;
    }

    testing::TestInstallation here{database()};
};
INSTANTIATE_TEST_SUITE_P(Engines, SecondFactorStories, ::testing::Values(db::Engine::sqlite),
                         [](const auto& test) { return db::testing::name_of(test.param); });

// Those that between them run every statement.
class SecondFactorStoriesOnBothEngines : public SecondFactorStories {};
ZHENGGAI_ON_BOTH_ENGINES(SecondFactorStoriesOnBothEngines);

TEST_P(SecondFactorStoriesOnBothEngines, AskForACodeOnceAFactorIsInForce) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto other = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(code_of(confirm_factor(here.needs, session.token, "000000")),
              "offer_a_second_factor_first");
    EXPECT_EQ(code_of(offer_factor(here.needs, session.token, "wrong")), "password_wrong");
    EXPECT_EQ(set_up(session).size(), 10u);
    EXPECT_EQ(ordinary(session.token), "in");
    EXPECT_EQ(ordinary(other->token), "out");
    EXPECT_EQ(code_of(offer_factor(here.needs, session.token, here.own_password)),
              "second_factor_is_set_up");

    const auto id = session.who.account.id;
    const auto again = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(ordinary(again->token), "give_the_code_first");
    // The code that confirmed it does not count again; the next one does.
    EXPECT_EQ(code_of(give_code(here.needs, again->token, shown(id.text()))),
              "second_factor_code_wrong");
    here.pass(30'000);
    EXPECT_TRUE(give_code(here.needs, again->token, shown(id.text())));
    EXPECT_EQ(ordinary(again->token), "in");
    EXPECT_EQ(story_of(id),
              "open_account sign_in change_own_password sign_in fail_sign_in set_up_second_factor "
              "sign_in fail_second_factor give_second_factor");
}

TEST_P(SecondFactorStoriesOnBothEngines, TakeEachRecoveryCodeOnce) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto codes = set_up(session);
    const auto first = here.sign_in_as("lihong", here.own_password);
    EXPECT_TRUE(give_code(here.needs, first->token, codes[3]));
    const auto second = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(code_of(give_code(here.needs, second->token, codes[3])), "second_factor_code_wrong");
    EXPECT_TRUE(give_code(here.needs, second->token, codes[4]));
    EXPECT_EQ(load_factor_state(here.needs, second->token)->recovery_codes_left, 8);
    database().read([&](db::Transaction& transaction) {
        for (const auto& record :
             journal::list_records(transaction, "account", session.who.account.id.text()))
            for (const auto& code : codes)
                EXPECT_EQ(record.payload->find(code), std::string::npos) << record.entry.act;
    });
}

TEST_P(SecondFactorStories, LetRecoveryCodesInWhenTheKeyOfSecretsIsLost) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto codes = set_up(session);
    here.pass(30'000);
    const auto code = shown(session.who.account.id.text());
    here.secrets = SecretBox(std::string(32, 'x'));
    const auto again = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(code_of(give_code(here.needs, again->token, code)), "second_factor_code_wrong");
    EXPECT_EQ(code_of(give_code(here.needs, again->token, codes[0])), "accepted");
    EXPECT_TRUE(remove_own_factor(here.needs, again->token, here.own_password));
    EXPECT_EQ(set_up(*here.sign_in_as("lihong", here.own_password)).size(), 10u);
}

TEST_P(SecondFactorStories, GoOnUnderAnotherKeyOfSecrets) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    set_up(session);
    const std::string old_key(32, 's'), new_key(32, 'n');
    here.secrets = SecretBox(std::vector{new_key, old_key});
    const auto resealed = reseal_secrets(here.needs, operator_actor());
    EXPECT_EQ(resealed.sealed, 1);
    EXPECT_EQ(resealed.lost, 0);
    here.secrets = SecretBox(new_key);
    here.pass(30'000);
    const auto again = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(code_of(give_code(here.needs, again->token, shown(session.who.account.id.text()))),
              "accepted");
    here.secrets = SecretBox(std::string(32, 'x'));
    EXPECT_EQ(reseal_secrets(here.needs, operator_actor()).lost, 1);
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "installation", "secrets");
    });
    ASSERT_EQ(records.size(), 2u);
    EXPECT_NE(records[0].payload->find("\"sealed\":\"1\""), std::string::npos);
}

TEST_P(SecondFactorStories, SayFromWhereACodeWasGiven) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto codes = set_up(session);
    const auto again = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(code_of(give_code(here.needs, again->token, "000000")), "second_factor_code_wrong");
    EXPECT_TRUE(give_code(here.needs, again->token, codes[0]));
    const auto id = session.who.account.id.text();
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "account", id);
    });
    int said = 0;
    for (const auto& record : records)
        if (record.entry.act == "fail_second_factor" || record.entry.act == "use_recovery_code")
            said += record.payload->find("10.0.0.9") != std::string::npos;
    EXPECT_EQ(said, 2);
}

TEST_P(SecondFactorStories, LockAfterFiveWrongCodesWhateverPasswordsComeBetween) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto codes = set_up(session);
    for (int i = 0; i < 5; ++i) {
        const auto again = here.sign_in_as("lihong", here.own_password);
        ASSERT_TRUE(again) << i;
        EXPECT_EQ(code_of(give_code(here.needs, again->token, "000000")),
                  "second_factor_code_wrong");
    }
    EXPECT_EQ(code_of(here.sign_in_as("lihong", here.own_password)), "account_locked");
    EXPECT_EQ(code_of(give_code(here.needs, session.token, codes[0])), "account_locked");
}

TEST_P(SecondFactorStories, LeadThroughSettingUpWhoMustHaveOne) {
    here.policy.second_factor = SecondFactorFor::administrators;
    const auto admin = here.working_session(here.account("zhoumin", Role::system_admin));
    const auto office = here.working_session(here.account("lihong", Role::rectification_office));
    EXPECT_EQ(ordinary(office.token), "in");
    EXPECT_EQ(ordinary(admin.token), "set_up_a_second_factor_first");
    EXPECT_EQ(set_up(admin).size(), 10u);
    EXPECT_EQ(ordinary(admin.token), "in");
    EXPECT_EQ(code_of(remove_own_factor(here.needs, admin.token, here.own_password)),
              "second_factor_is_required");
    here.policy.second_factor = SecondFactorFor::nobody;
    EXPECT_EQ(ordinary(here.sign_in_as("zhoumin", here.own_password)->token), "in");
    EXPECT_EQ(code_of(offer_factor(here.needs, office.token, here.own_password)),
              "second_factor_is_off");
}

TEST_P(SecondFactorStoriesOnBothEngines, EndWithTheOwnersWordOrAnAdministrators) {
    const auto office = here.working_session(here.account("lihong", Role::rectification_office));
    set_up(office);
    EXPECT_EQ(code_of(remove_own_factor(here.needs, office.token, "wrong")), "password_wrong");
    EXPECT_TRUE(remove_own_factor(here.needs, office.token, here.own_password));
    EXPECT_FALSE(load_factor_state(here.needs, office.token)->set_up);
    set_up(office);
    const auto id = office.who.account.id;
    base::Actor self = actor_of(office.who.account);
    EXPECT_EQ(code_of(remove_factor_of(here.needs, id, self)), "nobody_takes_off_their_own_factor");
    EXPECT_EQ(
        code_of(remove_factor_of(here.needs, here.make_id<base::AccountId>(), operator_actor())),
        "account_unknown");
    EXPECT_TRUE(remove_factor_of(here.needs, id, operator_actor()));
    EXPECT_EQ(ordinary(office.token), "out");
    EXPECT_EQ(ordinary(here.sign_in_as("lihong", here.own_password)->token), "in");
}

TEST_P(SecondFactorStories, SealTheSecretInTheDatabase) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const auto offered = offer_factor(here.needs, session.token, here.own_password);
    database().read([&](db::Transaction& transaction) {
        const auto factor = find_second_factor(transaction, session.who.account.id);
        EXPECT_FALSE(factor->confirmed);
        const auto opened =
            here.secrets.open(factor->sealed_secret, session.who.account.id.text()).value();
        EXPECT_EQ(typed_secret(opened), offered->typed_secret);
        EXPECT_EQ(factor->sealed_secret.find(opened), std::string::npos);
    });
    EXPECT_EQ(ordinary(here.sign_in_as("lihong", here.own_password)->token), "in");
}

TEST_P(SecondFactorStories, MakePeopleChooseAnotherPasswordInTime) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    here.pass(89 * day_ms);
    EXPECT_FALSE(here.sign_in_as("lihong", here.own_password)->who.account.must_change_password);
    here.pass(day_ms);
    const auto late = here.sign_in_as("lihong", here.own_password);
    EXPECT_EQ(ordinary(late->token), "change_initial_password_first");
    const auto fresh = change_password(here.needs, late->token, {here.own_password, "Qing-yun-7"});
    EXPECT_EQ(ordinary(fresh->token), "in");
    EXPECT_FALSE(here.sign_in_as("lihong", "Qing-yun-7")->who.account.must_change_password);
    static_cast<void>(session);
}

TEST_P(SecondFactorStories, LetInitialPasswordsLapse) {
    const auto opened = here.account("lihong", Role::rectification_office);
    here.pass(7 * day_ms);
    EXPECT_EQ(code_of(here.sign_in_as("lihong", *opened.initial_password)),
              "initial_password_lapsed");
    const auto again = reset_password(here.needs, opened.account.id, operator_actor());
    EXPECT_TRUE(here.sign_in_as("lihong", *again));
}

TEST_P(SecondFactorStoriesOnBothEngines, RefuseTheLastFivePasswords) {
    auto session = here.working_session(here.account("lihong", Role::rectification_office));
    std::string now = here.own_password;
    const auto change = [&](const std::string& wanted) {
        auto changed = change_password(here.needs, session.token, {now, wanted});
        if (!changed) return changed.error().code;
        session = *changed;
        now = wanted;
        return std::string("accepted");
    };
    for (int i = 1; i <= 4; ++i) EXPECT_EQ(change("Qing-yun-" + std::to_string(i)), "accepted");
    EXPECT_EQ(change(here.own_password), "password_was_used_before");
    EXPECT_EQ(change("Qing-yun-5"), "accepted");
    EXPECT_EQ(change("Qing-yun-1"), "password_was_used_before");
    EXPECT_EQ(change(here.own_password), "password_was_used_before");
    EXPECT_EQ(change("Qing-yun-6"), "accepted");
    EXPECT_EQ(change(here.own_password), "accepted");  // five others since
    database().read([&](db::Transaction& transaction) {
        const auto id = session.who.account.id;
        EXPECT_EQ(list_former_passwords(transaction, id, 100).size(), 5u);
        EXPECT_EQ(list_former_passwords(transaction, id, 2).size(), 2u);
    });
}

TEST_P(SecondFactorStories, KeepAdministratorsToTheirAddresses) {
    const auto admin = here.working_session(here.account("zhoumin", Role::system_admin));
    const auto office = here.working_session(here.account("lihong", Role::rectification_office));
    here.policy.administrator_addresses = {*network_of("10.9.0.0/16")};
    EXPECT_EQ(code_of(here.sign_in_as("zhoumin", here.own_password)),
              "administrators_come_from_elsewhere");
    EXPECT_EQ(code_of(here.sign_in_as("zhoumin", "wrong")), "name_or_password_wrong");
    EXPECT_TRUE(here.sign_in_as("lihong", here.own_password));
    EXPECT_EQ(ordinary(office.token), "in");
    EXPECT_EQ(ordinary(admin.token), "administrators_come_from_elsewhere");
    EXPECT_EQ(ordinary(admin.token), "out");  // and the session is closed
    EXPECT_EQ(story_of(admin.who.account.id),
              "open_account sign_in change_own_password refuse_address fail_sign_in "
              "refuse_address");
}

TEST_P(SecondFactorStoriesOnBothEngines, ListOwnSessionsAndCloseThem) {
    const auto first = here.working_session(here.account("lihong", Role::rectification_office));
    const auto other = here.working_session(here.account("wangqiang", Role::observer));
    here.pass(60'000);
    const auto second = *sign_in(here.needs, {"lihong", here.own_password},
                                 {.changes_something = true, .browser = "Firefox"}, "10.0.0.7");
    const auto third = *here.sign_in_as("lihong", here.own_password);
    const auto list = list_own_sessions(here.needs, second.token);
    ASSERT_EQ(list->rows.size(), 3u);
    EXPECT_EQ(list->present, second.who.session.token_digest);
    EXPECT_EQ(list->rows[2].token_digest, first.who.session.token_digest);
    for (const auto& row : list->rows)
        if (row.token_digest == list->present) {
            EXPECT_EQ(row.address + row.browser, "10.0.0.7Firefox");
        }
    EXPECT_EQ(code_of(close_own_session(here.needs, second.token, list->present)),
              "leave_by_signing_out");
    EXPECT_TRUE(close_own_session(here.needs, second.token, other.who.session.token_digest));
    EXPECT_EQ(ordinary(other.token), "in");  // somebody else's stays
    EXPECT_TRUE(close_own_session(here.needs, second.token, first.who.session.token_digest));
    EXPECT_EQ(ordinary(first.token), "out");
    EXPECT_EQ(ordinary(third.token), "in");
    EXPECT_TRUE(close_other_sessions(here.needs, second.token));
    EXPECT_EQ(ordinary(third.token), "out");
    EXPECT_EQ(ordinary(second.token), "in");
    EXPECT_EQ(ordinary(other.token), "in");
}

}  // namespace
}  // namespace accounts
