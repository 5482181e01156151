// The register on both engines: added, moved, compared with what reports claim, seen as far as
// somebody sees rows or units.
#include <gtest/gtest.h>

#include "ledger/bin_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "regulations/regulation_actions.hpp"

namespace regulations {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Register : public ledger::testing::OneLedger {
  protected:
    NewRegulation wanted(const std::string& title = "采购管理办法") {
        NewRegulation one{ledger.here.make_id<RegulationId>(), ledger.programme, {}};
        one.terms.title = title;
        one.terms.unit = ledger.procurement;
        one.terms.due_on = day("2024-06-20");
        one.terms.problems = {{row.problem.id.text(), 0, {}}};
        one.terms.measures = {{measure.measure.id.text(), 0, {}}};
        return one;
    }
    Regulation added(const NewRegulation& one) {
        const auto made = add_regulation(needs, ledger.zhang_min, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    base::Result<Regulation> moved(const Regulation& one, RegulationAct act,
                                   const base::Actor& who) {
        RegulationStep step;
        step.act = act;
        step.on = day("2024-06-28");
        step.document = "青财发〔2024〕12号";
        step.note = "按照审议意见重新研究";
        return move_regulation(needs, who, {one.id, one.version}, step);
    }
    Regulation issued(const NewRegulation& one) {
        const auto submitted = moved(added(one), RegulationAct::submit, ledger.li_qiang);
        EXPECT_EQ(code_of(submitted), "accepted");
        const auto done = moved(*submitted, RegulationAct::issue, ledger.zhang_min);
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }
    RegisterView view(const base::Actor& who, WhichRegulations which = WhichRegulations::all) {
        RegulationFilter filter;
        filter.programme = ledger.programme;
        filter.which = which;
        const auto seen = view_register(needs, who, filter);
        EXPECT_EQ(code_of(seen), "accepted");
        return *seen;
    }
    void claim_regulations(std::int64_t quantity) {
        auto entry = ledger.entry("制度已经修订", 80);
        entry.results = {{ledger::ResultKind::regulations, quantity}};
        EXPECT_EQ(
            code_of(ledger::report_progress(needs, ledger.li_qiang, measure.measure.id, entry)),
            "accepted");
    }

    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure = ledger.add(row, "修订采购制度");
};
ZHENGGAI_ON_BOTH_ENGINES(Register);

TEST_P(Register, takes_a_regulation_from_its_draft_into_force) {
    const auto one = wanted();
    const auto made = added(one);
    EXPECT_EQ(made.number, 1);
    EXPECT_EQ(made.terms.measures.at(0).text, "修订采购制度");
    EXPECT_EQ(made.unit_name, "采购科");
    EXPECT_EQ(added(one), made) << "said twice";
    auto other = one;
    other.terms.title = "别的";
    EXPECT_EQ(code_of(add_regulation(needs, ledger.zhang_min, other)), "same_id_other_content");
    EXPECT_EQ(code_of(moved(made, RegulationAct::issue, ledger.li_qiang)),
              "regulation_is_not_reviewed");
    const auto submitted = moved(made, RegulationAct::submit, ledger.li_qiang);
    ASSERT_EQ(code_of(submitted), "accepted");
    EXPECT_EQ(code_of(moved(made, RegulationAct::issue, ledger.li_qiang)),
              "somebody_else_changed_it");
    const auto done = moved(*submitted, RegulationAct::issue, ledger.li_qiang);
    ASSERT_EQ(code_of(done), "accepted");
    EXPECT_EQ(done->document, "青财发〔2024〕12号");
    const auto in_force = moved(*done, RegulationAct::take_effect, ledger.li_qiang);
    ASSERT_EQ(code_of(in_force), "accepted");
    EXPECT_EQ(in_force->steps.size(), 3u);
    EXPECT_EQ(*view_regulation(needs, ledger.zhang_min, made.id), *in_force);
    EXPECT_EQ(
        ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'take_effect_regulation'"),
        1);
    ledger.expect_sound_journal();
}

TEST_P(Register, lists_what_is_made_and_what_is_drafted_apart) {
    issued(wanted());
    auto revised = wanted("差旅费管理规定");
    revised.terms.change = RegulationChange::revised;
    revised.terms.replaces = "差旅费管理规定（2018年）";
    issued(revised);
    added(wanted("公务接待细则"));
    const auto all = view(ledger.zhang_min);
    EXPECT_EQ(all.page.total, 3);
    EXPECT_EQ(all.page.rows[0].number, 3) << "the latest first";
    EXPECT_EQ(all.counts, (RegulationCounts{1, 1, 0, 1, 0, 1, 0}));
    const auto drafted = view(ledger.zhang_min, WhichRegulations::drafting);
    EXPECT_EQ(drafted.page.total, 1);
    EXPECT_EQ(drafted.page.rows[0].terms.title, "公务接待细则");
    EXPECT_EQ(view(ledger.zhang_min, WhichRegulations::done).page.total, 2);
    RegulationFilter filter;
    filter.programme = ledger.programme;
    filter.measure = measure.measure.id.text();
    EXPECT_EQ(view_register(needs, ledger.zhang_min, filter)->page.total, 3);
    filter.measure = ledger.add(row, "另一条措施").measure.id.text();
    EXPECT_EQ(view_register(needs, ledger.zhang_min, filter)->page.total, 0);
}

TEST_P(Register, shows_where_reports_claim_more_than_was_issued) {
    const auto compared = [&] {
        return *compare_claims(needs, ledger.zhang_min, ledger.programme);
    };
    EXPECT_TRUE(compared().empty());
    ledger.claim(row.problem.id, ledger.li_qiang);
    claim_regulations(2);
    issued(wanted());
    added(wanted("公务接待细则"));
    auto abolished = wanted("旧办法");
    abolished.terms.change = RegulationChange::abolished;
    abolished.terms.replaces = "旧办法";
    issued(abolished);
    const auto found = compared();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].claimed, 2);
    EXPECT_EQ(found[0].issued, 1) << "a draft is not issued, what is abolished is not made";
    EXPECT_EQ(found[0].drafting, 1);
    EXPECT_EQ(found[0].measure.text, "修订采购制度");
    issued(wanted("差旅费管理规定"));
    EXPECT_TRUE(compared().empty());
}

TEST_P(Register, is_seen_by_whom_its_units_and_rows_concern) {
    added(wanted());
    EXPECT_EQ(view(ledger.li_qiang).page.total, 1);
    EXPECT_EQ(view(ledger.zhou_guifang).page.total, 1) << "the inspected unit sees all";
    RegulationFilter filter;
    filter.programme = ledger.programme;
    EXPECT_EQ(code_of(view_register(needs, ledger.sun_li, filter)), "programme_not_found");
    ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
    EXPECT_EQ(view(ledger.zhao_li).page.total, 0) << "another section's";
    EXPECT_EQ(view(ledger.zhao_li).counts, RegulationCounts{});
    auto chief = ledger.zhang_min;
    chief.scope.cleared = base::every_guard;
    ASSERT_EQ(code_of(ledger::guard_problem(needs, chief, ledger.seen(row.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    EXPECT_TRUE(view(ledger.zhang_min).page.rows.at(0).terms.problems.empty());
    EXPECT_TRUE(view(ledger.zhang_min).page.rows.at(0).terms.measures.empty());
}

TEST_P(Register, keeps_rows_that_the_editor_does_not_see) {
    const auto made = added(wanted());
    auto chief = ledger.zhang_min;
    chief.scope.cleared = base::every_guard;
    ASSERT_EQ(code_of(ledger::guard_problem(needs, chief, ledger.seen(row.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    auto terms = wanted("采购管理办法（试行）").terms;
    EXPECT_EQ(code_of(edit_regulation(needs, ledger.zhang_min, {made.id, 1}, terms)),
              "problem_not_found");
    terms.problems.clear();
    terms.measures.clear();
    const auto after = edit_regulation(needs, ledger.zhang_min, {made.id, 1}, terms);
    ASSERT_EQ(code_of(after), "accepted");
    EXPECT_EQ(after->terms.title, "采购管理办法（试行）");
    EXPECT_EQ(view(chief).page.rows.at(0).terms.problems.size(), 1u);
    EXPECT_EQ(view(chief).page.rows.at(0).terms.measures.size(), 1u);
}

TEST_P(Register, names_only_units_and_rows_that_there_are) {
    auto one = wanted();
    one.terms.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(add_regulation(needs, ledger.zhang_min, one)), "unit_unknown");
    one = wanted();
    one.terms.measures[0].id = ledger.here.make_id<ledger::MeasureId>().text();
    EXPECT_EQ(code_of(add_regulation(needs, ledger.zhang_min, one)), "measure_not_found");
    const auto elsewhere = ledger.open("另一单位整改");
    const auto foreign = ledger.add("别处的问题", {}, {}, elsewhere);
    one = wanted();
    one.terms.problems[0].id = foreign.problem.id.text();
    EXPECT_EQ(code_of(add_regulation(needs, ledger.zhang_min, one)), "problem_not_found");
    EXPECT_EQ(code_of(add_regulation(needs, ledger.li_qiang, wanted())), "only_the_office_edits");
    EXPECT_EQ(view(ledger.zhang_min).page.total, 0);
}

TEST_P(Register, keeps_its_rows_from_being_taken_away) {
    added(wanted());
    EXPECT_EQ(code_of(ledger::remove_measure(needs, ledger.zhang_min,
                                             ledger.seen(measure.measure.id), "重复录入的措施")),
              "row_is_referred_to");
}

TEST_P(Register, reminds_the_unit_in_charge_of_what_is_due) {
    const auto made = added(wanted());
    auto later = wanted("公务接待细则");
    later.terms.due_on = day("2024-07-31");
    added(later);
    const auto due = list_own_due(needs, ledger.li_qiang);
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].id, made.id);
    EXPECT_TRUE(list_own_due(needs, ledger.zhao_li).empty());
    const auto submitted = moved(made, RegulationAct::submit, ledger.li_qiang);
    EXPECT_EQ(list_own_due(needs, ledger.li_qiang).size(), 1u) << "not issued yet";
    ASSERT_EQ(code_of(moved(*submitted, RegulationAct::issue, ledger.li_qiang)), "accepted");
    EXPECT_TRUE(list_own_due(needs, ledger.li_qiang).empty());
}

}  // namespace
}  // namespace regulations
