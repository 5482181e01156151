// What official documents say of the rows they are made from: the same numbers everywhere, nothing
// that the reader may not see, an entry in the journal for each that is taken out. Both engines.
#include <gtest/gtest.h>

#include <algorithm>

#include "documents/bulk_actions.hpp"
#include "documents/list_paper.hpp"
#include "documents/meeting_paper.hpp"
#include "documents/report_paper.hpp"
#include "documents/test_papers.hpp"
#include "journal/journal_store.hpp"
#include "journal/payload.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/archive.hpp"
#include "office/document.hpp"

namespace documents {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;
using testing::tables_of;
using testing::text_of;

class Documents : public testing::DocumentsOfLedger {
  protected:
    ledger::Notice issued() { return testing::issued_notice(ledger, late.measure.id); }

    ledger::ProblemRow first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(first, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::MeasureRow near = ledger.add(first, "公开采购结果", {}, TestLedger::by("2024-07-03"));
    ledger::ProblemRow second =
        ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger::MeasureRow finished = ledger.add(second, "按月通报执行进度");
};
ZHENGGAI_ON_BOTH_ENGINES(Documents);

TEST_P(Documents, count_what_their_rows_show) {
    ledger.claim(second.problem.id, ledger.zhao_li);
    ledger.finish(finished.measure.id, ledger.zhao_li);
    ledger.strike_off(second.problem.id, ledger.zhao_li);
    const auto source = database().read([&](db::Transaction& transaction) {
        ledger::LedgerFilter filter;
        filter.programme = ledger.programme;
        const auto today = needs.clock.today();
        return ListSource{"财政局整改",
                          "财政局",
                          reports::load_source(transaction, filter, {today, base::unbounded()}),
                          {{first.problem.id, "县巡〔2024〕9号"}},
                          today};
    });
    const auto week = week_of(source.today);
    EXPECT_EQ(base::to_text(week.from), "2024-06-24");
    EXPECT_EQ(base::to_text(week.to), "2024-06-30");
    EXPECT_EQ(base::to_text(month_of(day("2024-02-10")).to), "2024-02-29");
    const auto now = count(source, week);
    EXPECT_EQ(now.problems, 2u);
    EXPECT_EQ(now.struck_off, 1u);
    EXPECT_EQ(now.struck_off_now, 1u);
    EXPECT_EQ(now.measures, 3u);
    EXPECT_EQ(now.done, 1u);
    EXPECT_EQ(now.open, 2u);
    EXPECT_EQ(now.overdue, 1u);
    EXPECT_EQ(now.near, 1u);
    EXPECT_EQ(count(source, month_of(day("2024-05-10"))).struck_off_now, 0u);

    const auto paper = report_paper(DocumentKind::week_report, source, week);
    const auto tables = tables_of(paper);
    ASSERT_EQ(tables.size(), 4u);  // each with its heading
    EXPECT_EQ(tables[0].rows.size() - 1, now.struck_off_now);
    EXPECT_EQ(tables[1].rows.size() - 1, now.overdue);
    EXPECT_EQ(tables[2].rows.size() - 1, now.near);
    EXPECT_NE(text_of(paper).find("反馈问题2个，已销号1个，占50.0%；整改措施3条，已完成1条"),
              std::string::npos)
        << text_of(paper);
    for (const auto kind : {DocumentKind::ledger_table, DocumentKind::task_list,
                            DocumentKind::responsibility_list, DocumentKind::results_list})
        EXPECT_EQ(tables_of(list_paper(kind, source)).front().rows.size(), 1 + now.measures)
            << words_of(kind);
    const auto problems = list_paper(DocumentKind::problem_list, source);
    EXPECT_EQ(tables_of(problems).front().rows.size(), 1 + now.problems);
    EXPECT_NE(text_of(problems).find("采购管理不规范||县巡〔2024〕9号|"), std::string::npos)
        << text_of(problems);
}

TEST_P(Documents, show_nobody_what_lies_outside_their_scope) {
    const auto programme = ledger.programme.uuid;
    const auto whole = text_of(seen(DocumentKind::ledger_table, programme, ledger.zhang_min));
    EXPECT_NE(whole.find("修订采购制度"), std::string::npos);
    EXPECT_NE(whole.find("按月通报执行进度"), std::string::npos);
    const auto own = text_of(seen(DocumentKind::ledger_table, programme, ledger.li_qiang));
    EXPECT_NE(own.find("修订采购制度"), std::string::npos);
    EXPECT_EQ(own.find("按月通报执行进度"), std::string::npos);
    EXPECT_EQ(refusal(DocumentKind::clearing_sheet, second.problem.id.uuid, ledger.li_qiang),
              "problem_not_found");
    EXPECT_EQ(refusal(DocumentKind::notice, issued().id.uuid, ledger.sun_li), "notice_unknown");
    auto masked = ledger.zhang_min;
    masked.acts = {base::Act::read_ledger, base::Act::export_ledger};
    EXPECT_EQ(refusal(DocumentKind::ledger_table, programme, masked), "names_are_masked");
}

TEST_P(Documents, of_a_notice_say_its_number_its_measures_and_who_signed) {
    const auto notice = issued();
    auto paper = seen(DocumentKind::notice, notice.id.uuid, ledger.li_qiang);
    EXPECT_EQ(paper.head.number, notice.mark);
    EXPECT_NE(text_of(paper).find("修订采购制度|"), std::string::npos);
    EXPECT_NE(text_of(paper).find("超期10天"), std::string::npos) << text_of(paper);
    ASSERT_TRUE(ledger::sign_for_notice(needs, ledger.li_qiang, {notice.id, notice.version}));
    paper = seen(DocumentKind::notice, notice.id.uuid, ledger.zhang_min);
    EXPECT_NE(text_of(paper).find("签收人|" + ledger.li_qiang.name + "|"), std::string::npos)
        << text_of(paper);
}

TEST_P(Documents, of_a_notice_at_once_say_the_matter_instead_of_measures) {
    const auto notice = ledger::propose_at_once(
        needs, ledger.zhang_min,
        {ledger.here.make_id<ledger::NoticeId>(), ledger.programme, "食堂账目没有公开。"});
    ASSERT_TRUE(notice);
    const auto text = text_of(seen(DocumentKind::notice, notice->id.uuid, ledger.zhang_min));
    EXPECT_NE(text.find("食堂账目没有公开。"), std::string::npos) << text;
    EXPECT_EQ(text.find("整改措施"), std::string::npos) << text;
}

TEST_P(Documents, of_a_problem_are_a_slip_only_once_it_is_struck_off) {
    EXPECT_EQ(refusal(DocumentKind::strike_off_slip, second.problem.id.uuid, ledger.zhang_min),
              "problem_is_not_struck_off");
    ledger.claim(second.problem.id, ledger.zhao_li);
    ledger.finish(finished.measure.id, ledger.zhao_li);
    ledger.strike_off(second.problem.id, ledger.zhao_li);
    const auto slip =
        text_of(seen(DocumentKind::strike_off_slip, second.problem.id.uuid, ledger.zhang_min));
    for (const auto* said :
         {"销号单号|第1号|", "整改情况|措施全部落实|", "主要负责人|周桂芳", "审核意见|同意销号|"})
        EXPECT_NE(slip.find(said), std::string::npos) << said << '\n' << slip;
    const auto sheet =
        text_of(seen(DocumentKind::clearing_sheet, second.problem.id.uuid, ledger.zhang_min));
    EXPECT_NE(sheet.find("归零措施|3.按月通报执行进度|"), std::string::npos) << sheet;
}

TEST_P(Documents, that_are_taken_out_are_entries_and_say_for_whom_they_were_made) {
    const auto file = take_out_document(
        needs_, ledger.zhang_min, {DocumentKind::task_list, ledger.programme.uuid}, FileForm::docx);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->name, "青云区财政局巡察整改任务清单.docx");
    const auto last = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "programme", ledger.programme.text()).back();
    });
    EXPECT_EQ(last.entry.act, "export_document");
    auto archive = *office::Archive::open_bytes(file->bytes);
    const auto head = *archive.read("word/header1.xml", 1u << 16);
    EXPECT_NE(head.find(ledger.zhang_min.name), std::string::npos) << head;
    EXPECT_NE(head.find("密级：内部"), std::string::npos) << head;
    ledger.expect_sound_journal();
}

TEST_P(Documents, of_guarded_rows_leave_traces_of_who_looked_and_how_many_went_out) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(
        ledger::guard_problem(needs, cleared, ledger.seen(first.problem.id), {base::Guard::clues}));
    const auto looks = [&] {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'read_restricted'");
    };
    EXPECT_EQ(refusal(DocumentKind::clearing_sheet, first.problem.id.uuid, ledger.zhang_min),
              "problem_not_found");
    EXPECT_EQ(looks(), 0);
    (void)seen(DocumentKind::clearing_sheet, second.problem.id.uuid, cleared);
    EXPECT_EQ(looks(), 0) << "nothing guards this one";
    (void)seen(DocumentKind::clearing_sheet, first.problem.id.uuid, cleared);
    EXPECT_EQ(looks(), 1);
    ASSERT_TRUE(take_out_document(needs_, cleared, {DocumentKind::task_list, ledger.programme.uuid},
                                  FileForm::docx));
    const auto last = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "programme", ledger.programme.text()).back();
    });
    const auto facts = journal::read_payload(*last.payload).facts;
    EXPECT_NE(std::find(facts.begin(), facts.end(),
                        std::pair<std::string, std::string>("guarded_rows", "2")),
              facts.end());
}

TEST(MeetingPapers, SayWhoCameAndWhatWasDecided) {
    MeetingSource source;
    auto& terms = source.meeting.terms;
    terms.title = "财政局整改工作碰头会";
    terms.held_on = *base::parse_date("2024-06-28");
    terms.begins_at = "09:00";
    terms.place = "三楼会议室";
    meetings::Participant host, away, beside;
    host.name = "周启明";
    host.duty = meetings::Duty::host;
    host.attendance = meetings::Attendance::present;
    away.name = "林晓";
    away.attendance = meetings::Attendance::leave;
    beside.name = "资产科";
    beside.standing = meetings::Standing::sits_in;
    beside.attendance = meetings::Attendance::proxy;
    beside.proxy = "陈刚";
    terms.participants = {host, away, beside};
    meetings::AgendaItem item;
    item.subject = meetings::Subject::measure;
    item.row.number = 12;
    item.row.text = "修订采购制度";
    item.heard = "已经起草";
    meetings::Decision decision;
    decision.matter = "月底前报党组";
    decision.unit_name = "采购科";
    decision.person_name = "李强";
    decision.due_on = *base::parse_date("2024-07-31");
    item.decisions = {decision};
    source.items = {item};
    const auto minutes = text_of(minutes_paper(source));
    for (const auto* said :
         {"一、第12项措施：修订采购制度", "听取情况：已经起草",
          "议定事项：月底前报党组（责任：采购科（李强）；完成时限：2024年7月31日前）",
          "出席：周启明\n", "列席：资产科（陈刚代）", "请假或缺席：林晓", "主持：周启明"})
        EXPECT_NE(minutes.find(said), std::string::npos) << said << '\n' << minutes;
    const auto sheet = text_of(sign_in_paper(source));
    EXPECT_NE(sheet.find("2|林晓|出席||请假|"), std::string::npos) << sheet;
    const auto call = text_of(notice_paper(source, *base::parse_date("2024-06-20")));
    EXPECT_NE(call.find("1.第12项措施：修订采购制度"), std::string::npos) << call;
    EXPECT_NE(call.find("2024年6月20日"), std::string::npos);
}

}  // namespace
}  // namespace documents
