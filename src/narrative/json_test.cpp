// Every message of the module against its golden file in contract/narrative, which the pages may
// test as well.
#include "base/test_contract.hpp"
#include "narrative/edition_json.hpp"

namespace narrative {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"narrative"};
const base::Date today = *base::parse_date("2024-06-30");
const base::Instant now{1'719'735'300'000};  // that day

base::Actor office() {
    base::Actor actor;
    actor.id = golden_id<base::AccountId>("20");
    actor.name = "张敏";
    actor.acts = {base::Act::read_ledger, base::Act::edit_ledger, base::Act::read_names};
    return actor;
}

Edition issued() {
    Edition one;
    one.id = golden_id<EditionId>("11");
    one.narrative = golden_id<NarrativeId>("10");
    one.programme = golden_id<ProgrammeId>("01");
    one.title = "财政局整改情况报告";
    one.issue = {"财党〔2024〕12号", today, "财政局党组", "区委巡察办", "周桂芳"};
    one.digest = "sm3:0";
    one.issued_by = "张敏";
    one.issued_at = now;
    return one;
}

const Figure problems{"问题总数",
                      FigureForm::count,
                      {{"problem", "01900000-0000-7000-8000-000000000030", 3, "采购不规范", 1, {}}},
                      0};

Narrative report() {
    Narrative one;
    one.id = golden_id<NarrativeId>("10");
    one.programme = golden_id<ProgrammeId>("01");
    one.programme_title = "财政局整改";
    one.title = "财政局整改情况报告";
    one.principal = "周桂芳";
    one.editions = 1;
    one.begun_at = now;
    one.begun_by = "张敏";
    one.version = 4;
    return one;
}

Section written() {
    Section one;
    one.part = Part::shortfalls;
    one.heading = "存在的不足";
    one.revision = 3;
    one.text = "共{{问题总数}}个，〔待补〕。";
    one.at = now;
    one.by = "王芳";
    one.hold = Hold{golden_id<base::AccountId>("21"), "王芳", {now.milliseconds + 60'000}};
    one.read = {{"问题总数", 2, "2", {}}};
    return one;
}

TEST(NarrativeMessages, are_read_as_the_contract_has_them) {
    const auto wanted = read_new_narrative(contract.golden("new_narrative"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->kind, NarrativeKind::principal_report);
    EXPECT_EQ(wanted->principal, "周桂芳");
    const auto section = read_section(contract.golden("section"));
    ASSERT_TRUE(section);
    EXPECT_EQ(section->revision, 3);
    EXPECT_EQ(figures_named_in(section->text).front(), "未完成措施数");
    EXPECT_EQ(*read_hold(contract.golden("hold")), TakeOver::yes);
    const auto issue = read_wanted_edition(contract.golden("issue"));
    ASSERT_TRUE(issue);
    EXPECT_EQ(issue->issue.on, today);
    EXPECT_EQ(issue->restricted, Restricted::included);
    EXPECT_EQ(read_section(R"({"revision":1,"heading":"","text":"a\u0000b"})").error().code,
              "text_has_control");
    const auto long_text =
        R"({"revision":1,"heading":"","text":")" + std::string(20'001, 'x') + R"("})";
    EXPECT_EQ(read_section(long_text).error().code, "text_too_long");
}

TEST(NarrativeMessages, are_written_as_the_contract_has_them) {
    const auto actor = office();
    const ledger::Reader reader{actor, today};
    NarrativeList list{{{report(), {issued()}, true}}, "周桂芳", true};
    contract.expect(to_json(list, reader), "narratives");
    NarrativeView view;
    view.narrative = report();
    view.sections = {written()};
    view.document = {{Part::shortfalls, "一、存在的不足", {{}, {}}}};
    view.figures = {problems};
    view.editions = {issued()};
    view.unit = "财政局";
    view.receiver = "区委第二巡察组";
    view.now = now;
    contract.expect(to_json(view, reader), "narrative");
    const auto section = written();
    contract.expect(
        to_json(WritingState{4, 1, {{section.part, 3, section.by, section.hold}}}, reader),
        "state");
    contract.expect(to_json(problems, reader), "figure");
    contract.expect(
        to_json(
            EditionDifference{
                {{Part::next, "一、下一步", {{drafting::LineChange::added, "抓紧办理。"}}}},
                {{"问题总数", "1", "2"}}},
            reader),
        "edition_differences");
}

TEST(NarrativeMessages, of_editions_carry_the_paper_and_hide_names_from_whom_they_are_masked) {
    auto actor = office();
    const ledger::Reader reader{actor, today};
    EditionView view;
    view.content.edition = issued();
    view.content.document = {{Part::next, "一、下一步", {{LineKind::body, "抓紧。", {}, {}, {}}}},
                             {Part::statistics, "统计表", {}}};
    view.content.figures = {{problems, "1"}};
    contract.expect(to_json(view, reader), "edition");
    actor.acts = {base::Act::read_ledger};
    EXPECT_EQ(
        to_json(NarrativeList{{{report(), {issued()}, false}}, "", false}, reader).find("张敏"),
        std::string::npos);
}

}  // namespace
}  // namespace narrative
