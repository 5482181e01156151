// Every message of the module against its golden file in contract/accounts, which the pages test as
// well.
#include <gtest/gtest.h>

#include "accounts/account_json.hpp"
#include "accounts/preference_json.hpp"
#include "accounts/second_factor_json.hpp"
#include "accounts/session_json.hpp"
#include "accounts/unit_json.hpp"
#include "base/test_contract.hpp"

namespace accounts {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"accounts"};

Account office_account() {
    Account account;
    account.id = golden_id<base::AccountId>("a1");
    account.name = "lihong";
    account.person = golden_id<base::PersonId>("b1");
    account.person_name = "李红";
    account.unit = HomeUnit{golden_id<base::UnitId>("c1"), "青云县委巡察办", "/1/"};
    account.role = Role::rectification_office;
    account.must_change_password = false;
    account.password_hash = "$argon2id$never-leaves";
    return account;
}

Account administrator() {
    Account account;
    account.id = golden_id<base::AccountId>("a2");
    account.name = "admin";
    account.person = golden_id<base::PersonId>("b2");
    account.person_name = "系统管理员";
    account.role = Role::system_admin;
    account.last_sign_in_at = base::Instant{1'719'735'300'000};
    account.version = 2;
    return account;
}

Account unit_account() {
    Account account;
    account.id = golden_id<base::AccountId>("a3");
    account.name = "wangqiang";
    account.person = golden_id<base::PersonId>("b3");
    account.person_name = "王强";
    account.unit = HomeUnit{golden_id<base::UnitId>("c2"), "青云县财政局", "/1/4/"};
    return account;
}

Unit bureau() {
    return {.id = golden_id<base::UnitId>("c2"),
            .number = 4,
            .name = "青云县财政局",
            .short_name = "县财政局",
            .kind = UnitKind::department,
            .parent = golden_id<base::UnitId>("c1"),
            .path = "/1/4/"};
}

TEST(AccountMessages, AreWrittenAsInTheContract) {
    contract.expect(to_json(SignedIn{{.csrf = "5f3a"}, office_account()}), "session");
    contract.expect(to_json(SignedIn{{.csrf = "77c0"}, administrator()}),
                    "session_of_initial_password");
    contract.expect(to_json(AccountPage{{administrator()}, 1}), "accounts");
    contract.expect(to_json(OpenedAccount{unit_account(), "Kab35-cde67-fgh89j"}), "opened_account");
    contract.expect(initial_password_json("Kab35-cde67-fgh89j"), "initial_password");
    contract.expect(to_json(bureau()), "unit");
    contract.expect(to_json(std::vector<Unit>{bureau()}), "units");
    contract.expect(
        to_json(std::vector<Person>{{.id = golden_id<base::PersonId>("b3"),
                                     .name = "王强",
                                     .unit = golden_id<base::UnitId>("c2"),
                                     .unit_name = "青云县财政局",
                                     .post = "办公室主任"},
                                    {.id = golden_id<base::PersonId>("b4"), .name = "赵立"}}),
        "persons");
}

TEST(AccountMessages, AreReadAsInTheContract) {
    const auto sign_in = read_sign_in(contract.golden("sign_in"));
    ASSERT_TRUE(sign_in);
    EXPECT_EQ(sign_in->account + "/" + sign_in->password, "lihong/Kfzz-2024-ok");
    const auto change = read_change_password(contract.golden("change_password"));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->old_password + "/" + change->new_password, "Kab35-cde67-fgh89j/Kfzz-2024-ok");
    const auto account = read_new_account(contract.golden("new_account"));
    ASSERT_TRUE(account);
    EXPECT_TRUE(says_the_same(unit_account(), *account));
    const auto disabled = read_set_disabled(contract.golden("set_disabled"));
    ASSERT_TRUE(disabled);
    EXPECT_EQ(*disabled, (SetDisabled{2, true}));
    const auto unit = read_new_unit(contract.golden("new_unit"));
    ASSERT_TRUE(unit);
    EXPECT_TRUE(says_the_same(bureau(), *unit));
}

TEST(AccountMessages, NeverCarryAHash) {
    EXPECT_EQ(to_json(office_account()).find("argon2"), std::string::npos);
    EXPECT_EQ(to_json(SignedIn{{}, office_account()}).find("argon2"), std::string::npos);
}

TEST(AccountMessages, WithoutANewPasswordHaveNoSuchField) {
    EXPECT_EQ(to_json(OpenedAccount{unit_account(), std::nullopt}).find("initial_password"),
              std::string::npos);
}

TEST(AccountMessages, RefuseWhatIsNotWellFormed) {
    const auto faults = [](const auto& result) {
        if (result) return std::string("accepted");
        auto text = result.error().field + ":" + result.error().code;
        for (const auto& other : result.error().also) text += " " + other.field + ":" + other.code;
        return text;
    };
    EXPECT_EQ(faults(read_sign_in("{")), ":not_json");
    EXPECT_EQ(faults(read_sign_in(R"({"account":"lihong"})")), "password:missing");
    EXPECT_EQ(faults(read_sign_in(R"({"account":"lihong","password":" "})")),
              "password:text_empty");
    EXPECT_EQ(faults(read_sign_in(R"({"account":7,"password":"x","remember":true})")),
              "account:expected_text remember:unknown_field");
    EXPECT_EQ(
        faults(read_sign_in(R"({"account":"a","password":")" + std::string(202, 'x') + "\"}")),
        "password:text_too_long");
    EXPECT_EQ(
        faults(read_new_account(R"({"id":"7","name":"ab","person_name":"王强","role":"root"})")),
        "id:expected_id role:unknown_name");
    EXPECT_EQ(faults(read_set_disabled(R"({"version":1})")), "disabled:missing");
    EXPECT_EQ(faults(read_new_unit(
                  R"({"id":"01900000-0000-7000-8000-0000000000c2","name":"","kind":"x"})")),
              "name:text_empty kind:unknown_name");
}

TEST(PreferenceMessages, KeepAnyJsonAndNothingBesideIt) {
    const auto value = read_preference(contract.golden("preference"));
    ASSERT_TRUE(value);
    contract.expect(preference_json(*value), "preference");
    EXPECT_EQ(*read_preference(R"({"value": null})"), "null");
    EXPECT_EQ(read_preference("[]").error().code, "missing");
    EXPECT_EQ(read_preference("{}").error().code, "missing");
    EXPECT_EQ(read_preference(R"({"value":1,"more":2})").error().code, "unknown_field");
}

TEST(SecondFactorJson, GivesTheSecretItsPictureAndTheCodes) {
    contract.expect(to_json(FactorState{true, true, false, 9}), "second_factor");
    contract.expect(to_json(OfferedFactor{
                        "GEZDGNBV", "otpauth://totp/x?secret=GEZDGNBV", {21, "M0 0h1v1h-1z"}}),
                    "offered_second_factor");
    contract.expect(recovery_codes_json({"abcd-efgh-ijkm-nopq"}), "recovery_codes");
    EXPECT_EQ(*read_code(contract.golden("second_factor_code")), "081804");
    EXPECT_EQ(*read_own_password(contract.golden("own_password")), "Kfzz-2024-ok");
}

TEST(SessionJson, ListsOnesOwnSessionsAndMarksThePresentOne) {
    const base::Instant at{1'719'735'300'000};
    const Session one{
        "d1", golden_id<base::AccountId>("a1"), "never-leaves", at, at, at, "10.0.0.9", "Chrome/90",
        true};
    contract.expect(to_json(OwnSessions{{one}, "d1"}), "sessions");
}

}  // namespace
}  // namespace accounts
