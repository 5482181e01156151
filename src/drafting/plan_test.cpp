// The rules of plans: each refusal that no state tells of, the form of a review, outlines and what
// is left to fill in, the document and how two of them differ.
#include <gtest/gtest.h>

#include "drafting/section.hpp"
#include "drafting/sub_plan.hpp"

namespace drafting {
namespace {

const base::Date today = *base::parse_date("2024-06-30");
const base::Date tomorrow = *base::parse_date("2024-07-01"),
                 yesterday = *base::parse_date("2024-06-29");

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}
/// All codes of a form's faults.
template <class T>
std::string codes_of(const base::Result<T>& result) {
    if (result) return "accepted";
    auto codes = result.error().code;
    for (const auto& one : result.error().also) codes += " " + one.code;
    return codes;
}

template <class Id>
Id id_of(unsigned char last) {
    return Id{base::Uuid{{last}}};
}

PlanVersion deliberated() {
    PlanVersion plan;
    plan.state = PlanState::deliberated;
    plan.deliberation = Deliberation{today, "局党组会", {}, ""};
    return plan;
}

TEST(Plan, is_consulted_on_until_a_day_to_come) {
    EXPECT_EQ(code_of(consult({}, yesterday, today)), "day_is_over");
    EXPECT_EQ(consult({}, today, today)->consult_until, today);
}

TEST(Plan, is_deliberated_when_every_comment_is_answered) {
    EXPECT_EQ(code_of(deliberate({}, {today, "局党组会", {}, ""}, 2, today)),
              "comments_are_unanswered");
    EXPECT_EQ(codes_of(deliberate({}, {tomorrow, " ", {}, ""}, 0, today)),
              "day_lies_ahead text_empty");
    auto signed_before = deliberated();
    signed_before.commitment = Commitment{"周桂芳", today};
    EXPECT_FALSE(deliberate(signed_before, {today, "局党组会", {}, ""}, 0, today)->commitment)
        << "what is deliberated anew is signed anew";
}

TEST(Plan, is_signed_after_it_was_deliberated_and_before_it_goes_up) {
    EXPECT_EQ(codes_of(commit(deliberated(), {"", tomorrow}, today)), "text_empty day_lies_ahead");
    EXPECT_EQ(code_of(commit(deliberated(), {"周桂芳", yesterday}, today)),
              "signed_before_the_deliberation");
    EXPECT_EQ(code_of(submit(deliberated(), {})), "principal_has_not_committed");
}

TEST(Plan, goes_up_without_a_placeholder) {
    auto plan = deliberated();
    plan.commitment = Commitment{"周桂芳", today};
    const auto refused = submit(plan, {{Part::group, "〔姓名〕"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "placeholders_are_left");
    EXPECT_EQ(refused.error().args[1].second, "〔姓名〕");
    EXPECT_EQ(submit(plan, {})->round, 1);
}

TEST(Plan, loses_deliberation_and_signature_when_it_comes_back) {
    auto plan = deliberated();
    plan.commitment = Commitment{"周桂芳", today};
    plan.consult_until = today;
    const auto back = after_review(plan, RoundOutcome::returned);
    EXPECT_EQ(back.state, PlanState::draft);
    EXPECT_FALSE(back.deliberation);
    EXPECT_FALSE(back.commitment);
    EXPECT_TRUE(back.consulted());
    EXPECT_EQ(code_of(take_back(plan, "误送")), "reason_too_short");
}

TEST(Plan, is_issued_with_number_day_and_recipients) {
    EXPECT_EQ(codes_of(issue(deliberated(), {" ", tomorrow, ""}, today)),
              "text_empty day_lies_ahead text_empty");
    EXPECT_EQ(code_of(issue(deliberated(), {"云财党〔2024〕12号", yesterday, "各科室"}, today)),
              "issued_before_the_deliberation");
    EXPECT_EQ(number_key("云财党〔2024〕12号"), number_key("云财党 [2024] 12号"));
    EXPECT_NE(number_key("云财党〔2024〕12号"), number_key("云财党〔2024〕13号"));
}

TEST(Plan, is_revised_with_a_reason) {
    auto plan = deliberated();
    plan.number = 3;
    EXPECT_EQ(code_of(revise(plan, {}, "调整")), "reason_too_short");
    EXPECT_EQ(revise(plan, {}, "任务有调整")->number, 4);
}

Round five_seats() {
    Round round;
    round.number = 1;
    round.variant = Variant::five;
    round.due_on = today;
    unsigned char last = 1;
    for (const auto seat : seats_of(Variant::five))
        round.seats.push_back({seat, id_of<base::UnitId>(last++), "", {}});
    return round;
}
base::Actor somebody_of(unsigned char unit, unsigned char account) {
    base::Actor actor;
    actor.id = id_of<base::AccountId>(account);
    actor.unit = id_of<base::UnitId>(unit);
    actor.acts = {base::Act::read_ledger, base::Act::read_names};
    return actor;
}
Opinion opinion_of(Verdict verdict, const base::Actor& by) {
    Opinion said;
    said.verdict = verdict;
    said.reason = verdict == Verdict::returned ? "第3条措施过于笼统" : "";
    for (const auto item : check_items) said.checks.push_back({item, true, ""});
    said.by = by.id;
    return said;
}

TEST(JointReview, seats_whom_its_variant_names) {
    EXPECT_EQ(seats_of(Variant::three).size(), 3u);
    EXPECT_EQ(seats_of(Variant::four).size(), 4u);
    EXPECT_EQ(seats_of(Variant::five).size(), 5u);
    auto round = five_seats();
    EXPECT_EQ(codes_of(check(round, today)), "accepted");
    round.seats.pop_back();
    round.due_on = yesterday;
    EXPECT_EQ(codes_of(check(round, today)), "seats_do_not_fit_the_variant day_is_over");
    round.seats.push_back(round.seats.front());
    EXPECT_EQ(codes_of(check(round, tomorrow)), "seats_do_not_fit_the_variant day_is_over")
        << "one of them twice is not everybody";
}

TEST(JointReview, is_of_those_who_sit_in_it_and_have_not_spoken) {
    auto round = five_seats();
    const auto code = [&](const base::Actor& actor) {
        const auto no = why_not_review(round, actor);
        return no ? no->code : "may";
    };
    EXPECT_EQ(code(somebody_of(9, 1)), "only_seated_units_review");
    auto looking_on = somebody_of(1, 1);
    looking_on.acts = {base::Act::read_ledger};
    EXPECT_EQ(code(looking_on), "only_seated_units_review");
    round.opened_by = id_of<base::AccountId>(7);
    EXPECT_EQ(code(somebody_of(1, 7)), "nobody_reviews_their_own");
    EXPECT_EQ(code(somebody_of(1, 1)), "may");
    round.seats[0].opinion = opinion_of(Verdict::agreed, somebody_of(1, 1));
    EXPECT_EQ(code(somebody_of(1, 1)), "one_person_speaks_once");
    EXPECT_EQ(code(somebody_of(1, 2)), "seat_has_spoken");
}

TEST(JointReview, wants_every_item_and_a_word_on_what_is_not_met) {
    const auto actor = somebody_of(1, 1);
    const auto given = [&](const Opinion& said) {
        return codes_of(give_opinion(five_seats(), ReviewSeat::discipline, said, actor));
    };
    auto said = opinion_of(Verdict::agreed, actor);
    EXPECT_EQ(given(said), "accepted");
    said.checks.pop_back();
    EXPECT_EQ(given(said), "checks_missing");
    said = opinion_of(Verdict::agreed, actor);
    said.checks[2].met = false;
    EXPECT_EQ(given(said), "remark_missing");
    said.checks[2].remark = "第2条没有责任人";
    EXPECT_EQ(given(said), "accepted");
    said.grade = Grade::poor;
    EXPECT_EQ(given(said), "poor_is_returned");
    said.verdict = Verdict::returned;
    EXPECT_EQ(given(said), "reason_too_short");
    EXPECT_EQ(codes_of(give_opinion(five_seats(), ReviewSeat::publicity, said, actor)),
              "seat_is_not_yours");
}

TEST(JointReview, ends_when_the_last_one_has_spoken) {
    auto round = five_seats();
    for (unsigned char i = 1; i <= 5; ++i) {
        EXPECT_EQ(round.outcome, RoundOutcome::open);
        const auto actor = somebody_of(i, i);
        const auto verdict = i == 2 ? Verdict::returned : Verdict::agreed;
        const auto spoken =
            give_opinion(round, round.seats[i - 1].seat, opinion_of(verdict, actor), actor);
        ASSERT_TRUE(spoken);
        round = *spoken;
    }
    EXPECT_EQ(round.outcome, RoundOutcome::returned);
    EXPECT_TRUE(round.ended_at);
}

TEST(Outline, begins_with_wording_of_its_kind_that_is_still_to_be_filled_in) {
    for (const auto kind : outline_kinds)
        for (const auto part : parts) {
            const auto text = first_wording(kind, part);
            EXPECT_EQ(text.empty(), is_live(part)) << name_of(part);
            EXPECT_EQ(placeholders_in(part, text).empty(),
                      part != Part::requirements && part != Part::safeguards && part != Part::group)
                << name_of(part);
        }
    EXPECT_NE(first_wording(OutlineKind::county, Part::requirements),
              first_wording(OutlineKind::school, Part::requirements));
}

TEST(Outline, finds_what_is_left_and_leaves_the_year_of_a_number_alone) {
    const auto found = placeholders_in(
        Part::group, "根据云巡〔2024〕3号，由〔姓名〕负责，XX科配合，××月前完成，不写A。");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].text, "〔姓名〕");
    EXPECT_EQ(found[1].text, "XX");
    EXPECT_EQ(found[2].text, "××");
    EXPECT_TRUE(placeholders_in(Part::group, "〔没有右括号").empty());
}

TEST(Outline, takes_the_written_parts_from_a_document) {
    const std::vector<SourceLine> lines{
        {"财政局巡察整改方案", 0}, {"一、总体要求", 0},   {"全面认领，逐条整改。", 0},
        {"按期完成。", 0},         {"二、整改任务", 0},   {"1.关于账实不符的问题", 0},
        {"三、组织保障", 1},       {"成立领导小组。", 0}, {"附件1 整改工作领导小组名单", 0},
        {"组长：周桂芳", 0}};
    EXPECT_EQ(wording_in(lines, Part::requirements), "全面认领，逐条整改。\n按期完成。");
    EXPECT_EQ(wording_in(lines, Part::safeguards), "成立领导小组。");
    EXPECT_EQ(wording_in(lines, Part::group), "组长：周桂芳");
    EXPECT_EQ(wording_in(lines, Part::principles), "");
}

LiveParts one_area() {
    PlannedMeasure measure{"m1", "（1）", "清查资产", {}, {}, {}};
    measure.responsibility = {
        {ledger::HolderRole::lead_unit, "资产科", id_of<base::UnitId>(1), {}},
        {ledger::HolderRole::cooperating_unit, "办公室", id_of<base::UnitId>(2), {}}};
    measure.deadline = {ledger::DeadlineKind::date, "2024年9月底前", {}};
    PlannedProblem problem{"p1", "1. ",    "关于账实不符的问题", "账实相符", {"一是未盘点。"}, {},
                           {},   {measure}};
    return {{{"（一）管理方面", {problem}}}, {}};
}
std::vector<Section> all_sections() {
    std::vector<Section> sections;
    for (const auto part : parts)
        sections.push_back({part,
                            std::string(usual_heading(part)),
                            1,
                            is_live(part) ? "" : "第一段\n\n第二段",
                            {},
                            ""});
    return sections;
}

TEST(Document, tells_of_the_ledger_in_the_form_of_a_plan) {
    const auto document = compose(all_sections(), one_area());
    ASSERT_EQ(document.size(), 7u);
    EXPECT_EQ(document[0].blocks.size(), 2u) << "an empty line is no paragraph";
    const auto& tasks = document[2].blocks;
    ASSERT_EQ(tasks.size(), 3u);
    EXPECT_EQ(tasks[0].text, "（一）管理方面");
    EXPECT_EQ(tasks[1].text, "1. 关于账实不符的问题\n一是未盘点。\n整改目标：账实相符");
    EXPECT_EQ(tasks[2].text,
              "（1）清查资产\n牵头单位：资产科；配合单位：办公室；完成时限：2024年9月底前");
    EXPECT_EQ(document[3].blocks[0].text, "（尚未设置整改阶段）");
    EXPECT_EQ(cells_of(document[6].blocks[0]).size(), 4u);
    EXPECT_EQ(cells_of(document[6].blocks[1])[1], "（1）清查资产");
}

TEST(Document, leaves_out_rows_that_a_reader_is_not_cleared_for) {
    auto live = one_area();
    live.areas[0].problems[0].guards = {base::Guard::clues};
    const auto document = compose(all_sections(), live);
    const auto seen = seen_within(document, base::Scope::everything());
    EXPECT_EQ(seen[2].blocks.size(), 2u);
    EXPECT_EQ(seen[6].blocks.size(), 1u) << "neither in the table";
    EXPECT_EQ(seen_within(document, base::unbounded()), document);
}

TEST(Document, has_a_digest_of_every_word) {
    const auto document = compose(all_sections(), one_area());
    auto other = document;
    other[2].blocks[2].text += "。";
    EXPECT_NE(digest_of(document), digest_of(other));
    EXPECT_EQ(digest_of(document), digest_of(compose(all_sections(), one_area())));
}

TEST(Document, differs_by_wording_and_by_rows) {
    const auto before = compose(all_sections(), one_area());
    auto sections = all_sections();
    sections[0].text = "第一段\n另一段";
    auto live = one_area();
    live.areas[0].problems[0].measures[0].text = "全面清查资产";
    live.areas[0].problems.push_back({"p2", "2. ", "关于超期的问题", "", {}, {}, {}, {}});
    auto found = differences(before, compose(sections, live));
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].part, Part::requirements);
    EXPECT_EQ(found[0].kind, BlockKind::paragraph);
    EXPECT_EQ(found[1].row, "m1");
    EXPECT_EQ(found[1].what, WhatChanged::changed);
    EXPECT_EQ(found[2].row, "p2");
    EXPECT_EQ(found[2].what, WhatChanged::added);
    found = differences(compose(sections, live), before);
    EXPECT_EQ(found.back().what, WhatChanged::removed);
    EXPECT_TRUE(differences(before, before).empty());
}

TEST(Lines, keep_what_two_texts_share) {
    const auto lines = line_difference("甲\n乙\n丙", "甲\n丁\n丙");
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[1], (Line{LineChange::removed, "乙"}));
    EXPECT_EQ(lines[2], (Line{LineChange::added, "丁"}));
    EXPECT_EQ(lines[3].change, LineChange::kept);
    const std::string many(3000, '\n');
    EXPECT_EQ(line_difference(many, many + "x").size(), 6001u) << "too many to tell";
}

TEST(Sections, are_written_by_one_at_a_time) {
    const Section before{Part::requirements, "一、总体要求", 4, "原文", {}, "张敏"};
    EXPECT_EQ(write(before, {4, "一、总体要求", "新文"})->revision, 5);
    EXPECT_EQ(write(before, {4, "一、总体要求", "原文"})->revision, 4) << "the same is no change";
    const auto late = write(before, {3, "一、总体要求", "新文"});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "somebody_else_wrote_this_section");
    EXPECT_EQ(late.error().args[0].second, "张敏");
    EXPECT_EQ(code_of(write(before, {4, " ", "新文"})), "text_empty");
    EXPECT_EQ(code_of(write({Part::tasks, "三", 1, "", {}, ""}, {1, "三", "文"})),
              "section_is_live");
}

TEST(Comments, say_something_and_are_answered_one_by_one) {
    Comment comment;
    comment.text = "同意";
    EXPECT_EQ(code_of(check(comment)), "comment_too_short");
    comment.text = "建议明确完成时限";
    comment.problem = id_of<ledger::ProblemId>(1);
    EXPECT_EQ(code_of(check(comment)), "problem_stands_in_another_part");
    comment.part = Part::tasks;
    EXPECT_EQ(code_of(check(comment)), "accepted");
    EXPECT_EQ(code_of(answer(comment, Adopted::unanswered, "")), "answer_missing");
    EXPECT_EQ(code_of(answer(comment, Adopted::no, "不必")), "reason_too_short");
    EXPECT_EQ(answer(comment, Adopted::yes, "")->adopted, Adopted::yes);
}

TEST(SubPlans, are_owed_by_whoever_leads_rows) {
    auto live = one_area();
    live.areas[0].problems[0].responsibility = {
        {ledger::HolderRole::responsible_unit, "办公室", id_of<base::UnitId>(2), {}}};
    const auto owing = owing_units(live.areas);
    ASSERT_EQ(owing.size(), 2u);
    EXPECT_EQ(owing[0].name, "办公室");
    EXPECT_EQ(owing[0].problems, 1);
    EXPECT_EQ(owing[1].name, "资产科");
    EXPECT_EQ(owing[1].measures, 1);
}

TEST(SubPlans, are_handed_in_by_the_unit_and_decided_by_the_office) {
    using base::Act;
    base::Actor liaison, office, stranger;
    liaison.id = id_of<base::AccountId>(1);
    liaison.acts = {Act::report_progress, Act::claim_problem};
    liaison.scope = {{{"/1/4/", {}}}, {}};
    stranger = liaison;
    stranger.scope = {{{"/1/5/", {}}}, {}};
    office.id = id_of<base::AccountId>(2);
    office.acts = {Act::edit_ledger, Act::report_progress};
    std::optional<SubPlan> stored;
    const auto code = [&](SubPlanAct act, const base::Actor& actor) {
        const auto no = why_not(act, stored, "/1/4/7/", actor);
        return no ? no->code : "may";
    };
    EXPECT_EQ(code(SubPlanAct::submit, liaison), "may");
    EXPECT_EQ(code(SubPlanAct::submit, office), "may");
    EXPECT_EQ(code(SubPlanAct::submit, stranger), "only_the_unit_hands_in_its_plan");
    EXPECT_EQ(code(SubPlanAct::decide, liaison), "only_the_office_accepts_sub_plans");
    EXPECT_EQ(code(SubPlanAct::decide, office), "sub_plan_is_not_there");
    stored = SubPlan{};
    EXPECT_EQ(code(SubPlanAct::decide, office), "may");
    stored->submitted_by = office.id;
    EXPECT_EQ(code(SubPlanAct::decide, office), "nobody_reviews_their_own");
    stored->state = SubPlanState::accepted;
    EXPECT_EQ(code(SubPlanAct::decide, office), "sub_plan_is_decided");
    EXPECT_EQ(code(SubPlanAct::submit, liaison), "sub_plan_is_accepted");
    EXPECT_EQ(codes_of(check(SubPlan{})), "goals_missing text_empty");
    EXPECT_EQ(code_of(decide(*stored, false, "不行")), "reason_too_short");
    EXPECT_EQ(decide(*stored, false, "目标没有量化")->state, SubPlanState::returned);
}

}  // namespace
}  // namespace drafting
