// Talks on their way on both engines: arranged, confirmed, written down by both, signed; who sees
// what of them; what the journal says; how many statements a matrix takes.
#include "journal/journal_store.hpp"
#include "life_meetings/test_visibility.hpp"
#include "talks/test_talking.hpp"

namespace talks {
namespace {

using testing::code_of;
using testing::day;

class Talks : public testing::OneTalking {
  protected:
    std::int64_t count_entries(std::string_view act) {
        return one.ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = '" +
                                    std::string(act) + "'");
    }
    bool journal_says(std::string_view words) {
        bool found = false;
        one.ledger.here.database.read([&](db::Transaction& transaction) {
            transaction.each("SELECT payload FROM journal_payload", {}, [&](const db::Row& row) {
                found = found || row.text(0).find(words) != std::string_view::npos;
            });
        });
        return found;
    }
    TalkId recorded_by_han() {
        const auto talk = open(one.han_zheng, written(one.han_zheng, id_of(one.zhou_yuan).uuid));
        EXPECT_EQ(code_of(talk), "accepted");
        return talk->talk.id;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Talks);

TEST_P(Talks, are_planned_and_read_back_as_they_were_entered) {
    const auto found = view(one.keeper);
    EXPECT_EQ(found.plan.version, 1);
    auto expected = plan();
    expected.version = 1;
    EXPECT_EQ(found.plan, expected);
    // Six with the principal, fifteen among members, one head, two delegates, one contact.
    EXPECT_EQ(found.matrix.tally.required(), 25);
    EXPECT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, plan())),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, expected)), "accepted");
    EXPECT_EQ(view(one.keeper).plan.version, 1) << "nothing changed";
    expected.partners.pop_back();
    EXPECT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, expected)), "accepted");
    EXPECT_EQ(view(one.keeper).matrix.tally.required(), 24);
    EXPECT_EQ(code_of(plan_talks(needs, one.han_zheng, one.meeting, expected)),
              "only_the_keeper_plans_talks");
}

TEST_P(Talks, keep_whoever_was_talked_with_listed) {
    ASSERT_TRUE(open(one.lin_xiao, written(one.lin_xiao, contact.uuid)));
    auto changed = view(one.keeper).plan;
    auto gone = changed;
    gone.partners.pop_back();
    EXPECT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, gone)), "talk_partner_has_talks");
    changed.partners.back().left_on = day("2024-06-30");
    changed.partners.back().left_reason = "村级换届离任";
    ASSERT_EQ(code_of(plan_talks(needs, one.keeper, one.meeting, changed)), "accepted");
    const auto found = view(one.keeper);
    EXPECT_EQ(found.matrix.tally.required(), 24);
    EXPECT_EQ(found.matrix.people.back().name, "马会兰") << "kept, marked as left";
    EXPECT_TRUE(found.matrix.people.back().has_left);
}

TEST_P(Talks, are_proposed_by_either_and_confirmed_by_the_other) {
    const auto id = arranged(one.zhou_yuan, id_of(one.han_zheng).uuid);
    const auto proposed = open(one.zhou_yuan, id);
    ASSERT_EQ(code_of(proposed), "accepted");
    EXPECT_EQ(proposed->talk.state, TalkState::proposed);
    EXPECT_EQ(proposed->talk.member, id_of(one.han_zheng)) << "who speaks first stands first";
    EXPECT_EQ(proposed->talk.kind, TalkKind::principal_member);
    EXPECT_EQ(code_of(open(one.zhou_yuan, id)), "accepted") << "sent again";
    EXPECT_EQ(code_of(open(one.han_zheng, arranged(one.han_zheng, id_of(one.zhou_yuan).uuid))),
              "talk_is_arranged_already");
    EXPECT_EQ(code_of(confirm_talk(needs, one.zhou_yuan, seen(id.id))),
              "talk_is_confirmed_already");
    const auto agreed = confirm_talk(needs, one.han_zheng, seen(id.id));
    ASSERT_EQ(code_of(agreed), "accepted");
    EXPECT_EQ(agreed->talk.state, TalkState::agreed);
    EXPECT_EQ(code_of(confirm_talk(needs, one.han_zheng, {id.id, 1})), "somebody_else_changed_it");
    EXPECT_EQ(code_of(cancel_talk(needs, one.keeper, seen(id.id), "局长临时外出")), "accepted");
    EXPECT_EQ(code_of(open(one.han_zheng, arranged(one.han_zheng, id_of(one.zhou_yuan).uuid))),
              "accepted")
        << "a cancelled one is in nobody's way";
    one.ledger.expect_sound_journal();
}

TEST_P(Talks, written_down_by_both_are_one) {
    const auto id = recorded_by_han();
    EXPECT_EQ(code_of(open(one.zhou_yuan, written(one.zhou_yuan, id_of(one.han_zheng).uuid))),
              "talk_recorded_by_the_other");
    const auto joined = record_talk(needs, one.zhou_yuan, seen(id), held("督促不够"));
    ASSERT_EQ(code_of(joined), "accepted");
    EXPECT_TRUE(joined->records[0] && joined->records[1]);
    EXPECT_EQ(joined->records[0]->own, "对下属科室管得不严");
    EXPECT_EQ(joined->records[1]->own, "督促不够");
    EXPECT_EQ(joined->records[1]->others.size(), 2u);
    ASSERT_EQ(code_of(sign_talk(needs, one.zhou_yuan, seen(id))), "accepted");
    const auto signed_by_both = sign_talk(needs, one.han_zheng, seen(id));
    ASSERT_EQ(code_of(signed_by_both), "accepted");
    EXPECT_EQ(signed_by_both->talk.state, TalkState::done);
    const auto matrix = view(one.keeper).matrix;
    EXPECT_EQ(matrix.tally.count(PairState::done), 1);
    EXPECT_EQ(matrix.people.front().criticisms.given, 2);
    EXPECT_EQ(matrix.people.front().criticisms.enough, 1u);
    EXPECT_EQ(code_of(record_talk(needs, one.zhou_yuan, seen(id), held())), "talk_is_done");
}

TEST_P(Talks, are_signed_on_paper_for_whoever_has_no_account) {
    const auto talk = open(one.lin_xiao, written(one.lin_xiao, contact.uuid));
    ASSERT_EQ(code_of(talk), "accepted");
    const auto id = talk->talk.id;
    const PaperSignature paper{Side::other, day("2024-06-30"), "扫描件存办公室文书柜"};
    EXPECT_EQ(code_of(sign_talk_on_paper(needs, one.lin_xiao, seen(id), paper)),
              "only_the_keeper_notes_signatures");
    ASSERT_EQ(code_of(sign_talk_on_paper(needs, one.keeper, seen(id), paper)), "accepted");
    const auto done = sign_talk(needs, one.lin_xiao, seen(id));
    ASSERT_EQ(code_of(done), "accepted");
    EXPECT_EQ(done->talk.state, TalkState::done);
    const auto& signature = done->talk.side(Side::other).signature;
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->name, "马会兰");
    EXPECT_TRUE(signature->on_paper);
    EXPECT_EQ(signature->noted_by, one.keeper.name);
    EXPECT_EQ(code_of(sign_talk_on_paper(needs, one.keeper, seen(recorded_by_han()),
                                         {Side::other, day("2024-06-30"), "扫描件存办公室"})),
              "talk_signs_by_account");
}

// Between two members, so that the principal is none of them.
TEST_P(Talks, are_seen_by_those_whom_the_manual_names_and_by_nobody_else) {
    const auto talk = open(one.lin_xiao, written(one.lin_xiao, id_of(one.he_xiulan).uuid));
    ASSERT_EQ(code_of(talk), "accepted");
    const auto expect = [&](const base::Actor& who, bool content, bool place, bool progress) {
        const auto found = view_talk(needs, who, talk->talk.id);
        EXPECT_EQ(found.has_value(), progress) << who.name;
        if (!found) return;
        EXPECT_EQ(found->records[0].has_value(), content) << who.name;
        EXPECT_EQ(found->standing.own || found->standing.keeper, place) << who.name;
    };
    const auto content = life_meetings::testing::seen_by("谈心谈话记录"),
               place = life_meetings::testing::seen_by("谈心谈话约定的时间、地点"),
               progress = life_meetings::testing::seen_by("谈心谈话进度和批评意见条数");
    for (const auto& [column, who] : life_meetings::testing::columns_of(one))
        expect(*who, content.at(column), place.at(column), progress.at(column));
    for (const auto* who : {&one.lin_xiao, &one.he_xiulan})
        expect(*who, content.at("本人、涉及的人"), place.at("本人、涉及的人"),
               progress.at("本人、涉及的人"));
    for (const auto* who : {&one.sitting_in, &one.guide, &one.contact})
        expect(*who, false, false, false);
    EXPECT_EQ(code_of(record_talk(needs, one.keeper, seen(talk->talk.id), held())),
              "talk_is_not_yours");
}

TEST_P(Talks, show_everybody_else_their_own_pairs_only) {
    const auto sums = [&](const base::Actor& who) {
        const auto found = view_talks(needs, who, one.meeting);
        return found ? std::to_string(found->matrix.cells.size()) : found.error().code;
    };
    EXPECT_EQ(sums(one.keeper), "25");
    EXPECT_EQ(sums(one.han_zheng), "25");
    EXPECT_EQ(sums(one.inspection), "25");
    EXPECT_EQ(sums(one.lin_xiao), "8") << "six of the team, the delegate, the village";
    EXPECT_EQ(sums(one.sitting_in), "1") << "sits in, and heads a section of Zhou's";
    EXPECT_EQ(sums(one.outsider), "2") << "is nothing to the meeting but a delegate";
    EXPECT_EQ(sums(one.recorder), "0");
    EXPECT_EQ(sums(one.of_office), "life_meeting_unknown");
    EXPECT_TRUE(view(one.lin_xiao).plan.partners.empty()) << "who else is talked with is not told";
}

TEST_P(Talks, of_somebody_outside_the_team_are_arranged_from_their_own_list) {
    const auto own = list_own_talks(needs, one.outsider);
    ASSERT_EQ(own.size(), 2u);
    EXPECT_EQ(own.front().with_name, "林晓");
    EXPECT_EQ(own.front().wait, TalkWait::appoint);
    EXPECT_FALSE(own.front().sees_meeting);
    auto talk = wanted(one.lin_xiao, delegate.uuid);
    talk.appointment = when();
    ASSERT_EQ(code_of(open(one.outsider, talk)), "accepted");
    const auto waiting = list_own_talks(needs, one.lin_xiao);
    EXPECT_EQ(waiting.front().wait, TalkWait::confirm)
        << "what somebody else waits for comes first";
    EXPECT_EQ(waiting.front().with_name, "吴小兵");
    EXPECT_TRUE(list_own_talks(needs, one.keeper).empty());
    one.put_in_state(life_meetings::LifeState::closed);
    EXPECT_TRUE(list_own_talks(needs, one.lin_xiao).empty());
    EXPECT_EQ(code_of(confirm_talk(needs, one.lin_xiao, seen(talk.id))), "talks_are_over");
}

TEST_P(Talks, are_asked_for_beside_what_is_required) {
    auto asking = wanted(one.lin_xiao, head.uuid);
    const auto asked = open(one.lin_xiao, asking);
    ASSERT_EQ(code_of(asked), "accepted");
    EXPECT_EQ(asked->talk.kind, TalkKind::asked);
    EXPECT_EQ(asked->talk.state, TalkState::asked);
    EXPECT_EQ(view(one.keeper).matrix.tally.required(), 25);
    EXPECT_EQ(view(one.keeper).matrix.cells.size(), 26u);
    EXPECT_EQ(code_of(open(one.zhou_yuan, wanted(one.lin_xiao, head.uuid))), "talk_is_not_yours");
    EXPECT_EQ(code_of(open(one.keeper, wanted(one.lin_xiao, new_id<PartnerId>().uuid))),
              "talk_person_unknown");
    EXPECT_EQ(code_of(open(one.keeper, wanted(one.lin_xiao, id_of(one.lin_xiao).uuid))),
              "talk_with_oneself");
}

TEST_P(Talks, are_in_the_journal_by_names_and_never_by_what_was_said) {
    const auto id = recorded_by_han();
    ASSERT_TRUE(sign_talk(needs, one.han_zheng, seen(id)));
    EXPECT_EQ(count_entries("record_talk"), 1);
    EXPECT_EQ(count_entries("sign_talk"), 1);
    EXPECT_TRUE(journal_says("韩征、周远"));
    for (const auto* words : {"管得不严", "不够主动", "松口气", "围绕巡察反馈意见谈心"})
        EXPECT_FALSE(journal_says(words)) << words;
    EXPECT_EQ(count_entries("read_life_meeting"), 0) << "nobody read what another wrote";
    ASSERT_TRUE(view_talk(needs, one.zhou_yuan, id));
    ASSERT_TRUE(view_talk(needs, one.zhou_yuan, id));
    EXPECT_EQ(count_entries("read_life_meeting"), 1) << "once an hour";
    one.ledger.expect_sound_journal();
}

TEST_P(Talks, are_events_of_a_calendar) {
    const auto talk = open(one.han_zheng, arranged(one.han_zheng, id_of(one.zhou_yuan).uuid));
    ASSERT_TRUE(talk);
    const auto calendar = calendar_of_talk(needs, one.zhou_yuan, talk->talk.id);
    ASSERT_TRUE(calendar);
    EXPECT_NE(calendar->find("SUMMARY:谈心谈话：韩征、周远"), std::string::npos);
    EXPECT_NE(calendar->find("STATUS:TENTATIVE"), std::string::npos);
    EXPECT_NE(calendar->find("DTSTART;TZID=Asia/Shanghai:20240703T150000"), std::string::npos);
    EXPECT_EQ(code_of(calendar_of_talk(needs, one.inspection, talk->talk.id)), "talk_is_not_yours");
    EXPECT_EQ(own_events(needs, one.zhou_yuan).size(), 1u);
    EXPECT_TRUE(own_events(needs, one.lin_xiao).empty());
    ASSERT_TRUE(confirm_talk(needs, one.zhou_yuan, seen(talk->talk.id)));
    EXPECT_EQ(own_events(needs, one.han_zheng).front().status, meetings::EventStatus::confirmed);
}

TEST_P(Talks, take_a_fixed_number_of_statements_however_many_there_are) {
    const auto statements = [&] {
        const auto before = database().statements_run();
        static_cast<void>(view(one.keeper));
        return database().statements_run() - before;
    };
    const auto few = statements();
    auto more = view(one.keeper).plan;
    for (int i = 0; i < 30; ++i)
        more.partners.push_back({new_id<PartnerId>(),
                                 TalkKind::section_head,
                                 "科长" + std::to_string(i),
                                 "",
                                 std::nullopt,
                                 {id_of(one.zhou_yuan), id_of(one.lin_xiao)}});
    ASSERT_TRUE(plan_talks(needs, one.keeper, one.meeting, more));
    ASSERT_TRUE(open(one.lin_xiao, written(one.lin_xiao, contact.uuid)));
    recorded_by_han();
    EXPECT_EQ(statements(), few);
    EXPECT_EQ(view(one.keeper).matrix.tally.required(), 85);
}

}  // namespace
}  // namespace talks
