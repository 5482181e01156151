// The kinds of documents one by one: what each says of the rows it is made from, whom it refuses,
// and that what it counts is what stands in the rows. Both engines.
#include <gtest/gtest.h>

#include <set>

#include "accounts/post_actions.hpp"
#include "documents/document_actions.hpp"
#include "documents/report_paper.hpp"
#include "documents/restricted_paper.hpp"
#include "documents/statistics_paper.hpp"
#include "documents/test_papers.hpp"
#include "inspections/clue_actions.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/handover_actions.hpp"
#include "meetings/arranging_actions.hpp"
#include "office/archive.hpp"
#include "supervision/accountability_actions.hpp"
#include "supervision/interview_actions.hpp"
#include "supervision/test_checks.hpp"

namespace documents {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;
using testing::tables_of;
using testing::text_of;

class Kinds : public testing::DocumentsOfLedger {
  protected:
    Kinds() : DocumentsOfLedger("云岭区整改办") {}

    office::Paper of_programme(DocumentKind kind) {
        return seen(kind, ledger.programme.uuid, cleared());
    }
    /// The office, cleared for everything.
    base::Actor cleared() {
        auto actor = ledger.zhang_min;
        actor.scope.cleared = base::subject_guards;
        return actor;
    }
    static void expect_says(const office::Paper& paper, std::initializer_list<const char*> words) {
        auto text = text_of(paper);
        std::erase(text, '\n');  // labels are cut into lines
        for (std::string said : words) {
            std::erase(said, '\n');
            EXPECT_NE(text.find(said), std::string::npos) << said << "\n in\n" << text;
        }
    }
    void work() {
        ledger.claim(struck.problem.id, ledger.zhao_li);
        ledger.finish(finished.measure.id, ledger.zhao_li);
        ledger.strike_off(struck.problem.id, ledger.zhao_li);
        ledger.claim(open.problem.id, ledger.li_qiang);
        auto counted = ledger.entry("已退回多付的价款", 50);
        counted.results = {{ledger::ResultKind::recovered_yuan, 12'000},
                           {ledger::ResultKind::regulations, 2}};
        ASSERT_TRUE(ledger::report_progress(needs, ledger.li_qiang, late.measure.id, counted));
        ledger.finish(lasting.measure.id, ledger.li_qiang, ledger::MeasureStatus::long_term);
    }
    void record_persons() {
        auto office = cleared();
        supervision::Accountability one;
        one.id = ledger.here.make_id<supervision::AccountabilityId>();
        one.programme = ledger.programme;
        one.unit = ledger.procurement;
        one.person = "钱立";
        one.post = "科长";
        one.triggers = {supervision::Trigger::overdue};
        one.form = supervision::Form::admonition;
        one.facts = "采购制度逾期没有修订，两次提醒没有改进。";
        one.decided_by = "财政局党组";
        one.decided_on = day("2024-06-20");
        ASSERT_TRUE(supervision::record_accountability(needs, office, one));
        inspections::Clue clue;
        clue.id = ledger.here.make_id<inspections::ClueId>();
        clue.programme = ledger.programme;
        clue.handing = {ledger.procurement,
                        "线索〔2024〕3号",
                        "群众来信举报",
                        "钱立",
                        "违规出租国有门面，低于评估价。",
                        inspections::Receiver::discipline,
                        "区纪委监委",
                        day("2024-03-20")};
        ASSERT_TRUE(inspections::record_clue(needs, office, clue));
        clue.id = ledger.here.make_id<inspections::ClueId>();
        clue.handing.source = "巡察反馈移交";
        ASSERT_TRUE(inspections::record_clue(needs, office, clue));
    }
    ListSource source() {
        return database().read([&](db::Transaction& transaction) {
            Maker maker(needs_, transaction, ledger.zhang_min);
            return **maker.source_of(ledger.programme);
        });
    }

    ledger::ProblemRow open =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(open, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::MeasureRow near = ledger.add(open, "公开采购结果", {}, TestLedger::by("2024-07-03"));
    ledger::MeasureRow at_once =
        ledger.add(open, "停用旧合同", {}, {ledger::DeadlineKind::immediate, "立行立改", {}});
    ledger::MeasureRow lasting = ledger.add(open, "长期抓好采购监督");
    ledger::ProblemRow struck =
        ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger::MeasureRow finished = ledger.add(struck, "按月通报执行进度");
};
ZHENGGAI_ON_BOTH_ENGINES(Kinds);

TEST_P(Kinds, of_lists_have_the_columns_of_their_artefact_and_a_row_a_row) {
    work();
    const auto headings = [](const office::Paper& paper) {
        std::string all;
        const auto tables = tables_of(paper);
        for (const auto& cell : tables.front().rows.front().cells) all += cell.text + ' ';
        return all;
    };
    const auto order = of_programme(DocumentKind::rectification_order);
    EXPECT_EQ(tables_of(order).front().rows.front().cells.size(), 14u);
    expect_says(order, {"签发人（签字）", "接收单位负责人（签字）", "云岭区整改办",
                        "|修订采购制度||2024-06-20|38||12000|"});
    EXPECT_EQ(headings(of_programme(DocumentKind::reconciliation_list)),
              "序号 反馈问题 责任单位 措施条数 完成条数 当前状态 销号单号 销号日期 审核人 核对 ");
    expect_says(of_programme(DocumentKind::reconciliation_list),
                {"2|预算执行慢|预算科|1|1|已销号|第1号|2024-06-30|整改办张敏||",
                 "1|采购管理不规范|采购科|4|1|整改中||||"});
    const auto at_once_list = of_programme(DocumentKind::immediate_list);
    EXPECT_EQ(tables_of(at_once_list).front().rows.size(), 2u) << text_of(at_once_list);
    expect_says(at_once_list, {"问题1个，措施1条", "停用旧合同"});
    expect_says(of_programme(DocumentKind::deadline_list),
                {"2024-06-20前|2024-06-20|超期10天|采购科|", "|2024-07-03|3天|采购科|"});
    expect_says(of_programme(DocumentKind::feedback_list), {"采购管理不规范||采购科|已认领|"});
    expect_says(of_programme(DocumentKind::archive_list), {"按月通报执行进度||0||已完成|"});
    expect_says(of_programme(DocumentKind::rectification_list), {"整改目标|", "整改措施|"});
}

/// What a paper says between two words, as a number.
std::size_t figure(const std::string& text, std::string_view before, std::string_view behind) {
    const auto from = text.find(before);
    if (from == std::string::npos) return 999'999;
    const auto begin = from + before.size();
    return std::stoul(text.substr(begin, text.find(behind, begin) - begin));
}

TEST_P(Kinds, say_the_same_figures_wherever_they_stand) {
    work();
    const auto from = source();
    const auto statistics = count(from);
    const auto report = count(from, month_of(from.today));
    EXPECT_EQ(statistics.problems, 2u);
    EXPECT_EQ(statistics.done, 1u);
    EXPECT_EQ(statistics.done + statistics.nearly + statistics.open, statistics.problems);
    EXPECT_EQ(statistics.kept_up, 1u);
    EXPECT_EQ(statistics.measures_done + statistics.long_term + statistics.measures_open,
              statistics.measures);
    EXPECT_EQ(statistics.measures, 5u);
    EXPECT_EQ(statistics.recovered_yuan, 12'000);
    EXPECT_EQ(statistics.rules, 2);
    EXPECT_EQ(statistics.overdue, report.overdue);
    EXPECT_EQ(statistics.done, report.struck_off);
    EXPECT_EQ(statistics.long_term, report.long_term);
    for (const auto kind :
         {DocumentKind::month_report, DocumentKind::dispatch_report, DocumentKind::commitment}) {
        const auto text = text_of(of_programme(kind));
        EXPECT_EQ(figure(text, "反馈问题", "个"), statistics.problems) << words_of(kind);
        EXPECT_EQ(figure(text, "整改措施", "条"), statistics.measures) << words_of(kind);
        EXPECT_EQ(figure(text, "其中超期", "条"), statistics.overdue) << words_of(kind);
    }
    for (const auto kind : document_kinds) {
        if (!is_table(kind) || guard_of(kind) || kind == DocumentKind::statistics) continue;
        const auto paper = of_programme(kind);
        std::set<std::string> problems;
        std::size_t rows = 0;
        const auto of_paper = tables_of(paper);
        for (const auto& row : of_paper.front().rows) {
            if (row.cells.front().heading) continue;
            ++rows;
            // Below the first row of a problem its number is not said again.
            if (row.cells.size() == of_paper.front().widths.size())
                problems.insert(row.cells.front().text);
        }
        const auto text = text_of(paper);
        EXPECT_EQ(figure(text, "　　问题", "个"), problems.size()) << words_of(kind);
        if (text.find("，措施") != std::string::npos) {
            EXPECT_EQ(figure(text, "，措施", "条"), rows) << words_of(kind);
        }
    }
    // By area the same rows, once more.
    const auto tables = tables_of(of_programme(DocumentKind::statistics));
    std::size_t problems = 0, measures = 0;
    for (const auto& row : tables.back().rows) {
        if (row.cells.front().heading) continue;
        problems += std::stoul(row.cells[1].text);
        measures += std::stoul(row.cells[3].text);
    }
    EXPECT_EQ(problems, statistics.problems);
    EXPECT_EQ(measures, statistics.measures);
}

TEST_P(Kinds, of_dispatch_name_what_is_difficult_and_what_comes_next) {
    work();
    expect_says(
        of_programme(DocumentKind::dispatch_report),
        {"六、存在困难", "采购科：第1项措施“修订采购制度”超期10天，目前进展：已退回多付的价款",
         "七、下一步安排", "采购科：2024年7月30日前须完成措施", "云岭区整改办"});
}

TEST_P(Kinds, of_accountability_and_clues_are_for_the_cleared_alone) {
    record_persons();
    const auto programme = ledger.programme.uuid;
    EXPECT_EQ(refusal(DocumentKind::clue_table, programme, ledger.zhang_min),
              "clues_are_restricted");
    EXPECT_EQ(refusal(DocumentKind::petition_table, programme, ledger.zhang_min),
              "clues_are_restricted");
    EXPECT_EQ(refusal(DocumentKind::accountability_table, programme, ledger.zhang_min),
              "accountability_is_restricted");
    const auto plain = seen(DocumentKind::statistics, programme, ledger.zhang_min);
    EXPECT_EQ(text_of(plain).find("问责情况"), std::string::npos);
    EXPECT_EQ(text_of(plain).find("诫勉"), std::string::npos);
    expect_says(of_programme(DocumentKind::statistics),
                {"四、问责情况", "诫勉|1|0|", "合计|1|0|", "五、分方面情况"});
    expect_says(of_programme(DocumentKind::accountability_table),
                {"问责1次，其中个人1人次、单位0次；诫勉1次", "1|钱立|采购科科长|逾期未完成|"});
    const auto clues = of_programme(DocumentKind::clue_table);
    expect_says(clues, {"线索2件，已反馈0件", "线索〔2024〕3号", "超期10天"});
    EXPECT_EQ(tables_of(clues).front().rows.size(), 3u);
    expect_says(of_programme(DocumentKind::petition_table), {"信访件1件", "群众来信举报"});
    EXPECT_GT(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'read_restricted'"),
              0);
}

TEST_P(Kinds, of_a_problem_are_an_application_only_once_it_was_applied_for) {
    EXPECT_EQ(refusal(DocumentKind::strike_off_application, open.problem.id.uuid, ledger.zhang_min),
              "problem_has_no_application");
    work();
    const auto paper =
        seen(DocumentKind::strike_off_application, struck.problem.id.uuid, ledger.zhang_min);
    EXPECT_EQ(paper.name, "销号申请单（2）预算科");
    expect_says(paper, {"存在问题|预算执行慢|", "整改情况|措施全部落实|",
                        "问题是否解决：是\n措施是否落实：是\n责任是否厘清：无须追究责任",
                        "牵头领导签字|陈立新", "主要负责人签字|周桂芳", "复查人|整改办张敏|",
                        "整改前图片|"});
}

TEST_P(Kinds, of_an_extension_print_both_days_and_the_opinions) {
    ledger.claim(open.problem.id, ledger.li_qiang);
    const auto asked =
        ledger::ask_for_extension(needs, ledger.li_qiang, {false, late.measure.id.uuid},
                                  {ledger.here.make_id<ledger::ExtensionId>(),
                                   day("2024-08-20"),
                                   "上级办法尚未出台，修订缺少依据。",
                                   {"陈立新", day("2024-06-29")}});
    ASSERT_TRUE(asked) << asked.error().code;
    const auto paper = seen(DocumentKind::extension_application, asked->id.uuid, ledger.zhang_min);
    expect_says(paper, {"申请延至|2024年8月20日|", "2024年6月20日", "上级办法尚未出台", "第1次",
                        "整改办意见|"});
    EXPECT_EQ(refusal(DocumentKind::extension_application, asked->id.uuid, ledger.zhao_li),
              "extension_unknown");
}

TEST_P(Kinds, of_a_measure_say_what_a_stage_should_show_when_it_goes_on) {
    EXPECT_EQ(refusal(DocumentKind::long_term_application, late.measure.id.uuid, ledger.zhang_min),
              "measure_does_not_go_on_for_long");
    work();
    expect_says(
        seen(DocumentKind::long_term_application, lasting.measure.id.uuid, ledger.zhang_min),
        {"阶段目标|每半年抽查一次，无反弹|", "复核周期|每6个月|下次复核日|2024年12月30日|",
         "监督方意见|"});
}

TEST_P(Kinds, of_an_interview_are_for_those_who_review) {
    supervision::Interview one;
    one.id = ledger.here.make_id<supervision::InterviewId>();
    one.programme = ledger.programme;
    one.unit = ledger.procurement;
    one.held_on = day("2024-06-28");
    one.begins_at = "09:30";
    one.place = "区纪委谈话室";
    one.person = "钱立";
    one.post = "科长";
    one.interviewers = "张敏、王芳";
    one.recorder = "赵平";
    one.cause = "采购制度逾期两个月没有修订";
    one.problem = "整改推进不力，两次被退回";
    one.answer = "对制度修订抓得不紧，接受批评";
    one.requirement = "七月底前完成修订并印发";
    one.due_on = day("2024-07-31");
    ASSERT_TRUE(supervision::record_interview(needs, ledger.zhang_min, one));
    const auto paper = seen(DocumentKind::interview_record, one.id.uuid, ledger.zhang_min);
    expect_says(paper, {"被约谈人|钱立\n科长|", "记录人|赵平|", "对方说明|对制度修订抓得不紧",
                        "完成期限：2024年7月31日前", "被约谈人签字|", "约谈人签字|"});
    EXPECT_EQ(refusal(DocumentKind::interview_record, one.id.uuid, ledger.li_qiang),
              "only_reviewers_hold_interviews");
}

TEST_P(Kinds, of_a_meeting_are_its_agenda_in_order) {
    meetings::MeetingTerms terms;
    terms.title = "财政局整改工作碰头会";
    terms.held_on = day("2024-07-05");
    terms.begins_at = "09:00";
    terms.place = "三楼会议室";
    const auto meeting = meetings::plan_meeting(
        needs, ledger.zhang_min,
        {ledger.here.make_id<meetings::MeetingId>(), ledger.programme, {}, terms});
    ASSERT_TRUE(meeting) << meeting.error().code;
    expect_says(seen(DocumentKind::agenda, meeting->id.uuid, ledger.zhang_min),
                {"财政局整改工作碰头会议程", "时间：2024年7月5日09:00", "议题：0项"});
}

TEST_P(Kinds, of_a_handover_list_what_is_left_undone_and_what_goes_on) {
    work();
    auto zhou = ledger.here.account("zhou", accounts::Role::principal, ledger.finance).account;
    zhou.must_change_password = false;
    const auto leaving = accounts::actor_of(zhou);
    const accounts::NewPost wanted{ledger.here.make_id<accounts::PostId>(),
                                   leaving.person,
                                   "",
                                   ledger.finance,
                                   {"局长", true, day("2020-01-01"), {}}};
    const auto post = accounts::appoint_to_post(ledger.here.needs, wanted, ledger.zhang_min);
    ASSERT_TRUE(post);
    const auto left = ledger::leave_post(needs, ledger.zhang_min,
                                         {post->id,
                                          post->version,
                                          day("2024-06-30"),
                                          ledger.here.make_id<ledger::HandoverId>(),
                                          {},
                                          {"有一项措施涉诉", "区纪委监委、区委组织部"}});
    ASSERT_TRUE(left) << left.error().code;
    const WantedDocument letter{DocumentKind::handover_letter, left->handover->uuid};
    const auto paper = seen(letter.kind, letter.subject, ledger.zhang_min);
    expect_says(paper, {"一、未完成事项", "修订采购制度|", "二、长期坚持事项",
                        "1|措施4|长期抓好采购监督|", "有一项措施涉诉", "监交单位|区纪委监委"});
    EXPECT_EQ(text_of(paper).find("按月通报执行进度"), std::string::npos);
    // It is of a unit, so that it is noted in the installation's chain.
    ASSERT_TRUE(take_out_document(needs_, ledger.zhang_min, letter, FileForm::docx));
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'export_document'"),
              1);
    ledger.expect_sound_journal();
}

TEST_P(Kinds, that_are_tables_come_as_workbooks_too) {
    work();
    const WantedDocument list{DocumentKind::reconciliation_list, ledger.programme.uuid};
    const auto book = take_out_document(needs_, ledger.zhang_min, list, FileForm::xlsx);
    ASSERT_TRUE(book);
    EXPECT_EQ(book->name, "青云区财政局巡察整改对账销号清单.xlsx");
    auto archive = *office::Archive::open_bytes(book->bytes);
    const auto texts = *archive.read("xl/sharedStrings.xml", 1u << 20);
    EXPECT_NE(texts.find("预算执行慢"), std::string::npos);
    EXPECT_NE(texts.find("销号单号"), std::string::npos);
    EXPECT_EQ(code_of(take_out_document(needs_, ledger.zhang_min,
                                        {DocumentKind::month_report, ledger.programme.uuid},
                                        FileForm::xlsx)),
              "document_is_no_table");
}

TEST_P(Kinds, bear_any_text_that_people_store) {
    std::string longest;
    for (int i = 0; i < 10'000; ++i) longest += "改";
    auto from = source();
    from.rows.measures.front().measure.text = "措\xED\xA0\x80施\x01𠮷" + longest;
    const auto paper = list_paper(DocumentKind::task_list, from);
    for (const auto form : {FileForm::docx, FileForm::xlsx}) {
        const auto bytes = bytes_of(needs_, paper, form);
        ASSERT_TRUE(bytes);
        auto archive = *office::Archive::open_bytes(*bytes);
        const auto part = form == FileForm::docx ? "word/document.xml" : "xl/sharedStrings.xml";
        const auto xml = *archive.read(part, 1u << 24);
        EXPECT_EQ(xml.find("\xED\xA0\x80"), std::string::npos) << "half a character is no XML";
        EXPECT_EQ(xml.find('\x01'), std::string::npos);
        EXPECT_NE(xml.find("𠮷" + longest), std::string::npos);
    }
}

class CheckReports : public db::testing::OnBothEngines {
  protected:
    TestLedger ledger{database()};
    supervision::testing::TestChecks at{ledger};
    Needs needs_{{ledger.needs, std::filesystem::temp_directory_path()}};
};
ZHENGGAI_ON_BOTH_ENGINES(CheckReports);

TEST_P(CheckReports, name_each_row_its_result_and_what_it_led_to) {
    using supervision::CheckResult;
    at.work();
    const auto check = at.sampled();
    const auto view = at.view(check.id);
    for (std::size_t i = 0; i < view.rows.size(); ++i)
        ASSERT_TRUE(at.fill(check, view.rows[i].subject.id,
                            i == 0 ? CheckResult::paper : CheckResult::genuine));
    const auto& first = view.rows[0].subject.id;
    ASSERT_TRUE(
        at.decide(check, first, at.decision(supervision::ConsequenceKind::task), ledger.zhang_min));
    EXPECT_EQ(code_of(view_document(needs_, ledger.li_qiang,
                                    {DocumentKind::check_report, check.id.uuid})),
              "check_unknown");
    const auto made = view_document(needs_, at.leader, {DocumentKind::check_report, check.id.uuid});
    ASSERT_TRUE(made) << made.error().code;
    const auto text = text_of(made->paper);
    for (const auto* said :
         {"共核查3项，其中属实2项，部分属实0项，虚假整改1项，未整改0项，尚未核查0项。",
          "发现的问题：只开了会，没有实际退款。", "处理：交办任务", "督查方式：反向核查",
          "外聘审计师"})
        EXPECT_NE(text.find(said), std::string::npos) << said << '\n' << text;
    EXPECT_EQ(tables_of(made->paper).front().rows.size(), 4u);
}

}  // namespace
}  // namespace documents
