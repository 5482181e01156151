// What it takes to proof-read a long text: a hundred pages of a plan with an error on every tenth
// line, against a dictionary as the program brings it along and a tree of 5,000 units.
#include "benchmarks.hpp"
#include "proofreading/proofread.hpp"

namespace bench {
namespace {

constexpr std::size_t chars_wanted = 60'000;
constexpr int units = 5'000;

std::string hundred_pages() {
    std::string text = "关于落实巡察反馈意见的整改方案\n";
    std::size_t chars = 0;
    for (int i = 1; chars < chars_wanted; ++i) {
        const auto line = std::to_string(i) +
                          ".预算执行进度慢的问题。制定预算执行按月通报制度，每月5日前通报上月"
                          "执行进度（对连续两月落后的单位约谈负责人），确保“两个维护”落到"
                          "实处，责任单位：预算科，完成时限：2024年6月30日前。" +
                          (i % 10 == 0 ? "大部份台帐已建立,其余××项正在推进。" : "") + "\n";
        chars += line.size() / 3;
        text += line;
    }
    return text;
}

proofreading::Facts large_tree() {
    proofreading::Facts facts;
    facts.inspecting_body = "云岭区委第二巡察组";
    facts.inspected_unit = "云岭区财政局";
    for (int i = 0; i < units; ++i)
        facts.other_units.push_back("云岭区第" + std::to_string(i) + "街道办事处");
    facts.feedback_on = *base::parse_date("2024-05-13");
    return facts;
}

}  // namespace

void proofread_text(Setting& setting) {
    const auto passages = proofreading::passages_of(std::string_view(hundred_pages()));
    const auto facts = large_tree();
    std::size_t found = 0;
    const auto ms = best_cpu_ms(5, [&] {
        found =
            proofreading::proofread(passages, {proofreading::standard_dictionary(), &facts}).size();
    });
    setting.report("proofread_100_pages_ms", ms, "ms",
                   "60,000 characters in " + std::to_string(passages.size()) +
                       " paragraphs by every rule, the standard dictionary and 5,000 names of "
                       "units; " +
                       std::to_string(found) + " findings; CPU time, best of 5");
}

}  // namespace bench
