// Messages of what is made public against contract/disclosure, both ways.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "disclosure/release_json.hpp"

namespace disclosure {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"disclosure"};
const base::Instant noon{1'719'735'300'000};

base::Actor told() {
    base::Actor actor;
    actor.acts = {base::Act::read_ledger, base::Act::read_names};
    return actor;
}

Release sample() {
    Release one;
    one.id = golden_id<ReleaseId>("71");
    one.programme = golden_id<ProgrammeId>("11");
    one.programme_title = "云岭区财政局整改";
    one.number = 2;
    one.title = "云岭区财政局关于巡察整改情况的通报";
    one.source = Source::release;
    one.previous = golden_id<ReleaseId>("70");
    one.state = ReleaseState::published;
    one.begun = {golden_id<base::AccountId>("21"), "张静", noon};
    one.submitted = Step{golden_id<base::AccountId>("21"), "张静", noon};
    one.decided = Step{golden_id<base::AccountId>("22"), "韩征", noon};
    one.opinion = "同意公开";
    one.digest = "00";
    one.publication = Publication{*base::parse_date("2026-07-02"),     "区政府门户网站",
                                  "https://www.yunling.gov.cn/1.html", "云财公〔2026〕1号",
                                  base::parse_date("2026-07-16"),      "张静"};
    one.version = 7;
    return one;
}

ReleaseView sample_view() {
    ReleaseView view;
    view.release = sample();
    view.inside = true;
    view.text = {"一、总体情况", "局长周伟主持，收回12.56万元。"};
    view.passages = {{1,
                      {1, 2, 2},
                      Rule::person,
                      Ground::personal_privacy,
                      true,
                      "某某",
                      Decision::kept,
                      "已征得本人同意",
                      golden_id<base::AccountId>("21"),
                      "张静",
                      true},
                     {2,
                      {1, 9, 7},
                      Rule::amount,
                      Ground::wording,
                      false,
                      "约13万元",
                      Decision::replaced,
                      "",
                      golden_id<base::AccountId>("21"),
                      "张静",
                      false}};
    view.out = {"一、总体情况", "局长周伟主持，收回约13万元。"};
    view.objections = {{golden_id<ObjectionId>("91"), *base::parse_date("2026-07-05"),
                        "群众来电询问采购制度何时公布。", "已答复。", "张静", noon}};
    view.objections_count = 1;
    view.may = {ReleaseAct::object, ReleaseAct::withdraw};
    return view;
}

const base::Date today = *base::parse_date("2026-07-10");

TEST(ReleaseJson, writes_the_contract) {
    const auto actor = told();
    const Reader reader{actor, today};
    contract.expect(to_json(sample_view(), reader), "release");
    Hiding hiding;
    hiding.hidden_words = {"滨河路改造项目"};
    narrative::Edition edition;
    edition.id = golden_id<narrative::EditionId>("c1");
    edition.title = "云岭区财政局关于集中整改进展情况的报告";
    edition.issue.number = "云财党〔2024〕18号";
    edition.issue.on = *base::parse_date("2024-06-30");
    contract.expect(to_json(ReleaseList{{sample()}, hiding, true, {edition}}, reader), "releases");
    contract.expect(to_json(WaitingReleases{{sample()}, {}}, reader), "waiting");
}

TEST(ReleaseJson, tells_no_names_to_those_who_are_told_none) {
    base::Actor stranger;
    stranger.acts = {base::Act::read_ledger};
    EXPECT_EQ(to_json(sample_view(), {stranger, today}).find("张静"), std::string::npos);
}

TEST(ReleaseJson, reads_the_contract) {
    const auto wanted = read_new_release(contract.golden("new_release"));
    ASSERT_TRUE(wanted) << wanted.error().code;
    EXPECT_EQ(wanted->audience, Audience::society);
    EXPECT_EQ(wanted->source, Source::outline);
    EXPECT_TRUE(wanted->with_accountability);
    EXPECT_EQ(wanted->contacts.phone, "0871-63123456");
    const auto decisions = read_decisions(contract.golden("decisions"));
    ASSERT_TRUE(decisions) << decisions.error().code;
    ASSERT_EQ(decisions->said.size(), 2u);
    EXPECT_EQ(decisions->said[1].decision, Decision::kept);
    EXPECT_EQ(decisions->said[1].reason, "已征得本人同意");
    const auto marked = read_mark(contract.golden("mark"));
    ASSERT_TRUE(marked) << marked.error().code;
    EXPECT_EQ(marked->said.place, (Place{1, 0, 4}));
    EXPECT_EQ(marked->said.ground, Ground::unrest);
    const auto approval = read_approval(contract.golden("approval"));
    ASSERT_TRUE(approval) << approval.error().code;
    EXPECT_EQ(approval->said.consents, (std::vector<std::int64_t>{1}));
    const auto publication = read_publication(contract.golden("publication"));
    ASSERT_TRUE(publication) << publication.error().code;
    EXPECT_EQ(publication->said.channel, "区政府门户网站");
    const auto hiding = read_hiding(contract.golden("hiding"));
    ASSERT_TRUE(hiding) << hiding.error().code;
    EXPECT_EQ(hiding->names, NameStyle::post);
    EXPECT_EQ(hiding->spared_words, (std::vector<std::string>{"王府井", "8600元"}));
}

TEST(ReleaseJson, refuses_what_is_no_text) {
    EXPECT_FALSE(read_reason(R"({"version":1,"reason":"\ud800"})")) << "half of a character";
    EXPECT_EQ(read_mark(R"({"version":1,"paragraph":0,"from":-1,"length":0,"replacement":"",
                            "ground":"secret","reason":""})")
                  .error()
                  .also.size(),
              2u)
        << "each fault is named";
}

}  // namespace
}  // namespace disclosure
