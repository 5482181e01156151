#include "sittings/preparation.hpp"

namespace sittings {
namespace {

constexpr std::size_t readings_told = 5;
constexpr std::int64_t minutes_an_hour = 60;

std::string count(std::int64_t number) {
    return std::to_string(number);
}

/// 90 minutes: 1.5; whole hours without a point.
std::string in_hours(std::int64_t minutes) {
    const auto tenths = minutes * 10 / minutes_an_hour;
    return count(tenths / 10) + (tenths % 10 == 0 ? "" : "." + count(tenths % 10));
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
    std::string all;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        all += (i == 0 ? "" : "、") + names[i];
    return all + (names.size() > most ? "等" : "");
}

}  // namespace

std::string study_in_words(const Preparation& made) {
    if (made.study_sessions == 0 && made.studied_alone_minutes == 0)
        return "〔学习的次数、篇目和学时〕";
    std::string words;
    if (made.study_sessions > 0)
        words = "班子集中学习" + count(made.study_sessions) + "次，共" +
                in_hours(made.study_minutes) + "学时";
    if (made.studied_alone_minutes > 0)
        words += (words.empty() ? "" : "；") + std::string("班子成员自学合计") +
                 in_hours(made.studied_alone_minutes) + "学时";
    if (!made.readings.empty()) words += "，学习了" + listed(made.readings, readings_told);
    return words + "。";
}

std::string opinions_in_words(const Preparation& made) {
    if (made.sheets == 0) return "〔征求意见的方式、范围和条数〕";
    auto words = "通过" + listed(made.channels, made.channels.size()) + "征求意见" +
                 count(made.sheets) + "份";
    if (made.team_opinions + made.personal_opinions == 0) return words + "，没有收到意见建议。";
    return words + "，梳理对班子的意见" + count(made.team_opinions) + "条、对班子成员的意见" +
           count(made.personal_opinions) + "条，原汁原味向班子和本人作了反馈。";
}

std::string talks_in_words(const Preparation& made) {
    if (made.talks_held == 0) return "〔谈话的人次和主要情况〕";
    auto words = "开展谈心谈话" + count(made.talks_held) + "次";
    if (made.pairs_required > 0)
        words += "，应谈" + count(made.pairs_required) + "对，已谈" + count(made.pairs_done) + "对";
    return words + "。";
}

std::string consultations_in_words(const Preparation& made) {
    const auto& all = made.consulted;
    std::string words;
    const auto add = [&](std::int64_t times, std::string_view what) {
        if (times > 0)
            words += (words.empty() ? "" : "、") + std::string(what) + count(times) + "次";
    };
    add(all.asked, "请示");
    add(all.reported, "报告");
    add(all.guided, "接受指导");
    add(all.inspected, "接受检查");
    if (words.empty()) return "〔向巡视巡察办请示报告、接受指导检查的情况〕";
    if (all.waiting > 0) words += "，" + count(all.waiting) + "件请示尚待答复";
    return "与巡视巡察办沟通，" + words + "。";
}

std::string statements_in_words(const Preparation& made) {
    if (made.statements_all == 0) return "〔班子对照检查材料和个人发言提纲的撰写、审阅情况〕";
    return "撰写班子对照检查材料和个人发言提纲" + count(made.statements_all) + "份，经审阅定稿" +
           count(made.statements_approved) + "份。";
}

}  // namespace sittings
