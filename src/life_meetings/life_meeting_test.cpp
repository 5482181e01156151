// The rules of life meetings: the table of docs/states.md row by row, what a plan must hold, whose
// turn a review is, on which days steps fall, what a document proposes; the messages against
// contract/life_meetings.
#include "life_meetings/life_meeting.hpp"

#include <gtest/gtest.h>

#include <map>

#include <filesystem>

#include "base/test_contract.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/test_states.hpp"
#include "life_meetings/focus_checklist.hpp"
#include "life_meetings/life_course.hpp"
#include "life_meetings/life_meeting_json.hpp"
#include "life_meetings/life_plan.hpp"
#include "life_meetings/plan_reading.hpp"
#include "life_meetings/plan_review.hpp"
#include "office/document.hpp"
#include "plan/intake.hpp"

namespace life_meetings {
namespace {

using base::testing::golden_id;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::Level;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Instant now{1'719'735'300'000};  // 30 June 2024
const base::Date today = base::date_of(now);

Standing standing(const std::string& who) {
    Standing one;
    one.keeper = who == "keeper";
    one.superior = who == "superior";
    if (who == "recorder" || who == "member") {
        one.own = golden_id<ParticipantId>("01");
        one.part = who == "recorder" ? Part::recorder : Part::member;
    }
    return one;
}

base::Actor account(const std::string& last, std::optional<base::Seat> seat = {}) {
    base::Actor actor;
    actor.id = golden_id<base::AccountId>(last);
    actor.name = "某" + last;
    actor.seat = seat;
    return actor;
}

Participant somebody(const std::string& last, Part part, const std::string& name) {
    Participant one;
    one.id = golden_id<ParticipantId>(last);
    one.part = part;
    one.name = name;
    return one;
}

Plan whole_plan() {
    Plan plan;
    plan.terms.title = "专题民主生活会";
    plan.terms.theme = "抓好巡察整改";
    plan.terms.basis = "区委巡察办通知";
    plan.terms.focus = {"党的领导方面"};
    plan.terms.held_on = day("2024-07-22");
    plan.terms.begins_at = "09:00";
    plan.terms.place = "三楼会议室";
    plan.terms.contact_leader = "梁志远";
    plan.participants = {somebody("01", Part::principal, "韩征"),
                         somebody("02", Part::member, "周远"),
                         somebody("03", Part::recorder, "李强")};
    plan.duties = {{DutyKind::draft, "办公室"}, {DutyKind::record, "办公室"}};
    return plan;
}

/// The members of a message that plans a meeting.
std::string plan_json(const Plan& plan) {
    const auto& terms = plan.terms;
    base::JsonWriter json;
    json.begin_object().field("id", golden_id<LifeMeetingId>("a1")).field("title", terms.title);
    json.field("theme", terms.theme).field("basis", terms.basis).key("focus").begin_array();
    for (const auto& line : terms.focus) json.value(line);
    json.end_array().field("held_on", terms.held_on).field("begins_at", terms.begins_at);
    json.field("length", name_of(terms.length)).key("sessions").begin_array().end_array();
    json.field("place", terms.place).key("participants").begin_array();
    for (const auto& one : plan.participants) {
        json.begin_object().field("id", one.id).field("part", name_of(one.part));
        json.field("name", one.name).field("title", one.title).end_object();
    }
    return json.end_array().end_object().take();
}

LifeMeeting meeting_in(LifeState state) {
    auto one = planned(golden_id<LifeMeetingId>("a1"), golden_id<ProgrammeId>("b1"), whole_plan());
    place_steps(one.steps, one.terms.held_on, {});
    one.state = state;
    return one;
}

Outcome outcome(const Situation& situation) {
    const auto done = moved(meeting_in(*life_state_of(situation.state)),
                            *life_act_of(situation.act), standing(situation.who));
    if (!done) return {done.error().code, true};
    return {std::string(name_of(done->state)), false};
}

Level level() {
    return {"民主生活会的状态表",
            ledger::testing::names_of(life_states),
            ledger::testing::names_of(life_acts),
            {"keeper", "recorder", "superior", "member"},
            {},
            [](const std::string&) { return std::vector<std::size_t>{}; },
            outcome};
}

TEST(LifeMeeting, goes_as_the_table_says) {
    ledger::testing::expect_known_words(level());
    ledger::testing::hold_against_the_table(level());
}

TEST(LifeMeeting, is_nothing_to_whoever_has_no_part_in_it) {
    auto one = meeting_in(LifeState::planning);
    one.unit_path = "/1/";
    base::Actor office = account("11");
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    office.scope = base::Scope::everything();
    EXPECT_FALSE(standing_of(one, office).sees()) << "not cleared";
    office.scope.cleared = {base::Guard::life_meeting};
    EXPECT_TRUE(standing_of(one, office).keeper);
    one.mark = {base::Guard::secret};
    EXPECT_FALSE(standing_of(one, office).sees()) << "not cleared for the mark";
    one.mark = {};
    office.scope.parts = {{"/2/", {}}};
    EXPECT_FALSE(standing_of(one, office).sees()) << "of another place";
    base::Actor member = account("12");
    member.acts = {base::Act::read_ledger};
    member.person = golden_id<base::PersonId>("51");
    one.participants[1].person = member.person;
    EXPECT_TRUE(standing_of(one, member).in_team());
    one.participants[1].left_on = today;
    EXPECT_FALSE(standing_of(one, member).in_team());
    EXPECT_TRUE(standing_of(one, member).sees()) << "what they took part in stays theirs to see";
}

TEST(LifeMeeting, is_planned_with_one_principal_and_nobody_twice) {
    EXPECT_TRUE(check(whole_plan()));
    auto plan = whole_plan();
    plan.participants.erase(plan.participants.begin());
    EXPECT_EQ(code_of(check(plan)), "life_meeting_needs_a_principal");
    plan = whole_plan();
    plan.participants[1].part = Part::principal;
    EXPECT_EQ(code_of(check(plan)), "life_meeting_has_one_principal");
    plan = whole_plan();
    plan.participants[2].name = "周远";
    EXPECT_EQ(code_of(check(plan)), "person_stands_twice");
    plan = whole_plan();
    plan.terms.begins_at = "9点";
    plan.terms.sessions = {"上午"};
    const auto faults = check(plan);
    ASSERT_EQ(code_of(faults), "time_of_day_expected");
    EXPECT_EQ(faults.error().also.front().code, "sessions_are_of_a_whole_day");
}

TEST(LifeMeeting, has_its_steps_before_and_after_its_day) {
    calendar::Calendar calendar;
    EXPECT_EQ(day_of(day("2024-07-22"), -15, Counting::natural, calendar), day("2024-07-07"));
    EXPECT_EQ(day_of(day("2024-07-22"), -1, Counting::working, calendar), day("2024-07-19"))
        << "the weekend lies between";
    EXPECT_EQ(day_of(day("2024-07-22"), 5, Counting::working, calendar), day("2024-07-29"));
    const auto one = meeting_in(LifeState::planning);
    EXPECT_EQ(find_step(one, StepKind::sitting)->due_on, day("2024-07-22"));
    EXPECT_EQ(find_step(one, StepKind::own_review)->due_on, day("2024-07-17"));
    EXPECT_TRUE(std::is_sorted(one.steps.begin(), one.steps.end(),
                               [](const auto& a, const auto& b) { return a.due_on < b.due_on; }));
}

TEST(LifeMeeting, works_out_only_what_is_not_done_when_it_is_moved) {
    auto before = meeting_in(LifeState::called);
    before = *do_step(before, {find_step(before, StepKind::study)->position, today, "已学"},
                      standing("keeper"), account("11"), today);
    const auto studied_until = find_step(before, StepKind::study)->due_on;
    const Postponement later{day("2024-08-05"), "", "主要负责人参加全区会议"};
    auto after = *postpone(before, later, standing("keeper"), today);
    place_steps(after.steps, after.terms.held_on, {});
    EXPECT_EQ(after.state, LifeState::approved) << "to be called again";
    EXPECT_FALSE(find_step(after, StepKind::notice)->done_on);
    EXPECT_EQ(find_step(after, StepKind::notice)->due_on, day("2024-08-02"));
    EXPECT_EQ(find_step(after, StepKind::study)->due_on, studied_until);
    EXPECT_EQ(code_of(postpone(before, {day("2024-08-05"), "", "忙"}, standing("keeper"), today)),
              "reason_too_short");
    EXPECT_EQ(code_of(postpone(before, {day("2024-06-01"), "", "主要负责人有会"},
                               standing("keeper"), today)),
              "life_meeting_day_is_past");
    EXPECT_EQ(code_of(postpone(before, {day("2024-07-22"), "", "主要负责人有会"},
                               standing("keeper"), today)),
              "life_meeting_day_is_the_same");
}

TEST(LifeMeeting, keeps_whoever_leaves_in_its_record) {
    const auto before = meeting_in(LifeState::approved);
    const Leaving leaving{golden_id<ParticipantId>("02"), today, "调任区审计局"};
    const auto after = leave(before, leaving, standing("keeper"), today);
    ASSERT_EQ(code_of(after), "accepted");
    EXPECT_EQ(after->participants.size(), 3u);
    EXPECT_EQ(team_of(*after).size(), 1u);
    EXPECT_EQ(code_of(leave(*after, leaving, standing("keeper"), today)), "participant_has_left");
    EXPECT_EQ(
        code_of(leave(before,
                      {golden_id<ParticipantId>("02"), base::add_days(today, 1), "调任区审计局"},
                      standing("keeper"), today)),
        "day_is_in_the_future");
    const auto joined = join(*after, somebody("04", Part::member, "沈梅"), standing("keeper"));
    ASSERT_EQ(code_of(joined), "accepted");
    EXPECT_EQ(team_of(*joined).back()->name, "沈梅");
    EXPECT_EQ(joined->participants.back().name, "李强") << "members stand before recorders";
    EXPECT_EQ(join(*joined, somebody("04", Part::member, "沈梅"), standing("keeper"))->version,
              joined->version)
        << "said twice";
}

TEST(LifeMeeting, keeps_the_steps_that_are_done) {
    auto one = meeting_in(LifeState::planning);
    const auto study = find_step(one, StepKind::study)->position;
    one = *do_step(one, {study, today, ""}, standing("keeper"), account("11"), today);
    std::vector<WantedStep> wanted;
    for (const auto& step : one.steps)
        if (step.position != study)
            wanted.push_back({step.position, step.title, step.days, step.counting});
    EXPECT_EQ(code_of(set_steps(one, wanted, standing("keeper"))), "done_steps_stay");
    wanted.push_back({study, "学习", -8, Counting::working});
    wanted.push_back({std::nullopt, "征求“两代表一委员”意见", -6, Counting::natural});
    auto set = set_steps(one, wanted, standing("keeper"));
    ASSERT_EQ(code_of(set), "accepted");
    EXPECT_EQ(set->steps.size(), one.steps.size() + 1);
    EXPECT_EQ(set->steps.back().position, 17);
    wanted.erase(std::find_if(wanted.begin(), wanted.end(), [&](const WantedStep& step) {
        return step.position == find_step(one, StepKind::sitting)->position;
    }));
    EXPECT_EQ(code_of(set_steps(one, wanted, standing("keeper"))),
              "life_meeting_keeps_its_sitting");
}

TEST(PlanReview, goes_from_the_office_by_the_contact_leader_to_the_superiors) {
    const auto submitted =
        submit(meeting_in(LifeState::planning), standing("keeper"), account("11"), now);
    ASSERT_EQ(code_of(submitted), "accepted");
    EXPECT_TRUE(find_step(*submitted, StepKind::plan)->done_on);
    std::vector<PlanReview> said;
    auto meeting = *submitted;
    const auto say = [&](ReviewSeat seat, const base::Actor& who, Standing as,
                         const std::string& by = "") {
        auto made = decide(meeting, said, {seat, PlanVerdict::agreed, "", by}, as, who, now);
        if (!made) return made.error().code;
        said.push_back(made->review);
        meeting = made->meeting;
        return std::string(name_of(meeting.state));
    };
    const auto keeper = standing("keeper"), superior = standing("superior");
    EXPECT_EQ(say(ReviewSeat::office, account("11"), keeper), "nobody_reviews_their_own_life_plan");
    EXPECT_EQ(
        say(ReviewSeat::discipline_office, account("21", base::Seat::discipline_office), superior),
        "life_review_is_not_asked");
    EXPECT_EQ(say(ReviewSeat::office, account("12"), keeper), "submitted");
    EXPECT_EQ(say(ReviewSeat::contact_leader, account("12"), keeper), "said_by_missing");
    EXPECT_EQ(say(ReviewSeat::contact_leader, account("12"), keeper, "梁志远"), "submitted");
    EXPECT_EQ(said.back().entered_by, "某12");
    EXPECT_EQ(seats_asked(meeting, said).size(), 3u) << "beside each other";
    EXPECT_EQ(
        say(ReviewSeat::inspection_office, account("21", base::Seat::discipline_office), superior),
        "life_review_seat_is_not_yours");
    EXPECT_EQ(
        say(ReviewSeat::discipline_office, account("21", base::Seat::discipline_office), superior),
        "submitted");
    EXPECT_EQ(
        say(ReviewSeat::inspection_office, account("22", base::Seat::inspection_office), superior),
        "submitted");
    EXPECT_EQ(say(ReviewSeat::organisation_department,
                  account("23", base::Seat::organisation_department), superior),
              "approved");
}

TEST(PlanReview, ends_when_one_returns_the_plan_with_words) {
    auto meeting = *submit(meeting_in(LifeState::planning), standing("keeper"), account("11"), now);
    WantedReview wanted{ReviewSeat::office, PlanVerdict::returned, "改", ""};
    EXPECT_EQ(code_of(decide(meeting, {}, wanted, standing("keeper"), account("12"), now)),
              "reason_too_short");
    wanted.words = "对照检查重点没有覆盖选人用人问题";
    const auto made = decide(meeting, {}, wanted, standing("keeper"), account("12"), now);
    ASSERT_EQ(code_of(made), "accepted");
    EXPECT_EQ(made->meeting.state, LifeState::planning);
    auto again = *submit(made->meeting, standing("keeper"), account("11"), now);
    EXPECT_EQ(again.round, 2);
    EXPECT_EQ(seats_asked(again, {made->review}), (std::vector<ReviewSeat>{ReviewSeat::office}))
        << "from the beginning";
    again.state = LifeState::approved;
    EXPECT_EQ(code_of(revise(again, "改", standing("keeper"))), "reason_too_short");
    const auto revised = revise(again, "会议主题按新要求调整", standing("keeper"));
    EXPECT_EQ(revised->edition, 2);
    EXPECT_EQ(revised->state, LifeState::planning);
}

TEST(PlanReview, asks_for_what_a_plan_must_say) {
    auto one = meeting_in(LifeState::planning);
    one.terms.basis.clear();
    one.terms.focus.clear();
    one.duties.clear();
    one.terms.held_on = day("2024-06-01");
    const auto no = submit(one, standing("keeper"), account("11"), now);
    ASSERT_EQ(code_of(no), "life_plan_needs");
    EXPECT_EQ(no.error().field, "basis");
    EXPECT_EQ(no.error().also.size(), 4u);
    EXPECT_EQ(no.error().also.back().code, "life_meeting_day_is_past");
}

TEST(FocusChecklists, are_there_for_every_kind_of_unit) {
    EXPECT_GE(focus_checklists().size(), 8u);
    for (const auto& one : focus_checklists()) {
        std::size_t lines = 0;
        for (const auto& group : one.groups) {
            lines += group.lines.size();
            for (const auto line : group.lines) EXPECT_LE(line.size(), 3 * focus_line_chars_max);
        }
        EXPECT_GE(lines, 3u) << one.key;
        EXPECT_LE(lines, focus_lines_max) << one.key << " is too much for a plan";
    }
}

TEST(FocusChecklists, have_as_many_lines_as_the_field_names) {
    std::map<std::string_view, std::size_t> lines;
    for (const auto& one : focus_checklists())
        for (const auto& group : one.groups) lines[one.key] += group.lines.size();
    const std::map<std::string_view, std::size_t> named{
        {"district", 4},      {"town_wide", 9},    {"town_ten", 10},        {"four_fulfilments", 4},
        {"bureau", 6},        {"bureau_brief", 3}, {"government_group", 3}, {"department", 7},
        {"township_four", 4}, {"school", 5},       {"prison_like", 3},      {"branch", 9}};
    for (const auto& [key, count] : named) EXPECT_EQ(lines[key], count) << key;
}

TEST(FocusChecklists, have_seventeen_questions_under_their_three_foci) {
    const auto& foci = focus_checklists().back();
    ASSERT_EQ(foci.groups.size(), 3u);
    const std::size_t expected[]{7, 3, 7};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        EXPECT_EQ(foci.groups[i].lines.size(), expected[i]) << foci.groups[i].name;
        EXPECT_TRUE(foci.groups[i].name.starts_with("聚焦"));
        for (const auto line : foci.groups[i].lines)
            EXPECT_TRUE(line.ends_with("？")) << line << " asks nothing";
    }
}

TEST(PlanReading, proposes_what_the_document_says_and_nothing_else) {
    plan::ReadMeetingPlan read;
    read.title = "局党组专题民主生活会实施方案";
    read.theme = "抓好巡察整改。";
    read.time = "拟定于2024年7月22日（星期一）上午9：30，会期半天。";
    read.place = "三楼会议室。";
    read.reports = {{{"区委巡察办"}, "10天内"}};
    read.deadlines = {{"制定方案", "方案提前15天报区委巡察办审核", "提前15天"}};
    const auto plan = proposed(read);
    EXPECT_EQ(plan.title, "局党组专题民主生活会");
    EXPECT_EQ(plan.theme, "抓好巡察整改");
    EXPECT_EQ(plan.held_on, day("2024-07-22"));
    EXPECT_EQ(plan.begins_at, "09:30");
    EXPECT_EQ(plan.length, Length::half_day);
    EXPECT_EQ(plan.place, "三楼会议室");
    EXPECT_EQ(plan.plan_days, 15);
    EXPECT_EQ(plan.report_days, 10);
    read.time = "xx年xx月xx日上午xx:xx";
    read.place = "xx。";
    read.reports = {{{"区委巡察办"}, "xx天内"}};
    const auto open = proposed(read);
    EXPECT_FALSE(open.held_on);
    EXPECT_EQ(open.begins_at, "");
    EXPECT_EQ(open.place, "");
    EXPECT_FALSE(open.report_days);
}

TEST(LifeMeetingMessages, are_written_as_the_pages_read_them) {
    const base::testing::Contract contract{"life_meetings"};
    base::Actor reader = account("11");
    reader.acts = {base::Act::read_ledger, base::Act::read_names};
    LifeMeetingView view{meeting_in(LifeState::submitted), standing("keeper"), {}, {}};
    view.meeting.round = 1;
    view.meeting.submitted_by = golden_id<base::AccountId>("12");
    view.meeting.submitted_at = now;
    view.meeting.steps.resize(2);
    view.meeting.participants[2].left_on = today;
    view.meeting.participants[2].left_reason = "借调";
    view.moved = {{day("2024-07-20"), day("2024-07-22"), "会议室占用", now, "张敏"}};
    view.reviews = {{1, 1, ReviewSeat::office, PlanVerdict::agreed, "同意", "王芳", "", now}};
    contract.expect(to_json(view, {reader, today}), "view");
    view.standing = standing("member");
    const auto told = to_json(view, {reader, today});
    EXPECT_EQ(told.find("借调"), std::string::npos) << "why somebody left is told to few";
    EXPECT_EQ(told.find("王芳"), std::string::npos) << "so is what reviewers said";
    const auto read = read_new_life_meeting(contract.golden("new"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->plan.participants.size(), 2u);
    EXPECT_EQ(read->plan.demands.report_days, 10);
    EXPECT_EQ(read->plan.duties, (std::vector<Duty>{{DutyKind::draft, "办公室"}}));
}

TEST(Corpus, HoldsFourteenPlansThatBecomeMeetings) {
    const auto file = std::filesystem::path(SHARED_DIR) / "corpus" / "life-meeting-plans.txt";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no corpus beside the project";
    const auto document = office::read_document(file);
    ASSERT_TRUE(document);
    const auto found = plan::read_plan(*document).meeting_plans;
    ASSERT_EQ(found.size(), 14u);
    for (const auto& one : found) {
        const auto offered = proposed(one);
        EXPECT_NE(offered.theme, "");
        EXPECT_FALSE(offered.step_words.empty());
        auto plan = whole_plan();
        if (!offered.title.empty()) plan.terms.title = offered.title;
        plan.terms.theme = offered.theme;
        plan.terms.focus = offered.focus;
        if (!offered.place.empty()) plan.terms.place = offered.place;
        // Nothing in it was ever filled in: xx stands for every number.
        EXPECT_FALSE(offered.held_on);
        const auto body = plan_json(plan);
        EXPECT_EQ(code_of(read_new_life_meeting(body)), "accepted") << body.substr(0, 200);
        EXPECT_TRUE(check(plan));
    }
}

}  // namespace
}  // namespace life_meetings
