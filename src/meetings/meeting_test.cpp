// What may be done with a meeting: each state, each refusal.
#include "meetings/meeting.hpp"

#include <gtest/gtest.h>

#include "meetings/agenda.hpp"

namespace meetings {
namespace {

constexpr base::Instant now{1'719'735'300'000};  // 2024-06-30

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}
template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}
/// All faults of a form.
template <class T>
std::string codes_of(const base::Result<T>& result) {
    if (result) return "accepted";
    auto codes = result.error().code;
    for (const auto& other : result.error().also) codes += " " + other.code;
    return codes;
}

template <class Id>
Id id(const std::string& last) {
    return *Id::parse("01900000-0000-7000-8000-0000000000" + last);
}

class MeetingRules : public testing::Test {
  protected:
    base::Actor office, host, recorder;
    Meeting meeting;

    MeetingRules() {
        office.acts = {base::Act::read_ledger, base::Act::edit_ledger};
        office.name = "整改办张敏";
        for (auto* one : {&host, &recorder}) one->acts = {base::Act::read_ledger};
        host.person = id<base::PersonId>("01");
        recorder.person = id<base::PersonId>("02");
        meeting.id = id<MeetingId>("10");
        meeting.terms.title = "碰头会";
        meeting.terms.held_on = day("2024-06-30");
        meeting.terms.begins_at = "09:00";
        meeting.terms.participants = {
            {.name = "周桂芳", .person = host.person, .duty = Duty::host},
            {.name = "李强", .person = recorder.person, .duty = Duty::recorder},
            {.name = "审计局", .unit = id<base::UnitId>("04"), .standing = Standing::sits_in}};
    }
    Meeting in(MeetingState state) {
        auto one = meeting;
        one.state = state;
        return one;
    }
};

TEST_F(MeetingRules, take_terms_that_make_sense) {
    auto terms = meeting.terms;
    terms.begins_at = "24:00";
    terms.participants[2].duty = Duty::host;
    terms.participants.push_back(terms.participants[1]);
    EXPECT_EQ(codes_of(check(terms)),
              "time_of_day_expected participant_stands_twice two_hosts two_recorders");
    EXPECT_TRUE(is_time_of_day("23:59"));
    for (const auto* wrong : {"9:00", "09:60", "aa:bb", "", "09:000"})
        EXPECT_FALSE(is_time_of_day(wrong)) << wrong;
}

TEST_F(MeetingRules, ask_again_when_a_called_meeting_moves) {
    auto called = in(MeetingState::called);
    called.terms.participants[0].attendance = Attendance::coming;
    called.terms.participants[1].attendance = Attendance::leave;
    auto terms = called.terms;
    terms.held_on = day("2024-07-02");
    const auto after = edit(called, terms, office);
    ASSERT_TRUE(after);
    EXPECT_TRUE(moved(called, *after));
    EXPECT_EQ(after->sequence, 1);
    EXPECT_EQ(after->terms.participants[0].attendance, Attendance::unanswered);
    EXPECT_EQ(after->terms.participants[1].attendance, Attendance::leave);
    terms = called.terms;
    terms.title = "第二次碰头会";
    const auto renamed = edit(called, terms, office);
    ASSERT_TRUE(renamed);
    EXPECT_FALSE(moved(called, *renamed));
    EXPECT_EQ(renamed->terms.participants[0].attendance, Attendance::coming);
}

TEST_F(MeetingRules, call_people_to_a_day_with_a_host) {
    EXPECT_EQ(code_of(call(meeting, office, now)), "accepted");
    auto over = meeting;
    over.terms.held_on = day("2024-06-29");
    EXPECT_EQ(code_of(call(over, office, now)), "meeting_day_is_over");
    auto headless = meeting;
    headless.terms.participants[0].duty = Duty::none;
    EXPECT_EQ(code_of(call(headless, office, now)), "meeting_has_no_host");
    headless.terms.participants.clear();
    EXPECT_EQ(code_of(call(headless, office, now)), "meeting_has_nobody");
    EXPECT_EQ(code_of(cancel(meeting, "没空", office)), "reason_too_short");
    EXPECT_EQ(code_of(cancel(meeting, "与区委会议冲突", office)), "accepted");
}

TEST_F(MeetingRules, let_each_answer_for_themselves) {
    const auto called = in(MeetingState::called);
    const auto say = [&](const AttendanceNote& note, const base::Actor& who) {
        return code_of(note_attendance(called, note, who));
    };
    EXPECT_EQ(say({0, Attendance::coming, "", ""}, host), "accepted");
    EXPECT_EQ(say({1, Attendance::coming, "", ""}, host), "only_participants_answer");
    EXPECT_EQ(say({9, Attendance::coming, "", ""}, host), "participant_unknown");
    EXPECT_EQ(say({0, Attendance::leave, " ", ""}, host), "leave_needs_a_reason");
    EXPECT_EQ(say({0, Attendance::proxy, "", ""}, host), "proxy_needs_a_name");
    EXPECT_EQ(say({0, Attendance::present, "", ""}, host), "attendance_is_noted_by_the_recorder");
    EXPECT_EQ(say({2, Attendance::present, "", "孙丽"}, recorder), "accepted");
    EXPECT_EQ(note_attendance(called, {2, Attendance::present, "", "孙丽"}, recorder)
                  ->terms.participants[2]
                  .proxy,
              "孙丽")
        << "who came for the unit";
}

TEST_F(MeetingRules, open_on_the_day_with_the_host_and_something_to_speak_of) {
    auto called = in(MeetingState::called);
    EXPECT_EQ(code_of(open(called, 1, office, now)), "accepted");
    EXPECT_EQ(code_of(open(called, 0, office, now)), "agenda_is_empty");
    for (const auto away : {Attendance::leave, Attendance::proxy, Attendance::absent}) {
        called.terms.participants[0].attendance = away;
        EXPECT_EQ(code_of(open(called, 1, office, now)), "host_is_absent");
    }
    called.terms.held_on = day("2024-07-01");
    EXPECT_EQ(code_of(open(called, 1, office, now)), "meeting_day_has_not_come");
}

TEST_F(MeetingRules, close_when_every_item_has_an_end) {
    const auto running = in(MeetingState::running);
    AgendaItem item;
    item.id = id<AgendaItemId>("20");
    item.subject = Subject::measure;
    item.row.number = 12;
    EXPECT_EQ(codes_of(close(running, {item}, recorder, now)), "item_has_no_minute");
    auto later = item;
    later.moved_on = true;
    EXPECT_EQ(codes_of(close(running, {later}, recorder, now)), "accepted");
    item.decisions = {{.id = id<DecisionId>("30"), .matter = "月底前完成"}};
    EXPECT_EQ(codes_of(close(running, {item, later}, recorder, now)),
              "decision_has_no_owner decision_has_no_day");
    item.decisions[0].unit = id<base::UnitId>("04");
    item.decisions[0].due_on = day("2024-06-29");
    EXPECT_EQ(codes_of(close(running, {item}, recorder, now)), "decision_day_is_over");
    item.decisions[0].due_on = day("2024-07-31");
    const auto closed = close(running, {item, later}, office, now);
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->state, MeetingState::closed);
    EXPECT_EQ(closed->closed_by, "整改办张敏");
}

TEST_F(MeetingRules, write_minutes_of_what_was_seen) {
    const auto running = in(MeetingState::running);
    AgendaItem item;
    item.id = id<AgendaItemId>("20");
    Minute minute{item.id, 1, "已完成初稿", "", false, {}};
    const auto after = write(running, item, minute, recorder);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->version, 2);
    EXPECT_EQ(write(running, *after, {item.id, 2, "已完成初稿", "", false, {}}, recorder)->version,
              2)
        << "nothing new";
    EXPECT_EQ(code_of(write(running, *after, minute, recorder)), "somebody_else_changed_it");
    minute.decisions = {{.id = id<DecisionId>("30"), .matter = " "}};
    EXPECT_EQ(code_of(write(running, item, minute, recorder)), "decision_says_nothing");
    minute.decisions[0].matter = "月底前完成";
    minute.moved_on = true;
    EXPECT_EQ(code_of(write(running, item, minute, recorder)), "moved_on_and_decided");
}

TEST_F(MeetingRules, keep_on_the_agenda_what_was_spoken_of) {
    AgendaItem item;
    item.id = id<AgendaItemId>("20");
    const AgendaLine same{item.id, Subject::none, "", "学习文件"};
    EXPECT_EQ(code_of(check(meeting, {item}, {}, office)), "accepted");
    EXPECT_EQ(code_of(check(meeting, {}, {{item.id, Subject::none, "", " "}}, office)),
              "free_item_needs_a_title");
    EXPECT_EQ(code_of(check(meeting, {}, {same, same}, office)), "row_stands_twice");
    item.heard = "已学习";
    EXPECT_EQ(code_of(check(meeting, {item}, {}, office)), "item_has_minutes");
    EXPECT_EQ(code_of(check(meeting, {item}, {same}, office)), "accepted");
}

TEST_F(MeetingRules, put_first_what_presses_most) {
    const auto asks = [](std::int64_t number, Reasons reasons, const char* due) {
        Proposal one;
        one.reasons = reasons;
        one.row.number = number;
        one.row.due_on = day(due);
        return one;
    };
    std::string order;
    for (const auto& one : in_order({asks(1, {Reason::stalled}, "2024-01-01"),
                                     asks(2, {Reason::due_soon}, "2024-07-02"),
                                     asks(3, {Reason::overdue, Reason::stalled}, "2024-06-20"),
                                     asks(4, {Reason::sent_back}, "2024-06-30"),
                                     asks(5, {Reason::overdue}, "2024-06-01")}))
        order += std::to_string(one.row.number);
    EXPECT_EQ(order, "53421");
    EXPECT_EQ(reasons_in(text_of({Reason::overdue, Reason::task})),
              (Reasons{Reason::overdue, Reason::task}));
}

}  // namespace
}  // namespace meetings
