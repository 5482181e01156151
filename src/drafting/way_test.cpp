// Plans over the database, on both engines: from the first outline over comments, a returned review
// and a second round to the issued version and its revision; who sees what of them.
#include "bodies/body_actions.hpp"
#include "drafting/sub_plan_actions.hpp"
#include "drafting/way_actions.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/test_inbox.hpp"
#include "meetings/running_actions.hpp"
#include "plan/import_store.hpp"

namespace drafting {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;

class Plans : public ledger::testing::OneLedger {
  protected:
    base::Actor zhang = ledger.zhang_min;
    base::Actor principal = [this] {
        return ledger::testing::TestLedger::seated(ledger.zhou_guifang, accounts::Role::principal);
    }();
    ledger::ProblemRow problem =
        ledger.add("关于采购不规范的问题", ledger.held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure =
        ledger.add(problem, "修订采购办法",
                   ledger.held_by("采购科", ledger.procurement, ledger::HolderRole::lead_unit),
                   ledger.by("2024-09-30"));

    template <class Id>
    Id make_id() {
        return ledger.here.make_id<Id>();
    }
    PlanView begin() {
        const auto view =
            begin_plan(needs, zhang,
                       {make_id<PlanVersionId>(), ledger.programme, OutlineKind::bureau, "", {}});
        EXPECT_EQ(code_of(view), "accepted");
        return *view;
    }
    static SeenPlan seen(const PlanView& view) { return {view.plan.id, view.plan.version}; }
    static const Section& section(const PlanView& view, Part part) {
        return *std::find_if(view.sections.begin(), view.sections.end(),
                             [&](const Section& one) { return one.part == part; });
    }
    PlanView write(const PlanView& view, Part part, const std::string& text) {
        const auto& now = section(view, part);
        const auto written =
            write_section(needs, zhang, view.plan.id, part, {now.revision, now.heading, text});
        EXPECT_EQ(code_of(written), "accepted");
        return *written;
    }
    PlanView filled() {
        auto view = begin();
        for (const auto part : {Part::requirements, Part::safeguards, Part::group})
            view = write(view, part, "已经写好。");
        return view;
    }
    PlanView up_to_signature(const PlanView& view) {
        const auto held = deliberate_plan(needs, zhang, seen(view),
                                          {day("2024-06-30"), "局党组会", {}, "原则通过"});
        EXPECT_EQ(code_of(held), "accepted");
        const auto signs = commit_to_plan(needs, principal, seen(*held), {"", day("2024-01-01")});
        EXPECT_EQ(code_of(signs), "accepted");
        return *signs;
    }
    PlanView consulted(const PlanView& view) {
        const auto now = consult_on_plan(needs, zhang, seen(view), day("2024-07-05"));
        EXPECT_EQ(code_of(now), "accepted");
        return *now;
    }
    /// Three of one unit that sees the programme, each for another seat.
    std::vector<base::Actor> reviewers() {
        std::vector<base::Actor> all;
        for (const auto* name : {"jiwei", "zuzhi", "xuncha"}) {
            const auto opened =
                ledger.here.account(name, accounts::Role::responsible_unit, ledger.district);
            all.push_back(accounts::actor_of(ledger.here.working_session(opened).who.account));
        }
        return all;
    }
    WantedReview three_seats(base::UnitId unit) {
        WantedReview wanted;
        for (const auto seat : seats_of(Variant::three))
            wanted.seats.push_back({seat, unit, "", {}});
        return wanted;
    }
    static Opinion opinion(Verdict verdict) {
        Opinion said;
        said.verdict = verdict;
        said.reason = verdict == Verdict::returned ? "第1条措施没有验收标准" : "";
        for (const auto item : check_items) said.checks.push_back({item, true, ""});
        return said;
    }
    PlanView in_review(const PlanView& signed_view) {
        const auto sent =
            submit_plan(needs, zhang, seen(signed_view), three_seats(ledger.district));
        EXPECT_EQ(code_of(sent), "accepted");
        return *sent;
    }
    PlanView speak(const PlanView& view, const std::vector<base::Actor>& all, Verdict last) {
        const auto seats = seats_of(Variant::three);
        base::Result<PlanView> now = view;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto verdict = i == 2 ? last : Verdict::agreed;
            now = review_plan(needs, all[i], view.plan.id, seats[i], opinion(verdict));
            EXPECT_EQ(code_of(now), "accepted");
        }
        return *now;
    }
    PlanView issued() {
        const auto approved =
            speak(in_review(up_to_signature(consulted(filled()))), reviewers(), Verdict::agreed);
        const auto out = issue_plan(needs, zhang, seen(approved),
                                    {"云财党〔2024〕12号", day("2024-06-30"), "各科室"});
        EXPECT_EQ(code_of(out), "accepted");
        return *out;
    }
    std::vector<std::string> waits_for(const base::Actor& who) {
        std::vector<std::string> names;
        for (const auto& one : list_plans_waiting(needs, who))
            names.push_back(std::string(name_of(one.waits)) + " " + std::to_string(one.total));
        return names;
    }
    static std::string text_of(const PlanView& view, Part part) {
        std::string text;
        for (const auto& one : view.document)
            if (one.part == part)
                for (const auto& block : one.blocks) text += block.text + "\n";
        return text;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Plans);

TEST_P(Plans, begin_once_with_the_wording_of_their_outline) {
    EXPECT_EQ(code_of(begin_plan(needs, ledger.li_qiang,
                                 {make_id<PlanVersionId>(), ledger.programme, {}, "", {}})),
              "only_the_office_writes_plans");
    const auto view = begin();
    EXPECT_EQ(view.plan.title, "财政局关于区委常规巡察反馈意见的整改方案");
    EXPECT_EQ(view.sections.size(), 7u);
    EXPECT_FALSE(view.placeholders.empty());
    EXPECT_NE(text_of(view, Part::tasks).find("修订采购办法"), std::string::npos);
    EXPECT_NE(text_of(view, Part::tasks).find("牵头单位：采购科"), std::string::npos);
    const NewPlan again{view.plan.id, ledger.programme, OutlineKind::bureau, "", {}};
    EXPECT_EQ(code_of(begin_plan(needs, zhang, again)), "accepted");
    const NewPlan other{view.plan.id, ledger.programme, OutlineKind::school, "", {}};
    EXPECT_EQ(code_of(begin_plan(needs, zhang, other)), "same_id_other_content");
    EXPECT_EQ(
        code_of(begin_plan(needs, zhang, {make_id<PlanVersionId>(), ledger.programme, {}, "", {}})),
        "plan_is_begun");
    EXPECT_EQ(list_plans_of(needs, zhang, ledger.programme)->size(), 1u);
}

TEST_P(Plans, are_a_matter_of_the_office_until_somebody_is_consulted) {
    const auto view = begin();
    EXPECT_EQ(code_of(view_plan(needs, ledger.li_qiang, view.plan.id)), "plan_unknown");
    EXPECT_TRUE(list_plans_of(needs, ledger.li_qiang, ledger.programme)->empty());
    EXPECT_EQ(code_of(view_plan(needs, principal, view.plan.id)), "accepted");
    (void)consulted(view);
    EXPECT_EQ(code_of(view_plan(needs, ledger.li_qiang, view.plan.id)), "accepted");
    EXPECT_EQ(code_of(view_plan(needs, ledger.sun_li, view.plan.id)), "plan_unknown")
        << "audit holds no row of it";
}

TEST_P(Plans, lose_nothing_when_two_write_the_same_part) {
    const auto view = begin();
    const auto& part = section(view, Part::requirements);
    const SectionDraft mine{part.revision, part.heading, "张敏的一稿"};
    const SectionDraft other{part.revision, part.heading, "王芳的一稿"};
    ASSERT_EQ(code_of(write_section(needs, zhang, view.plan.id, part.part, mine)), "accepted");
    const auto late = write_section(needs, ledger.wang_fang, view.plan.id, part.part, other);
    EXPECT_EQ(code_of(late), "somebody_else_wrote_this_section");
    const auto wordings = list_wordings_of(needs, zhang, view.plan.id, part.part);
    ASSERT_EQ(wordings->size(), 2u);
    EXPECT_EQ(wordings->front().text, "张敏的一稿");
    EXPECT_EQ(wordings->back().text, part.text);
    EXPECT_EQ(code_of(write_section(needs, zhang, view.plan.id, Part::tasks, {1, "三", "文"})),
              "section_is_live");
}

TEST_P(Plans, take_comments_from_inside_and_outside_and_answer_each) {
    const auto view = consulted(filled());
    Comment comment;
    comment.id = make_id<CommentId>();
    comment.plan = view.plan.id;
    comment.part = Part::tasks;
    comment.problem = problem.problem.id;
    comment.text = "建议写明完成的标准";
    EXPECT_EQ(waits_for(ledger.li_qiang), std::vector<std::string>{"comment 1"});
    auto now = comment_on_plan(needs, ledger.li_qiang, comment);
    ASSERT_EQ(code_of(now), "accepted");
    EXPECT_TRUE(now->comments[0].inside);
    EXPECT_EQ(now->comments[0].unit_name, "采购科");
    EXPECT_TRUE(waits_for(ledger.li_qiang).empty());
    EXPECT_EQ(code_of(comment_on_plan(needs, ledger.li_qiang, comment)), "accepted");
    auto outside = comment;
    outside.id = make_id<CommentId>();
    outside.problem.reset();
    auto team = ledger::testing::TestLedger::seated(ledger.sun_li, accounts::Role::inspection_team);
    now = comment_on_plan(needs, team, outside);
    ASSERT_EQ(now->comments.size(), 2u) << "sent twice is once";
    EXPECT_FALSE(now->comments[1].inside);
    EXPECT_EQ(
        code_of(deliberate_plan(needs, zhang, seen(*now), {day("2024-06-30"), "局党组会", {}, ""})),
        "comments_are_unanswered");
    EXPECT_EQ(code_of(answer_comment(needs, zhang, comment.id, {Adopted::no, "不"})),
              "reason_too_short");
    ASSERT_EQ(code_of(answer_comment(needs, zhang, comment.id, {Adopted::yes, ""})), "accepted");
    now = answer_comment(needs, zhang, outside.id, {Adopted::no, "标准已写在台账中"});
    ASSERT_EQ(code_of(now), "accepted");
    EXPECT_EQ(now->comments[1].answered_by, "整改办张敏");
    EXPECT_EQ(
        code_of(deliberate_plan(needs, zhang, seen(*now), {day("2024-06-30"), "局党组会", {}, ""})),
        "accepted");
}

TEST_P(Plans, are_deliberated_by_a_meeting_that_has_ended) {
    meetings::MeetingTerms terms;
    terms.title = "领导小组会议";
    terms.held_on = day("2024-06-30");
    terms.begins_at = "09:00";
    terms.participants = {{.name = "财政局", .unit = ledger.finance, .duty = meetings::Duty::host}};
    const auto meeting = meetings::plan_meeting(
        needs, zhang, {make_id<meetings::MeetingId>(), ledger.programme, {}, terms});
    ASSERT_TRUE(meeting);
    const auto view = consulted(filled());
    EXPECT_EQ(code_of(deliberate_plan(needs, zhang, seen(view), {{}, "", meeting->id, ""})),
              "meeting_has_not_ended");
    EXPECT_EQ(code_of(deliberate_plan(needs, zhang, seen(view),
                                      {{}, "", make_id<meetings::MeetingId>(), ""})),
              "meeting_unknown");
}

TEST_P(Plans, go_up_when_nothing_is_left_to_fill_in_and_somebody_will_see_them) {
    auto view = consulted(begin());
    view = up_to_signature(view);
    EXPECT_EQ(code_of(submit_plan(needs, zhang, seen(view), three_seats(ledger.district))),
              "placeholders_are_left");
    const auto back = take_back_plan(needs, zhang, seen(view), "补全领导小组名单");
    ASSERT_TRUE(back);
    view = *back;
    for (const auto part : {Part::requirements, Part::safeguards, Part::group})
        view = write(view, part, "已经写好。");
    view = up_to_signature(view);
    EXPECT_EQ(code_of(submit_plan(needs, zhang, seen(view), three_seats(ledger.audit))),
              "seat_has_nobody");
    auto wanted = three_seats(ledger.district);
    wanted.variant = Variant::five;
    EXPECT_EQ(code_of(submit_plan(needs, zhang, seen(view), wanted)),
              "seats_do_not_fit_the_variant");
    (void)reviewers();
    const auto sent = in_review(view);
    EXPECT_EQ(sent.rounds.back().due_on, day("2024-07-10")) << "ten days, unless said otherwise";
}

TEST_P(Plans, come_back_from_review_and_show_what_changed_since) {
    const auto all = reviewers();
    auto view = in_review(up_to_signature(consulted(filled())));
    EXPECT_EQ(waits_for(all[0]), std::vector<std::string>{"review 1"});
    EXPECT_EQ(code_of(review_plan(needs, ledger.li_qiang, view.plan.id, ReviewSeat::discipline,
                                  opinion(Verdict::agreed))),
              "only_seated_units_review");
    const auto waiting = list_plans_waiting(needs, all[0]);
    EXPECT_EQ(waiting[0].rows[0].due_on, day("2024-07-10"));
    view = speak(view, all, Verdict::returned);
    EXPECT_TRUE(waits_for(all[0]).empty());
    EXPECT_EQ(view.plan.state, PlanState::draft);
    EXPECT_EQ(view.rounds.back().outcome, RoundOutcome::returned);
    EXPECT_EQ(view.rounds.back().seats[2].opinion->reason, "第1条措施没有验收标准");
    EXPECT_EQ(view.rounds.back().seats[2].opinion->checks.size(), check_items.size());
    EXPECT_EQ(waits_for(zhang), std::vector<std::string>{"rewrite 1"});
    EXPECT_FALSE(list_plans_waiting(needs, zhang)[0].rows[0].due_on);
    EXPECT_TRUE(compare_plan(needs, zhang, view.plan.id, Since::review)->empty());
    view = write(view, Part::requirements, "按联审意见修改。");
    const ledger::MeasureChange change{.text = "修订采购办法并印发执行"};
    ASSERT_TRUE(edit_measure(needs, zhang, ledger.seen(measure.measure.id), change));
    const auto found = compare_plan(needs, zhang, view.plan.id, Since::review);
    ASSERT_EQ(found->size(), 2u);
    EXPECT_EQ(found->back().row, measure.measure.id.text());
    EXPECT_EQ(code_of(compare_plan(needs, ledger.li_qiang, view.plan.id, Since::review)),
              "comparison_needs_the_whole_plan");
    view = in_review(up_to_signature(view));
    EXPECT_EQ(view.plan.round, 2);
    EXPECT_EQ(compare_plan(needs, all[0], view.plan.id, Since::review)->size(), 2u)
        << "reviewers see what changed since they returned it";
}

TEST_P(Plans, wait_for_the_signature_and_tell_who_is_late) {
    const auto all = reviewers();
    auto view = consulted(filled());
    view = *deliberate_plan(needs, zhang, seen(view), {day("2024-06-30"), "局党组会", {}, ""});
    EXPECT_EQ(waits_for(principal), std::vector<std::string>{"commit 1"});
    EXPECT_EQ(
        code_of(commit_to_plan(needs, ledger.li_qiang, seen(view), {"李强", day("2024-06-30")})),
        "only_the_principal_commits");
    view = *commit_to_plan(needs, principal, seen(view), {"冒名", day("2024-01-01")});
    EXPECT_EQ(view.plan.commitment->name, principal.name) << "everybody signs with their own name";
    view = in_review(view);
    ASSERT_TRUE(
        review_plan(needs, all[0], view.plan.id, ReviewSeat::discipline, opinion(Verdict::agreed)));
    ledger.here.clock.move_to(base::start_of(day("2024-07-11")));
    const auto late = list_plans_waiting(needs, zhang);
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].waits, PlanWaits::late);
    EXPECT_EQ(late[0].rows[0].units, "青云区、青云区");
}

TEST_P(Plans, are_frozen_when_they_are_issued_and_number_and_digest_stand) {
    const auto out = issued();
    EXPECT_EQ(out.plan.state, PlanState::issued);
    EXPECT_EQ(out.plan.digest, digest_of(out.document));
    const ledger::MeasureChange change{.text = "另拟措施"};
    ASSERT_TRUE(edit_measure(needs, zhang, ledger.seen(measure.measure.id), change));
    const auto view = view_plan(needs, zhang, out.plan.id);
    EXPECT_EQ(text_of(*view, Part::tasks), text_of(out, Part::tasks));
    EXPECT_EQ(digest_of(view->document), out.plan.digest);
    EXPECT_EQ(code_of(write_section(needs, zhang, out.plan.id, Part::principles,
                                    {1, "二、主要原则", "改"})),
              "plan_is_issued");
    ledger.expect_sound_journal();
}

TEST_P(Plans, are_revised_with_the_difference_to_what_was_issued) {
    const auto out = issued();
    const NewRevision wanted{make_id<PlanVersionId>(), "机构调整，责任单位变化"};
    const auto next = revise_plan(needs, zhang, out.plan.id, wanted);
    ASSERT_EQ(code_of(next), "accepted");
    EXPECT_EQ(next->plan.number, 2);
    EXPECT_EQ(code_of(revise_plan(needs, zhang, out.plan.id, wanted)), "accepted");
    EXPECT_EQ(
        code_of(revise_plan(needs, zhang, out.plan.id, {make_id<PlanVersionId>(), "再来一次修订"})),
        "plan_is_under_revision");
    (void)ledger.add(problem, "新增措施", ledger.held_by("预算科", ledger.budget));
    const auto found = compare_plan(needs, zhang, next->plan.id, Since::issue);
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(found->front().what, WhatChanged::added);
    EXPECT_EQ(code_of(compare_plan(needs, zhang, out.plan.id, Since::issue)),
              "nothing_to_compare_with");
}

TEST_P(Plans, are_issued_under_a_number_of_their_own) {
    (void)issued();
    const auto second = ledger.open("青云区财政局第二次整改");
    const auto id = make_id<PlanVersionId>();
    auto view = *begin_plan(needs, zhang, {id, second, OutlineKind::bureau, "第二份方案", {}});
    for (const auto part : {Part::requirements, Part::safeguards, Part::group})
        view = write(view, part, "已经写好。");
    view = in_review(up_to_signature(consulted(view)));
    std::vector<base::Actor> all;
    for (const auto* name : {"jiwei2", "zuzhi2", "xuncha2"}) {
        const auto opened =
            ledger.here.account(name, accounts::Role::responsible_unit, ledger.district);
        all.push_back(accounts::actor_of(ledger.here.working_session(opened).who.account));
    }
    view = speak(view, all, Verdict::agreed);
    const auto used =
        issue_plan(needs, zhang, seen(view), {"云财党[2024]12号", day("2024-06-30"), "各科室"});
    ASSERT_EQ(code_of(used), "document_number_is_used");
    EXPECT_EQ(used.error().args[1].second, "《财政局关于区委常规巡察反馈意见的整改方案》");
    EXPECT_EQ(code_of(issue_plan(needs, zhang, seen(view),
                                 {"云财党〔2024〕13号", day("2024-06-30"), "各科室"})),
              "accepted");
}

TEST_P(Plans, hide_guarded_rows_from_those_who_are_not_cleared) {
    const auto guarded = ledger.add("关于线索的问题", ledger.held_by("采购科", ledger.procurement));
    auto cleared = zhang;
    cleared.scope = base::unbounded();
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(guarded.problem.id),
                              base::Guards{base::Guard::clues}));
    const auto out = issued();
    EXPECT_EQ(text_of(out, Part::tasks).find("线索"), std::string::npos);
    const auto whole = view_plan(needs, cleared, out.plan.id);
    EXPECT_NE(text_of(*whole, Part::tasks).find("线索"), std::string::npos);
    EXPECT_EQ(out.plan.digest, digest_of(whole->document)) << "the digest is of the whole";
}

TEST_P(Plans, keep_what_they_speak_of_in_the_ledger) {
    const auto other = ledger.add("误录的问题", ledger.held_by("采购科", ledger.procurement));
    const auto view = consulted(filled());
    const auto removed = [&](ledger::ProblemId id) {
        return code_of(ledger::remove_problem(needs, zhang, ledger.seen(id), "录入有误，重复登记"));
    };
    Comment comment;
    comment.id = make_id<CommentId>();
    comment.plan = view.plan.id;
    comment.part = Part::tasks;
    comment.problem = other.problem.id;
    comment.text = "这个问题与前一个重复";
    ASSERT_TRUE(comment_on_plan(needs, ledger.li_qiang, comment));
    EXPECT_EQ(removed(other.problem.id), "row_is_in_plans");
    const auto now = answer_comment(needs, zhang, comment.id, {Adopted::yes, ""});
    (void)reviewers();
    (void)in_review(up_to_signature(*now));
    EXPECT_EQ(removed(problem.problem.id), "row_is_in_plans");
}

TEST_P(Plans, take_their_texts_from_a_document_that_was_imported) {
    plan::Import import;
    import.id = make_id<plan::ImportId>();
    import.programme = ledger.programme;
    import.file_name = "方案.docx";
    import.by = zhang.name;
    std::vector<office::Block> blocks;
    for (const auto* text : {"一、总体要求", "全面认领，逐条整改。", "二、整改任务", "略"}) {
        office::Block block;
        block.text = text;
        block.number = blocks.size() + 1;
        blocks.push_back(block);
    }
    const auto stored = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        plan::insert_import(transaction, import);
        plan::insert_blocks(transaction, import.id, blocks);
        return {};
    });
    ASSERT_TRUE(stored);
    const auto second = ledger.open("另一次整改");
    const auto begun = [&](ledger::ProgrammeId programme) {
        return begin_plan(needs, zhang, {make_id<PlanVersionId>(), programme, {}, "", import.id});
    };
    EXPECT_EQ(code_of(begun(second)), "import_not_found");
    const auto view = begun(ledger.programme);
    ASSERT_TRUE(view);
    EXPECT_EQ(section(*view, Part::requirements).text, "全面认领，逐条整改。");
    EXPECT_EQ(section(*view, Part::principles).text,
              first_wording(OutlineKind::county, Part::principles))
        << "what the document does not say is as the outline has it";
}

TEST_P(Plans, are_detailed_by_the_units_that_lead) {
    auto owing = list_owing_units(needs, zhang, ledger.programme);
    ASSERT_EQ(owing->size(), 1u);
    EXPECT_EQ(owing->front().unit.name, "采购科");
    EXPECT_FALSE(owing->front().unit.plan);
    SubPlan wanted;
    wanted.id = make_id<SubPlanId>();
    wanted.programme = ledger.programme;
    wanted.unit = ledger.procurement;
    wanted.goals = "9月底前修订办法并执行";
    wanted.text = "第一步调研，第二步起草，第三步印发。";
    EXPECT_EQ(code_of(hand_in_sub_plan(needs, ledger.zhao_li, wanted, 0)), "programme_not_found");
    auto view = hand_in_sub_plan(needs, ledger.li_qiang, wanted, 0);
    ASSERT_EQ(code_of(view), "accepted");
    EXPECT_EQ(code_of(hand_in_sub_plan(needs, ledger.li_qiang, wanted, 0)), "accepted");
    view = decide_sub_plan(needs, zhang, ledger.programme, ledger.procurement,
                           {1, false, "目标没有量化"});
    ASSERT_EQ(code_of(view), "accepted");
    EXPECT_EQ(view->unit.plan->state, SubPlanState::returned);
    wanted.goals = "9月底前印发1项办法并培训2次";
    EXPECT_EQ(code_of(hand_in_sub_plan(needs, ledger.li_qiang, wanted, 1)),
              "somebody_else_changed_it");
    ASSERT_EQ(code_of(hand_in_sub_plan(needs, ledger.li_qiang, wanted, 2)), "accepted");
    view = decide_sub_plan(needs, zhang, ledger.programme, ledger.procurement, {3, true, ""});
    ASSERT_EQ(code_of(view), "accepted");
    EXPECT_EQ(view->unit.plan->state, SubPlanState::accepted);
    EXPECT_TRUE(view->may.empty());
    wanted.unit = ledger.audit;
    EXPECT_EQ(code_of(hand_in_sub_plan(needs, zhang, wanted, 0)), "unit_leads_nothing");
    ledger.expect_sound_journal();
}

TEST_P(Plans, name_the_bodies_as_they_stand_and_as_they_stood_when_reviewed) {
    bodies::NewBody group{make_id<bodies::BodyId>(), ledger.programme, {}};
    group.terms.kind = bodies::BodyKind::leading_group;
    group.terms.name = "整改工作领导小组";
    group.terms.unit = bodies::UnitRef{ledger.finance, ""};
    group.terms.duties = "统一领导。\n督促检查。";
    bodies::Member head{bodies::MemberRole::head, "周桂芳", "党组书记"};
    bodies::Member left{bodies::MemberRole::deputy, "陈立新", "副局长"};
    left.until_on = day("2024-06-01");
    group.terms.members = {head, left};
    const auto body = bodies::add_body(needs, zhang, group);
    ASSERT_EQ(code_of(body), "accepted");
    auto view = begin();
    EXPECT_EQ(text_of(view, Part::group),
              std::string(preface_of_bodies()) +
                  "\n一、整改工作领导小组\n所在单位：财政局\n组长：周桂芳（党组书记）\n"
                  "职责：统一领导。\n督促检查。\n");
    for (const auto part : {Part::requirements, Part::safeguards})
        view = write(view, part, "已经写好。");
    view = write(view, Part::group, "经局党组研究，设立以下机构。");
    auto terms = body->terms;
    terms.members.push_back({bodies::MemberRole::member, "李强", "采购科长"});
    const auto more = bodies::edit_body(needs, zhang, {body->id, body->version}, terms);
    ASSERT_EQ(code_of(more), "accepted");
    (void)reviewers();
    const auto sent = in_review(up_to_signature(consulted(view)));
    const auto frozen = text_of(sent, Part::group);
    EXPECT_TRUE(frozen.starts_with("经局党组研究，设立以下机构。\n一、整改工作领导小组\n"));
    EXPECT_NE(frozen.find("成员：李强（采购科长）"), std::string::npos);
    terms.members.pop_back();
    ASSERT_TRUE(bodies::edit_body(needs, zhang, {body->id, more->version}, terms));
    EXPECT_EQ(text_of(*view_plan(needs, zhang, view.plan.id), Part::group), frozen);
    const auto back = take_back_plan(needs, zhang, seen(sent), "补全领导小组名单");
    ASSERT_EQ(code_of(back), "accepted");
    EXPECT_EQ(text_of(*back, Part::group).find("李强"), std::string::npos) << "live again";
    const auto changed = compare_plan(needs, zhang, view.plan.id, Since::review);
    ASSERT_EQ(changed->size(), 1u);
    EXPECT_EQ(changed->front().before, "成员：李强（采购科长）");
    EXPECT_EQ(changed->front().what, WhatChanged::removed);
}

TEST_P(Plans, tell_those_whose_turn_it_is_and_nobody_else) {
    ledger::testing::TestInbox inbox{ledger};
    using accounts::Role;
    const auto clerk = inbox.account("clerk", Role::responsible_unit, ledger.procurement),
               budget = inbox.account("budget", Role::responsible_unit, ledger.budget),
               chief = inbox.account("chief", Role::principal, ledger.finance),
               stranger = inbox.account("stranger", Role::responsible_unit, ledger.audit),
               office = inbox.account("office", Role::rectification_office, ledger.audit);
    (void)ledger.add(problem, "开展培训", ledger.held_by("预算科", ledger.budget));
    const auto all = reviewers();
    const auto open = consulted(filled());
    const std::string asked = "plan_for_comment 1 2024-07-05";
    for (const auto& one : {clerk, budget, chief}) EXPECT_EQ(inbox.heard(one), asked) << one.name;
    EXPECT_EQ(inbox.heard(office) + inbox.heard(stranger), "");
    ledger.here.pass(1000);
    const auto signs = up_to_signature(open);
    EXPECT_EQ(inbox.heard(chief), "plan_to_commit 1, " + asked);
    EXPECT_EQ(inbox.heard(clerk), asked);
    ledger.here.pass(1000);
    const auto sent = in_review(signs);
    for (const auto& one : all)
        EXPECT_EQ(inbox.heard(one), "plan_to_review 1 2024-07-10, " + asked) << one.name;
    EXPECT_EQ(inbox.heard(clerk) + inbox.heard(office), asked);
    ledger.here.pass(1000);
    const auto back = speak(sent, all, Verdict::returned);
    EXPECT_EQ(inbox.heard(office), "plan_returned 1 巡视巡察办：第1条措施没有验收标准");
    EXPECT_EQ(inbox.heard(clerk), asked);
    ledger.here.pass(1000);
    const auto again = speak(in_review(up_to_signature(back)), all, Verdict::agreed);
    EXPECT_TRUE(inbox.heard(office).starts_with("plan_approved 1, "));
    const auto before = inbox.heard(office);
    ledger.here.pass(1000);
    ASSERT_EQ(code_of(issue_plan(needs, zhang, seen(again),
                                 {"云财党〔2024〕12号", day("2024-06-30"), "各科室"})),
              "accepted");
    const std::string issued = "plan_issued 1 云财党〔2024〕12号";
    EXPECT_TRUE(inbox.heard(budget).find(issued) != std::string::npos) << inbox.heard(budget);
    EXPECT_TRUE(inbox.heard(clerk).find("sub_plan_wanted") != std::string::npos);
    EXPECT_EQ(inbox.heard(office), before);
    EXPECT_EQ(inbox.heard(stranger), "");
}

TEST_P(Plans, tell_a_unit_when_its_own_comes_back) {
    ledger::testing::TestInbox inbox{ledger};
    using accounts::Role;
    const auto clerk = inbox.account("clerk", Role::responsible_unit, ledger.procurement),
               budget = inbox.account("budget", Role::responsible_unit, ledger.budget);
    SubPlan wanted;
    wanted.id = make_id<SubPlanId>();
    wanted.programme = ledger.programme;
    wanted.unit = ledger.procurement;
    wanted.goals = "9月底前修订办法并执行";
    wanted.text = "第一步调研，第二步起草，第三步印发。";
    ASSERT_TRUE(hand_in_sub_plan(needs, ledger.li_qiang, wanted, 0));
    EXPECT_EQ(inbox.heard(clerk), "");
    ASSERT_TRUE(decide_sub_plan(needs, zhang, ledger.programme, ledger.procurement,
                                {1, false, "目标没有量化"}));
    EXPECT_EQ(inbox.heard(clerk), "sub_plan_returned 目标没有量化");
    EXPECT_EQ(inbox.heard(budget), "");
}

}  // namespace
}  // namespace drafting
