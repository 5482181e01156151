// Sittings on both engines: arranged, opened with enough people, recorded by two at once, closed;
// and who learns what of the record.
#include <gtest/gtest.h>

#include "sittings/test_sitting.hpp"

namespace sittings {
namespace {

using testing::code_of;
using testing::LifeState;

class SittingsHeld : public testing::OneSitting {};
ZHENGGAI_ON_BOTH_ENGINES(SittingsHeld);

TEST_P(SittingsHeld, are_arranged_in_the_usual_order_and_changed_within_its_rules) {
    EXPECT_EQ(code_of(arrange_turns(needs, one.zhou_yuan, seen(), {})),
              "only_host_and_recorders_run_the_sitting");
    arrange();
    auto turns = view(one.zhou_yuan).sitting.turns;
    ASSERT_EQ(turns.size(), 6u + 7u * 8u + 3u);
    const auto stale = seen();
    turns.front().minutes = 12;
    ASSERT_EQ(code_of(arrange_turns(needs, one.recorder, stale, turns)), "accepted");
    EXPECT_EQ(view(one.keeper).sitting.turns.front().minutes, 12);
    EXPECT_EQ(code_of(arrange_turns(needs, one.recorder, stale, turns)),
              "somebody_else_changed_it");
    std::swap(turns[5], turns[6]);
    EXPECT_EQ(code_of(arrange_turns(needs, one.keeper, seen(), turns)),
              "team_comes_before_members");
    EXPECT_EQ(code_of(arrange_turns(needs, one.outsider, seen(), {})), "life_meeting_unknown");
    turns = {turns[0], turns[0]};
    EXPECT_EQ(code_of(arrange_turns(needs, one.keeper, seen(), turns)), "turn_stands_twice");
}

TEST_P(SittingsHeld, open_with_a_quorum_and_are_run_turn_by_turn) {
    EXPECT_EQ(open(), "agenda_is_empty");
    arrange();
    come(4);
    EXPECT_EQ(open(), "sitting_lacks_quorum");
    EXPECT_EQ(come(*team[4]), "accepted");
    EXPECT_EQ(code_of(move_turn(needs, one.recorder, seen(), view(one.keeper).sitting.turns[1].id)),
              "sitting_is_not_open");
    ASSERT_EQ(open(), "accepted");
    EXPECT_EQ(open(), "life_meeting_is_running");
    auto now = view(one.zhou_yuan);
    EXPECT_EQ(now.meeting.state, LifeState::running);
    EXPECT_EQ(now.sitting.turn, now.sitting.turns[0].id);
    wait(42'000);
    const auto stale = seen();
    ASSERT_EQ(code_of(move_turn(needs, one.han_zheng, stale, now.sitting.turns[1].id)), "accepted");
    EXPECT_EQ(code_of(move_turn(needs, one.recorder, stale, now.sitting.turns[2].id)),
              "somebody_else_changed_it")
        << "two press at once: one step";
    EXPECT_EQ(view(one.keeper).sitting.turns[0].spent_ms, 42'000);
    const auto state = *view_sitting_state(needs, one.lin_xiao, id);
    EXPECT_EQ(state.turn, now.sitting.turns[1].id);
    EXPECT_EQ(code_of(arrange_turns(needs, one.keeper, seen(), {now.sitting.turns[2]})),
              "turn_is_running");
    ASSERT_EQ(close(), "accepted");
    EXPECT_EQ(view(one.keeper).meeting.state, LifeState::closed);
    EXPECT_EQ(life_meetings::find_step(view(one.keeper).meeting, life_meetings::StepKind::sitting)
                  ->done_on,
              needs.clock.today());
    EXPECT_EQ(close(), "life_meeting_is_closed");
    one.ledger.expect_sound_journal();
}

TEST_P(SittingsHeld, are_not_opened_before_they_are_called) {
    one.put_in_state(LifeState::planning);
    arrange();
    come(7);
    EXPECT_EQ(open(), "life_meeting_is_not_called");
}

TEST_P(SittingsHeld, tell_open_pages_of_every_change) {
    const auto changes = [&] {
        return one.ledger.number_in("SELECT COALESCE(sum(count), 0) FROM live_change");
    };
    auto before = changes();
    const auto told = [&](const char* of) {
        EXPECT_GT(changes(), before) << of;
        before = changes();
    };
    arrange();
    told("the order");
    come(5);
    told("who came");
    open();
    told("opening");
    EXPECT_TRUE(write(criticism(one.zhou_yuan, one.han_zheng, "督办不到现场"), one.recorder));
    told("an entry");
    move_turn(needs, one.recorder, seen(), view(one.keeper).sitting.turns[1].id).has_value();
    told("a turn");
}

TEST_P(SittingsHeld, lose_no_entry_of_two_recorders) {
    begin();
    const auto first = criticism(one.zhou_yuan, one.han_zheng, "调度会开了三次，一次没有到现场。");
    wait(1'000);
    const auto second = criticism(one.zhou_yuan, one.han_zheng, "对采购科迟报情况没有追问。");
    ASSERT_EQ(code_of(write(second, one.second_recorder)), "accepted");
    ASSERT_EQ(code_of(write(first, one.recorder)), "accepted");
    const auto again = write(first, one.recorder);
    ASSERT_EQ(code_of(again), "accepted") << "sent again after the line was lost";
    EXPECT_EQ(again->entry.revision, 1);
    auto other = first;
    other.words = "别的话";
    EXPECT_EQ(code_of(write(other, one.recorder)), "same_id_other_content");
    EXPECT_EQ(code_of(write(first, one.second_recorder)), "same_id_other_content")
        << "an entry has one author";
    auto entries = record(one.recorder).entries;
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].said, first) << "as it was said, not as it came in";
    EXPECT_EQ(entries[1].by, "方晴");
    EXPECT_EQ(code_of(correct_entry(needs, one.second_recorder, id, {1, other})),
              "entry_is_of_another_recorder");
    ASSERT_EQ(code_of(correct_entry(needs, one.recorder, id, {1, other})), "accepted");
    EXPECT_EQ(code_of(correct_entry(needs, one.recorder, id, {1, first})),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(correct_entry(needs, one.recorder, id, {2, other})), "accepted")
        << "nothing to change";
    EXPECT_EQ(record(one.recorder).entries[0].revision, 2);
    EXPECT_EQ(code_of(write(criticism(one.zhou_yuan, one.han_zheng, "话"), one.keeper)),
              "only_recorders_write_the_record");
}

TEST_P(SittingsHeld, take_in_nothing_after_the_close_but_remarks) {
    begin();
    const auto said = criticism(one.lin_xiao, one.zhou_yuan, "会签文件压了九天。");
    ASSERT_TRUE(write(said, one.recorder));
    ASSERT_EQ(close(), "accepted");
    EXPECT_EQ(code_of(write(criticism(one.lin_xiao, one.zhou_yuan, "迟到的一条"), one.recorder)),
              "record_is_closed");
    EXPECT_EQ(code_of(write(said, one.recorder)), "accepted") << "what is there is acknowledged";
    const NewRemark remark{one.ledger.here.make_id<RemarkId>(), "补记：林晓同志会后作了补充说明。"};
    EXPECT_EQ(code_of(add_remark(needs, one.zhou_yuan, id, remark)),
              "only_host_and_recorders_run_the_sitting");
    ASSERT_EQ(code_of(add_remark(needs, one.recorder, id, remark)), "accepted");
    ASSERT_EQ(code_of(add_remark(needs, one.recorder, id, remark)), "accepted") << "once";
    const auto shown = record(one.keeper);
    ASSERT_EQ(shown.remarks.size(), 1u);
    EXPECT_TRUE(shown.sound);
    EXPECT_FALSE(shown.digest.empty());
    one.ledger.number_in("SELECT count(*) FROM life_entry");
    EXPECT_TRUE(
        one.ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            transaction.execute("UPDATE life_entry SET read_out = 0, words = 'changed'");
            return {};
        }));
    EXPECT_FALSE(record(one.keeper).sound) << "whoever changes the database is found out";
}

TEST_P(SittingsHeld, show_the_record_to_exactly_those_who_may_see_it) {
    begin(6);  // 沈梅 is not there
    ASSERT_TRUE(write(criticism(one.zhou_yuan, one.han_zheng, "督办不到现场。"), one.recorder));
    const std::map<std::string, std::pair<std::string, std::string>> expected{
        {"主要负责人", {"accepted", "accepted"}},
        {"其他成员", {"accepted", "accepted"}},
        {"承办人", {"record_is_restricted", "accepted"}},
        {"记录人", {"accepted", "accepted"}},
        {"列席", {"record_is_restricted", "record_is_restricted"}},
        {"到会指导", {"record_is_restricted", "record_is_restricted"}},
        {"联系领导", {"record_is_restricted", "record_is_restricted"}},
        {"上级机关", {"record_is_restricted", "accepted"}},
        {"整改办其他人", {"life_meeting_unknown", "life_meeting_unknown"}},
        {"其他人", {"life_meeting_unknown", "life_meeting_unknown"}}};
    const auto everybody = one.everybody();
    for (const auto& [what, who] : everybody)
        EXPECT_EQ(may_read(*who), expected.at(what).first) << what << " while it runs";
    EXPECT_EQ(may_read(one.shen_mei), "record_is_restricted") << "a member who is not there";
    ASSERT_EQ(close(), "accepted");
    for (const auto& [what, who] : everybody)
        EXPECT_EQ(may_read(*who), expected.at(what).second) << what << " afterwards";
    EXPECT_EQ(may_read(one.shen_mei), "accepted");
    EXPECT_GE(noted("read_life_meeting"), 6) << "each who looked is in the journal";
    EXPECT_EQ(one.ledger.number_in(
                  "SELECT count(*) FROM journal_payload WHERE payload LIKE '%督办不到现场%'"),
              0)
        << "no word of a criticism in the journal";
    one.ledger.expect_sound_journal();
}

TEST_P(SittingsHeld, note_leave_that_only_the_principal_grants) {
    arrange();
    const PresenceChange wish{one.part_of(one.shen_mei), PresenceState::leave_asked,
                              "住院手术，医嘱不能参会", false};
    ASSERT_EQ(code_of(say_presence(needs, one.shen_mei, id, wish)), "accepted");
    const PresenceChange grant{wish.participant, PresenceState::on_leave, "", false};
    EXPECT_EQ(code_of(say_presence(needs, one.recorder, id, grant)),
              "only_the_principal_grants_leave");
    ASSERT_EQ(code_of(say_presence(needs, one.han_zheng, id, grant)), "accepted");
    const auto there = presence_of(view(one.keeper).sitting, wish.participant);
    EXPECT_EQ(there.state, PresenceState::on_leave);
    EXPECT_EQ(there.granted_by, one.han_zheng.name);
    EXPECT_EQ(there.reason, wish.reason);
    come(6);
    ASSERT_EQ(open(), "accepted");
    auto read = criticism(one.shen_mei, one.han_zheng, "对下属科室的请示答复不及时。");
    read.read_out = true;
    ASSERT_TRUE(write(read, one.recorder));
    EXPECT_EQ(record(one.recorder).figures.read_out, 1) << "what she wrote was read out";
    auto left = PresenceChange{one.part_of(one.lin_xiao), PresenceState::present, "", true};
    ASSERT_EQ(code_of(say_presence(needs, one.recorder, id, left)), "accepted");
    EXPECT_EQ(view(one.keeper).quorum.present, 5) << "went before the end";
}

}  // namespace
}  // namespace sittings
