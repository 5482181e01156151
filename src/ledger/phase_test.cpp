// Phases from end to end: the usual ones with their milestones, their order and days, who may
// change them, what the home page says of them; and their messages as in the contract.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/phase_actions.hpp"
#include "ledger/phase_json.hpp"
#include "ledger/task_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

Deadline after_feedback(std::string words) {
    return {DeadlineKind::relative, std::move(words), {}};
}

TEST(UsualPhases, count_from_the_end_only_where_it_is_known) {
    Programme programme;
    programme.feedback_on = day("2024-05-13");
    const calendar::Calendar calendar;
    const auto days_of = [&](const Programme& of) {
        const auto events = events_of(of);
        std::string days;
        for (const auto& one : usual_phases(of)) {
            const auto phase =
                placed({.from = one.phase.from, .until = one.phase.until}, {events, calendar});
            days += base::to_text(phase.begins_on.value()) + "/" +
                    base::to_text(phase.ends_on.value()) + " ";
            for (const auto& task : one.milestones) {
                const auto due = due_on(task.deadline, events, calendar, std::nullopt);
                EXPECT_TRUE(due && *due >= *phase.begins_on && *due <= *phase.ends_on)
                    << task.text << (due ? base::to_text(*due) : "");
            }
        }
        return days;
    };
    EXPECT_EQ(days_of(programme),
              "2024-05-13/2024-05-23 2024-05-24/2024-11-13 2024-05-24/2025-02-13 ");
    programme.concentrated_end_on = day("2024-10-31");
    EXPECT_EQ(days_of(programme),
              "2024-05-13/2024-05-23 2024-05-24/2024-10-31 2024-05-24/2025-01-31 ");
}

TEST(Phase, stands_by_its_days) {
    Phase phase;
    const auto on = [&](std::string_view text) { return name_of(standing_of(phase, day(text))); };
    EXPECT_EQ(on("2024-06-01"), "undated");
    phase.begins_on = day("2024-06-01");
    phase.ends_on = day("2024-06-30");
    EXPECT_EQ(on("2024-05-31"), "ahead");
    EXPECT_EQ(on("2024-06-01"), "current");
    EXPECT_EQ(on("2024-06-30"), "current");
    EXPECT_EQ(on("2024-07-01"), "over");
}

class Phases : public testing::OneLedger {
  protected:
    PhaseDraft draft(std::string name, std::string_view from, std::string_view until) {
        PhaseDraft one;
        one.id = ledger.here.make_id<PhaseId>();
        one.name = std::move(name);
        one.from = by(day(from));
        one.until = by(day(until));
        return one;
    }
    base::Result<PhasesView> add(const PhaseDraft& wanted) {
        return add_phase(needs, ledger.zhang_min, ledger.programme, wanted);
    }
    PhasesView seen_by(const base::Actor& who) {
        return *view_phases(needs, who, ledger.programme);
    }
    std::string order() {
        std::string names;
        for (const auto& [phase, tasks] : seen_by(ledger.zhang_min).phases)
            names += phase.name + std::to_string(phase.position) + " ";
        return names;
    }
    Phase phase(std::size_t at) { return seen_by(ledger.zhang_min).phases.at(at).phase; }
};
ZHENGGAI_ON_BOTH_ENGINES(Phases);

TEST_P(Phases, that_are_usual_come_with_the_milestones_that_are_not_over) {
    const auto set = set_usual_phases(needs, ledger.zhang_min, ledger.programme);
    ASSERT_TRUE(set);
    ASSERT_EQ(set->phases.size(), 3u);
    EXPECT_EQ(set->phases[0].phase.begins_on, day("2024-05-13"));
    EXPECT_EQ(set->phases[1].phase.ends_on, day("2024-11-13"));
    // On 30 June, seven weeks after the feedback: the mobilisation lies behind.
    EXPECT_EQ(set->phases[0].milestones.size(), 0u);
    ASSERT_EQ(set->phases[1].milestones.size(), 4u);
    const auto& next = set->phases[1].milestones[0];
    EXPECT_EQ(next.text, "召开领导小组全体会议，听取整改情况汇报，研究解决问题");
    EXPECT_EQ(next.due_on, day("2024-08-13"));
    EXPECT_EQ(next.unit_name, "财政局");
    EXPECT_EQ(set->phases[2].milestones.size(), 3u);
    EXPECT_EQ(set->tasks.all, 7);
    EXPECT_EQ(code_of(set_usual_phases(needs, ledger.zhang_min, ledger.programme)),
              "phases_are_set_already");
    const auto current = view_current_phases(needs, ledger.zhou_guifang);
    ASSERT_EQ(current.size(), 2u);
    EXPECT_EQ(current[0].phase.name, "集中整改阶段");
    EXPECT_EQ(current[0].milestones, 4);
    EXPECT_EQ(current[0].next->text, next.text);
    EXPECT_TRUE(view_current_phases(needs, ledger.sun_li).empty()) << "sees nothing of it";
    ledger.expect_sound_journal();
}

TEST_P(Phases, stand_in_the_order_they_are_given_and_may_overlap) {
    ASSERT_TRUE(add(draft("准备", "2024-05-09", "2024-05-12")));
    ASSERT_TRUE(add(draft("建制", "2024-05-13", "2024-12-31")));
    auto between = draft("集中", "2024-05-13", "2024-07-31");
    between.position = 2;
    ASSERT_TRUE(add(between));
    ASSERT_TRUE(add(between)) << "sent again";
    EXPECT_EQ(order(), "准备1 集中2 建制3 ");
    auto moved = draft("准备", "2024-05-09", "2024-05-12");
    moved.position = 3;
    ASSERT_TRUE(edit_phase(needs, ledger.wang_fang, {phase(0).id, phase(0).version}, moved));
    EXPECT_EQ(order(), "集中1 建制2 准备3 ");
    ASSERT_TRUE(remove_phase(needs, ledger.wang_fang, {phase(0).id, phase(0).version}));
    EXPECT_EQ(seen_by(ledger.zhang_min).phases.size(), 2u);
    ledger.expect_sound_journal();
}

TEST_P(Phases, are_refused_when_they_end_before_they_begin_or_have_no_day) {
    EXPECT_EQ(code_of(add(draft("倒置", "2024-06-02", "2024-06-01"))),
              "phase_ends_before_it_begins");
    EXPECT_EQ(code_of(add(draft("一日", "2024-06-01", "2024-06-01"))), "accepted");
    auto vague = draft("", "2024-06-01", "2024-06-30");
    vague.until = after_feedback("适时");
    const auto refused = add(vague);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "text_empty");
    EXPECT_EQ(refused.error().also.at(0).code, "phase_needs_a_day");
    EXPECT_EQ(refused.error().also.at(0).field, "until");
    for (int i = 0; i < 19; ++i) ASSERT_TRUE(add(draft("又一个", "2024-06-01", "2024-06-30")));
    EXPECT_EQ(code_of(add(draft("太多", "2024-06-01", "2024-06-30"))), "too_many_phases");
}

TEST_P(Phases, are_the_offices_to_change_and_everybodys_of_the_programme_to_see) {
    ASSERT_TRUE(add(draft("集中", "2024-05-13", "2024-07-31")));
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    EXPECT_EQ(seen_by(ledger.li_qiang).phases.size(), 1u);
    EXPECT_EQ(code_of(view_phases(needs, ledger.sun_li, ledger.programme)), "programme_not_found");
    const SeenPhase one{phase(0).id, phase(0).version};
    const auto wanted = draft("改", "2024-05-13", "2024-07-31");
    EXPECT_EQ(code_of(edit_phase(needs, ledger.zhou_guifang, one, wanted)),
              "only_the_office_edits");
    EXPECT_EQ(code_of(edit_phase(needs, ledger.sun_li, one, wanted)), "phase_unknown");
    EXPECT_EQ(code_of(edit_phase(needs, ledger.zhang_min, {one.id, 9}, wanted)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(add_phase(needs, ledger.zhou_guifang, ledger.programme, wanted)),
              "only_the_office_edits");
    EXPECT_EQ(code_of(set_usual_phases(needs, ledger.zhou_guifang, ledger.programme)),
              "only_the_office_edits");
}

TEST_P(Phases, keep_their_milestones_and_stay_while_they_have_any) {
    ASSERT_TRUE(add(draft("集中", "2024-05-13", "2024-07-31")));
    TaskDraft task;
    task.id = ledger.here.make_id<TaskId>();
    task.text = "听取汇报";
    task.unit = ledger.procurement;
    task.deadline = by(day("2024-06-29"));
    ASSERT_TRUE(add_milestone(needs, ledger.zhang_min, phase(0).id, task));
    ASSERT_TRUE(add_milestone(needs, ledger.zhang_min, phase(0).id, task)) << "sent again";
    EXPECT_EQ(code_of(add_milestone(needs, ledger.zhou_guifang, phase(0).id, task)),
              "only_the_office_edits");
    EXPECT_EQ(seen_by(ledger.li_qiang).phases[0].milestones.size(), 1u);
    EXPECT_EQ(seen_by(ledger.li_qiang).tasks, (TaskCounts{1, 1, 1, 0, 0, 0}));
    EXPECT_EQ(view_current_phases(needs, ledger.li_qiang).at(0).overdue, 1);
    const SeenPhase one{phase(0).id, phase(0).version};
    EXPECT_EQ(code_of(remove_phase(needs, ledger.zhang_min, one)), "phase_has_milestones");
    ASSERT_TRUE(drop_task(needs, ledger.zhang_min, {task.id, 1}, "并入领导小组会议"));
    EXPECT_EQ(view_current_phases(needs, ledger.li_qiang).at(0).milestones, 0);
    EXPECT_EQ(code_of(remove_phase(needs, ledger.zhang_min, one)), "accepted");
}

TEST_P(Phases, move_with_the_dates_of_the_programme) {
    ASSERT_TRUE(set_usual_phases(needs, ledger.zhang_min, ledger.programme));
    const auto programme = view_programme(needs, ledger.zhang_min, ledger.programme)->programme;
    ProgrammeChange change;
    change.feedback_on = day("2024-06-01");
    ASSERT_TRUE(change_programme(needs, ledger.zhang_min, programme.id, programme.version, change));
    EXPECT_EQ(phase(0).begins_on, day("2024-06-01"));
    EXPECT_EQ(phase(0).ends_on, day("2024-06-11"));
    EXPECT_EQ(phase(1).ends_on, day("2024-11-13"));
    EXPECT_EQ(phase(0).version, 1) << "copies moved, nobody changed it";
}

// ---- Messages

const base::testing::Contract contract{"ledger"};
using base::testing::golden_id;

TEST(PhaseMessages, are_as_in_the_contract) {
    base::Actor actor;
    actor.id = golden_id<base::AccountId>("91");
    actor.acts = accounts::acts_of(accounts::Role::rectification_office);
    const Reader reader{actor, day("2024-06-25")};
    Phase phase;
    phase.id = golden_id<PhaseId>("42");
    phase.programme = golden_id<ProgrammeId>("f1");
    phase.position = 2;
    phase.name = "集中整改阶段";
    phase.description = "逐条逐项整改";
    phase.from = after_feedback("反馈后11日");
    phase.until = {DeadlineKind::date, "2024-11-13", day("2024-11-13")};
    phase.begins_on = day("2024-05-24");
    phase.ends_on = day("2024-11-13");
    contract.expect(to_json(PhasesView{{}, {{phase, {}}}, {4, 3, 1, 1, 0, 1}}, reader), "phases");
    contract.expect(
        to_json(std::vector<CurrentPhase>{{"区财政局党组巡察整改", phase, 4, 1, 1, {}}}, reader),
        "current_phases");
    const auto wanted = read_new_phase(contract.golden("new_phase"));
    ASSERT_TRUE(wanted) << wanted.error().field;
    EXPECT_EQ(wanted->id, phase.id);
    EXPECT_EQ(wanted->position, 2);
    EXPECT_EQ(wanted->from, phase.from);
    EXPECT_EQ(wanted->until, phase.until);
    const auto form = read_phase_form(contract.golden("phase_form"));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->version, 1);
    EXPECT_EQ(form->draft.name, phase.name);
}

}  // namespace
}  // namespace ledger
