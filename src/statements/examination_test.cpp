// What only shows in all parts of a statement together, and what its outline is made of.
#include "statements/examination.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace statements {
namespace {

Section section(std::int64_t position, const std::string& text, Part part = Part::problem) {
    Section one;
    one.position = position;
    one.part = part;
    one.text = text;
    return one;
}
bool says(const std::vector<SectionHint>& hints, std::int64_t position, HintKind kind,
          std::string_view because = {}) {
    return std::any_of(hints.begin(), hints.end(), [&](const SectionHint& one) {
        return one.position == position && one.hint.kind == kind &&
               (because.empty() || one.hint.because == because);
    });
}
std::vector<SectionHint> read(const std::vector<Section>& sections, const Asked& asked = {}) {
    return hints_of(sections, StatementKind::individual, asked);
}

const std::string good =
    "我政治学习抓得不紧，去年中心组学习请假4次，履行一岗双责不到位，思想上把学习当成软任务，工作上"
    "以会议落实会议。";

TEST(Examination, finds_nothing_in_a_concrete_statement) {
    EXPECT_TRUE(read({section(1, good)}).empty());
    EXPECT_TRUE(read({section(1, "")}).empty());
}

TEST(Examination, says_which_aspect_is_not_put_in_and_only_those_that_are_asked_for) {
    const std::vector<Section> sections{section(1, "我学习抓得不紧，去年请假4次。")};
    const auto hints = read(sections);
    EXPECT_TRUE(says(hints, 0, HintKind::aspect_missing, "duty"));
    EXPECT_TRUE(says(hints, 0, HintKind::aspect_missing, "thought"));
    EXPECT_FALSE(says(hints, 0, HintKind::aspect_missing, "self"));
    Asked only_self;
    only_self.aspects = {Aspect::self};
    EXPECT_FALSE(says(read(sections, only_self), 0, HintKind::aspect_missing));
}

TEST(Examination, sees_when_every_problem_is_one_that_the_superior_had_to_point_out) {
    const auto pointed_out = "巡察组指出：" + good;
    EXPECT_TRUE(says(read({section(1, pointed_out), section(2, pointed_out)}), 0,
                     HintKind::superior_instead_of_self));
    EXPECT_FALSE(says(read({section(1, pointed_out), section(2, good)}), 0,
                      HintKind::superior_instead_of_self));
    EXPECT_FALSE(says(read({section(1, pointed_out + "自查还发现签批不严。")}), 0,
                      HintKind::superior_instead_of_self));
}

TEST(Examination, takes_a_statement_of_deeds_for_a_report_on_work) {
    const auto deeds =
        "我扎实推进各项工作，取得了明显进展。全年任务圆满完成，荣获先进。学习不够深入。";
    const auto hints = read({section(1, deeds)});
    EXPECT_TRUE(says(hints, 0, HintKind::work_summary));
    EXPECT_TRUE(says(hints, 1, HintKind::work_summary));
    EXPECT_FALSE(says(read({section(1, good)}), 0, HintKind::work_summary));
}

TEST(Examination, leaves_measures_alone) {
    EXPECT_TRUE(read({section(1, good), section(2, "希望今后加强学习。", Part::measures)}).empty());
}

TEST(Examination, says_under_which_heading_of_the_chosen_set_causes_are_not_looked_for) {
    const auto causes = section(3,
                                "一是理论学习不系统，党性修养放松。二是政治站位不高。三是作风不实，"
                                "下基层少。四是办法不多，本领恐慌。",
                                Part::causes);
    const auto hints = read({section(1, good), causes});
    ASSERT_EQ(hints.size(), 1u);
    EXPECT_TRUE(says(hints, 3, HintKind::cause_missing, "integrity"));
    Asked other;
    other.causes = Causes::organisation_and_discipline;
    const auto others = read({section(1, good), causes}, other);
    EXPECT_EQ(others.size(), 2u);
    EXPECT_TRUE(says(others, 3, HintKind::cause_missing, "organisation"));
    EXPECT_TRUE(says(others, 3, HintKind::cause_missing, "discipline"));
    // Each heading by its own name is enough, and what is not written yet is not read.
    const std::string named = "从思想、政治、作风、能力、廉洁五个方面剖析：";
    EXPECT_TRUE(read({section(1, good), section(3, named, Part::causes)}).empty());
    EXPECT_TRUE(read({section(1, good), section(3, " ", Part::causes)}).empty());
}

TEST(Outlines, ask_for_problems_by_focus_causes_and_measures_and_for_what_is_to_be_declared) {
    Asked asked;
    asked.declared = {Declared::last_year, Declared::family, Declared::ideology};
    std::vector<std::string> headings;
    for (const auto& one : outline_of(StatementKind::individual, asked, {"政治建设", "作风建设"}))
        headings.push_back(one.heading);
    EXPECT_EQ(headings,
              (std::vector<std::string>{"上次民主生活会整改措施落实情况", "政治建设", "作风建设",
                                        "个人和家庭重大事项说明", "意识形态工作责任制落实情况",
                                        "产生问题的原因", "努力方向和整改措施"}));
}

TEST(Outlines, of_the_team_analyse_cases_and_leave_out_what_is_each_members_own) {
    const auto parts = outline_of(StatementKind::team, {}, {});
    const auto stands = [&](std::string_view heading) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const auto& one) { return one.heading == heading; });
    };
    EXPECT_TRUE(stands("典型案例剖析"));
    EXPECT_TRUE(stands("查摆的突出问题"));
    EXPECT_FALSE(stands(words_of(Declared::family)));
}

TEST(Outlines, guide_through_every_section_and_name_the_headings_of_causes) {
    Asked asked;
    asked.causes = Causes::organisation_and_discipline;
    for (const auto& one : outline_of(StatementKind::individual, asked, {"政治建设"}))
        EXPECT_FALSE(one.guide.empty()) << one.heading;
    EXPECT_NE(guide_of(Part::causes, "", asked).find("组织、作风、纪律"), std::string::npos);
}

}  // namespace
}  // namespace statements
