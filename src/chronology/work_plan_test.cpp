// Links of measures and tasks to ordinary work plans.
#include "base/test_contract.hpp"
#include "chronology/work_plan_json.hpp"
#include "ledger/task_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace chronology {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class WorkPlans : public ledger::testing::OneLedger {
  protected:
    std::string set(const base::Actor& who, const PlannedId& at, std::int64_t version,
                    const WorkPlanWords& said) {
        return code_of(set_link(needs, who, at, version, said));
    }
    std::vector<std::string> listed(const base::Actor& who) {
        std::vector<std::string> all;
        const auto page = list_planned_rows(needs, who, ledger.programme, {1, 50});
        for (const auto& one : page->rows)
            all.push_back(one.unit + " " + one.item + " " + one.text);
        return all;
    }
    ledger::TaskId task() {
        ledger::TaskDraft draft;
        draft.id = ledger.here.make_id<ledger::TaskId>();
        draft.text = "报送整改情况";
        draft.unit = ledger.budget;
        draft.deadline = TestLedger::by("2024-07-31");
        EXPECT_EQ(code_of(ledger::add_task(needs, ledger.zhang_min, ledger.programme, draft)),
                  "accepted");
        return draft.id;
    }

    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure = ledger.add(row, "修订采购制度");
    const WorkPlanWords words{"财政局2024年工作要点", "健全内部控制制度"};
};
ZHENGGAI_ON_BOTH_ENGINES(WorkPlans);

TEST_P(WorkPlans, name_the_item_that_a_row_serves_and_are_listed_by_unit) {
    EXPECT_EQ(set(ledger.li_qiang, measure.measure.id, 0, words), "accepted");
    EXPECT_EQ(set(ledger.zhang_min, task(), 0, {"预算科2024年计划", "预算绩效全覆盖"}), "accepted");
    const auto view = view_link(needs, ledger.zhou_guifang, measure.measure.id);
    EXPECT_EQ(view->link.item, "健全内部控制制度");
    EXPECT_EQ(view->link.by, "采购科李强");
    EXPECT_EQ(listed(ledger.zhang_min),
              (std::vector<std::string>{"采购科 健全内部控制制度 修订采购制度",
                                        "预算科 预算绩效全覆盖 报送整改情况"}));
    EXPECT_EQ(listed(ledger.li_qiang),
              (std::vector<std::string>{"采购科 健全内部控制制度 修订采购制度"}))
        << "of his own section";
    ledger.expect_sound_journal();
}

TEST_P(WorkPlans, are_changed_and_taken_away_by_those_who_work_on_the_row) {
    EXPECT_EQ(set(ledger.li_qiang, measure.measure.id, 0, {"财政局2024年工作要点", ""}),
              "work_plan_is_named_whole");
    EXPECT_EQ(set(ledger.li_qiang, measure.measure.id, 0, words), "accepted");
    EXPECT_EQ(set(ledger.zhang_min, measure.measure.id, 0, {}), "somebody_else_changed_it");
    EXPECT_EQ(set(ledger.zhang_min, measure.measure.id, 1, {}), "accepted");
    EXPECT_TRUE(listed(ledger.zhang_min).empty());
    EXPECT_EQ(set(ledger.zhao_li, measure.measure.id, 2, words), "measure_not_found");
    auto reader = ledger.li_qiang;
    reader.acts = {base::Act::read_ledger};
    EXPECT_EQ(set(reader, measure.measure.id, 2, words), "only_responsible_units_link_plans");
    EXPECT_FALSE(view_link(needs, reader, measure.measure.id)->may_link);
}

TEST(WorkPlanMessages, are_those_of_the_contract) {
    const base::testing::Contract contract{"chronology"};
    using base::testing::golden_id;
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    WorkPlanLink link;
    link.row = golden_id<ledger::MeasureId>("b1");
    link.plan = "财政局2024年工作要点";
    link.item = "健全内部控制制度";
    link.by = "李强";
    link.at = base::Instant{1'719'735'300'000};
    link.version = 1;
    contract.expect(to_json(WorkPlanView{link, true}, reader), "work_plan");
    PlannedRow row;
    row.row = link.row;
    row.number = 3;
    row.text = "修订采购制度";
    row.status = "under_way";
    row.unit = "采购科";
    row.plan = link.plan;
    row.item = link.item;
    row.due_on = day("2024-07-31");
    contract.expect(to_json(PlannedPage{{row}, 1}, {1, 50}), "planned");
}

}  // namespace
}  // namespace chronology
