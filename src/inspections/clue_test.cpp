// Clues handed over: who may see and keep them, what is due when, how they are counted, and that
// nobody else can tell whether there is one.
#include "inspections/clue.hpp"

#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "inspections/clue_json.hpp"
#include "ledger/test_ledger.hpp"

namespace inspections {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;

base::Actor cleared(base::Actor actor) {
    actor.scope.cleared = base::Guards{base::Guard::clues};
    return actor;
}

Handing plain() {
    Handing handing;
    handing.mark = "线索〔2024〕3号";
    handing.source = "巡察反馈移交";
    handing.person = "钱立";
    handing.matter = "违规出租国有门面，低于评估价。";
    handing.receiver_name = "区纪委监委第二监督检查室";
    handing.handed_on = day("2024-03-20");
    return handing;
}

TEST(ClueRules, say_what_must_be_told_and_until_when_the_result_is_due) {
    const auto today = day("2024-06-30");
    const auto refused = [&](auto change) {
        auto one = plain();
        change(one);
        return code_of(check(one, today));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& one) { one.matter = "问题"; }), "clue_matter_too_short");
    EXPECT_EQ(refused([](auto& one) { one.receiver_name.clear(); }), "clue_receiver_missing");
    EXPECT_EQ(refused([](auto& one) { one.handed_on = day("2024-07-01"); }),
              "clue_day_in_the_future");
    Clue clue;
    clue.handing = plain();
    EXPECT_EQ(due_on(clue.handing), day("2024-06-20"));
    EXPECT_EQ(days_over(clue, today), 10);
    EXPECT_EQ(days_over(clue, day("2024-06-20")), std::nullopt);
    clue.handing.months = 6;
    EXPECT_EQ(days_over(clue, today), std::nullopt);
    clue.handing.months = 3;
    clue.handling.returned_on = day("2024-06-29");
    EXPECT_EQ(days_over(clue, today), std::nullopt);
}

TEST(ClueRules, know_their_names) {
    for (const auto one : receivers) EXPECT_EQ(receiver_of(name_of(one)), one);
    for (const auto one : ways) EXPECT_EQ(way_of(name_of(one)), one);
    for (const auto one : clue_results) EXPECT_EQ(clue_result_of(name_of(one)), one);
}

class Clues : public ledger::testing::OneLedger {
  protected:
    Clue wanted() {
        Clue one;
        one.id = ledger.here.make_id<ClueId>();
        one.programme = ledger.programme;
        one.handing = plain();
        one.handing.unit = ledger.finance;
        return one;
    }
    Clue recorded(const Clue& one) {
        const auto made = record_clue(needs, office, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    base::Result<ClueView> view(const base::Actor& who, ClueFilter filter = {}) {
        filter.programme = ledger.programme;
        return view_clues(needs, who, filter);
    }
    std::int64_t noted(std::string_view act) {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = '" +
                                std::string(act) + "'");
    }
    base::Actor office = cleared(ledger.zhang_min);
};
ZHENGGAI_ON_BOTH_ENGINES(Clues);

TEST_P(Clues, are_numbered_handled_and_counted_by_result) {
    const auto first = recorded(wanted());
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.unit_name, "财政局");
    EXPECT_EQ(recorded(wanted()).number, 2);
    const Handling handling{"办案人员甲", Way::preliminary,  ClueResult::unfounded,
                            "查无实据",   day("2024-06-10"), day("2024-06-12")};
    const auto handled = handle_clue(needs, office, {first.id, 1}, handling);
    ASSERT_EQ(code_of(handled), "accepted");
    EXPECT_EQ(handled->handling, handling);
    EXPECT_EQ(code_of(handle_clue(needs, office, {first.id, 1}, {})), "somebody_else_changed_it");
    const auto seen = view(office);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->page.rows.at(0).number, 2) << "what is open stands first";
    EXPECT_EQ(seen->results,
              (std::vector<ResultCount>{{ClueResult::none, 1}, {ClueResult::unfounded, 1}}));
    ClueFilter filter;
    filter.which = WhichClues::overdue;
    EXPECT_EQ(view(office, filter)->page.total, 1);
    ledger.expect_sound_journal();
}

TEST_P(Clues, are_refused_results_that_do_not_hold_together) {
    const auto one = recorded(wanted());
    const auto handle = [&](const Handling& handling) {
        return code_of(handle_clue(needs, office, {one.id, 1}, handling));
    };
    EXPECT_EQ(handle({"", Way::filed, ClueResult::none, "", {}, day("2024-06-12")}),
              "clue_result_missing");
    EXPECT_EQ(handle({"", Way::none, ClueResult::reminded, "", {}, {}}), "clue_way_missing");
    EXPECT_EQ(handle({"", Way::filed, ClueResult::reminded, "", day("2024-03-01"), {}}),
              "clue_day_before_handing");
    EXPECT_EQ(handle({"", Way::filed, ClueResult::reminded, "", {}, day("2024-07-12")}),
              "clue_day_in_the_future");
}

TEST_P(Clues, are_hidden_from_everybody_who_is_not_cleared_as_if_there_were_none) {
    const auto before = view(ledger.zhang_min);
    const auto overdue_before = view_overdue_clues(needs, ledger.zhang_min, {});
    const auto one = recorded(wanted());
    EXPECT_EQ(code_of(before), "clues_are_restricted");
    EXPECT_EQ(before.error(), view(ledger.zhang_min).error());
    EXPECT_EQ(overdue_before.error(), view_overdue_clues(needs, ledger.zhang_min, {}).error());
    const auto unknown = ledger.here.make_id<ClueId>();
    for (const auto id : {one.id, unknown}) {
        EXPECT_EQ(code_of(handle_clue(needs, ledger.zhang_min, {id, 1}, {})),
                  "clues_are_restricted");
        EXPECT_EQ(code_of(revoke_clue(needs, ledger.zhang_min, {id, 1}, "登记有误，须撤销")),
                  "clues_are_restricted");
    }
    EXPECT_EQ(code_of(record_clue(needs, ledger.zhang_min, wanted())), "clues_are_restricted");
}

TEST_P(Clues, keep_to_the_scope) {
    recorded(wanted());
    EXPECT_EQ(view(cleared(ledger.zhou_guifang))->page.total, 1);
    EXPECT_EQ(view_overdue_clues(needs, cleared(ledger.sun_li), {})->total, 0);
    EXPECT_EQ(code_of(record_clue(needs, cleared(ledger.zhou_guifang), wanted())),
              "only_reviewers_keep_clues");
    auto other = wanted();
    other.handing.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(record_clue(needs, office, other)), "unit_unknown");
}

TEST_P(Clues, climb_to_those_cleared_when_the_result_is_late) {
    recorded(wanted());
    auto fresh = wanted();
    fresh.handing.handed_on = day("2024-06-01");
    recorded(fresh);
    const auto late = view_overdue_clues(needs, office, {});
    ASSERT_TRUE(late);
    ASSERT_EQ(late->total, 1);
    EXPECT_EQ(late->rows[0].number, 1);
}

TEST_P(Clues, are_revoked_with_a_reason_and_stay_on_record) {
    const auto one = recorded(wanted());
    EXPECT_EQ(code_of(revoke_clue(needs, office, {one.id, 1}, "误")), "reason_too_short");
    const auto revoked = revoke_clue(needs, office, {one.id, 1}, "登记到了别的单位名下");
    ASSERT_EQ(code_of(revoked), "accepted");
    EXPECT_EQ(code_of(handle_clue(needs, office, {one.id, 2}, {"甲", Way::filed})),
              "clue_is_revoked");
    EXPECT_EQ(view(office)->page.total, 1);
    EXPECT_TRUE(view(office)->results.empty()) << "what is revoked does not count";
    EXPECT_EQ(view_overdue_clues(needs, office, {})->total, 0);
    EXPECT_EQ(noted("revoke_clue"), 1);
    EXPECT_EQ(recorded(wanted()).number, 2) << "numbers are never given again";
}

TEST_P(Clues, said_twice_are_recorded_once_and_leave_a_trace_of_who_looked) {
    const auto one = wanted();
    recorded(one);
    EXPECT_EQ(recorded(one).number, 1);
    auto other = one;
    other.handing.person = "别人";
    EXPECT_EQ(code_of(record_clue(needs, office, other)), "same_id_other_content");
    ASSERT_TRUE(view(office));
    ASSERT_TRUE(view(office));
    EXPECT_EQ(noted("read_restricted"), 1) << "once an hour";
}

const base::testing::Contract contract{"inspections"};

TEST(ClueMessages, are_those_of_the_contract) {
    using base::testing::golden_id;
    auto office = base::Actor{};
    office.acts = accounts::acts_of(Role::rectification_office);
    office = cleared(office);
    const ledger::Reader reader{office, day("2024-06-30")};
    Clue one;
    one.id = golden_id<ClueId>("d1");
    one.programme = golden_id<base::ProgrammeId>("b1");
    one.programme_title = "财政局巡察整改";
    one.number = 3;
    one.handing = plain();
    one.handing.unit = golden_id<base::UnitId>("c2");
    one.unit_name = "财政局";
    one.handling = {"甲", Way::preliminary, ClueResult::none, "", {}, {}};
    one.recorded_by = "张敏";
    one.recorded_at = base::Instant{1'719'735'300'000};
    contract.expect(to_json(ClueView{{{one}, 1}, {{ClueResult::none, 1}}}, {1, 50}, reader),
                    "clue_page");
    contract.expect(to_json(CluePage{{one}, 1}, reader), "overdue_clues");
    const auto read = read_new_clue(contract.golden("new_clue"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->handing, one.handing);
}

}  // namespace
}  // namespace inspections
