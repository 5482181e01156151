// Study as rules: who does what when, what a session must say, how many hours are missing; and its
// messages against the golden files in contract/studies, which the pages read too.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "studies/study_json.hpp"
#include "studies/study_titles.hpp"

namespace studies {
namespace {

using base::testing::golden_id;
using life_meetings::LifeState;
using life_meetings::Part;

const base::testing::Contract contract{"studies"};

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}
std::string code_of(const std::optional<base::Error>& error) {
    return error ? error->code : "accepted";
}
base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

class StudyRules : public ::testing::Test {
  protected:
    StudyRules() {
        for (const auto& [last, part, name] : {std::tuple{"11", Part::principal, "韩征"},
                                               {"12", Part::member, "周远"},
                                               {"13", Part::sits_in, "陈刚"}}) {
            life_meetings::Participant one;
            one.id = golden_id<ParticipantId>(last);
            one.part = part;
            one.name = name;
            meeting.participants.push_back(one);
        }
        keeper.keeper = true;
        member.own = golden_id<ParticipantId>("12");
        member.part = Part::member;
        session.id = golden_id<SessionId>("21");
        session.version = 1;
        session.held_on = day("2024-06-28");
        session.minutes = 180;
        session.place = "三楼会议室";
        session.host = "韩征";
        session.topic = "学习条例";
        session.items = {StudyItem::oath, StudyItem::cases};
        session.attendance = {{golden_id<ParticipantId>("11"), true, ""},
                              {golden_id<ParticipantId>("12"), false, "外出"}};
    }
    LifeMeeting meeting;
    Standing keeper, member;
    Session session;
    const base::Date today = day("2024-06-30");
};

TEST(StudyNames, are_read_back_and_have_words) {
    for (const auto one : study_forms) {
        EXPECT_EQ(study_form_of(name_of(one)), one);
        EXPECT_FALSE(words_of(one).empty());
    }
    for (const auto one : study_items) {
        EXPECT_EQ(study_item_of(name_of(one)), one);
        EXPECT_FALSE(words_of(one).empty());
    }
    EXPECT_EQ(usual_study_titles().size(), 21u);
}

TEST_F(StudyRules, let_the_keeper_plan_and_the_team_study_until_the_meeting_is_over) {
    for (const auto act : study_acts) {
        const bool of_keeper = act == StudyAct::plan || act == StudyAct::hold;
        EXPECT_EQ(code_of(why_not(act, meeting, keeper)),
                  of_keeper ? "accepted" : "only_the_team_studies");
        EXPECT_EQ(code_of(why_not(act, meeting, member)),
                  of_keeper ? "only_the_keeper_plans_study" : "accepted");
        auto both = member;
        both.keeper = true;
        auto over = meeting;
        over.state = LifeState::closed;
        EXPECT_EQ(code_of(why_not(act, over, both)), "life_meeting_is_closed");
        over.state = LifeState::cancelled;
        EXPECT_EQ(code_of(why_not(act, over, both)), "life_meeting_is_cancelled");
    }
}

TEST_F(StudyRules, want_a_session_that_was_held_with_reasons_for_who_was_away) {
    EXPECT_EQ(code_of(check(session, meeting, today)), "accepted");
    session.held_on = day("2024-07-01");
    EXPECT_EQ(code_of(check(session, meeting, today)), "study_lies_in_the_future");
    session.held_on = today;
    session.attendance[1].reason.clear();
    const auto without = check(session, meeting, today);
    EXPECT_EQ(code_of(without), "absence_needs_a_reason");
    EXPECT_EQ(without.error().field, "attendance[1].reason");
    session.attendance[1] = {golden_id<ParticipantId>("13"), true, ""};
    EXPECT_EQ(code_of(check(session, meeting, today)), "study_of_others");
    session.attendance.clear();
    EXPECT_EQ(code_of(check(session, meeting, today)), "nobody_studied");
    OwnStudy own;
    own.studied_on = today;
    EXPECT_EQ(code_of(check(own, today)), "accepted");
    own.studied_on = day("2024-07-01");
    EXPECT_EQ(code_of(check(own, today)), "study_lies_in_the_future");
}

TEST_F(StudyRules, know_how_many_minutes_are_missing) {
    const StudyHours hours{{}, 180, 45, 0};
    EXPECT_EQ(hours.missing(4), 15);
    EXPECT_EQ(hours.missing(3), 0);
    EXPECT_EQ(hours.missing(0), 0);
}

TEST_F(StudyRules, are_told_and_read_as_the_contract_has_it) {
    base::Actor actor;
    actor.acts = {base::Act::read_names};
    const Reader reader{actor, today};
    StudyView view;
    view.meeting = meeting;
    view.standing = member;
    view.standing.keeper = true;
    view.readings = {{"《中国共产党纪律处分条例》", "纪律规矩", day("2024-07-04")}};
    view.sessions = {session};
    view.hours = {{golden_id<ParticipantId>("11"), 180, 90, 1},
                  {golden_id<ParticipantId>("12"), 0, 60, 0}};
    view.own = {{golden_id<OwnStudyId>("31"),
                 {},
                 golden_id<ParticipantId>("12"),
                 day("2024-06-29"),
                 60,
                 "《中国共产党章程》"}};
    view.notes = {{golden_id<NoteId>("41"),
                   {},
                   golden_id<ParticipantId>("12"),
                   "学习体会",
                   "认领三个问题。",
                   base::Instant{1'719'735'300'000}}};
    view.titles = {"《中国共产党章程》"};
    contract.expect(to_json(view, reader), "study");
    const auto read = read_session(contract.golden("session"));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, session);
    EXPECT_EQ(read_readings(contract.golden("readings"))->at(0), view.readings[0]);
    EXPECT_EQ(read_own_study(contract.golden("own"))->minutes, 60);
    EXPECT_EQ(read_study_note(contract.golden("note"))->text, "认领三个问题。");
    EXPECT_EQ(read_own_study(R"({"id":"01900000-0000-7000-8000-000000000031",
        "studied_on":"2024-06-29","minutes":5,"what":"x"})")
                  .error()
                  .field,
              "minutes");
}

}  // namespace
}  // namespace studies
