// The rules of reports: a part is in one person's hands, held against docs/states.md; figures in a
// text; what an edition must say before it is issued; how two differ.
#include <gtest/gtest.h>

#include "ledger/test_states.hpp"
#include "narrative/narrative.hpp"

namespace narrative {
namespace {

using ledger::testing::has;
using ledger::testing::Level;
using ledger::testing::Outcome;
using ledger::testing::Situation;

const base::Date today = *base::parse_date("2024-06-30");
const base::Instant now{1'719'735'300'000};  // that day

base::Actor actor_of(const std::string& who) {
    base::Actor actor;
    actor.id = base::AccountId{base::Uuid{{1}}};
    actor.name = "张敏";
    actor.acts = {base::Act::read_ledger};
    if (who == "office") actor.acts = actor.acts | base::Acts{base::Act::edit_ledger};
    return actor;
}

Section in_state(const std::string& state) {
    Section section;
    section.part = Part::duties;
    section.heading = "履行责任";
    section.text = "共{{问题总数}}个问题。";
    section.revision = 3;
    const base::Instant later{now.milliseconds + 1};
    if (state == "own") section.hold = Hold{actor_of("office").id, "张敏", later};
    if (state == "other") section.hold = Hold{base::AccountId{base::Uuid{{2}}}, "王芳", later};
    // What has lapsed is in nobody's hands.
    if (state == "free") section.hold = Hold{base::AccountId{base::Uuid{{2}}}, "王芳", now};
    return section;
}

base::Result<Section> acted(const Situation& situation) {
    const auto actor = actor_of(situation.who);
    const auto before = in_state(situation.state);
    if (auto no = why_not(NarrativeAct::write, actor)) return *no;
    if (situation.act == "hold") return hold(before, TakeOver::no, actor, now);
    if (situation.act == "take_over") return hold(before, TakeOver::yes, actor, now);
    const SectionDraft draft{has(situation, "behind") ? 2 : 3, "责任", "没有数字。"};
    return write(before, draft, {}, actor, now);
}

const Level& level() {
    static const Level made{"报告的一部分的状态表",
                            {"free", "own", "other"},
                            {"hold", "take_over", "write"},
                            {"office", "reader"},
                            {{"fresh", "behind"}},
                            [](const std::string& act) -> std::vector<std::size_t> {
                                if (act == "write") return {0};
                                return {};
                            },
                            [](const Situation& situation) -> Outcome {
                                const auto result = acted(situation);
                                if (!result) return {result.error().code, true};
                                const auto actor = actor_of("office");
                                const bool other = is_held_by_other(*result, actor, now);
                                const bool held = is_held(*result, now);
                                return {!held ? "free" : other ? "other" : "own", false};
                            }};
    return made;
}

TEST(SectionStates, stand_in_the_table_row_by_row) {
    ledger::testing::expect_known_words(level());
    ledger::testing::hold_against_the_table(level());
}

TEST(Sections, are_held_for_two_minutes_and_given_back_only_by_who_holds_them) {
    const auto actor = actor_of("office");
    const auto held = hold(in_state("free"), TakeOver::no, actor, now);
    ASSERT_TRUE(held);
    EXPECT_TRUE(is_held(*held, {now.milliseconds + hold_ms - 1}));
    EXPECT_FALSE(is_held(*held, {now.milliseconds + hold_ms}));
    EXPECT_FALSE(let_go(*held, actor).hold);
    EXPECT_TRUE(let_go(in_state("other"), actor).hold) << "it is in somebody else's hands";
    auto live = in_state("free");
    live.part = Part::items;
    EXPECT_EQ(hold(live, TakeOver::yes, actor, now).error().code, "section_is_live");
}

TEST(Sections, refuse_figures_that_nobody_counts_but_keep_what_stood_there) {
    const auto actor = actor_of("office");
    const Figures figures{{"措施总数", FigureForm::count, {}, 0}};
    const auto wrong = write(in_state("own"), {3, "", "{{瞎编数}}个"}, figures, actor, now);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "text_empty");
    ASSERT_EQ(wrong.error().also.size(), 1u);
    EXPECT_EQ(wrong.error().also[0].code, "figure_unknown");
    const auto written =
        write(in_state("own"), {3, "责任", "{{问题总数}}{{措施总数}}"}, figures, actor, now);
    ASSERT_TRUE(written) << "the first of them stood there before";
    EXPECT_EQ(written->revision, 4);
    const auto same =
        write(in_state("own"), {3, "履行责任", "共{{问题总数}}个问题。"}, figures, actor, now);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->revision, 3);
}

FigureRow row(const std::string& id, std::int64_t amount = 1, base::Guards guards = {}) {
    return {"problem", id, 1, "问题" + id, amount, guards};
}

TEST(FigureTexts, are_words_and_names_in_turn) {
    EXPECT_EQ(pieces_of("共{{问题总数}}个"),
              (std::vector<Piece>{{false, "共"}, {true, "问题总数"}, {false, "个"}}));
    for (const auto* plain : {"{{}}", "{{", "}}", "{{一\n二}}", "{ {三} }"})
        EXPECT_TRUE(figures_named_in(plain).empty()) << plain;
    EXPECT_EQ(pieces_of("{{甲{{乙}}"), (std::vector<Piece>{{false, "{{甲"}, {true, "乙"}}));
    EXPECT_TRUE(figures_named_in("{{" + std::string(500, 'x') + "}}").empty()) << "no such name";
    EXPECT_EQ(figures_named_in("{{乙}}{{甲}}{{乙}}"), (std::vector<std::string>{"乙", "甲"}));
}

TEST(FigureTexts, say_the_sum_of_the_rows_behind_them) {
    const Figures figures{{"问题总数", FigureForm::count, {row("a"), row("b")}, 0},
                          {"挽回资金", FigureForm::yuan, {row("a", 120'500), row("b", 4'500)}, 0},
                          {"销号率", FigureForm::share, {row("a")}, 3},
                          {"空率", FigureForm::share, {}, 0}};
    EXPECT_EQ(resolved("{{问题总数}}个，{{挽回资金}}万元，{{销号率}}，{{空率}}", figures),
              "2个，12.5万元，33.3%，—");
    EXPECT_EQ(words_of({"", FigureForm::yuan, {row("a", 123'456)}, 0}), "12.3456");
    EXPECT_EQ(words_of({"", FigureForm::yuan, {row("a", 50'000)}, 0}), "5");
    EXPECT_EQ(resolved("{{追责问责人数}}人", figures), "〔追责问责人数〕人")
        << "what somebody may not be told is left open";
}

TEST(FigureTexts, are_stale_when_another_number_was_read_by_somebody_who_sees_as_much) {
    Figures figures{{"问题总数", FigureForm::count, {row("a")}, 0}};
    const auto read = read_now("{{问题总数}}{{问题总数}}", figures, {});
    ASSERT_EQ(read.size(), 1u);
    EXPECT_TRUE(stale_among(read, figures, {}).empty());
    figures[0].rows.push_back(row("b"));
    EXPECT_EQ(stale_among(read, figures, {}), (std::vector<StaleFigure>{{"问题总数", "1", "2"}}));
    EXPECT_TRUE(stale_among(read, figures, {base::Guard::clues}).empty())
        << "who is cleared for more counts other rows";
}

EditionContent edition(const std::string& text = "一切就绪。") {
    EditionContent content;
    auto& one = content.edition;
    one.title = "报告";
    one.issue = {"财党〔2024〕1号", today, "财政局党组", "区委巡察办", "周"};
    content.document = {
        {Part::duties, "一、责任", {{LineKind::body, text, {}, {}, {}}}},
        {Part::items, "二、落实", {{LineKind::level3, "1.问题甲。", "problem", "a", {}}}}};
    content.figures = {{{"问题总数", FigureForm::count, {row("a")}, 0}, "1"}};
    return content;
}

std::string codes_of(const base::Result<void>& result) {
    if (result) return "accepted";
    auto codes = result.error().code;
    for (const auto& one : result.error().also) codes += " " + one.code;
    return codes;
}

TEST(Editions, say_who_issues_them_to_whom_and_leave_nothing_open) {
    EXPECT_EQ(codes_of(check(edition(), today)), "accepted");
    auto wrong = edition("由〔姓名〕负责。");
    wrong.edition.issue = {"", base::add_days(today, 1), " ", "", ""};
    EXPECT_EQ(codes_of(check(wrong, today)),
              "text_empty text_empty text_empty text_empty day_lies_ahead blanks_are_left");
    auto own = edition();
    own.edition.kind = NarrativeKind::principal_report;
    own.edition.issue.number = "";
    EXPECT_EQ(codes_of(check(own, today)), "accepted") << "the principal's report has no number";
    EXPECT_EQ(codes_of(check(edition("根据财党〔2024〕1号"), today)), "accepted")
        << "a year in a number is nothing left open";
}

TEST(Editions, have_a_digest_of_everything_they_say) {
    const auto whole = digest_of(edition());
    EXPECT_EQ(whole.substr(0, 4), "sm3:");
    EXPECT_EQ(digest_of(edition()), whole);
    EXPECT_NE(digest_of(edition("一切就绪！")), whole);
    auto other = edition();
    other.figures[0].figure.rows[0].text = "另一个问题";
    EXPECT_NE(digest_of(other), whole) << "the rows behind a figure count";
    other = edition();
    other.edition.issue.signer = "吴";
    EXPECT_NE(digest_of(other), whole);
    other = edition();
    other.edition.digest = whole;
    EXPECT_TRUE(is_sound(other));
    other.document[0].lines[0].text += "。";
    EXPECT_FALSE(is_sound(other));
}

TEST(Editions, differ_in_lines_of_what_was_written_and_in_rows_of_what_was_counted) {
    auto after = edition("一切就绪。\n又加一段。");
    after.document[0].lines.push_back({LineKind::body, "又加一段。", {}, {}, {}});
    after.document[0].lines[0].text = "一切就绪。";
    after.document[1].lines.insert(after.document[1].lines.begin(),
                                   {LineKind::level3, "2.问题乙。", "problem", "b", {}});
    after.document[1].lines[1].text = "1.问题甲（已销号）。";
    after.figures = {{{"问题总数", FigureForm::count, {row("a"), row("b")}, 0}, "2"}};
    const auto found = differences(edition(), after);
    ASSERT_EQ(found.parts.size(), 2u);
    using drafting::LineChange;
    EXPECT_EQ(found.parts[0].lines,
              (std::vector<drafting::Line>{{LineChange::kept, "一切就绪。"},
                                           {LineChange::added, "又加一段。"}}));
    EXPECT_EQ(found.parts[1].lines,
              (std::vector<drafting::Line>{{LineChange::added, "2.问题乙。"},
                                           {LineChange::removed, "1.问题甲。"},
                                           {LineChange::added, "1.问题甲（已销号）。"}}))
        << "a row is the same one wherever it stands";
    ASSERT_EQ(found.figures.size(), 1u);
    EXPECT_EQ(found.figures[0].was + found.figures[0].is, "12");
    const auto none = differences(edition(), edition());
    EXPECT_TRUE(none.parts.empty() && none.figures.empty());
    const auto gone = differences(after, {edition().edition, {edition().document[0]}, {}});
    EXPECT_EQ(gone.parts.size(), 2u) << "a part that went is a difference";
}

TEST(NarrativeParts, are_named_and_ordered_and_know_who_may_see_them) {
    for (const auto kind : narrative_kinds) {
        EXPECT_EQ(narrative_kind_of(name_of(kind)), kind);
        bool annexes = false;
        for (const auto part : parts_of(kind)) {
            EXPECT_EQ(part_of(name_of(part)), part);
            EXPECT_TRUE(is_annex(part) || !annexes) << "annexes come last";
            annexes = is_annex(part);
        }
    }
    EXPECT_EQ(parts_of(NarrativeKind::principal_report).size(), 8u)
        << "opening, six parts, the table";
    EXPECT_EQ(guards_of(Part::cadres), base::Guards{base::Guard::accountability});
    EXPECT_EQ(kind_of_paragraph("（一）加强领导"), LineKind::level2);
    EXPECT_EQ(kind_of_paragraph("1.第一"), LineKind::level3);
    EXPECT_EQ(kind_of_paragraph("（1）第一"), LineKind::level4);
    EXPECT_EQ(kind_of_paragraph("2024年6月，召开会议"), LineKind::body);
}

}  // namespace
}  // namespace narrative
