// Holds the tables of docs/states.md against the rules: every situation of state, act, person and
// condition must stand in its table exactly once and come out as the table says.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/test_contract.hpp"
#include "ledger/notice.hpp"
#include "ledger/problem.hpp"
#include "ledger/task.hpp"
#include "ledger/test_states.hpp"

namespace ledger {
namespace {

using base::Act;
using testing::Level;
using testing::names_of;
using testing::Outcome;
using testing::outcome_of;
using testing::Situation;
using testing::Words;

constexpr base::Date today{std::chrono::sys_days{std::chrono::days{19'900}}};
const base::AccountId applicant{base::Uuid{{1}}};

const Words kinds_of_actor{"unit", "unit_self", "office", "office_self", "reader"};

base::Actor actor_of(std::string_view kind) {
    base::Actor actor;
    actor.id = kind.ends_with("_self") ? applicant : base::AccountId{base::Uuid{{2}}};
    actor.acts = {Act::read_ledger};
    if (kind.starts_with("unit"))
        actor.acts = {Act::read_ledger, Act::report_progress, Act::claim_problem};
    if (kind.starts_with("office"))
        actor.acts = {Act::read_ledger,   Act::edit_ledger, Act::report_progress,
                      Act::claim_problem, Act::review,      Act::sign};
    if (actor.may(Act::sign)) actor.seat = Seat::rectification_office;
    return actor;
}

std::string reason_in(const Situation& situation) {
    return has(situation, "reason_full") ? "佐证材料不全" : "不行";  // Six characters and two.
}

// ---- Measures

constexpr MeasureStatus measure_states[]{
    MeasureStatus::not_started, MeasureStatus::under_way, MeasureStatus::awaiting_review,
    MeasureStatus::sent_back,   MeasureStatus::done,      MeasureStatus::long_term};

Measure measure_in_state(const std::string& state) {
    Measure measure;
    measure.text = "健全采购制度";
    measure.status = *measure_status_of(state);
    measure.submitted_by = applicant;
    return measure;
}

ProblemGate gate_in(const Situation& situation) {
    if (has(situation, "problem_unclaimed")) return ProblemGate::unclaimed;
    return has(situation, "problem_open") ? ProblemGate::open : ProblemGate::closed;
}

base::Result<Measure> act_on_measure(const Situation& situation) {
    const auto measure = measure_in_state(situation.state);
    const auto actor = actor_of(situation.who);
    const auto gate = gate_in(situation);
    if (situation.act == "edit")
        return edit(measure, {.text = has(situation, "text_filled") ? "修订采购制度" : ""}, gate,
                    actor);
    if (situation.act == "report")
        return report(measure, {.text = "已完成初稿", .percent = 50}, {}, gate, actor);
    if (situation.act == "submit") return submit(measure, {}, gate, actor);
    if (situation.act == "withdraw") return withdraw(measure, gate, actor);
    if (situation.act == "send_back") return send_back(measure, reason_in(situation), gate, actor);
    const auto wanted = has(situation, "outcome_done")        ? MeasureStatus::done
                        : has(situation, "outcome_long_term") ? MeasureStatus::long_term
                                                              : MeasureStatus::under_way;
    LongTerm goes_on{"每半年抽查一次", 6, base::add_days(today, 180)};
    if (has(situation, "target_missing")) goes_on.stage_target.clear();
    if (has(situation, "review_missing")) goes_on.next_review_on = today;
    return accept(measure, {wanted, goes_on, today}, gate, actor);
}

const Level& measure_level() {
    static const Level level{
        "措施的状态表",
        names_of(measure_states),
        names_of(measure_acts),
        kinds_of_actor,
        {{"problem_unclaimed", "problem_open", "problem_closed"},
         {"text_filled", "text_empty"},
         {"outcome_done", "outcome_long_term", "outcome_other"},
         {"reason_full", "reason_short"},
         {"review_set", "target_missing", "review_missing"}},
        [](const std::string& act) -> std::vector<std::size_t> {
            if (act == "edit") return {0, 1};
            if (act == "accept") return {0, 2, 4};
            if (act == "send_back") return {0, 3};
            return {0};
        },
        [](const Situation& situation) { return outcome_of(act_on_measure(situation)); }};
    return level;
}

TEST(MeasureStates, stand_in_the_table_row_by_row) {
    expect_known_words(measure_level());
    hold_against_the_table(measure_level());
}

TEST(MeasureStates, are_offered_exactly_where_the_act_succeeds_with_a_full_form) {
    for (const auto& situation : situations_of(measure_level())) {
        if (has(situation, "text_empty") || has(situation, "outcome_other") ||
            has(situation, "reason_short") ||
            (situation.act == "accept" && !has(situation, "review_set")))
            continue;
        const auto act =
            *std::find_if(std::begin(measure_acts), std::end(measure_acts),
                          [&](MeasureAct one) { return name_of(one) == situation.act; });
        const auto no = why_not(act, measure_in_state(situation.state), gate_in(situation),
                                actor_of(situation.who));
        const auto done = act_on_measure(situation);
        ASSERT_EQ(!no, done.has_value()) << text_of(situation);
        EXPECT_TRUE(!no || *no == done.error()) << text_of(situation);
    }
}

// ---- Notices

Notice notice_in_state(const Situation& situation) {
    Notice notice;
    notice.state = *notice_state_of(situation.state);
    notice.texts = {"整改台账", "请限期办结并书面回复", "张敏", base::add_days(today, 5)};
    notice.items.resize(1);
    return notice;
}

base::Result<Notice> act_on_notice(const Situation& situation) {
    auto notice = notice_in_state(situation);
    const auto actor = actor_of(situation.who);
    const auto now = base::start_of(today);
    const auto reason = reason_in(situation);
    std::vector<MeasureId> kept{notice.items.front().measure};
    if (has(situation, "rows_none")) kept.clear();
    if (situation.act == "edit") return edit(notice, notice.texts, kept, actor);
    if (has(situation, "rows_none")) notice.items.clear();
    if (has(situation, "text_empty")) notice.texts.requirement.clear();
    if (has(situation, "reply_over")) notice.texts.reply_by = today;
    if (situation.act == "issue") return issue(notice, {1, "巡整督〔2024〕1号"}, actor, now);
    if (situation.act == "dismiss") return dismiss(notice, reason, actor, now);
    if (situation.act == "sign") return sign(notice, actor, now);
    if (situation.act == "answer") return answer(notice, reason, actor, now);
    if (situation.act == "send_back") return send_back(notice, reason, actor, now);
    return close(notice, true, reason, actor, now);
}

Outcome outcome_of_notice(const Situation& situation) {
    const auto result = act_on_notice(situation);
    if (!result) return {result.error().code, true};
    return {std::string(name_of(result->state)), false};
}

const Level& notice_level() {
    static const Level level{"督办文书的状态表",
                             names_of(notice_states),
                             names_of(notice_acts),
                             {"unit", "office", "reader"},
                             {{"rows_there", "rows_none"},
                              {"text_filled", "text_empty"},
                              {"reply_later", "reply_over"},
                              {"reason_full", "reason_short"}},
                             [](const std::string& act) -> std::vector<std::size_t> {
                                 if (act == "edit") return {0};
                                 if (act == "issue") return {0, 1, 2};
                                 if (act == "sign") return {};
                                 return {3};
                             },
                             outcome_of_notice};
    return level;
}

TEST(NoticeStates, stand_in_the_table_row_by_row) {
    expect_known_words(notice_level());
    hold_against_the_table(notice_level());
}

TEST(NoticeStates, are_offered_exactly_where_the_act_succeeds_with_a_full_form) {
    for (const auto& situation : situations_of(notice_level())) {
        if (has(situation, "rows_none") || has(situation, "text_empty") ||
            has(situation, "reply_over") || has(situation, "reason_short"))
            continue;
        const auto no = why_not(*notice_act_of(situation.act), notice_in_state(situation),
                                actor_of(situation.who));
        const auto done = act_on_notice(situation);
        ASSERT_EQ(!no, done.has_value()) << text_of(situation);
        EXPECT_TRUE(!no || *no == done.error()) << text_of(situation);
    }
}

TEST(Notice, says_what_it_lacks_at_once_and_keeps_who_did_what) {
    Situation situation{"proposed", "issue", "office", {}};
    auto notice = notice_in_state(situation);
    notice.texts.basis.clear();
    notice.texts.reply_by.reset();
    const auto refused = issue(notice, {1, "1号"}, actor_of("office"), base::start_of(today));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "notice_text_missing");
    EXPECT_EQ(refused.error().also.at(0).code, "reply_by_is_over");
    const auto issued = issue(notice_in_state(situation), {7, "7号"}, actor_of("office_self"),
                              base::start_of(today));
    ASSERT_TRUE(issued);
    EXPECT_EQ(issued->number, 7);
    EXPECT_EQ(issued->steps.at(0).by_account, applicant);
    EXPECT_EQ(days_to_reply(*issued, today), 5);
    EXPECT_FALSE(
        days_to_reply(*close(*issued, false, "问题已经解决", actor_of("office"), {}), today));
}

// ---- Tasks

Task task_in_state(const Situation& situation) {
    Task task;
    task.state = *task_state_of(situation.state);
    task.text = "召开动员会";
    task.deadline = by(today);
    if (task.state == TaskState::reported) task.reported_by = applicant;
    return task;
}

base::Result<Task> act_on_task(const Situation& situation) {
    const auto task = task_in_state(situation);
    const auto actor = actor_of(situation.who);
    const auto now = base::start_of(today);
    const auto reason = reason_in(situation);
    auto draft = draft_of(task);
    if (has(situation, "text_empty")) draft.text.clear();
    if (has(situation, "day_missing")) draft.deadline = {DeadlineKind::relative, "印发后尽快", {}};
    if (situation.act == "edit") return edit(task, draft, actor);
    if (situation.act == "report") return report(task, reason, actor, now);
    if (situation.act == "confirm") return confirm(task, "", actor, now);
    if (situation.act == "send_back") return send_back(task, reason, actor, now);
    return drop(task, reason, actor, now);
}

Outcome outcome_of_task(const Situation& situation) {
    const auto result = act_on_task(situation);
    if (!result) return {result.error().code, true};
    return {std::string(name_of(result->state)), false};
}

const Level& task_level() {
    static const Level level{
        "任务的状态表",
        names_of(task_states),
        names_of(task_acts),
        kinds_of_actor,
        {{"text_filled", "text_empty", "day_missing"}, {"reason_full", "reason_short"}},
        [](const std::string& act) -> std::vector<std::size_t> {
            if (act == "edit") return {0};
            if (act == "confirm") return {};
            return {1};
        },
        outcome_of_task};
    return level;
}

TEST(TaskStates, stand_in_the_table_row_by_row) {
    expect_known_words(task_level());
    hold_against_the_table(task_level());
}

TEST(TaskStates, are_offered_exactly_where_the_act_succeeds_with_a_full_form) {
    for (const auto& situation : situations_of(task_level())) {
        if (has(situation, "text_empty") || has(situation, "day_missing") ||
            has(situation, "reason_short"))
            continue;
        const auto no =
            why_not(*task_act_of(situation.act), task_in_state(situation), actor_of(situation.who));
        const auto done = act_on_task(situation);
        ASSERT_EQ(!no, done.has_value()) << text_of(situation);
        EXPECT_TRUE(!no || *no == done.error()) << text_of(situation);
    }
}

// ---- Problems

constexpr ProblemStatus problem_states[]{ProblemStatus::unclaimed, ProblemStatus::under_way,
                                         ProblemStatus::awaiting_review, ProblemStatus::sent_back,
                                         ProblemStatus::struck_off};

Problem problem_in_state(const std::string& state) {
    Problem problem;
    problem.id = ProblemId{base::Uuid{{7}}};
    problem.text = "采购管理不规范";
    problem.status = *problem_status_of(state);
    problem.applied_by = applicant;
    problem.version = 5;
    return problem;
}

MeasureTally tally_in(const Situation& situation) {
    if (has(situation, "no_measure")) return {};
    if (has(situation, "unfinished")) return {3, 1, 1};
    return has(situation, "long_term") ? MeasureTally{3, 2, 1} : MeasureTally{3, 3, 0};
}

StrikeOffApplication complete_application() {
    return {"三项措施全部落实",
            "已对照排查下属单位",
            true,
            true,
            Pursuit::not_needed,
            "属历史遗留，不需追责",
            {"陈立新", today},
            {"周桂芳", today}};
}

StrikeOffApplication application_in(const Situation& situation) {
    auto application = complete_application();
    if (has(situation, "no_summary")) application.summary.clear();
    if (has(situation, "not_solved")) application.problem_solved = false;
    if (has(situation, "not_pursued")) application.pursuit_note.clear();
    if (has(situation, "not_carried_out")) application.measures_carried_out = false;
    if (has(situation, "no_similar_check")) application.similar_check.clear();
    if (has(situation, "lead_leader_unsigned")) application.lead_leader.name.clear();
    if (has(situation, "principal_unsigned")) application.principal.on.reset();
    if (has(situation, "signed_tomorrow")) application.principal.on = base::add_days(today, 1);
    return application;
}

base::Actor signer(std::uint8_t number, Seat seat) {
    base::Actor actor;
    actor.id = base::AccountId{base::Uuid{{number}}};
    actor.name = "某人";
    actor.acts = {Act::read_ledger, Act::sign};
    actor.seat = seat;
    return actor;
}

/// Seen from the office, whose stage is the second one.
Review review_in(const Situation& situation) {
    ReviewChain chain{{"牵头领导审核", {Seat::lead_leader}, Quorum::all},
                      {"整改办审核", {Seat::rectification_office}, Quorum::all}};
    if (!has(situation, "turn_last"))
        chain.push_back({"纪检监察机关审核", {Seat::discipline_office}, Quorum::all});
    auto review = agreed(start(chain, {}), signer(11, Seat::lead_leader), "同意", {});
    const auto colleague = signer(12, Seat::rectification_office);
    if (has(situation, "turn_taken")) return taken(review, colleague, today);
    if (has(situation, "turn_elsewhere")) return agreed(review, colleague, "同意", {});
    if (has(situation, "turn_signed")) return agreed(review, actor_of("office"), "同意", {});
    return review;
}

Return return_in(const Situation& situation) {
    Return why{reason_in(situation), has(situation, "requirement_full") ? "补充会议纪要" : "", {}};
    if (has(situation, "to_earlier")) why.stage = 0;
    if (has(situation, "to_same")) why.stage = 1;
    return why;
}

/// The row, as it is after an act that leaves it alone.
base::Result<Problem> beside(const Problem& problem, const base::Result<Review>& after) {
    if (!after) return after.error();
    return problem;
}
base::Result<Problem> problem_of(const base::Result<Reviewed>& after) {
    if (!after) return after.error();
    return after->problem;
}

base::Result<Problem> act_on_problem(const Situation& situation) {
    const auto problem = problem_in_state(situation.state);
    const auto actor = actor_of(situation.who);
    if (situation.act == "edit")
        return edit(problem, {.text = has(situation, "text_filled") ? "采购流程不规范" : ""},
                    actor);
    if (situation.act == "claim") return claim(problem, actor);
    const ProblemFacts facts{tally_in(situation), review_in(situation), today};
    if (situation.act == "apply")
        return apply(problem, application_in(situation), facts, default_chain(), actor);
    if (situation.act == "withdraw") return problem_of(withdraw(problem, facts, actor));
    if (situation.act == "take") return beside(problem, take(problem, facts, actor));
    if (situation.act == "release") return beside(problem, release(problem, facts, actor));
    if (situation.act == "ask_signer")
        return beside(problem, ask_signer(problem, facts, {signer(13, {}).id, "某人"}, actor));
    if (situation.act == "strike_off")
        return problem_of(strike_off(problem, facts, "同意", actor, {}));
    if (situation.act == "send_back")
        return problem_of(send_back(problem, facts, return_in(situation), actor, {}));
    return open_successor(problem, "", reason_in(situation), actor);
}

const Level& problem_level() {
    static const Level level{
        "问题的状态表",
        names_of(problem_states),
        names_of(problem_acts),
        kinds_of_actor,
        {{"no_measure", "unfinished", "long_term", "all_done"},
         {"form_complete", "no_summary", "not_solved", "not_pursued", "not_carried_out",
          "no_similar_check", "lead_leader_unsigned", "principal_unsigned", "signed_tomorrow"},
         {"text_filled", "text_empty"},
         {"reason_full", "reason_short"},
         {"turn_last", "turn_more", "turn_taken", "turn_elsewhere", "turn_signed"},
         {"to_applicant", "to_earlier", "to_same"},
         {"requirement_full", "requirement_short"}},
        [](const std::string& act) -> std::vector<std::size_t> {
            if (act == "edit") return {2};
            if (act == "apply") return {0, 1};
            if (act == "strike_off") return {0, 4};
            if (act == "send_back") return {3, 4, 5, 6};
            if (act == "open_successor") return {3};
            if (act == "claim" || act == "withdraw") return {};
            return {4};
        },
        [](const Situation& situation) { return outcome_of(act_on_problem(situation)); }};
    return level;
}

TEST(ProblemStates, stand_in_the_table_row_by_row) {
    expect_known_words(problem_level());
    hold_against_the_table(problem_level());
}

TEST(ProblemStates, are_offered_exactly_where_the_act_succeeds_with_a_full_form) {
    for (const auto& situation : situations_of(problem_level())) {
        if (has(situation, "text_empty") || has(situation, "reason_short") ||
            has(situation, "requirement_short") || has(situation, "to_same") ||
            (situation.act == "apply" && !has(situation, "form_complete")))
            continue;
        const auto act =
            *std::find_if(std::begin(problem_acts), std::end(problem_acts),
                          [&](ProblemAct one) { return name_of(one) == situation.act; });
        const ProblemFacts facts{tally_in(situation), review_in(situation), today};
        const auto no =
            why_not(act, problem_in_state(situation.state), facts, actor_of(situation.who));
        const auto done = act_on_problem(situation);
        ASSERT_EQ(!no, done.has_value()) << text_of(situation);
        EXPECT_TRUE(!no || *no == done.error()) << text_of(situation);
    }
}

TEST(ProblemStates, never_leave_struck_off) {
    for (const auto& situation : situations_of(problem_level())) {
        if (situation.state != "struck_off") continue;
        const auto done = act_on_problem(situation);
        if (!done) continue;
        EXPECT_EQ(situation.act, "open_successor");
        EXPECT_EQ(done->predecessor, problem_in_state("struck_off").id);
    }
}

TEST(Problem, says_everything_that_an_application_lacks_at_once) {
    const ProblemFacts finished{{1, 1, 0}, {}, today};
    const auto refused =
        apply(problem_in_state("under_way"), {}, finished, default_chain(), actor_of("unit"));
    ASSERT_FALSE(refused);
    Words codes{refused.error().code};
    for (const auto& other : refused.error().also) codes.push_back(other.code);
    EXPECT_EQ(codes,
              (Words{"summary_missing", "problem_is_not_solved", "responsibility_is_not_settled",
                     "measures_are_not_carried_out", "similar_check_missing",
                     "lead_leader_has_not_signed", "principal_has_not_signed"}));
    EXPECT_EQ(refused.error().also.back().field, "principal");
    auto unproven = finished;
    unproven.evidence_missing = {evidence::EvidenceKind::decision};
    const auto without = apply(problem_in_state("under_way"), complete_application(), unproven,
                               default_chain(), actor_of("unit"));
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().code, "evidence_missing");
    EXPECT_EQ(without.error().args[0].second, "处理决定");
}

TEST(Problem, says_how_many_measures_stand_in_the_way) {
    const auto problem = problem_in_state("under_way");
    const auto count = [&](const MeasureTally& tally) {
        return why_not(ProblemAct::apply, problem, {tally, {}, today}, actor_of("unit"))
            ->args.at(0)
            .second;
    };
    EXPECT_EQ(count({9, 4, 2}), "3");
    EXPECT_EQ(count({9, 7, 2}), "2");
}

TEST(Problem, remembers_who_applied_only_while_it_matters) {
    auto problem = problem_in_state("under_way");
    problem.applied_by.reset();
    const ProblemFacts facts{{1, 1, 0}, start(default_chain(), {}), today};
    const auto applied =
        apply(problem, complete_application(), facts, default_chain(), actor_of("unit_self"));
    ASSERT_TRUE(applied);
    EXPECT_EQ(applied->applied_by, applicant);
    EXPECT_FALSE(withdraw(*applied, facts, actor_of("unit_self"))->problem.applied_by);
    const Return why{"佐证材料不全", "补充会议纪要", {}};
    EXPECT_FALSE(send_back(*applied, facts, why, actor_of("office"), {})->problem.applied_by);
    EXPECT_EQ(strike_off(*applied, facts, "", actor_of("office"), {})->problem.applied_by,
              applicant);
}

TEST(Problem, has_a_successor_that_starts_anew_and_refers_back) {
    auto before = problem_in_state("struck_off");
    before.imported = true;
    before.source = RowSource{"整改方案.docx", 3, 4};
    before.goal = "三个月内规范";
    const auto same = open_successor(before, "", "回头看发现反弹", actor_of("office"));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->text, before.text);
    EXPECT_EQ(same->goal, before.goal);
    EXPECT_EQ(same->predecessor, before.id);
    EXPECT_EQ(same->version, 1);
    EXPECT_FALSE(same->source || same->applied_by || same->imported);
    EXPECT_EQ(open_successor(before, "采购又不规范", "回头看发现反弹", actor_of("office"))->text,
              "采购又不规范");
}

TEST(Problem, is_followed_by_one_whose_printed_number_says_so) {
    const auto number_after = [](std::string printed) {
        auto before = problem_in_state("struck_off");
        before.printed_number = std::move(printed);
        return open_successor(before, "", "回头看发现反弹", actor_of("office"))->printed_number;
    };
    EXPECT_EQ(number_after("1."), "1（续）.");
    EXPECT_EQ(number_after("1（续）."), "1（续2）.");
    EXPECT_EQ(number_after("1（续9）."), "1（续10）.");
    EXPECT_EQ(number_after("三、"), "三（续）、");
    EXPECT_EQ(number_after("（一）"), "（一）（续）");
    EXPECT_EQ(number_after(""), "") << "what the plan does not number has its own running number";
}

TEST(Measure, takes_the_figures_of_its_last_report) {
    auto measure = measure_in_state("sent_back");
    measure.percent = 90;
    const ProgressEntry entry{.text = "补充了会议纪要",
                              .percent = 60,
                              .at = base::Instant{1'719'735'300'000},
                              .percent_reason = "按补充要求重新核算"};
    const auto after = report(measure, entry, {}, ProblemGate::open, actor_of("unit"));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->percent, 60);
    EXPECT_EQ(after->last_entry, "补充了会议纪要");
    EXPECT_EQ(after->last_entry_at, entry.at);
}

TEST(Measure, remembers_its_submitter_and_is_whole_when_done) {
    const auto submitted =
        submit(measure_in_state("under_way"), {}, ProblemGate::open, actor_of("unit_self"));
    ASSERT_TRUE(submitted);
    EXPECT_EQ(submitted->submitted_by, applicant);
    EXPECT_EQ(
        accept(*submitted, {MeasureStatus::done}, ProblemGate::open, actor_of("office"))->percent,
        100);
    const Acceptance goes_on{
        MeasureStatus::long_term, {"每季度抽查", 3, base::add_days(today, 90)}, today};
    EXPECT_EQ(accept(*submitted, goes_on, ProblemGate::open, actor_of("office"))->percent, 0);
    EXPECT_FALSE(
        send_back(*submitted, "佐证材料不全", ProblemGate::open, actor_of("office"))->submitted_by);
}

TEST(Measure, is_handed_in_only_with_every_result_it_demands) {
    auto measure = measure_in_state("under_way");
    measure.demands = {ResultKind::regulations, ResultKind::recovered_yuan};
    const auto handed_in = [&](const std::vector<CountedResult>& counted) {
        return submit(measure, {counted}, ProblemGate::open, actor_of("unit"));
    };
    const auto refused = handed_in({{ResultKind::regulations, 2}, {ResultKind::other, 1}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "demanded_result_missing");
    EXPECT_EQ(refused.error().args[0].second, "挽回资金");
    EXPECT_EQ(handed_in({}).error().args[0].second, "建立或修订制度、挽回资金");
    EXPECT_TRUE(handed_in({{ResultKind::recovered_yuan, 1}, {ResultKind::regulations, 1}}));
}

TEST(Measure, asks_why_where_its_percentage_does_not_follow_the_rule) {
    const base::testing::Contract contract{"ledger"};
    const auto cases = boost::json::parse(contract.golden("percents"));
    for (const auto& one : cases.as_array()) {
        const auto kinds = [&](std::string_view field) {
            ResultKinds found;
            for (const auto& name : one.at(field).as_array())
                found.push_back(*result_kind_of(std::string_view(name.as_string())));
            return found;
        };
        auto measure = measure_in_state("under_way");
        measure.percent = one.at("before").to_number<int>();
        measure.demands = kinds("demands");
        ProgressEntry entry{.text = "已办", .percent = one.at("percent").to_number<int>()};
        for (const auto kind : kinds("counted")) entry.results.push_back({kind, 1});
        EXPECT_EQ(percent_proposed(measure, entry.results), one.at("proposed").to_number<int>())
            << one;
        const auto done = [&] {
            return report(measure, entry, {}, ProblemGate::open, actor_of("unit"));
        };
        const auto refused = done();
        EXPECT_EQ(refused ? "" : refused.error().code, std::string(one.at("refused").as_string()))
            << one;
        entry.percent_reason = "因故如此";
        EXPECT_EQ(static_cast<bool>(done()), static_cast<bool>(refused)) << "too short a reason";
        entry.percent_reason = "按工作量核算得出";
        EXPECT_TRUE(done()) << one;
    }
}

TEST(Measure, is_handed_in_only_with_the_evidence_its_programme_asks_for) {
    using evidence::EvidenceKind;
    auto measure = measure_in_state("under_way");
    measure.demands = {ResultKind::regulations};
    const auto handed_in = [&](const Shown& shown) {
        return submit(measure, shown, ProblemGate::open, actor_of("unit"));
    };
    const EvidenceKinds both{EvidenceKind::minutes, EvidenceKind::voucher};
    const auto refused = handed_in({{}, both});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "demanded_result_missing");
    ASSERT_EQ(refused.error().also.size(), 1u) << "both are said at once";
    EXPECT_EQ(refused.error().also[0].code, "evidence_missing");
    EXPECT_EQ(refused.error().also[0].args[0].second, "会议记录、财务凭证");
    EXPECT_EQ(handed_in({{{ResultKind::regulations, 1}}, both}).error().code, "evidence_missing");
    EXPECT_TRUE(handed_in({{{ResultKind::regulations, 1}}}));
    EXPECT_EQ(missing_kinds(both, {EvidenceKind::voucher, EvidenceKind::other}),
              EvidenceKinds{EvidenceKind::minutes});
    EXPECT_EQ(decode_evidence_kinds(encode(both)), both);
}

TEST(Measure, keeps_what_it_demands_in_the_order_of_the_set_and_once) {
    const MeasureChange change{
        .demands =
            ResultKinds{ResultKind::campaigns, ResultKind::regulations, ResultKind::campaigns}};
    const auto after =
        edit(measure_in_state("under_way"), change, ProblemGate::open, actor_of("office"));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->demands, (ResultKinds{ResultKind::regulations, ResultKind::campaigns}));
}

TEST(Measure, is_proposed_the_results_its_wording_speaks_of) {
    using enum ResultKind;
    EXPECT_EQ(results_proposed("修订政府采购内部控制制度，清退多发津贴3.2万元"),
              (ResultKinds{regulations, recovered_yuan}));
    EXPECT_EQ(results_proposed("对责任人批评教育；在全区开展专项整治，举一反三"),
              (ResultKinds{persons_held, similar_checks, campaigns}));
    EXPECT_EQ(results_proposed("严格执行采购制度"), ResultKinds{});
    EXPECT_EQ(results_proposed("制度已经上墙，完善台账"), ResultKinds{}) << "of two clauses";
    EXPECT_EQ(results_proposed(""), ResultKinds{});
}

TEST(Measure, says_how_long_a_reason_must_be) {
    const auto refused = send_back(measure_in_state("awaiting_review"), "再改改吧",
                                   ProblemGate::open, actor_of("office"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "reason");
    EXPECT_EQ(refused.error().args.at(0).second, "5");
    EXPECT_TRUE(send_back(measure_in_state("awaiting_review"), "请再改一改", ProblemGate::open,
                          actor_of("office")));
}

TEST(ProblemGate, lets_measures_be_worked_on_while_the_problem_is) {
    EXPECT_EQ(gate_of(ProblemStatus::unclaimed), ProblemGate::unclaimed);
    EXPECT_EQ(gate_of(ProblemStatus::under_way), ProblemGate::open);
    EXPECT_EQ(gate_of(ProblemStatus::sent_back), ProblemGate::open);
    EXPECT_EQ(gate_of(ProblemStatus::awaiting_review), ProblemGate::closed);
    EXPECT_EQ(gate_of(ProblemStatus::struck_off), ProblemGate::closed);
}

}  // namespace
}  // namespace ledger
