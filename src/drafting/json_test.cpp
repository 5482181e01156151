// Every message of the module against its golden file in contract/drafting, which the pages may
// test as well.
#include "base/test_contract.hpp"
#include "drafting/plan_json.hpp"
#include "drafting/sub_plan_json.hpp"

namespace drafting {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"drafting"};

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

TEST(PlanMessages, are_read_as_the_contract_has_them) {
    const auto plan = read_new_plan(contract.golden("new_plan"));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->id, golden_id<PlanVersionId>("10"));
    EXPECT_EQ(plan->outline, OutlineKind::township);
    EXPECT_EQ(plan->import, golden_id<plan::ImportId>("11"));
    const auto section = read_section(contract.golden("section"));
    ASSERT_TRUE(section);
    EXPECT_EQ(section->revision, 3);
    const auto comment = read_comment(contract.golden("comment"));
    ASSERT_TRUE(comment);
    EXPECT_EQ(comment->part, Part::tasks);
    EXPECT_EQ(comment->problem, golden_id<ledger::ProblemId>("21"));
    const auto held = read_deliberation(contract.golden("deliberation"));
    ASSERT_TRUE(held);
    EXPECT_EQ(held->said.held_on, day("2024-06-28"));
    EXPECT_FALSE(held->said.meeting);
    const auto review = read_review(contract.golden("review"));
    ASSERT_TRUE(review);
    EXPECT_EQ(review->said.seats[2].seat, ReviewSeat::inspection_office);
    EXPECT_EQ(review->said.seats[2].unit, golden_id<base::UnitId>("33"));
    const auto opinion = read_opinion(contract.golden("opinion"));
    ASSERT_TRUE(opinion);
    EXPECT_EQ(opinion->opinion.verdict, Verdict::returned);
    EXPECT_FALSE(opinion->opinion.checks[1].met);
    const auto issue = read_issue(contract.golden("issue"));
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->said.number, "云财党〔2024〕12号");
    const auto sub_plan = read_sub_plan(contract.golden("sub_plan"));
    ASSERT_TRUE(sub_plan);
    EXPECT_EQ(sub_plan->plan.goals, "9月底前印发1项办法");
}

TEST(PlanMessages, name_the_field_that_is_wrong) {
    const auto refused = read_review(R"({"version":0,"variant":"six","seats":[{"seat":"x"}]})");
    ASSERT_FALSE(refused);
    std::string fields = refused.error().field;
    for (const auto& other : refused.error().also) fields += " " + other.field;
    for (const auto* field : {"version", "variant", "seats[0].seat", "seats[0].unit_id"})
        EXPECT_NE(fields.find(field), std::string::npos) << field;
    EXPECT_FALSE(
        read_deliberation(R"({"version":1,"held_on":null,"held_by":"会","conclusion":""})"))
        << "without a meeting there is a day";
}

const base::Instant moment{1'719'735'300'000};

PlanVersion some_plan() {
    PlanVersion plan;
    plan.id = golden_id<PlanVersionId>("10");
    plan.programme = golden_id<ProgrammeId>("01");
    plan.programme_title = "财政局整改";
    plan.title = "财政局巡察整改方案";
    plan.state = PlanState::joint_review;
    plan.consult_until = day("2024-06-20");
    plan.deliberation = Deliberation{day("2024-06-28"), "局党组会", {}, "原则通过"};
    plan.commitment = Commitment{"周桂芳", day("2024-06-28")};
    plan.round = 1;
    plan.version = 6;
    return plan;
}

Round some_round() {
    Round round;
    round.number = 1;
    round.opened_at = moment;
    round.opened_by_name = "张敏";
    round.due_on = day("2024-07-10");
    const auto read = read_opinion(contract.golden("opinion"));
    round.seats = {{ReviewSeat::discipline, golden_id<base::UnitId>("31"), "区纪委", {}},
                   {ReviewSeat::organisation, golden_id<base::UnitId>("32"), "组织部", {}}};
    auto said = read->opinion;
    said.by_name = "郑青";
    said.at = moment;
    round.seats[0].opinion = said;
    return round;
}

Reader reviewer() {
    static const base::Actor actor = [] {
        base::Actor one;
        one.unit = golden_id<base::UnitId>("32");
        one.id = golden_id<base::AccountId>("50");
        one.acts = {base::Act::read_ledger, base::Act::read_names};
        return one;
    }();
    return {actor, day("2024-07-08")};
}

TEST(PlanMessages, tell_the_whole_of_a_version) {
    PlanView view;
    view.plan = some_plan();
    view.frozen = true;
    view.sections = {{Part::requirements, "一、总体要求", 2, "全面认领。", moment, "张敏"}};
    view.document = {
        {Part::requirements, "一、总体要求", {{BlockKind::paragraph, "全面认领。"}}},
        {Part::ledger, "附件2", {{BlockKind::row, text_of_cells({"甲", "乙"}), "m1"}}}};
    view.placeholders = {{Part::requirements, "〔年月日〕"}};
    const auto read = read_comment(contract.golden("comment"));
    auto comment = *read;
    comment.problem_text = "采购不规范";
    comment.unit_name = "采购科";
    comment.by_name = "李强";
    comment.at = moment;
    view.comments = {comment};
    view.rounds = {some_round()};
    contract.expect(to_json(view, reviewer()), "plan");
}

TEST(PlanMessages, tell_of_lists) {
    contract.expect(to_json(std::vector{some_plan()}, reviewer()), "plans");
    const std::vector<WaitingPlans> waiting{
        {PlanWaits::review, {{some_plan(), day("2024-07-10"), "组织部"}}, 1}};
    contract.expect(to_json(waiting, reviewer()), "waiting");
    const std::vector<Difference> found{
        {Part::tasks, BlockKind::measure, WhatChanged::changed, "m1", "甲\n乙", "甲\n丙"}};
    contract.expect(to_json(found, reviewer()), "differences");
    const std::vector<Wording> wordings{{2, "甲\n乙", moment, "张敏"}, {1, "甲", moment, "王芳"}};
    contract.expect(to_json(wordings, reviewer()), "wordings");
    SubPlan plan;
    plan.id = golden_id<SubPlanId>("40");
    plan.goals = "9月底前印发1项办法";
    plan.text = "先调研，后起草。";
    plan.submitted_by_name = "李强";
    plan.submitted_at = moment;
    const std::vector<OwingUnitView> units{
        {{golden_id<base::UnitId>("22"), "采购科", 1, 2, plan}, {SubPlanAct::submit}},
        {{golden_id<base::UnitId>("23"), "预算科", 0, 1, {}}, {}}};
    contract.expect(to_json(units, reviewer()), "sub_plans");
}

}  // namespace
}  // namespace drafting
