// Life meetings on both engines: planned, seen by those who are something to them, changed.
#include <gtest/gtest.h>

#include "life_meetings/approval_actions.hpp"
#include "life_meetings/course_actions.hpp"
#include "life_meetings/life_meeting_json.hpp"
#include "life_meetings/life_plan_paper.hpp"
#include "life_meetings/paper_actions.hpp"
#include "life_meetings/test_visibility.hpp"
#include "life_meetings/waiting_actions.hpp"

namespace life_meetings {
namespace {

using testing::code_of;
using testing::day;

class LifeMeetings : public testing::OneLifeMeeting {};
ZHENGGAI_ON_BOTH_ENGINES(LifeMeetings);

TEST_P(LifeMeetings, are_planned_with_people_in_their_order_and_the_usual_steps) {
    const auto view = one.view(one.keeper);
    EXPECT_EQ(view.meeting.state, LifeState::planning);
    EXPECT_EQ(view.meeting.unit_name, "财政局");
    ASSERT_EQ(view.meeting.participants.size(), 11u);
    EXPECT_EQ(view.meeting.participants[0].name, "韩征");
    EXPECT_EQ(team_of(view.meeting).size(), 7u);
    EXPECT_EQ(principal_of(view.meeting)->name, "韩征");
    EXPECT_EQ(view.meeting.duties.size(), 2u);
    const auto* report = find_step(view.meeting, StepKind::report);
    ASSERT_NE(report, nullptr);
    EXPECT_EQ(report->due_on, day("2024-08-06"));
    EXPECT_EQ(find_step(view.meeting, StepKind::plan)->due_on, day("2024-07-07"));
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, are_known_to_those_who_are_something_to_them) {
    for (const auto& [what, who] : one.everybody()) {
        const bool nothing = what == "其他人" || what == "整改办其他人";
        EXPECT_EQ(code_of(view_life_meeting(needs, *who, one.meeting)),
                  nothing ? "life_meeting_unknown" : "accepted")
            << what;
        LifeMeetingFilter filter;
        filter.programme = one.ledger.programme;
        EXPECT_EQ(list_life_meeting_page(needs, *who, filter)->total, nothing ? 0 : 1) << what;
    }
    EXPECT_TRUE(one.view(one.keeper).standing.keeper);
    EXPECT_TRUE(one.view(one.discipline).standing.superior);
    EXPECT_TRUE(one.view(one.han_zheng).standing.is_principal());
    EXPECT_TRUE(one.view(one.shen_mei).standing.in_team());
    EXPECT_TRUE(one.view(one.second_recorder).standing.is_recorder());
    EXPECT_FALSE(one.view(one.guide).standing.in_team());
}

TEST_P(LifeMeetings, are_changed_by_keepers_as_they_saw_them) {
    auto plan = plan_of(one.view(one.keeper).meeting);
    plan.terms.place = "局机关二楼会议室";
    const auto seen = one.seen();
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.han_zheng, seen, plan)),
              "only_the_keeper_runs_life_meetings");
    const auto edited = edit_life_meeting(needs, one.keeper, seen, plan);
    ASSERT_EQ(code_of(edited), "accepted");
    EXPECT_EQ(edited->meeting.terms.place, "局机关二楼会议室");
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.keeper, seen, plan)),
              "somebody_else_changed_it");
    EXPECT_EQ(edit_life_meeting(needs, one.keeper, one.seen(), plan)->meeting.version,
              edited->meeting.version)
        << "nothing changed";
    plan.participants.pop_back();
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.keeper, one.seen(), plan)), "participants_stay");
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, are_approved_by_each_seat_in_turn_and_wait_on_their_home_pages) {
    EXPECT_TRUE(list_waiting_life(needs, one.second_keeper).reviews.empty());
    ASSERT_EQ(code_of(submit_life_plan(needs, one.keeper, one.seen())), "accepted");
    const auto waits_for = [&](const base::Actor& who) {
        return !list_waiting_life(needs, who).reviews.empty();
    };
    EXPECT_TRUE(waits_for(one.second_keeper));
    EXPECT_FALSE(waits_for(one.keeper)) << "who submitted it";
    EXPECT_FALSE(waits_for(one.contact)) << "not yet";
    const auto agree = [&](const base::Actor& who, ReviewSeat seat) {
        return code_of(
            review_life_plan(needs, who, one.seen(), {seat, PlanVerdict::agreed, "同意", ""}));
    };
    EXPECT_EQ(agree(one.outsider, ReviewSeat::office), "life_meeting_unknown");
    EXPECT_EQ(agree(one.second_keeper, ReviewSeat::office), "accepted");
    EXPECT_TRUE(waits_for(one.contact));
    EXPECT_EQ(agree(one.contact, ReviewSeat::contact_leader), "accepted");
    EXPECT_TRUE(waits_for(one.discipline));
    EXPECT_EQ(agree(one.discipline, ReviewSeat::discipline_office), "accepted");
    EXPECT_FALSE(waits_for(one.discipline));
    EXPECT_EQ(agree(one.inspection, ReviewSeat::inspection_office), "accepted");
    EXPECT_EQ(agree(one.organisation, ReviewSeat::organisation_department), "accepted");
    const auto view = one.view(one.keeper);
    EXPECT_EQ(view.meeting.state, LifeState::approved);
    ASSERT_EQ(view.reviews.size(), 5u);
    for (const auto& said : view.reviews)
        if (said.seat == ReviewSeat::contact_leader) EXPECT_EQ(said.said_by, "梁志远");
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.keeper, one.seen(), plan_of(view.meeting))),
              "life_plan_is_approved");
    const auto revised = revise_life_plan(needs, one.keeper, one.seen(), "主题按新要求调整");
    EXPECT_EQ(revised->meeting.edition, 2);
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, remember_each_day_they_were_moved_from) {
    one.put_in_state(LifeState::approved);
    ASSERT_EQ(code_of(call_life_meeting(needs, one.keeper, one.seen())), "accepted");
    const auto moved = postpone_life_meeting(needs, one.keeper, one.seen(),
                                             {day("2024-08-05"), "14:30", "与全区会议冲突"});
    ASSERT_EQ(code_of(moved), "accepted");
    EXPECT_EQ(moved->meeting.state, LifeState::approved);
    EXPECT_EQ(moved->meeting.terms.begins_at, "14:30");
    EXPECT_EQ(find_step(moved->meeting, StepKind::report)->due_on, day("2024-08-20"));
    ASSERT_EQ(moved->moved.size(), 1u);
    EXPECT_EQ(moved->moved[0].held_on, day("2024-07-22"));
    EXPECT_EQ(moved->moved[0].reason, "与全区会议冲突");
    EXPECT_EQ(postpone_life_meeting(needs, one.keeper, one.seen(),
                                    {day("2024-08-09"), "", "会议室临时占用"})
                  ->moved.size(),
              2u);
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, let_people_leave_and_join_and_say_why_to_few) {
    const auto who = one.part_of(one.shen_mei);
    const auto left = let_participant_leave(needs, one.keeper, one.seen(),
                                            {who, day("2024-06-30"), "调任区审计局"});
    ASSERT_EQ(code_of(left), "accepted");
    EXPECT_EQ(team_of(left->meeting).size(), 6u);
    EXPECT_FALSE(one.view(one.shen_mei).standing.in_team());
    Participant newcomer = one.taking_part(one.outsider, Part::member, "党组成员");
    ASSERT_EQ(code_of(add_participant(needs, one.keeper, one.seen(), newcomer)), "accepted");
    EXPECT_TRUE(one.view(one.outsider).standing.in_team());
    newcomer.id = one.ledger.here.make_id<ParticipantId>();
    EXPECT_EQ(code_of(add_participant(needs, one.keeper, one.seen(), newcomer)),
              "person_stands_twice");
    EXPECT_EQ(one.ledger.number_in(
                  "SELECT count(*) FROM journal_payload WHERE payload LIKE '%调任区审计局%'"),
              0)
        << "why somebody left stands in no entry";
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, have_steps_that_wait_for_keepers) {
    EXPECT_EQ(list_waiting_life(needs, one.keeper).steps.size(), 1u) << "the plan is due on 7 July";
    EXPECT_TRUE(list_waiting_life(needs, one.of_office).steps.empty());
    EXPECT_TRUE(list_waiting_life(needs, one.han_zheng).steps.empty());
    const auto position = find_step(one.view(one.keeper).meeting, StepKind::plan)->position;
    ASSERT_EQ(code_of(do_life_step(needs, one.keeper, one.seen(),
                                   {position, day("2024-06-29"), "已送区委巡察办"})),
              "accepted");
    EXPECT_TRUE(list_waiting_life(needs, one.keeper).steps.empty());
    EXPECT_EQ(code_of(do_life_step(needs, one.recorder, one.seen(), {position, std::nullopt, ""})),
              "only_the_keeper_runs_life_meetings");
}

TEST_P(LifeMeetings, print_their_documents_for_those_who_see_them) {
    const documents::Needs papers{{needs, std::filesystem::temp_directory_path()}, "区委整改办"};
    const PaperMaker make = [](db::Transaction&, const Opened& opened, std::string_view which) {
        auto paper =
            paper_of(*life_paper_of(which), opened.meeting, "区委整改办", day("2024-06-30"));
        return paper ? base::Result<documents::Document>(documents::Document{{}, std::move(*paper)})
                     : base::Result<documents::Document>(paper.error());
    };
    EXPECT_EQ(code_of(view_paper(papers, one.outsider, {one.meeting, "plan"}, make)),
              "life_meeting_unknown");
    const auto shown = view_paper(papers, one.shen_mei, {one.meeting, "plan"}, make);
    ASSERT_EQ(code_of(shown), "accepted");
    EXPECT_EQ(shown->paper.name, "巡察整改专题民主生活会方案");
    EXPECT_EQ(code_of(view_paper(papers, one.keeper, {one.meeting, "notice"}, make)),
              "life_plan_is_not_approved");
    using documents::FileForm;
    const auto file =
        take_out_paper(papers, one.han_zheng, {one.meeting, "request"}, make, FileForm::docx);
    ASSERT_EQ(code_of(file), "accepted");
    EXPECT_TRUE(file->bytes.starts_with("PK"));
    EXPECT_EQ(one.ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = "
                                   "'export_document'"),
              1);
}

TEST_P(LifeMeetings, note_once_an_hour_that_somebody_read_what_is_another_s) {
    const auto meeting = one.view(one.keeper).meeting;
    const auto entries = [&] {
        return one.ledger.number_in(
            "SELECT count(*) FROM journal_entry WHERE act = 'read_life_meeting'");
    };
    note_content_read(needs, one.keeper, meeting, "谈心谈话记录", "周远");
    note_content_read(needs, one.keeper, meeting, "谈心谈话记录", "周远");
    EXPECT_EQ(entries(), 1);
    note_content_read(needs, one.keeper, meeting, "谈心谈话记录", "林晓");
    note_content_read(needs, one.inspection, meeting, "谈心谈话记录", "周远");
    EXPECT_EQ(entries(), 3);
    one.ledger.expect_sound_journal();
}

/// What the page of the meeting says to somebody; "" where it is unknown to them.
std::string told(const Needs& needs, const testing::TestLifeMeeting& one, const base::Actor& who) {
    const auto view = view_life_meeting(needs, who, one.meeting);
    return view ? to_json(*view, {who, day("2024-06-30")}) : std::string();
}

TEST_P(LifeMeetings, say_to_each_what_the_manual_says) {
    const auto leaver = one.part_of(one.shen_mei);
    ASSERT_EQ(code_of(let_participant_leave(needs, one.keeper, one.seen(),
                                            {leaver, day("2024-06-30"), "调任区审计局"})),
              "accepted");
    ASSERT_EQ(code_of(submit_life_plan(needs, one.keeper, one.seen())), "accepted");
    ASSERT_EQ(
        code_of(review_life_plan(needs, one.second_keeper, one.seen(),
                                 {ReviewSeat::office, PlanVerdict::returned, "重点不够突出", ""})),
        "accepted");
    const std::pair<const char*, const char*> materials[]{
        {"会议方案、步骤、参会名单", "召开专题民主生活会"},
        {"方案的审核意见", "重点不够突出"},
        {"不再参加的原因", "调任区审计局"}};
    for (const auto& [material, words] : materials) {
        const auto seen = testing::seen_by(material);
        for (const auto& [column, who] : testing::columns_of(one))
            EXPECT_EQ(told(needs, one, *who).find(words) != std::string::npos, seen.at(column))
                << material << ' ' << who->name;
    }
    EXPECT_NE(told(needs, one, one.shen_mei).find("调任区审计局"), std::string::npos)
        << "themselves";
    EXPECT_NE(told(needs, one, one.contact).find("重点不够突出"), std::string::npos);
}

}  // namespace
}  // namespace life_meetings
