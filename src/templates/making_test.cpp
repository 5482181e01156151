// Documents made from templates: the same figures as every other document, only what the reader may
// see, an entry in the journal for each. Both engines.
#include <filesystem>

#include "documents/list_paper.hpp"
#include "documents/report_paper.hpp"
#include "evidence/blob_folder.hpp"
#include "journal/journal_store.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/template_samples.hpp"
#include "templates/field_paper.hpp"
#include "templates/making_actions.hpp"
#include "templates/starter_paper.hpp"

namespace templates {
namespace {

using ledger::testing::code_of;
using ledger::testing::TestLedger;

class MakingDocuments : public ledger::testing::OneLedger {
  protected:
    void SetUp() override {
        ledger.claim(second.problem.id, ledger.zhao_li);
        ledger.finish(finished.measure.id, ledger.zhao_li);
        ledger.strike_off(second.problem.id, ledger.zhao_li);
    }
    TemplateId added(const std::string& name, const std::string& bytes) {
        const auto path = folder.write("upload" + name, bytes);
        const auto one =
            add_template(kept, ledger.zhang_min,
                         {ledger.here.make_id<TemplateId>(), name, name + ".docx", path});
        EXPECT_EQ(code_of(one), "accepted");
        if (!one) return {};
        EXPECT_EQ(one->used, 1) << one->versions[0].faults[0].args[1].second;
        return one->id;
    }
    std::string shown(TemplateId id, const base::Actor& who) {
        const auto made = make_document(kept, who, {id, ledger.programme});
        EXPECT_EQ(code_of(made), "accepted");
        if (!made) return "";
        const auto ending = made->name.substr(made->name.rfind('.'));
        return office::sample::shown(
            office::read_document(folder.write("made" + ending, made->bytes)));
    }
    documents::ListSource source() {
        return database().read([&](db::Transaction& transaction) {
            ledger::LedgerFilter filter;
            filter.programme = ledger.programme;
            const auto today = needs.clock.today();
            return documents::ListSource{
                "青云区财政局巡察整改",
                "财政局",
                reports::load_source(transaction, filter, {today, base::unbounded()}),
                {},
                today};
        });
    }

    office::sample::Folder folder;
    evidence::BlobFolder files{folder / "evidence", base::Algorithm::sha256};
    Needs kept{{needs, files, 1 << 20}, folder / "temporary"};
    ledger::ProblemRow first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(first, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::MeasureRow near = ledger.add(first, "公开采购结果", {}, TestLedger::by("2024-07-03"));
    ledger::ProblemRow second =
        ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger::MeasureRow finished = ledger.add(second, "按月通报执行进度");
};
ZHENGGAI_ON_BOTH_ENGINES(MakingDocuments);

TEST_P(MakingDocuments, says_the_figures_of_the_reports) {
    const auto id = added(
        "数字",
        office::sample::word_template(office::sample::paragraph(
            "{{问题总数}}/{{已销号数}}/{{本周销号数}}/{{措施总数}}/{{已完成数}}/{{长期坚持数}}/"
            "{{推进中数}}/{{超期数}}/{{七天内到期数}}/{{退回数}}/{{完成率}}/{{销号率}}")));
    const auto now = documents::count(source(), documents::week_of(needs.clock.today()));
    const auto n = [](std::size_t number) { return std::to_string(number) + "/"; };
    EXPECT_EQ(shown(id, ledger.zhang_min),
              n(now.problems) + n(now.struck_off) + n(now.struck_off_now) + n(now.measures) +
                  n(now.done) + n(now.long_term) + n(now.open) + n(now.overdue) + n(now.near) +
                  n(now.sent_back) + "33.3%/50.0%\n");
    const auto units = added(
        "单位",
        office::sample::word_template(office::sample::table(office::sample::row(
            office::sample::cell("{{#单位}}{{单位.序号}}") + office::sample::cell("{{单位.名称}}") +
            office::sample::cell("{{单位.措施数}}") + office::sample::cell("{{单位.完成率}}") +
            office::sample::cell("{{单位.超期数}}{{/单位}}")))));
    const auto paper = documents::report_paper(documents::DocumentKind::week_report, source(),
                                               documents::week_of(needs.clock.today()));
    std::string expected;
    for (const auto& part : paper.sections[0].parts) {
        const auto* table = std::get_if<office::PaperTable>(&part);
        if (table == nullptr || table->rows[0].cells[0].text != "名次") continue;
        for (std::size_t i = 1; i < table->rows.size(); ++i) {
            const auto& cells = table->rows[i].cells;
            expected += "[" + cells[0].text + "|" + cells[1].text + "|" + cells[2].text + "|" +
                        cells[4].text + "|" + cells[5].text + "]\n";
        }
    }
    EXPECT_EQ(shown(units, ledger.zhang_min), expected);
}

TEST_P(MakingDocuments, lists_what_the_ledger_lists) {
    const auto ledger_word = added("台账", bytes_of(Starter::ledger_docx));
    const auto text = shown(ledger_word, ledger.zhang_min);
    EXPECT_NE(text.find("青云区财政局巡察整改台账"), std::string::npos) << text;
    EXPECT_NE(text.find("[1|采购管理不规范||修订采购制度|采购科|2024年6月20日|未启动（超期10天）|"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("[1^|采购管理不规范^|^|公开采购结果|采购科|2024年7月3日|未启动|"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("[2|预算执行慢||按月通报执行进度|预算科||已完成|已销号]"),
              std::string::npos)
        << text;
    const auto book = added("台账表", bytes_of(Starter::ledger_xlsx));
    EXPECT_NE(shown(book, ledger.zhang_min).find("|公开采购结果|采购科|2024年7月3日|未启动|"),
              std::string::npos);
}

TEST_P(MakingDocuments, tells_of_notices_and_of_what_was_struck_off) {
    const auto proposed = ledger::propose_notice(
        needs, ledger.zhang_min,
        {ledger.here.make_id<ledger::NoticeId>(), "督办通知单", {late.measure.id}});
    ASSERT_TRUE(proposed);
    ledger::NoticeTexts texts = proposed->texts;
    texts.requirement = "请于五个工作日内书面反馈办理情况。";
    ASSERT_TRUE(ledger::issue_notice(needs, ledger.zhang_min, {proposed->id, proposed->version},
                                     {texts, {late.measure.id}}));
    const auto list = added("督办", bytes_of(Starter::notices_docx));
    const auto text = shown(list, ledger.zhang_min);
    EXPECT_NE(text.find("|督办通知单|采购科|修订采购制度|2024年6月20日|2024年6月30日|"),
              std::string::npos)
        << text;
    const auto slips =
        added("销号",
              office::sample::word_template(
                  office::sample::paragraph("{{#销号}}") +
                  office::sample::paragraph("{{销号.销号单号}}号 {{销号.问题内容}} {{销号.意见}}") +
                  office::sample::paragraph("{{/销号}}")));
    EXPECT_EQ(shown(slips, ledger.zhang_min), "1号 预算执行慢 同意销号\n");
}

TEST_P(MakingDocuments, shows_nobody_what_lies_outside_their_scope) {
    const auto id = added("范围", office::sample::word_template(office::sample::paragraph(
                                      "{{问题总数}}{{#问题}}{{问题.内容}}；{{/问题}}{{领用}}")));
    const auto own = shown(id, ledger.li_qiang);
    EXPECT_NE(own.find("1采购管理不规范；密级：内部"), std::string::npos) << own;
    EXPECT_EQ(own.find("预算"), std::string::npos) << own;
    auto masked = ledger.zhang_min;
    masked.acts = accounts::acts_of(accounts::Role::observer);
    EXPECT_EQ(code_of(make_document(kept, masked, {id, ledger.programme})), "names_are_masked");
}

TEST_P(MakingDocuments, leaves_an_entry_that_says_how_many_guarded_rows_went_out) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(
        ledger::guard_problem(needs, cleared, ledger.seen(first.problem.id), {base::Guard::clues}));
    const auto id =
        added("留痕", office::sample::word_template(office::sample::paragraph("{{问题总数}}")));
    EXPECT_EQ(shown(id, cleared), "2\n");
    EXPECT_EQ(shown(id, ledger.zhang_min), "1\n");
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "programme", ledger.programme.text());
    });
    ASSERT_GE(records.size(), 2u);
    EXPECT_EQ(records.back().entry.act, "export_document");
    const auto& before = records[records.size() - 2];
    EXPECT_EQ(before.entry.act, "export_document");
    ledger.expect_sound_journal();
}

TEST_P(MakingDocuments, tries_other_versions_for_those_who_keep_templates_only) {
    const auto id =
        added("两版", office::sample::word_template(office::sample::paragraph("旧{{问题总数}}")));
    ASSERT_TRUE(
        add_version(kept, ledger.zhang_min,
                    {id, "", "二.docx",
                     folder.write("second", office::sample::word_template(
                                                office::sample::paragraph("新{{措施总数}}")))}));
    EXPECT_EQ(shown(id, ledger.zhang_min), "旧2\n");
    EXPECT_TRUE(make_document(kept, ledger.zhang_min, {id, ledger.programme, 2}));
    EXPECT_EQ(code_of(make_document(kept, ledger.li_qiang, {id, ledger.programme, 2})),
              "template_version_unknown");
}

}  // namespace
}  // namespace templates
