// One talk: the table of docs/states.md row by row, appointments, records of both sides,
// signatures, hints.
#include "ledger/test_states.hpp"
#include "talks/test_talks.hpp"

namespace talks {
namespace {

using namespace testing;
using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Instant now{1'719'735'300'000};  // 30 June 2024
const base::Date today = day("2024-06-30");
const Appointment later{day("2024-07-03"), "09:30", 60, "谈话室", TalkForm::face_to_face};
const Appointment held{day("2024-06-29"), "", 60, "谈话室", TalkForm::face_to_face};

TalkStanding standing_of(const std::string& who) {
    TalkStanding standing;
    if (who == "member") standing.own = Side::member;
    if (who == "other") standing.own = Side::other;
    standing.keeper = who == "keeper";
    standing.overview = who != "member" && who != "other";
    return standing;
}

TalkSignature signature() {
    TalkSignature one;
    one.signed_on = day("2024-06-30");
    one.note = "扫描件存办公室";
    one.noted_by = "张敏";
    one.at = now;
    return one;
}

base::Result<Talk> acted(const Situation& situation) {
    const auto standing = standing_of(situation.who);
    const auto side = standing.own.value_or(Side::other);
    auto talk = some_talk(*talk_state_of(situation.state));
    if (has(situation, "own_signed")) talk.side(side).signature = signature();
    if (has(situation, "the_other_signed")) talk.side(opposite(side)).signature = signature();
    auto place = some_place();
    if (has(situation, "no_account")) place.persons[1].has_account = false;
    const std::string reason = has(situation, "reason_short") ? "短" : "对方临时外出开会";
    switch (*talk_act_of(situation.act)) {
        case TalkAct::propose: return propose(talk, place, standing, later, today);
        case TalkAct::confirm: return confirm(talk, place, standing);
        case TalkAct::cancel: return cancel(talk, place, standing, reason);
        case TalkAct::record: return record(talk, place, standing, held, some_record(), today);
        case TalkAct::sign: return sign(talk, place, standing, "韩征", now);
        case TalkAct::sign_on_paper:
            return sign_on_paper(talk, place, standing, Side::other, signature());
    }
    return talk;
}

Level talks_level() {
    Level level;
    level.heading = "谈心谈话的状态表";
    level.states = ledger::testing::names_of(talk_states);
    level.acts = ledger::testing::names_of(talk_acts);
    level.who = {"member", "other", "keeper", "overseer"};
    level.dimensions = {{"nobody_signed", "the_other_signed", "own_signed"},
                        {"reason_full", "reason_short"},
                        {"has_account", "no_account"}};
    level.dimensions_of = [](const std::string& act) -> std::vector<std::size_t> {
        if (act == "cancel") return {1};
        if (act == "sign") return {0};
        if (act == "sign_on_paper") return {0, 2};
        return {};
    };
    level.outcome = [](const Situation& situation) -> Outcome {
        const auto after = acted(situation);
        if (!after) return {after.error().code, true};
        return {std::string(name_of(after->state)), false};
    };
    return level;
}

TEST(TalkStates, stand_in_the_table_row_by_row) {
    hold_against_the_table(talks_level());
    expect_known_words(talks_level());
}

TEST(Appointments, need_a_day_an_hour_and_a_place) {
    const auto refused = [](const Appointment& wanted) {
        const auto after = propose(some_talk(TalkState::asked), some_place(), standing_of("member"),
                                   wanted, today);
        return after ? "accepted" : after.error().code + " " + after.error().field;
    };
    EXPECT_EQ(refused(later), "accepted");
    EXPECT_EQ(refused({std::nullopt, "09:00", 60, "谈话室"}), "talk_needs_a_day held_on");
    EXPECT_EQ(refused({day("2024-06-29"), "09:00", 60, "谈话室"}), "talk_day_is_over held_on");
    EXPECT_EQ(refused({day("2024-07-23"), "09:00", 60, "谈话室"}),
              "talk_after_the_meeting held_on");
    EXPECT_EQ(refused({day("2024-07-03"), "25:00", 60, "谈话室"}),
              "time_of_day_expected begins_at");
    EXPECT_EQ(refused({day("2024-07-03"), "09:00", 60, " "}), "talk_needs_a_place place");
}

TEST(Appointments, of_what_is_required_are_one_to_one_and_face_to_face) {
    auto wanted = later;
    auto place = some_place();
    const auto code = [&] {
        return code_of(
            propose(some_talk(TalkState::asked), place, standing_of("member"), wanted, today));
    };
    wanted.form = TalkForm::several;
    EXPECT_EQ(code(), "required_talks_are_one_to_one");
    wanted.form = TalkForm::remote;
    EXPECT_EQ(code(), "required_talks_are_face_to_face");
    auto remote = held;
    remote.form = TalkForm::remote;
    EXPECT_EQ(code_of(record(some_talk(TalkState::agreed), place, standing_of("member"), remote,
                             some_record(), today)),
              "required_talks_are_face_to_face");
    place.required = false;
    EXPECT_EQ(code(), "accepted") << "whoever asks for a talk chooses how";
}

TEST(Appointments, are_agreed_for_whoever_has_no_account) {
    auto place = some_place();
    place.persons[1].has_account = false;
    const auto after =
        propose(some_talk(TalkState::asked), place, standing_of("member"), later, today);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->state, TalkState::agreed);
    const auto by_office =
        propose(some_talk(TalkState::asked), place, standing_of("keeper"), later, today);
    EXPECT_EQ(by_office->state, TalkState::proposed) << "the one with an account is asked";
}

TEST(Appointments, proposed_anew_wait_for_the_one_who_agreed_before) {
    const auto talk = some_talk(TalkState::proposed);
    const auto after = propose(talk, some_place(), standing_of("other"), later, today);
    ASSERT_TRUE(after);
    EXPECT_FALSE(after->side(Side::member).confirmed);
    EXPECT_TRUE(after->side(Side::other).confirmed);
    EXPECT_EQ(after->sequence, talk.sequence + 1);
    EXPECT_EQ(waits_for(*after, Side::member, today), TalkWait::confirm);
    EXPECT_EQ(waits_for(*after, Side::other, today), TalkWait::nothing);
}

TEST(Appointments, are_not_made_with_whoever_left_nor_after_the_meeting_is_over) {
    auto place = some_place();
    place.persons[1].has_left = true;
    const auto talk = some_talk(TalkState::asked);
    EXPECT_EQ(code_of(propose(talk, place, standing_of("member"), later, today)),
              "talk_partner_has_left");
    place.over = true;
    EXPECT_EQ(code_of(propose(talk, place, standing_of("member"), later, today)), "talks_are_over");
}

TEST(Records, say_when_where_and_something) {
    const auto refused = [](const Appointment& when, const TalkRecord& written) {
        const auto after = record(some_talk(TalkState::agreed), some_place(), standing_of("member"),
                                  when, written, today);
        return after ? "accepted" : after.error().code + " " + after.error().field;
    };
    EXPECT_EQ(refused(later, some_record()), "day_in_the_future held_on");
    auto nowhere = held;
    nowhere.place = "";
    EXPECT_EQ(refused(nowhere, some_record()), "talk_needs_a_place place");
    TalkRecord empty;
    empty.theme = "谈心谈话";
    empty.commitments = "加强学习";
    EXPECT_EQ(refused(held, empty), "talk_record_says_nothing own");
}

TEST(Records, of_both_sides_stay_one_talk_and_are_signed_anew) {
    auto talk = some_talk(TalkState::agreed);
    talk = *record(talk, some_place(), standing_of("member"), held, some_record(), today);
    EXPECT_EQ(talk.side(Side::member).criticisms, 2);
    talk = *sign(talk, some_place(), standing_of("member"), "韩征", now);
    auto view = some_record();
    view.others = {"督促不够。"};
    talk = *record(talk, some_place(), standing_of("other"), held, view, today);
    EXPECT_EQ(talk.side(Side::member).criticisms, 2) << "the first record stays";
    EXPECT_EQ(talk.side(Side::other).criticisms, 1);
    EXPECT_FALSE(talk.side(Side::member).signature) << "it was signed without the second record";
    talk = *sign(talk, some_place(), standing_of("member"), "韩征", now);
    talk = *sign(talk, some_place(), standing_of("other"), "周远", now);
    EXPECT_EQ(talk.state, TalkState::done);
}

TEST(NewTalks, do_not_stand_beside_one_that_is_arranged_or_half_written) {
    const auto code = [](const std::vector<Talk>& there, Side own, Another another = Another::no) {
        const auto no = why_not_beside(there, principal, own, another);
        return no ? no->code : "accepted";
    };
    EXPECT_EQ(code({}, Side::member), "accepted");
    EXPECT_EQ(code({some_talk(TalkState::proposed)}, Side::member, Another::yes),
              "talk_is_arranged_already");
    const auto recorded = some_talk(TalkState::recorded);  // by the member
    EXPECT_EQ(code({recorded}, Side::other), "talk_recorded_by_the_other");
    EXPECT_EQ(code({recorded}, Side::other, Another::yes), "accepted");
    EXPECT_EQ(code({recorded}, Side::member), "accepted") << "again, by who wrote the first one";
    EXPECT_EQ(code({some_talk(TalkState::cancelled)}, Side::other), "accepted");
    // The same two named the other way round.
    const auto turned = some_talk(TalkState::recorded, zhou, principal);
    EXPECT_EQ(code({turned}, Side::member), "talk_recorded_by_the_other");
}

TEST(TalkWaits, say_whose_turn_it_is) {
    EXPECT_EQ(waits_for(some_talk(TalkState::asked), Side::other, today), TalkWait::appoint);
    const auto agreed = some_talk(TalkState::agreed);
    EXPECT_EQ(waits_for(agreed, Side::member, today), TalkWait::nothing) << "it is still to come";
    EXPECT_EQ(waits_for(agreed, Side::member, day("2024-07-02")), TalkWait::record);
    EXPECT_EQ(waits_for(some_talk(TalkState::recorded), Side::other, today), TalkWait::sign);
    EXPECT_EQ(waits_for(some_talk(TalkState::done), Side::other, today), TalkWait::nothing);
}

TEST(TalkHints, ask_about_what_is_missing_and_hinder_nobody) {
    EXPECT_TRUE(hints_of(some_record()).empty());
    using Hints = std::vector<TalkHint>;
    TalkRecord only_work;
    only_work.work = "通报了巡察整改进度。";
    EXPECT_EQ(hints_of(only_work), Hints{TalkHint::only_work});
    auto record = some_record();
    record.others = {"工作扎实，值得学习。"};
    EXPECT_EQ(hints_of(record), Hints{TalkHint::merits});
    record.others = {"工作扎实，但对下要求不严。"};
    EXPECT_TRUE(hints_of(record).empty()) << "there is a problem in it";
    record = some_record();
    record.others.clear();
    record.own.clear();
    EXPECT_EQ(hints_of(record), (Hints{TalkHint::nothing_of_own, TalkHint::nothing_of_other}));
    record = some_record();
    record.theme = "谈心谈话";
    record.others = {"开会多，下去少。"};
    record.thought.clear();
    EXPECT_EQ(hints_of(record),
              (Hints{TalkHint::nothing_of_thought, TalkHint::nothing_of_feedback}));
}

}  // namespace
}  // namespace talks
