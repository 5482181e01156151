// The messages of this module against the golden files in contract/opinions, which the pages read
// too: what is written, what is read, and what is told to nobody but the keeper.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "opinions/box_json.hpp"
#include "opinions/gathered_json.hpp"
#include "opinions/opinion_json.hpp"

namespace opinions {
namespace {

using base::testing::golden_id;
using life_meetings::Part;

const base::testing::Contract contract{"opinions"};

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}
constexpr base::Instant moment{1'719'735'300'000};

class OpinionMessages : public ::testing::Test {
  protected:
    OpinionMessages() {
        actor.acts = {base::Act::read_names};
        meeting.terms.title = "局党组巡察整改专题民主生活会";
        meeting.unit_name = "云岭区财政局";
        add("11", Part::principal, "韩征", "党组书记、局长");
        add("12", Part::member, "周远", "党组成员、副局长");
        keeper.keeper = true;
        collection.terms = {"征求意见表",
                            day("2024-07-10"),
                            {{Channel::form, 30}, {Channel::code, 0}},
                            {Voice::masses, Voice::served}};
        collection.version = 2;
    }
    void add(const std::string& last, Part part, const std::string& name,
             const std::string& title) {
        life_meetings::Participant one;
        one.id = golden_id<ParticipantId>(last);
        one.part = part;
        one.name = name;
        one.title = title;
        meeting.participants.push_back(one);
    }
    static ParticipantId who(const std::string& last) { return golden_id<ParticipantId>(last); }
    OpinionTexts texts(const Standing& standing) {
        ListedOpinion listed;
        auto& one = listed.opinion;
        one.id = golden_id<OpinionId>("21");
        one.number = 3;
        one.line = {who("12"), "分管的采购工作过问少。"};
        one.digest = digest_of(one.id, one.line.text);
        one.channel = Channel::form;
        one.voice = Voice::masses;
        one.sheet_number = 2;
        if (standing.keeper)
            one.strike = Strike{"录错了人，应是林晓", 4, moment, "张静"};
        else
            listed.received_at = moment;
        return {meeting, standing, {{listed}, 1}};
    }
    base::Actor actor;
    Reader reader{actor, day("2024-06-30")};
    LifeMeeting meeting;
    Standing keeper;
    Collection collection;
};

TEST_F(OpinionMessages, tell_the_keeper_how_the_collection_stands) {
    CollectionView view;
    view.meeting = meeting;
    view.standing = keeper;
    view.collection = collection;
    view.sheets = {{Channel::form, Voice::masses, 3, 4}};
    view.blank_sheets = 1;
    view.about = {{{}, 2}, {who("12"), 2}};
    view.of_persons = 2;
    view.deliveries = {{who("11"), 2, 2, moment, true}, {who("12"), 3, 0, {}, false}};
    view.box = BoxState{20, 2, 2};
    contract.expect(to_json(view, reader), "collection");
    CollectionView before;
    before.meeting = meeting;
    before.standing = keeper;
    contract.expect(to_json(before, reader), "collection_not_chosen");
}

TEST_F(OpinionMessages, tell_a_member_what_is_theirs) {
    CollectionView view;
    view.meeting = meeting;
    view.standing.own = who("12");
    view.standing.part = Part::member;
    view.collection = collection;
    view.about = {{{}, 2}, {who("12"), 2}};
    view.of_persons = 5;
    view.deliveries = {{who("12"), 4, 1, moment, false}};
    contract.expect(to_json(view, reader), "collection_member");
    const auto text = to_json(texts(view.standing), {1, 50}, reader);
    contract.expect(text, "texts_member");
    for (const auto* secret : {"channel", "voice", "sheet_number"})
        EXPECT_EQ(text.find(secret), std::string::npos) << secret << " tells who said it";
}

TEST_F(OpinionMessages, tell_the_keeper_the_words) {
    contract.expect(to_json(texts(keeper), {1, 50}, reader), "texts");
}

TEST_F(OpinionMessages, tell_of_gathered_problems) {
    Gathered one;
    one.id = golden_id<GatheredId>("31");
    one.number = 1;
    one.source = Source::feedback;
    one.problem = golden_id<ledger::ProblemId>("41");
    one.text = "专项资金拨付慢。";
    one.at = moment;
    one.by = "张静";
    one.claims = {{who("11"), moment, moment}, {who("12"), moment, {}}};
    contract.expect(to_json(GatheredList{meeting, keeper, {{one, {3, 4}, 17}}, 2, 1}, reader),
                    "gathered");
}

TEST_F(OpinionMessages, tell_the_page_without_accounts_what_it_asks) {
    contract.expect(to_json(BoxPage{meeting, collection}), "box_page");
}

TEST_F(OpinionMessages, are_read_as_pages_send_them) {
    const auto choice = read_collection_choice(contract.golden("choice"));
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->version, 2);
    EXPECT_EQ(choice->terms, collection.terms) << "in the order of the names, each once";
    const auto sheets = read_sheets(contract.golden("sheets"));
    ASSERT_TRUE(sheets);
    ASSERT_EQ(sheets->size(), 2u);
    EXPECT_EQ((*sheets)[0].lines[1], (Line{who("12"), "下基层少。"}));
    EXPECT_TRUE((*sheets)[1].lines.empty());
    EXPECT_EQ(read_sheets(R"({"sheets":[]})").error().code, "missing");
    const auto correction = read_correction(contract.golden("correction"));
    ASSERT_TRUE(correction);
    EXPECT_EQ(correction->instead, (Line{who("11"), "批评人讲面子。"}));
    const auto handed = read_handed_in(contract.golden("ballot"));
    ASSERT_TRUE(handed);
    EXPECT_EQ(handed->code, "7KQM-2XAB-9TYC");
    EXPECT_EQ(handed->ballot.lines.at(0), (Line{{}, "开会多。"}));
    const auto gathered = read_new_gathered(contract.golden("new_gathered"));
    ASSERT_TRUE(gathered);
    EXPECT_EQ(gathered->source, Source::opinions);
    EXPECT_EQ(gathered->opinions.size(), 1u);
    EXPECT_EQ(gathered->given_to, std::vector<ParticipantId>{who("12")});
    EXPECT_EQ(read_wanted_codes(R"({"count":0,"page":"x"})").error().field, "count");
}

}  // namespace
}  // namespace opinions
