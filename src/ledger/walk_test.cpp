// Random walks: people do whatever comes to mind, allowed or not. Thousands of walks through the
// rules alone keep what must never be false; some through the actions keep the stored rows, their
// tallies, counts, history and journal equal to a model in memory. Seeded: the same in every run.
#include <map>
#include <random>
#include <set>

#include "ledger/bin_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::TestLedger;

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(engine_);
    }
    bool once_in(std::size_t count) { return below(count) == 0; }
    template <class List>
    auto& one_of(List& list) {
        return list[below(std::size(list))];
    }

    /// What `roll` gives until `fits` holds for it; one time in four the first thing that comes, so
    /// that the forbidden is tried as well.
    template <class Roll, class Fits>
    auto roll_until(Roll roll, Fits fits) {
        auto rolled = roll();
        if (once_in(4)) return rolled;
        for (int tries = 0; tries < 30 && !fits(rolled); ++tries) rolled = roll();
        return rolled;
    }

  private:
    std::mt19937 engine_;
};

/// Somebody who wants to do something.
template <class Act>
struct Intent {
    Act act;
    const base::Actor* actor;
    std::size_t row;
};

// ---- Through the rules

const base::Date today = testing::day("2024-06-30");

struct Person {
    base::Actor actor;
    explicit Person(std::uint8_t number, accounts::Role role) {
        actor.id.uuid.bytes[15] = number;
        actor.acts = accounts::acts_of(role);
        actor.seat = accounts::seat_of(role);
    }
};

struct RuleWalk {
    Dice dice;
    Problem problem;
    std::vector<Measure> measures{2};
    std::vector<Person> people{Person(1, accounts::Role::rectification_office),
                               Person(2, accounts::Role::rectification_office),
                               Person(3, accounts::Role::responsible_unit),
                               Person(4, accounts::Role::responsible_unit),
                               Person(5, accounts::Role::system_admin),
                               Person(6, accounts::Role::lead_leader),
                               Person(7, accounts::Role::discipline_office),
                               Person(8, accounts::Role::inspection_office)};
    ReviewChain chain = default_chain();
    Review review;
    std::set<std::string> reached;

    /// Every other walk goes through three stages, the last of two seats.
    explicit RuleWalk(unsigned seed) : dice(seed) {
        if (seed % 2 == 1)
            chain = {{"牵头领导审核", {Seat::lead_leader}, Quorum::all},
                     {"整改办审核", {Seat::rectification_office}, Quorum::all},
                     {"会签",
                      {Seat::discipline_office, Seat::inspection_office},
                      seed % 4 == 1 ? Quorum::all : Quorum::any}};
        problem.text = "问题";
        for (auto& measure : measures) measure.text = "措施";
    }
    [[nodiscard]] MeasureTally tally() const {
        MeasureTally tally;
        for (const auto& measure : measures) {
            ++tally.total;
            tally.done += measure.status == MeasureStatus::done;
            tally.long_term += measure.status == MeasureStatus::long_term;
        }
        return tally;
    }
    base::Result<Measure> on_measure(MeasureAct act, const Measure& before,
                                     const base::Actor& actor) {
        const auto gate = gate_of(problem.status);
        switch (act) {
            case MeasureAct::edit: return edit(before, {.text = "措施改"}, gate, actor);
            case MeasureAct::report: return report(before, {.text = "已办"}, {}, gate, actor);
            case MeasureAct::submit: return submit(before, {}, gate, actor);
            case MeasureAct::withdraw: return withdraw(before, gate, actor);
            case MeasureAct::accept:
                return accept(before,
                              {dice.once_in(5) ? MeasureStatus::long_term : MeasureStatus::done,
                               {"每半年抽查一次", 6, base::add_days(base::Date{}, 180)},
                               {}},
                              gate, actor);
            case MeasureAct::send_back: return send_back(before, "佐证材料不全", gate, actor);
        }
        return before;
    }
    [[nodiscard]] ProblemFacts facts() const { return {tally(), review, today}; }
    base::Result<Reviewed> beside(const base::Result<Problem>& after) const {
        if (!after) return after.error();
        return Reviewed{*after, review};
    }
    base::Result<Reviewed> beside(const base::Result<Review>& after) const {
        if (!after) return after.error();
        return Reviewed{problem, *after};
    }
    base::Result<Reviewed> on_problem(ProblemAct act, const base::Actor& actor) {
        switch (act) {
            case ProblemAct::edit: return beside(edit(problem, {.text = "问题改"}, actor));
            case ProblemAct::claim: return beside(claim(problem, actor));
            case ProblemAct::apply: {
                const auto after = apply(problem, TestLedger::complete(), facts(), chain, actor);
                if (!after) return after.error();
                return Reviewed{*after, start(chain, {})};
            }
            case ProblemAct::withdraw: return withdraw(problem, facts(), actor);
            case ProblemAct::take: return beside(take(problem, facts(), actor));
            case ProblemAct::release: return beside(release(problem, facts(), actor));
            case ProblemAct::strike_off: return strike_off(problem, facts(), "同意", actor, {});
            case ProblemAct::send_back:
                return send_back(problem, facts(), some_return(), actor, {});
            case ProblemAct::ask_signer:
                return beside(ask_signer(problem, facts(), some_signer(), actor));
            case ProblemAct::open_successor:
                return beside(open_successor(problem, "", "佐证材料不全", actor));
        }
        return Reviewed{problem, review};
    }
    Return some_return() {
        Return why{"佐证材料不全", "补充会议纪要", {}};
        if (dice.once_in(2)) why.stage = static_cast<std::int64_t>(dice.below(3));
        return why;
    }
    Signer some_signer() {
        const auto& who = dice.one_of(people).actor;
        return {who.id, "某人"};
    }
    void step() {
        if (dice.once_in(3))
            step_on_problem();
        else
            step_on_measure();
        reached.emplace(name_of(problem.status));
    }
    void step_on_problem() {
        const auto roll = [&] {
            return Intent<ProblemAct>{dice.one_of(problem_acts), &dice.one_of(people).actor, 0};
        };
        const auto [act, actor, row] = dice.roll_until(roll, [&](const auto& intent) {
            return !why_not(intent.act, problem, facts(), *intent.actor);
        });
        const auto after = on_problem(act, *actor);
        if (after) check_problem(act, after->problem, *actor);
        if (!after || act == ProblemAct::open_successor) return;
        problem = after->problem;
        review = after->review;
        check_review();
    }
    void step_on_measure() {
        const auto roll = [&] {
            return Intent<MeasureAct>{dice.one_of(measure_acts), &dice.one_of(people).actor,
                                      dice.below(measures.size())};
        };
        const auto gate = gate_of(problem.status);
        const auto [act, actor, row] = dice.roll_until(roll, [&](const auto& intent) {
            return !why_not(intent.act, measures[intent.row], gate, *intent.actor);
        });
        auto& measure = measures[row];
        const auto after = on_measure(act, measure, *actor);
        if (!after) return;
        check_measure(act, measure, *after, *actor);
        measure = *after;
    }
    void check_problem(ProblemAct act, const Problem& after, const base::Actor& actor) const {
        if (act == ProblemAct::open_successor) {
            EXPECT_EQ(problem.status, ProblemStatus::struck_off);
            return;
        }
        EXPECT_NE(problem.status, ProblemStatus::struck_off) << "a struck-off problem changed";
        const bool reviews = act == ProblemAct::strike_off || act == ProblemAct::send_back;
        EXPECT_FALSE(reviews && problem.applied_by == actor.id) << "somebody reviewed their own";
        const bool closed = gate_of(after.status) == ProblemGate::closed;
        EXPECT_FALSE(closed && tally().done < tally().total) << "closed over unfinished measures";
        EXPECT_EQ(after.applied_by.has_value(), closed);
    }
    void check_review() const {
        std::set<base::AccountId> signers;
        for (const auto& signing : review) {
            if (signing.state != SigningState::agreed) continue;
            EXPECT_TRUE(signers.insert(*signing.decided_by).second) << "one person signed twice";
            EXPECT_NE(signing.decided_by, problem.applied_by) << "the applicant signed";
        }
        const bool waits = problem.status == ProblemStatus::awaiting_review;
        EXPECT_EQ(waits, open_stage(review).has_value()) << "nobody is asked, or nothing waits";
        if (problem.status != ProblemStatus::struck_off) return;
        EXPECT_TRUE(is_complete(review));
        std::set<std::int64_t> agreed;
        for (const auto& signing : review)
            if (signing.state == SigningState::agreed) agreed.insert(signing.stage);
        EXPECT_EQ(agreed.size(), chain.size()) << "a stage was passed over";
    }
    void check_measure(MeasureAct act, const Measure& before, const Measure& after,
                       const base::Actor& actor) const {
        EXPECT_NE(gate_of(problem.status), ProblemGate::closed) << "changed under a closed problem";
        EXPECT_NE(before.status, MeasureStatus::done) << "a done measure changed";
        const bool reviews = act == MeasureAct::accept || act == MeasureAct::send_back;
        EXPECT_FALSE(reviews && before.submitted_by == actor.id) << "somebody reviewed their own";
        EXPECT_TRUE(act != MeasureAct::submit || after.submitted_by == actor.id);
    }
};

TEST(RuleWalks, keep_what_must_never_be_false) {
    std::map<std::string, int> reached;
    for (unsigned seed = 0; seed < 2'000; ++seed) {
        RuleWalk walk(seed);
        for (int i = 0; i < 60; ++i) walk.step();
        for (const auto& state : walk.reached) ++reached[state];
        ASSERT_FALSE(::testing::Test::HasFailure()) << "seed " << seed;
    }
    EXPECT_EQ(reached.size(), 5u);
    EXPECT_GT(reached["struck_off"], 200) << "most walks got nowhere";
}

// ---- Through the actions

class ActionWalks : public testing::OneLedger {
  protected:
    /// What the rows must be. Problem 0 is held by 采购科, problem 1 by 预算科; measures inherit.
    struct Model {
        std::vector<Problem> problems;
        std::vector<Measure> measures;
        std::map<MeasureId, std::set<std::size_t>> serves;  // other problems, by index
        std::map<ProblemId, Review> reviews;
        ReviewChain chain;
    };
    struct Step {
        std::string expected;  // the code
        std::string got;
        std::size_t journal_entries = 0;  // that must have been added
    };

    void set_up(unsigned seed) {
        dice = Dice(seed);
        model = {};
        ledger.programme = ledger.open("第" + std::to_string(seed) + "次");
        model.chain = default_chain();
        if (seed % 2 == 1) {
            model.chain = {{"整改办审核", {Seat::rectification_office}, Quorum::all},
                           {"巡察办会签", {Seat::inspection_office}, Quorum::all}};
            ASSERT_TRUE(change_programme(needs, ledger.zhang_min, ledger.programme, 1,
                                         {.review_chain = model.chain}));
        }
        const Responsibility held[]{TestLedger::held_by("采购科", ledger.procurement),
                                    TestLedger::held_by("预算科", ledger.budget)};
        for (const auto& holder : held) {
            const auto row = ledger.add("问题", holder, TestLedger::by("2024-07-05"));
            model.problems.push_back(row.problem);
            model.measures.push_back(ledger.add(row, "措施").measure);
        }
        journal_entries = count_journal();
    }
    std::size_t count_journal() {
        return database().read([&](db::Transaction& transaction) {
            return *transaction.first(
                "SELECT count(*) FROM journal_entry WHERE chain = $1", {ledger.programme.text()},
                [](const db::Row& row) { return static_cast<std::size_t>(row.integer(0)); });
        });
    }
    [[nodiscard]] std::size_t problem_of(const Measure& measure) const {
        for (std::size_t i = 0; i < model.problems.size(); ++i)
            if (model.problems[i].id == measure.problem) return i;
        return 0;
    }
    [[nodiscard]] MeasureTally tally_of_model(std::size_t problem) const {
        MeasureTally tally;
        for (const auto& measure : model.measures) {
            const auto served = model.serves.find(measure.id);
            const bool counts = problem_of(measure) == problem ||
                                (served != model.serves.end() && served->second.contains(problem));
            tally.total += counts;
            tally.done += counts && measure.status == MeasureStatus::done;
            tally.long_term += counts && measure.status == MeasureStatus::long_term;
        }
        return tally;
    }
    [[nodiscard]] bool sees(const base::Actor& actor, const Problem& problem) const {
        return actor.scope.every_row() || actor.id == ledger.zhou_guifang.id ||
               problem.responsibility[0].unit == actor.unit;
    }
    template <class Row>
    std::string apply_rule(Row& row, const base::Result<Row>& after) {
        if (!after) return after.error().code;
        const bool changed = !(*after == row);
        const auto version = row.version;
        row = *after;
        row.version = version + (changed ? 1 : 0);
        return "accepted";
    }

    Step step_on_problem() {
        const auto roll = [&] {
            return Intent<ProblemAct>{dice.one_of(problem_acts), dice.one_of(people),
                                      dice.below(model.problems.size())};
        };
        const auto [act, who, index] = dice.roll_until(roll, [&](const auto& intent) {
            return intent.act != ProblemAct::ask_signer &&
                   !why_not(intent.act, model.problems[intent.row], facts_of_model(intent.row),
                            *intent.actor);
        });
        if (act == ProblemAct::ask_signer) return {"", "", 0};  // Needs accounts; see review_test.
        auto& row = model.problems[index];
        const auto& actor = *who;
        const Seen<ProblemId> seen{row.id, row.version + (dice.once_in(12) ? 1 : 0)};
        if (act == ProblemAct::open_successor) return succeed(row, actor);
        const auto before = row;
        const auto why = some_return();
        Step step;
        if (!sees(actor, row))
            step.expected = "problem_not_found";
        else if (seen.version != row.version)
            step.expected = "somebody_else_changed_it";
        else
            step.expected = apply_rule(row, rule(act, row, index, actor, why));
        step.got = run(act, seen, actor, why);
        if (!(row == before)) ++step.journal_entries;
        const bool noted = act == ProblemAct::strike_off || act == ProblemAct::send_back ||
                           act == ProblemAct::take || act == ProblemAct::release;
        if (noted && step.expected == "accepted") ++step.journal_entries;
        return step;
    }
    [[nodiscard]] ProblemFacts facts_of_model(std::size_t index) const {
        const auto found = model.reviews.find(model.problems[index].id);
        return {tally_of_model(index), found == model.reviews.end() ? Review{} : found->second,
                today};
    }
    Return some_return() {
        Return why{"佐证材料不全", "补充会议纪要", {}};
        if (dice.once_in(3)) why.stage = static_cast<std::int64_t>(dice.below(2));
        return why;
    }
    /// The problem as it must be then; its review is kept in the model.
    base::Result<Problem> with_review(const base::Result<Reviewed>& after) {
        if (!after) return after.error();
        model.reviews[after->problem.id] = after->review;
        return after->problem;
    }
    base::Result<Problem> with_review(const Problem& row, const base::Result<Review>& after) {
        if (!after) return after.error();
        model.reviews[row.id] = *after;
        return row;
    }
    base::Result<Problem> rule(ProblemAct act, const Problem& row, std::size_t index,
                               const base::Actor& actor, const Return& why) {
        const auto facts = facts_of_model(index);
        switch (act) {
            case ProblemAct::edit: return edit(row, {.text = "改后的问题"}, actor);
            case ProblemAct::claim: return claim(row, actor);
            case ProblemAct::apply: {
                auto after = apply(row, TestLedger::complete(), facts, model.chain, actor);
                if (after) model.reviews[row.id] = start(model.chain, {});
                return after;
            }
            case ProblemAct::withdraw: return with_review(withdraw(row, facts, actor));
            case ProblemAct::take: return with_review(row, take(row, facts, actor));
            case ProblemAct::release: return with_review(row, release(row, facts, actor));
            case ProblemAct::strike_off:
                return with_review(strike_off(row, facts, "同意", actor, ledger.here.clock.now()));
            default: return with_review(send_back(row, facts, why, actor, ledger.here.clock.now()));
        }
    }
    std::string run(ProblemAct act, Seen<ProblemId> seen, const base::Actor& actor,
                    const Return& why) {
        switch (act) {
            case ProblemAct::edit:
                return code_of(edit_problem(needs, actor, seen, {.text = "改后的问题"}));
            case ProblemAct::claim: return code_of(claim_problem(needs, actor, seen));
            case ProblemAct::apply:
                return code_of(apply_for_strike_off(needs, actor, seen, TestLedger::complete()));
            case ProblemAct::withdraw: return code_of(withdraw_application(needs, actor, seen));
            case ProblemAct::take: return code_of(take_review(needs, actor, seen));
            case ProblemAct::release: return code_of(release_review(needs, actor, seen));
            case ProblemAct::strike_off:
                return code_of(strike_off_problem(needs, actor, seen, "同意"));
            default: return code_of(send_back_problem(needs, actor, seen, why));
        }
    }
    Step succeed(const Problem& row, const base::Actor& actor) {
        const auto id = ledger.here.make_id<ProblemId>();
        Step step;
        step.got = code_of(open_successor_problem(needs, actor, row.id, id, "", "回头看发现反弹"));
        if (!sees(actor, row)) {
            step.expected = "problem_not_found";
            return step;
        }
        auto successor = open_successor(row, "", "回头看发现反弹", actor);
        step.expected = successor ? "accepted" : successor.error().code;
        if (!successor) return step;
        successor->id = id;
        successor->number = static_cast<std::int64_t>(model.problems.size()) + 1;
        model.problems.push_back(*successor);
        step.journal_entries = 2;
        return step;
    }

    Step step_on_measure() {
        const auto roll = [&] {
            return Intent<MeasureAct>{dice.one_of(measure_acts), dice.one_of(people),
                                      dice.below(model.measures.size())};
        };
        const auto gate_over = [&](const Measure& measure) {
            return gate_of(model.problems[problem_of(measure)].status);
        };
        const auto [act, who, index] = dice.roll_until(roll, [&](const auto& intent) {
            const auto& wanted = model.measures[intent.row];
            return !why_not(intent.act, wanted, gate_over(wanted), *intent.actor);
        });
        auto& row = model.measures[index];
        const auto& problem = model.problems[problem_of(row)];
        const auto& actor = *who;
        const Seen<MeasureId> seen{row.id, row.version + (dice.once_in(12) ? 1 : 0)};
        const auto before = row;
        Step step;
        if (!sees(actor, problem))
            step.expected = "measure_not_found";
        else if (seen.version != row.version && act != MeasureAct::report)
            step.expected = "somebody_else_changed_it";
        else
            step.expected = apply_rule(row, rule(act, row, gate_of(problem.status), actor));
        step.got = run(act, seen, actor);
        if (step.got == "accepted" && act != MeasureAct::edit) worked_on.insert(row.id);
        const bool noted = act == MeasureAct::accept || act == MeasureAct::send_back;
        if (!(row == before)) step.journal_entries = noted ? 2 : 1;
        return step;
    }
    base::Result<Measure> rule(MeasureAct act, const Measure& row, ProblemGate gate,
                               const base::Actor& actor) {
        switch (act) {
            case MeasureAct::edit: return edit(row, {.text = "改后的措施"}, gate, actor);
            case MeasureAct::report: {
                ledger.here.pass(1);  // A report of another moment is another report.
                auto entry = ledger.entry("已办", 50);
                entry.at = ledger.here.clock.now();
                return report(row, entry, {}, gate, actor);
            }
            case MeasureAct::submit: return submit(row, {}, gate, actor);
            case MeasureAct::withdraw: return withdraw(row, gate, actor);
            case MeasureAct::accept: return accept(row, {MeasureStatus::done}, gate, actor);
            default: return send_back(row, "佐证材料不全", gate, actor);
        }
    }
    std::string run(MeasureAct act, Seen<MeasureId> seen, const base::Actor& actor) {
        switch (act) {
            case MeasureAct::edit:
                return code_of(edit_measure(needs, actor, seen, {.text = "改后的措施"}));
            case MeasureAct::report:
                return code_of(report_progress(needs, actor, seen.id, ledger.entry("已办", 50)));
            case MeasureAct::submit: return code_of(submit_measure(needs, actor, seen));
            case MeasureAct::withdraw: return code_of(withdraw_measure(needs, actor, seen));
            case MeasureAct::accept:
                return code_of(accept_measure(needs, actor, seen, {MeasureStatus::done}, ""));
            default:
                return code_of(send_back_measure(needs, actor, seen, {"佐证材料不全", "", {}}));
        }
    }

    /// A measure of one problem is said to serve the other, or not any more.
    Step step_on_links() {
        auto& row = dice.one_of(model.measures);
        const auto own = problem_of(row);
        const auto other = dice.below(model.problems.size());
        Services wanted;
        if (dice.once_in(2)) wanted.problems = {model.problems[other].id};
        std::set<std::size_t> after;
        if (!wanted.problems.empty() && other != own) after = {other};
        auto& served = model.serves[row.id];
        Step step;
        step.expected = "accepted";
        const auto closed = [&](std::size_t i) {
            return gate_of(model.problems[i].status) == ProblemGate::closed;
        };
        if (const auto no = why_not(MeasureAct::edit, row, gate_of(model.problems[own].status),
                                    ledger.zhang_min))
            step.expected = no->code;
        else if (std::any_of(served.begin(), served.end(), closed) ||
                 std::any_of(after.begin(), after.end(), closed))
            step.expected = "problem_is_closed_to_changes";
        else if (served != after) {
            served = after;
            ++row.version;
            step.journal_entries = 1;
        }
        const Seen<MeasureId> seen{row.id, row.version - std::int64_t(step.journal_entries)};
        step.got = code_of(link_measure(needs, ledger.zhang_min, seen, wanted));
        return step;
    }
    Step step_of_adding() {
        const auto index = dice.below(model.problems.size());
        const auto& problem = model.problems[index];
        const auto id = ledger.here.make_id<MeasureId>();
        const auto added =
            add_measure(needs, ledger.zhang_min, problem.id, {id, "又一条措施", {}, {}, {}});
        if (gate_of(problem.status) == ProblemGate::closed)
            return {"problem_is_closed_to_changes", code_of(added), 0};
        if (added) model.measures.push_back(added->measure);
        return {"accepted", code_of(added), 1};
    }

    /// A measure is taken away, everything counts without it, and it comes back.
    Step step_in_the_bin() {
        const auto index = dice.below(model.measures.size());
        auto row = model.measures[index];
        const bool closed = gate_of(model.problems[problem_of(row)].status) == ProblemGate::closed;
        Step step;
        step.expected = closed                          ? "problem_is_closed_to_changes"
                        : worked_on.contains(row.id)    ? "row_was_worked_on"
                        : !model.serves[row.id].empty() ? "measure_serves_others"
                                                        : "accepted";
        const auto removed = remove_measure(needs, ledger.zhang_min, {row.id, row.version},
                                            "误录入，与别的措施重复");
        step.got = code_of(removed);
        if (!removed) return step;
        model.measures.erase(model.measures.begin() + static_cast<std::ptrdiff_t>(index));
        expect_rows_as_in_the_model();
        expect_counts_as_in_the_model();
        EXPECT_EQ(code_of(restore_removed(needs, ledger.zhang_min, removed->id)), "accepted");
        row.version += 2;
        model.measures.push_back(row);
        step.journal_entries = 2;
        return step;
    }

    void expect_rows_as_in_the_model() {
        const auto measures = stored_measures();
        ASSERT_EQ(measures.size(), model.measures.size());
        for (const auto& row : model.measures) {
            const auto& stored = measures.at(row.id);
            EXPECT_EQ(stored.status, row.status);
            EXPECT_EQ(stored.version, row.version);
            EXPECT_EQ(stored.text, row.text);
            EXPECT_EQ(stored.percent, row.percent);
            EXPECT_EQ(stored.submitted_by, row.submitted_by);
        }
        LedgerFilter filter;
        filter.programme = ledger.programme;
        const auto problems = ledger.problems(filter, ledger.zhang_min).rows;
        ASSERT_EQ(problems.size(), model.problems.size());
        for (std::size_t i = 0; i < problems.size(); ++i) {
            const auto& row = model.problems[i];
            EXPECT_EQ(problems[i].problem.status, row.status);
            EXPECT_EQ(problems[i].problem.version, row.version);
            EXPECT_EQ(problems[i].problem.number, row.number);
            EXPECT_EQ(problems[i].problem.applied_by, row.applied_by);
            EXPECT_EQ(stored_review(row.id), model.reviews[row.id]);
            EXPECT_EQ(problems[i].tally, tally_of_model(i));
        }
    }
    Review stored_review(ProblemId id) {
        return database().read(
            [&](db::Transaction& transaction) { return load_review(transaction, id); });
    }
    std::map<MeasureId, Measure> stored_measures() {
        LedgerFilter filter;
        filter.programme = ledger.programme;
        filter.page.page_size = 200;
        std::map<MeasureId, Measure> rows;
        for (const auto& row : ledger.measures(filter, ledger.zhang_min).rows)
            rows[row.measure.id] = row.measure;
        return rows;
    }
    void expect_counts_as_in_the_model() {
        ProgrammeCounts expected;
        expected.areas = 1;
        for (const auto& problem : model.problems) {
            ++expected.problems;
            expected.struck_off += problem.status == ProblemStatus::struck_off;
            expected.problems_awaiting_review += problem.status == ProblemStatus::awaiting_review;
        }
        for (const auto& measure : model.measures) {
            ++expected.measures;
            expected.measures_done += measure.status == MeasureStatus::done;
            expected.awaiting_review += measure.status == MeasureStatus::awaiting_review;
            expected.due_soon += measure.status != MeasureStatus::done;  // All on 5 July.
        }
        EXPECT_EQ(ledger.counts(ledger.zhang_min), expected);
    }
    void walk(unsigned seed, int steps) {
        set_up(seed);
        for (int i = 0; i < steps; ++i) {
            const auto kind = dice.below(25);
            const auto step = kind == 0   ? step_of_adding()
                              : kind == 1 ? step_on_links()
                              : kind == 2 ? step_in_the_bin()
                              : kind < 8  ? step_on_problem()
                                          : step_on_measure();
            ++reached[step.got];
            journal_entries += step.journal_entries;
            ASSERT_EQ(step.got, step.expected) << "seed " << seed << " step " << i;
            ASSERT_EQ(count_journal(), journal_entries) << "seed " << seed << " step " << i;
            if (i % 8 == 7) {
                expect_rows_as_in_the_model();
                expect_counts_as_in_the_model();
            }
            ASSERT_FALSE(HasFailure()) << "seed " << seed << " step " << i;
        }
    }

    base::Actor feng_lei = TestLedger::seated(ledger.of_unit("巡察办冯磊", ledger.audit),
                                              accounts::Role::inspection_office);
    const base::Actor* people[6]{&ledger.zhang_min, &ledger.wang_fang, &ledger.zhou_guifang,
                                 &ledger.li_qiang,  &ledger.zhao_li,   &feng_lei};
    Dice dice{0};
    Model model;
    std::set<MeasureId> worked_on;
    std::size_t journal_entries = 0;
    std::map<std::string, int> reached;
};
ZHENGGAI_ON_BOTH_ENGINES(ActionWalks);

TEST_P(ActionWalks, keep_the_stored_rows_equal_to_the_model) {
    const bool sqlite = GetParam() == db::Engine::sqlite;
    for (unsigned seed = 1; seed <= (sqlite ? 40 : 4); ++seed) {
        walk(seed, sqlite ? 120 : 40);
        if (HasFatalFailure()) return;
    }
    ledger.expect_sound_journal();
    // Versions rise one by one, each kept once.
    EXPECT_EQ(
        ledger.number_in("SELECT count(*) FROM ledger_history WHERE subject_kind = 'measure'"),
        ledger.number_in("SELECT sum(version) FROM measure"));
    EXPECT_EQ(
        ledger.number_in("SELECT count(*) FROM ledger_history WHERE subject_kind = 'problem'"),
        ledger.number_in("SELECT sum(version) FROM problem"));
    if (!sqlite) return;
    for (const auto* code :
         {"accepted", "measure_not_found", "somebody_else_changed_it", "nobody_reviews_their_own",
          "measures_are_not_finished", "claim_the_problem_first", "problem_is_closed_to_changes",
          "review_is_elsewhere", "row_was_worked_on", "measure_serves_others"})
        EXPECT_GT(reached[code], 0) << code;
    EXPECT_GT(ledger.number_in("SELECT count(*) FROM strike_off"), 0);
}

}  // namespace
}  // namespace ledger
