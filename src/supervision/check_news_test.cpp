// Who is told of a check: its team always, units of one that is announced, and of what was found
// whoever answers for the row, once the check is concluded.
#include "ledger/test_inbox.hpp"
#include "supervision/check_actions.hpp"
#include "supervision/test_checks.hpp"

namespace supervision {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;

class CheckNews : public ledger::testing::OneLedger {
  protected:
    NewCheck wanted(bool announced) {
        auto one = at.wanted(announced);
        one.terms.team.push_back({"x", member.person, false});
        return one;
    }
    Check planned(bool announced) {
        const auto made = plan_check(needs, at.leader, wanted(announced));
        EXPECT_EQ(code_of(made), "accepted");
        ledger.here.pass(1000);
        return *made;
    }
    Check moved(const Check& check) {
        auto terms = check.terms;
        terms.ends_on = day("2024-07-09");
        const auto made = edit_check(needs, at.leader, {check.id, check.version}, terms);
        EXPECT_EQ(code_of(made), "accepted");
        ledger.here.pass(1000);
        return *made;
    }
    void expect_silence() {
        for (const auto& one : {at.leader, bureau, stranger, office})
            EXPECT_EQ(inbox.heard(one), "") << one.name;
    }

    testing::TestChecks at{ledger};
    ledger::testing::TestInbox inbox{ledger};
    base::Actor member = inbox.granted("member", Role::supervision_team, ledger.audit),
                clerk = inbox.account("clerk", Role::responsible_unit, ledger.procurement),
                bureau = inbox.account("bureau", Role::responsible_unit, ledger.finance),
                stranger = inbox.account("stranger", Role::responsible_unit, ledger.audit),
                office = inbox.account("office", Role::rectification_office, ledger.district);
};
ZHENGGAI_ON_BOTH_ENGINES(CheckNews);

TEST_P(CheckNews, of_one_that_is_not_announced_reaches_its_team_alone) {
    const auto check = moved(planned(false));
    EXPECT_EQ(inbox.heard(member),
              "check_changed 2024-07-01 至 2024-07-09, check_planned 2024-07-01 至 2024-07-05");
    ASSERT_EQ(code_of(cancel_check(needs, at.leader, {check.id, check.version}, "改为下月进行")),
              "accepted");
    EXPECT_TRUE(inbox.heard(member).starts_with("check_cancelled 改为下月进行, "));
    EXPECT_EQ(inbox.heard(clerk), "");
    expect_silence();
}

TEST_P(CheckNews, of_an_announced_one_reaches_the_units_too_from_then_on) {
    const auto hidden = planned(false);
    const auto open = announce_check(needs, at.leader, {hidden.id, hidden.version});
    ASSERT_EQ(code_of(open), "accepted");
    ledger.here.pass(1000);
    const std::string told = "check_planned 2024-07-01 至 2024-07-05";
    EXPECT_EQ(inbox.heard(clerk), told);
    EXPECT_EQ(inbox.heard(member), told) << "the team knew";
    const auto check = moved(*open);
    EXPECT_EQ(inbox.heard(clerk), "check_changed 2024-07-01 至 2024-07-09, " + told);
    auto terms = check.terms;
    terms.items = {"退款是否到账"};
    const auto asked = edit_check(needs, at.leader, {check.id, check.version}, terms);
    ASSERT_EQ(code_of(asked), "accepted");
    EXPECT_EQ(inbox.events(clerk).size(), 2u) << "what is asked there is not told";
    terms.units = {{ledger.budget, ""}};
    ASSERT_EQ(code_of(edit_check(needs, at.leader, {check.id, asked->version}, terms)), "accepted");
    EXPECT_EQ(inbox.events(clerk).size(), 3u) << "no more concerned";
    expect_silence();
}

TEST_P(CheckNews, of_what_was_found_reaches_who_answers_for_the_row_once_it_is_concluded) {
    at.work();
    const auto check = at.sampled();
    const auto found = at.handed_in.measure.id.text();
    ASSERT_TRUE(at.fill(check, at.spending.problem.id.text(), CheckResult::genuine));
    ASSERT_TRUE(at.fill(check, at.accepted.measure.id.text(), CheckResult::genuine));
    ASSERT_TRUE(at.fill(check, found, CheckResult::paper));
    const auto before = inbox.events(clerk).size();
    ASSERT_EQ(
        code_of(at.decide(check, found, at.decision(ConsequenceKind::task), ledger.zhang_min)),
        "accepted");
    EXPECT_EQ(inbox.events(clerk).size(), before + 1) << "the task, not the finding";
    ledger.here.pass(1000);
    ASSERT_EQ(code_of(conclude_check(needs, at.leader, at.seen(check.id), "有一项纸面整改。")),
              "accepted");
    EXPECT_TRUE(inbox.heard(clerk).starts_with("findings_entered 1, ")) << inbox.heard(clerk);
    EXPECT_EQ(inbox.heard(stranger), "");
    for (const auto& one : {at.leader, bureau, office})
        EXPECT_EQ(inbox.heard(one).find("findings"), std::string::npos) << one.name;
}

}  // namespace
}  // namespace supervision
