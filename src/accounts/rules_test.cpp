// The rules of the module as tables: roles, passwords, accounts, sessions, requests, units, names.
// No database and no clock that moves.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "accounts/directory.hpp"
#include "accounts/name.hpp"
#include "accounts/password.hpp"
#include "accounts/preference.hpp"
#include "accounts/session.hpp"

namespace accounts {
namespace {

using base::Act;
using base::Instant;

constexpr std::int64_t minute_ms = 60'000;
constexpr Instant morning{1'719'735'300'000};

base::UnitId unit_id(int number) {
    return *base::UnitId::parse("01900000-0000-7000-8000-00000000010" + std::to_string(number));
}
base::AccountId account_id(int number) {
    return *base::AccountId::parse("01900000-0000-7000-8000-00000000020" + std::to_string(number));
}
base::PersonId person_id(int number) {
    return *base::PersonId::parse("01900000-0000-7000-8000-00000000030" + std::to_string(number));
}

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

std::string words(base::Acts acts) {
    std::string text;
    for (const auto name : names_of(acts))
        text += std::string(text.empty() ? "" : " ") + std::string(name);
    return text;
}

TEST(Roles, MayDoThisAndNothingElse) {
    const std::string leading = "read_ledger claim_problem export_ledger read_names sign",
                      checking = "read_ledger review export_ledger read_names sign";
    const struct {
        Role role;
        std::string acts;
    } table[]{
        {Role::unassigned, ""},
        {Role::system_admin,
         "manage_accounts manage_calendar manage_units ask_for_roles read_names"},
        {Role::security_admin, "manage_roles ask_for_roles read_names"},
        {Role::audit_admin, "read_journal"},
        {Role::rectification_office,
         "read_ledger edit_ledger import_plan report_progress claim_problem review export_ledger "
         "manage_calendar manage_units read_names sign register_inspections"},
        {Role::responsible_unit,
         "read_ledger report_progress claim_problem export_ledger read_names"},
        {Role::handler, "read_ledger report_progress read_names"},
        {Role::lead_leader, leading},
        {Role::responsible_leader, leading},
        {Role::principal, leading},
        {Role::supervision_team, checking},
        {Role::discipline_office, checking},
        {Role::organisation_department, checking},
        {Role::inspection_office, checking + " register_inspections"},
        {Role::inspection_team, "read_ledger read_names"},
        {Role::observer, "read_ledger"},
    };
    ASSERT_EQ(std::size(table), roles_count);
    for (const auto& row : table) {
        EXPECT_EQ(words(acts_of(row.role)), row.acts) << name_of(row.role);
        EXPECT_EQ(role_of(name_of(row.role)), row.role);
        EXPECT_FALSE(words_of(row.role).empty());
    }
    EXPECT_FALSE(role_of("superuser"));
}

TEST(Roles, ActsAreCalledByTheirNames) {
    for (const auto role : {Role::rectification_office, Role::system_admin})
        for (const auto name : names_of(acts_of(role)))
            EXPECT_EQ(name_of(act_of(name).value()), name);
    EXPECT_FALSE(act_of("everything"));
}

TEST(Roles, BoundToAUnitSeeItsSubtreeAndWithoutAUnitNothing) {
    EXPECT_TRUE(scope_of(Role::rectification_office, "/1/4/").every_row());
    EXPECT_FALSE(scope_of(Role::observer, "/1/4/").covers("/1/4/", {}));
    const auto own = scope_of(Role::responsible_unit, "/1/4/");
    EXPECT_TRUE(own.covers("/1/4/9/", {}));
    EXPECT_FALSE(own.covers("/1/", {}));
    EXPECT_FALSE(own.covers("/1/40/", {}));
    const auto nothing = scope_of(Role::responsible_unit, "");
    EXPECT_FALSE(nothing.every_row());
    EXPECT_FALSE(nothing.covers("/1/", {}));
}

TEST(Roles, StandInTheManualAsDeclared) {
    std::ifstream file(PROJECT_DIR "/docs/manual/accounts.md");
    const std::string manual{std::istreambuf_iterator<char>(file), {}};
    ASSERT_FALSE(manual.empty());
    std::string table = "| 角色 | 能做什么 | 看得到什么 |\n| --- | --- | --- |\n";
    for (const auto role : roles()) {
        const auto acts = acts_of(role);
        std::string may;
        for (const auto name : names_of(acts))
            may += (may.empty() ? "" : "、") + std::string(words_of(*act_of(name)));
        const std::string sees = !acts.has(Act::read_ledger) ? "看不到台账内容"
                                 : sight_of(role) == Sight::own_units ? "本单位及下属单位承担的内容"
                                 : sight_of(role) == Sight::everything ? "全部整改工作"
                                                                       : "另行授权的范围";
        table += "| " + std::string(words_of(role)) + " | " + (may.empty() ? "无" : may) + " | " +
                 sees + " |\n";
    }
    EXPECT_NE(manual.find("\n" + table + "\n"), std::string::npos)
        << "docs/manual/accounts.md should hold:\n"
        << table;
}

TEST(Names, AreTheSameWhateverTheirWidthSpacesAndCase) {
    EXPECT_EQ(name_key(" 青云县　财政局（本级）"), name_key("青云县财政局(本级)"));
    EXPECT_EQ(name_key("ＷangＱiang"), "wangqiang");
    EXPECT_EQ(name_key("阿依·古丽"), name_key("阿依•古丽"));
    EXPECT_NE(name_key("财政局"), name_key("财政所"));
    EXPECT_EQ(name_key("\u200b\ufeff "), "");
}

TEST(Names, AreMaskedForThoseWhoHaveNoNeedOfThem) {
    EXPECT_EQ(masked("李强"), "李某");
    EXPECT_EQ(masked("欧阳明远"), "欧某某");
    EXPECT_EQ(masked("\U00020BB7田"), "\U00020BB7某");  // Rare characters are one character.
    EXPECT_EQ(masked(""), "");
}

TEST(Names, AreSearchedForWithoutWildcards) {
    EXPECT_EQ(containing("财政"), "%财政%");
    EXPECT_EQ(containing(""), "%");
    EXPECT_EQ(containing("50%_\\"), "%50\\%\\_\\\\%");
}

TEST(Passwords, MustBeLongMixedAndNotTheAccountName) {
    const struct {
        std::string password;
        const char* expected;
    } cases[]{
        {"Ab3!", "password_too_short"},
        {"Ab3456!", "password_too_short"},
        {"Ab34567!", "accepted"},
        {"整改整改整改Ab", "accepted"},  // 8 characters, three classes
        {"abcdefgh", "password_too_plain"},
        {"abcdefg1", "password_too_plain"},
        {"ABCDefgh", "password_too_plain"},
        {"abcdef1!", "accepted"},
        {"Lihong-2024", "password_contains_account_name"},
        {"x1!LIHONG", "password_contains_account_name"},
        {std::string(201, 'a'), "password_too_long"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(code_of(check_password(row.password, "lihong", SignInPolicy{})), row.expected)
            << row.password;
}

TEST(Passwords, MadeForTheFirstSignInMeetTheRulesAndDiffer) {
    base::SeededRandom random(7);
    std::set<std::string> made;
    for (int i = 0; i < 200; ++i) {
        PasswordSeed seed{};
        random.fill(seed);
        const auto password = initial_password(seed);
        EXPECT_EQ(code_of(check_password(password, "admin", SignInPolicy{})), "accepted")
            << password;
        EXPECT_EQ(password.find_first_of("Il1O0o"), std::string::npos) << password;
        made.insert(password);
    }
    EXPECT_EQ(made.size(), 200u);
}

TEST(Passwords, EveryByteOfTheSeedCounts) {
    const auto plain = initial_password(PasswordSeed{});
    for (std::size_t i = 0; i < PasswordSeed{}.size(); ++i) {
        PasswordSeed seed{};
        seed[i] = 1;
        EXPECT_NE(initial_password(seed), plain) << i;
    }
}

NewAccount wanted_account() {
    return {.id = account_id(1), .name = "wangqiang", .person_name = "王强", .unit = unit_id(1)};
}

TEST(Accounts, AreOpenedForNamedPersonsWithTypeableNames) {
    const auto with_name = [](std::string name) {
        auto wanted = wanted_account();
        wanted.name = std::move(name);
        return code_of(check_new(wanted));
    };
    for (const auto* good : {"wangqiang", "王强", "wq.2-a_b@zg", "ab"})
        EXPECT_EQ(with_name(good), "accepted");
    for (const auto* bad : {"", "a", "wang qiang", "王　强", "a/b", "<b>", "a\tb"})
        EXPECT_EQ(with_name(bad), "account_name_not_acceptable") << bad;
    EXPECT_EQ(with_name(std::string(65, 'a')), "account_name_not_acceptable");
    auto nameless = wanted_account();
    nameless.person_name = "\u3000";
    EXPECT_EQ(code_of(check_new(nameless)), "person_name_empty");
}

TEST(Accounts, OfAResponsibleUnitNeedAUnit) {
    auto wanted = wanted_account();
    wanted.unit.reset();
    EXPECT_EQ(code_of(check_new(wanted)), "this_role_needs_a_unit");
    wanted.role = Role::system_admin;
    EXPECT_EQ(code_of(check_new(wanted)), "accepted");
}

TEST(Accounts, LockLongerWithEveryFailureFromTheFifthOn) {
    const std::int64_t minutes_by_failure[]{0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60};
    Account account;
    for (const auto minutes : minutes_by_failure) {
        account = after_failure(account, morning, SignInPolicy{});
        const auto locked = check_not_locked(account, morning);
        EXPECT_EQ(locked.has_value(), minutes == 0) << account.failed_count;
        if (locked) continue;
        EXPECT_EQ(locked.error().code, "account_locked");
        EXPECT_EQ(locked.error().args.at(0).second, std::to_string(minutes));
        const Instant end{morning.milliseconds + minutes * minute_ms};
        EXPECT_FALSE(check_not_locked(account, {end.milliseconds - 1}));
        EXPECT_TRUE(check_not_locked(account, end));
    }
    account.failed_count = 1'000'000;  // grows no further
    EXPECT_EQ(after_failure(account, morning, SignInPolicy{}).locked_until->milliseconds,
              morning.milliseconds + lock_minutes_max * minute_ms);
}

TEST(Accounts, ForgetFailuresAfterTheRightPassword) {
    Account account;
    for (int i = 0; i < 6; ++i) account = after_failure(account, morning, SignInPolicy{});
    const auto after = after_right_password(account, morning);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->failed_count, 0);
    EXPECT_FALSE(after->locked_until);
    EXPECT_EQ(after->last_sign_in_at, morning);
    EXPECT_EQ(after->version, account.version);
}

TEST(Accounts, ThatAreDisabledDoNotSignIn) {
    Account account;
    account.disabled = true;
    EXPECT_EQ(code_of(after_right_password(account, morning)), "account_is_disabled");
}

TEST(Accounts, AreDisabledBySomebodyElseAndNeverTheLastAdministrator) {
    Account account;
    account.id = account_id(1);
    account.role = Role::system_admin;
    const base::Actor self{.id = account_id(1)}, other{.id = account_id(2)};
    EXPECT_EQ(code_of(disable(account, self, 3)), "nobody_disables_their_own_account");
    EXPECT_EQ(code_of(disable(account, other, 0)), "one_administrator_must_remain");
    const auto disabled = disable(account, other, 1);
    ASSERT_TRUE(disabled);
    EXPECT_TRUE(disabled->disabled);
    EXPECT_EQ(disabled->version, 2);
    EXPECT_EQ(*disable(*disabled, other, 0), *disabled);  // said twice
    EXPECT_FALSE(enable(*disabled, base::Instant{5}).disabled);
    account.role = Role::responsible_unit;
    EXPECT_EQ(code_of(disable(account, other, 0)), "accepted");
}

TEST(Accounts, WithAnInitialPasswordMayDoNothing) {
    Account account;
    account.role = Role::rectification_office;
    EXPECT_EQ(words(actor_of(account).acts), "");
    const auto changed = with_own_password(account, "hash");
    EXPECT_TRUE(actor_of(changed).may(Act::review));
    EXPECT_FALSE(actor_of(with_initial_password(changed, "other")).may(Act::review));
}

SignedIn live() {
    SignedIn who;
    who.account.must_change_password = false;
    who.session = open_session(account_id(1), "token", "secret", morning, {});
    return who;
}

TEST(Sessions, EndWhenIdleWhenOldAndWithTheAccount) {
    const SessionLimits limits;
    auto who = live();
    const auto after = [](std::int64_t ms) { return Instant{morning.milliseconds + ms}; };
    EXPECT_TRUE(is_live(who, after(limits.idle_ms_max - 1), limits));
    EXPECT_FALSE(is_live(who, after(limits.idle_ms_max), limits));
    who.session.last_seen_at = after(limits.lifetime_ms_max - minute_ms);
    EXPECT_TRUE(is_live(who, after(limits.lifetime_ms_max - 1), limits));
    EXPECT_FALSE(is_live(who, after(limits.lifetime_ms_max), limits));
    who = live();
    who.account.disabled = true;
    EXPECT_FALSE(is_live(who, morning, limits));
}

TEST(Sessions, AreWrittenAsSeenOnceAMinute) {
    const auto session = live().session;
    EXPECT_FALSE(is_seen_again(session, {morning.milliseconds + minute_ms - 1}, {}));
    EXPECT_TRUE(is_seen_again(session, {morning.milliseconds + minute_ms}, {}));
}

TEST(Sessions, StoreADigestAndNotTheToken) {
    const auto session = live().session;
    EXPECT_EQ(session.token_digest.size(), 64u);
    EXPECT_EQ(session.token_digest.find("token"), std::string::npos);
    EXPECT_EQ(session.token_digest, digest_of_token("token"));
}

TEST(Requests, ThatChangeSomethingComeFromOurOwnPages) {
    const struct {
        const char *origin, *host, *fetch_site, *expected;
    } cases[]{
        {"", "zg.example", "", "accepted"},  // no browser
        {"https://zg.example", "zg.example", "same-origin", "accepted"},
        {"http://10.0.0.8:8080", "10.0.0.8:8080", "", "accepted"},
        {"https://evil.example", "zg.example", "", "request_from_another_site"},
        {"https://zg.example.evil", "zg.example", "", "request_from_another_site"},
        {"null", "zg.example", "", "request_from_another_site"},
        {"", "zg.example", "cross-site", "request_from_another_site"},
        {"https://zg.example", "zg.example", "same-site", "request_from_another_site"},
        {"https://public.example", "127.0.0.1:8080", "same-origin", "accepted"},  // behind a proxy
        {"http://public.example", "127.0.0.1:8080", "", "request_from_another_site"},
    };
    SessionLimits limits;
    limits.public_origin = "https://public.example";
    for (const auto& row : cases) {
        Credentials request{.changes_something = true,
                            .origin = row.origin,
                            .host = row.host,
                            .fetch_site = row.fetch_site};
        EXPECT_EQ(code_of(check_same_site(request, limits)), row.expected)
            << row.origin << row.fetch_site;
        request.changes_something = false;
        EXPECT_TRUE(check_same_site(request, limits));
    }
}

TEST(Requests, ThatChangeSomethingCarryTheToken) {
    const auto who = live();
    Credentials request{.changes_something = true};
    for (const auto* wrong : {"", "secre", "secret2", "SECRET"}) {
        request.csrf = wrong;
        EXPECT_EQ(code_of(check_request(request, who)), "csrf_token_wrong") << wrong;
    }
    request.csrf = "secret";
    EXPECT_TRUE(check_request(request, who));
    EXPECT_TRUE(check_request({.changes_something = false}, who));
}

TEST(Requests, BeforeTheInitialPasswordIsChangedReachTheOwnSessionOnly) {
    auto who = live();
    who.account.must_change_password = true;
    EXPECT_EQ(code_of(check_request({}, who)), "change_initial_password_first");
    EXPECT_TRUE(check_request({.purpose = Credentials::Purpose::own_session}, who));
    EXPECT_TRUE(check_request({.purpose = Credentials::Purpose::own_password}, who));
}

Unit unit(int number, std::string name, std::string short_name = {}) {
    return {.id = unit_id(number), .name = std::move(name), .short_name = std::move(short_name)};
}

TEST(Units, TakeTheirPathFromTheirParent) {
    const auto county = place(unit(1, "青云县"), std::nullopt, 1);
    ASSERT_TRUE(county);
    EXPECT_EQ(county->path, "/1/");
    auto wanted = unit(2, "青云县财政局");
    wanted.parent = county->id;
    const auto bureau = place(wanted, *county, 4);
    ASSERT_TRUE(bureau);
    EXPECT_EQ(bureau->path, "/1/4/");
    EXPECT_EQ(bureau->number, 4);
    EXPECT_TRUE(says_the_same(*bureau, wanted));
}

TEST(Units, NeedANameAndStayWithinTheDepth) {
    EXPECT_EQ(code_of(place(unit(1, "　"), std::nullopt, 1)), "unit_name_empty");
    auto parent = unit(1, "上级");
    parent.path = "/";
    for (std::size_t level = 0; level < unit_levels_max; ++level) parent.path += "1/";
    auto child = unit(2, "下级");
    child.parent = parent.id;
    EXPECT_EQ(code_of(place(child, parent, 2)), "units_too_deep");
    parent.path.resize(parent.path.size() - 2);
    EXPECT_EQ(code_of(place(child, parent, 2)), "accepted");
}

TEST(UnitDirectories, FindByFullNameThenByShortNameAndNeverGuess) {
    UnitDirectory units({unit(1, "青云县财政局", "财政局"), unit(2, "云山镇财政局", "财政局"),
                         unit(3, "青云县审计局", "审计局")});
    EXPECT_EQ(units.find("青云县 财政局"), unit_id(1));
    EXPECT_EQ(units.find("审计局"), unit_id(3));
    EXPECT_EQ(units.find("财政局"), std::nullopt);
    EXPECT_TRUE(units.is_ambiguous("财政局"));
    EXPECT_EQ(units.find("统计局"), std::nullopt);
    EXPECT_FALSE(units.is_ambiguous("统计局"));
    units.add(unit(4, "财政局"));  // a full name goes before the short names of others
    EXPECT_EQ(units.find("财政局"), unit_id(4));
}

TEST(PersonDirectories, PreferTheUnitWhereSeveralBearAName) {
    const PersonDirectory persons({{.id = person_id(1), .name = "王强", .unit = unit_id(1)},
                                   {.id = person_id(2), .name = "王强", .unit = unit_id(2)},
                                   {.id = person_id(3), .name = "赵立"}});
    EXPECT_EQ(persons.find("赵 立"), person_id(3));
    EXPECT_EQ(persons.find("王强"), std::nullopt);
    EXPECT_EQ(persons.find("王强", unit_id(2)), person_id(2));
    EXPECT_EQ(persons.find("王强", unit_id(3)), std::nullopt);
    EXPECT_EQ(persons.find("钱进"), std::nullopt);
}

TEST(Preferences, HaveShortPlainNamesAndStaySmall) {
    EXPECT_EQ(code_of(check_preference("ledger.columns-1_a", "{}")), "accepted");
    for (const auto* bad : {"", "Ledger", "a b", "台账", "a/b"})
        EXPECT_EQ(code_of(check_preference_name(bad)), "preference_name_not_acceptable") << bad;
    EXPECT_EQ(code_of(check_preference_name(std::string(65, 'a'))),
              "preference_name_not_acceptable");
    EXPECT_EQ(code_of(check_preference("a", std::string(preference_bytes_max, ' '))), "accepted");
    EXPECT_EQ(code_of(check_preference("a", std::string(preference_bytes_max + 1, ' '))),
              "preference_too_large");
}

}  // namespace
}  // namespace accounts
