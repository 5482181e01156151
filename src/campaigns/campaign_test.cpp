// The rules of campaigns: the table of docs/states.md row by row, what concluding asks for, and the
// messages against contract/campaigns.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "campaigns/campaign_json.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/test_states.hpp"

namespace campaigns {
namespace {

using base::testing::golden_id;
using ledger::MeasureStatus;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Instant now{1'719'735'300'000};  // 30 June 2024

base::Actor actor_of(const std::string& who) {
    base::Actor actor;
    actor.name = "张敏";
    actor.acts = {base::Act::read_ledger, base::Act::read_names};
    if (who == "office") actor.acts = actor.acts | base::Acts{base::Act::edit_ledger};
    return actor;
}

CampaignTerms terms() {
    return {"违规发放津补贴专项治理",
            "违规发放的津补贴全部清退，建立发放审核制度。",
            golden_id<base::UnitId>("c2"),
            std::nullopt,
            "韩征",
            day("2024-06-01"),
            day("2024-09-30")};
}

GroupedMeasure grouped(MeasureStatus status) {
    GroupedMeasure one;
    one.id = golden_id<MeasureId>("e1");
    one.number = 12;
    one.problem_number = 3;
    one.text = "清退违规发放的津补贴";
    one.status = status;
    return one;
}

Campaign in_state(CampaignState state) {
    Campaign one;
    one.terms = terms();
    one.state = state;
    return one;
}

base::Result<Campaign> acted(const Situation& situation) {
    const auto before = in_state(*campaign_state_of(situation.state));
    const auto actor = actor_of(situation.who);
    const auto act = *campaign_act_of(situation.act);
    if (act == CampaignAct::edit) return edit(before, terms(), actor);
    if (act == CampaignAct::give_up)
        return give_up(before, has(situation, "reason_short") ? "停" : "并入全区专项治理", actor,
                       now);
    if (act == CampaignAct::conclude) {
        std::vector<GroupedMeasure> measures{grouped(MeasureStatus::done)};
        if (has(situation, "no_measures")) measures.clear();
        if (has(situation, "unexplained")) measures = {grouped(MeasureStatus::under_way)};
        Conclusion conclusion{"清退全部完成，制度已经建立。", {}};
        if (has(situation, "no_summary")) conclusion.summary = "完成";
        return conclude(before, measures, conclusion, actor, now);
    }
    if (auto no = why_not(act, before, actor)) return *no;
    return before;
}

const Level& level() {
    static const Level made{
        "专项治理的状态表",
        ledger::testing::names_of(campaign_states),
        ledger::testing::names_of(campaign_acts),
        {"office", "reader"},
        {{"ready", "no_measures", "no_summary", "unexplained"}, {"reason_full", "reason_short"}},
        [](const std::string& act) -> std::vector<std::size_t> {
            if (act == "conclude") return {0};
            if (act == "give_up") return {1};
            return {};
        },
        [](const Situation& situation) -> Outcome {
            const auto result = acted(situation);
            if (!result) return {result.error().code, true};
            return {std::string(name_of(result->state)), false};
        }};
    return made;
}

TEST(CampaignStates, stand_in_the_table_row_by_row) {
    ledger::testing::expect_known_words(level());
    ledger::testing::hold_against_the_table(level());
}

TEST(CampaignRules, leave_no_measure_unfinished_without_a_reason) {
    const auto office = actor_of("office");
    const auto campaign = in_state(CampaignState::running);
    auto second = grouped(MeasureStatus::awaiting_review);
    second.id = golden_id<MeasureId>("e2");
    std::vector<GroupedMeasure> measures{grouped(MeasureStatus::under_way), second,
                                         grouped(MeasureStatus::long_term)};
    Conclusion conclusion{"", {{second.id, "审计报告七月底出具，届时审核"}}};
    const auto refused = conclude(campaign, measures, conclusion, office, now);
    ASSERT_EQ(code_of(refused), "campaign_summary_too_short");
    ASSERT_EQ(refused.error().also.size(), 1u) << "all faults together";
    EXPECT_EQ(refused.error().also[0].code, "unfinished_measure_needs_a_reason");
    EXPECT_EQ(refused.error().also[0].field, measures[0].id.text());
    conclusion.summary = "清退基本完成，尚余两项。";
    conclusion.reasons.push_back({measures[0].id, "两名退休人员的清退还在协商"});
    const auto done = conclude(campaign, measures, conclusion, office, now);
    ASSERT_EQ(code_of(done), "accepted");
    EXPECT_EQ(done->state, CampaignState::concluded);
    EXPECT_EQ(done->over_by, "张敏");
    EXPECT_EQ(measures[0].reason, "两名退休人员的清退还在协商");
    EXPECT_EQ(measures[2].reason, "") << "what is finished needs none";
}

TEST(CampaignRules, end_after_they_begin) {
    auto wrong = terms();
    wrong.ends_on = day("2024-05-31");
    EXPECT_EQ(code_of(check(wrong)), "campaign_ends_before_it_begins");
    EXPECT_EQ(code_of(check(terms())), "accepted");
}

const base::testing::Contract contract{"campaigns"};

TEST(CampaignMessages, are_those_of_the_contract) {
    const auto wanted = read_new_campaign(contract.golden("new_campaign"));
    ASSERT_EQ(code_of(wanted), "accepted");
    EXPECT_EQ(wanted->terms, terms());
    const auto form = read_conclusion(contract.golden("conclusion"));
    ASSERT_EQ(code_of(form), "accepted");
    EXPECT_EQ(form->conclusion.reasons.at(0).measure, golden_id<MeasureId>("e1"));
    CampaignView view;
    auto& one = view.brief.campaign;
    one.id = wanted->id;
    one.programme = golden_id<ProgrammeId>("01");
    one.programme_title = "财政局整改";
    one.number = 2;
    one.unit_name = "采购科";
    one.terms = wanted->terms;
    one.version = 3;
    view.brief.tally = {1, 0, 0, 0, 1};
    auto measure = grouped(MeasureStatus::under_way);
    measure.percent = 50;
    measure.due_on = day("2024-06-28");
    measure.unit_label = "采购科";
    measure.last_entry = "已清退 20 万元";
    view.measures = {measure};
    view.results = {{ledger::ResultKind::recovered_yuan, 200000}};
    const auto office = actor_of("office");
    const Reader reader{office, day("2024-06-30")};
    contract.expect(to_json(view, reader), "campaign");
}

TEST(CampaignMessages, name_the_field_that_is_wrong) {
    const auto read = read_new_campaign(R"({"id":"x","name":" ","goal":"","begins_on":"1.6."})");
    ASSERT_FALSE(read);
    std::string fields = read.error().field;
    for (const auto& one : read.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "id name goal unit_id begins_on ends_on");
}

}  // namespace
}  // namespace campaigns
