// The import conversation on both engines, with an invented bureau.
#include <gtest/gtest.h>

#include <fstream>

#include "accounts/account_store.hpp"
#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "db/test_database.hpp"
#include "evidence/evidence_store.hpp"
#include "journal/verify.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/declared_store.hpp"
#include "ledger/ledger_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/phase_actions.hpp"
#include "ledger/programme_actions.hpp"
#include "ledger/quality_actions.hpp"
#include "ledger/reminder_store.hpp"
#include "ledger/unit_tree_actions.hpp"
#include "plan/draft_tree.hpp"
#include "plan/import_actions.hpp"
#include "plan/matching.hpp"

namespace plan {
namespace {

namespace fs = std::filesystem;
using base::Act;

constexpr std::string_view first_plan = R"(关于区委巡察组反馈意见的整改方案
一、总体要求
提高站位，抓好整改。
二、整改任务和措施
（一）关于作风建设方面的问题
1.关于会议过多问题的整改
整改措施：①精简会议三分之一。②推行无会日制度。（责任领导：周启明；责任单位：办公室；完成时限：2027年6月30日前）
2.关于发文不规范问题的整改
整改措施：修订公文处理办法。（责任单位：综合科；完成时限：长期坚持）
（二）关于资金监管方面的问题
3.关于报销不严问题的整改
整改措施：①清退超标费用。②完善报销制度。（责任单位：财务科；完成时限：立行立改）
三、组织保障
成立领导小组。
)";

class Imports : public db::testing::OnBothEngines {
  protected:
    Imports() {
        auto name = (fs::temp_directory_path() / "import-XXXXXX").string();
        folder_ = mkdtemp(name.data());
        office_ =
            person("整改办", {Act::read_ledger, Act::edit_ledger, Act::import_plan, Act::review,
                              Act::report_progress, Act::claim_problem, Act::export_ledger});
        insert_units();
        ledger::Programme wanted;
        wanted.id = make<ledger::ProgrammeId>();
        wanted.title = "示例局整改";
        wanted.inspected_unit = bureau_;
        wanted.inspection = {{}, "第三轮", "常规巡察", ledger::InspectionKind::regular, "第二组"};
        wanted.feedback_on = base::parse_date("2026-10-01");
        EXPECT_TRUE(ledger::open_programme(needs().ledger, office_, wanted));
        programme_ = wanted.id;
    }
    ~Imports() override { fs::remove_all(folder_); }

    template <class Id>
    Id make() {
        return Id::make(clock_.now(), random_);
    }
    base::Actor person(std::string name, base::Acts acts) {
        return {make<base::AccountId>(),  {}, std::move(name), {}, {}, acts,
                base::Scope::everything()};
    }
    Needs needs() { return {{database(), clock_, random_, journal_}, folder_ / "files"}; }

    base::Result<ImportView> try_upload(std::string_view text) {
        const auto file = folder_ / "upload";
        std::ofstream(file, std::ios::binary) << text;
        return upload_document(needs(), office_, {make<ImportId>(), programme_, "方案.txt", file});
    }
    ImportView upload(std::string_view text, const std::string& name = "方案.txt") {
        const auto file = folder_ / "upload";
        std::ofstream(file, std::ios::binary) << text;
        auto view = upload_document(needs(), office_, {make<ImportId>(), programme_, name, file});
        EXPECT_TRUE(view) << view.error().code;
        return *view;
    }
    base::Result<ImportRow> confirmed(const ImportView& view,
                                      NewUnits units = NewUnits::leave_as_names) {
        const auto& import = view.row.import;
        return confirm_import(needs(), office_, import.id, import.version, units);
    }
    std::vector<ledger::MeasureRow> measures() {
        ledger::LedgerQuery query;
        query.filter.programme = programme_;
        return ledger::list_measure_page(needs().ledger, office_, query)->rows;
    }
    std::vector<ledger::ProblemRow> problems() {
        ledger::LedgerQuery query;
        query.filter.programme = programme_;
        return ledger::list_problem_page(needs().ledger, office_, query)->rows;
    }
    base::Result<ledger::Notice> proposed_about(ledger::MeasureId measure) {
        return ledger::propose_notice(needs().ledger, office_,
                                      {make<ledger::NoticeId>(), "提醒函", {measure}});
    }
    bool journal_is_sound() { return journal::verify(database(), journal_.key()).sound(); }

    base::FixedClock clock_{base::Instant{1'795'000'000'000}};
    base::SeededRandom random_{7};
    journal::Journal journal_{journal::Key(std::string(32, 'k')), random_};
    fs::path folder_;
    base::Actor office_;
    base::UnitId bureau_;
    ledger::ProgrammeId programme_;

  private:
    void insert_units() {
        const auto written =
            database().write([&](db::Transaction& transaction) -> base::Result<void> {
                accounts::Unit bureau;
                bureau.id = bureau_ = make<base::UnitId>();
                bureau.name = "示例局";
                const auto placed =
                    accounts::place(bureau, {}, accounts::take_unit_number(transaction));
                accounts::insert_unit(transaction, *placed);
                accounts::Unit section;
                section.id = make<base::UnitId>();
                section.name = "办公室";
                section.parent = bureau_;
                accounts::insert_unit(
                    transaction,
                    *accounts::place(section, *placed, accounts::take_unit_number(transaction)));
                return {};
            });
        EXPECT_TRUE(written);
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Imports);

TEST_P(Imports, of_a_marked_document_are_refused_and_leave_no_copy) {
    const auto refused = try_upload("秘密★5年\n" + std::string(first_plan));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "classified_document_is_refused_here");
    EXPECT_EQ(refused.error().args.at(0).second, "秘密★5年");
    EXPECT_FALSE(fs::exists(folder_ / "files"));
    EXPECT_EQ(list_programme_imports(needs(), office_, programme_)->size(), 0u);
}

TEST_P(Imports, TellEachUnitOnceHowManyRowsItWasGiven) {
    base::AccountId clerk;
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        accounts::Person person{make<base::PersonId>(), "王芳", bureau_, "", "", 1};
        accounts::insert_person(transaction, person);
        accounts::Account account;
        account.id = clerk = make<base::AccountId>();
        account.name = "wangfang";
        account.person = person.id;
        account.role = accounts::Role::responsible_unit;
        accounts::insert_account(transaction, account);
        return {};
    }));
    const auto count = [&](std::string_view sql) {
        return database().read([&](db::Transaction& transaction) {
            return *transaction.first(sql, {}, [](const db::Row& row) { return row.integer(0); });
        });
    };
    const auto view = upload(first_plan);
    ASSERT_TRUE(check_import(needs(), office_, view.row.import.id, NewUnits::open));
    EXPECT_EQ(count("SELECT count(*) FROM message"), 0);
    ASSERT_TRUE(confirmed(view, NewUnits::open));
    EXPECT_EQ(count("SELECT count(*) FROM message"), 1);
    EXPECT_EQ(count("SELECT subject_number FROM event"), 5);
    EXPECT_EQ(count("SELECT count(*) FROM event"), 1);
    ASSERT_TRUE(confirmed(upload(first_plan)));  // Nothing new in it.
    EXPECT_EQ(count("SELECT count(*) FROM message"), 1);
}

TEST_P(Imports, NeitherGiveRowsToAClosedUnitNorOpenItsNameAgain) {
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        accounts::Unit closed;
        closed.id = make<base::UnitId>();
        closed.number = accounts::take_unit_number(transaction);
        closed.name = "综合科";
        closed.path = "/" + std::to_string(closed.number) + "/";
        accounts::insert_unit(transaction, closed);
        closed.closed_at = clock_.now();
        return accounts::save_unit(transaction, closed);
    }));
    const auto view = upload(first_plan);
    const auto report = check_import(needs(), office_, view.row.import.id, NewUnits::open);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->units_created, 1);  // 财务科
    ASSERT_TRUE(confirmed(view, NewUnits::open));
    for (const auto& row : measures())
        for (const auto& holder : row.responsibility)
            EXPECT_TRUE(holder.name != "综合科" || !holder.unit);
}

TEST_P(Imports, LeaveRowsWithTheUnitThatTheirsBecamePartOf) {
    ASSERT_TRUE(confirmed(upload(first_plan), NewUnits::open));
    const auto holder_of_third = [&] { return measures()[2].responsibility[0]; };
    const auto from = holder_of_third().unit, into = measures()[0].responsibility[1].unit;
    ASSERT_TRUE(from && into);
    const auto merged = ledger::merge_unit(needs().ledger, office_, {*from, 1}, *into);
    ASSERT_TRUE(merged) << merged.error().code;
    EXPECT_EQ(holder_of_third().unit, into);
    const auto view = upload(first_plan);
    const auto report = check_import(needs(), office_, view.row.import.id, NewUnits::open);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->units_created, 0);
    EXPECT_FALSE(report->kept_by_people.empty());
    ASSERT_TRUE(confirmed(view, NewUnits::open));
    EXPECT_EQ(holder_of_third().unit, into);
}

TEST_P(Imports, SetThePhasesOfTheDocumentAndGiveThemBack) {
    const auto phases = [&] {
        std::string all;
        const auto view = ledger::view_phases(needs().ledger, office_, programme_);
        for (const auto& [phase, milestones] : view->phases) {
            all += phase.name + base::to_text(phase.begins_on.value()) + "/" +
                   base::to_text(phase.ends_on.value()) + ":";
            for (const auto& task : milestones)
                if (task.deadline.kind == ledger::DeadlineKind::date) all += task.text + ";";
            all += " ";
        }
        return all;
    };
    ASSERT_TRUE(ledger::set_usual_phases(needs().ledger, office_, programme_));
    const auto before = phases();
    const auto view = upload(std::string(first_plan) + R"(四、方法步骤
（一）动员准备阶段（2027年10月9日—2027年10月12日）。召开巡察反馈会议，听取反馈意见。
（二）集中治理整改阶段（2027年10月13日—2027年12月31日）。建立整改专项档案。2027年11月底前，召开领导小组会议，听取整改情况汇报。
)");
    const auto report = check_import(needs(), office_, view.row.import.id, NewUnits::open);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->phases, 2);
    EXPECT_EQ(report->milestones, 1);
    EXPECT_EQ(phases(), before) << "a check writes nothing";
    const auto done = confirmed(view, NewUnits::open);
    ASSERT_TRUE(done);
    const auto set = phases();
    EXPECT_NE(set.find("动员准备阶段2027-10-09/2027-10-12:"), std::string::npos) << set;
    EXPECT_NE(set.find("集中治理整改阶段2027-10-13/2027-12-31:召开领导小组会议，听取整改情况汇报;"),
              std::string::npos)
        << set;
    EXPECT_NE(set.find("建章立制阶段"), std::string::npos)
        << "what the document does not name stays";
    const auto undone = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_TRUE(undone) << undone.error().code;
    EXPECT_EQ(phases(), before);
}

TEST_P(Imports, CheckWritesNothingAndSaysWhatConfirmingDoes) {
    const auto view = upload(first_plan);
    EXPECT_EQ(view.row.counts, (DraftCounts{2, 3, 0, 5}));
    EXPECT_EQ(view.row.unresolved_names, (std::vector<std::string>{"周启明", "综合科", "财务科"}));
    const auto report = check_import(needs(), office_, view.row.import.id, NewUnits::open);
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(report->created, (DraftCounts{2, 3, 0, 5}));
    EXPECT_EQ(report->units_created, 2);
    EXPECT_TRUE(measures().empty());

    ASSERT_TRUE(confirmed(view, NewUnits::open));
    const auto rows = measures();
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[0].measure.text, "精简会议三分之一。");
    EXPECT_EQ(base::to_text(*rows[0].measure.due_on), "2027-06-30");
    EXPECT_EQ(rows[0].responsibility[1].name, "办公室");
    EXPECT_TRUE(rows[0].responsibility[1].unit.has_value());
    EXPECT_EQ(rows[2].deadline.kind, ledger::DeadlineKind::long_term);
    EXPECT_TRUE(rows[2].responsibility[0].unit.has_value());          // opened by the import
    EXPECT_EQ(base::to_text(*rows[3].measure.due_on), "2026-11-30");  // 60 days after the feedback
    EXPECT_EQ(problems()[2].problem.source->document, "方案.txt");
    EXPECT_EQ(problems()[2].problem.source->first, 11);
    EXPECT_TRUE(journal_is_sound());
}

TEST_P(Imports, LeaveUnknownNamesAsNamesWhenToldTo) {
    ASSERT_TRUE(confirmed(upload(first_plan)));
    const auto rows = measures();
    EXPECT_EQ(rows[2].responsibility[0].name, "综合科");
    EXPECT_FALSE(rows[2].responsibility[0].unit.has_value());
}

TEST_P(Imports, AreConfirmedOnce) {
    const auto view = upload(first_plan);
    ASSERT_TRUE(confirmed(view));
    EXPECT_EQ(confirmed(view).error().code, "somebody_else_changed_it");
    const auto& import = view.row.import;
    EXPECT_EQ(confirm_import(needs(), office_, import.id, import.version + 1, {}).error().code,
              "import_is_confirmed_already");
    EXPECT_EQ(measures().size(), 5u);
}

TEST_P(Imports, TakeCorrectionsAndLeaveOutWhatWasDropped) {
    auto view = upload(first_plan);
    auto draft = view.draft;
    draft[2].text = "精简会议一半。";
    draft[4].dropped = true;  // problem 2 and its measure
    const auto corrected = correct_draft(needs(), office_, view.row.import.id, 1, draft);
    ASSERT_TRUE(corrected);
    EXPECT_EQ(corrected->row.counts, (DraftCounts{2, 2, 0, 4}));
    EXPECT_EQ(corrected->document.areas[0].problems[0].measures[0].text, "精简会议三分之一。");
    ASSERT_TRUE(confirmed(*corrected));
    EXPECT_EQ(measures()[0].measure.text, "精简会议一半。");
    EXPECT_EQ(problems().size(), 2u);
}

TEST_P(Imports, RefuseADraftThatIsNoLedger) {
    auto view = upload(first_plan);
    auto draft = view.draft;
    draft[1].text.clear();
    ASSERT_TRUE(correct_draft(needs(), office_, view.row.import.id, 1, draft));
    const auto report = check_import(needs(), office_, view.row.import.id, {});
    ASSERT_TRUE(report);
    ASSERT_EQ(report->errors.size(), 1u);
    EXPECT_EQ(report->errors[0].code, "row_text_empty");
    const auto no = confirm_import(needs(), office_, view.row.import.id, 2, {});
    EXPECT_EQ(no.error().code, "row_text_empty");
    EXPECT_TRUE(measures().empty());
}

TEST_P(Imports, AreNotUndoneWhenEvidenceStandsAtARowOfTheirs) {
    const auto done = confirmed(upload(first_plan));
    ASSERT_TRUE(done);
    const auto measure = measures()[0].measure;
    const auto id = *evidence::EvidenceId::parse("018f2c1e-7b6a-7c3d-9e4f-00000000e001");
    const auto brought = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        evidence::insert_file(transaction, {std::string(64, 'a')}, {1});
        evidence::Evidence proof;
        proof.id = proof.series = id;
        proof.programme = measure.programme;
        proof.digest = std::string(64, 'a');
        evidence::insert_evidence(transaction, proof);
        evidence::insert_link(
            transaction,
            {id, measure.programme, "measure", measure.id.text(), "李强", {1}, std::nullopt});
        return {};
    });
    ASSERT_TRUE(brought);
    const auto refused = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "batch_was_worked_on");
}

TEST_P(Imports, AreUndoneThoughPeopleWereRemindedOfTheirRows) {
    const auto done = confirmed(upload(first_plan));
    ASSERT_TRUE(done);
    const auto measure = measures()[0].measure.id;
    const auto told = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        ledger::UntoldRow row;
        row.row = measure.text();
        row.anchor = "2027-06-30";
        ledger::save_told(transaction, row, ledger::default_ladder().rungs[0], {1});
        return {};
    });
    ASSERT_TRUE(told);
    ASSERT_TRUE(proposed_about(measure)) << "what is only proposed goes with its rows";
    const auto undone = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_TRUE(undone) << undone.error().code;
    EXPECT_TRUE(measures().empty());
}

TEST_P(Imports, LeaveBehindHowManyTheirPlanSaysItHasUntilTheyAreUndone) {
    std::string plan(first_plan);
    const std::string_view aim = "提高站位，抓好整改。";
    plan.replace(plan.find(aim), aim.size(),
                 "对照巡察反馈意见，共梳理出2个方面4个问题，制定整改措施6条。");
    const auto declared = [&] {
        return database().read([&](db::Transaction& transaction) {
            return ledger::find_declared(transaction, programme_);
        });
    };
    const auto done = confirmed(upload(plan));
    ASSERT_TRUE(done);
    EXPECT_EQ(declared(), (ledger::Totals{2, 4, {}, 6}));
    const auto found = ledger::check_quality(needs().ledger, office_, programme_,
                                             {ledger::Check::total_differs, {}, {}});
    EXPECT_EQ(found->total, 2) << "three problems and five measures were read";
    ASSERT_TRUE(undo_import(needs(), office_, done->import.id, done->import.version));
    EXPECT_FALSE(declared());
}

TEST_P(Imports, StayOnceANoticeWentOutAboutTheirRows) {
    const auto done = confirmed(upload(first_plan));
    ASSERT_TRUE(done);
    const auto measure = measures()[0].measure.id;
    const auto notice = proposed_about(measure);
    ASSERT_TRUE(notice);
    ASSERT_TRUE(ledger::issue_notice(needs().ledger, office_, {notice->id, notice->version},
                                     {notice->texts, {measure}}));
    const auto refused = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "batch_was_worked_on");
}

TEST_P(Imports, AreUndoneAsLongAsNobodyWorkedOnThem) {
    const auto view = upload(first_plan);
    const auto done = confirmed(view, NewUnits::open);
    ASSERT_TRUE(done);
    const auto undone = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_TRUE(undone) << undone.error().code;
    EXPECT_TRUE(measures().empty());
    EXPECT_TRUE(problems().empty());
    EXPECT_TRUE(journal_is_sound());

    const auto again = confirmed(upload(first_plan));
    ASSERT_TRUE(again);
    EXPECT_EQ(problems()[0].problem.number, 4);  // 1 to 3 were given once and are never given again
    const auto row = problems()[0].problem;
    ASSERT_TRUE(ledger::claim_problem(needs().ledger, office_, {row.id, row.version}));
    const auto refused = undo_import(needs(), office_, again->import.id, again->import.version);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "batch_was_worked_on");
    EXPECT_EQ(refused.error().args[0].second, "1");
    EXPECT_EQ(problems().size(), 3u);
}

TEST_P(Imports, OfAChangedDocumentChangeAddAndNameButNeverOverwriteWhatPeopleDecided) {
    ASSERT_TRUE(confirmed(upload(first_plan)));
    const auto third = problems()[2].problem;
    ledger::ProblemChange by_hand;
    by_hand.text = "关于报销审核不严问题的整改";
    ASSERT_TRUE(ledger::edit_problem(needs().ledger, office_, {third.id, third.version}, by_hand));

    std::string changed(first_plan);
    const auto replace = [&](std::string_view from, std::string_view to) {
        changed.replace(changed.find(from), from.size(), to);
    };
    replace("2027年6月30日前", "2027年9月30日前");
    replace("②推行无会日制度。", "②推行无会日制度。③会议经费公开。");
    replace("关于发文不规范问题的整改", "关于发文不够规范问题的整改");
    replace("①清退超标费用。②完善报销制度。", "完善报销制度。");
    const auto view = upload(changed);
    const auto report = check_import(needs(), office_, view.row.import.id, {});
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(report->created, (DraftCounts{0, 0, 0, 1}));
    ASSERT_EQ(report->changed.size(), 2u);
    EXPECT_EQ(report->changed[0].field, "deadline");
    EXPECT_EQ(report->changed[1].new_value, "关于发文不够规范问题的整改");
    ASSERT_EQ(report->gone.size(), 1u);
    EXPECT_EQ(report->gone[0].text, "清退超标费用。");
    ASSERT_EQ(report->kept_by_people.size(), 1u);
    EXPECT_EQ(report->kept_by_people[0].old_value, "关于报销审核不严问题的整改");

    const auto done = confirmed(view);
    ASSERT_TRUE(done);
    EXPECT_EQ(problems()[2].problem.text, "关于报销审核不严问题的整改");
    EXPECT_EQ(measures().size(), 6u);
    EXPECT_EQ(base::to_text(*measures()[0].measure.due_on), "2027-09-30");
    ASSERT_TRUE(undo_import(needs(), office_, done->import.id, done->import.version));
    EXPECT_EQ(base::to_text(*measures()[0].measure.due_on), "2027-06-30");
    EXPECT_EQ(problems()[1].problem.text, "关于发文不规范问题的整改");
    EXPECT_EQ(measures().size(), 5u);
}

TEST_P(Imports, AreUndoneThoughRowsTheyMadeLieInTheBin) {
    const auto done = confirmed(upload(first_plan));
    ASSERT_TRUE(done);
    const auto row = problems()[0].problem;
    const auto gone = ledger::remove_problem(needs().ledger, office_, {row.id, row.version},
                                             "误导入，上一轮已整改");
    ASSERT_TRUE(gone) << gone.error().code;
    ASSERT_TRUE(undo_import(needs(), office_, done->import.id, done->import.version));
    const auto back = ledger::restore_removed(needs().ledger, office_, gone->id);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, "bin_area_is_gone");
    EXPECT_TRUE(journal_is_sound());
}

TEST_P(Imports, StayWhenARowThatTheyChangedLiesInTheBin) {
    ASSERT_TRUE(confirmed(upload(first_plan)));
    std::string changed(first_plan);
    const std::string_view day = "2027年6月30日前";
    changed.replace(changed.find(day), day.size(), "2027年9月30日前");
    const auto done = confirmed(upload(changed));
    ASSERT_TRUE(done);
    const auto row = problems()[0].problem;
    ASSERT_TRUE(ledger::remove_problem(needs().ledger, office_, {row.id, row.version},
                                       "误导入，上一轮已整改"));
    const auto refused = undo_import(needs(), office_, done->import.id, done->import.version);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "batch_was_worked_on");
}

TEST_P(Imports, BelongToTheOffice) {
    const auto handler = person("李强", {Act::read_ledger, Act::report_progress});
    const auto view = upload(first_plan);
    const auto id = view.row.import.id;
    EXPECT_EQ(check_import(needs(), handler, id, {}).error().code, "only_the_office_imports");
    EXPECT_EQ(confirm_import(needs(), handler, id, 1, {}).error().code, "only_the_office_imports");
    EXPECT_EQ(discard_import(needs(), handler, id).error().code, "only_the_office_imports");
    ASSERT_TRUE(discard_import(needs(), office_, id));
    EXPECT_EQ(view_import(needs(), office_, id).error().code, "import_not_found");
}

TEST_P(Imports, BringTheirPastWithThem) {
    auto view = upload(first_plan);
    auto draft = view.draft;
    draft[1].status = "已销号";
    draft[5].status = "正在推进";
    draft[5].progress = "已形成修订稿。";
    ASSERT_TRUE(correct_draft(needs(), office_, view.row.import.id, 1, draft));
    ASSERT_TRUE(confirm_import(needs(), office_, view.row.import.id, 2, {}));
    const auto rows = problems();
    EXPECT_EQ(rows[0].problem.status, ledger::ProblemStatus::struck_off);
    EXPECT_EQ(rows[0].tally, (ledger::MeasureTally{2, 2, 0}));
    EXPECT_EQ(rows[1].problem.status, ledger::ProblemStatus::under_way);
    EXPECT_EQ(rows[2].problem.status, ledger::ProblemStatus::unclaimed);
    const auto slip = ledger::view_problem(needs().ledger, office_, rows[0].problem.id)->strike_off;
    ASSERT_TRUE(slip);
    EXPECT_TRUE(slip->imported);
    const auto measure = ledger::view_measure(needs().ledger, office_, measures()[2].measure.id);
    ASSERT_EQ(measure->entries.size(), 1u);
    EXPECT_EQ(measure->entries[0].text, "已形成修订稿。");
    EXPECT_EQ(measure->entries[0].evidence_note, "据《方案.txt》导入");
}

TEST(Drafts, KnowWhichManifestationsAMeasureServes) {
    ReadProblem problem{"1.", "问题", {}, {}, {}, {}, {}, {}, {}};
    problem.manifestations = {
        {"一是", "甲", {}, {}, {}, {}, {}, {}, {}},
        {"二是", "乙", {{"①", "做", {}, {}, {}, {}, {}}}, {"三是"}, {}, {}, {}, {}, {}},
        {"三是", "丙", {}, {"二是"}, {}, {}, {}, {}, {}}};
    PlanDocument document;
    document.areas.push_back({"", "", {problem}, {{"", "直接措施", {}, {}, {}, {}, {}}}, {}});
    const auto tree = tree_of(draft_of(document));
    ASSERT_EQ(tree.size(), 1u);
    ASSERT_EQ(tree[0].problems.size(), 2u);  // one named after the area for its own measure
    EXPECT_EQ(tree[0].problems[1].measures[0].manifestations, (std::vector<std::size_t>{1, 2}));
}

TEST(Matching, TellsRowsAgainByWordsThenByNumber) {
    const std::vector<Known> there{{"关于会议过多问题的整改", "1."},
                                   {"关于发文不规范的问题", "2."},
                                   {"同样", "3."},
                                   {"同样", "4."}};
    const std::vector<Known> wanted{{"关于发文不够规范的问题", "2."},
                                    {"关于会议过多，问题的整改。", "9."},
                                    {"同样", "4."},
                                    {"同样", "3."},
                                    {"完全不同的另一件事情", "1."}};
    EXPECT_EQ(match(there, wanted),
              (std::vector<std::optional<std::size_t>>{1, 0, 2, 3, std::nullopt}));
}

TEST(StatusWords, DenyBeforeTheyAffirm) {
    EXPECT_EQ(measure_status_in_words("未完成"), "under_way");
    EXPECT_EQ(measure_status_in_words("已完成整改"), "done");
    EXPECT_EQ(measure_status_in_words("基本完成并长期坚持"), "under_way");
    EXPECT_EQ(measure_status_in_words("长期坚持"), "long_term");
    EXPECT_EQ(measure_status_in_words("持续推进"), "under_way");
    EXPECT_EQ(measure_status_in_words("尚未启动整改，未启动"), "not_started");
    EXPECT_EQ(measure_status_in_words(""), std::nullopt);
    EXPECT_TRUE(says_struck_off("已销号（第3号）"));
}

}  // namespace
}  // namespace plan
