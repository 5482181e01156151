// How opinions are collected, entered, put right and taken on, as rules: each refusal and its
// order.
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "opinions/ballot.hpp"
#include "opinions/gathered_problem.hpp"

namespace opinions {
namespace {

using life_meetings::LifeState;
using life_meetings::Part;

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
template <class Id>
Id id(std::uint8_t last) {
    Id one;
    one.uuid.bytes[15] = last;
    return one;
}

class CollectionRules : public ::testing::Test {
  protected:
    CollectionRules() {
        for (const auto& [number, part] :
             {std::pair{1, Part::principal}, {2, Part::member}, {3, Part::sits_in}}) {
            life_meetings::Participant person;
            person.id = who(number);
            person.part = part;
            person.name = "第" + std::to_string(number) + "人";
            meeting.participants.push_back(person);
        }
        keeper.keeper = true;
        member.own = who(2);
        member.part = Part::member;
        collection.terms = {
            "表", day("2024-07-10"), {{Channel::form, 10}, {Channel::code, 0}}, {Voice::masses}};
    }
    static ParticipantId who(int number) {
        return id<ParticipantId>(static_cast<std::uint8_t>(number));
    }
    LifeMeeting meeting;
    Standing keeper, member;
    Collection collection;
};

TEST(OpinionNames, are_read_back_and_have_words) {
    for (const auto one : opinion_channels) {
        EXPECT_EQ(channel_of(name_of(one)), one);
        EXPECT_FALSE(words_of(one).empty());
    }
    for (const auto one : opinion_voices) {
        EXPECT_EQ(voice_of(name_of(one)), one);
        EXPECT_FALSE(words_of(one).empty());
    }
    for (const auto one : gathered_sources) {
        EXPECT_EQ(source_of(name_of(one)), one);
        EXPECT_FALSE(words_of(one).empty());
    }
    EXPECT_EQ(channel_of("post"), std::nullopt);
}

TEST_F(CollectionRules, let_only_the_keeper_collect_and_only_before_the_meeting_is_over) {
    for (const auto act : keeper_acts) {
        EXPECT_EQ(code_of(why_not(act, meeting, member)), "only_the_keeper_collects_opinions");
        EXPECT_EQ(code_of(why_not(act, meeting, keeper)), "accepted");
        auto over = meeting;
        over.state = LifeState::closed;
        EXPECT_EQ(code_of(why_not(act, over, keeper)), "life_meeting_is_closed");
        over.state = LifeState::cancelled;
        EXPECT_EQ(code_of(why_not(act, over, keeper)), "life_meeting_is_cancelled");
    }
    const auto nothing = check(CollectionTerms{});
    EXPECT_EQ(code_of(nothing), "opinion_channels_missing");
    ASSERT_EQ(nothing.error().also.size(), 1u);
    EXPECT_EQ(nothing.error().also[0].code, "opinion_voices_missing");
    EXPECT_EQ(code_of(check(collection.terms)), "accepted");
}

TEST_F(CollectionRules, take_sheets_of_chosen_channels_about_the_team) {
    Sheet sheet;
    sheet.voice = Voice::masses;
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "accepted") << "nothing to say";
    sheet.lines = {{{}, "开会多"}, {who(1), "批评少"}, {who(2), "下去少"}};
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "accepted");
    sheet.lines[1].about = who(3);
    const auto of_none = check(sheet, collection, meeting);
    EXPECT_EQ(code_of(of_none), "opinion_about_nobody_of_the_team");
    EXPECT_EQ(of_none.error().field, "lines[1].about");
    meeting.participants[0].left_on = day("2024-06-20");
    sheet.lines = {{who(1), "批评少"}};
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "opinion_about_nobody_of_the_team")
        << "who has left is no more of the team";
    sheet.lines.clear();
    sheet.channel = Channel::box;
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "opinion_channel_not_chosen");
    sheet.channel = Channel::code;
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "sheet_needs_another_channel");
    sheet.channel = Channel::form;
    sheet.voice = Voice::villages;
    EXPECT_EQ(code_of(check(sheet, collection, meeting)), "opinion_voice_not_chosen");
}

TEST_F(CollectionRules, put_right_only_with_a_reason_and_something_else) {
    Opinion opinion;
    opinion.line = {who(1), "批评少"};
    Correction correction{"录错了人，应是第2人", Line{who(2), "批评少"}};
    EXPECT_EQ(code_of(check(correction, opinion, meeting, member)),
              "only_the_keeper_collects_opinions");
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)), "accepted");
    correction.reason = "错";
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)), "reason_too_short");
    correction.reason = "录错了人，应是第2人";
    correction.instead = opinion.line;
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)), "correction_says_the_same");
    correction.instead = Line{who(3), "批评少"};
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)),
              "opinion_about_nobody_of_the_team");
    correction.instead.reset();
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)), "accepted") << "entered twice";
    opinion.strike = Strike{};
    EXPECT_EQ(code_of(check(correction, opinion, meeting, keeper)), "opinion_is_struck");
}

TEST_F(CollectionRules, know_words_by_their_digest) {
    Opinion opinion;
    opinion.id = id<OpinionId>(7);
    opinion.line.text = "开会多，落实少。";
    opinion.digest = digest_of(opinion.id, opinion.line.text);
    EXPECT_TRUE(is_intact(opinion));
    opinion.line.text = "开会多。";
    EXPECT_FALSE(is_intact(opinion));
    EXPECT_NE(digest_of(id<OpinionId>(8), "同样的话"), digest_of(id<OpinionId>(9), "同样的话"));
}

TEST_F(CollectionRules, make_codes_that_are_typed_in_any_way_and_opened_boxes_that_hold_several) {
    base::SeededRandom random(3);
    const auto code = new_code(random);
    ASSERT_EQ(code.size(), code_chars);
    EXPECT_NE(code, new_code(random));
    const auto digest = digest_of_code(code);
    auto small = in_groups(code);
    for (auto& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    EXPECT_EQ(digest_of_code(" " + small + " "), digest);
    EXPECT_NE(digest_of_code(""), digest);
    BoxState box{10, 2, 2};
    const auto today = day("2024-06-30");
    EXPECT_EQ(code_of(why_not_open({10, 0, 0}, collection, today)), "opinion_box_is_empty");
    EXPECT_EQ(code_of(why_not_open(box, collection, today)), "opinion_box_waits");
    EXPECT_EQ(code_of(why_not_open({10, 3, 3}, collection, today)), "accepted");
    EXPECT_EQ(code_of(why_not_open(box, collection, day("2024-07-11"))), "accepted");
    EXPECT_EQ(code_of(why_not_make(10, box, collection, today)), "accepted");
    EXPECT_EQ(code_of(why_not_make(codes_max, box, collection, today)), "too_many_opinion_codes");
    EXPECT_EQ(code_of(why_not_make(10, box, collection, day("2024-07-11"))),
              "opinions_are_collected_no_more");
    EXPECT_TRUE(takes_ballots(collection, meeting, day("2024-07-10")));
    EXPECT_FALSE(takes_ballots(collection, meeting, day("2024-07-11")));
    auto over = meeting;
    over.state = LifeState::closed;
    EXPECT_FALSE(takes_ballots(collection, over, today));
    collection.terms.channels.pop_back();
    EXPECT_FALSE(takes_ballots(collection, meeting, today)) << "the page is none of the channels";
}

TEST_F(CollectionRules, make_ids_that_tell_no_time) {
    base::SeededRandom random(5);
    const auto first = base::to_text(random_uuid(random)),
               second = base::to_text(random_uuid(random));
    EXPECT_NE(first.substr(0, 8), second.substr(0, 8));
    EXPECT_EQ(first[14], '4');
}

TEST_F(CollectionRules, give_problems_to_those_they_concern) {
    NewGathered wanted;
    wanted.source = Source::audit;
    wanted.text = "专项资金拨付慢。";
    wanted.given_to = {who(1), who(2)};
    EXPECT_EQ(code_of(check(wanted, {}, meeting)), "accepted");
    wanted.about = who(2);
    EXPECT_EQ(code_of(check(wanted, {}, meeting)), "gathered_is_given_to_others");
    wanted.given_to = {who(2)};
    EXPECT_EQ(code_of(check(wanted, {}, meeting)), "accepted");
    wanted.source = Source::opinions;
    EXPECT_EQ(code_of(check(wanted, {}, meeting)), "gathered_needs_opinions");
    Opinion of_team;
    of_team.id = id<OpinionId>(7);
    wanted.opinions = {of_team.id};
    EXPECT_EQ(code_of(check(wanted, {of_team}, meeting)), "opinions_are_of_another");
    of_team.line.about = who(2);
    EXPECT_EQ(code_of(check(wanted, {of_team}, meeting)), "accepted");
    of_team.strike = Strike{};
    EXPECT_EQ(code_of(check(wanted, {of_team}, meeting)), "opinions_are_of_another");
    wanted = {};
    wanted.source = Source::feedback;
    const auto nothing = check(wanted, {}, meeting);
    EXPECT_EQ(code_of(nothing), "gathered_needs_a_problem");
    EXPECT_EQ(nothing.error().also.at(0).code, "gathered_text_missing");
}

TEST_F(CollectionRules, let_those_take_on_a_problem_to_whom_it_was_given) {
    Gathered problem;
    problem.claims = {{who(2), {}, {}}};
    EXPECT_EQ(code_of(why_not_claim(problem, keeper)), "gathered_is_not_given_to_you");
    EXPECT_EQ(code_of(why_not_claim(problem, member)), "accepted");
    EXPECT_EQ(code_of(why_not_drop(problem, meeting, keeper)), "accepted");
    EXPECT_EQ(code_of(why_not_drop(problem, meeting, member)), "only_the_keeper_collects_opinions");
    problem.claims[0].claimed_at = base::Instant{1};
    EXPECT_EQ(code_of(why_not_claim(problem, member)), "gathered_is_claimed_by_you");
    EXPECT_EQ(code_of(why_not_drop(problem, meeting, keeper)), "gathered_is_claimed");
    auto left = member;
    left.has_left = true;
    problem.claims[0].claimed_at.reset();
    EXPECT_EQ(code_of(why_not_claim(problem, left)), "gathered_is_not_given_to_you");
}

}  // namespace
}  // namespace opinions
