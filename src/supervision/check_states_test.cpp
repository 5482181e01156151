// Holds the table of checks in docs/states.md against the rules, and what a plan must say.
#include "ledger/test_ledger.hpp"
#include "ledger/test_states.hpp"
#include "supervision/check.hpp"

namespace supervision {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::Outcome;
using ledger::testing::Situation;

base::Actor actor_called(const std::string& who) {
    base::Actor actor;
    actor.name = who;
    actor.person = base::PersonId{base::Uuid{{static_cast<unsigned char>(who.size())}}};
    actor.acts = {base::Act::read_ledger};
    if (who != "reader") actor.acts = actor.acts | base::Acts{base::Act::review};
    return actor;
}

Check some_check(CheckState state) {
    Check check;
    check.state = state;
    check.terms.subject = "二季度督查";
    check.terms.begins_on = check.terms.ends_on = day("2024-07-01");
    check.terms.team = {{"组长", actor_called("checker").person, true}};
    check.terms.units = {{base::UnitId{base::Uuid{{9}}}, "采购科"}};
    check.terms.items = usual_items(CheckKind::site_check);
    return check;
}

CheckFigures figures_in(const Situation& situation) {
    if (has(situation, "results_there")) return {2, 1, 0, 0};
    if (has(situation, "rows_unfilled")) return {2, 1, 0, 0};
    if (has(situation, "findings_undecided")) return {2, 2, 1, 1};
    if (has(situation, "all_decided")) return {2, 2, 1, 0};
    return {};
}

base::Result<Check> acted(const Situation& situation, const Check& before,
                          const base::Actor& actor) {
    const auto figures = figures_in(situation);
    const std::string text = has(situation, "reason_short") ? "短" : "写得清清楚楚";
    if (situation.act == "edit") return edit(before, before.terms, figures, actor);
    if (situation.act == "announce") return announce(before, actor);
    if (situation.act == "begin") return begin(before, actor);
    if (situation.act == "cancel") return cancel(before, text, figures, actor);
    if (situation.act == "conclude") return conclude(before, text, figures, actor, {});
    for (const auto act : {CheckAct::draw, CheckAct::fill_in, CheckAct::decide})
        if (situation.act == name_of(act))
            if (auto no = why_not(act, before, actor)) return *no;
    return before;
}

Level checks() {
    Level level;
    level.heading = "督查的状态表";
    level.states = ledger::testing::names_of(check_states);
    level.acts = ledger::testing::names_of(check_acts);
    level.who = {"checker", "reviewer", "reader"};
    level.dimensions = {{"results_none", "results_there"},
                        {"rows_none", "rows_unfilled", "findings_undecided", "all_decided"},
                        {"reason_full", "reason_short"}};
    level.dimensions_of = [](const std::string& act) -> std::vector<std::size_t> {
        if (act == "cancel") return {0, 2};
        if (act == "conclude") return {1, 2};
        return {};
    };
    level.outcome = [](const Situation& situation) -> Outcome {
        const auto after = acted(situation, some_check(*check_state_of(situation.state)),
                                 actor_called(situation.who));
        if (!after) return {after.error().code, true};
        return {std::string(name_of(after->state)), false};
    };
    return level;
}

TEST(CheckStates, stand_in_the_table_row_by_row) {
    ledger::testing::hold_against_the_table(checks());
}

TEST(CheckStates, are_written_with_words_that_exist) {
    ledger::testing::expect_known_words(checks());
}

TEST(CheckRules, say_what_a_plan_must_hold) {
    const auto refused = [](auto change) {
        auto terms = some_check(CheckState::planned).terms;
        change(terms);
        return code_of(check_terms(terms, actor_called("reviewer")));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& terms) { terms.subject.clear(); }), "text_empty");
    EXPECT_EQ(refused([](auto& terms) { terms.ends_on = day("2024-06-30"); }),
              "check_ends_before_it_begins");
    EXPECT_EQ(refused([](auto& terms) { terms.team.clear(); }), "check_needs_one_leader");
    EXPECT_EQ(refused([](auto& terms) {
                  terms.team.push_back({"第二组长", {}, true});
              }),
              "check_needs_one_leader");
    EXPECT_EQ(refused([](auto& terms) { terms.units.clear(); }), "check_visits_nobody");
    CheckTerms nothing;
    nothing.begins_on = day("2024-07-02");
    nothing.ends_on = day("2024-07-01");
    EXPECT_EQ(check_terms(nothing, actor_called("reviewer")).error().also.size(), 3u)
        << "all faults of a form together";
}

TEST(CheckRules, keep_the_items_once_they_are_used) {
    const auto before = some_check(CheckState::under_way);
    auto terms = before.terms;
    terms.items.pop_back();
    const auto reviewer = actor_called("reviewer");
    EXPECT_EQ(code_of(edit(before, terms, {2, 0, 0, 0}, reviewer)), "accepted");
    EXPECT_EQ(code_of(edit(before, terms, {2, 1, 0, 0}, reviewer)), "check_items_are_in_use");
}

}  // namespace
}  // namespace supervision
