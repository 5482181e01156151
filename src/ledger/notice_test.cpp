// Notices from end to end: who sees them, under which number they go out, who signs, answers and
// closes, and what is refused on the way.
#include <gtest/gtest.h>

#include "ledger/notice_actions.hpp"
#include "ledger/removal_store.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/unit_tree_actions.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

class Notices : public testing::OneLedger {
  protected:
    NewNotice about(std::vector<MeasureId> measures, std::string kind = "督办通知单") {
        return {ledger.here.make_id<NoticeId>(), std::move(kind), std::move(measures)};
    }
    Notice proposed(std::string kind = "督办通知单") {
        auto made =
            propose_notice(needs, ledger.zhang_min, about({measure.measure.id}, std::move(kind)));
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    static NoticeDraft draft_of(const Notice& notice) {
        NoticeDraft draft{notice.texts, {}};
        for (const auto& item : notice.items) draft.measures.push_back(item.measure);
        return draft;
    }
    static SeenNotice seen(const Notice& notice) { return {notice.id, notice.version}; }
    Notice issued() {
        const auto before = proposed();
        auto done = issue_notice(needs, ledger.zhang_min, seen(before), draft_of(before));
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }
    std::int64_t shown(const base::Actor& who) { return list_notice_page(needs, who, {}).total; }

    ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    MeasureRow measure = ledger.add(row, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    MeasureRow second = ledger.add(row, "公开采购结果", {}, TestLedger::by("2024-06-20"));
    MeasureRow elsewhere =
        ledger.add(row, "细化预算", TestLedger::held_by("预算科", ledger.budget));
};
ZHENGGAI_ON_BOTH_ENGINES(Notices);

TEST_P(Notices, go_out_under_running_numbers_of_their_kind) {
    const auto first = issued();
    EXPECT_EQ(first.mark, "巡整督〔2024〕1号");
    EXPECT_EQ(first.colour, Colour::red) << "the day is over";
    EXPECT_EQ(first.unit_name, "采购科");
    EXPECT_EQ(first.texts.contact, "整改办张敏");
    EXPECT_EQ(first.texts.reply_by, day("2024-07-05")) << "five working days from a Sunday";
    EXPECT_EQ(issued().mark, "巡整督〔2024〕2号");
    const auto other = proposed("提醒函");
    const auto letter = issue_notice(needs, ledger.zhang_min, seen(other), draft_of(other));
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->mark, "巡整提〔2024〕1号");
    ledger.expect_sound_journal();
}

TEST_P(Notices, are_seen_by_the_unit_once_they_are_issued_and_by_no_other) {
    proposed();
    EXPECT_EQ(shown(ledger.zhang_min), 1);
    EXPECT_EQ(shown(ledger.li_qiang), 0);
    issued();
    EXPECT_EQ(shown(ledger.li_qiang), 1);
    EXPECT_EQ(shown(ledger.zhou_guifang), 1) << "the unit above";
    EXPECT_EQ(shown(ledger.zhao_li) + shown(ledger.sun_li), 0);
    NoticeFilter filter;
    filter.measure = measure.measure.id;
    filter.states = {NoticeState::issued};
    EXPECT_EQ(list_notice_page(needs, ledger.li_qiang, filter).total, 1);
    filter.measure = second.measure.id;
    EXPECT_EQ(list_notice_page(needs, ledger.li_qiang, filter).total, 0);
}

TEST_P(Notices, are_signed_for_answered_sent_back_answered_again_and_closed) {
    auto now = issued();
    const auto waiting = [&](const base::Actor& who) {
        std::string said;
        for (const auto& one : list_waiting_notices(needs, who))
            if (one.page.total > 0)
                said += std::string(name_of(one.act)) + std::to_string(one.page.total);
        return said;
    };
    EXPECT_EQ(waiting(ledger.li_qiang), "sign1");
    EXPECT_EQ(code_of(answer_notice(needs, ledger.li_qiang, seen(now), "已经完成制度修订")),
              "sign_for_the_notice_first");
    EXPECT_EQ(code_of(sign_for_notice(needs, ledger.wang_fang, seen(now))),
              "only_the_addressed_unit_answers");
    EXPECT_EQ(code_of(sign_for_notice(needs, ledger.zhao_li, seen(now))), "notice_unknown");
    const auto signed_for = sign_for_notice(needs, ledger.li_qiang, seen(now));
    ASSERT_TRUE(signed_for);
    EXPECT_EQ(code_of(answer_notice(needs, ledger.li_qiang, seen(now), "已经完成制度修订")),
              "somebody_else_changed_it");
    EXPECT_EQ(waiting(ledger.li_qiang), "answer1");
    now = *answer_notice(needs, ledger.li_qiang, seen(*signed_for), "已经完成制度修订");
    EXPECT_EQ(waiting(ledger.zhang_min), "close1");
    now = *send_back_answer(needs, ledger.zhang_min, seen(now), "没有附印发的文件");
    now = *answer_notice(needs, ledger.zhou_guifang, seen(now), "已补充印发文件");
    now = *close_notice(needs, ledger.wang_fang, seen(now), true, "");
    EXPECT_EQ(now.state, NoticeState::closed);
    EXPECT_TRUE(now.helped);
    std::string steps;
    const auto shown_to_unit = view_notice(needs, ledger.li_qiang, now.id);
    for (const auto& step : shown_to_unit->steps)
        steps += step.by + std::string(name_of(step.act)) + step.text + ";";
    EXPECT_EQ(steps,
              "整改办张敏issue;采购科李强sign;采购科李强answer已经完成制度修订;整改办张敏send_"
              "back没有附印发的文件;财政局周桂芳answer已补充印发文件;整改办王芳close;");
    EXPECT_EQ(waiting(ledger.zhang_min) + waiting(ledger.li_qiang), "");
    ledger.expect_sound_journal();
}

TEST_P(Notices, hold_several_rows_of_one_unit) {
    const auto both = about({measure.measure.id, second.measure.id});
    const auto made = propose_notice(needs, ledger.zhang_min, both);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->items.size(), 2u);
    EXPECT_EQ(*propose_notice(needs, ledger.zhang_min, both), *made) << "sent twice";
    auto draft = draft_of(*made);
    draft.measures = {second.measure.id};
    draft.texts.requirement = "请于本周内办结";
    const auto edited = edit_notice(needs, ledger.zhang_min, seen(*made), draft);
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->items.size(), 1u);
    EXPECT_EQ(edited->texts.requirement, "请于本周内办结");
    draft.measures.clear();
    EXPECT_EQ(code_of(issue_notice(needs, ledger.zhang_min, seen(*edited), draft)),
              "notice_has_no_rows");
    const auto refused = [&](const NewNotice& wanted, const base::Actor& who) {
        return code_of(propose_notice(needs, who, wanted));
    };
    EXPECT_EQ(refused(about({measure.measure.id, elsewhere.measure.id}), ledger.zhang_min),
              "rows_of_several_units");
    EXPECT_EQ(refused(about({measure.measure.id}, "红头文件"), ledger.zhang_min),
              "notice_kind_unknown");
    EXPECT_EQ(refused(about({}), ledger.zhang_min), "notice_has_no_rows");
    EXPECT_EQ(refused(about({measure.measure.id}), ledger.li_qiang),
              "only_the_office_issues_notices");
    EXPECT_EQ(refused(about({ledger.here.make_id<MeasureId>()}), ledger.zhang_min),
              "measure_not_found");
}

TEST_P(Notices, say_what_the_measures_were_when_they_went_out) {
    const auto before = proposed();
    MeasureChange change;
    change.text = "修订并印发采购制度";
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    const auto out = issue_notice(needs, ledger.zhang_min, seen(before), draft_of(before));
    ASSERT_TRUE(out);
    change.text = "又改了";
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    EXPECT_EQ(view_notice(needs, ledger.li_qiang, out->id)->items.at(0).text, "修订并印发采购制度");
}

TEST_P(Notices, go_with_the_rows_when_their_unit_is_merged_into_another) {
    const auto one = issued();
    const auto unit = view_unit(needs, ledger.zhang_min, ledger.procurement);
    ASSERT_TRUE(unit);
    ASSERT_TRUE(merge_unit(needs, ledger.zhang_min, {ledger.procurement, unit->unit.version},
                           ledger.budget));
    const auto found = view_notice(needs, ledger.zhao_li, one.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->unit_name, "预算科");
    EXPECT_EQ(code_of(sign_for_notice(needs, ledger.zhao_li, seen(*found))), "accepted");
}

TEST_P(Notices, take_as_many_statements_however_many_there_are) {
    const auto statements = [&](const base::Actor& who) {
        const auto before = database().statements_run();
        shown(who);
        EXPECT_EQ(list_waiting_notices(needs, who).size(), 2u);
        return database().statements_run() - before;
    };
    issued();
    const auto of_unit = statements(ledger.li_qiang), of_office = statements(ledger.zhang_min);
    for (int i = 0; i < 5; ++i) issued();
    proposed();
    EXPECT_EQ(statements(ledger.li_qiang), of_unit);
    EXPECT_EQ(statements(ledger.zhang_min), of_office);
    EXPECT_LE(of_office, 9);  // two a list, and what begins and ends a reading
}

TEST_P(Notices, lose_a_row_that_is_taken_back_and_go_with_their_last) {
    const auto both =
        propose_notice(needs, ledger.zhang_min, about({measure.measure.id, second.measure.id}));
    ASSERT_TRUE(both);
    const auto take_back = [&](MeasureId id) {
        ASSERT_TRUE(
            ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                return delete_row(transaction, "measure", id.text());
            }));
    };
    take_back(measure.measure.id);
    EXPECT_EQ(view_notice(needs, ledger.zhang_min, both->id)->items.size(), 1u);
    take_back(second.measure.id);
    EXPECT_EQ(code_of(view_notice(needs, ledger.zhang_min, both->id)), "notice_unknown");
}

TEST(NoticeItems, name_the_leaders_before_the_handlers_and_nobody_twice) {
    const auto one = [](HolderRole role, std::string name) { return Holder{role, name, {}, {}}; };
    EXPECT_EQ(responsible_in({one(HolderRole::handler, "李强"),
                              one(HolderRole::responsible_unit, "采购科"),
                              one(HolderRole::lead_leader, "陈立新"),
                              one(HolderRole::responsible_leader, "陈立新")}),
              "陈立新、李强");
}

TEST_P(Notices, are_counted_for_each_unit) {
    issued();
    const auto one = issued();
    ASSERT_TRUE(sign_for_notice(needs, ledger.li_qiang, seen(one)));
    const auto made =
        propose_notice(needs, ledger.zhang_min, about({elsewhere.measure.id}, "提醒函"));
    ASSERT_TRUE(issue_notice(needs, ledger.zhang_min, seen(*made), draft_of(*made)));
    const auto counted = [&](const base::Actor& who) {
        std::string said;
        const auto found = count_notices_of_units(needs, who, ledger.programme);
        for (const auto& unit : *found)
            said += unit.unit_name + " " + std::to_string(unit.issued) +
                    std::to_string(unit.unsigned_for) + std::to_string(unit.unanswered) +
                    std::to_string(unit.late) + std::to_string(unit.closed) + "; ";
        return said;
    };
    EXPECT_EQ(counted(ledger.zhang_min), "采购科 21200; 预算科 11100; ");
    ledger.here.pass(10LL * 24 * 3'600'000);
    EXPECT_EQ(counted(ledger.li_qiang), "采购科 21220; ");
}

class AtOnce : public Notices {
  protected:
    AtOnce() {
        principal.seat = base::Seat::principal;
        principal.acts = accounts::acts_of(accounts::Role::principal);
    }
    Notice told() {
        const auto made = propose_at_once(
            needs, ledger.zhang_min,
            {ledger.here.make_id<NoticeId>(), ledger.programme, "食堂账目没有公开。"});
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    base::Actor principal = ledger.zhou_guifang;
};
ZHENGGAI_ON_BOTH_ENGINES(AtOnce);

TEST_P(AtOnce, goes_to_the_inspected_unit_about_a_matter_and_no_row) {
    const auto made = told();
    EXPECT_EQ(made.unit_name, "财政局");
    EXPECT_EQ(made.texts.basis, "区委第二巡察组在巡视巡察中发现的问题。");
    EXPECT_TRUE(made.items.empty());
    EXPECT_EQ(code_of(propose_at_once(needs, ledger.zhang_min,
                                      {ledger.here.make_id<NoticeId>(), ledger.programme, "账"})),
              "notice_matter_missing");
    EXPECT_EQ(code_of(propose_at_once(
                  needs, ledger.zhou_guifang,
                  {ledger.here.make_id<NoticeId>(), ledger.programme, "食堂账目没有公开。"})),
              "only_the_office_issues_notices");
    auto draft = draft_of(made);
    draft.texts.matter = "";
    EXPECT_EQ(code_of(issue_notice(needs, ledger.zhang_min, seen(made), draft)),
              "notice_matter_missing");
    const auto again =
        propose_at_once(needs, ledger.zhang_min, {made.id, ledger.programme, "食堂账目没有公开。"});
    ASSERT_EQ(code_of(again), "accepted");
    EXPECT_EQ(shown(ledger.zhang_min), 1) << "sent twice";
}

TEST_P(AtOnce, is_numbered_signed_for_by_the_principal_answered_and_closed) {
    const auto made = told();
    const auto out = issue_notice(needs, ledger.zhang_min, seen(made), draft_of(made));
    ASSERT_EQ(code_of(out), "accepted");
    EXPECT_EQ(out->mark, "巡整改〔2024〕1号");
    EXPECT_EQ(out->texts.reply_by, day("2024-07-12")) << "ten working days";
    EXPECT_EQ(code_of(sign_for_notice(needs, ledger.zhou_guifang, seen(*out))),
              "only_the_principal_signs_for_it");
    const auto signed_for = sign_for_notice(needs, principal, seen(*out));
    ASSERT_EQ(code_of(signed_for), "accepted");
    const auto answered = answer_notice(needs, ledger.zhou_guifang, seen(*signed_for),
                                        "已经公开今年以来的食堂账目。");
    ASSERT_EQ(code_of(answered), "accepted");
    EXPECT_EQ(code_of(close_notice(needs, ledger.zhang_min, seen(*answered), true, "属实")),
              "accepted");
    ledger.expect_sound_journal();
}

TEST_P(AtOnce, is_kept_from_those_whom_the_mark_of_its_programme_keeps_out) {
    const auto made = told();
    auto graded = needs;
    graded.classified = ClassifiedContent::allowed;
    auto chief = ledger.zhang_min;
    chief.scope.cleared = base::every_guard;
    ProgrammeChange marked;
    marked.classification = Classification::secret;
    const auto version = view_programme(needs, chief, ledger.programme)->programme.version;
    ASSERT_EQ(code_of(change_programme(graded, chief, ledger.programme, version, marked)),
              "accepted");
    EXPECT_EQ(code_of(view_notice(needs, ledger.zhang_min, made.id)), "notice_unknown");
    EXPECT_EQ(shown(ledger.zhang_min), 0);
    EXPECT_EQ(code_of(view_notice(needs, chief, made.id)), "accepted");
}

}  // namespace
}  // namespace ledger
