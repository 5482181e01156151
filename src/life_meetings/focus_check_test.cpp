// Whether plans keep to the feedback: what is hinted at and by which words, what is not; held
// against the areas of the ledger on both engines, and who is told.
#include "life_meetings/focus_check.hpp"

#include <gtest/gtest.h>

#include <map>

#include "life_meetings/focus_check_actions.hpp"
#include "life_meetings/focus_checklist.hpp"
#include "life_meetings/test_visibility.hpp"

namespace life_meetings {
namespace {

using Areas = std::vector<FedBackArea>;

const Areas of_bureau{{"关于落实全面从严治党主体责任方面的问题", {"党组专题研究不够经常。"}},
                      {"关于财政资金监管方面的问题", {"专项资金拨付滞后。"}},
                      {"关于作风建设方面的问题", {"窗口服务推诿扯皮。"}}};
const Areas of_township{{"关于贯彻落实上级决策部署方面的问题", {"低保对象动态调整不及时。"}},
                        {"关于基层党组织建设方面的问题", {"个别村党支部三会一课不规范。"}}};

std::vector<std::string> missed(const std::vector<std::string>& focus, const Areas& areas) {
    std::vector<std::string> headings;
    for (const auto& area : check_focus("整改", focus, areas).areas)
        if (area.lines.empty()) headings.push_back(area.heading);
    return headings;
}
std::vector<std::string> lines_of(const FocusChecklist& list) {
    std::vector<std::string> lines;
    for (const auto& group : list.groups)
        for (const auto line : group.lines) lines.emplace_back(line);
    return lines;
}

TEST(FocusChecks, ask_the_theme_to_speak_of_the_feedback) {
    EXPECT_TRUE(check_focus("对照巡察反馈意见，从严查摆问题", {}, {}).theme_keeps);
    EXPECT_TRUE(check_focus("抓好问题整改", {}, {}).theme_keeps);
    EXPECT_FALSE(check_focus("加强团结，推动高质量发展", {}, {}).theme_keeps);
}

TEST(FocusChecks, name_the_area_that_no_line_takes_up) {
    const std::vector<std::string> focus{"落实主体责任、监督责任方面", "改进工作作风方面"};
    EXPECT_EQ(missed(focus, of_bureau), (std::vector<std::string>{"关于财政资金监管方面的问题"}));
    const auto check = check_focus("整改", focus, of_bureau);
    ASSERT_EQ(check.areas[2].lines.size(), 1u);
    EXPECT_EQ(check.areas[2].lines[0], (TakenUp{"改进工作作风方面", "作风", "作风"}))
        << "by which words";
}

TEST(FocusChecks, know_wordings_apart_that_mean_the_same) {
    const Areas areas{{"关于选人用人方面的问题", {}}};
    const auto check = check_focus("整改", {"执行新时代党的组织路线方面"}, areas);
    ASSERT_EQ(check.areas[0].lines.size(), 1u);
    EXPECT_EQ(check.areas[0].lines[0].line_words, "组织路线");
    EXPECT_EQ(check.areas[0].lines[0].area_words, "选人用人");
}

TEST(FocusChecks, read_an_area_without_a_known_subject_by_its_problems_and_its_wording) {
    const Areas areas{{"关于窗口服务的问题", {"办件拖延，作风不实。"}},
                      {"关于违法用地的问题", {"卫片图斑没有销号。"}}};
    EXPECT_TRUE(missed({"工作作风方面", "违法用地和违法建设整治方面"}, areas).empty());
    EXPECT_EQ(missed({"工作作风方面"}, areas).size(), 1u);
}

TEST(FocusChecks, find_lines_adrift_that_nothing_fed_back_asks_for) {
    const auto adrift = [](const std::string& line) {
        return !check_focus("整改", {line}, of_bureau).adrift.empty();
    };
    EXPECT_TRUE(adrift("意识形态工作方面"));
    EXPECT_TRUE(adrift("文明城区创建方面"));
    EXPECT_FALSE(adrift("全面从严治党方面"));
    EXPECT_FALSE(adrift("以往巡视巡察整改方面")) << "what the meeting is for";
    EXPECT_TRUE(check_focus("整改", {"意识形态工作方面"}, {}).adrift.empty())
        << "nothing to be held against";
    Areas more = of_bureau;
    more[0].problems.push_back("意识形态责任制没有落实到科室。");
    EXPECT_TRUE(check_focus("整改", {"意识形态工作方面"}, more).adrift.empty())
        << "a problem asks for it, whatever its heading says";
}

TEST(FocusChecks, raise_no_alarm_over_the_usual_lists) {
    // What these lists indeed have no line for.
    const std::map<std::string_view, std::size_t> gaps_of_bureau{{"prison_like", 2}},
        gaps_of_township{{"district", 1}};
    const auto gaps = [](const auto& known, std::string_view key) {
        const auto found = known.find(key);
        return found == known.end() ? 0 : found->second;
    };
    for (const auto& list : focus_checklists()) {
        const auto lines = lines_of(list);
        EXPECT_EQ(missed(lines, of_bureau).size(), gaps(gaps_of_bureau, list.key)) << list.key;
        EXPECT_EQ(missed(lines, of_township).size(), gaps(gaps_of_township, list.key)) << list.key;
    }
}

class WrittenFocuses : public testing::OneLifeMeeting {};
ZHENGGAI_ON_BOTH_ENGINES(WrittenFocuses);

TEST_P(WrittenFocuses, are_held_against_the_ledger_as_they_are_written) {
    using ledger::testing::TestLedger;
    one.ledger.add("采购管理不规范", TestLedger::held_by("采购科", one.ledger.procurement));
    const auto check = *check_written_focus(needs, one.keeper, one.ledger.programme,
                                            {"共谋发展", {"意识形态工作方面"}});
    EXPECT_FALSE(check.theme_keeps);
    EXPECT_EQ(check.areas.size(), 1u);
    EXPECT_EQ(testing::code_of(check_written_focus(needs, one.of_office, one.ledger.programme, {})),
              "only_the_keeper_runs_life_meetings");
}

TEST_P(WrittenFocuses, are_shown_to_those_who_review_the_plan) {
    const auto seen = testing::seen_by("方案是否紧扣反馈的提示");
    for (const auto& [column, who] : testing::columns_of(one)) {
        const auto code = testing::code_of(check_focus_of_meeting(needs, *who, one.meeting));
        EXPECT_EQ(code == "accepted", seen.at(column)) << column << ": " << code;
    }
}

}  // namespace
}  // namespace life_meetings
