// The tree of units changes and the ledger with it: who saw a row through its unit sees it through
// the unit's new place, at once, and nobody is left holding what nobody answers for.
#include <thread>

#include "accounts/unit_tree_store.hpp"
#include "base/test_contract.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/unit_tree_json.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::TestLedger;

class UnitTree : public testing::OneLedger {
  protected:
    accounts::Unit unit(base::UnitId id) {
        return ledger.here.database.read(
            [&](db::Transaction& transaction) { return *accounts::load_unit(transaction, id); });
    }
    std::string move(base::UnitId id, std::optional<base::UnitId> parent) {
        return code_of(move_unit(needs, ledger.zhang_min, {id, unit(id).version}, parent));
    }
    std::string merge(base::UnitId id, base::UnitId into) {
        return code_of(merge_unit(needs, ledger.zhang_min, {id, unit(id).version}, into));
    }
    base::Result<UnitView> close(base::UnitId id) {
        return close_unit(needs, ledger.zhang_min, {id, unit(id).version});
    }
    /// Somebody whose account is bound to the unit, with the path as it is now.
    base::Actor at(base::UnitId id) { return ledger.of_unit("某人", id); }
    std::int64_t rows_seen_from(base::UnitId id) {
        const auto who = at(id);
        return ledger.measures({}, who).total + ledger.problems({}, who).total;
    }
    /// Copies that are not what the tables of holders say.
    std::int64_t wrong_copies() {
        std::int64_t wrong = 0;
        for (const std::string row : {"problem", "measure"})
            wrong += ledger.number_in("SELECT count(*) FROM " + row +
                                      "_unit h JOIN unit u ON u.id"
                                      " = h.unit_id JOIN " +
                                      row + " r ON r.id = h." + row +
                                      "_id WHERE r.holder_paths NOT LIKE '%|' || u.path || '|%'");
        return wrong;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(UnitTree);

TEST_P(UnitTree, a_moved_unit_takes_its_rows_out_of_one_sight_into_another) {
    const auto bureau = ledger.here.unit("教育局", ledger.district);
    const auto school = ledger.here.unit("第一中学", bureau);
    const auto office = ledger.here.unit("教务处", school);
    const auto row = ledger.add("招生不规范", TestLedger::held_by("第一中学", school));
    ledger.add(row, "修订招生办法", TestLedger::held_by("教务处", office));
    ledger.add(row, "公开招生结果");
    EXPECT_EQ(rows_seen_from(bureau), 3);
    EXPECT_EQ(rows_seen_from(ledger.audit), 0);
    const auto old_boss = at(bureau), new_boss = at(ledger.audit);

    ASSERT_EQ(move(school, ledger.audit), "accepted");
    EXPECT_EQ(unit(office).path, unit(school).path + std::to_string(unit(office).number) + "/");
    EXPECT_EQ(ledger.problems({}, old_boss).total, 0);
    EXPECT_EQ(ledger.measures({}, old_boss).total, 0);
    EXPECT_EQ(ledger.problems({}, new_boss).total, 1);
    EXPECT_EQ(ledger.measures({}, new_boss).total, 2);
    EXPECT_EQ(rows_seen_from(school), 3);
    EXPECT_EQ(rows_seen_from(office), 1);
    EXPECT_EQ(wrong_copies(), 0);
    EXPECT_EQ(move(school, ledger.audit), "accepted");  // there already
    EXPECT_EQ(unit(school).version, 2);
    ledger.expect_sound_journal();
}

TEST_P(UnitTree, an_account_sees_by_the_new_place_at_its_next_request) {
    auto& here = ledger.here;
    const auto school = here.unit("第一中学", ledger.audit);
    const auto row = ledger.add("招生不规范", TestLedger::held_by("第一中学", school));
    const auto opened = here.account("sunli", accounts::Role::responsible_unit, ledger.audit);
    const auto session = here.working_session(opened);
    const auto now_seen = [&] {
        const auto who = accounts::authenticate(here.needs, {.token = session.token});
        EXPECT_TRUE(who && *who);
        return ledger.problems({}, **who).total;
    };
    EXPECT_EQ(now_seen(), 1);
    ASSERT_EQ(move(school, ledger.procurement), "accepted");
    EXPECT_EQ(now_seen(), 0);
    ASSERT_EQ(move(ledger.audit, ledger.budget), "accepted");
    ASSERT_EQ(move(school, ledger.audit), "accepted");
    EXPECT_EQ(now_seen(), 1);
    EXPECT_EQ(ledger.problem(row.problem.id).version, 1);  // copies are no change of the row
}

TEST_P(UnitTree, a_move_that_would_spoil_the_tree_is_refused) {
    EXPECT_EQ(move(ledger.district, ledger.procurement), "unit_below_itself");
    EXPECT_EQ(move(ledger.finance, ledger.finance), "unit_below_itself");
    ledger.here.unit("采购科", ledger.audit);
    EXPECT_EQ(move(ledger.procurement, ledger.audit), "unit_name_taken");
    EXPECT_EQ(move(ledger.procurement, ledger.here.make_id<base::UnitId>()), "unit_unknown");
    const auto stale = move_unit(needs, ledger.zhang_min, {ledger.procurement, 7}, ledger.district);
    EXPECT_EQ(code_of(stale), "somebody_else_changed_it");
    auto narrow = ledger.zhang_min;
    narrow.scope = {{{unit(ledger.finance).path, {}}}, {}};
    EXPECT_EQ(code_of(move_unit(needs, narrow, {ledger.audit, 1}, ledger.finance)), "unit_unknown");
    EXPECT_EQ(code_of(move_unit(needs, narrow, {ledger.budget, 1}, ledger.audit)), "unit_unknown");
    EXPECT_EQ(code_of(move_unit(needs, narrow, {ledger.budget, 1}, std::nullopt)),
              "a_root_needs_the_whole_tree");
    EXPECT_EQ(wrong_copies(), 0);
}

TEST_P(UnitTree, what_a_merged_unit_held_is_held_by_its_successor) {
    auto& here = ledger.here;
    const auto desk = here.unit("采购专班", ledger.procurement);
    const auto account = here.account("liqiang", accounts::Role::handler, ledger.procurement);
    const auto done_row =
        ledger.add("已经解决的问题", TestLedger::held_by("采购科", ledger.procurement));
    const auto done = ledger.add(done_row, "已经落实的措施");
    ledger.claim(done_row.problem.id, ledger.li_qiang);
    ledger.finish(done.measure.id, ledger.li_qiang);
    ledger.strike_off(done_row.problem.id, ledger.li_qiang);
    auto both = TestLedger::held_by("采购科", ledger.procurement);
    both.push_back({HolderRole::responsible_unit, "预算科", ledger.budget, std::nullopt});
    both.push_back({HolderRole::cooperating_unit, "审计局", ledger.audit, std::nullopt});
    const auto row = ledger.add("采购管理不规范", both);
    const auto measure =
        ledger.add(row, "修订采购制度", TestLedger::held_by("采购科", ledger.procurement));
    const auto heir = at(ledger.budget);

    ASSERT_EQ(merge(ledger.procurement, ledger.budget), "accepted");
    const auto closed = unit(ledger.procurement);
    EXPECT_FALSE(closed.is_open());
    EXPECT_EQ(closed.merged_into, ledger.budget);
    EXPECT_EQ(unit(desk).parent, ledger.budget);
    EXPECT_TRUE(unit(desk).path.starts_with(unit(ledger.budget).path));
    const auto held = ledger.problem(row.problem.id).responsibility;
    ASSERT_EQ(held.size(), 2u);  // the successor stood there already, once is enough
    EXPECT_EQ(held[0].unit, ledger.budget);
    EXPECT_EQ(held[0].name, "预算科");
    EXPECT_EQ(held[1].unit, ledger.audit);
    EXPECT_EQ(ledger.measure(measure.measure.id).responsibility,
              TestLedger::held_by("预算科", ledger.budget));
    EXPECT_EQ(ledger.measure(measure.measure.id).version, 2);
    // What was struck off stays with whom it was, and its successor sees it.
    EXPECT_EQ(ledger.problem(done_row.problem.id).responsibility[0].unit, ledger.procurement);
    EXPECT_EQ(ledger.problems({}, heir).total, 2);
    EXPECT_EQ(ledger.measures({}, heir).total, 2);
    EXPECT_EQ(wrong_copies(), 0);
    const auto moved = accounts::load_account_named(here.needs, account.account.name);
    ASSERT_TRUE(moved->unit);
    EXPECT_EQ(moved->unit->id, ledger.budget);
    EXPECT_EQ(merge(ledger.procurement, ledger.budget), "accepted");  // said twice
    ledger.expect_sound_journal();
}

TEST_P(UnitTree, a_programme_goes_where_the_unit_it_inspects_goes) {
    const auto row = ledger.add("采购管理不规范");
    ledger.add(row, "修订采购制度", TestLedger::held_by("采购科", ledger.procurement));
    const auto version =
        view_programme(needs, ledger.zhang_min, ledger.programme)->programme.version;
    const auto heir = at(ledger.audit);
    EXPECT_EQ(ledger.problems({}, heir).total, 0);
    ASSERT_EQ(merge(ledger.finance, ledger.audit), "accepted");
    const auto programme = view_programme(needs, heir, ledger.programme);
    ASSERT_TRUE(programme);
    EXPECT_EQ(programme->programme.inspected_unit, ledger.audit);
    EXPECT_EQ(programme->programme.version, version + 1);
    EXPECT_EQ(ledger.problems({}, heir).total, 1);
    EXPECT_EQ(ledger.measures({}, heir).total, 1);
    EXPECT_EQ(unit(ledger.procurement).parent, ledger.audit);
    EXPECT_EQ(wrong_copies(), 0);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM problem_unit h JOIN unit u ON u.id = "
                               "h.unit_id WHERE u.closed_at IS NOT NULL"),
              0);
    ledger.expect_sound_journal();
}

TEST_P(UnitTree, a_merger_that_two_children_of_one_name_stand_against_is_refused_whole) {
    ledger.here.unit("采购科", ledger.audit);
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    EXPECT_EQ(merge(ledger.finance, ledger.audit), "unit_name_taken");
    EXPECT_EQ(merge(ledger.finance, ledger.procurement), "unit_below_itself");
    EXPECT_EQ(merge(ledger.finance, ledger.finance), "unit_below_itself");
    EXPECT_TRUE(unit(ledger.finance).is_open());
    EXPECT_EQ(unit(ledger.budget).parent, ledger.finance);
    EXPECT_EQ(ledger.problem(row.problem.id).version, 1);
    EXPECT_EQ(merge(ledger.procurement, ledger.finance), "accepted");  // into its own parent
    EXPECT_EQ(wrong_copies(), 0);
}

TEST_P(UnitTree, a_scope_on_a_merged_unit_does_not_grow) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger.add("预算编制不细", TestLedger::held_by("预算科", ledger.budget));
    auto observer = ledger.office("观察员");
    observer.acts = accounts::acts_of(accounts::Role::observer);
    observer.scope = {{{unit(ledger.procurement).path, {}}}, {}};
    EXPECT_EQ(ledger.problems({}, observer).total, 1);
    ASSERT_EQ(merge(ledger.procurement, ledger.budget), "accepted");
    observer.scope = {{{unit(ledger.procurement).path, {}}}, {}};
    EXPECT_EQ(ledger.problems({}, observer).total, 0);
}

TEST_P(UnitTree, a_unit_is_closed_when_nothing_open_hangs_on_it_and_never_before) {
    auto& here = ledger.here;
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(row, "修订采购制度");
    const auto desk = here.unit("采购专班", ledger.procurement);
    const auto account = here.account("liqiang", accounts::Role::handler, ledger.procurement);

    auto refused = close(ledger.procurement);
    ASSERT_EQ(code_of(refused), "unit_has_open_units");
    EXPECT_EQ(refused.error().args[1].second, "采购专班");
    ASSERT_TRUE(close(desk));
    refused = close(ledger.procurement);
    ASSERT_EQ(code_of(refused), "unit_has_active_accounts");
    EXPECT_EQ(refused.error().args[1].second, "liqiang");
    ASSERT_TRUE(accounts::set_disabled(here.needs, account.account.id, {1, true},
                                       accounts::operator_actor()));
    refused = close(ledger.procurement);
    ASSERT_EQ(code_of(refused), "unit_holds_open_rows");
    EXPECT_EQ(refused.error().args[0].second, "2");
    EXPECT_EQ(refused.error().args[1].second,
              "《青云区财政局巡察整改》问题1、《青云区财政局巡察整改》措施1");
    EXPECT_EQ(view_unit(needs, ledger.zhang_min, ledger.procurement)->open_rows, 2);
    EXPECT_EQ(unit(ledger.procurement).version, 1);

    ledger.claim(row.problem.id, ledger.li_qiang);
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ledger.strike_off(row.problem.id, ledger.li_qiang);
    ASSERT_EQ(code_of(close(ledger.procurement)), "accepted");
    ASSERT_EQ(code_of(close(ledger.procurement)), "accepted");  // said twice
    EXPECT_EQ(ledger.problem(row.problem.id).responsibility[0].name, "采购科");
    EXPECT_EQ(code_of(accounts::set_disabled(here.needs, account.account.id, {2, false},
                                             accounts::operator_actor())),
              "unit_is_closed");
    EXPECT_EQ(ledger.problems({}, ledger.li_qiang).total, 1);  // still there to be read
    ledger.expect_sound_journal();
}

TEST_P(UnitTree, what_nobody_may_know_of_keeps_a_unit_open_without_being_named) {
    const auto row = ledger.add("涉嫌问题", TestLedger::held_by("采购科", ledger.procurement));
    const auto guarded =
        ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            auto problem = *load_problem(transaction, row.problem.id, base::unbounded());
            problem.guards = {base::Guard::clues};
            save_guards(transaction, problem);
            return {};
        });
    ASSERT_TRUE(guarded);
    EXPECT_EQ(view_unit(needs, ledger.zhang_min, ledger.procurement)->open_rows, 0);
    const auto refused = close(ledger.procurement);
    ASSERT_EQ(code_of(refused), "unit_holds_other_open_rows");
    EXPECT_TRUE(refused.error().args.empty());
    ASSERT_EQ(merge(ledger.procurement, ledger.budget), "accepted");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM problem_unit WHERE guards <> 0"), 2);
    EXPECT_EQ(wrong_copies(), 0);
}

TEST_P(UnitTree, a_closed_unit_is_given_nothing_any_more) {
    ASSERT_TRUE(close(ledger.audit));
    const NewProblem wanted{ledger.here.make_id<ProblemId>(),
                            std::nullopt,
                            "党的建设方面",
                            "问题",
                            "",
                            TestLedger::held_by("审计局", ledger.audit),
                            {}};
    EXPECT_EQ(code_of(add_problem(needs, ledger.zhang_min, ledger.programme, wanted)),
              "unit_is_closed");
    auto programme = ledger.wanted_programme("审计局整改");
    programme.inspected_unit = ledger.audit;
    EXPECT_EQ(code_of(open_programme(needs, ledger.zhang_min, programme)), "unit_is_closed");
    EXPECT_EQ(move(ledger.budget, ledger.audit), "unit_is_closed");
    EXPECT_EQ(merge(ledger.budget, ledger.audit), "unit_is_closed");
}

// A row is given to a unit at the moment it moves: whoever comes first, the copy in the row is true
// afterwards.
TEST_P(UnitTree, rows_given_to_a_unit_that_is_on_the_move_are_found_under_its_new_parent) {
    constexpr int rounds = 15;
    const auto id = ledger.procurement;
    // Each side draws ids of its own.
    base::SeededRandom random{99};
    const Needs other{needs.database, needs.clock, random, needs.journal};
    std::string refused;
    std::thread giving([&] {
        for (int i = 0; i < rounds; ++i) {
            const auto added = add_problem(other, ledger.zhang_min, ledger.programme,
                                           {ProblemId::make(needs.clock.now(), random),
                                            std::nullopt,
                                            "党的建设方面",
                                            "问题",
                                            "",
                                            TestLedger::held_by("采购科", id),
                                            {}});
            if (!added) refused += added.error().code + " ";
        }
    });
    for (int i = 0; i < rounds; ++i) {
        const auto to = i % 2 == 0 ? ledger.audit : ledger.finance;
        const auto code = move(id, to);
        if (code != "accepted") refused += code + " ";
    }
    giving.join();
    EXPECT_EQ(refused, "");
    EXPECT_EQ(wrong_copies(), 0);
    EXPECT_EQ(rows_seen_from(ledger.audit), rounds);
    ledger.expect_sound_journal();
}

const base::testing::Contract contract{"ledger"};

TEST(UnitTreeMessages, are_the_ones_of_the_contract) {
    const auto id = *base::UnitId::parse("01900000-0000-7000-8000-0000000000c1");
    const auto place = read_unit_place(contract.golden("move_unit"));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->version, 3);
    EXPECT_EQ(place->parent, id);
    EXPECT_EQ(read_unit_merger(contract.golden("merge_unit"))->into, id);
    EXPECT_EQ(*read_unit_closure(contract.golden("close_unit")), 3);
    EXPECT_EQ(code_of(read_unit_merger(R"({"version":1})")), "missing");
    EXPECT_EQ(code_of(read_unit_place(R"({"version":1,"parent":null})")), "unknown_field");
    UnitView view{{.id = *base::UnitId::parse("01900000-0000-7000-8000-0000000000c2"),
                   .number = 4,
                   .name = "青云县财政局",
                   .short_name = "县财政局",
                   .kind = accounts::UnitKind::department,
                   .parent = id,
                   .path = "/1/4/",
                   .closed_at = base::Instant{1'719'735'300'000},
                   .merged_into = id},
                  2,
                  12,
                  3,
                  41,
                  1};
    contract.expect(to_json(view), "unit");
}

}  // namespace
}  // namespace ledger
