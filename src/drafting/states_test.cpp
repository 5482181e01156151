// Holds the table of plans in docs/states.md against the rules: every state, act and person stands
// in exactly one row and comes out as the row says.
#include "drafting/section.hpp"
#include "ledger/test_states.hpp"

namespace drafting {
namespace {

using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::names_of;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Date today = *base::parse_date("2024-06-30");

base::UnitId unit_of(unsigned char last) {
    return base::UnitId{base::Uuid{{last}}};
}

base::Actor actor_called(const std::string& who) {
    using base::Act;
    base::Actor actor;
    actor.id = base::AccountId{base::Uuid{{static_cast<unsigned char>(who.size())}}};
    actor.unit = unit_of(who == "reviewer" ? 1 : 9);
    actor.acts = {Act::read_ledger};
    if (who != "observer") actor.acts = actor.acts | base::Acts{Act::read_names};
    if (who == "office") actor.acts = actor.acts | base::Acts{Act::edit_ledger};
    if (who == "principal") actor.seat = base::Seat::principal;
    return actor;
}

PlanVersion plan_in(const Situation& situation) {
    PlanVersion plan;
    plan.state = *plan_state_of(situation.state);
    if (plan.state != PlanState::draft || has(situation, "consulted")) plan.consult_until = today;
    if (plan.state >= PlanState::deliberated)
        plan.deliberation = Deliberation{today, "局党组会", {}, ""};
    if (plan.state >= PlanState::deliberated) plan.commitment = Commitment{"周桂芳", today};
    return plan;
}

Opinion opinion_of(Verdict verdict) {
    Opinion said;
    said.verdict = verdict;
    said.reason = "措施不够具体";
    for (const auto item : check_items) said.checks.push_back({item, true, ""});
    return said;
}

/// Two sit in it; what the other one said is a fact of the situation.
Round round_in(const Situation& situation) {
    Round round;
    round.number = 1;
    round.seats = {{ReviewSeat::discipline, unit_of(1), "", {}},
                   {ReviewSeat::organisation, unit_of(2), "", {}}};
    if (!has(situation, "others_silent"))
        round.seats[1].opinion =
            opinion_of(has(situation, "one_returns") ? Verdict::returned : Verdict::agreed);
    return round;
}

base::Result<PlanVersion> done(PlanAct act, const PlanVersion& plan, const Round& round,
                               const base::Actor& actor) {
    switch (act) {
        case PlanAct::consult: return consult(plan, today, today);
        case PlanAct::deliberate: return deliberate(plan, {today, "局党组会", {}, ""}, 0, today);
        case PlanAct::commit: return commit(plan, {"周桂芳", today}, today);
        case PlanAct::submit: return submit(plan, {});
        case PlanAct::take_back: return take_back(plan, "还需补充材料");
        case PlanAct::issue: return issue(plan, {"云财党〔2024〕1号", today, "各科室"}, today);
        case PlanAct::revise: return revise(plan, {}, "任务有调整");
        case PlanAct::review: {
            const auto spoken =
                give_opinion(round, ReviewSeat::discipline, opinion_of(Verdict::agreed), actor);
            if (!spoken) return spoken.error();
            return after_review(plan, spoken->outcome);
        }
        default: return plan;
    }
}

Outcome outcome_in(const Situation& situation) {
    const auto plan = plan_in(situation);
    const auto round = round_in(situation);
    const auto actor = actor_called(situation.who);
    for (const auto act : plan_acts) {
        if (name_of(act) != situation.act) continue;
        if (const auto no = why_not(act, plan, round, actor)) return {no->code, true};
        const auto after = done(act, plan, round, actor);
        return after ? Outcome{std::string(name_of(after->state)), false}
                     : Outcome{after.error().code, true};
    }
    return {"no such act", true};
}

const Level plans{"整改方案的状态表",
                  names_of(plan_states),
                  names_of(plan_acts),
                  {"office", "principal", "reviewer", "unit", "observer"},
                  {{"consulted", "not_consulted"}, {"others_silent", "all_agree", "one_returns"}},
                  [](const std::string& act) -> std::vector<std::size_t> {
                      if (act == "deliberate") return {0};
                      if (act == "review") return {1};
                      return {};
                  },
                  outcome_in};

TEST(PlanStates, stand_in_the_table_row_by_row) {
    ledger::testing::hold_against_the_table(plans);
}
TEST(PlanStates, are_written_with_words_that_exist) {
    ledger::testing::expect_known_words(plans);
}

}  // namespace
}  // namespace drafting
