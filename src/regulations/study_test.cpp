// What was studied, on both engines: written down by the unit or the office, listed, taken out.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/test_ledger.hpp"
#include "regulations/study_actions.hpp"
#include "regulations/study_json.hpp"

namespace regulations {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Studies : public ledger::testing::OneLedger {
  protected:
    Study wanted() {
        Study one;
        one.id = ledger.here.make_id<StudyId>();
        one.programme = ledger.programme;
        one.title = "中国共产党巡视工作条例";
        one.studied_on = day("2024-06-12");
        one.occasion = "党组理论学习中心组";
        one.unit = ledger.procurement;
        one.persons = 12;
        return one;
    }
    StudyPage all(const base::Actor& who) {
        const auto page = list_study_page(needs, who, ledger.programme, {});
        EXPECT_EQ(code_of(page), "accepted");
        return *page;
    }
    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
};
ZHENGGAI_ON_BOTH_ENGINES(Studies);

TEST_P(Studies, are_written_down_by_the_unit_that_studied) {
    const auto one = wanted();
    const auto made = add_study(needs, ledger.li_qiang, one);
    ASSERT_EQ(code_of(made), "accepted");
    EXPECT_EQ(made->unit_name, "采购科");
    EXPECT_EQ(made->by, "采购科李强");
    EXPECT_EQ(*add_study(needs, ledger.li_qiang, one), *made) << "said twice";
    auto other = one;
    other.title = "别的";
    EXPECT_EQ(code_of(add_study(needs, ledger.li_qiang, other)), "same_id_other_content");
    auto of_others = wanted();
    of_others.unit = ledger.audit;
    EXPECT_EQ(code_of(add_study(needs, ledger.li_qiang, of_others)),
              "only_the_unit_in_charge_moves_it");
    auto tomorrow = wanted();
    tomorrow.studied_on = day("2024-07-01");
    EXPECT_EQ(code_of(add_study(needs, ledger.li_qiang, tomorrow)), "step_lies_in_the_future");
    EXPECT_EQ(all(ledger.zhang_min).rows, std::vector<Study>{*made});
    ledger.expect_sound_journal();
}

TEST_P(Studies, are_listed_the_latest_first_and_as_far_as_somebody_sees) {
    ASSERT_EQ(code_of(add_study(needs, ledger.zhang_min, wanted())), "accepted");
    auto later = wanted();
    later.studied_on = day("2024-06-20");
    later.unit = ledger.budget;
    ASSERT_EQ(code_of(add_study(needs, ledger.zhang_min, later)), "accepted");
    const auto seen = all(ledger.zhang_min);
    EXPECT_EQ(seen.total, 2);
    EXPECT_EQ(seen.rows[0].studied_on, day("2024-06-20"));
    EXPECT_EQ(all(ledger.li_qiang).total, 1) << "of the own unit";
    EXPECT_EQ(code_of(list_study_page(needs, ledger.sun_li, ledger.programme, {})),
              "programme_not_found");
}

TEST_P(Studies, are_taken_out_by_whoever_may_write_them_down) {
    const auto made = *add_study(needs, ledger.zhang_min, wanted());
    EXPECT_EQ(code_of(remove_study(needs, ledger.zhao_li, made.id, 1)), "study_unknown");
    EXPECT_EQ(code_of(remove_study(needs, ledger.li_qiang, made.id, 7)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(remove_study(needs, ledger.li_qiang, made.id, 1)), "accepted");
    EXPECT_EQ(all(ledger.zhang_min).total, 0);
    EXPECT_EQ(code_of(remove_study(needs, ledger.li_qiang, made.id, 1)), "study_unknown");
}

TEST(StudyMessages, are_those_of_the_contract) {
    const base::testing::Contract contract{"regulations"};
    auto one = read_new_study(contract.golden("new_study"));
    ASSERT_EQ(code_of(one), "accepted");
    EXPECT_EQ(one->studied_on, day("2024-06-12"));
    EXPECT_EQ(one->persons, 12);
    one->unit_name = "采购科";
    one->by = "李强";
    base::Actor office;
    office.acts = {base::Act::edit_ledger, base::Act::report_progress, base::Act::read_names};
    contract.expect(to_json(StudyPage{{*one}, 1}, {1, 50}, {office, day("2024-06-30")}), "studies");
}

}  // namespace
}  // namespace regulations
