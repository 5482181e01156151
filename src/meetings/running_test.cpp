// Meetings as they are held, on both engines: called, prepared from the ledger, opened, written
// down, closed; what was left over goes on; nobody sees what is not theirs.
#include "ledger/bin_actions.hpp"
#include "ledger/problem_actions.hpp"
#include "ledger/task_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "meetings/running_actions.hpp"

namespace meetings {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

constexpr std::int64_t day_ms = 24 * 3600 * 1000;

class HeldMeetings : public ledger::testing::OneLedger {
  protected:
    ledger::ProblemRow claimed =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(claimed, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::MeasureRow near = ledger.add(claimed, "公开采购结果", {}, TestLedger::by("2024-07-05"));
    ledger::MeasureRow far = ledger.add(claimed, "培训采购人员", {}, TestLedger::by("2024-12-01"));
    base::Actor chen = invited("陈立新"), he = invited("何记录");

    /// Somebody registered, with an account that sees nothing but what they are called to.
    base::Actor invited(const std::string& name) {
        const auto opened =
            ledger.here.account(name, accounts::Role::responsible_unit, ledger.audit);
        base::Actor actor;
        actor.id = opened.account.id;
        actor.person = opened.account.person;
        actor.name = opened.account.person_name;
        actor.acts = accounts::acts_of(accounts::Role::responsible_unit);
        return actor;
    }
    MeetingTerms terms(std::string_view on = "2024-06-30") {
        MeetingTerms wanted;
        wanted.title = "第一次碰头会";
        wanted.held_on = day(on);
        wanted.begins_at = "15:00";
        wanted.place = "三楼会议室";
        wanted.participants = {{.name = "x", .person = chen.person, .duty = Duty::host},
                               {.name = "x", .person = he.person, .duty = Duty::recorder},
                               {.name = "x", .unit = ledger.procurement},
                               {.name = "区人大代表王某", .standing = Standing::sits_in}};
        return wanted;
    }
    template <class Id>
    Id make() {
        return ledger.here.make_id<Id>();
    }
    Meeting plan(const MeetingTerms& wanted, std::optional<SeriesId> series = {}) {
        return *plan_meeting(needs, ledger.zhang_min,
                             {make<MeetingId>(), ledger.programme, series, wanted});
    }
    static SeenMeeting seen(const Meeting& one) { return {one.id, one.version}; }
    Meeting called(std::optional<SeriesId> series = {}) {
        return *call_meeting(needs, ledger.zhang_min, seen(plan(terms(), series)));
    }
    MeetingView with_agenda(const Meeting& one, const std::vector<AgendaLine>& lines) {
        return *set_agenda(needs, ledger.zhang_min, seen(one), lines);
    }
    AgendaLine line_of(const ledger::MeasureRow& row) {
        return {make<AgendaItemId>(), Subject::measure, row.measure.id.text(), ""};
    }
    AgendaLine free_line(const std::string& title) {
        return {make<AgendaItemId>(), Subject::none, "", title};
    }
    MeetingView running(std::optional<SeriesId> series = {}) {
        const auto view =
            with_agenda(called(series), {line_of(late), line_of(far), free_line("传达会议精神")});
        return *open_meeting(needs, ledger.zhang_min, seen(view.meeting));
    }
    std::string written(const MeetingView& view, std::size_t item, Minute minute,
                        const base::Actor& who) {
        minute.item = view.items[item].id;
        minute.version = view.items[item].version;
        return code_of(write_minute(needs, who, view.meeting.id, minute));
    }
    Decision decision(const std::string& matter) {
        return {make<DecisionId>(), matter, ledger.procurement, "",
                he.person,          "",     day("2024-07-31"),  ""};
    }
    std::string proposed(MeetingId id) {
        std::string text;
        for (const auto& one : *list_proposals(needs, ledger.zhang_min, id))
            text += std::to_string(one.row.number) + ":" + text_of(one.reasons) + " ";
        return text;
    }
    std::int64_t told(std::string_view kind) {
        return ledger.number_in(
            "SELECT count(*) FROM message m JOIN event e ON e.id = m.event_id "
            "WHERE e.kind = '" +
            std::string(kind) + "'");
    }
};
ZHENGGAI_ON_BOTH_ENGINES(HeldMeetings);

TEST_P(HeldMeetings, are_told_to_those_who_take_part_and_again_when_they_move) {
    const auto one = called();
    EXPECT_EQ(one.terms.participants[0].name, "干部陈立新") << "as registered";
    EXPECT_EQ(one.terms.participants[2].name, "采购科");
    EXPECT_EQ(told("meeting_called"), 2);
    auto later = one.terms;
    later.held_on = day("2024-07-02");
    const auto moved_one = edit_meeting(needs, ledger.zhang_min, seen(one), later);
    ASSERT_TRUE(moved_one);
    EXPECT_EQ(told("meeting_moved"), 2);
    EXPECT_EQ(moved_one->sequence, 1);
    ASSERT_TRUE(cancel_meeting(needs, ledger.zhang_min, seen(*moved_one), "与区委会议冲突"));
    EXPECT_EQ(told("meeting_cancelled"), 2);
    ledger.expect_sound_journal();
}

TEST_P(HeldMeetings, are_seen_by_the_office_and_by_those_called) {
    const auto one = plan(terms());
    EXPECT_EQ(code_of(view_meeting(needs, chen, one.id)), "meeting_unknown") << "only planned";
    ASSERT_TRUE(call_meeting(needs, ledger.zhang_min, seen(one)));
    EXPECT_EQ(code_of(view_meeting(needs, chen, one.id)), "accepted");
    EXPECT_EQ(code_of(view_meeting(needs, ledger.li_qiang, one.id)), "accepted") << "his unit";
    EXPECT_EQ(code_of(view_meeting(needs, ledger.zhou_guifang, one.id)), "accepted")
        << "the inspected unit";
    EXPECT_EQ(code_of(view_meeting(needs, ledger.zhao_li, one.id)), "meeting_unknown");
    EXPECT_EQ(list_meetings_to_come(needs, chen).size(), 1u);
    EXPECT_EQ(list_meetings_to_come(needs, ledger.zhou_guifang).size(), 0u) << "not called to it";
    ledger.here.pass(day_ms);
    EXPECT_EQ(list_meetings_to_come(needs, chen).size(), 0u) << "over";
}

TEST_P(HeldMeetings, answer_for_themselves_and_need_their_host) {
    const auto one = called();
    EXPECT_EQ(code_of(note_attendance_of(needs, chen, one.id, {0, Attendance::leave, "出差", ""})),
              "accepted");
    EXPECT_EQ(code_of(note_attendance_of(needs, chen, one.id, {1, Attendance::coming, "", ""})),
              "only_participants_answer");
    EXPECT_EQ(code_of(note_attendance_of(needs, ledger.li_qiang, one.id,
                                         {2, Attendance::coming, "", "李强"})),
              "accepted");
    const auto view = with_agenda(one, {free_line("传达会议精神")});
    EXPECT_EQ(code_of(open_meeting(needs, ledger.zhang_min, seen(view.meeting))), "host_is_absent");
    auto changed_terms = view.meeting.terms;
    changed_terms.participants[0].duty = Duty::none;
    changed_terms.participants[3].duty = Duty::host;
    const auto replaced = edit_meeting(needs, ledger.zhang_min, seen(view.meeting), changed_terms);
    ASSERT_TRUE(replaced);
    EXPECT_EQ(replaced->terms.participants[0].reason, "出差");
    EXPECT_EQ(code_of(open_meeting(needs, ledger.zhang_min, seen(*replaced))), "accepted");
}

TEST_P(HeldMeetings, speak_of_what_the_ledger_asks_for) {
    const auto one = called();
    EXPECT_EQ(proposed(one.id), "1:overdue 2:due_soon ");
    ledger.claim(claimed.problem.id, ledger.li_qiang);
    ledger.report(far.measure.id, ledger.li_qiang, 100);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(far.measure.id)));
    ASSERT_TRUE(send_back_measure(needs, ledger.zhang_min, ledger.seen(far.measure.id),
                                  {"没有凭证，看不出效果", ""}));
    EXPECT_EQ(proposed(one.id), "1:overdue 3:sent_back 2:due_soon ");
    ledger.here.pass(31 * day_ms);
    EXPECT_EQ(proposed(one.id), "1:overdue 2:overdue 3:sent_back,stalled ");
    const auto view = with_agenda(one, {line_of(late), free_line("传达会议精神")});
    ASSERT_EQ(view.items.size(), 2u);
    EXPECT_EQ(text_of(view.items[0].reasons), "overdue");
    EXPECT_EQ(view.items[0].row.text, "修订采购制度");
    EXPECT_EQ(proposed(one.id), "2:overdue 3:sent_back,stalled ") << "what stands there already";
}

TEST_P(HeldMeetings, are_ordered_by_the_office_and_by_nobody_else) {
    const auto one = called();
    const auto first = line_of(late), second = free_line("传达会议精神");
    auto view = with_agenda(one, {first, second});
    view = with_agenda(view.meeting, {second, first});
    EXPECT_EQ(view.items[0].row.text, "传达会议精神");
    view = with_agenda(view.meeting, {first});
    EXPECT_EQ(view.items.size(), 1u);
    EXPECT_EQ(code_of(set_agenda(needs, chen, seen(view.meeting), {})),
              "only_the_recorder_writes_minutes");
    EXPECT_EQ(code_of(set_agenda(needs, he, seen(view.meeting), {first})), "accepted");
    EXPECT_EQ(code_of(set_agenda(needs, ledger.zhang_min, seen(view.meeting), {})),
              "somebody_else_changed_it");
}

TEST_P(HeldMeetings, keep_rows_and_figures_as_they_stood_when_opened) {
    const auto view = running();
    EXPECT_EQ(view.items[0].row.status, "not_started");
    const auto overdue = [](const MeetingView& seen_view) {
        for (const auto& [name, value] : seen_view.figures)
            if (name == "overdue") return value;
        return std::int64_t{-1};
    };
    EXPECT_EQ(overdue(view), 1);
    ledger.claim(claimed.problem.id, ledger.li_qiang);
    ledger.finish(late.measure.id, ledger.li_qiang);
    const auto later = *view_meeting(needs, ledger.zhang_min, view.meeting.id);
    EXPECT_EQ(later.items[0].row.status, "not_started");
    EXPECT_EQ(overdue(later), 1);
}

TEST_P(HeldMeetings, keep_what_stands_on_their_agenda_from_being_taken_away) {
    with_agenda(called(), {line_of(late)});
    EXPECT_EQ(code_of(ledger::remove_measure(needs, ledger.zhang_min, ledger.seen(late.measure.id),
                                             "重复录入的措施")),
              "row_is_on_agendas");
}

TEST_P(HeldMeetings, show_rows_as_they_are_until_then) {
    const auto view = with_agenda(called(), {line_of(late)});
    ledger.claim(claimed.problem.id, ledger.li_qiang);
    ledger.report(late.measure.id, ledger.li_qiang, 50);
    EXPECT_EQ(view_meeting(needs, chen, view.meeting.id)->items[0].row.percent, 50);
}

TEST_P(HeldMeetings, end_only_when_everything_has_an_end) {
    const auto view = running();
    EXPECT_EQ(code_of(close_meeting(needs, he, seen(view.meeting))), "item_has_no_minute");
    EXPECT_EQ(written(view, 0, {.heard = "已有初稿"}, he), "accepted");
    EXPECT_EQ(written(view, 0, {.heard = "已有初稿，又补充"}, he), "somebody_else_changed_it");
    EXPECT_EQ(written(view, 1, {.moved_on = true}, he), "accepted");
    auto open_end = decision("尽快完成");
    open_end.due_on.reset();
    EXPECT_EQ(written(view, 2, {.discussion = "学习", .decisions = {open_end}}, he), "accepted");
    EXPECT_EQ(code_of(close_meeting(needs, he, seen(view.meeting))), "decision_has_no_day");
    auto now = *view_meeting(needs, he, view.meeting.id);
    EXPECT_EQ(written(now, 2, {.discussion = "学习", .decisions = {decision("月底前完成")}}, he),
              "accepted");
    const auto closed = close_meeting(needs, he, seen(view.meeting));
    ASSERT_TRUE(closed);
    EXPECT_EQ(told("meeting_closed"), 1) << "not to the one who closed it";
    EXPECT_EQ(closed->items[2].decisions[0].unit_name, "采购科");
    const auto task = ledger::TaskId::parse(closed->items[2].decisions[0].task);
    ASSERT_TRUE(task);
    const auto given = ledger::view_task(needs, ledger.li_qiang, *task);
    ASSERT_TRUE(given) << "shown to the unit whose it is";
    EXPECT_EQ(given->text, "月底前完成");
    EXPECT_EQ(given->due_on, day("2024-07-31"));
    EXPECT_EQ(given->person_name, "干部何记录");
    EXPECT_EQ(given->origin.id, closed->items[2].decisions[0].id.text());
    EXPECT_NE(proposed(plan(terms("2024-07-12")).id).find(":task "), std::string::npos)
        << "spoken of until it is done";
    EXPECT_EQ(written(*closed, 0, {.heard = "改写"}, he), "meeting_is_closed");
    EXPECT_EQ(code_of(add_remark(needs, he, view.meeting.id, "短")), "reason_too_short");
    const auto remarked = add_remark(needs, he, view.meeting.id, "议题一应为“已有送审稿”。");
    ASSERT_TRUE(remarked);
    EXPECT_EQ(remarked->remarks[0].by, "干部何记录");
    ledger.expect_sound_journal();
}

TEST_P(HeldMeetings, leave_the_rest_to_the_next_of_the_series) {
    Series series;
    series.id = make<SeriesId>();
    series.programme = ledger.programme;
    series.terms.title = "周碰头会";
    series.terms.every = Every::week;
    series.terms.day = 5;
    ASSERT_TRUE(open_series(needs, ledger.zhang_min, series));
    const auto view = running(series.id);
    EXPECT_EQ(view.next_on, day("2024-07-05"));
    for (const std::size_t item : {0u, 2u})
        EXPECT_EQ(written(view, item, {.heard = "听取"}, he), "accepted");
    EXPECT_EQ(written(view, 1, {.moved_on = true}, he), "accepted");
    ASSERT_TRUE(close_meeting(needs, he, seen(view.meeting)));
    const auto next_terms = propose_next(needs, ledger.zhang_min, series.id);
    ASSERT_TRUE(next_terms);
    EXPECT_EQ(next_terms->held_on, day("2024-07-05"));
    EXPECT_EQ(next_terms->place, "三楼会议室") << "as the last one";
    EXPECT_EQ(next_terms->participants[2].attendance, Attendance::unanswered);
    const auto next = plan(*next_terms, series.id);
    const auto carried = *view_meeting(needs, ledger.zhang_min, next.id);
    ASSERT_EQ(carried.items.size(), 1u);
    EXPECT_EQ(carried.items[0].row.text, "培训采购人员");
    EXPECT_EQ(carried.items[0].carried_from, view.meeting.id);
    EXPECT_TRUE(carried.items[0].reasons.has(Reason::moved_on));
    const auto twice = plan(terms("2024-07-12"), series.id);
    EXPECT_TRUE(view_meeting(needs, ledger.zhang_min, twice.id)->items.empty()) << "only once";
    ASSERT_TRUE(cancel_meeting(needs, ledger.zhang_min, seen(next), "与区委会议冲突"));
    const auto again = plan(terms("2024-07-19"), series.id);
    EXPECT_EQ(view_meeting(needs, ledger.zhang_min, again.id)->items.size(), 1u)
        << "the next one was not held";
}

TEST_P(HeldMeetings, hand_on_to_a_meeting_that_is_planned_already) {
    const auto view = running();
    const auto next = plan(terms("2024-07-12"));
    for (const std::size_t item : {0u, 1u, 2u})
        EXPECT_EQ(written(view, item, {.moved_on = true}, he), "accepted");
    ASSERT_TRUE(close_meeting(needs, he, seen(view.meeting)));
    EXPECT_EQ(view_meeting(needs, ledger.zhang_min, next.id)->items.size(), 3u);
}

TEST_P(HeldMeetings, keep_what_is_guarded_from_those_not_cleared) {
    const auto view = with_agenda(called(), {line_of(late), free_line("传达会议精神")});
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(ledger::guard_problem(needs, cleared, ledger.seen(claimed.problem.id),
                                      {base::Guard::clues}));
    const auto shown = view_meeting(needs, chen, view.meeting.id);
    ASSERT_TRUE(shown);
    ASSERT_EQ(shown->items.size(), 1u);
    EXPECT_EQ(shown->items[0].row.text, "传达会议精神");
}

TEST_P(HeldMeetings, are_a_calendar_of_their_own) {
    const auto one = called();
    const auto calendar = own_calendar(needs, chen);
    EXPECT_NE(calendar.find("UID:" + one.id.text() + "@zhenggai"), std::string::npos);
    EXPECT_EQ(own_calendar(needs, ledger.zhao_li).find("BEGIN:VEVENT"), std::string::npos);
    ASSERT_TRUE(cancel_meeting(needs, ledger.zhang_min, seen(one), "与区委会议冲突"));
    EXPECT_NE(own_calendar(needs, chen).find("STATUS:CANCELLED"), std::string::npos);
    EXPECT_NE(own_calendar(needs, chen).find("SEQUENCE:1"), std::string::npos);
}

TEST_P(HeldMeetings, are_listed_by_what_is_to_come_and_what_is_over) {
    called();
    plan(terms("2024-06-20"));
    const auto total = [&](WhichMeetings which, const base::Actor& who) {
        return list_meeting_page(needs, who, {ledger.programme, which, {}})->total;
    };
    EXPECT_EQ(total(WhichMeetings::to_come, ledger.zhang_min), 1);
    EXPECT_EQ(total(WhichMeetings::over, ledger.zhang_min), 1);
    EXPECT_EQ(total(WhichMeetings::all, ledger.zhou_guifang), 1) << "planned ones are the office's";
}

}  // namespace
}  // namespace meetings
