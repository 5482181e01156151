// What the office does with bodies, on both engines: set up, changed, dissolved, taken over from a
// plan; who sees them; and the tiers of a row as posts and bodies change.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "accounts/post_actions.hpp"
#include "bodies/body_actions.hpp"
#include "bodies/tiers_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "plan/import_actions.hpp"

namespace bodies {
namespace {

namespace fs = std::filesystem;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Bodies : public ledger::testing::OneLedger {
  protected:
    NewBody wanted() {
        NewBody one{ledger.here.make_id<BodyId>(), ledger.programme, {}};
        one.terms.kind = BodyKind::leading_group;
        one.terms.name = "整改工作领导小组";
        one.terms.unit = UnitRef{ledger.finance, ""};
        one.terms.duties = "统一领导整改工作。";
        Member head;
        head.role = MemberRole::head;
        head.name = "韩征";
        Member deputy;
        deputy.role = MemberRole::deputy;
        deputy.name = "周远";
        deputy.portfolio = {{ledger.procurement, ""}};
        Member support;
        support.role = MemberRole::support;
        support.unit = UnitRef{ledger.budget, ""};
        one.terms.members = {support, deputy, head};
        return one;
    }
    Body added(const NewBody& one) {
        const auto made = add_body(needs, ledger.zhang_min, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    BodiesView view(const base::Actor& who, std::optional<base::Date> on = {}) {
        const auto seen = view_bodies(needs, who, ledger.programme, on);
        EXPECT_EQ(code_of(seen), "accepted");
        return *seen;
    }
    accounts::Post appoint(const std::string& name, base::UnitId unit, const std::string& title) {
        const accounts::NewPost one{ledger.here.make_id<accounts::PostId>(),
                                    std::nullopt,
                                    name,
                                    unit,
                                    {title, true, day("2024-01-01"), std::nullopt}};
        return *accounts::appoint_to_post(ledger.here.needs, one, accounts::operator_actor());
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Bodies);

TEST_P(Bodies, are_set_up_with_names_as_they_are_registered) {
    const auto one = wanted();
    const auto made = added(one);
    EXPECT_EQ(made.terms.unit->name, "财政局");
    EXPECT_EQ(made.terms.members[0].name, "韩征") << "in the order of the roles";
    EXPECT_EQ(made.terms.members[1].portfolio[0].name, "采购科");
    EXPECT_EQ(made.terms.members[2].name, "预算科") << "a supporting unit goes by its own name";
    EXPECT_EQ(view(ledger.zhang_min).rows, std::vector<Body>{made});
    EXPECT_EQ(added(one), made) << "said twice";
    auto other = one;
    other.terms.name = "别的";
    EXPECT_EQ(code_of(add_body(needs, ledger.zhang_min, other)), "same_id_other_content");
    other.id = ledger.here.make_id<BodyId>();
    EXPECT_EQ(code_of(add_body(needs, ledger.zhang_min, other)), "programme_has_a_leading_group");
    EXPECT_EQ(code_of(add_body(needs, ledger.li_qiang, other)), "programme_not_found");
    ledger.expect_sound_journal();
}

TEST_P(Bodies, name_only_units_and_persons_that_there_are) {
    auto one = wanted();
    one.terms.members[2].person = ledger.here.make_id<base::PersonId>();
    EXPECT_EQ(code_of(add_body(needs, ledger.zhang_min, one)), "person_unknown");
    one = wanted();
    one.terms.members[1].portfolio[0].id = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(add_body(needs, ledger.zhang_min, one)), "unit_unknown");
    EXPECT_TRUE(view(ledger.zhang_min).rows.empty());
}

TEST_P(Bodies, change_by_the_office_alone_and_keep_who_was_there) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto before = added(wanted());
    auto terms = before.terms;
    terms.members[0].until_on = day("2024-05-31");
    Member next;
    next.role = MemberRole::head;
    next.name = "方立民";
    next.from_on = day("2024-06-01");
    terms.members.push_back(next);
    EXPECT_EQ(code_of(edit_body(needs, ledger.li_qiang, {before.id, 1}, terms)),
              "only_the_office_edits");
    EXPECT_EQ(code_of(edit_body(needs, ledger.zhang_min, {before.id, 7}, terms)),
              "somebody_else_changed_it");
    const auto after = edit_body(needs, ledger.zhang_min, {before.id, 1}, terms);
    ASSERT_EQ(code_of(after), "accepted");
    EXPECT_EQ(after->version, 2);
    EXPECT_EQ(view(ledger.zhang_min).rows.at(0).terms.members.size(), 4u);
    const auto heads = [&](std::string_view on) {
        return view(ledger.zhang_min, day(on)).rows.at(0).terms.members.at(0).name;
    };
    EXPECT_EQ(heads("2024-05-31"), "韩征");
    EXPECT_EQ(heads("2024-06-01"), "方立民");
    EXPECT_EQ(view(ledger.li_qiang).rows.size(), 1u) << "who answers for a row sees who leads";
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'edit_body'"), 1);
    ASSERT_TRUE(edit_body(needs, ledger.zhang_min, {before.id, 2}, after->terms));
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'edit_body'"), 1)
        << "nothing changed";
}

TEST_P(Bodies, are_removed_with_all_their_members) {
    const auto one = added(wanted());
    EXPECT_EQ(code_of(remove_body(needs, ledger.sun_li, {one.id, 1})), "body_unknown");
    EXPECT_EQ(code_of(remove_body(needs, ledger.zhang_min, {one.id, 1})), "accepted");
    EXPECT_TRUE(view(ledger.zhang_min).rows.empty());
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM body_member"), 0);
    EXPECT_EQ(code_of(remove_body(needs, ledger.zhang_min, {one.id, 1})), "body_unknown");
    ledger.expect_sound_journal();
}

constexpr std::string_view plan_text = R"(关于区委巡察组反馈意见的整改方案
一、总体要求
提高站位，抓好整改。
二、整改任务和措施
（一）关于作风建设方面的问题
1.关于会议过多问题的整改
整改措施：精简会议三分之一。（责任单位：采购科；完成时限：2027年6月30日前）
三、组织保障
整改工作领导小组
组长：周桂芳
副组长：陈立新
成员：李强、赵立
职责：统一领导整改工作，研究重大事项。
)";

TEST_P(Bodies, are_taken_over_from_the_plan_that_was_imported) {
    auto name = (fs::temp_directory_path() / "bodies-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    std::ofstream(folder / "plan.txt") << plan_text;
    const plan::Needs plans{needs, folder};
    const auto import = ledger.here.make_id<plan::ImportId>();
    ASSERT_EQ(code_of(plan::upload_document(
                  plans, ledger.zhang_min,
                  {import, ledger.programme, "整改方案.txt", folder / "plan.txt"})),
              "accepted");
    const auto proposed = [&] {
        return list_proposed_bodies(needs, ledger.zhang_min, ledger.programme)->size();
    };
    EXPECT_EQ(proposed(), 0u) << "an import that nobody confirmed says nothing";
    ASSERT_EQ(code_of(plan::confirm_import(plans, ledger.zhang_min, import, 1,
                                           plan::NewUnits::leave_as_names)),
              "accepted");
    appoint("周桂芳", ledger.finance, "党组书记、局长");
    EXPECT_EQ(proposed(), 1u);
    EXPECT_EQ(code_of(list_proposed_bodies(needs, ledger.li_qiang, ledger.programme)),
              "only_the_office_edits");
    const auto taken = take_over_proposed_bodies(needs, ledger.zhang_min, ledger.programme);
    ASSERT_EQ(code_of(taken), "accepted");
    ASSERT_EQ(taken->rows.size(), 1u);
    const auto& terms = taken->rows[0].terms;
    EXPECT_EQ(terms.name, "整改工作领导小组");
    EXPECT_EQ(terms.duties, "统一领导整改工作，研究重大事项。");
    ASSERT_EQ(terms.members.size(), 4u);
    EXPECT_TRUE(terms.members[0].person) << "one of that name is registered";
    EXPECT_EQ(terms.members[0].post, "党组书记、局长");
    EXPECT_FALSE(terms.members[1].person) << "nobody of that name is";
    EXPECT_EQ(proposed(), 0u);
    EXPECT_EQ(take_over_proposed_bodies(needs, ledger.zhang_min, ledger.programme)->rows.size(), 1u)
        << "once";
    fs::remove_all(folder);
    ledger.expect_sound_journal();
}

TEST_P(Bodies, make_the_tiers_of_a_row_together_with_posts) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(row, "修订采购制度");
    const auto names = [&](std::size_t tier) {
        const auto tiers = *view_tiers(needs, ledger.zhang_min, measure.measure.id);
        std::string all;
        for (const auto& one : tiers.at(tier).who) all += one.name;
        return all;
    };
    EXPECT_EQ(names(0) + names(1) + names(2), "");
    added(wanted());
    EXPECT_EQ(names(0), "韩征") << "heads the group";
    EXPECT_EQ(names(1), "周远") << "leads in 采购科";
    appoint("周桂芳", ledger.finance, "局长");
    appoint("钱立", ledger.procurement, "科长");
    EXPECT_EQ(names(0), "周桂芳") << "the head of the unit comes before the head of the group";
    EXPECT_EQ(names(2), "钱立");
    const auto of_problem = view_tiers(needs, ledger.li_qiang, row.problem.id);
    ASSERT_EQ(code_of(of_problem), "accepted");
    EXPECT_EQ(of_problem->at(2).who.at(0).post, "科长");
    EXPECT_EQ(code_of(view_tiers(needs, ledger.sun_li, row.problem.id)), "problem_not_found");
    EXPECT_EQ(code_of(view_tiers(needs, ledger.sun_li, measure.measure.id)), "measure_not_found");
}

}  // namespace
}  // namespace bodies
