// Tasks from end to end: who makes them, who sees, reports and confirms them, what moves their day,
// who is reminded, what becomes of them when units merge; and their messages as in the contract.
#include "ledger/task_actions.hpp"

#include <gtest/gtest.h>

#include "accounts/post_store.hpp"
#include "base/test_contract.hpp"
#include "calendar/calendar_actions.hpp"
#include "calendar/calendar_store.hpp"
#include "ledger/ladder_actions.hpp"
#include "ledger/reminder_actions.hpp"
#include "ledger/task_json.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/unit_tree_actions.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::code_of;
using testing::day;
using testing::TestLedger;

constexpr const char* done_words = "已召开动员会，印发会议纪要";

class Tasks : public testing::OneLedger {
  protected:
    TaskDraft draft(std::string text, Deadline deadline = by(day("2024-07-05"))) {
        TaskDraft one;
        one.id = ledger.here.make_id<TaskId>();
        one.text = std::move(text);
        one.unit = ledger.procurement;
        one.deadline = std::move(deadline);
        return one;
    }
    static Deadline after_feedback(std::string words) {
        return {DeadlineKind::relative, std::move(words), {}};
    }
    Task added(const TaskDraft& wanted) {
        auto made = add_task(needs, ledger.zhang_min, ledger.programme, wanted);
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    Task again(TaskId id) { return *view_task(needs, ledger.zhang_min, id); }
    SeenTask seen(TaskId id) { return {id, again(id).version}; }
    std::int64_t shown(const base::Actor& who) { return list_task_page(needs, who, {}).total; }
    std::string waiting(const base::Actor& who, Reach reach = Reach::unit) {
        std::string said;
        for (const auto& one : list_waiting_tasks(needs, who, reach))
            if (one.page.total > 0)
                said += std::string(name_of(one.section.waiting)) + std::to_string(one.page.total) +
                        " ";
        return said;
    }
    std::string messages_of(const accounts::Account& account) {
        std::string all;
        ledger.here.database.read([&](db::Transaction& transaction) {
            transaction.each(
                "SELECT e.kind, e.subject_number, e.note FROM message m JOIN event e "
                "ON e.id = m.event_id WHERE m.account_id = $1 ORDER BY e.at, e.id",
                {account.id}, [&](const db::Row& found) {
                    all += found.string(0) + " " + std::to_string(found.integer(1)) +
                           (found.string(2).empty() ? "" : " " + found.string(2)) + "; ";
                });
        });
        return all;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Tasks);

TEST_P(Tasks, are_numbered_within_their_programme_and_made_once) {
    const auto wanted = draft("召开动员会");
    EXPECT_EQ(added(wanted).number, 1);
    EXPECT_EQ(added(wanted).number, 1) << "sent again";
    auto other = wanted;
    other.text = "召开推进会";
    EXPECT_EQ(code_of(add_task(needs, ledger.zhang_min, ledger.programme, other)),
              "same_id_other_content");
    EXPECT_EQ(added(draft("召开推进会")).number, 2);
    const auto elsewhere = ledger.open("另一单位整改");
    EXPECT_EQ(add_task(needs, ledger.zhang_min, elsewhere, draft("召开动员会"))->number, 1);
    EXPECT_EQ(code_of(add_task(needs, ledger.sun_li, ledger.programme, draft("自己定的"))),
              "programme_not_found");
    EXPECT_EQ(code_of(add_task(needs, ledger.zhou_guifang, ledger.programme, draft("自己定的"))),
              "only_the_office_edits");
    auto nowhere = draft("召开动员会");
    nowhere.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(add_task(needs, ledger.zhang_min, ledger.programme, nowhere)),
              "unit_unknown");
    ledger.expect_sound_journal();
}

TEST_P(Tasks, say_what_they_lack_at_once) {
    const auto refused =
        add_task(needs, ledger.zhang_min, ledger.programme, draft("", after_feedback("尽快")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "text_empty");
    EXPECT_EQ(refused.error().also.at(0).code, "task_needs_a_day");
    EXPECT_EQ(refused.error().also.at(0).field, "deadline");
}

TEST_P(Tasks, are_seen_by_their_unit_those_above_it_and_the_inspected_unit) {
    const auto own = added(draft("召开动员会"));
    auto of_audit = draft("配合核查");
    of_audit.unit = ledger.audit;
    const auto audits = added(of_audit);
    EXPECT_EQ(shown(ledger.zhang_min), 2);
    EXPECT_EQ(shown(ledger.zhou_guifang), 2) << "the inspected unit";
    EXPECT_EQ(shown(ledger.li_qiang), 1);
    EXPECT_EQ(shown(ledger.sun_li), 1);
    EXPECT_EQ(shown(ledger.zhao_li), 0);
    EXPECT_EQ(code_of(view_task(needs, ledger.zhao_li, own.id)), "task_unknown");
    EXPECT_EQ(code_of(history_of_task(needs, ledger.zhao_li, own.id)), "task_unknown");
    EXPECT_EQ(code_of(report_task(needs, ledger.zhao_li, {own.id, 1}, done_words)), "task_unknown");
    EXPECT_TRUE(view_programme(needs, ledger.sun_li, ledger.programme)) << "for its task";
    EXPECT_EQ(code_of(view_programme(needs, ledger.zhao_li, ledger.programme)),
              "programme_not_found");
    const auto programme = view_programme(needs, ledger.zhang_min, ledger.programme)->programme;
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::secret};
    Needs graded = needs;
    graded.classified = ClassifiedContent::allowed;
    ProgrammeChange change;
    change.classification = Classification::secret;
    ASSERT_EQ(code_of(change_programme(graded, cleared, programme.id, programme.version, change)),
              "accepted");
    EXPECT_EQ(shown(ledger.sun_li), 0) << "not cleared for the mark of the programme";
    EXPECT_EQ(shown(cleared), 2);
    EXPECT_EQ(code_of(view_task(needs, ledger.zhang_min, audits.id)), "task_unknown");
    EXPECT_TRUE(view_task(needs, cleared, audits.id));
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'read_restricted'"),
              1);
}

TEST_P(Tasks, are_reported_sent_back_reported_again_and_confirmed_by_another) {
    const auto task = added(draft("召开动员会")).id;
    EXPECT_EQ(waiting(ledger.li_qiang), "due_soon1 report1 ");
    EXPECT_EQ(waiting(ledger.zhou_guifang), "") << "it is the section's";
    EXPECT_EQ(waiting(ledger.zhou_guifang, Reach::all), "due_soon1 report1 ");
    EXPECT_EQ(code_of(report_task(needs, ledger.li_qiang, {task, 2}, done_words)),
              "somebody_else_changed_it");
    auto now = report_task(needs, ledger.li_qiang, seen(task), done_words);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->reported_by_name, "采购科李强");
    EXPECT_EQ(waiting(ledger.li_qiang), "");
    EXPECT_EQ(waiting(ledger.zhang_min), "review1 ");
    EXPECT_EQ(code_of(send_back_task(needs, ledger.li_qiang, seen(task), "没有附纪要")),
              "only_the_office_confirms_tasks");
    ASSERT_TRUE(send_back_task(needs, ledger.zhang_min, seen(task), "没有附会议纪要"));
    EXPECT_EQ(waiting(ledger.li_qiang), "returned1 due_soon1 ");
    // The office may report for the unit, but then another of the office confirms.
    ASSERT_TRUE(report_task(needs, ledger.zhang_min, seen(task), "纪要已收到并归档"));
    EXPECT_EQ(waiting(ledger.zhang_min), "") << "nobody confirms their own";
    EXPECT_EQ(code_of(confirm_task(needs, ledger.zhang_min, seen(task), "")),
              "nobody_reviews_their_own");
    now = confirm_task(needs, ledger.wang_fang, seen(task), "属实");
    ASSERT_TRUE(now);
    EXPECT_EQ(now->state, TaskState::confirmed);
    EXPECT_EQ(now->report, "纪要已收到并归档");
    EXPECT_EQ(now->decided_by_name, "整改办王芳");
    std::string acts;
    const auto history = history_of_task(needs, ledger.li_qiang, task);
    for (const auto& change : *history) acts += change.act + " " + change.by + ";";
    EXPECT_EQ(acts,
              "confirm_task 整改办王芳;report_task 整改办张敏;send_back_task 整改办张敏;"
              "report_task 采购科李强;add_task 整改办张敏;");
    ledger.expect_sound_journal();
}

TEST_P(Tasks, are_changed_and_dropped_by_the_office) {
    const auto task = added(draft("召开动员会")).id;
    auto other = draft("召开动员部署会", after_feedback("反馈后15个工作日内"));
    other.unit = ledger.budget;
    other.person_name = "赵立";
    const auto edited = edit_task(needs, ledger.wang_fang, seen(task), other);
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->unit_name, "预算科");
    EXPECT_EQ(edited->due_on, day("2024-06-03")) << "fifteen working days after 13 May";
    EXPECT_EQ(shown(ledger.li_qiang) * 10 + shown(ledger.zhao_li), 1);
    EXPECT_EQ(edit_task(needs, ledger.wang_fang, seen(task), other)->version, edited->version)
        << "nothing changed";
    const auto dropped = drop_task(needs, ledger.wang_fang, seen(task), "与推进会合并召开");
    ASSERT_TRUE(dropped);
    EXPECT_EQ(dropped->remark, "与推进会合并召开");
    EXPECT_EQ(waiting(ledger.zhao_li), "");
    TaskFilter filter;
    filter.states = {TaskState::dropped};
    EXPECT_EQ(list_task_page(needs, ledger.zhao_li, filter).total, 1);
    EXPECT_EQ(added(draft("召开推进会")).number, 2) << "numbers are not given again";
}

TEST_P(Tasks, move_with_the_dates_of_the_programme_as_measures_do) {
    const auto relative = added(draft("报送方案", after_feedback("反馈后30日内"))).id;
    const auto fixed = added(draft("报送报告")).id;
    const auto at_end = added(draft("总结", after_feedback("集中整改期结束前10日"))).id;
    const auto over = added(draft("反馈会", after_feedback("反馈后3日内"))).id;
    ASSERT_TRUE(report_task(needs, ledger.li_qiang, seen(over), done_words));
    ASSERT_TRUE(confirm_task(needs, ledger.zhang_min, seen(over), ""));
    EXPECT_EQ(again(relative).due_on, day("2024-06-12"));
    EXPECT_EQ(again(at_end).due_on, day("2024-11-03"));
    const auto programme = view_programme(needs, ledger.zhang_min, ledger.programme)->programme;
    ProgrammeChange change;
    change.feedback_on = day("2024-05-20");
    ASSERT_TRUE(change_programme(needs, ledger.zhang_min, programme.id, programme.version, change));
    EXPECT_EQ(again(relative).due_on, day("2024-06-19"));
    EXPECT_EQ(again(fixed).due_on, day("2024-07-05"));
    EXPECT_EQ(again(over).due_on, day("2024-05-16")) << "what is over stays as it was";
}

TEST_P(Tasks, are_found_by_what_they_come_from_and_counted) {
    const auto make = [&](const std::string& origin, std::string text, Deadline deadline) {
        const auto act = [&](db::Transaction& transaction) -> base::Result<void> {
            auto recorder = Recorder::open(transaction, needs, ledger.zhang_min, ledger.programme);
            auto task = new_task(draft(std::move(text), std::move(deadline)),
                                 {OriginKind::decision, origin}, ledger.zhang_min);
            recorder->insert(*task, "add_task");
            recorder->finish();
            return {};
        };
        ASSERT_TRUE(ledger.here.database.write(act));
    };
    make("one", "第一项", by(day("2024-07-05")));
    make("one", "第二项", by(day("2024-06-29")));
    make("two", "第三项", by(day("2024-12-31")));
    ledger.here.database.read([&](db::Transaction& transaction) {
        const auto& scope = ledger.li_qiang.scope;
        const auto found = list_tasks_of(transaction, {OriginKind::decision, "one"}, scope);
        ASSERT_EQ(found.size(), 2u);
        EXPECT_EQ(found[0].text + found[1].text, "第一项第二项");
        EXPECT_TRUE(list_tasks_of(transaction, {OriginKind::decision, "one"}, ledger.zhao_li.scope)
                        .empty());
        EXPECT_TRUE(list_tasks_of(transaction, {OriginKind::milestone, "one"}, scope).empty());
        EXPECT_EQ(
            list_tasks_of_all(transaction, OriginKind::decision, {"two", "one"}, scope).size(), 3u);
        const Viewpoint here{day("2024-06-30"), scope};
        EXPECT_EQ(count_tasks(transaction, ledger.programme, here), (TaskCounts{3, 3, 1, 1, 0, 0}));
    });
}

TEST_P(Tasks, are_told_of_by_the_ladder_once_and_by_their_events) {
    const auto handler = ledger.here.account("handler", Role::handler, ledger.procurement).account;
    const auto office =
        ledger.here.account("office", Role::rectification_office, ledger.district).account;
    ledger.here.clock.move_to({base::start_of(day("2024-06-30")).milliseconds + 9 * 3'600'000});
    const auto soon = added(draft("召开动员会", by(day("2024-07-05")))).id;
    added(draft("召开推进会", by(day("2024-07-06"))));
    EXPECT_EQ(messages_of(handler), "tasks_given 1; tasks_given 1; ");
    climb_ladders(needs);
    climb_ladders(needs);
    EXPECT_EQ(messages_of(handler), "tasks_given 1; tasks_given 1; tasks_due_soon 2 到期前 10 天; ")
        << "what the nearest rung says, once";
    ASSERT_TRUE(report_task(needs, ledger.li_qiang, seen(soon), done_words));
    ledger.here.pass(8 * 24 * 60 * 60'000);  // 8 July: the other is over, this one waits
    climb_ladders(needs);
    EXPECT_TRUE(messages_of(handler).ends_with("tasks_overdue 1 超期 1 天; "));
    EXPECT_TRUE(messages_of(office).ends_with("tasks_overdue 1 超期 1 天; "));
    EXPECT_NE(messages_of(office).find("task_reported 1; "), std::string::npos);
    ledger.here.pass(1);
    ASSERT_TRUE(send_back_task(needs, ledger.zhang_min, seen(soon), "没有附会议纪要"));
    EXPECT_TRUE(messages_of(handler).ends_with("task_sent_back 1 没有附会议纪要; "));
}

TEST_P(Tasks, go_with_their_unit_when_it_is_merged_and_keep_it_open) {
    const auto task = added(draft("召开动员会")).id;
    const auto unit = [&](base::UnitId id) { return *view_unit(needs, ledger.zhang_min, id); };
    const auto closed = close_unit(needs, ledger.zhang_min,
                                   {ledger.procurement, unit(ledger.procurement).unit.version});
    ASSERT_FALSE(closed);
    bool named = false;
    for (const auto& [name, value] : closed.error().args)
        named = named || value.find("任务1") != std::string::npos;
    EXPECT_TRUE(named) << closed.error().code;
    ASSERT_EQ(code_of(merge_unit(needs, ledger.zhang_min,
                                 {ledger.procurement, unit(ledger.procurement).unit.version},
                                 ledger.budget)),
              "accepted");
    EXPECT_EQ(again(task).unit_name, "预算科");
    EXPECT_EQ(shown(ledger.zhao_li), 1);
    ledger.expect_sound_journal();
}

// ---- Messages

const base::testing::Contract contract{"ledger"};
using base::testing::golden_id;

TEST(TaskMessages, are_as_in_the_contract) {
    Task task;
    task.id = golden_id<TaskId>("41");
    task.programme = golden_id<ProgrammeId>("f1");
    task.programme_title = "区财政局党组巡察整改";
    task.number = 3;
    task.origin = {OriginKind::milestone, "01900000-0000-7000-8000-000000000042"};
    task.text = "召开动员部署会";
    task.unit = golden_id<base::UnitId>("c2");
    task.unit_name = "区财政局采购科";
    task.person = golden_id<base::PersonId>("b1");
    task.person_name = "李强";
    task.deadline = {DeadlineKind::relative, "反馈后15个工作日内", {}};
    task.due_on = day("2024-07-01");
    task.state = TaskState::reported;
    task.report = done_words;
    task.reported_by = golden_id<base::AccountId>("92");
    task.reported_by_name = "李强";
    task.reported_at = base::Instant{1'719'735'300'000};
    task.version = 2;
    base::Actor actor;
    actor.id = golden_id<base::AccountId>("91");
    actor.acts = accounts::acts_of(Role::rectification_office);
    const Reader reader{actor, day("2024-06-25")};
    contract.expect(to_json(task, reader), "task");
    contract.expect(to_json(TaskPage{{task}, 1}, Page{}, reader), "task_page");
    TaskFilter filter;
    filter.held_by = {task.unit};
    contract.expect(to_json(
                        std::vector<WaitingTasks>{
                            {{Waiting::review, base::Act::edit_ledger}, filter, {{task}, 1}}},
                        reader),
                    "waiting_tasks");
    auto expected = draft_of(task);
    const auto wanted = read_new_task(contract.golden("new_task"));
    ASSERT_TRUE(wanted) << wanted.error().field;
    EXPECT_EQ(*wanted, expected);
    const auto form = read_task_form(contract.golden("task_form"));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->version, 2);
    EXPECT_EQ(form->draft.text, task.text);
    const auto words = read_task_words(contract.golden("task_report"), "report");
    ASSERT_TRUE(words);
    EXPECT_EQ(words->text, done_words);
    const auto nobody =
        read_new_task(R"({"id":"01900000-0000-7000-8000-000000000041","text":"召开会议",)"
                      R"("unit_id":"01900000-0000-7000-8000-0000000000c2","person":null,)"
                      R"("deadline":{"kind":"date","text":"","date":"2024-07-01"}})");
    ASSERT_TRUE(nobody) << nobody.error().code;
    EXPECT_EQ(nobody->person_name, "");
    EXPECT_FALSE(read_new_task(R"({"id":"x","text":"","unit_id":""})"));
}

}  // namespace
}  // namespace ledger
