// The dossier of a programme: what belongs into it, what fills it by itself, what people put there,
// and volumes from their sealing to the check of somebody who has nothing but the file.
#include <fstream>

#include "base/test_contract.hpp"
#include "documents/test_papers.hpp"
#include "dossier/catalogue_actions.hpp"
#include "dossier/catalogue_paper.hpp"
#include "dossier/dossier_json.hpp"
#include "dossier/record_sheet.hpp"
#include "dossier/volume_json.hpp"
#include "evidence/blob_folder.hpp"
#include "inspections/feedback_actions.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "meetings/running_actions.hpp"
#include "office/sample_files.hpp"
#include "supervision/accountability_actions.hpp"
#include "supervision/interview_actions.hpp"

namespace dossier {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

base::Actor cleared(base::Actor actor) {
    actor.scope.cleared = base::subject_guards;
    return actor;
}

TEST(DossierLines, are_those_the_program_brings_until_something_else_is_said) {
    const auto usual = lines_of({});
    EXPECT_GT(usual.size(), 30u);
    for (std::size_t i = 1; i < usual.size(); ++i)
        EXPECT_LE(usual[i - 1].stage, usual[i].stage) << "in archival order";
    EXPECT_EQ(find_line(usual, "feedback_receipt")->name, "反馈意见签收单");
    const auto said = lines_of({{"feedback_receipt",
                                 Stage::feedback,
                                 "签收回执",
                                 LineState::not_applicable,
                                 "会上当面签收",
                                 "张敏",
                                 {},
                                 2},
                                {"01900000-0000-7000-8000-0000000000d1",
                                 Stage::feedback,
                                 "反馈会照片",
                                 LineState::asked,
                                 "",
                                 "张敏",
                                 {},
                                 1}});
    EXPECT_EQ(said.size(), usual.size() + 1);
    EXPECT_EQ(find_line(said, "feedback_receipt")->name, "签收回执");
    EXPECT_EQ(said[4].name, "反馈会照片") << "behind the stage's own";
}

TEST(DossierLines, are_counted_by_what_fills_them) {
    auto lines = lines_of({});
    const auto all = static_cast<std::int64_t>(lines.size());
    lines[0].pieces = 2;
    lines[1].state = LineState::not_applicable;
    lines[2].state = LineState::dropped;
    const auto everybody = base::unbounded();
    EXPECT_EQ(tally(lines, everybody).asked, all - 1);
    EXPECT_EQ(tally(lines, everybody).filled, 1);
    EXPECT_EQ(tally(lines, everybody).not_applicable, 1);
    EXPECT_EQ(static_cast<std::int64_t>(tally(lines, everybody).missing.size()), all - 3);
    EXPECT_LT(tally(lines, base::Scope::everything()).asked, all - 1)
        << "what only some are cleared for does not count for others";
}

TEST(DossierLines, are_changed_with_a_reason) {
    base::Actor office;
    office.name = "张敏";
    Line line;
    line.name = "评估结论";
    const auto changed = [&](const LineChange& wanted) {
        return code_of(change(line, wanted, office, {}));
    };
    EXPECT_EQ(changed({{}, LineState::not_applicable, "没"}), "reason_too_short");
    EXPECT_EQ(changed({{}, LineState::dropped, "本轮不作评估"}), "accepted");
    EXPECT_EQ(changed({"", {}, ""}), "line_needs_a_name");
    line.pieces = 1;
    EXPECT_EQ(changed({{}, LineState::not_applicable, "本轮不作评估"}), "line_is_filled");
    line.guards = {base::Guard::clues};
    EXPECT_EQ(changed({"评估", {}, ""}), "line_is_restricted");
}

TEST(DossierNames, are_made_of_digests_and_plain_endings) {
    EXPECT_EQ(ending_of("扫描件.PDF"), "pdf");
    EXPECT_EQ(ending_of("没有"), "bin");
    EXPECT_EQ(ending_of("x.tar gz"), "bin");
    EXPECT_EQ(ending_of("x.abcdef"), "bin");
    Piece piece;
    piece.number = 12;
    EXPECT_EQ(name_in_volume(piece, "html"), "records/0012.html");
    piece.kept = "aa";
    EXPECT_EQ(name_in_volume(piece, "pdf"), "evidence/aa.pdf");
    piece.source = Source::plans;
    EXPECT_EQ(name_in_volume(piece, "docx"), "plans/aa.docx");
}

class Dossiers : public ledger::testing::OneLedger {
  protected:
    DossierView view(const base::Actor& who) {
        auto found = view_dossier(dossier, who, ledger.programme);
        EXPECT_EQ(code_of(found), "accepted");
        return std::move(*found);
    }
    std::int64_t pieces_in(const std::string& line, const base::Actor& who) {
        return find_line(view(who).lines, line)->pieces;
    }
    FileClaim claim(const std::string& line, const std::string& title) {
        FileClaim said;
        said.id = ledger.here.make_id<FileId>();
        said.line = line;
        said.title = title;
        said.responsible = "区委第二巡察组";
        said.document = "青巡〔2024〕3号";
        said.file_name = title + ".txt";
        said.dated_on = day("2024-05-13");
        said.pages = 4;
        return said;
    }
    FileClaim put(const std::string& line, const std::string& title, const base::Actor& who) {
        const auto said = claim(line, title);
        EXPECT_EQ(code_of(add_file(dossier, who, ledger.programme, said,
                                   folder.write("upload", title + "的内容"))),
                  "accepted");
        ledger.here.pass(1000);
        return said;
    }
    /// Held today, with one matter decided.
    void hold_meeting() {
        meetings::NewMeeting wanted;
        wanted.id = ledger.here.make_id<meetings::MeetingId>();
        wanted.programme = ledger.programme;
        wanted.terms.title = "第一次碰头会";
        wanted.terms.held_on = day("2024-06-30");
        wanted.terms.begins_at = "15:00";
        wanted.terms.participants = {{.name = "陈立新", .duty = meetings::Duty::host}};
        const auto& office = ledger.zhang_min;
        const auto planned = *meetings::plan_meeting(needs, office, wanted);
        const auto called = *meetings::call_meeting(needs, office, {planned.id, planned.version});
        meetings::AgendaLine line{ledger.here.make_id<meetings::AgendaItemId>(),
                                  meetings::Subject::none, "", "传达<会议>精神"};
        const auto set = *meetings::set_agenda(needs, office, {called.id, called.version}, {line});
        const auto opened =
            *meetings::open_meeting(needs, office, {called.id, set.meeting.version});
        meetings::Minute minute;
        minute.item = opened.items[0].id;
        minute.version = opened.items[0].version;
        minute.heard = "各科室汇报了进展。";
        ASSERT_EQ(code_of(meetings::write_minute(needs, office, called.id, minute)), "accepted");
        ASSERT_EQ(
            code_of(meetings::close_meeting(needs, office, {called.id, opened.meeting.version})),
            "accepted");
    }
    void prove(const std::string& name, const std::string& bytes) {
        evidence::Claim said;
        said.id = ledger.here.make_id<evidence::EvidenceId>();
        said.name = name;
        ASSERT_EQ(code_of(ledger::add_evidence(of_evidence, ledger.li_qiang, measure.measure.id,
                                               {said, folder.write("upload", bytes)})),
                  "accepted");
    }
    void call_to_account() {
        supervision::Accountability one;
        one.id = ledger.here.make_id<supervision::AccountabilityId>();
        one.programme = ledger.programme;
        one.unit = ledger.procurement;
        one.triggers = {supervision::Trigger::overdue};
        one.person = "钱立";
        one.facts = "采购制度逾期两个月没有修订。";
        one.decided_by = "区财政局党组";
        one.decided_on = day("2024-06-28");
        ASSERT_EQ(
            code_of(supervision::record_accountability(needs, cleared(ledger.zhang_min), one)),
            "accepted");
    }
    Volume seal(const std::string& reason = "评估尚未进行，先行封存") {
        const SealingOrder order{ledger.here.make_id<VolumeId>(), reason};
        auto sealed = seal_volume(dossier, ledger.zhang_min, ledger.programme, order);
        EXPECT_EQ(code_of(sealed), "accepted");
        return std::move(*sealed);
    }
    std::string bytes_of(const Volume& volume, const base::Actor& who) {
        const auto archive = take_out_volume(dossier, who, volume.id);
        EXPECT_EQ(code_of(archive), "accepted");
        std::string all;
        for (auto piece = archive->bytes->next(); !piece.empty(); piece = archive->bytes->next())
            all += piece;
        return all;
    }
    VolumeReport checked(const std::string& bytes) {
        const auto report = check_volume(folder.write("volume.zip", bytes));
        EXPECT_EQ(code_of(report), "accepted");
        for (const auto& fault : report->faults) ADD_FAILURE() << fault.what << ' ' << fault.name;
        return *report;
    }
    std::vector<std::string> titles(const Volume& volume, const base::Actor& who) {
        std::vector<std::string> all;
        const auto found = list_volume_pieces(dossier, who, volume.id, {1, 200});
        for (const auto& piece : found->rows) all.push_back(piece.title);
        return all;
    }

    office::sample::Folder folder;
    evidence::BlobFolder files{folder / "evidence", base::Algorithm::sha256};
    ledger::EvidenceNeeds of_evidence{needs, files, 1u << 20};
    journal::SigningKey key{std::string(32, 's')};
    Needs dossier{of_evidence, folder / "plans", folder / "temporary", key};
    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure = ledger.add(row, "修订采购制度");
};
ZHENGGAI_ON_BOTH_ENGINES(Dossiers);

TEST_P(Dossiers, fill_by_themselves_with_what_the_system_holds) {
    EXPECT_EQ(pieces_in("minutes", ledger.zhang_min), 0);
    EXPECT_EQ(pieces_in("evidence", ledger.zhang_min), 0);
    EXPECT_EQ(pieces_in("ledger", ledger.zhang_min), 1);
    hold_meeting();
    prove("采购制度.txt", "第一条");
    ledger.claim(row.problem.id, ledger.li_qiang);
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ledger.strike_off(row.problem.id, ledger.li_qiang);
    EXPECT_EQ(pieces_in("minutes", ledger.zhang_min), 1);
    EXPECT_EQ(pieces_in("special_minutes", ledger.zhang_min), 0) << "of other kinds of meetings";
    EXPECT_EQ(pieces_in("evidence", ledger.zhang_min), 1);
    EXPECT_EQ(pieces_in("slips", ledger.zhang_min), 1);
    const auto waiting = list_pieces(dossier, ledger.zhang_min, ledger.programme, {1, 50});
    std::string all;
    for (const auto& piece : waiting->rows) all += piece.title + ";";
    EXPECT_EQ(all,
              "整改台账;第一次碰头会纪要;第1号销号单（问题1）;采购制度.txt;整改工作大事记;"
              "操作留痕目录;")
        << "in the order of the list";
}

TEST_P(Dossiers, print_their_catalogues_for_those_who_see_them_as_a_whole) {
    hold_meeting();
    const auto seen = view(ledger.zhang_min);
    const auto waiting = list_pieces(dossier, ledger.zhang_min, ledger.programme, {1, 50});
    const auto catalogue_for = [&](const base::Actor& reader) {
        return catalogue_paper(
            {"财政局整改", "财政局", reader.scope, seen.lines, waiting->rows, day("2024-06-30")});
    };
    const auto paper = catalogue_for(ledger.zhang_min);
    const auto tables = documents::testing::tables_of(paper);
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(tables[0].rows.size(), 1 + seen.lines.size());
    EXPECT_EQ(tables[1].rows.size(), 1 + waiting->rows.size());
    const auto text = documents::testing::text_of(paper);
    EXPECT_NE(text.find("尚缺" + std::to_string(seen.tally.missing.size()) + "项"),
              std::string::npos);
    EXPECT_NE(text.find("第一次碰头会纪要"), std::string::npos) << text;
    EXPECT_NE(text.find("限知悉"), std::string::npos) << "of what the reader is not cleared for";
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = base::every_guard;
    EXPECT_EQ(documents::testing::text_of(catalogue_for(cleared)).find("限知悉"),
              std::string::npos);
    for (const auto form : {documents::FileForm::docx, documents::FileForm::xlsx})
        EXPECT_TRUE(take_out_catalogue(dossier, ledger.zhang_min, ledger.programme, form));
    EXPECT_EQ(code_of(take_out_catalogue(dossier, ledger.li_qiang, ledger.programme,
                                         documents::FileForm::docx)),
              "dossier_is_seen_as_a_whole");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'export_document'"),
              2);
}

TEST_P(Dossiers, take_as_many_statements_however_much_they_hold) {
    const auto cost = [&] {
        const auto before = database().statements_run();
        view(ledger.zhang_min);
        return database().statements_run() - before;
    };
    const auto empty = cost();
    hold_meeting();
    prove("采购制度.txt", "第一条");
    put("feedback_receipt", "签收单", ledger.zhang_min);
    EXPECT_EQ(cost(), empty);
}

TEST_P(Dossiers, are_seen_as_a_whole_or_not_at_all) {
    EXPECT_EQ(code_of(view_dossier(dossier, ledger.li_qiang, ledger.programme)),
              "dossier_is_seen_as_a_whole");
    EXPECT_EQ(code_of(view_dossier(dossier, ledger.sun_li, ledger.programme)),
              "programme_not_found");
    EXPECT_TRUE(view(ledger.zhou_guifang).may.empty());
    EXPECT_EQ(code_of(add_line(dossier, ledger.zhou_guifang, ledger.programme,
                               {ledger.here.make_id<LineId>(), Stage::plan, "论证意见"})),
              "only_the_office_keeps_the_dossier");
    EXPECT_EQ(code_of(seal_volume(dossier, ledger.zhou_guifang, ledger.programme,
                                  {ledger.here.make_id<VolumeId>(), "先行封存一部分"})),
              "only_the_office_keeps_the_dossier");
}

TEST_P(Dossiers, have_lines_of_their_own_and_say_what_does_not_apply) {
    const WantedLine wanted{ledger.here.make_id<LineId>(), Stage::plan, "专家论证意见"};
    const auto key_of_line = wanted.id.text();
    ASSERT_EQ(code_of(add_line(dossier, ledger.zhang_min, ledger.programme, wanted)), "accepted");
    EXPECT_EQ(code_of(add_line(dossier, ledger.zhang_min, ledger.programme, wanted)), "accepted")
        << "said twice";
    EXPECT_EQ(view(ledger.zhang_min).lines.size(), lines_of({}).size() + 1);
    const auto changed = [&](const SeenLine& seen, const LineChange& wish) {
        return code_of(change_line(dossier, ledger.zhang_min, ledger.programme, seen, wish));
    };
    const LineChange off{{}, LineState::not_applicable, "本轮没有组织论证"};
    EXPECT_EQ(changed({key_of_line, 1}, off), "accepted");
    EXPECT_EQ(changed({key_of_line, 1}, off), "somebody_else_changed_it");
    EXPECT_EQ(changed({"satisfaction", 0}, off), "accepted") << "one that the program brings";
    EXPECT_EQ(changed({"satisfaction", 0}, off), "somebody_else_changed_it");
    EXPECT_EQ(changed({"nothing", 0}, off), "line_unknown");
    EXPECT_EQ(changed({"ledger", 0}, off), "line_is_filled");
    EXPECT_EQ(view(ledger.zhang_min).tally.not_applicable, 2);
    EXPECT_EQ(code_of(add_file(dossier, ledger.zhang_min, ledger.programme,
                               claim("satisfaction", "测评表"), folder.write("upload", "测评"))),
              "line_is_not_asked");
}

TEST_P(Dossiers, hold_the_feedback_itself_where_its_file_was_kept) {
    const inspections::NewFeedback wanted{
        ledger.here.make_id<inspections::FeedbackId>(), ledger.programme, {}};
    const auto& office = ledger.zhang_min;
    const auto made = inspections::register_feedback(needs, office, wanted);
    ASSERT_EQ(code_of(made), "accepted");
    const auto filed =
        inspections::file_feedback(of_evidence, office, {wanted.id, made->feedback.version},
                                   {"反馈意见.txt", "", folder.write("upload", "反馈原文")});
    ASSERT_EQ(code_of(filed), "accepted");
    EXPECT_EQ(pieces_in("feedback_document", office), 0) << "not delivered yet";
    ASSERT_TRUE(inspections::deliver_feedback(needs, office, {wanted.id, filed->feedback.version},
                                              {day("2024-05-13"), {}, {}}));
    const auto waiting = list_pieces(dossier, office, ledger.programme, {1, 50});
    ASSERT_FALSE(waiting->rows.empty());
    EXPECT_EQ(waiting->rows[0].source, Source::feedback);
    EXPECT_EQ(waiting->rows[0].kept, filed->feedback.filed->file.digest);
    EXPECT_NE(bytes_of(seal(), office).find("evidence/" + waiting->rows[0].kept + ".txt"),
              std::string::npos);
}

TEST_P(Dossiers, are_filled_by_interviews_for_those_who_are_cleared) {
    supervision::Interview one;
    one.id = ledger.here.make_id<supervision::InterviewId>();
    one.programme = ledger.programme;
    one.held_on = day("2024-06-20");
    one.begins_at = "09:00";
    one.unit = ledger.procurement;
    one.person = "李强";
    one.interviewers = "陈立新、郑青";
    one.recorder = "张敏";
    one.cause = "整改进度滞后";
    one.problem = "采购制度逾期没有修订";
    one.answer = "月底前完成修订";
    ASSERT_EQ(code_of(supervision::record_interview(needs, ledger.zhang_min, one)), "accepted");
    EXPECT_EQ(pieces_in("interviews", ledger.zhang_min), 0);
    EXPECT_EQ(pieces_in("interviews", cleared(ledger.zhang_min)), 1);
    const auto volume = seal();
    EXPECT_EQ(titles(volume, cleared(ledger.zhang_min)).back(), "约谈记录第1号");
    for (const auto& title : titles(volume, ledger.zhang_min))
        EXPECT_EQ(title.find("约谈"), std::string::npos) << title;
}

TEST_P(Dossiers, are_filled_by_extensions_that_were_decided) {
    const auto late = ledger.add(row, "清理合同", TestLedger::held_by("采购科", ledger.procurement),
                                 TestLedger::by("2024-07-31"));
    ledger.claim(row.problem.id, ledger.li_qiang);
    ledger::NewExtension wanted;
    wanted.id = ledger.here.make_id<ledger::ExtensionId>();
    wanted.wanted_on = day("2024-09-30");
    wanted.reason = "合同数量多，需要逐份核对";
    wanted.leader = {"陈立新", day("2024-06-29")};
    const auto asked =
        ledger::ask_for_extension(needs, ledger.li_qiang, {false, late.measure.id.uuid}, wanted);
    ASSERT_EQ(code_of(asked), "accepted");
    EXPECT_EQ(pieces_in("extensions", ledger.zhang_min), 0);
    ASSERT_EQ(code_of(ledger::decide_extension(needs, ledger.zhang_min, {wanted.id, 1}, true,
                                               "同意延期")),
              "accepted");
    EXPECT_EQ(pieces_in("extensions", ledger.zhang_min), 1);
    EXPECT_NE(bytes_of(seal(), ledger.zhang_min).find("合同数量多"), std::string::npos);
}

TEST_P(Dossiers, are_filled_by_plans_their_reviews_checks_and_regulations) {
    const auto programme = ledger.programme.text(), unit = ledger.finance.text();
    const auto id = [&] { return ledger.here.make_id<base::AccountId>().text(); };
    const auto plan = id(), check = id(), regulation = id();
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute(
            "INSERT INTO plan_version (id, programme_id, number, outline, title, reason, state, "
            "held_by, conclusion, signed_by, round, document_number, issued_on, recipients, "
            "digest, issued_by, changed_at, version) VALUES ($1, $2, 1, 'bureau', "
            "'财政局整改方案', "
            "'', 'issued', '', '', '', 2, '云财党〔2024〕12号', '2024-06-20', '各科室', 'sm3:aa', "
            "'张敏', 1718850000000, 9)",
            {plan, programme});
        for (const auto* outcome : {"returned", "agreed"})
            transaction.execute(
                "INSERT INTO plan_round (version_id, round, variant, opened_at, opened_by, "
                "opened_by_name, due_on, ended_at, outcome, reason) VALUES ($1, $2, 'three', "
                "1718850000000, $1, '张敏', '2024-06-30', 1718850000000, $3, '')",
                {plan, std::int64_t{outcome[0] == 'r' ? 1 : 2}, outcome});
        transaction.execute(
            "INSERT INTO plan_block (version_id, round, position, part, kind, row_id, guards, "
            "text) VALUES ($1, 2, 1, 'principles', 'heading', '', 0, '主要原则'), "
            "($1, 2, 2, 'principles', 'paragraph', '', 0, '坚持问题导向。'), "
            "($1, 2, 3, 'tasks', 'heading', '', 0, '整改任务'), "
            "($1, 2, 4, 'tasks', 'problem', 'x', 2, '移交线索')",
            {plan});
        transaction.execute(
            "INSERT INTO site_check (id, programme_id, kind, subject, begins_on, ends_on, "
            "announced, state, planned_by_name, reason, conclusion, concluded_by_name, "
            "concluded_at, version) VALUES ($1, $2, 'site_check', '二季度', '2024-06-01', "
            "'2024-06-02', 0, 'concluded', '吴清', '', '整改属实。', '吴清', 1718850000000, 4)",
            {check, programme});
        transaction.execute(
            "INSERT INTO regulation (id, programme_id, number, change, kind, title, replaces, "
            "unit_id, state, document, issued_on, version) VALUES ($1, $2, 1, 'made', 'measures', "
            "'采购管理办法', '', $3, 'issued', '云财〔2024〕3号', '2024-06-18', 3)",
            {regulation, programme, unit});
        return {};
    }));
    const auto& office = ledger.zhang_min;
    EXPECT_EQ(pieces_in("issued_plans", office), 1);
    EXPECT_EQ(pieces_in("plan_review", office), 2) << "the round that returned it, too";
    EXPECT_EQ(pieces_in("check_reports", office), 1);
    EXPECT_EQ(pieces_in("regulations", office), 1);
    const auto volume = seal();
    const auto all = titles(volume, office);
    for (const auto* title : {"财政局整改方案", "财政局整改方案第1轮联审意见",
                              "财政局整改方案第2轮联审意见", "二季度督查报告", "采购管理办法"})
        EXPECT_NE(std::find(all.begin(), all.end(), title), all.end()) << title;
    const auto bytes = bytes_of(volume, office);
    checked(bytes);
    EXPECT_NE(bytes.find("坚持问题导向。"), std::string::npos);
    EXPECT_EQ(bytes.find("移交线索"), std::string::npos) << "what only some are cleared for";
}

TEST_P(Dossiers, are_filled_by_feedback_that_was_signed_for) {
    for (const auto* line : {"feedback_document", "feedback_receipt", "leader_statement"})
        EXPECT_EQ(pieces_in(line, ledger.zhang_min), 0) << line;
    const auto id = ledger.here.make_id<inspections::FeedbackId>();
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute(
            "INSERT INTO feedback (id, programme_id, kind, state, document, document_on, "
            "file_name, text, delivered_on, received_by, received_on, on_paper, declared_by, "
            "declared_on, declaration, promises, registered_by_name, registered_at, version) "
            "VALUES ($2, $1, 'comprehensive', 'signed_for', '县巡〔2024〕9号', '2024-05-10', '', "
            "'存在的问题', '2024-05-13', '韩征', '2024-05-13', 0, '韩征', '2024-05-13', "
            "'照单全收', '一个月内报送方案', '整改办张敏', 1715600000000, 1)",
            {ledger.programme, id});
        return {};
    }));
    for (const auto* line : {"feedback_document", "feedback_receipt", "leader_statement"})
        EXPECT_EQ(pieces_in(line, ledger.zhang_min), 1) << line;
    const auto feedback = database().read([&](db::Transaction& transaction) {
        return *inspections::find_feedback(transaction, id, base::unbounded());
    });
    const auto receipt = html_of(receipt_record(feedback), "");
    EXPECT_NE(receipt.find("韩征"), std::string::npos) << receipt;
    const auto declared = html_of(declaration_record(feedback), "");
    EXPECT_NE(declared.find("一个月内报送方案"), std::string::npos) << declared;
}

TEST_P(Dossiers, take_files_that_people_put_there_and_give_them_back) {
    const auto said = put("feedback_receipt", "签收单", ledger.zhang_min);
    EXPECT_EQ(code_of(add_file(dossier, ledger.zhang_min, ledger.programme, said,
                               folder.write("upload", "签收单的内容"))),
              "accepted")
        << "said twice";
    EXPECT_EQ(code_of(add_file(dossier, ledger.zhang_min, ledger.programme, said,
                               folder.write("upload", "别的内容"))),
              "same_id_other_content");
    EXPECT_EQ(pieces_in("feedback_receipt", ledger.zhang_min), 1);
    const auto fetched = fetch_file(dossier, ledger.zhou_guifang, said.id);
    ASSERT_EQ(code_of(fetched), "accepted");
    EXPECT_EQ(fetched->blob->read(0, 100), "签收单的内容");
    EXPECT_EQ(fetched->said.said, said);
    EXPECT_EQ(code_of(fetch_file(dossier, ledger.li_qiang, said.id)), "dossier_file_unknown");
    EXPECT_EQ(code_of(remove_file(dossier, ledger.zhang_min, said.id, "错")), "reason_too_short");
    EXPECT_EQ(code_of(remove_file(dossier, ledger.zhang_min, said.id, "扫描件缺一页")), "accepted");
    EXPECT_EQ(pieces_in("feedback_receipt", ledger.zhang_min), 0);
    auto bad = claim("feedback_receipt", "");
    bad.dated_on = day("2024-07-01");
    bad.file_name.clear();
    const auto refused =
        add_file(dossier, ledger.zhang_min, ledger.programme, bad, folder.write("upload", "x"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().also.size(), 2u) << "all faults of a form together";
}

TEST_P(Dossiers, are_sealed_whole_and_checked_by_whoever_has_the_file) {
    hold_meeting();
    prove("采购制度.txt", "第一条");
    const auto receipt = put("feedback_receipt", "签收单", ledger.zhang_min);
    EXPECT_EQ(code_of(seal_volume(dossier, ledger.zhang_min, ledger.programme,
                                  {ledger.here.make_id<VolumeId>(), ""})),
              "dossier_is_incomplete");
    const auto volume = seal();
    EXPECT_EQ(volume.number, 1);
    EXPECT_FALSE(volume.missing.empty());
    const auto bytes = bytes_of(volume, ledger.zhang_min);
    EXPECT_EQ(bytes, bytes_of(volume, ledger.zhang_min)) << "the same each time";
    const auto report = checked(bytes);
    EXPECT_EQ(report.manifest.volume, 1);
    EXPECT_EQ(report.manifest.sealed_by, "整改办张敏");
    EXPECT_EQ(report.manifest.pieces, volume.pieces);
    EXPECT_EQ(report.manifest.head, volume.head);
    EXPECT_GT(report.manifest.head.sequence, 0);
    EXPECT_NE(bytes.find("签收单的内容"), std::string::npos) << "stored as it is";
    EXPECT_NE(bytes.find("传达&lt;会议&gt;精神"), std::string::npos) << "the minutes";
    EXPECT_EQ(code_of(remove_file(dossier, ledger.zhang_min, receipt.id, "扫描件缺一页")),
              "file_is_sealed");
    ledger.expect_sound_journal();
}

TEST_P(Dossiers, are_sealed_on_in_further_volumes_with_what_came_later) {
    put("feedback_receipt", "签收单", ledger.zhang_min);
    const auto first = seal();
    EXPECT_EQ(code_of(seal_volume(dossier, ledger.zhang_min, ledger.programme,
                                  {ledger.here.make_id<VolumeId>(), "没有新的材料"})),
              "nothing_new_to_seal");
    put("evaluation", "评估结论", ledger.zhang_min);
    const auto second = seal();
    EXPECT_EQ(second.number, 2);
    EXPECT_EQ(titles(second, ledger.zhang_min),
              (std::vector<std::string>{"整改台账", "整改工作大事记", "操作留痕目录", "评估结论"}));
    EXPECT_EQ(code_of(seal_volume(dossier, ledger.zhang_min, ledger.programme,
                                  {first.id, "评估尚未进行，先行封存"})),
              "accepted")
        << "said twice";
    EXPECT_EQ(view(ledger.zhang_min).volumes.size(), 2u);
    EXPECT_EQ(checked(bytes_of(first, ledger.zhang_min)).manifest.volume, 1)
        << "an earlier one stays as it was";
}

TEST_P(Dossiers, give_what_is_restricted_only_to_those_cleared_for_it) {
    call_to_account();
    put("clues_report", "线索处置报告", cleared(ledger.zhang_min));
    put("feedback_receipt", "签收单", ledger.zhang_min);
    EXPECT_EQ(pieces_in("clues_report", ledger.zhang_min), 0);
    EXPECT_EQ(pieces_in("clues_report", cleared(ledger.zhang_min)), 1);
    EXPECT_EQ(pieces_in("accountability", cleared(ledger.zhang_min)), 1);
    const auto volume = seal();
    const auto open = bytes_of(volume, ledger.zhang_min),
               whole = bytes_of(volume, cleared(ledger.zhang_min));
    for (const auto* secret : {"钱立", "线索处置报告"}) {
        EXPECT_EQ(open.find(secret), std::string::npos) << secret;
        EXPECT_NE(whole.find(secret), std::string::npos) << secret;
    }
    EXPECT_EQ(list_volume_pieces(dossier, ledger.zhang_min, volume.id, {1, 1})->total,
              volume.pieces)
        << "what is counted tells nothing either";
    EXPECT_EQ(view(cleared(ledger.zhang_min)).volumes[0].pieces, volume.pieces + 2);
    EXPECT_EQ(checked(open).manifest.left_out,
              (std::vector<std::string>{"追责问责", "问题线索", "民主生活会材料"}));
    EXPECT_TRUE(checked(whole).manifest.left_out.empty());
    EXPECT_EQ(titles(volume, ledger.zhang_min).size() + 2,
              titles(volume, cleared(ledger.zhang_min)).size());
    EXPECT_EQ(code_of(fetch_file(dossier, ledger.zhang_min,
                                 view(cleared(ledger.zhang_min)).files.front().said.id)),
              "dossier_file_unknown");
}

TEST_P(Dossiers, are_not_sealed_when_a_file_is_not_what_was_kept) {
    const auto said = put("feedback_receipt", "签收单", ledger.zhang_min);
    const auto fetched = fetch_file(dossier, ledger.zhang_min, said.id);
    files.remove(fetched->said.digest);
    EXPECT_EQ(code_of(seal_volume(dossier, ledger.zhang_min, ledger.programme,
                                  {ledger.here.make_id<VolumeId>(), "先行封存一部分"})),
              "evidence_file_is_gone");
    EXPECT_TRUE(view(ledger.zhang_min).volumes.empty());
}

const base::testing::Contract contract{"dossier"};

DossierView golden() {
    using base::testing::golden_id;
    DossierView view;
    Line line;
    line.key = "feedback_receipt";
    line.name = "反馈意见签收单";
    line.pieces = 1;
    Line restricted;
    restricted.key = "clues_report";
    restricted.stage = Stage::reports;
    restricted.name = "移交问题线索处置情况报告";
    restricted.guards = {base::Guard::clues};
    restricted.state = LineState::not_applicable;
    restricted.reason = "没有移交线索";
    restricted.by = "张敏";
    restricted.at = base::Instant{1'719'735'300'000};
    restricted.version = 1;
    view.lines = {line, restricted};
    KeptFile file;
    file.said = {golden_id<FileId>("f1"),
                 "feedback_receipt",
                 "签收单",
                 "区委第二巡察组",
                 "青巡〔2024〕3号",
                 "原件存整改办",
                 "签收单.pdf",
                 day("2024-05-13"),
                 4};
    file.by = "张敏";
    file.at = base::Instant{1'719'735'300'000};
    view.files = {file};
    Volume volume;
    volume.id = golden_id<VolumeId>("a1");
    volume.number = 1;
    volume.sealed_at = base::Instant{1'719'735'300'000};
    volume.sealed_by_name = "张敏";
    volume.missing = {"整改成效评估结论"};
    volume.reason = "评估尚未进行";
    volume.pieces = 6;
    volume.files = 6;
    volume.bytes = 20'480;
    view.volumes = {volume};
    view.tally = {2, 1, 0, {"整改成效评估结论"}};
    view.waiting = 4;
    view.may = {DossierAct::keep, DossierAct::seal};
    return view;
}

TEST(DossierMessages, are_those_of_the_contract) {
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    contract.expect(to_json(golden(), 1u << 20, reader), "dossier");
    Piece piece;
    piece.number = 3;
    piece.stage = Stage::concentrated;
    piece.line_name = "整改佐证材料";
    piece.title = "采购制度.pdf";
    piece.responsible = "李强";
    piece.dated_on = day("2024-06-28");
    piece.bytes = 2'048;
    contract.expect(to_json(PiecePage{{piece}, 1}, {1, 50}, reader), "pieces");
    const auto edit = read_line_edit(contract.golden("line_edit"));
    ASSERT_EQ(code_of(edit), "accepted");
    EXPECT_EQ(edit->seen.key, "satisfaction");
    EXPECT_EQ(edit->change.state, LineState::not_applicable);
    EXPECT_FALSE(edit->change.name);
    const auto line = read_new_line(contract.golden("new_line"));
    ASSERT_EQ(code_of(line), "accepted");
    EXPECT_EQ(line->stage, Stage::plan);
    const auto order = read_sealing_order(contract.golden("sealing_order"));
    ASSERT_EQ(code_of(order), "accepted");
    EXPECT_EQ(order->reason, "评估尚未进行，先行封存");
}

}  // namespace
}  // namespace dossier
