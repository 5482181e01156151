// Units are merged and closed, and what beside the ledger names them: regulations, campaigns,
// bodies, checks, copies of feedback.
#include "app/held_tables.hpp"
#include "bodies/body_actions.hpp"
#include "campaigns/campaign_actions.hpp"
#include "inspections/feedback_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/unit_tree_actions.hpp"
#include "regulations/regulation_actions.hpp"
#include "supervision/check_actions.hpp"

namespace app {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;

class HeldTables : public ledger::testing::OneLedger {
  protected:
    void SetUp() override { whole.held = held_tables(); }
    template <class Id>
    Id make_id() {
        return ledger.here.make_id<Id>();
    }
    std::int64_t version_of(base::UnitId id) {
        return ledger.here.database.read([&](db::Transaction& transaction) {
            return accounts::load_unit(transaction, id)->version;
        });
    }
    std::string merge(base::UnitId from, base::UnitId into) {
        return code_of(ledger::merge_unit(whole, ledger.zhang_min, {from, version_of(from)}, into));
    }
    base::Result<ledger::UnitView> close(base::UnitId id) {
        return ledger::close_unit(whole, ledger.zhang_min, {id, version_of(id)});
    }
    regulations::RegulationId regulation() {
        regulations::NewRegulation one{make_id<regulations::RegulationId>(), ledger.programme, {}};
        one.terms.title = "采购管理办法";
        one.terms.unit = ledger.procurement;
        EXPECT_EQ(code_of(regulations::add_regulation(needs, ledger.zhang_min, one)), "accepted");
        return one.id;
    }
    supervision::Check check(bool announced, std::vector<supervision::VisitedUnit> units) {
        const auto person = ledger.here
                                .account("wuqing" + std::to_string(units.size()),
                                         accounts::Role::supervision_team, ledger.audit)
                                .account.person;
        supervision::NewCheck one{make_id<supervision::CheckId>(), ledger.programme, announced, {}};
        one.terms.subject = "二季度督查";
        one.terms.begins_on = one.terms.ends_on = day("2024-07-01");
        one.terms.team = {{"x", person, true}};
        one.terms.units = std::move(units);
        const auto made = supervision::plan_check(needs, ledger.zhang_min, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    /// The units of a table that is read, joined.
    std::string units_in(const std::string& table) {
        return ledger.here.database.read([&](db::Transaction& transaction) {
            std::string names;
            transaction.each("SELECT u.name FROM " + table +
                                 " x JOIN unit u ON u.id = x.unit_id ORDER BY u.name",
                             {}, [&](const db::Row& row) {
                                 names += (names.empty() ? "" : "、") + row.string(0);
                             });
            return names;
        });
    }

    ledger::Needs whole = ledger.needs;
};
ZHENGGAI_ON_BOTH_ENGINES(HeldTables);

TEST_P(HeldTables, follow_a_unit_that_is_merged) {
    const auto id = regulation();
    check(true, {{ledger.procurement, ""}, {ledger.budget, ""}});
    bodies::NewBody body{make_id<bodies::BodyId>(), ledger.programme, {}};
    body.terms.name = "整改工作领导小组";
    body.terms.unit = bodies::UnitRef{ledger.procurement, ""};
    bodies::Member deputy{bodies::MemberRole::deputy, "周远", ""};
    deputy.portfolio = {{ledger.procurement, ""}, {ledger.budget, ""}};
    bodies::Member support{bodies::MemberRole::support, "", ""};
    support.unit = bodies::UnitRef{ledger.procurement, ""};
    body.terms.members = {deputy, support};
    ASSERT_EQ(code_of(bodies::add_body(needs, ledger.zhang_min, body)), "accepted");
    const auto feedback = make_id<inspections::FeedbackId>();
    const auto made =
        inspections::register_feedback(needs, ledger.zhang_min, {feedback, ledger.programme, {}});
    ASSERT_EQ(code_of(made), "accepted");
    const inspections::Copy waiting{
        inspections::CopyRole::other, "采购科", day("2024-06-01"), "", {}, ledger.procurement},
        received{inspections::CopyRole::other,
                 "采购科",
                 day("2024-06-01"),
                 "李强",
                 day("2024-06-02"),
                 ledger.procurement};
    ASSERT_TRUE(inspections::set_feedback_copies(
        needs, ledger.zhang_min, {feedback, made->feedback.version}, {waiting, received}));
    const auto notes = [&] {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'merge_unit'");
    };
    ASSERT_EQ(merge(ledger.procurement, ledger.budget), "accepted");
    EXPECT_EQ(units_in("regulation"), "预算科");
    EXPECT_EQ(units_in("site_check_unit"), "预算科") << "once is enough";
    EXPECT_EQ(units_in("body"), "预算科");
    EXPECT_EQ(units_in("body_portfolio"), "预算科");
    EXPECT_EQ(units_in("feedback_copy"), "采购科、预算科") << "what was received stays as it was";
    const auto bodies_now = bodies::view_bodies(needs, ledger.zhang_min, ledger.programme);
    EXPECT_EQ(bodies_now->rows[0].version, 2) << "one change, however many places";
    EXPECT_EQ(bodies_now->rows[0].terms.members[1].name, "预算科");
    EXPECT_EQ(regulations::view_regulation(needs, ledger.zhang_min, id)->version, 2);
    EXPECT_EQ(notes(), 5) << "the unit, and each thing once";
    ledger.expect_sound_journal();
}

TEST_P(HeldTables, leave_what_is_over_with_whom_it_was) {
    const auto id = regulation();
    ASSERT_EQ(code_of(regulations::move_regulation(
                  needs, ledger.zhang_min, {id, 1},
                  {regulations::RegulationAct::give_up, day("2024-06-30"), "", "不再需要制定"})),
              "accepted");
    const auto over = check(true, {{ledger.procurement, ""}});
    ASSERT_TRUE(supervision::cancel_check(needs, ledger.zhang_min, {over.id, over.version},
                                          "改为下月进行"));
    ASSERT_EQ(merge(ledger.procurement, ledger.budget), "accepted");
    EXPECT_EQ(units_in("regulation"), "采购科");
    EXPECT_EQ(units_in("site_check_unit"), "采购科");
}

TEST_P(HeldTables, keep_a_unit_open_and_tell_of_no_check_that_was_not_announced) {
    check(false, {{ledger.procurement, ""}});
    EXPECT_EQ(code_of(close(ledger.procurement)), "accepted");
    ASSERT_EQ(code_of(accounts::reopen_unit(ledger.here.needs,
                                            {ledger.procurement, version_of(ledger.procurement)},
                                            ledger.zhang_min)),
              "accepted");
    (void)regulation();
    const auto refused = close(ledger.procurement);
    ASSERT_EQ(code_of(refused), "unit_holds_open_rows");
    EXPECT_EQ(refused.error().args[1].second, "《青云区财政局巡察整改》制度1");
}

}  // namespace
}  // namespace app
