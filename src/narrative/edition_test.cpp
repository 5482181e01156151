// Issued editions: everything taken out of one says the same however far the ledger has gone on;
// who sees one; what the next one says differently. Both engines.
#include <gtest/gtest.h>

#include "documents/test_papers.hpp"
#include "journal/journal_store.hpp"
#include "ledger/test_ledger.hpp"
#include "narrative/edition_actions.hpp"
#include "narrative/edition_paper.hpp"
#include "narrative/live_paper.hpp"
#include "narrative/writing_actions.hpp"
#include "office/archive.hpp"

namespace narrative {
namespace {

using documents::testing::text_of;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Issuing : public ledger::testing::OneLedger {
  protected:
    /// A report whose parts say one line each.
    NarrativeId begin(const base::Actor& who, NarrativeKind kind = NarrativeKind::progress_report) {
        const auto view = begin_narrative(
            needs, who,
            {ledger.here.make_id<NarrativeId>(), ledger.programme, kind, "整改报告", "周桂芳"});
        EXPECT_EQ(code_of(view), "accepted");
        for (const auto& section : view->sections)
            if (!is_live(section.part))
                write(who, {view->narrative.id, section.part}, section.revision,
                      "共{{问题总数}}个问题，已销号{{已销号问题数}}个。");
        return view->narrative.id;
    }
    void write(const base::Actor& who, const SectionPlace& place, std::int64_t revision,
               const std::string& text) {
        ASSERT_TRUE(hold_section(needs, who, place, TakeOver::no));
        EXPECT_EQ(code_of(write_section(needs, who, place, {revision, "小标题", text})),
                  "accepted");
        ASSERT_TRUE(let_section_go(needs, who, place));
    }
    WantedEdition wanted(const base::Actor& who, NarrativeId id, const std::string& number) {
        WantedEdition one;
        one.id = ledger.here.make_id<EditionId>();
        one.version = view_narrative(needs, who, id)->narrative.version;
        one.issue = {number, day("2024-06-30"), "财政局党组", "区委巡察办", "周桂芳"};
        return one;
    }
    EditionContent issued(const base::Actor& who, NarrativeId id, const std::string& number) {
        const auto view = issue_narrative(needs, who, id, wanted(who, id, number));
        EXPECT_EQ(code_of(view), "accepted");
        return view ? view->content : EditionContent{};
    }
    void confirm_all(NarrativeId id) {
        const auto view = view_narrative(needs, ledger.zhang_min, id);
        for (const auto& section : view->sections)
            if (!is_live(section.part)) {
                ASSERT_TRUE(
                    confirm_figures(needs, ledger.zhang_min, {id, section.part}, section.revision));
            }
    }
    std::string text_taken_out(EditionId id, std::optional<Part> annex) {
        const auto file = take_out_edition(needs, ledger.zhang_min, {id, annex});
        EXPECT_TRUE(file) << code_of(file);
        auto archive = *office::Archive::open_bytes(file->bytes);
        return *archive.read("word/document.xml", 1u << 22);
    }

    ledger::ProblemRow first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow measure =
        ledger.add(first, "修订采购制度", {}, TestLedger::by("2024-07-20"));
};
ZHENGGAI_ON_BOTH_ENGINES(Issuing);

TEST_P(Issuing, freezes_text_figures_and_the_rows_behind_them) {
    const auto id = begin(ledger.zhang_min);
    const auto before = issued(ledger.zhang_min, id, "财党〔2024〕1号");
    const auto edition = before.edition.id;
    const auto annexes = {Part::statistics, Part::problems};
    std::vector<std::string> files{text_taken_out(edition, {})};
    for (const auto annex : annexes) files.push_back(text_taken_out(edition, annex));
    EXPECT_NE(files[0].find("共1个问题，已销号0个。"), std::string::npos);
    // The ledger goes on.
    ledger.claim(first.problem.id, ledger.li_qiang);
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ledger.strike_off(first.problem.id, ledger.li_qiang);
    (void)ledger.add("后来的问题");
    EXPECT_EQ(value_of(*view_figure(needs, ledger.zhang_min, id, "问题总数")), 2);
    const auto after = view_edition(needs, ledger.zhang_min, edition);
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->is_sound);
    EXPECT_EQ(after->content.document, before.document);
    EXPECT_EQ(after->content.figures, before.figures);
    EXPECT_EQ(after->content.edition, before.edition);
    EXPECT_EQ(text_taken_out(edition, {}), files[0]) << "all documents say the same again";
    EXPECT_EQ(text_taken_out(edition, Part::statistics), files[1]);
    EXPECT_EQ(text_taken_out(edition, Part::problems), files[2]);
    const auto figure = view_frozen_figure(needs, ledger.zhang_min, edition, "问题总数");
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->words, "1");
    ASSERT_EQ(figure->figure.rows.size(), 1u);
    EXPECT_EQ(figure->figure.rows[0].text, "采购管理不规范");
    // Text, table and list of one edition agree with its figures.
    for (const auto& part : after->content.document)
        if (part.part == Part::problems) {
            EXPECT_EQ(part.lines.size(), 1u + 1u);
        }
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'export_document'"),
              6);
    ledger.expect_sound_journal();
}

TEST_P(Issuing, tells_when_what_is_stored_was_changed) {
    const auto id = begin(ledger.zhang_min);
    const auto edition = issued(ledger.zhang_min, id, "财党〔2024〕1号").edition.id;
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute(
            "UPDATE edition_row SET text = 'x' WHERE edition_id = $1 AND position = 1", {edition});
        return {};
    }));
    EXPECT_FALSE(view_edition(needs, ledger.zhang_min, edition)->is_sound);
}

TEST_P(Issuing, waits_for_whoever_is_writing_and_for_figures_to_be_read) {
    const auto id = begin(ledger.zhang_min);
    const auto order = wanted(ledger.zhang_min, id, "财党〔2024〕1号");
    const SectionPlace place{id, Part::next};
    ASSERT_TRUE(hold_section(needs, ledger.wang_fang, place, TakeOver::no));
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, order)),
              "narrative_is_being_written");
    ASSERT_TRUE(let_section_go(needs, ledger.wang_fang, place));
    const auto more = ledger.add("新的问题");
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, order)), "figures_are_stale");
    confirm_all(id);
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.li_qiang, id, order)), "narrative_unknown");
    write(ledger.wang_fang, place, 2, "还要补充〔具体安排〕。");
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, order)),
              "somebody_else_changed_it")
        << "the text is not the one that was seen";
    auto fresh = wanted(ledger.zhang_min, id, "财党〔2024〕1号");
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, fresh)), "blanks_are_left");
    write(ledger.wang_fang, place, 3, "继续推进。");
    fresh = wanted(ledger.zhang_min, id, "财党〔2024〕1号");
    ASSERT_TRUE(issue_narrative(needs, ledger.zhang_min, id, fresh));
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, fresh)), "accepted")
        << "sent again it is the same one";
    auto other = wanted(ledger.zhang_min, id, "财党[2024]1号");
    EXPECT_EQ(code_of(issue_narrative(needs, ledger.zhang_min, id, other)),
              "document_number_is_used");
    EXPECT_EQ(more.problem.number, 2);
}

TEST_P(Issuing, shows_the_next_edition_against_the_one_before) {
    const auto id = begin(ledger.zhang_min);
    const auto before = issued(ledger.zhang_min, id, "财党〔2024〕1号");
    EXPECT_EQ(code_of(compare_edition(needs, ledger.zhang_min, before.edition.id)),
              "nothing_to_compare_with");
    (void)ledger.add("后来的问题");
    confirm_all(id);
    const auto after = issued(ledger.zhang_min, id, "财党〔2024〕2号");
    EXPECT_EQ(after.edition.number, 2);
    const auto found = compare_edition(needs, ledger.zhang_min, after.edition.id);
    ASSERT_TRUE(found);
    std::string figures, parts;
    for (const auto& one : found->figures) figures += one.name + one.was + "→" + one.is + " ";
    EXPECT_NE(figures.find("问题总数1→2 "), std::string::npos) << figures;
    for (const auto& one : found->parts) {
        parts += std::string(name_of(one.part)) + " ";
        if (one.part != Part::items) continue;
        ASSERT_EQ(one.lines.size(), 1u) << "only what came is told";
        EXPECT_NE(one.lines[0].text.find("后来的问题"), std::string::npos);
    }
    EXPECT_NE(parts.find("items "), std::string::npos) << parts;
    EXPECT_NE(parts.find("problems "), std::string::npos) << parts;
}

TEST_P(Issuing, leaves_out_what_is_restricted_or_shows_it_to_the_cleared_alone) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(
        ledger::guard_problem(needs, cleared, ledger.seen(first.problem.id), {base::Guard::clues}));
    (void)ledger.add("都能看的问题");
    const auto id = begin(cleared);
    auto order = wanted(cleared, id, "财党〔2024〕1号");
    const auto open = issue_narrative(needs, cleared, id, order);
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->content.edition.guards.empty());
    const auto seen = view_edition(needs, ledger.zhang_min, order.id);
    ASSERT_TRUE(seen) << "nothing in it is restricted";
    const auto text = text_of(narrative_paper(
        {seen->content.edition.kind, "", "", seen->content.document, seen->content.edition.issue}));
    EXPECT_EQ(text.find("采购管理不规范"), std::string::npos) << text;
    EXPECT_NE(text.find("共1个问题"), std::string::npos) << text;
    order = wanted(cleared, id, "财党〔2024〕2号");
    order.restricted = Restricted::included;
    const auto whole = issue_narrative(needs, cleared, id, order);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(whole->content.edition.guards.has(base::Guard::clues));
    EXPECT_EQ(code_of(view_edition(needs, ledger.zhang_min, order.id)), "edition_unknown");
    EXPECT_EQ(code_of(take_out_edition(needs, ledger.wang_fang, {order.id})), "edition_unknown");
    const auto looks = [&] {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'read_restricted'");
    };
    const auto before = looks();
    ASSERT_TRUE(view_edition(needs, cleared, order.id));
    EXPECT_EQ(looks(), before + 1) << "a look leaves its trace";
    const auto list = list_narratives_of(needs, ledger.zhang_min, ledger.programme);
    ASSERT_TRUE(list);
    EXPECT_EQ(list->rows.at(0).editions.size(), 1u);
}

TEST(LiveParts, number_a_problem_after_the_one_it_follows) {
    const auto id_of = [](int n) {
        return *ledger::ProblemId::parse("01900000-0000-7000-8000-00000000000" + std::to_string(n));
    };
    Source source;
    for (const int number : {1, 7, 9}) {
        ledger::ProblemRow row;
        row.problem.id = id_of(number);
        row.problem.number = number;
        row.problem.text = "关于会议过多问题的整改";
        if (number > 1) row.problem.predecessor = id_of(number == 7 ? 1 : 7);
        source.rows.problems.push_back(row);
    }
    std::vector<std::string> told;
    for (const auto& line : lines_of(Part::items, source, {})) told.push_back(line.text);
    EXPECT_EQ(told, (std::vector<std::string>{"1.关于会议过多问题的整改（待认领）",
                                              "1（续）.关于会议过多问题的整改（待认领）",
                                              "1（续2）.关于会议过多问题的整改（待认领）"}));
}

TEST(EditionPaper, prints_only_the_heading_of_a_paragraph_as_one) {
    const PaperSource source{
        NarrativeKind::progress_report,
        "报告",
        "",
        {{Part::duties,
          "一、履行整改主体责任情况",
          {{LineKind::level2, "（一）加强组织领导。成立领导小组。", "", "", {}},
           {LineKind::level2, "（二）关于作风建设方面的问题", "", "", {}},
           {LineKind::level3, "1.关于会议过多问题的整改（整改中）", "", "", {}},
           {LineKind::level4, "（1）精简会议。已完成。", "", "", {}}}}},
        Issue{"财党〔2024〕12号", *base::parse_date("2024-06-30"), "财政局党组", "巡察办", "周伟"}};
    const auto paper = narrative_paper(source);
    EXPECT_EQ(paper.head.number, "财党〔2024〕12号");
    EXPECT_EQ(paper.head.signer, "周伟");
    std::vector<office::Style> styles;
    for (const auto& part : paper.sections.front().parts)
        if (const auto* one = std::get_if<office::Paragraph>(&part)) styles.push_back(one->style);
    ASSERT_GE(styles.size(), 7u);
    EXPECT_EQ(styles[3], office::Style::body) << "goes on behind its heading";
    EXPECT_EQ(styles[4], office::Style::level2);
    EXPECT_EQ(styles[5], office::Style::level3);
    EXPECT_EQ(styles[6], office::Style::body);
    const auto& first = std::get<office::Paragraph>(paper.sections.front().parts[3]);
    ASSERT_EQ(first.runs.size(), 2u);
    EXPECT_EQ(first.runs[0].text, "（一）加强组织领导。");
    EXPECT_EQ(first.runs[0].face, office::Face::kaiti);
}

TEST_P(Issuing, is_found_by_what_makes_something_of_it) {
    const auto id = begin(ledger.zhang_min, NarrativeKind::principal_report);
    const auto edition = issued(ledger.zhang_min, id, "").edition;
    database().read([&](db::Transaction& transaction) {
        const auto& scope = ledger.zhang_min.scope;
        const auto found = find_latest_edition(transaction, ledger.programme, {}, scope);
        EXPECT_TRUE(found);
        if (!found) return 0;
        EXPECT_EQ(*found, edition);
        EXPECT_FALSE(find_latest_edition(transaction, ledger.programme,
                                         NarrativeKind::progress_report, scope));
        EXPECT_FALSE(find_latest_edition(transaction, ledger.programme, {}, ledger.li_qiang.scope))
            << "a section of the bureau does not see the whole";
        EXPECT_TRUE(
            find_latest_edition(transaction, ledger.programme, {}, ledger.zhou_guifang.scope));
        const auto content = load_edition(transaction, *found);
        EXPECT_EQ(content.document.front().part, Part::opening);
        EXPECT_EQ(content.document[1].heading, "一、小标题");
        return 0;
    });
    const auto paper = view_edition(needs, ledger.zhou_guifang, edition.id);
    ASSERT_TRUE(paper);
    const auto made = narrative_paper(
        {edition.kind, edition.title, paper->principal, paper->content.document, edition.issue});
    EXPECT_EQ(made.head.kind, office::HeadKind::none) << "the principal's report bears no number";
    EXPECT_NE(text_of(made).find("周桂芳\n2024年6月30日"), std::string::npos) << text_of(made);
    auto masked = ledger.zhang_min;
    masked.acts = {base::Act::read_ledger};
    EXPECT_EQ(code_of(view_edition(needs, masked, edition.id)), "names_are_masked");
}

}  // namespace
}  // namespace narrative
