// Campaigns on both engines: opened, measures chosen, milestones, results summed, concluded; seen
// as far as somebody sees the rows.
#include <gtest/gtest.h>

#include "campaigns/campaign_actions.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace campaigns {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Campaigns : public ledger::testing::OneLedger {
  protected:
    NewCampaign wanted() {
        NewCampaign one{ledger.here.make_id<CampaignId>(), ledger.programme, {}};
        one.terms.name = "违规发放津补贴专项治理";
        one.terms.goal = "违规发放的津补贴全部清退。";
        one.terms.unit = ledger.finance;
        one.terms.begins_on = day("2024-06-01");
        one.terms.ends_on = day("2024-09-30");
        return one;
    }
    CampaignView opened(const NewCampaign& one) {
        const auto made = open_campaign(needs, ledger.zhang_min, one);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    CampaignView opened() { return opened(wanted()); }
    static SeenCampaign seen(const CampaignView& view) {
        return {view.brief.campaign.id, view.brief.campaign.version};
    }
    CampaignView chosen(const CampaignView& view, const std::vector<MeasureId>& measures) {
        const auto done = choose_measures(needs, ledger.zhang_min, seen(view), measures);
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }
    std::int64_t total(const base::Actor& who) {
        CampaignFilter filter;
        filter.programme = ledger.programme;
        const auto page = list_campaign_page(needs, who, filter);
        EXPECT_EQ(code_of(page), "accepted");
        return page->total;
    }

    ledger::ProblemRow buying =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::ProblemRow paying =
        ledger.add("津补贴发放不规范", TestLedger::held_by("预算科", ledger.budget));
    MeasureId first =
        ledger.add(buying, "清理采购合同", {}, TestLedger::by("2024-06-20")).measure.id;
    MeasureId second = ledger.add(paying, "清退津补贴").measure.id;
};
ZHENGGAI_ON_BOTH_ENGINES(Campaigns);

TEST_P(Campaigns, group_measures_of_several_problems_and_units) {
    const auto one = wanted();
    const auto made = opened(one);
    EXPECT_EQ(made.brief.campaign.number, 1);
    EXPECT_EQ(made.brief.campaign.unit_name, "财政局");
    EXPECT_EQ(opened(one).brief, made.brief) << "said twice";
    auto other = one;
    other.terms.name = "别的";
    EXPECT_EQ(code_of(open_campaign(needs, ledger.zhang_min, other)), "same_id_other_content");
    const auto both = chosen(made, {first, second});
    ASSERT_EQ(both.measures.size(), 2u);
    EXPECT_EQ(both.measures[0].text, "清理采购合同");
    EXPECT_EQ(both.brief.tally, (CampaignTally{2, 0, 0, 0, 1}));
    EXPECT_EQ(code_of(choose_measures(needs, ledger.zhang_min, seen(made), {first})),
              "somebody_else_changed_it");
    const auto again = opened();
    EXPECT_EQ(chosen(again, {second}).measures.size(), 1u) << "a measure stands in several";
    const auto less = chosen(both, {second});
    EXPECT_EQ(less.measures.size(), 1u);
    EXPECT_EQ(chosen(less, {second}).brief.campaign.version, less.brief.campaign.version)
        << "nothing changed";
    CampaignFilter filter;
    filter.programme = ledger.programme;
    filter.measure = first.text();
    EXPECT_EQ(list_campaign_page(needs, ledger.zhang_min, filter)->total, 0);
    filter.measure = second.text();
    const auto page = list_campaign_page(needs, ledger.zhang_min, filter);
    EXPECT_EQ(page->total, 2);
    EXPECT_EQ(page->rows[0].tally.all, 1);
    ledger.expect_sound_journal();
}

TEST_P(Campaigns, derive_how_far_they_are_and_what_was_achieved) {
    auto view = chosen(opened(), {first, second});
    ledger.claim(buying.problem.id, ledger.li_qiang);
    ledger.claim(paying.problem.id, ledger.zhao_li);
    auto entry = ledger.entry("已清退 20 万元", 80);
    entry.results = {{ledger::ResultKind::recovered_yuan, 200000}};
    ASSERT_EQ(code_of(ledger::report_progress(needs, ledger.zhao_li, second, entry)), "accepted");
    entry = ledger.entry("清理合同，收回 3 万元", 50);
    entry.results = {{ledger::ResultKind::recovered_yuan, 30000},
                     {ledger::ResultKind::regulations, 1}};
    ASSERT_EQ(code_of(ledger::report_progress(needs, ledger.li_qiang, first, entry)), "accepted");
    ledger.finish(second, ledger.zhao_li);
    view = *view_campaign(needs, ledger.zhang_min, view.brief.campaign.id);
    EXPECT_EQ(view.brief.tally, (CampaignTally{2, 1, 0, 0, 1}));
    ASSERT_EQ(view.results.size(), 2u);
    EXPECT_EQ(view.results[0].quantity, 230000);
    const auto of_unit = view_campaign(needs, ledger.li_qiang, view.brief.campaign.id);
    ASSERT_EQ(code_of(of_unit), "accepted");
    EXPECT_EQ(of_unit->measures.size(), 1u) << "each sees the rows of their own";
    EXPECT_EQ(of_unit->results[0].quantity, 30000);
    CampaignFilter filter;
    filter.programme = ledger.programme;
    EXPECT_EQ(list_campaign_page(needs, ledger.zhang_min, filter)->rows[0].tally,
              (CampaignTally{2, 1, 0, 0, 1}))
        << "the list counts as the page does";
}

TEST_P(Campaigns, have_milestones_that_are_tasks) {
    const auto view = opened();
    ledger::TaskDraft draft;
    draft.id = ledger.here.make_id<ledger::TaskId>();
    draft.text = "完成自查，报送自查报告";
    draft.unit = ledger.procurement;
    draft.deadline = TestLedger::by("2024-07-15");
    const auto id = view.brief.campaign.id;
    EXPECT_EQ(code_of(add_milestone(needs, ledger.li_qiang, id, draft)), "campaign_unknown");
    const auto added = add_milestone(needs, ledger.zhang_min, id, draft);
    ASSERT_EQ(code_of(added), "accepted");
    ASSERT_EQ(added->milestones.size(), 1u);
    EXPECT_EQ(added->milestones[0].due_on, day("2024-07-15"));
    EXPECT_EQ(added->milestones[0].origin.kind, ledger::OriginKind::campaign);
    EXPECT_EQ(add_milestone(needs, ledger.zhang_min, id, draft)->milestones.size(), 1u) << "once";
    draft.text = "别的";
    EXPECT_EQ(code_of(add_milestone(needs, ledger.zhang_min, id, draft)), "same_id_other_content");
}

TEST_P(Campaigns, are_concluded_with_a_summary_and_reasons) {
    auto view = chosen(opened(), {first, second});
    const Conclusion bare{"清退全部完成。", {}};
    EXPECT_EQ(code_of(conclude_campaign(needs, ledger.zhang_min, seen(view), bare)),
              "unfinished_measure_needs_a_reason");
    const Conclusion full{"清退全部完成，合同清理继续。",
                          {{first, "合同到期后才能清理完毕"}, {second, "余款按协议分期退还"}}};
    const auto done = conclude_campaign(needs, ledger.zhang_min, seen(view), full);
    ASSERT_EQ(code_of(done), "accepted");
    EXPECT_EQ(done->brief.campaign.state, CampaignState::concluded);
    EXPECT_EQ(done->measures[0].reason, "合同到期后才能清理完毕");
    EXPECT_EQ(code_of(choose_measures(needs, ledger.zhang_min, seen(*done), {})),
              "campaign_is_concluded");
    EXPECT_EQ(
        ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'conclude_campaign'"), 1);
    ledger.expect_sound_journal();
}

TEST_P(Campaigns, are_changed_and_given_up_by_the_office) {
    const auto view = chosen(opened(), {first});
    auto terms = view.brief.campaign.terms;
    terms.name = "采购专项治理";
    EXPECT_EQ(code_of(edit_campaign(needs, ledger.li_qiang, seen(view), terms)),
              "only_the_office_edits");
    const auto edited = edit_campaign(needs, ledger.zhang_min, seen(view), terms);
    ASSERT_EQ(code_of(edited), "accepted");
    EXPECT_EQ(edited->brief.campaign.terms.name, "采购专项治理");
    EXPECT_EQ(code_of(give_up_campaign(needs, ledger.zhang_min, seen(*edited), "停")),
              "reason_too_short");
    const auto over = give_up_campaign(needs, ledger.zhang_min, seen(*edited), "并入全区专项治理");
    ASSERT_EQ(code_of(over), "accepted");
    EXPECT_EQ(over->brief.campaign.summary, "并入全区专项治理");
}

TEST_P(Campaigns, are_seen_by_whom_their_rows_concern_and_hide_what_is_guarded) {
    auto view = opened();
    EXPECT_EQ(total(ledger.li_qiang), 0);
    view = chosen(view, {first, second});
    EXPECT_EQ(total(ledger.li_qiang), 1);
    EXPECT_EQ(total(ledger.zhou_guifang), 1);
    CampaignFilter filter;
    filter.programme = ledger.programme;
    EXPECT_EQ(code_of(list_campaign_page(needs, ledger.sun_li, filter)), "programme_not_found");
    EXPECT_EQ(code_of(view_campaign(needs, ledger.sun_li, view.brief.campaign.id)),
              "campaign_unknown");
    auto chief = ledger.zhang_min;
    chief.scope.cleared = base::every_guard;
    ASSERT_EQ(code_of(ledger::guard_problem(needs, chief, ledger.seen(buying.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    const auto seen_now = view_campaign(needs, ledger.zhang_min, view.brief.campaign.id);
    ASSERT_EQ(seen_now->measures.size(), 1u);
    EXPECT_EQ(code_of(choose_measures(needs, ledger.zhang_min, seen(*seen_now), {first})),
              "measure_not_found");
    chosen(*seen_now, {});
    EXPECT_EQ(view_campaign(needs, chief, view.brief.campaign.id)->measures.size(), 1u)
        << "what the office does not see stays";
    EXPECT_EQ(code_of(view_campaign(needs, ledger.li_qiang, view.brief.campaign.id)),
              "campaign_unknown")
        << "a guarded row leads nobody here";
}

TEST_P(Campaigns, keep_their_measures_from_being_taken_away) {
    chosen(opened(), {first});
    EXPECT_EQ(code_of(ledger::remove_measure(needs, ledger.zhang_min, ledger.seen(first),
                                             "重复录入的措施")),
              "row_is_referred_to");
}

}  // namespace
}  // namespace campaigns
