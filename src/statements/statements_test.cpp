// Statements on their way and criticisms while they are prepared, on both engines.
#include <algorithm>

#include "statements/test_statements.hpp"
#include "statements/waiting_actions.hpp"

namespace statements {
namespace {

class StatementsStored : public testing::Statements {};
ZHENGGAI_ON_BOTH_ENGINES(StatementsStored);
using testing::code_of;
using testing::LifeState;
using testing::problem_text;

TEST_P(StatementsStored, begin_with_the_sections_that_the_meeting_asks_for) {
    const auto id = begin(one.zhou_yuan);
    const auto seen = view(id, one.zhou_yuan);
    ASSERT_EQ(seen.sections.size(), 14u);  // ten declared, two of the focus, causes, measures
    EXPECT_EQ(seen.sections[1].heading, "履行管党治党责任方面");
    EXPECT_EQ(seen.statement.participant, one.part_of(one.zhou_yuan));
    EXPECT_EQ(code_of(begin_statement(needs, one.zhou_yuan, wanted())), "statement_is_begun");
    EXPECT_EQ(code_of(begin_statement(needs, one.keeper, wanted())),
              "only_the_team_gives_statements");
    EXPECT_EQ(code_of(begin_statement(needs, one.recorder, wanted(StatementKind::team))),
              "only_the_principal_drafts_for_the_team");
    EXPECT_EQ(code_of(begin_statement(needs, one.outsider, wanted())), "life_meeting_unknown");
}

TEST_P(StatementsStored, keep_every_wording_and_refuse_to_write_over_one_that_was_not_seen) {
    const auto id = begin(one.lin_xiao);
    EXPECT_EQ(write(id, one.lin_xiao, 2, "第一稿"), "accepted");
    EXPECT_EQ(write(id, one.lin_xiao, 2, "第二稿"), "accepted");
    EXPECT_EQ(write(id, one.lin_xiao, 2, "第二稿"), "accepted");  // the same is no new one
    const auto wordings = list_wordings_of(needs, one.lin_xiao, {id, 2});
    ASSERT_TRUE(wordings);
    ASSERT_EQ(wordings->size(), 3u);
    EXPECT_EQ((*wordings)[0].text, "第二稿");
    EXPECT_EQ((*wordings)[1].text, "第一稿");
    EXPECT_EQ(code_of(write_section(needs, one.lin_xiao, {id, 2}, {1, "旧页面上写的"})),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(write_section(needs, one.lin_xiao, {id, 99}, {1, "没有这一段"})),
              "statement_section_unknown");
    EXPECT_EQ(code_of(list_wordings_of(needs, one.han_zheng, {id, 2})),
              "only_the_person_writes_it");
}

TEST_P(StatementsStored, are_handed_in_complete_reviewed_returned_sent_up_and_approved) {
    const auto id = begin(one.zhou_yuan);
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::hand_in), "section_is_empty");
    fill(id, one.zhou_yuan);
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::hand_in), "accepted");
    EXPECT_EQ(write(id, one.zhou_yuan, 2, "偷偷修改"), "statement_is_in_review");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back, ""), "reason_too_short");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back), "accepted");
    EXPECT_EQ(write(id, one.zhou_yuan, 2, problem_text + "去年还缺席一次支部会。"), "accepted");
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::hand_in), "accepted");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
    EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    EXPECT_EQ(step(id, one.organisation, StatementAct::approve), "accepted");
    EXPECT_EQ(view(id, one.organisation).statement.state, StatementState::sent_up);
    EXPECT_EQ(step(id, one.organisation, StatementAct::approve), "approval_is_given");
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    const auto seen = view(id, one.zhou_yuan);
    EXPECT_EQ(seen.statement.state, StatementState::approved);
    EXPECT_EQ(seen.steps.size(), 7u);
    EXPECT_EQ(seen.sections[1].approved_revision, seen.sections[1].revision);
}

TEST_P(StatementsStored, that_were_approved_are_replaced_only_through_another_review) {
    const auto id = approved(one.zhou_yuan);
    EXPECT_EQ(write(id, one.zhou_yuan, 2, "换一份"), "statement_is_approved");
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::begin_anew), "accepted");
    EXPECT_EQ(write(id, one.zhou_yuan, 2, problem_text + "新的一稿。"), "accepted");
    // Until it is approved again the office reads what was approved.
    EXPECT_EQ(view(id, one.keeper).sections[1].text, problem_text);
    EXPECT_EQ(view(id, one.zhou_yuan).statement.edition, 2);
    one.put_in_state(LifeState::running);
    EXPECT_EQ(view(id, one.keeper).statement.state, StatementState::drafting);
}

TEST_P(StatementsStored, are_not_begun_anew_once_the_meeting_runs) {
    const auto id = approved(one.zhou_yuan);
    one.put_in_state(LifeState::running);
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::begin_anew), "life_meeting_has_begun");
    one.put_in_state(LifeState::closed);
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::begin_anew), "life_meeting_is_over");
}

TEST_P(StatementsStored, refuse_a_step_over_a_version_that_was_not_seen) {
    const auto id = handed_in(one.zhou_yuan);
    EXPECT_EQ(code_of(take_step(needs, one.han_zheng, id, {1, StatementAct::settle, ""})),
              "somebody_else_changed_it");
}

TEST_P(StatementsStored, are_marked_at_passages_and_settled_once_every_mark_is_answered) {
    const auto id = handed_in(one.zhou_yuan);
    NewRemark mark{one.ledger.here.make_id<RemarkId>(), 2, "请假4次", "写明是哪几次"};
    EXPECT_EQ(code_of(add_remark(needs, one.han_zheng, id, mark)), "accepted");
    EXPECT_EQ(code_of(add_remark(needs, one.han_zheng, id, mark)), "accepted");  // sent again
    EXPECT_EQ(view(id, one.han_zheng).remarks.size(), 1u);
    mark.id = one.ledger.here.make_id<RemarkId>();
    mark.quote = "原文没有的话";
    EXPECT_EQ(code_of(add_remark(needs, one.han_zheng, id, mark)), "quote_unknown");
    EXPECT_EQ(code_of(add_remark(needs, one.zhou_yuan, id, mark)), "only_the_reviewer_reviews_it");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "remarks_are_open");
    const auto remark = view(id, one.zhou_yuan).remarks[0].id;
    EXPECT_EQ(code_of(answer_remark(needs, one.zhou_yuan, id, {remark, false, ""})),
              "reason_too_short");
    EXPECT_EQ(code_of(answer_remark(needs, one.zhou_yuan, id, {remark, true, "已补写"})),
              "accepted");
    EXPECT_EQ(code_of(answer_remark(needs, one.zhou_yuan, id, {remark, true, ""})),
              "remark_is_answered");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
}

TEST_P(StatementsStored, of_the_team_are_drafted_under_the_principal_and_consulted_with_members) {
    const auto id = begin(one.keeper, StatementKind::team);
    EXPECT_EQ(code_of(view_statement(needs, one.lin_xiao, id)), "accepted");
    EXPECT_TRUE(view(id, one.lin_xiao).sections.empty());  // until it is handed in
    fill(id, one.keeper, "班子学习不深入，上半年只集中学习两次。");
    EXPECT_EQ(step(id, one.keeper, StatementAct::hand_in), "accepted");
    EXPECT_FALSE(view(id, one.lin_xiao).sections.empty());
    const NewRemark comment{one.ledger.here.make_id<RemarkId>(), 2, "", "请写上意识形态的问题"};
    EXPECT_EQ(code_of(add_remark(needs, one.lin_xiao, id, comment)), "accepted");
    EXPECT_EQ(view(id, one.keeper).remarks[0].voice, "member");
    EXPECT_EQ(step(id, one.lin_xiao, StatementAct::settle), "only_the_reviewer_reviews_it");
    EXPECT_EQ(code_of(answer_remark(needs, one.han_zheng, id, {comment.id, true, ""})), "accepted");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
}

TEST_P(StatementsStored, are_reviewed_by_whoever_the_office_names_and_stay_where_nobody_is_above) {
    Asked asked;
    asked.reviewer = one.part_of(one.he_xiulan);
    asked.upward = false;
    EXPECT_EQ(code_of(change_asked(needs, one.han_zheng, one.meeting, asked)),
              "only_the_keeper_says_what_is_asked");
    EXPECT_EQ(code_of(change_asked(needs, one.keeper, one.meeting, asked)), "accepted");
    EXPECT_EQ(code_of(change_asked(needs, one.keeper, one.meeting, asked)),
              "somebody_else_changed_it");
    const auto id = handed_in(one.zhou_yuan);
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "only_the_reviewer_reviews_it");
    EXPECT_EQ(step(id, one.he_xiulan, StatementAct::settle), "accepted");
    EXPECT_EQ(view(id, one.zhou_yuan).statement.state, StatementState::approved);
    asked.version = 1;
    asked.reviewer = one.part_of(one.guide);
    EXPECT_EQ(code_of(change_asked(needs, one.keeper, one.meeting, asked)),
              "reviewer_is_not_of_the_team");
}

TEST_P(StatementsStored, carry_hints_that_the_reviewer_may_set_aside) {
    const auto id = handed_in(one.zhou_yuan, "希望今后不断进步。");
    const auto hints = view(id, one.han_zheng).hints;
    ASSERT_FALSE(hints.empty());
    const auto& [position, hint] = hints.front();
    HintDecision decision{position, hint.kind, hint.sentence, hint.because, true};
    EXPECT_EQ(code_of(decide_hint(needs, one.zhou_yuan, id, decision)),
              "only_the_reviewer_reviews_it");
    EXPECT_EQ(code_of(decide_hint(needs, one.han_zheng, id, decision)), "accepted");
    EXPECT_EQ(view(id, one.han_zheng).dismissed,
              std::vector<DismissedHint>{kept_as(position, hint)});
    decision.dismissed = false;
    EXPECT_EQ(code_of(decide_hint(needs, one.han_zheng, id, decision)), "accepted");
    EXPECT_TRUE(view(id, one.han_zheng).dismissed.empty());
}

TEST_P(StatementsStored, leave_no_word_of_theirs_in_the_journal) {
    handed_in(one.zhou_yuan);
    EXPECT_EQ(code_of(write_criticism(needs, one.zhou_yuan, criticism(one.lin_xiao))), "accepted");
    one.ledger.here.database.read([&](db::Transaction& transaction) {
        std::int64_t entries = 0;
        transaction.each(
            "SELECT p.payload FROM journal_payload p JOIN journal_entry e ON e.chain = p.chain AND "
            "e.sequence = p.sequence WHERE e.act LIKE '%statement%' OR e.act LIKE '%criticism%'",
            {}, [&](const db::Row& row) {
                ++entries;
                EXPECT_EQ(row.text(0).find("软任务"), std::string_view::npos);
                EXPECT_EQ(row.text(0).find("训斥"), std::string_view::npos);
                EXPECT_EQ(row.text(0).find("林晓"), std::string_view::npos);
            });
        EXPECT_GT(entries, 10);
    });
}

TEST_P(StatementsStored, wait_for_those_whose_turn_it_is) {
    const auto waits_for = [&](const base::Actor& who, WaitingFor what) {
        const auto rows = list_statements_waiting(needs, who).rows;
        return std::any_of(rows.begin(), rows.end(),
                           [&](const WaitingStatement& each) { return each.what == what; });
    };
    EXPECT_TRUE(waits_for(one.zhou_yuan, WaitingFor::begin));
    EXPECT_TRUE(waits_for(one.zhou_yuan, WaitingFor::criticise));
    const auto id = handed_in(one.zhou_yuan);
    EXPECT_FALSE(waits_for(one.zhou_yuan, WaitingFor::begin));
    EXPECT_TRUE(waits_for(one.han_zheng, WaitingFor::review));
    EXPECT_FALSE(waits_for(one.lin_xiao, WaitingFor::review));
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back), "accepted");
    EXPECT_TRUE(waits_for(one.zhou_yuan, WaitingFor::revise));
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::hand_in), "accepted");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
    EXPECT_TRUE(waits_for(one.han_zheng, WaitingFor::send_up));
    EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    EXPECT_TRUE(waits_for(one.inspection, WaitingFor::approve));
    EXPECT_TRUE(list_statements_waiting(needs, one.outsider).rows.empty());
}

TEST_P(StatementsStored, counts_criticisms_of_each_pair_against_what_is_demanded) {
    EXPECT_EQ(code_of(write_criticism(needs, one.zhou_yuan, criticism(one.lin_xiao))), "accepted");
    const auto own = *list_criticisms_of(needs, one.zhou_yuan, one.meeting);
    EXPECT_EQ(own.own.size(), 1u);
    ASSERT_EQ(own.tallies.size(), 6u);
    std::int64_t ready = 0;
    for (const auto& tally : own.tallies) ready += tally.count;
    EXPECT_EQ(ready, 1);
    EXPECT_EQ(list_criticisms_of(needs, one.han_zheng, one.meeting)->tallies.size(), 42u);
    EXPECT_TRUE(list_criticisms_of(needs, one.recorder, one.meeting)->tallies.empty());
}

TEST_P(StatementsStored, refuses_criticisms_that_are_none) {
    const auto send = [&](const base::Actor& who, const NewCriticism& wanted) {
        return code_of(write_criticism(needs, who, wanted));
    };
    EXPECT_EQ(send(one.zhou_yuan, criticism(one.zhou_yuan)), "nobody_criticises_themselves");
    EXPECT_EQ(send(one.zhou_yuan, criticism(one.guide)), "participant_is_not_of_the_team");
    EXPECT_EQ(send(one.zhou_yuan, criticism(one.lin_xiao, {"只有事例", "", "建议多学习"})),
              "text_empty");
    EXPECT_EQ(send(one.recorder, criticism(one.lin_xiao)), "only_the_team_criticises");
    one.put_in_state(LifeState::running);
    EXPECT_EQ(send(one.zhou_yuan, criticism(one.lin_xiao)), "criticism_is_given");
}

TEST_P(StatementsStored, changes_and_drops_own_criticisms_and_nobody_elses) {
    const auto wanted = criticism(one.lin_xiao);
    EXPECT_EQ(code_of(write_criticism(needs, one.zhou_yuan, wanted)), "accepted");
    EXPECT_EQ(code_of(write_criticism(needs, one.zhou_yuan, wanted)), "accepted");  // sent again
    const auto about = one.part_of(one.han_zheng);
    const CriticismText text{"", "主持会议时间过长，二季度开会11次。", ""};
    EXPECT_EQ(code_of(rewrite_criticism(needs, one.lin_xiao, {wanted.id, 1}, about, text)),
              "criticism_unknown");
    EXPECT_EQ(code_of(rewrite_criticism(needs, one.zhou_yuan, {wanted.id, 1}, about, text)),
              "accepted");
    EXPECT_EQ(code_of(rewrite_criticism(needs, one.zhou_yuan, {wanted.id, 1}, about, text)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(drop_criticism(needs, one.han_zheng, wanted.id)), "criticism_unknown");
    EXPECT_EQ(code_of(drop_criticism(needs, one.outsider, wanted.id)), "criticism_unknown");
    EXPECT_EQ(code_of(drop_criticism(needs, one.zhou_yuan, wanted.id)), "accepted");
    EXPECT_TRUE(list_criticisms_of(needs, one.zhou_yuan, one.meeting)->own.empty());
}

}  // namespace
}  // namespace statements
