// What the principal does first and what has arrived with each: from what was registered, not from
// what somebody says of themselves.
#include "sittings/leading.hpp"

#include "sittings/test_meeting.hpp"

namespace sittings {
namespace {

using base::testing::golden_id;
using testing::day;

class Leading : public ::testing::Test, protected testing::TestMeeting {
  protected:
    LeadingFacts facts{meeting, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};

    void study(const std::string& on, const std::string& topic,
               const std::vector<ParticipantId>& who) {
        studies::Session one;
        one.held_on = day(on);
        one.minutes = 180;
        one.topic = topic;
        for (const auto id : {han, zhou, lin})
            one.attendance.push_back(
                {id, std::find(who.begin(), who.end(), id) != who.end(), "出差"});
        facts.sessions.push_back(one);
    }
    void read_alone(ParticipantId who, const std::string& what) {
        studies::OwnStudy one;
        one.participant = who;
        one.studied_on = day("2024-07-02");
        one.minutes = 120;
        one.what = what;
        facts.own.push_back(one);
    }
    void pair(std::size_t member, std::size_t other, talks::PairState state) {
        talks::MatrixCell cell;
        cell.member = member;
        cell.other = other;
        cell.state = state;
        cell.held_on = day("2024-07-05");
        facts.talks.cells.push_back(cell);
    }
    void seat_talkers() {
        for (const auto id : {han, zhou, lin}) {
            talks::MatrixPerson one;
            one.who = id;
            facts.talks.people.push_back(one);
        }
    }
    void list(ParticipantId owner, const std::string& status) {
        ListItem item;
        item.terms.owner = owner;
        item.status = status;
        facts.items.push_back(item);
    }
    void give(ParticipantId who, bool claimed) {
        opinions::Gathered one;
        opinions::Claim claim;
        claim.participant = who;
        if (claimed) claim.claimed_at = now;
        one.claims = {claim};
        facts.gathered.push_back(one);
    }
    LeadAct act(LeadKind kind) { return leading_of(facts)[static_cast<std::size_t>(kind)]; }
    Arrival arrival(std::size_t place) { return arrivals_of(facts)[place]; }
};

TEST_F(Leading, begins_with_nothing_done) {
    for (const auto& one : leading_of(facts)) {
        EXPECT_EQ(one.done, 0) << name_of(one.kind);
        EXPECT_FALSE(one.is_done()) << name_of(one.kind);
    }
    EXPECT_TRUE(leading_in_words(leading_of(facts)).starts_with("〔"));
    EXPECT_TRUE(arrivals_in_words(arrivals_of(facts)).starts_with("〔"));
    meeting.participants.erase(meeting.participants.begin());
    EXPECT_TRUE(leading_of(facts).empty()) << "nobody to lead";
}

TEST_F(Leading, counts_what_the_principal_attended_and_read) {
    study("2024-07-03", "《中国共产党章程》", {han, zhou});
    study("2024-07-08", "巡视工作条例", {zhou});
    facts.hours = {{han, 180, 120, 0}};
    EXPECT_EQ(act(LeadKind::study), (LeadAct{LeadKind::study, 1, 2, 300, day("2024-07-03")}));
    read_alone(han, "反馈意见");
    EXPECT_EQ(act(LeadKind::study).first_on, day("2024-07-02"));
}

TEST_F(Leading, counts_the_pairs_of_the_principal_only) {
    seat_talkers();
    pair(0, 1, talks::PairState::done);
    pair(2, 0, talks::PairState::to_sign);
    pair(1, 2, talks::PairState::done);
    EXPECT_EQ(act(LeadKind::talk), (LeadAct{LeadKind::talk, 2, 2, 0, day("2024-07-05")}));
    facts.talks.cells[0].state = talks::PairState::appointed;
    EXPECT_EQ(act(LeadKind::talk).done, 1) << "an appointment is no talk";
    facts.talks.cells[1].required = false;
    EXPECT_EQ(act(LeadKind::talk).required, 1);
}

TEST_F(Leading, counts_a_statement_once_it_is_approved) {
    statements::Statement one;
    one.participant = han;
    one.state = statements::StatementState::sent_up;
    facts.statements = {one};
    EXPECT_FALSE(act(LeadKind::self_examination).is_done());
    facts.statements[0].state = statements::StatementState::approved;
    facts.statements[0].approved_at = now;
    EXPECT_TRUE(act(LeadKind::self_examination).is_done());
    EXPECT_TRUE(act(LeadKind::self_examination).first_on.has_value());
    facts.statements[0].participant = zhou;
    EXPECT_FALSE(act(LeadKind::self_examination).is_done()) << "somebody else's";
}

TEST_F(Leading, counts_criticisms_as_prepared_and_afterwards_as_spoken) {
    facts.prepared = {{han, zhou, 2}, {zhou, lin, 3}};
    EXPECT_EQ(act(LeadKind::criticism).done, 1);
    EXPECT_EQ(act(LeadKind::criticism).required, 2);
    meeting.demands.criticisms_each_min = 3;
    EXPECT_EQ(act(LeadKind::criticism).done, 0) << "fewer than are demanded";
    meeting.demands.criticisms_each_min = 1;
    meeting.state = testing::LifeState::closed;
    EXPECT_EQ(act(LeadKind::criticism).done, 0) << "prepared, and never said";
    facts.spoken = {{zhou, 1, 0, 0}, {lin, 2, 0, 0}};
    EXPECT_TRUE(act(LeadKind::criticism).is_done());
}

TEST_F(Leading, counts_the_own_list_and_what_is_struck_off) {
    list(han, "struck_off");
    list(han, "under_way");
    list(zhou, "struck_off");
    EXPECT_EQ(act(LeadKind::measures), (LeadAct{LeadKind::measures, 1, 2, 0, {}}));
    EXPECT_NE(leading_in_words(leading_of(facts)).find("个人整改清单已完成1项"), std::string::npos);
}

TEST_F(Leading, finds_thought_claiming_and_rules_arrived) {
    facts.readings = {{"《中国共产党巡视工作条例》", "", {}}, {"区委书记讲话", "", {}}};
    facts.hours = {{han, 180, 120, 1}, {zhou, 180, 0, 0}};
    give(han, true);
    give(zhou, false);
    study("2024-07-03", "学习《中国共产党巡视工作条例》", {han});
    const auto principal = arrival(0);
    EXPECT_EQ(principal.participant, han);
    EXPECT_EQ(principal.rules_of, 1) << "a speech is no rule";
    EXPECT_TRUE(principal.has_arrived());
    EXPECT_FALSE(arrival(1).has_claimed());
    EXPECT_EQ(arrival(1).rules, 0) << "was not there";
    EXPECT_EQ(arrival(1).minutes_missing, 60);
    read_alone(zhou, "自学中国共产党巡视工作条例全文");
    EXPECT_EQ(arrival(1).rules, 1);
    EXPECT_FALSE(arrival(1).knows_rules()) << "an hour is missing";
    EXPECT_TRUE(arrival(2).has_claimed()) << "nothing was given to them";
    EXPECT_EQ(arrivals_in_words(arrivals_of(facts)),
              "班子成员3人中，1人写了学习心得，1人学完规定的法规篇目和学时；梳理交办问题2人次，"
              "认领1人次。");
}

}  // namespace
}  // namespace sittings
