// The rules of regulations: the table of docs/states.md row by row, what a step must say, and the
// messages against contract/regulations.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/test_states.hpp"
#include "regulations/regulation_json.hpp"

namespace regulations {
namespace {

using base::testing::golden_id;
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
    actor.scope = base::Scope{{{"/1/2/", std::nullopt}}, {}};
    if (who == "office") actor.acts = actor.acts | base::Acts{base::Act::edit_ledger};
    if (who == "unit" || who == "other_unit")
        actor.acts = actor.acts | base::Acts{base::Act::report_progress};
    if (who == "other_unit") actor.scope = base::Scope{{{"/1/3/", std::nullopt}}, {}};
    return actor;
}

Regulation in_state(RegulationState state) {
    Regulation one;
    one.unit_path = "/1/2/";
    one.terms.title = "采购管理办法";
    one.state = state;
    if (state != RegulationState::drafting) one.submitted_on = day("2024-06-10");
    if (state >= RegulationState::issued) one.issued_on = day("2024-06-20");
    if (state == RegulationState::in_force) one.effective_on = day("2024-06-25");
    return one;
}

RegulationStep full_step(RegulationAct act) {
    RegulationStep step;
    step.act = act;
    step.on = day("2024-06-28");
    step.document = "青财发〔2024〕12号";
    step.note = "上级文件有新的规定，需要重新研究";
    return step;
}

base::Result<Regulation> acted(const Situation& situation) {
    const auto before = in_state(*regulation_state_of(situation.state));
    const auto actor = actor_of(situation.who);
    if (situation.act == "edit") {
        auto terms = before.terms;
        terms.title = "采购管理办法（修订）";
        return edit(before, terms, actor);
    }
    auto step = full_step(*regulation_step_of(situation.act));
    if (has(situation, "number_missing")) step.document.clear();
    if (has(situation, "reason_short")) step.note = "改";
    return take_step(before, step, actor, now);
}

const Level& level() {
    static const Level made{"制度的状态表",
                            ledger::testing::names_of(regulation_states),
                            ledger::testing::names_of(regulation_acts),
                            {"office", "unit", "other_unit", "reader"},
                            {{"number_given", "number_missing"}, {"reason_full", "reason_short"}},
                            [](const std::string& act) -> std::vector<std::size_t> {
                                if (act == "issue") return {0};
                                if (act == "go_back" || act == "repeal" || act == "give_up")
                                    return {1};
                                return {};
                            },
                            [](const Situation& situation) -> Outcome {
                                const auto result = acted(situation);
                                if (!result) return {result.error().code, true};
                                return {std::string(name_of(result->state)), false};
                            }};
    return made;
}

TEST(RegulationStates, stand_in_the_table_row_by_row) {
    ledger::testing::expect_known_words(level());
    ledger::testing::hold_against_the_table(level());
}

TEST(RegulationStates, are_offered_exactly_where_the_act_succeeds_with_a_full_form) {
    for (const auto& situation : ledger::testing::situations_of(level())) {
        if (has(situation, "number_missing") || has(situation, "reason_short")) continue;
        const auto act = regulation_step_of(situation.act).value_or(RegulationAct::edit);
        const auto no =
            why_not(act, in_state(*regulation_state_of(situation.state)), actor_of(situation.who));
        EXPECT_EQ(!no, acted(situation).has_value()) << ledger::testing::text_of(situation);
    }
}

TEST(RegulationRules, keep_the_days_of_steps_in_their_order) {
    const auto office = actor_of("office");
    const auto stepped = [&](RegulationState from, RegulationAct act, std::string_view on) {
        auto step = full_step(act);
        step.on = day(on);
        return take_step(in_state(from), step, office, now);
    };
    EXPECT_EQ(code_of(stepped(RegulationState::drafting, RegulationAct::submit, "2024-07-01")),
              "step_lies_in_the_future");
    EXPECT_EQ(code_of(stepped(RegulationState::in_review, RegulationAct::issue, "2024-06-09")),
              "step_before_the_last");
    const auto issued = stepped(RegulationState::in_review, RegulationAct::issue, "2024-06-10");
    ASSERT_EQ(code_of(issued), "accepted");
    EXPECT_EQ(issued->document, "青财发〔2024〕12号");
    EXPECT_EQ(issued->issued_on, day("2024-06-10"));
    const auto back = take_step(*issued, full_step(RegulationAct::go_back), office, now);
    ASSERT_EQ(code_of(back), "accepted");
    EXPECT_EQ(back->state, RegulationState::in_review);
    EXPECT_FALSE(back->issued_on) << "a step that is undone leaves no day";
    EXPECT_EQ(back->document, "");
    ASSERT_EQ(back->steps.size(), 2u) << "but it stays on record";
    EXPECT_EQ(back->steps[1].by, "张敏");
}

TEST(RegulationRules, count_nothing_as_done_that_is_being_drafted) {
    std::string done;
    for (const auto state : regulation_states)
        if (is_done(state)) done += std::string(name_of(state)) + " ";
    EXPECT_EQ(done, "issued in_force ");
}

TEST(RegulationRules, ask_what_a_revision_replaces) {
    RegulationTerms terms;
    terms.change = RegulationChange::revised;
    EXPECT_EQ(code_of(check(terms)), "revision_names_nothing");
    terms.replaces = "采购管理办法（2019年）";
    EXPECT_EQ(code_of(check(terms)), "accepted");
}

const base::testing::Contract contract{"regulations"};

TEST(RegulationMessages, are_those_of_the_contract) {
    const auto wanted = read_new_regulation(contract.golden("new_regulation"));
    ASSERT_EQ(code_of(wanted), "accepted");
    EXPECT_EQ(wanted->terms.change, RegulationChange::revised);
    EXPECT_EQ(wanted->terms.due_on, day("2024-06-28"));
    const auto form = read_step(contract.golden("step"));
    ASSERT_EQ(code_of(form), "accepted");
    EXPECT_EQ(form->version, 3);
    Regulation one;
    one.id = wanted->id;
    one.programme = golden_id<ProgrammeId>("01");
    one.programme_title = "财政局整改";
    one.number = 2;
    one.terms = wanted->terms;
    one.terms.measures[0].number = 12;
    one.terms.measures[0].text = "修订采购制度";
    one.unit_name = "采购科";
    one.unit_path = "/1/2/";
    one.state = RegulationState::in_review;
    one.submitted_on = day("2024-06-10");
    one.steps = {form->step};
    one.steps[0].by = "李强";
    one.steps[0].at = now;
    one.version = 2;
    const auto office = actor_of("office");
    const Reader reader{office, day("2024-06-30")};
    const RegisterView view{{{one}, 1}, {3, 1, 0, 2, 1, 1, 0}};
    contract.expect(to_json(view, {1, 50}, reader), "register");
    contract.expect(to_json(std::vector<ClaimDifference>{{one.terms.measures[0], 3, 2, 1}}, reader),
                    "differences");
}

TEST(RegulationMessages, name_the_field_that_is_wrong) {
    const auto read = read_new_regulation(R"({"id":"x","change":"new","kind":"law","title":" "})");
    ASSERT_FALSE(read);
    std::string fields = read.error().field;
    for (const auto& one : read.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "id change kind title unit_id");
    const auto step = read_step(R"({"version":1,"act":"edit","on":"2024-06-30"})");
    ASSERT_FALSE(step);
    EXPECT_EQ(step.error().field, "act") << "editing is no step";
}

}  // namespace
}  // namespace regulations
