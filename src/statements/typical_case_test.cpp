// Typical cases: what meetings said of problems, for whoever sees both.
#include "meetings/arranging_actions.hpp"
#include "meetings/running_actions.hpp"
#include "statements/test_statements.hpp"
#include "statements/typical_case_actions.hpp"

namespace statements {
namespace {

using ledger::testing::day;
using meetings::AgendaItemId;
using meetings::Duty;
using meetings::MeetingId;
using meetings::SeenMeeting;
using meetings::Subject;
using testing::code_of;

TEST(TypicalCaseRule, takes_problems_with_what_was_said_and_decided) {
    meetings::Meeting meeting;
    meeting.terms.title = "典型案例剖析会";
    meeting.terms.held_on = day("2024-07-10");
    meetings::AgendaItem said;
    said.subject = Subject::problem;
    said.row.number = 3;
    said.row.text = "采购管理不规范";
    said.discussion = "根子在制度执行不严";
    said.decisions.resize(1);
    said.decisions[0].matter = "班子成员逐一对照检查";
    auto measure = said, moved_on = said;
    measure.subject = Subject::measure;
    moved_on.moved_on = true;
    const auto cases = cases_of(meeting, {measure, said, moved_on});
    ASSERT_EQ(cases.size(), 1u);
    EXPECT_EQ(cases[0], (TypicalCase{3, "采购管理不规范", "典型案例剖析会", day("2024-07-10"),
                                     "根子在制度执行不严；班子成员逐一对照检查"}));
}

class TypicalCases : public testing::Statements {
  protected:
    ledger::ProblemRow problem = one.ledger.add(
        "采购管理不规范", ledger::testing::TestLedger::held_by("采购科", one.ledger.procurement));

    MeetingId planned() {
        meetings::MeetingTerms terms;
        terms.title = "典型案例剖析会";
        terms.held_on = one.ledger.here.clock.today();
        terms.begins_at = "09:00";
        terms.place = "三楼会议室";
        terms.participants = {{.name = "x", .person = one.han_zheng.person, .duty = Duty::host},
                              {.name = "x", .person = one.recorder.person, .duty = Duty::recorder}};
        const auto id = one.ledger.here.make_id<MeetingId>();
        EXPECT_EQ(code_of(meetings::plan_meeting(needs, one.keeper,
                                                 {id, one.ledger.programme, {}, terms})),
                  "accepted");
        EXPECT_EQ(code_of(meetings::call_meeting(needs, one.keeper, seen(id))), "accepted");
        return id;
    }
    SeenMeeting seen(MeetingId id) {
        return {id, meetings::view_meeting(needs, one.keeper, id)->meeting.version};
    }
    /// Analysed and closed.
    void analyse(MeetingId id) {
        const meetings::AgendaLine line{one.ledger.here.make_id<AgendaItemId>(), Subject::problem,
                                        problem.problem.id.text(), ""};
        ASSERT_EQ(code_of(meetings::set_agenda(needs, one.keeper, seen(id), {line})), "accepted");
        const auto open = meetings::open_meeting(needs, one.keeper, seen(id));
        ASSERT_EQ(code_of(open), "accepted");
        meetings::Minute minute;
        minute.item = line.id;
        minute.version = open->items[0].version;
        minute.heard = "巡察反馈情况";
        minute.discussion = "根子在制度执行不严";
        ASSERT_EQ(code_of(meetings::write_minute(needs, one.keeper, id, minute)), "accepted");
    }
    std::string cases_for(const base::Actor& who) {
        std::string all;
        const auto cases = list_cases(needs, who, one.meeting);
        if (!cases) return cases.error().code;
        for (const auto& each : *cases) all += each.problem + "：" + each.conclusion;
        return all;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(TypicalCases);

TEST_P(TypicalCases, come_from_closed_meetings_to_whoever_sees_the_life_meeting) {
    const auto id = planned();
    analyse(id);
    EXPECT_EQ(cases_for(one.han_zheng), "") << "the minutes may change yet";
    ASSERT_EQ(code_of(meetings::close_meeting(needs, one.keeper, seen(id))), "accepted");
    EXPECT_EQ(cases_for(one.han_zheng), "采购管理不规范：根子在制度执行不严");
    EXPECT_EQ(cases_for(one.keeper), "采购管理不规范：根子在制度执行不严");
    EXPECT_EQ(cases_for(one.outsider), "life_meeting_unknown");
}

TEST_P(TypicalCases, that_are_guarded_are_not_shown_to_whoever_is_not_cleared) {
    const auto id = planned();
    analyse(id);
    ASSERT_EQ(code_of(meetings::close_meeting(needs, one.keeper, seen(id))), "accepted");
    one.ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute("UPDATE problem SET guards = 1 WHERE id = $1", {problem.problem.id});
        return {};
    });
    EXPECT_EQ(cases_for(one.han_zheng), "");
}

}  // namespace
}  // namespace statements
