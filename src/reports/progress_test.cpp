// A unit's reports by workbook: what one row means against the ledger as it is now (pure), how a
// sheet is read however it came back, and the whole way out and in again on both engines.
#include <gtest/gtest.h>

#include "journal/journal_store.hpp"
#include "journal/payload.hpp"
#include "ledger/measure_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/sample_files.hpp"
#include "reports/ledger_sheet.hpp"
#include "reports/progress_actions.hpp"
#include "reports/progress_cells.hpp"
#include "reports/progress_json.hpp"
#include "reports/progress_sheet.hpp"
#include "reports/report_routes.hpp"

namespace reports {
namespace {

namespace fs = std::filesystem;
using ledger::testing::TestLedger;

TEST(ProgressCells, take_a_whole_number_however_it_is_written) {
    const struct {
        std::string_view text, unit;
        std::optional<std::int64_t> number;
    } cases[]{
        {"80", "%", 80},
        {"80%", "%", 80},
        {"８０％", "%", 80},
        {" 80.0 ", "%", 80},
        {"0", "%", 0},
        {"100", "%", 100},
        {"101", "%", {}},
        {"-1", "%", {}},
        {"0.8", "%", {}},
        {"八十", "%", {}},
        {"八成", "%", {}},
        {"", "%", {}},
        {"%", "%", {}},
        {"1,200元", "元", {}},
        {"9,9", "项", 99},
        {"3项", "项", 3},
        {"3个", "项", {}},
        {".0", "项", {}},
        {"99999999999999999999", "项", {}},
    };
    for (const auto& one : cases)
        EXPECT_EQ(whole_number(one.text, one.unit, 100), one.number) << one.text;
    EXPECT_EQ(whole_number("1,200,000元", "元", ledger::quantity_max), 1'200'000);
    EXPECT_EQ(yes_or_no("是"), true);
    EXPECT_EQ(yes_or_no(" 否 "), false);
    EXPECT_EQ(yes_or_no("是的"), std::nullopt);
}

class ProgressRules : public testing::Test {
  protected:
    ProgressRules() {
        measure.programme = id<ledger::ProgrammeId>(1);
        measure.id = id<ledger::MeasureId>(2);
        measure.number = 7;
        measure.status = ledger::MeasureStatus::under_way;
        measure.percent = 40;
        measure.last_entry = "已起草";
        measure.last_entry_at = base::Instant{1'000};
        actor.acts = {base::Act::report_progress};
        row.at = {"整改进展填报", 4};
        row.identity = text_of(identity_of(measure));
        row.number = "7";
    }
    template <class Id>
    static Id id(int number) {
        return *Id::parse("01900000-0000-7000-8000-00000000000" + std::to_string(number));
    }
    CheckedRow check() { return check(std::vector<FilledRow>{row}).front(); }
    std::vector<CheckedRow> check(const std::vector<FilledRow>& rows) {
        return check_rows(rows, id<ledger::ProgrammeId>(1),
                          {{measure.id, {measure, gate, last, counted, evidence_missing}}}, actor);
    }
    std::string fault() {
        const auto checked = check();
        EXPECT_EQ(checked.verdict, Verdict::faulty);
        return checked.faults.empty() ? "" : checked.faults.front().error.code;
    }
    /// Somebody else reports after the export.
    void report_meanwhile(const std::string& text) {
        last = ledger::ProgressEntry{};
        last->measure = measure.id;
        last->text = measure.last_entry = text;
        last->percent = measure.percent = 60;
        measure.last_entry_at = base::Instant{2'000};
        ++measure.version;
    }

    ledger::Measure measure;
    ledger::ProblemGate gate = ledger::ProblemGate::open;
    std::optional<ledger::ProgressEntry> last;
    std::vector<ledger::CountedResult> counted;
    ledger::EvidenceKinds evidence_missing;
    base::Actor actor;
    FilledRow row;
};

TEST_F(ProgressRules, leave_alone_what_was_not_filled_in) {
    EXPECT_EQ(check().verdict, Verdict::unchanged);
    row.cells[submit_at].text = "否";
    EXPECT_EQ(check().verdict, Verdict::unchanged);
    row.identity.clear();
    EXPECT_EQ(check().verdict, Verdict::unchanged);
}

TEST_F(ProgressRules, say_cell_by_cell_what_would_change) {
    row.cells[text_at].text = "已印发";
    row.cells[percent_at].text = "80%";
    row.cells[results_at].text = "2项";
    row.cells[submit_at].text = "是";
    const auto checked = check();
    EXPECT_EQ(checked.verdict, Verdict::changes);
    EXPECT_TRUE(checked.submit);
    EXPECT_EQ(checked.changes, (std::vector<CellChange>{{text_at, "已起草", "已印发"},
                                                        {percent_at, "40%", "80%"},
                                                        {results_at, "", "2项"},
                                                        {submit_at, "", "是"}}));
    EXPECT_EQ(checked.entry.results,
              (std::vector<ledger::CountedResult>{{ledger::ResultKind::regulations, 2}}));
    row.cells[percent_at].text.clear();
    EXPECT_EQ(check().entry.percent, 40) << "what is left out never falls";
    measure.demands = {ledger::ResultKind::regulations};
    const auto by_rule = check();
    EXPECT_EQ(by_rule.entry.percent, 100) << "all that is demanded is reported";
    EXPECT_EQ(by_rule.changes[1], (CellChange{percent_at, "40%", "100%"}));
}

TEST_F(ProgressRules, show_what_others_reported_after_the_export) {
    row.cells[text_at].text = "已印发";
    row.cells[percent_at].text = "80";
    ++measure.version;  // An edit by the office is no report.
    EXPECT_EQ(check().verdict, Verdict::changes);
    report_meanwhile("已审议");
    const auto checked = check();
    EXPECT_EQ(checked.verdict, Verdict::conflicts);
    ASSERT_TRUE(checked.theirs);
    EXPECT_EQ(checked.theirs->text, "已审议");
    EXPECT_EQ(checked.changes.front(), (CellChange{text_at, "已审议", "已印发"}));
}

TEST_F(ProgressRules, know_what_has_been_reported_already) {
    row.cells[text_at].text = "已印发";
    row.cells[percent_at].text = "60";
    report_meanwhile("已印发");
    EXPECT_EQ(check().verdict, Verdict::unchanged);
    measure.status = ledger::MeasureStatus::awaiting_review;  // The same report, submitted.
    EXPECT_EQ(check().verdict, Verdict::unchanged);
    row.cells[percent_at].text = "70";
    EXPECT_EQ(fault(), "measure_is_awaiting_review");
}

TEST_F(ProgressRules, refuse_rows_that_nobody_can_place) {
    row.cells[text_at].text = "已印发";
    row.number = "8";
    EXPECT_EQ(fault(), "row_was_torn_apart");
    row.number = "7";
    auto other = identity_of(measure);
    other.programme = id<ledger::ProgrammeId>(3);
    row.identity = text_of(other);
    EXPECT_EQ(fault(), "row_of_another_programme");
    other = identity_of(measure);
    other.measure = id<ledger::MeasureId>(4);
    row.identity = text_of(other);
    EXPECT_EQ(fault(), "measure_not_found");
    for (const auto* text : {"", "7", "a b c d"}) {
        row.identity = text;
        EXPECT_EQ(fault(), "row_identity_missing") << text;
    }
}

TEST_F(ProgressRules, refuse_what_the_page_refuses) {
    row.cells[text_at].text = "已印发";
    gate = ledger::ProblemGate::unclaimed;
    EXPECT_EQ(fault(), "claim_the_problem_first");
    gate = ledger::ProblemGate::open;
    actor.acts = {base::Act::read_ledger};
    EXPECT_EQ(fault(), "only_responsible_units_report");
}

TEST_F(ProgressRules, refuse_to_hand_in_without_the_results_that_are_demanded) {
    measure.demands = {ledger::ResultKind::regulations};
    row.cells[text_at].text = "已印发";
    EXPECT_EQ(check().verdict, Verdict::changes) << "a report needs none";
    row.cells[submit_at].text = "是";
    EXPECT_EQ(fault(), "demanded_result_missing");
    row.cells[results_at].text = "1";
    EXPECT_EQ(check().verdict, Verdict::changes);
    row.cells[results_at].text.clear();
    counted = {{ledger::ResultKind::regulations, 2}};
    EXPECT_EQ(check().verdict, Verdict::changes) << "reported before";
}

TEST_F(ProgressRules, refuse_to_hand_in_without_the_evidence_that_is_asked_for) {
    evidence_missing = {evidence::EvidenceKind::minutes};
    row.cells[text_at].text = "已印发";
    EXPECT_EQ(check().verdict, Verdict::changes) << "a report needs none";
    row.cells[submit_at].text = "是";
    EXPECT_EQ(fault(), "evidence_missing");
}

TEST_F(ProgressRules, ask_why_where_a_percentage_does_not_follow_the_rule) {
    row.cells[text_at].text = "已印发";
    row.cells[percent_at].text = "20";
    EXPECT_EQ(fault(), "percent_fell");
    EXPECT_EQ(check().faults.front().column, "比例说明");
    row.cells[percent_reason_at].text = "原报数有误，重新核算";
    const auto checked = check();
    EXPECT_EQ(checked.verdict, Verdict::changes);
    EXPECT_EQ(checked.entry.percent_reason, "原报数有误，重新核算");
}

TEST_F(ProgressRules, name_each_cell_that_cannot_be_taken) {
    row.cells[percent_at].text = "八成";
    row.cells[results_at + 1].text = "1.2万";
    row.cells[submit_at].text = "可以";
    const auto checked = check();
    std::string faults;
    for (const auto& one : checked.faults)
        faults += one.column + "=" + one.value + ":" + one.error.code + " ";
    EXPECT_EQ(faults,
              "进展情况=:report_text_missing 完成比例（%）=八成:percent_not_whole "
              "挽回资金（元）=1.2万:quantity_not_whole 是否提交审核=可以:neither_yes_nor_no ");
}

TEST_F(ProgressRules, take_what_a_formula_gave_and_refuse_one_that_gave_nothing) {
    row.cells[text_at] = {"已印发", true, false};
    row.cells[percent_at] = {"50", false, true};
    auto checked = check();
    EXPECT_EQ(checked.verdict, Verdict::changes);
    ASSERT_EQ(checked.notes.size(), 2u);
    EXPECT_EQ(checked.notes[0].error.code, "formula_value_taken");
    EXPECT_EQ(checked.notes[1].error.code, "merged_value_taken");
    for (const auto* text : {"", "#REF!"}) {
        row.cells[text_at].text = text;
        EXPECT_EQ(fault(), "formula_without_value") << text;
    }
}

TEST_F(ProgressRules, refuse_two_reports_on_one_measure) {
    row.cells[text_at].text = "已印发";
    auto twin = row;
    twin.at.row = 9;
    const auto checked = check({row, twin});
    ASSERT_EQ(checked[0].verdict, Verdict::faulty);
    EXPECT_EQ(checked[0].faults[0].error.code, "measure_stands_twice");
    EXPECT_EQ(checked[1].verdict, Verdict::faulty);
    twin.cells[text_at].text.clear();
    EXPECT_EQ(check({row, twin})[0].verdict, Verdict::changes) << "a blank copy harms nobody";
}

/// The ledger of a programme with three measures of the section that reports.
class Progress : public ledger::testing::OneLedger {
  protected:
    Progress() {
        const auto problem =
            ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
        for (const auto* text : {"修订采购制度", "开展培训", "清退款项"})
            measures.push_back(ledger.add(problem, text).measure.id);
        ledger.claim(problem.problem.id, ledger.li_qiang);
    }

    /// What a person typed: the running number of the measure, the heading, the text.
    struct Typed {
        std::string number, heading, text;
    };
    ProgressFile fill(const std::vector<Typed>& typed, const std::string& name = "填报表.xlsx") {
        const auto book = export_progress_sheet(all, ledger.li_qiang, ledger.programme);
        EXPECT_TRUE(book);
        const auto document = office::read_document(book->file);
        const auto sheets = office::sheets_of(*document);
        const auto& rows = sheets.front();
        const auto head = std::find_if(rows.begin(), rows.end(), [](const auto* row) {
            return office::column_under(*row, "进展情况") >= 0;
        });
        office::Sheet sheet;
        sheet.name = "整改进展填报";
        for (const auto& cell : (*head)->cells) {
            sheet.columns.emplace_back();
            sheet.columns.back().heading = cell.text;
        }
        for (auto row = head + 1; row != rows.end(); ++row) {
            office::SheetRow line;
            line.values.resize(sheet.columns.size());
            for (const auto& cell : (*row)->cells)
                line.values[static_cast<std::size_t>(cell.column)] = cell.text;
            for (const auto& one : typed)
                if (one.number == (*row)->cells.front().text)
                    line.values[static_cast<std::size_t>(
                        office::column_under(**head, office::heading_key(one.heading)))] = one.text;
            sheet.rows.push_back(std::move(line));
        }
        std::reverse(sheet.rows.begin(), sheet.rows.end());  // Sorted by whoever filled it in.
        office::Sheet extra;
        extra.name = "备注";
        extra.columns.resize(1);
        extra.columns[0].heading = "本周安排";
        ProgressFile file{ledger.programme, folder / name, name};
        office::write_workbook(file.file, {{extra, sheet}, needs.clock.now()});
        return file;
    }
    std::string verdicts(const ProgressFile& file) {
        const auto check = check_progress(all, ledger.li_qiang, file);
        EXPECT_TRUE(check);
        std::string words;
        for (const auto& row : check->rows)
            words += std::to_string(row.measure->number) + std::string(name_of(row.verdict)) + " ";
        return words;
    }
    std::string apply(const ProgressFile& file, const ProgressChoice& choice) {
        const auto done = apply_progress(all, ledger.li_qiang, file, choice);
        if (!done) return done.error().code;
        std::string words;
        for (const auto& row : *done)
            words += std::to_string(row.number) + std::string(name_of(row.outcome)) + " ";
        return words;
    }
    std::string mark(const ProgressFile& file) {
        return check_progress(all, ledger.li_qiang, file)->mark;
    }
    std::int64_t entries() { return ledger.number_in("SELECT count(*) FROM progress_entry"); }

    office::sample::Folder folder;
    Needs all{needs, folder / "made"};
    std::vector<ledger::MeasureId> measures;
};
ZHENGGAI_ON_BOTH_ENGINES(Progress);

TEST_P(Progress, goes_out_and_comes_back_as_reports) {
    const auto file = fill({{"1", "进展情况", "已印发制度"},
                            {"1", "完成比例", "90"},
                            {"1", "比例说明", "还差一份签收单"},
                            {"1", "建立或修订制度", "1"},
                            {"1", "佐证材料", "采购〔2024〕3号"},
                            {"1", "是否提交审核", "是"},
                            {"3", "进展情况", "已清退一半"},
                            {"3", "挽回资金", "12,000"}});
    EXPECT_EQ(verdicts(file), "3changes 2unchanged 1changes ");
    EXPECT_EQ(entries(), 0) << "a check writes nothing";
    EXPECT_EQ(apply(file, {mark(file), {}}), "3reported 2unchanged 1submitted ");
    const auto view = ledger::view_measure(needs, ledger.li_qiang, measures[0]);
    EXPECT_EQ(view->row.measure.status, ledger::MeasureStatus::awaiting_review);
    EXPECT_EQ(view->row.measure.percent, 90);
    ASSERT_EQ(view->entries.size(), 1u);
    const auto& entry = view->entries[0];
    EXPECT_EQ(entry.text, "已印发制度");
    EXPECT_EQ(entry.evidence_note, "采购〔2024〕3号");
    EXPECT_EQ(entry.percent_reason, "还差一份签收单");
    EXPECT_EQ(entry.by, "采购科李强");
    ASSERT_TRUE(entry.source);
    EXPECT_EQ(entry.source->file, "填报表.xlsx");
    EXPECT_EQ(entry.source->sheet, "整改进展填报");
    EXPECT_EQ(entry.source->row, 4);
    EXPECT_EQ(ledger.measure(measures[1]).status, ledger::MeasureStatus::not_started);
    ledger.expect_sound_journal();
}

TEST_P(Progress, is_written_down_with_the_file_and_its_digest) {
    const auto file = fill({{"1", "进展情况", "已印发"}, {"2", "完成比例", "50"}});
    EXPECT_EQ(apply(file, {mark(file), {}}), "3unchanged 2faulty 1reported ");
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "programme", ledger.programme.text());
    });
    EXPECT_EQ(records.back().entry.act, "import_progress");
    const auto facts = journal::read_payload(*records.back().payload).facts;
    ASSERT_EQ(facts.size(), 5u);
    EXPECT_EQ(facts[0].second, "填报表.xlsx");
    EXPECT_EQ(facts[1].second.size(), 64 + facts[1].second.find(':') + 1);
    EXPECT_EQ(facts[2].second + facts[3].second + facts[4].second, "101");
}

TEST_P(Progress, does_nothing_twice) {
    const auto file = fill({{"1", "进展情况", "已印发"}});
    const auto checked = mark(file);
    EXPECT_EQ(apply(file, {checked, {}}), "3unchanged 2unchanged 1reported ");
    EXPECT_EQ(apply(file, {checked, {}}), "3unchanged 2unchanged 1reported ") << "sent again";
    EXPECT_EQ(verdicts(file), "3unchanged 2unchanged 1unchanged ");
    EXPECT_EQ(apply(file, {mark(file), {}}), "nothing_to_report");
    EXPECT_EQ(entries(), 1);
}

TEST_P(Progress, is_refused_when_something_changed_since_the_check) {
    const auto file = fill({{"1", "进展情况", "已印发"}});
    const auto checked = mark(file);
    ledger.here.clock.move_to({needs.clock.now().milliseconds + 1'000});
    ledger.report(measures[0], ledger.zhou_guifang);
    EXPECT_EQ(apply(file, {checked, {}}), "checked_rows_changed");
    EXPECT_EQ(entries(), 1);
}

TEST_P(Progress, lets_a_person_choose_between_mine_and_theirs) {
    const auto file = fill({{"1", "进展情况", "我的"}, {"2", "进展情况", "也是我的"}});
    ledger.report(measures[0], ledger.zhou_guifang);
    ledger.report(measures[1], ledger.zhou_guifang);
    EXPECT_EQ(verdicts(file), "3unchanged 2conflicts 1conflicts ");
    EXPECT_EQ(apply(file, {mark(file), {}}), "nothing_to_report");
    EXPECT_EQ(apply(file, {mark(file), {2}}), "3unchanged 2reported 1left_to_theirs ");
    EXPECT_EQ(ledger.measure(measures[0]).last_entry, "已开展");
    EXPECT_EQ(ledger.measure(measures[1]).last_entry, "也是我的");
}

TEST_P(Progress, gives_bad_rows_back_to_be_mended) {
    const auto file = fill({{"1", "进展情况", "已印发"}, {"1", "完成比例", "八成"}});
    const auto book = return_faulty_progress(all, ledger.li_qiang, file);
    ASSERT_TRUE(book);
    const auto document = office::read_document(book->file);
    const auto sheets = read_progress_sheets(*document);
    ASSERT_TRUE(sheets);
    ASSERT_EQ(sheets->rows.size(), 1u);
    EXPECT_EQ(sheets->rows[0].cells[percent_at].text, "八成");
    std::string text;
    for (const auto& block : document->blocks)
        for (const auto& cell : block.cells) text += cell.text + "|";
    EXPECT_NE(text.find("完成比例（%）：“八成”不能作为完成比例，请填 0 到 100 的整数。"), text.npos)
        << text;
}

TEST_P(Progress, holds_only_what_one_may_report_on) {
    const auto refused = [&](const base::Actor& who) {
        return ledger::testing::code_of(export_progress_sheet(all, who, ledger.programme));
    };
    EXPECT_EQ(refused(ledger.zhao_li), "programme_not_found");
    const auto unclaimed = ledger.add("预算执行缓慢", TestLedger::held_by("预算科", ledger.budget));
    ledger.add(unclaimed, "按月调度");
    EXPECT_EQ(refused(ledger.zhao_li), "no_measures_to_report_on");
    ledger.finish(measures[0], ledger.li_qiang);
    const auto book = export_progress_sheet(all, ledger.li_qiang, ledger.programme);
    const auto sheets = read_progress_sheets(*office::read_document(book->file));
    EXPECT_EQ(sheets->rows.size(), 2u);
    // What another section's person sends in is not in sight.
    const auto file = fill({{"2", "进展情况", "已开展"}});
    const auto check = check_progress(all, ledger.zhao_li, file);
    ASSERT_TRUE(check);
    std::string codes;
    for (const auto& row : check->rows)
        for (const auto& fault : row.faults) codes += fault.error.code + " ";
    EXPECT_EQ(codes, "measure_not_found ");
}

TEST_P(Progress, passes_no_door_without_the_act) {
    const base::Actor* asking = nullptr;
    http::Router router{routes(all),
                        [&](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    const auto of = "/api/v1/programmes/" + ledger.programme.text();
    auto handler = ledger.li_qiang, leader = ledger.li_qiang;
    handler.acts = accounts::acts_of(accounts::Role::handler);
    leader.acts = accounts::acts_of(accounts::Role::lead_leader);
    const struct {
        http::Method method;
        std::string path;
        int nobody, liaison, handler, leader;
    } cases[]{
        {http::Method::get, of + "/ledger.xlsx", 401, 200, 403, 200},
        {http::Method::get, of + "/progress-sheet", 401, 200, 403, 404},
        {http::Method::post, of + "/progress-imports/check", 401, 422, 422, 403},
        {http::Method::post, of + "/progress-imports", 401, 422, 422, 403},
        {http::Method::post, of + "/progress-imports/returned", 401, 422, 422, 403},
    };
    const auto send = [&](const auto& one, const base::Actor* who) {
        asking = who;
        http::Request request;
        request.method = one.method;
        request.path = one.path;
        return router.dispatch(request).status;
    };
    for (const auto& one : cases) {
        EXPECT_EQ(send(one, nullptr), one.nobody) << one.path;
        EXPECT_EQ(send(one, &ledger.li_qiang), one.liaison) << one.path;
        EXPECT_EQ(send(one, &handler), one.handler) << one.path;
        EXPECT_EQ(send(one, &leader), one.leader) << one.path;
    }
}

TEST(ProgressSheets, are_read_wherever_their_columns_stand) {
    const office::sample::Folder folder;
    const auto cell = [](const char* at, const std::string& text) {
        return std::string("<c r=\"") + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const std::string part =
        "<worksheet><sheetData><row r=\"1\">" + cell("A1", "系统标识") + cell("B1", "进展情况") +
        cell("C1", "序号") + cell("D1", " 完成比例 (%) ") + "</row><row r=\"2\">" +
        cell("A2", "x") + cell("B2", "同上") + cell("C2", "1") +
        "<c r=\"D2\"><f>40+40</f><v>80</v></c></row><row r=\"3\">" + cell("A3", "y") +
        cell("C3", "2") + "<c r=\"D3\"><f>1+1</f><v></v></c></row><row r=\"9\">" +
        cell("C9", "填表人") +
        "</row></sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells></worksheet>";
    office::sample::write_archive(
        folder / "a.xlsx",
        {{"xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表1\" sheetId=\"1\" r:id=\"r0\"/></sheets>"
          "</workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r0\" Type=\"http://x/relationships/worksheet\" "
          "Target=\"worksheets/s0.xml\"/></Relationships>"},
         {"xl/worksheets/s0.xml", part}});
    const auto document = office::read_filled_workbook(folder / "a.xlsx");
    ASSERT_TRUE(document) << document.error().code;
    const auto sheets = read_progress_sheets(*document);
    ASSERT_TRUE(sheets) << sheets.error().code;
    ASSERT_EQ(sheets->rows.size(), 2u) << "a line without identity and report is none";
    const auto& [first, second] = std::tie(sheets->rows[0], sheets->rows[1]);
    EXPECT_EQ(first.cells[percent_at].text, "80");
    EXPECT_TRUE(first.cells[percent_at].formula);
    EXPECT_EQ(second.cells[text_at].text, "同上");
    EXPECT_TRUE(second.cells[text_at].merged);
    EXPECT_TRUE(second.cells[percent_at].formula);
    EXPECT_EQ(second.cells[percent_at].text, "");
    EXPECT_EQ(second.at.row, 3);
    EXPECT_FALSE(sheets->notes.empty()) << "columns that are gone are said";
}

}  // namespace
}  // namespace reports
