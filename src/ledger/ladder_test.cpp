// Ladders: what is refused when one is saved, from which day a rung holds, which days stand on it;
// and their messages and those of notices against the golden files.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/test_contract.hpp"
#include "db/migrate.hpp"
#include "ledger/due.hpp"
#include "ledger/ladder_actions.hpp"
#include "ledger/ladder_json.hpp"
#include "ledger/ladder_store.hpp"
#include "ledger/notice_json.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using base::testing::golden_id;
using testing::code_of;
using testing::day;
using testing::TestLedger;

constexpr auto calendar_days = DayCount::calendar;
const std::vector<Recipient> office{Recipient::office};

base::Actor keeper() {
    base::Actor actor;
    actor.name = "张敏";
    actor.acts = {base::Act::read_names, base::Act::read_ledger, base::Act::edit_ledger};
    return actor;
}
Ladder ladder_of(std::vector<Rung> rungs) {
    auto ladder = default_ladder();
    ladder.rungs = std::move(rungs);
    return ladder;
}
Rung rung(Cause cause, int amount, DayCount days = calendar_days) {
    return {cause, amount, days, office, "", {}};
}
/// "code@field value; …"
std::string faults_of(const Ladder& ladder) {
    const auto changed = change(default_ladder(), ladder, day("2024-06-30"), keeper());
    if (changed) return "";
    std::string said;
    auto all = changed.error().also;
    all.insert(all.begin(), changed.error());
    for (const auto& one : all) {
        said += (said.empty() ? "" : "; ") + one.code + "@" + one.field;
        for (const auto& [name, value] : one.args)
            if (name == "value") said += " " + value;
    }
    return said;
}

TEST(Ladders, are_in_order_from_the_start) {
    EXPECT_EQ(faults_of(default_ladder()), "");
    EXPECT_EQ(faults_of(ladder_of({})), "");
}

TEST(Ladders, are_refused_by_the_rung_that_is_wrong) {
    EXPECT_EQ(faults_of(ladder_of({rung(Cause::overdue, 5), rung(Cause::overdue, 5)})),
              "rung_stands_twice@rungs[1] 超期 5 天");
    EXPECT_EQ(faults_of(ladder_of({rung(Cause::before_due, 3), rung(Cause::before_due, 10)})),
              "rung_out_of_order@rungs[1] 到期前 10 天");
    EXPECT_EQ(faults_of(ladder_of({rung(Cause::overdue, 5), rung(Cause::before_due, 10)})),
              "rung_out_of_order@rungs[1] 到期前 10 天");
    // Ten working days are two weeks.
    EXPECT_EQ(faults_of(ladder_of(
                  {rung(Cause::before_due, 10, DayCount::working), rung(Cause::before_due, 13)})),
              "");
    EXPECT_EQ(faults_of(ladder_of(
                  {rung(Cause::before_due, 13), rung(Cause::before_due, 10, DayCount::working)})),
              "rung_out_of_order@rungs[1] 到期前 10 个工作日");
    auto silent = rung(Cause::sent_back, 2), unknown = rung(Cause::stalled, 30);
    silent.recipients.clear();
    unknown.notice = "红头文件";
    EXPECT_EQ(faults_of(ladder_of({silent, unknown})),
              "rung_does_nothing@rungs[0] 第 2 次退回; rung_kind_unknown@rungs[1] 连续 30 "
              "天没有新进展");
}

TEST(Ladders, need_kinds_that_can_be_told_apart_by_name_and_number) {
    auto ladder = default_ladder();
    ladder.kinds.push_back({"催办单", "督", "请抓紧", 3});
    ladder.mark_pattern = "巡整〔{年}〕{号}号";
    EXPECT_EQ(faults_of(ladder),
              "notice_kind_stands_twice@kinds[5] 催办单; mark_pattern_incomplete@mark_pattern "
              "巡整〔{年}〕{号}号");
    const auto whole = default_ladder();
    EXPECT_EQ(mark_of(whole, whole.kinds[1], 2024, 12), "巡整督〔2024〕12号");
}

TEST(Ladders, are_changed_by_the_office_only) {
    auto unit = keeper();
    unit.acts = {base::Act::read_ledger, base::Act::report_progress};
    EXPECT_EQ(code_of(change(default_ladder(), default_ladder(), day("2024-06-30"), unit)),
              "only_the_office_sets_the_ladder");
}

TEST(Ladders, hold_from_the_day_a_rung_was_put_in) {
    auto wanted = ladder_of({rung(Cause::before_due, 20), rung(Cause::before_due, 15)});
    const auto first = change(default_ladder(), wanted, day("2024-06-30"), keeper());
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->rungs[0].since) << "as it was before";
    EXPECT_EQ(first->rungs[1].since, day("2024-06-30"));
    wanted.rungs[1].recipients = {Recipient::reporters};
    const auto second = change(*first, wanted, day("2024-07-05"), keeper());
    ASSERT_TRUE(second);
    EXPECT_EQ(second->rungs[1].since, day("2024-06-30")) << "who hears of it is no new rung";
    wanted.rungs[0].notice = "提醒函";
    const auto third = change(*second, wanted, day("2024-07-08"), keeper());
    ASSERT_TRUE(third);
    EXPECT_EQ(third->rungs[0].since, day("2024-07-08")) << "it proposes nothing for the past";
}

TEST(Ladders, count_calendar_and_working_days_both_ways) {
    const calendar::Calendar weekdays;
    const auto latest = [&](Cause cause, int amount, DayCount days, std::string_view today) {
        return base::to_text(latest_day_on(rung(cause, amount, days), day(today), weekdays));
    };
    const auto working = DayCount::working;
    // 30 June 2024 is a Sunday.
    EXPECT_EQ(latest(Cause::before_due, 20, calendar_days, "2024-06-30"), "2024-07-20");
    EXPECT_EQ(latest(Cause::overdue, 1, calendar_days, "2024-06-30"), "2024-06-29");
    EXPECT_EQ(latest(Cause::stalled, 30, calendar_days, "2024-06-30"), "2024-05-30");
    // Due on Friday the 5th: five working days are left on Sunday, and on Friday before.
    EXPECT_EQ(latest(Cause::before_due, 5, working, "2024-06-30"), "2024-07-07");
    EXPECT_EQ(latest(Cause::before_due, 5, working, "2024-06-28"), "2024-07-07");
    EXPECT_EQ(latest(Cause::before_due, 5, working, "2024-06-27"), "2024-07-04");
    // Due on Friday the 28th: the first working day after is Monday.
    EXPECT_EQ(latest(Cause::overdue, 1, working, "2024-06-30"), "2024-06-27");
    EXPECT_EQ(latest(Cause::overdue, 1, working, "2024-07-01"), "2024-06-30");
    EXPECT_EQ(latest(Cause::overdue, 5, working, "2024-07-05"), "2024-06-30");
    // Handed in on Sunday: five working days are over on Saturday, not on the Friday before.
    EXPECT_EQ(latest(Cause::in_review, 5, working, "2024-07-05"), "2024-06-27");
    EXPECT_EQ(latest(Cause::in_review, 5, working, "2024-07-06"), "2024-06-30");
}

TEST(Ladders, ask_signers_of_reviews_only_and_send_no_notice_about_them) {
    auto due = rung(Cause::overdue, 5), review = rung(Cause::in_review, 5, DayCount::working);
    due.recipients = {Recipient::signers};
    review.notice = "提醒函";
    EXPECT_EQ(faults_of(ladder_of({due, review})),
              "rung_has_no_signers@rungs[0] 超期 5 天; review_rung_has_no_notice@rungs[1] 审核超过 "
              "5 个工作日");
    review.notice = "";
    review.recipients = {Recipient::signers, Recipient::principal};
    EXPECT_EQ(faults_of(ladder_of({review})), "");
}

TEST(Ladders, colour_a_rung_as_days_are_coloured) {
    EXPECT_EQ(colour_of(rung(Cause::before_due, due_soon_days + 1)), Colour::blue);
    EXPECT_EQ(colour_of(rung(Cause::before_due, due_soon_days)), Colour::yellow);
    EXPECT_EQ(colour_of(rung(Cause::sent_back, 2)), Colour::yellow);
    EXPECT_EQ(colour_of(rung(Cause::overdue, 1)), Colour::red);
    EXPECT_EQ(words_of_key(key_of(rung(Cause::overdue, 10, DayCount::working))),
              "超期 10 个工作日");
    EXPECT_EQ(words_of_key(""), "");
}

class LadderPages : public testing::OneLedger {};
ZHENGGAI_ON_BOTH_ENGINES(LadderPages);

TEST_P(LadderPages, show_the_one_the_program_brings_until_there_is_another) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    auto wanted = default_ladder();
    ASSERT_EQ(*view_ladder(needs, ledger.li_qiang, ledger.programme), wanted);
    EXPECT_EQ(code_of(view_ladder(needs, ledger.sun_li, ledger.programme)), "programme_not_found");
    wanted.rungs.erase(wanted.rungs.begin());
    wanted.kinds[0].reply_days = 9;
    const auto saved = set_ladder(needs, ledger.zhang_min, ledger.programme, wanted);
    ASSERT_TRUE(saved) << saved.error().code;
    EXPECT_EQ(saved->version, 1);
    EXPECT_EQ(saved->rungs, wanted.rungs);
    EXPECT_EQ(saved->kinds, wanted.kinds);
    EXPECT_EQ(*view_ladder(needs, ledger.wang_fang, ledger.programme), *saved);
    EXPECT_EQ(code_of(set_ladder(needs, ledger.wang_fang, ledger.programme, wanted)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(set_ladder(needs, ledger.li_qiang, ledger.programme, *saved)),
              "only_the_office_sets_the_ladder");
    ledger.expect_sound_journal();
}

// ---- Messages

const base::testing::Contract contract{"ledger"};

Ladder sample() {
    Ladder ladder;
    ladder.version = 3;
    ladder.mark_pattern = "云财整{类}〔{年}〕{号}号";
    ladder.kinds = {{"督办通知单", "督", "请限期办结并书面回复。", 5}};
    ladder.rungs = {{Cause::before_due, 20, calendar_days, {Recipient::reporters}, "", {}},
                    {Cause::overdue,
                     10,
                     DayCount::working,
                     {Recipient::unit_head, Recipient::office},
                     "督办通知单",
                     day("2024-06-25")}};
    return ladder;
}

TEST(LadderMessages, are_as_in_the_contract) {
    const auto reader = keeper();
    contract.expect(to_json(sample(), {reader, day("2024-06-25")}), "ladder");
    const auto read = read_ladder(contract.golden("new_ladder"));
    ASSERT_TRUE(read) << read.error().code << read.error().field;
    auto expected = sample();
    expected.rungs[1].since.reset();
    EXPECT_EQ(*read, expected) << "recipients stand in the order of the set";
    EXPECT_EQ(code_of(read_ladder(R"({"version":0,"mark_pattern":"{类}{号}","rungs":[
        {"cause":"overdue","amount":1,"days":"calendar","recipients":["mayor"],"notice":""}]})")),
              "unknown_name");
}

TEST(NoticeMessages, are_as_in_the_contract) {
    const base::Instant at{1'719'735'300'000};
    Notice notice;
    notice.id = golden_id<NoticeId>("21");
    notice.programme = golden_id<ProgrammeId>("f1");
    notice.programme_title = "区财政局党组巡察整改";
    notice.unit = golden_id<base::UnitId>("c2");
    notice.unit_name = "区财政局采购科";
    notice.kind = "督办通知单";
    notice.rung = key_of(sample().rungs[1]);
    notice.colour = Colour::red;
    notice.state = NoticeState::signed_for;
    notice.number = 7;
    notice.mark = "云财整督〔2024〕7号";
    notice.texts = {"区财政局整改台账", "请限期办结并书面回复。", "张敏", day("2024-07-08")};
    notice.made_at = at;
    notice.version = 3;
    const auto who = keeper();
    const Reader reader{who, day("2024-06-25")};
    contract.expect(to_json(NoticePage{{{notice, 1}}, 1}, Page{}, reader), "notice_page");
    notice.items = {{golden_id<MeasureId>("d1"), "2024-06-10", 12, "修订政府采购内部控制制度",
                     "6月底前", day("2024-06-10"), MeasureStatus::under_way, "陈立新、李强"}};
    notice.steps = {{NoticeAct::issue, at, {}, "张敏", ""}, {NoticeAct::sign, at, {}, "李强", ""}};
    contract.expect(to_json(notice, reader), "notice");

    const auto wanted = read_new_notice(contract.golden("new_notice"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->kind, "督办通知单");
    EXPECT_EQ(wanted->measures, (std::vector{golden_id<MeasureId>("d1")}));
    const auto draft = read_notice_draft(contract.golden("notice_draft"));
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->draft.texts, notice.texts);
    const auto closing = read_notice_words(contract.golden("notice_closing"), "note");
    ASSERT_TRUE(closing);
    EXPECT_TRUE(closing->helped);
    EXPECT_EQ(closing->text, "已办结");
}

/// Programmes from before reviews had rungs.
class LadderMigration : public ::testing::TestWithParam<db::Engine> {};
ZHENGGAI_ON_BOTH_ENGINES(LadderMigration);

TEST_P(LadderMigration, leaves_programmes_at_work_the_ladder_they_had) {
    const db::testing::TestDatabase before(GetParam(), db::testing::Schema::empty);
    const auto own = db::embedded_migrations(GetParam());
    const auto rungs = std::find_if(own.begin(), own.end(), [](const auto& one) {
        return one.name.ends_with("_review_rungs");
    });
    const auto old = static_cast<std::size_t>(rungs - own.begin());
    ASSERT_TRUE(db::migrate(*before, std::span(own).first(7), {}));
    before.run_raw(R"sql(
INSERT INTO unit VALUES ('u', 1, '县', '县', '', '', 'department', NULL, '/1/', 1);
INSERT INTO round VALUES ('r', '一轮');
INSERT INTO inspection VALUES ('i', 'r', '常规', 'regular', '一组');
INSERT INTO programme VALUES ('01900000-0000-7000-8000-000000000001', 'i', 'u', '整改', NULL, NULL,
                              30, 1, 2, 1, 0, 1, 0, 0);
INSERT INTO programme VALUES ('01900000-0000-7000-8000-000000000002', 'i', 'u', '又一项', NULL, NULL,
                              30, 1, 2, 1, 0, 1, 0, 0);
)sql");
    ASSERT_TRUE(db::migrate(*before, std::span(own).first(old), {}));
    before.run_raw(R"sql(
INSERT INTO ladder VALUES ('01900000-0000-7000-8000-000000000002', '{类}{号}', 4, 1, '张敏');
INSERT INTO rung VALUES ('01900000-0000-7000-8000-000000000002', 1, 'overdue', 7, 'working',
                         'office', '', '2024-06-25');
)sql");
    ASSERT_TRUE(db::migrate(*before, own, {}));
    const auto ladder_of = [&](const std::string& last) {
        return before->read([&](db::Transaction& transaction) {
            return load_ladder(transaction, golden_id<ProgrammeId>(last));
        });
    };
    auto as_it_was = default_ladder();
    as_it_was.version = 1;
    std::erase_if(as_it_was.rungs, [](const Rung& rung) { return rung.cause == Cause::in_review; });
    EXPECT_EQ(ladder_of("01"), as_it_was);
    const auto changed = ladder_of("02");
    ASSERT_EQ(changed.rungs.size(), 1u);
    EXPECT_EQ(key_of(changed.rungs[0]), "overdue 7 working");
    EXPECT_EQ(changed.rungs[0].since, day("2024-06-25"));
    EXPECT_EQ(ladder_of("03"), default_ladder());
}

}  // namespace
}  // namespace ledger
