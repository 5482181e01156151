// Test support: a district where checks are made. Somebody of the supervision team, the office, and
// rows that can be drawn: one struck off, one accepted, one handed in.
#pragma once

#include "ledger/test_ledger.hpp"
#include "supervision/finding_actions.hpp"
#include "supervision/sample_actions.hpp"

namespace supervision::testing {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

struct TestChecks {
    explicit TestChecks(TestLedger& its) : ledger(its) {}

    TestLedger& ledger;
    const Needs& needs = ledger.needs;
    base::Actor leader = of_team("wuqing", accounts::Role::supervision_team);
    base::Actor other = of_team("helan", accounts::Role::discipline_office);

    ledger::ProblemRow procurement = add("采购管理不规范"), budget = add("预算执行不严格"),
                       spending = add("三公经费超支");
    ledger::MeasureRow rules = measure(procurement, "修订采购制度"),
                       accepted = measure(budget, "清理结余资金"),
                       handed_in = measure(budget, "开展预算培训"),
                       closed = measure(spending, "压减三公经费");

    base::Actor of_team(const std::string& name, accounts::Role role) {
        const auto opened = ledger.here.account(name, role, ledger.audit);
        base::Actor actor;
        actor.id = opened.account.id;
        actor.person = opened.account.person;
        actor.name = opened.account.person_name;
        actor.unit = ledger.audit;
        return TestLedger::seated(actor, role);
    }
    ledger::ProblemRow add(const std::string& text) {
        return ledger.add(text, TestLedger::held_by("采购科", ledger.procurement));
    }
    ledger::MeasureRow measure(const ledger::ProblemRow& problem, const std::string& text) {
        return ledger.add(problem, text, {}, TestLedger::by("2024-06-20"));
    }
    /// One problem struck off, of another one measure accepted and one handed in; the first is
    /// only claimed.
    void work() {
        const auto& who = ledger.li_qiang;
        for (const auto& one : {procurement, budget, spending}) ledger.claim(one.problem.id, who);
        ledger.finish(closed.measure.id, who);
        ledger.strike_off(spending.problem.id, who);
        ledger.finish(accepted.measure.id, who);
        ledger.report(handed_in.measure.id, who, 100);
        EXPECT_EQ(code_of(submit_measure(needs, who, ledger.seen(handed_in.measure.id))),
                  "accepted");
    }

    NewCheck wanted(bool announced = false) {
        NewCheck one;
        one.id = ledger.here.make_id<CheckId>();
        one.programme = ledger.programme;
        one.announced = announced;
        one.terms.kind = CheckKind::reverse_check;
        one.terms.subject = "二季度销号反向核查";
        one.terms.begins_on = day("2024-07-01");
        one.terms.ends_on = day("2024-07-05");
        one.terms.team = {{"x", leader.person, true}, {"外聘审计师", {}, false}};
        one.terms.units = {{ledger.procurement, ""}};
        return one;
    }
    Check planned(bool announced = false) {
        const auto made = plan_check(needs, leader, wanted(announced));
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    CheckView view(CheckId id) { return *view_check(needs, leader, id); }
    SeenCheck seen(CheckId id) { return {id, view(id).check.version}; }
    Check running(bool announced = false) {
        const auto check = planned(announced);
        const auto begun = begin_check(needs, leader, {check.id, check.version});
        EXPECT_EQ(code_of(begun), "accepted");
        return *begun;
    }
    NewDraw lots(std::int64_t size, Pool pool = Pool::both) {
        return {ledger.here.make_id<DrawId>(), {pool, {}, {}}, DrawMethod::weighted, size};
    }
    /// A check under way whose sample is every row that can be drawn.
    Check sampled() {
        const auto check = running();
        const auto drawn = draw_sample(needs, leader, seen(check.id), lots(3));
        EXPECT_EQ(code_of(drawn), "accepted");
        return drawn->check;
    }
    CheckedRow row_of(CheckId id, const std::string& subject) {
        for (auto& row : view(id).rows)
            if (row.subject.id == subject) return row;
        ADD_FAILURE() << "not in the sample";
        return {};
    }
    static RowForm form(const Check& check, CheckResult result) {
        RowForm form;
        form.answers.resize(check.terms.items.size());
        form.asked = "采购科王明：没有收到退款。";
        form.looked_at = "银行回单";
        form.result = result;
        if (result != CheckResult::genuine) {
            form.answers[0] = {Answer::no, "制度没有印发"};
            form.finding = "只开了会，没有实际退款。";
        }
        return form;
    }
    base::Result<CheckView> fill(const Check& check, const std::string& subject,
                                 CheckResult result) {
        const auto row = row_of(check.id, subject);
        return fill_in_row(needs, leader, {row.id, row.version}, form(check, result));
    }
    Decision decision(ConsequenceKind kind) {
        Decision one;
        one.id = ledger.here.make_id<ConsequenceId>();
        one.kind = kind;
        one.reason = "现场核查发现只开了会，没有实际退款。";
        one.requirement = "逐笔核对退款并附银行回单";
        one.due_on = day("2024-07-31");
        return one;
    }
    base::Result<CheckView> decide(const Check& check, const std::string& subject,
                                   const Decision& one, const base::Actor& who) {
        const auto row = row_of(check.id, subject);
        return decide_on_finding(needs, who, {row.id, row.version}, one);
    }
};

}  // namespace supervision::testing
