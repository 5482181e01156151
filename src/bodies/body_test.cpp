// The rules of bodies: what their terms must say, who serves on which day, what a plan proposes,
// and who stands in the three tiers of a row; and their messages against contract/bodies.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "bodies/body_json.hpp"
#include "bodies/proposed_body.hpp"
#include "ledger/test_ledger.hpp"

namespace bodies {
namespace {

using base::testing::golden_id;
using ledger::testing::code_of;
using ledger::testing::day;

Member member(MemberRole role, const std::string& name) {
    Member one;
    one.role = role;
    one.name = name;
    return one;
}

BodyTerms group() {
    BodyTerms terms;
    terms.kind = BodyKind::leading_group;
    terms.name = "整改工作领导小组";
    terms.members = {member(MemberRole::head, "韩征"), member(MemberRole::deputy, "周远"),
                     member(MemberRole::member, "林晓")};
    return terms;
}

TEST(BodyRules, refuse_terms_that_cannot_be) {
    const auto refused = [](auto change) {
        auto terms = group();
        change(terms);
        return code_of(check(terms));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& terms) {
                  terms.formed_on = day("2024-06-02");
                  terms.dissolved_on = day("2024-06-01");
              }),
              "body_ends_before_it_begins");
    EXPECT_EQ(refused([](auto& terms) { terms.members[1].name = " "; }), "member_needs_a_name");
    EXPECT_EQ(refused([](auto& terms) { terms.members[2].role = MemberRole::support; }),
              "supporting_office_needs_a_unit");
    EXPECT_EQ(refused([](auto& terms) {
                  terms.members[1].from_on = day("2024-06-02");
                  terms.members[1].until_on = day("2024-06-01");
              }),
              "member_ends_before_they_begin");
    EXPECT_EQ(
        refused([](auto& terms) { terms.members.push_back(member(MemberRole::member, "林晓")); }),
        "member_stands_twice");
    EXPECT_EQ(
        refused([](auto& terms) { terms.members.push_back(member(MemberRole::head, "方立民")); }),
        "body_has_two_heads");
    EXPECT_EQ(refused([](auto& terms) {
                  terms.members.push_back(member(MemberRole::head, "方立民"));
                  terms.members.back().until_on = day("2024-05-31");
                  terms.members.front().from_on = day("2024-06-01");
              }),
              "accepted")
        << "one after the other";
}

TEST(BodyRules, let_one_leading_group_stand_and_each_name_once) {
    Body standing{golden_id<BodyId>("01"), {}, group(), 1};
    auto other = group();
    EXPECT_EQ(code_of(check_beside(golden_id<BodyId>("02"), other, {standing})),
              "body_name_is_taken");
    other.name = "巡察整改领导小组";
    EXPECT_EQ(code_of(check_beside(golden_id<BodyId>("02"), other, {standing})),
              "programme_has_a_leading_group");
    EXPECT_EQ(code_of(check_beside(standing.id, other, {standing})), "accepted") << "itself";
    standing.terms.dissolved_on = day("2024-06-01");
    EXPECT_EQ(code_of(check_beside(golden_id<BodyId>("02"), other, {standing})), "accepted");
}

TEST(BodyRules, tell_who_served_on_a_day) {
    Body body{golden_id<BodyId>("01"), {}, group(), 1};
    body.terms.formed_on = day("2024-05-20");
    auto& members = body.terms.members;
    members[0].from_on = day("2024-06-01");
    members[1].until_on = day("2024-05-31");
    const auto names = [&](std::string_view on) {
        std::string all;
        for (const auto& one : as_of({body}, day(on)))
            for (const auto& who : one.terms.members) all += who.name + " ";
        return all;
    };
    EXPECT_EQ(names("2024-05-19"), "");
    EXPECT_EQ(names("2024-05-31"), "周远 林晓 ");
    EXPECT_EQ(names("2024-06-01"), "韩征 林晓 ");
    const auto sorted = arranged(body.terms);
    EXPECT_EQ(sorted.members.back().name, "周远") << "who left stands behind the others";
}

TEST(BodyRules, name_those_who_are_new) {
    auto after = group();
    after.members[2].name = "郑建国";
    EXPECT_EQ(newcomers(group(), after), "郑建国");
    EXPECT_EQ(newcomers({}, group()), "韩征、周远、林晓");
}

TEST(BodyRules, take_from_a_plan_what_it_says_and_no_more) {
    const std::vector<plan::ReadBody> read{
        {"整改工作领导小组",
         {{"组长", {"韩征（局党组书记、局长）"}}, {"副组长", {"周远", "XX"}}, {"成员", {"林晓"}}},
         "统一领导整改工作。"},
        {"整改工作领导小组办公室", {{"主任", {"张静"}}, {"副主任", {"李强"}}}, ""},
        {"整改督查组", {}, "督促检查。"},
        {"空的专班", {}, ""}};
    const auto proposed = proposed_bodies(read, {});
    ASSERT_EQ(proposed.size(), 3u);
    EXPECT_EQ(proposed[0].kind, BodyKind::leading_group);
    ASSERT_EQ(proposed[0].members.size(), 3u) << "XX is nobody";
    EXPECT_EQ(proposed[0].members[0].name, "韩征");
    EXPECT_EQ(proposed[0].members[0].post, "局党组书记、局长");
    EXPECT_EQ(proposed[0].members[1].role, MemberRole::deputy);
    EXPECT_EQ(proposed[1].kind, BodyKind::office);
    EXPECT_EQ(proposed[1].members[0].role, MemberRole::head);
    EXPECT_EQ(proposed[1].members[1].role, MemberRole::deputy);
    EXPECT_EQ(proposed[2].kind, BodyKind::supervision_team);
    const Body standing{golden_id<BodyId>("01"), {}, group(), 1};
    EXPECT_EQ(proposed_bodies(read, {standing}).size(), 2u) << "what stands is not proposed";
    auto other = standing;
    other.terms.name = "财政局党组巡察整改工作领导小组";
    EXPECT_EQ(proposed_bodies(read, {other}).size(), 2u) << "one leads already";
    other.terms.dissolved_on = day("2024-06-01");
    EXPECT_EQ(proposed_bodies(read, {other}).size(), 3u);
}

class Tiers : public testing::Test {
  protected:
    using Holder = ledger::Holder;
    const base::UnitId bureau = golden_id<base::UnitId>("b1"),
                       section = golden_id<base::UnitId>("b2");

    Tiers() {
        facts.inspected = {bureau, "财政局"};
        facts.paths = {{bureau, "/1/"}, {section, "/1/2/"}};
        facts.responsibility = {{ledger::HolderRole::responsible_unit, "采购科", section, {}}};
        facts.bodies = {{golden_id<BodyId>("01"), {}, group(), 1}};
    }
    accounts::Post head(const std::string& name, const std::string& title) {
        accounts::Post post;
        post.person_name = name;
        post.title = title;
        post.head = true;
        return post;
    }
    TierFacts facts;
};

TEST_F(Tiers, come_from_posts_and_the_holders_of_the_row) {
    facts.heads = {{bureau, head("韩征", "局长")}, {section, head("陈刚", "科长")}};
    facts.responsibility.push_back({ledger::HolderRole::lead_leader, "周远", {}, {}});
    const auto tiers = three_tiers(facts);
    ASSERT_EQ(tiers.size(), 3u);
    EXPECT_EQ(tiers[0].who, (std::vector<Answering>{{"韩征", "局长", "财政局", TierSource::post}}));
    EXPECT_EQ(tiers[1].who, (std::vector<Answering>{{"周远", "", "", TierSource::holder}}));
    EXPECT_EQ(tiers[2].who, (std::vector<Answering>{{"陈刚", "科长", "采购科", TierSource::post}}));
    for (const auto& line : tiers) EXPECT_FALSE(line.missing());
}

TEST_F(Tiers, come_from_the_leading_group_where_posts_and_holders_are_silent) {
    facts.bodies[0].terms.members[1].portfolio = {{bureau, "财政局"}};
    const auto tiers = three_tiers(facts);
    EXPECT_EQ(tiers[0].who.at(0).name, "韩征");
    EXPECT_EQ(tiers[0].who.at(0).source, TierSource::body);
    EXPECT_EQ(tiers[1].who.at(0).name, "周远") << "leads in the bureau, and so in its section";
    EXPECT_EQ(tiers[1].who.at(0).source, TierSource::portfolio);
}

TEST_F(Tiers, say_what_is_missing) {
    facts.bodies.clear();
    const auto tiers = three_tiers(facts);
    for (const auto& line : tiers) EXPECT_TRUE(line.missing()) << name_of(line.tier);
    EXPECT_EQ(tiers[2].without, std::vector<std::string>{"采购科"});
}

const base::testing::Contract contract{"bodies"};

TEST(BodyMessages, are_those_of_the_contract) {
    const auto read = read_new_body(contract.golden("new_body"));
    ASSERT_EQ(code_of(read), "accepted");
    auto terms = read->terms;
    EXPECT_EQ(terms.kind, BodyKind::leading_group);
    ASSERT_EQ(terms.members.size(), 2u);
    EXPECT_EQ(terms.members[1].portfolio.at(0).id, golden_id<base::UnitId>("c2"));
    EXPECT_EQ(terms.members[1].until_on, day("2024-06-20"));
    terms.members[0].unit->name = "财政局";
    terms.members[1].portfolio[0].name = "采购科";
    base::Actor office;
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger, base::Act::read_names};
    const Reader reader{office, day("2024-06-30")};
    contract.expect(to_json(BodiesView{{{read->id, {}, terms, 2}}, reader.today}, reader),
                    "bodies");
    const std::vector<TierLine> tiers{
        {AnsweringTier::principal, {{"韩征", "局长", "财政局", TierSource::post}}, {}},
        {AnsweringTier::leader, {}, {}},
        {AnsweringTier::section_head, {}, {"采购科"}}};
    contract.expect(to_json(tiers, reader), "tiers");
    base::Actor stranger;
    stranger.acts = {base::Act::read_ledger};
    EXPECT_NE(to_json(tiers, {stranger, reader.today}).find("韩某"), std::string::npos)
        << "names are masked for whoever has no need of them";
}

TEST(BodyMessages, name_the_field_that_is_wrong) {
    const auto read = read_new_body(
        R"({"id":"1","kind":"party","name":" ","members":[{"role":"chief","from_on":"x"}]})");
    ASSERT_FALSE(read);
    std::string fields = read.error().field;
    for (const auto& one : read.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "id kind name members[0].role members[0].from_on");
}

}  // namespace
}  // namespace bodies
