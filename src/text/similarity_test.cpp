// Copies are found however they are dressed, what everybody writes is not held against anybody, and
// the degrees fit the documents they were calibrated on.
#include "text/similarity.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "text/similarity_index.hpp"

namespace text {
namespace {

Likeness alike(std::string_view first, std::string_view second, std::size_t size = row_shingle) {
    return likeness(shingle_set(compared(first), size), shingle_set(compared(second), size));
}

TEST(Similarity, looks_through_spaces_signs_digits_and_placeholders) {
    const auto one = alike("修订《采购管理办法》，2024年6月底前印发XX部门执行。",
                           "修订 采购管理办法\n于6月30日前印发**部门执行");
    EXPECT_GT(one.containment, 0.5);
    EXPECT_DOUBLE_EQ(alike("修订《采购管理办法》，12月印发", "修订“采购管理办法” 1月印发").jaccard,
                     1);
    EXPECT_DOUBLE_EQ(alike("", "修订采购管理办法").jaccard, 0);
}

TEST(Similarity, tells_measures_that_were_copied_from_those_on_the_same_matter) {
    const std::string_view original =
        "对近三年提任的科室负责人补开廉政谈话，谈话记录由机关党委逐份审核存档";
    EXPECT_GE(
        degree_of(
            alike(original, "对近两年提任的中层负责人补开廉政谈话，谈话记录由机关纪委逐份审核存档")
                .jaccard),
        Degree::medium);
    EXPECT_LT(degree_of(alike(original, "重新制定廉政谈话提纲，新提任干部上岗前必须谈话").jaccard),
              Degree::medium);
    EXPECT_EQ(degree_of(alike(original, "追缴少收的租金，完善资产出租台账和合同备案").jaccard),
              Degree::none);
}

TEST(Similarity, counts_boilerplate_for_neither) {
    const auto a = shingle_set(compared("提高政治站位强化责任担当。修订采购办法明确审批"), 4);
    const auto b = shingle_set(compared("提高政治站位强化责任担当。追缴少收租金补签合同"), 4);
    const auto common = shingle_set(compared("提高政治站位强化责任担当"), 4);
    EXPECT_GT(likeness(a, b).jaccard, 0.15);
    const auto left = likeness(a, b, [&](std::uint64_t hash) {
        return std::binary_search(common.begin(), common.end(), hash);
    });
    EXPECT_EQ(left.jaccard, 0);
}

TEST(Similarity, shows_where_shared_passages_stand_in_both_originals) {
    const std::string first = "一是修订《采购管理办法》，二是公开结果。",
                      second = "尽快修订采购管理办法后执行";
    const auto passages = shared_passages(first, second, 6);
    ASSERT_EQ(passages.size(), 1u);
    const auto& one = passages[0];
    EXPECT_EQ(first.substr(one.first_begin, one.first_end - one.first_begin), "修订《采购管理办法");
    EXPECT_EQ(second.substr(one.second_begin, one.second_end - one.second_begin),
              "修订采购管理办法");
    EXPECT_TRUE(shared_passages("", second, 6).empty());
}

TEST(Similarity, names_degrees_from_0_15_0_4_and_0_8) {
    EXPECT_EQ(name_of(degree_of(0.149)), "none");
    EXPECT_EQ(name_of(degree_of(0.15)), "low");
    EXPECT_EQ(name_of(degree_of(0.4)), "medium");
    EXPECT_EQ(name_of(degree_of(0.8)), "high");
}

TEST(SimilarityIndexes, find_the_copy_and_pass_over_what_all_share) {
    SimilarityIndex index({.shingle = 4, .window = 2, .texts_max = 10});
    const std::string all = "提高政治站位强化责任担当狠抓工作落实";
    for (char32_t i = 0; i < 50; ++i) {
        std::string own;
        for (char32_t k = 0; k < 20; ++k) {
            const char32_t c = 0x4e00 + i * 20 + k;
            own += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                    static_cast<char>(0x80 | (c & 63))};
        }
        index.add(all + own);
    }
    const auto copy = index.add("对近三年提任的科室负责人补开廉政谈话");
    index.seal();
    EXPECT_TRUE(index.similar_to(all, 5).empty());
    const auto found = index.similar_to(all + "，对近三年提任的科室负责人补开廉政谈话", 5);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].text, copy);
    EXPECT_GT(found[0].containment, 0.6);
    EXPECT_TRUE(SimilarityIndex(index).similar_to("很短", 5).empty());
}

TEST(SimilarityIndexes, find_every_passage_of_eleven_characters) {
    SimilarityIndex index;
    const std::string passage = "国有资产出租收入全部上缴";
    index.add("甲乙丙丁戊己" + passage);
    index.seal();
    EXPECT_EQ(index.similar_to("子丑寅卯辰巳午未" + passage, 5, 0).size(), 1u);
}

// ---- The documents the degrees were calibrated on; absent on most machines -------------------

std::string document(const std::string& name) {
    std::ifstream file(std::filesystem::path(SHARED_DIR) / "corpus" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
/// The parts of the collection of plans, each under a heading of its own.
std::vector<std::string> plans() {
    const auto all = document("life-meeting-plans.txt");
    const std::string heading = "\n# 巡视巡察整改专题民主生活会实施方案\n";
    std::vector<std::string> parts;
    for (auto at = all.find(heading); at != std::string::npos;) {
        const auto begin = at + heading.size();
        at = all.find(heading, begin);
        parts.push_back(all.substr(begin, at == std::string::npos ? at : at - begin));
    }
    return parts;
}

class Calibration : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::is_directory(std::filesystem::path(SHARED_DIR) / "corpus"))
            GTEST_SKIP() << "no corpus beside the project";
    }
};

TEST_F(Calibration, whole_documents_fall_into_the_degrees_a_reader_gives_them) {
    const auto of = [](const std::string& a, const std::string& b) {
        return alike(a, b, document_shingle);
    };
    const auto p = plans();
    ASSERT_EQ(p.size(), 14u);
    for (std::size_t i = 0; i < p.size(); ++i)
        for (std::size_t k = i + 1; k < p.size(); ++k) {
            if (i == 4 && k == 6) continue;
            EXPECT_EQ(degree_of(of(p[i], p[k]).jaccard), Degree::none) << i + 1 << ' ' << k + 1;
        }
    EXPECT_NEAR(of(p[4], p[6]).jaccard, 0.97, 0.005);
    EXPECT_NEAR(of(p[4], p[6]).containment, 0.997, 0.005);
    EXPECT_NEAR(of(p[9], p[11]).containment, 0.20, 0.03);
    const auto district = document("district-plan.txt"), county = document("county-plan.txt"),
               school = document("school-plan.txt");
    EXPECT_NEAR(of(district, county).containment, 0.78, 0.04);
    EXPECT_NEAR(of(district, school).containment, 0.43, 0.01);
}

}  // namespace
}  // namespace text
