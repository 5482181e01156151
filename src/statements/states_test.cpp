// The table of docs/states.md about statements, row by row.
#include "ledger/test_states.hpp"
#include "statements/statement.hpp"

namespace statements {
namespace {

using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::names_of;
using ledger::testing::Outcome;
using ledger::testing::Situation;
using ledger::testing::Words;
using life_meetings::LifeState;

const base::Instant now{1};

ParticipantId participant(unsigned char last) {
    return ParticipantId{base::Uuid{{last}}};
}

/// A principal, whose the reviews are, and a member, whose the statement is.
LifeMeeting meeting_in(const Situation& situation) {
    LifeMeeting meeting;
    life_meetings::Participant principal, member;
    principal.id = participant(1);
    principal.part = life_meetings::Part::principal;
    member.id = participant(2);
    meeting.participants = {principal, member};
    meeting.state = LifeState::called;
    if (has(situation, "running")) meeting.state = LifeState::running;
    if (has(situation, "both_seats") || situation.who == "contact_leader")
        meeting.terms.contact_person = base::PersonId{base::Uuid{{9}}};
    return meeting;
}

Relation relation_of(const std::string& who) {
    Relation relation;
    relation.author = who == "author";
    relation.reviewer = relation.principal = who == "reviewer";
    relation.keeper = who == "keeper";
    relation.superior = who == "superior";
    relation.contact = who == "contact_leader";
    return relation;
}

Whole whole_in(const Situation& situation) {
    Whole whole;
    whole.statement.participant = participant(2);
    whole.statement.state = *statement_state_of(situation.state);
    Section section;
    section.position = 1;
    section.text = has(situation, "section_missing") ? " " : "我学习不够。";
    whole.sections = {section};
    auto& other = situation.who == "superior" ? whole.statement.contact_agreed_at
                                              : whole.statement.superior_agreed_at;
    if (has(situation, "other_agreed")) other = now;
    if (has(situation, "open_remarks")) whole.remarks = {Remark{}};
    return whole;
}

Outcome outcome_in(const Situation& situation) {
    const auto whole = whole_in(situation);
    const auto meeting = meeting_in(situation);
    const auto act = *statement_act_of(situation.act);
    if (const auto no = why_not(act, whole.statement, meeting, relation_of(situation.who)))
        return {no->code, true};
    if (act == StatementAct::write || act == StatementAct::remark)
        return {std::string(name_of(whole.statement.state)), false};
    Asked asked;
    asked.upward = !has(situation, "no_upward");
    const auto words = has(situation, "reason_short") ? "" : "请补充具体事例";
    const auto after = moved(whole, act, meeting, asked, {relation_of(situation.who), words, now});
    if (!after) return {after.error().code, true};
    return {std::string(name_of(after->statement.state)), false};
}

std::vector<std::size_t> dimensions_of(const std::string& act) {
    if (act == "hand_in") return {0};
    if (act == "send_back") return {1};
    if (act == "settle") return {2, 3};
    if (act == "begin_anew") return {4};
    if (act == "approve") return {5, 6};
    return {};
}

const Level statements{"对照检查材料的状态表",
                       names_of(statement_states),
                       names_of(statement_acts),
                       {"author", "reviewer", "keeper", "superior", "contact_leader", "other"},
                       {{"complete", "section_missing"},
                        {"reason_full", "reason_short"},
                        {"answered", "open_remarks"},
                        {"upward", "no_upward"},
                        {"before", "running"},
                        {"one_seat", "both_seats"},
                        {"other_open", "other_agreed"}},
                       dimensions_of,
                       outcome_in};

TEST(StatementStates, stand_in_the_table_row_by_row) {
    ledger::testing::hold_against_the_table(statements);
}
TEST(StatementStates, are_written_with_words_that_exist) {
    ledger::testing::expect_known_words(statements);
}

TEST(StatementStates, of_the_principal_pass_the_review_and_go_to_the_superior) {
    const auto meeting = meeting_in({});
    Whole whole = whole_in({"drafting", "hand_in", "author", {}});
    whole.statement.participant = participant(1);
    for (const bool upward : {true, false}) {
        Asked asked;
        asked.upward = upward;
        const auto after = moved(whole, StatementAct::hand_in, meeting, asked, {{}, "", now});
        ASSERT_TRUE(after);
        EXPECT_EQ(after->statement.state, StatementState::reviewed);
        EXPECT_EQ(after->sections[0].handed_revision, 1);
    }
}

TEST(StatementStates, wait_for_the_seat_that_has_not_spoken_and_for_no_other) {
    auto meeting = meeting_in({"sent_up", "approve", "contact_leader", {}});
    const auto sent_up = whole_in({"sent_up", "approve", "superior", {}});
    const auto superior = relation_of("superior"), contact = relation_of("contact_leader");
    const auto agreed = moved(sent_up, StatementAct::approve, meeting, {}, {superior, "", now});
    ASSERT_TRUE(agreed);
    EXPECT_EQ(agreed->statement.state, StatementState::sent_up);
    EXPECT_FALSE(agreed->statement.approved_at);
    const auto again = why_not(StatementAct::approve, agreed->statement, meeting, superior);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->code, "approval_is_given");
    EXPECT_FALSE(why_not(StatementAct::approve, agreed->statement, meeting, contact));
    // What is returned is asked about anew, of both.
    const auto back =
        moved(*agreed, StatementAct::send_back, meeting, {}, {contact, "请补充具体事例", now});
    ASSERT_TRUE(back);
    const auto once_more = moved(*back, StatementAct::hand_in, meeting, {}, {{}, "", now});
    ASSERT_TRUE(once_more);
    EXPECT_FALSE(once_more->statement.superior_agreed_at);
    // Whoever holds both seats speaks for both; a plan without a contact leader asks none.
    auto both = superior;
    both.contact = true;
    EXPECT_EQ(moved(sent_up, StatementAct::approve, meeting, {}, {both, "", now})->statement.state,
              StatementState::approved);
    meeting.terms.contact_person.reset();
    EXPECT_FALSE(why_not(StatementAct::approve, agreed->statement, meeting, superior));
    EXPECT_EQ(
        moved(*agreed, StatementAct::approve, meeting, {}, {superior, "", now})->statement.state,
        StatementState::approved);
}

TEST(StatementStates, end_with_the_meeting) {
    auto meeting = meeting_in({});
    meeting.state = LifeState::closed;
    for (const auto act : statement_acts) {
        const auto no = why_not(act, whole_in({"drafting", "", "", {}}).statement, meeting,
                                relation_of("author"));
        ASSERT_TRUE(no);
        EXPECT_EQ(no->code, "life_meeting_is_over");
    }
}

TEST(Reviewers, are_the_principal_or_whoever_was_named_and_never_the_one_who_wrote) {
    const auto meeting = meeting_in({});
    life_meetings::Standing principal, member;
    principal.own = participant(1);
    principal.part = life_meetings::Part::principal;
    member.own = participant(2);
    member.part = life_meetings::Part::member;
    Statement of_member, of_principal;
    of_member.participant = participant(2);
    of_principal.participant = participant(1);
    Asked asked;
    EXPECT_TRUE(relation_to(of_member, meeting, principal, asked).reviewer);
    EXPECT_FALSE(relation_to(of_member, meeting, member, asked).reviewer);
    EXPECT_FALSE(relation_to(of_principal, meeting, principal, asked).reviewer);
    asked.reviewer = participant(2);  // who writes one, too: the principal reviews that one
    EXPECT_TRUE(relation_to(of_member, meeting, principal, asked).reviewer);
    EXPECT_FALSE(relation_to(of_member, meeting, member, asked).reviewer);
}

}  // namespace
}  // namespace statements
