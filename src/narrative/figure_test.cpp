// The figure test: every figure of the list, in every kind of report, is the number of rows that
// somebody sees who opens it, and the number that documents, lists and counts of the same programme
// say; and drafts tell of what is there and leave open what is not. Both engines.
#include <gtest/gtest.h>

#include <algorithm>

#include "chronology/chronicle_actions.hpp"
#include "chronology/test_held_meeting.hpp"
#include "documents/document_actions.hpp"
#include "documents/report_paper.hpp"
#include "ledger/test_ledger.hpp"
#include "narrative/figure_paper.hpp"
#include "narrative/writing_actions.hpp"
#include "regulations/register_store.hpp"
#include "regulations/regulation_actions.hpp"
#include "regulations/study_actions.hpp"
#include "supervision/accountability_actions.hpp"

namespace narrative {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Narratives : public ledger::testing::OneLedger {
  protected:
    Narratives() {
        ledger.claim(second.problem.id, ledger.zhao_li);
        auto counted = ledger.entry("退缴到账", 100);
        counted.results = {{ledger::ResultKind::recovered_yuan, 125'000}};
        EXPECT_TRUE(ledger::report_progress(needs, ledger.zhao_li, finished.measure.id, counted));
        EXPECT_TRUE(
            ledger::submit_measure(needs, ledger.zhao_li, ledger.seen(finished.measure.id)));
        EXPECT_TRUE(ledger::accept_measure(needs, ledger.zhang_min,
                                           ledger.seen(finished.measure.id), {}, "同意"));
        ledger.strike_off(second.problem.id, ledger.zhao_li);
        add_regulations();
        regulations::Study study;
        study.id = ledger.here.make_id<regulations::StudyId>();
        study.programme = ledger.programme;
        study.title = "巡察工作条例";
        study.studied_on = day("2024-06-10");
        study.unit = ledger.finance;
        EXPECT_TRUE(regulations::add_study(needs, ledger.zhang_min, study));
    }

    void add_regulations() {
        for (const auto* title : {"采购办法", "预算通报制度"}) {
            regulations::NewRegulation wanted;
            wanted.id = ledger.here.make_id<regulations::RegulationId>();
            wanted.programme = ledger.programme;
            wanted.terms.title = title;
            wanted.terms.unit = ledger.finance;
            EXPECT_TRUE(regulations::add_regulation(needs, ledger.zhang_min, wanted));
        }
    }
    NarrativeView begin(NarrativeKind kind, const base::Actor& who) {
        const auto view = begin_narrative(
            needs, who, {ledger.here.make_id<NarrativeId>(), ledger.programme, kind, "", "周桂芳"});
        EXPECT_EQ(code_of(view), "accepted");
        return view ? *view : NarrativeView{};
    }
    std::int64_t number(const Figures& figures, std::string_view name) {
        const auto* figure = find_figure(figures, name);
        EXPECT_NE(figure, nullptr) << name;
        return figure ? value_of(*figure) : -1;
    }
    static std::string text_of(const NarrativeView& view, Part part) {
        for (const auto& one : view.sections)
            if (one.part == part) return one.text;
        return "no such part";
    }

    base::Actor cleared = [this] {
        auto actor = ledger.zhang_min;
        actor.scope.cleared = {base::Guard::clues, base::Guard::accountability};
        return actor;
    }();
    ledger::ProblemRow first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(first, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::MeasureRow near = ledger.add(first, "公开采购结果", {}, TestLedger::by("2024-07-03"));
    ledger::ProblemRow second =
        ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger::MeasureRow finished = ledger.add(second, "按月通报执行进度");
};
ZHENGGAI_ON_BOTH_ENGINES(Narratives);

TEST_P(Narratives, say_of_every_figure_what_its_rows_count) {
    for (const auto kind : narrative_kinds) {
        const auto view = begin(kind, cleared);
        EXPECT_GT(view.figures.size(), 25u);
        for (const auto& figure : view.figures) {
            const auto opened = view_figure(needs, cleared, view.narrative.id, figure.name);
            ASSERT_TRUE(opened) << figure.name;
            EXPECT_EQ(*opened, figure) << figure.name;
            if (figure.form == FigureForm::count) {
                EXPECT_EQ(static_cast<std::size_t>(value_of(figure)), opened->rows.size())
                    << figure.name << " of " << name_of(kind);
                EXPECT_EQ(words_of(figure), std::to_string(opened->rows.size())) << figure.name;
            }
            for (const auto& row : opened->rows)
                EXPECT_FALSE(row.id.empty() || row.kind.empty()) << figure.name;
        }
        for (const auto& section : view.sections)
            for (const auto& name : figures_named_in(section.text))
                EXPECT_NE(find_figure(view.figures, name), nullptr) << name;
    }
}

TEST_P(Narratives, count_what_documents_lists_and_registers_count) {
    const auto figures = begin(NarrativeKind::progress_report, ledger.zhang_min).figures;
    const auto today = needs.clock.today();
    const auto month = database().read([&](db::Transaction& transaction) {
        ledger::LedgerFilter filter;
        filter.programme = ledger.programme;
        const documents::ListSource source{
            "",
            "",
            reports::load_source(transaction, filter, {today, ledger.zhang_min.scope}),
            {},
            today};
        return documents::count(source, documents::month_of(today));
    });
    const auto expect = [&](std::string_view name, std::size_t count) {
        EXPECT_EQ(number(figures, name), static_cast<std::int64_t>(count)) << name;
    };
    expect("问题总数", month.problems);
    expect("已销号问题数", month.struck_off);
    expect("未销号问题数", month.problems - month.struck_off);
    expect("措施总数", month.measures);
    expect("已完成措施数", month.done);
    expect("长期坚持措施数", month.long_term);
    expect("未完成措施数", month.open);
    expect("超期措施数", month.overdue);
    expect("即将到期措施数", month.near);
    expect("退回措施数", month.sent_back);
    EXPECT_EQ(month.problems, 2u);
    EXPECT_EQ(month.overdue, 1u);
    const auto counts = ledger.counts(ledger.zhang_min);
    EXPECT_EQ(number(figures, "措施总数"), counts.measures);
    EXPECT_EQ(number(figures, "方面数"), counts.areas);
    EXPECT_EQ(number(figures, "挽回资金"), 125'000);
    EXPECT_EQ(words_of(*find_figure(figures, "挽回资金")), "12.5");
    const auto made = database().read([&](db::Transaction& transaction) {
        return regulations::count_regulations(transaction, ledger.programme,
                                              {today, ledger.zhang_min.scope});
    });
    EXPECT_EQ(number(figures, "新建制度数"), made.made);
    EXPECT_EQ(number(figures, "起草中制度数"), made.drafting + made.in_review);
    EXPECT_EQ(made.drafting, 2);
    // The papers of the same moment show as many rows.
    for (const auto& [kind, name] : {std::pair(documents::DocumentKind::problem_list, "问题总数"),
                                     std::pair(documents::DocumentKind::task_list, "措施总数")}) {
        const auto made_paper =
            documents::view_document({needs, std::filesystem::temp_directory_path()},
                                     ledger.zhang_min, {kind, ledger.programme.uuid});
        ASSERT_TRUE(made_paper);
        std::size_t rows = 0;
        for (const auto& part : made_paper->paper.sections[0].parts)
            if (const auto* table = std::get_if<office::PaperTable>(&part))
                rows += table->rows.size() - 1;
        expect(name, rows);
    }
}

TEST_P(Narratives, count_guarded_rows_for_those_alone_who_are_cleared) {
    ASSERT_TRUE(
        ledger::guard_problem(needs, cleared, ledger.seen(first.problem.id), {base::Guard::clues}));
    const auto view = begin(NarrativeKind::progress_report, cleared);
    const auto& id = view.narrative.id;
    EXPECT_EQ(number(view.figures, "问题总数"), 2);
    EXPECT_EQ(value_of(*view_figure(needs, ledger.zhang_min, id, "问题总数")), 1);
    EXPECT_EQ(code_of(view_figure(needs, ledger.zhang_min, id, "移交线索数")), "figure_unknown");
    EXPECT_TRUE(find_figure(view.figures, "移交线索数"));
    const auto theirs = view_narrative(needs, ledger.zhang_min, id);
    ASSERT_TRUE(theirs);
    for (const auto& section : theirs->sections) {
        EXPECT_TRUE(guards_of(section.part).empty()) << name_of(section.part);
        EXPECT_EQ(section.text.find("采购管理不规范"), std::string::npos)
            << "what is guarded is in no text that others read: " << section.text;
    }
    EXPECT_EQ(code_of(view_narrative(needs, ledger.li_qiang, id)), "narrative_unknown");
    EXPECT_EQ(code_of(view_figure(needs, ledger.sun_li, id, "问题总数")), "narrative_unknown");
    EXPECT_EQ(code_of(begin_narrative(needs, ledger.zhou_guifang,
                                      {ledger.here.make_id<NarrativeId>(), ledger.programme})),
              "only_the_office_writes_narratives");
}

TEST_P(Narratives, begin_with_what_is_there_and_leave_open_what_is_not) {
    const auto progress = begin(NarrativeKind::progress_report, ledger.zhang_min);
    EXPECT_NE(text_of(progress, Part::duties).find("〔领导小组成立情况〕"), std::string::npos)
        << text_of(progress, Part::duties);
    const auto left = text_of(progress, Part::unfinished);
    EXPECT_NE(left.find("1.采购管理不规范。未完成：“修订采购制度”，时限2024年6月20日，〔原因〕；“公"
                        "开采购结果”，时限2024年7月3日，未到时限，正在推进。"),
              std::string::npos)
        << left;
    EXPECT_EQ(left.find("按月通报"), std::string::npos) << "what is done is not unfinished";
    const auto own = begin(NarrativeKind::principal_report, ledger.zhang_min);
    EXPECT_NE(text_of(own, Part::awareness).find("2024年6月10日学习《巡察工作条例》"),
              std::string::npos)
        << text_of(own, Part::awareness);
    EXPECT_NE(text_of(own, Part::lasting).find("《采购办法》、《预算通报制度》"), std::string::npos)
        << text_of(own, Part::lasting);
    EXPECT_EQ(text_of(own, Part::deployment), "〔部署推动情况〕");
    EXPECT_EQ(text_of(own, Part::balance), "〔统筹业务工作情况〕");
}

TEST_P(Narratives, tell_what_the_principal_did_and_nobody_else) {
    const auto note = [&](const std::string& person, std::int64_t part, const std::string& text) {
        chronology::Entry entry;
        entry.id = ledger.here.make_id<chronology::EntryId>();
        entry.programme = ledger.programme;
        entry.note = {day("2024-06-12"), person, text, "", part};
        EXPECT_TRUE(chronology::write_entry({needs, {}}, ledger.zhang_min, entry));
    };
    note("周桂芳", 3, "到采购科现场督促整改");
    note("周桂芳", 4, "主持召开专题民主生活会");
    note("赵立", 0, "参加业务培训");
    const auto own = begin(NarrativeKind::principal_report, ledger.zhang_min);
    EXPECT_NE(text_of(own, Part::deployment).find("2024年6月12日，本人到采购科现场督促整改。"),
              std::string::npos)
        << text_of(own, Part::deployment);
    EXPECT_EQ(text_of(own, Part::example), "2024年6月12日，本人主持召开专题民主生活会。");
    for (const auto& section : own.sections)
        EXPECT_EQ(section.text.find("业务培训"), std::string::npos) << section.text;
}

TEST_P(Narratives, tell_of_the_life_meeting_from_its_record) {
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        chronology::testing::insert_life_meeting(transaction, "held", ledger.programme, true);
        return {};
    }));
    const auto own = begin(NarrativeKind::principal_report, ledger.zhang_min);
    EXPECT_EQ(text_of(own, Part::example), "2024年6月28日，本人主持召开“专题民主生活会held”。");
}

TEST_P(Narratives, are_written_by_one_person_at_a_time) {
    const auto view = begin(NarrativeKind::principal_report, ledger.zhang_min);
    const SectionPlace place{view.narrative.id, Part::balance};
    const SectionDraft draft{1, "统筹", "统筹业务{{问题总数}}"};
    EXPECT_EQ(code_of(write_section(needs, ledger.zhang_min, place, draft)),
              "section_hold_is_over");
    ASSERT_TRUE(hold_section(needs, ledger.zhang_min, place, TakeOver::no));
    EXPECT_EQ(code_of(hold_section(needs, ledger.wang_fang, place, TakeOver::no)),
              "section_is_held");
    EXPECT_EQ(code_of(write_section(needs, ledger.wang_fang, place, draft)), "section_is_held");
    const auto seen = view_state(needs, ledger.wang_fang, view.narrative.id);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->sections[6].part, Part::balance);
    ASSERT_TRUE(seen->sections[6].hold);
    EXPECT_EQ(seen->sections[6].hold->by_name, ledger.zhang_min.name);
    const auto told = [&] {
        return ledger.number_in("SELECT CAST(sum(count) AS BIGINT) FROM live_change");
    };
    const auto before = told();
    ASSERT_TRUE(hold_section(needs, ledger.zhang_min, place, TakeOver::no));
    EXPECT_EQ(told(), before) << "to say so again is no news";
    ASSERT_TRUE(hold_section(needs, ledger.wang_fang, place, TakeOver::yes));
    EXPECT_EQ(told(), before + 1);
    EXPECT_EQ(code_of(write_section(needs, ledger.zhang_min, place, draft)), "section_is_held");
    const auto written = write_section(needs, ledger.wang_fang, place, draft);
    ASSERT_TRUE(written);
    EXPECT_EQ(written->narrative.version, view.narrative.version + 1);
    EXPECT_EQ(written->sections[6].read.size(), 1u);
    EXPECT_EQ(code_of(write_section(needs, ledger.wang_fang, place, draft)),
              "somebody_else_changed_it");
    ledger.here.clock.move_to({needs.clock.now().milliseconds + 180'000});
    EXPECT_EQ(code_of(write_section(needs, ledger.wang_fang, place, {2, "统筹", "再改"})),
              "section_hold_is_over");
    EXPECT_TRUE(hold_section(needs, ledger.zhang_min, place, TakeOver::no));
    const auto wordings = list_wordings_of(needs, ledger.zhang_min, place);
    ASSERT_TRUE(wordings);
    EXPECT_EQ(wordings->size(), 2u);
    EXPECT_EQ(wordings->front().by, ledger.wang_fang.name);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = "
                               "'take_over_narrative_section'"),
              1);
    ledger.expect_sound_journal();
}

TEST_P(Narratives, mark_figures_that_changed_until_somebody_looked_at_them) {
    const auto view = begin(NarrativeKind::other_report, ledger.zhang_min);
    const SectionPlace place{view.narrative.id, Part::situation};
    const auto stale = [&] {
        const auto now = *view_narrative(needs, ledger.zhang_min, view.narrative.id);
        return stale_among(now.sections[1].read, now.figures, now.cleared);
    };
    EXPECT_TRUE(stale().empty());
    (void)ledger.add("新发现的问题");
    const auto changed = stale();
    ASSERT_EQ(changed.size(), 2u);
    for (const auto& one : {StaleFigure{"问题总数", "2", "3"}, {"销号率", "50.0%", "33.3%"}})
        EXPECT_NE(std::find(changed.begin(), changed.end(), one), changed.end()) << one.name;
    EXPECT_EQ(code_of(confirm_figures(needs, ledger.zhang_min, place, 7)),
              "somebody_else_changed_it");
    ASSERT_TRUE(confirm_figures(needs, ledger.zhang_min, place, 1));
    EXPECT_TRUE(stale().empty());
    const auto anew = draft_anew(needs, ledger.zhang_min, place);
    ASSERT_TRUE(anew);
    EXPECT_EQ(anew->text, view.sections[1].text);
    EXPECT_EQ(code_of(draft_anew(needs, ledger.zhang_min, {place.narrative, Part::problems})),
              "section_is_live");
}

}  // namespace
}  // namespace narrative
