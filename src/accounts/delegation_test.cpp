// Standing in for somebody: what it lends, what it does not, and that it ends by itself.
#include <gtest/gtest.h>

#include "accounts/delegation_actions.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "journal/verify.hpp"

namespace accounts {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}
template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

class Delegations : public db::testing::OnBothEngines {
  protected:
    base::Actor who(const OpenedSession& session) {
        const auto actor = authenticate(here.needs, {.token = session.token});
        EXPECT_TRUE(actor && *actor);
        return **actor;
    }
    base::Result<Delegation> lend(const base::Actor& absent, const OpenedAccount& to,
                                  std::string_view from, std::string_view until) {
        return delegate(
            here.needs,
            {here.make_id<DelegationId>(), to.account.id, day(from), day(until), "赴省委党校学习"},
            absent);
    }
    base::Actor of(const OpenedAccount& account) { return actor_of(account.account); }

    testing::TestInstallation here{database()};  // On 30 June 2024.
    base::UnitId finance = here.unit("财政局"), audit = here.unit("审计局");
    OpenedAccount zhou = here.account("zhou", Role::responsible_unit, finance),
                  sun = here.account("sun", Role::responsible_unit, audit),
                  office = here.account("office", Role::rectification_office);
};
ZHENGGAI_ON_BOTH_ENGINES(Delegations);

TEST_P(Delegations, lend_sight_from_the_first_day_to_the_last) {
    here.sessions.lifetime_ms_max = here.sessions.idle_ms_max = 30 * day_ms;
    const auto session = here.working_session(sun);
    ASSERT_TRUE(lend(of(zhou), sun, "2024-07-01", "2024-07-02"));
    const auto sees_finance = [&] { return who(session).scope.covers("/1/", {}); };
    EXPECT_FALSE(sees_finance());  // 30 June
    here.pass(day_ms);
    EXPECT_TRUE(sees_finance());
    EXPECT_EQ(who(session).units_stood_in_for, std::vector{finance});
    EXPECT_EQ(who(session).acts, acts_of(Role::responsible_unit));
    here.pass(day_ms);
    EXPECT_TRUE(sees_finance());
    here.pass(day_ms);
    EXPECT_FALSE(sees_finance());
    EXPECT_TRUE(who(session).units_stood_in_for.empty());
    EXPECT_TRUE(journal::verify(database(), here.journal.key()).sound());
}

TEST_P(Delegations, end_when_one_of_those_concerned_says_so) {
    const auto session = here.working_session(sun);
    const auto one = *lend(of(zhou), sun, "2024-06-30", "2024-07-30");
    EXPECT_TRUE(who(session).scope.covers("/1/", {}));
    EXPECT_EQ(code_of(end_delegation(here.needs, one.id, of(office))),
              "only_those_concerned_end_a_delegation");
    const auto ended = end_delegation(here.needs, one.id, of(zhou));
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->ended_by_name, "干部zhou");
    EXPECT_FALSE(who(session).scope.covers("/1/", {}));
    EXPECT_TRUE(list_all_delegations(here.needs).empty());
    EXPECT_EQ(list_own_delegations(here.needs, of(sun)).size(), 1u);  // stays to be seen
    EXPECT_TRUE(lend(of(zhou), sun, "2024-06-30", "2024-07-30"));
}

TEST_P(Delegations, of_an_account_out_of_use_lend_nothing) {
    const auto session = here.working_session(sun);
    ASSERT_TRUE(lend(of(zhou), sun, "2024-06-30", "2024-07-30"));
    ASSERT_TRUE(set_disabled(here.needs, zhou.account.id, {1, true}, operator_actor()));
    EXPECT_FALSE(who(session).scope.covers("/1/", {}));
}

TEST_P(Delegations, go_to_equals_once_at_a_time_and_not_for_ever) {
    EXPECT_EQ(code_of(lend(of(zhou), office, "2024-06-30", "2024-07-01")),
              "delegate_has_other_duties");
    EXPECT_EQ(code_of(lend(of(zhou), zhou, "2024-06-30", "2024-07-01")),
              "delegate_has_other_duties");
    EXPECT_EQ(code_of(lend(of(zhou), sun, "2024-06-29", "2024-07-01")),
              "delegation_begins_in_the_past");
    EXPECT_EQ(code_of(lend(of(zhou), sun, "2024-07-02", "2024-07-01")),
              "delegation_ends_before_it_begins");
    EXPECT_EQ(code_of(lend(of(zhou), sun, "2024-07-01", "2024-09-29")), "delegation_too_long");
    ASSERT_TRUE(lend(of(zhou), sun, "2024-07-01", "2024-09-28"));
    const auto again = lend(of(zhou), sun, "2024-09-28", "2024-09-30");
    ASSERT_EQ(code_of(again), "delegations_overlap");
    EXPECT_EQ(again.error().args[0].second, "干部sun");
    EXPECT_TRUE(lend(of(sun), zhou, "2024-07-01", "2024-07-02"));  // the other way is another thing
}

TEST_P(Delegations, offer_those_with_the_same_duties_and_do_not_pass_on_what_was_lent) {
    const auto wu = here.account("wu", Role::responsible_unit, audit);
    const auto found = search_delegates(here.needs, "审计", of(zhou));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].unit_name, "审计局");
    EXPECT_TRUE(search_delegates(here.needs, "干部zhou", of(zhou)).empty());
    ASSERT_TRUE(lend(of(zhou), sun, "2024-06-30", "2024-07-30"));
    ASSERT_TRUE(lend(of(sun), wu, "2024-06-30", "2024-07-30"));
    EXPECT_FALSE(who(here.working_session(wu)).scope.covers("/1/", {}));
}

}  // namespace
}  // namespace accounts
