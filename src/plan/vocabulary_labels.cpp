// Labels and column headings: a table of heads with the modifiers that may stand before them, and
// the composition of responsibility words (牵头 + 单位, 责任 + 领导 …).
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "plan/vocabulary.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using ledger::HolderRole;

struct Heads {
    LabelKind kind;
    bool bare;  // may stand without a modifier
    std::string_view words;
};

// clang-format off
constexpr Heads heads[] = {
    {LabelKind::number, true,
     "序号 编号 问题序号 问题编号 任务序号 号"},
    {LabelKind::ignored, true,
     "措施序号 措施编号 条数 备注 佐证材料 佐证 印证材料 支撑材料 证明材料 原因 原因分析 "
     "问题原因 产生原因 根本原因 未完成原因 原因剖析 问题成因 成因分析 问题来源 来源 问题根源 "
     "审核意见 验收意见 核查意见 责任追究 责任追究情况 追责问责情况 问责情况 建章立制 "
     "建章立制情况 举一反三 举一反三情况 联系电话 签字 实际完成时间 实际完成日期 "
     "未完成原因及下一步措施 整改类型 制度成果 存在困难 困难问题 未整改到位原因 销号时间 完成率 "
     "说明 整改方式 政策依据 制度依据"},
    {LabelKind::reference, true,
     "对应问题序号 对应问题编号 对应问题 对应序号 所属问题 所属问题序号 所属问题编号 关联问题 "
     "关联问题序号 对应的问题"},
    {LabelKind::area, true,
     "方面 类别 问题类别 问题分类 分类 大类 大项 领域 问题类型 所属方面 问题方面 板块 巡察重点 "
     "巡视重点 聚焦重点 一级问题 反馈方面 问题大类 监督重点 问题领域"},
    {LabelKind::area, false,
     "类型"},
    {LabelKind::problem, true,
     "问题 问题表述 问题描述 问题内容 问题清单 问题名称 意见问题 问题事项 二级问题 问题概述 "
     "问题原文 问题及表现 问题及具体表现 问题和表现"},
    {LabelKind::problem, false,
     "意见 的问题 不足"},
    {LabelKind::task, false,
     "事项 内容 项目"},
    {LabelKind::manifestation, false,
     "表现 情形"},
    {LabelKind::manifestation, true,
     "问题表现 问题具体表现 表现形式 三级问题 问题细化 子问题"},
    {LabelKind::task, true,
     "任务 工作任务 任务内容"},
    {LabelKind::goal, true,
     "目标 目标任务 预期目标 预期成效 预期效果 目标要求 工作目标 落实目标 阶段目标 成果形式"},
    {LabelKind::goal, false,
     "标准 要求"},
    {LabelKind::measure, true,
     "措施 举措 任务措施 措施内容 措施清单 措施任务 归零措施 措施和办法"},
    {LabelKind::measure, false,
     "做法 任务和措施 任务及措施 办法 路径 方案 思路 意见措施 情况及措施"},
    {LabelKind::progress, false,
     "情况 进度 现状 工作开展情况 情况及成效 情况和成效 反馈情况 过程 开展情况"},
    {LabelKind::progress, true,
     "进展 进展情况 进度情况 完成情况 落实情况 结果情况 措施完成情况 措施落实情况 办理情况 "
     "推进情况 工作进展 进展及成效 进展成效 进展情况及成效 完成情况及成效 落实情况及成效"},
    {LabelKind::result, true,
     "成效 取得成效 取得的成效 阶段性成果 阶段性成效"},
    {LabelKind::result, false,
     "结果 效果 成果 实效"},
    {LabelKind::next_step, true,
     "下一步 下步 下一步打算 下一步措施 下步打算 下步措施 下一步工作 下步工作 后续措施 "
     "下一步计划 下步计划 后续工作 下一步整改措施 下步整改措施 后续整改措施 下一步工作打算 "
     "下步工作打算 后续打算 下一步工作措施 下一步整改打算 后续计划 下一步工作计划 长效机制 "
     "下一步安排"},
    {LabelKind::status, true,
     "状态 是否完成 销号情况 是否销号 完成状态 是否整改到位 是否完成整改 销号状态 完成与否 "
     "进展状态 是否整改完成 办结情况 当前状态 销号 是否办结 落实状态"},
    {LabelKind::status, false,
     "结论"},
};
// clang-format on

constexpr std::string_view modifiers =
    "整改落实 整改工作 整改 巡察反馈 巡视反馈 巡察组 巡视组 巡察 巡视 反馈的 反馈 具体 主要 "
    "存在的 存在 突出 目前 当前 采取的 采取 拟采取的 拟采取 针对性 对应 相应 落实 工作 完成 "
    "发现的 发现 指出的 指出 推进 办理 审计 检查 阶段性 集中 后续 取得的 取得 进展 本次 专项 督查 "
    "我单位 我局 细化 实施 重点 移交 需整改的 需整改 立行立改";

/// 情况, 内容 … say nothing alone: one of these must stand before them.
bool says_rectification(std::string_view stripped) {
    return text::has_any<"整改 落实 完成 进展 推进 办理 反馈 采取 具体 主要 存在 实施 取得 阶段性">(
        stripped);
}

constexpr std::string_view holder_modifiers =
    "整改 具体 主要 直接 第一 县级 市级 区级 校级 局级 院级 县 市 区 省 校 院 局 厅 镇 街道 党委 "
    "党组 班子 公司 落实 分工 部门 单位 科室 主体 工作 的 牵头 责任 项目 问题";

struct Head {
    LabelKind kind;
    bool bare;
};

const std::unordered_map<std::string_view, Head>& head_index() {
    static const auto index = [] {
        std::unordered_map<std::string_view, Head> made;
        for (const auto& group : heads)
            for (const auto word : text::words_of(group.words))
                made.emplace(word, Head{group.kind, group.bare});
        return made;
    }();
    return index;
}

const text::WordSet& set_of_modifiers() {
    static const text::WordSet set(modifiers);
    return set;
}
const text::WordSet& set_of_holder_modifiers() {
    static const text::WordSet set(holder_modifiers);
    return set;
}

std::uint8_t bit(HolderRole role) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(role));
}

enum class Lead : std::uint8_t { none, leads, answers, helps };
enum class Noun : std::uint8_t { none, leader, unit, person };

struct LeadWord {
    std::string_view word;
    Lead lead;
};
constexpr LeadWord lead_words[] = {
    {"牵头", Lead::leads},   {"挂帅", Lead::leads},   {"包抓", Lead::leads},
    {"领衔", Lead::leads},   {"主责", Lead::answers}, {"责任", Lead::answers},
    {"分管", Lead::answers}, {"主管", Lead::answers}, {"承办", Lead::answers},
    {"主办", Lead::answers}, {"落实", Lead::answers}, {"实施", Lead::answers},
    {"整改", Lead::answers}, {"负责", Lead::answers}, {"经办", Lead::answers},
    {"包案", Lead::answers}, {"配合", Lead::helps},   {"协办", Lead::helps},
    {"协同", Lead::helps},   {"协助", Lead::helps},   {"参与", Lead::helps},
    {"协作", Lead::helps},   {"协调", Lead::helps},
};
struct NounWord {
    std::string_view word;
    Noun noun;
};
constexpr NounWord noun_words[] = {
    {"领导同志", Noun::leader}, {"领导", Noun::leader},   {"分管领导", Noun::leader},
    {"班子成员", Noun::leader}, {"县领导", Noun::leader}, {"市领导", Noun::leader},
    {"区领导", Noun::leader},   {"校领导", Noun::leader}, {"局领导", Noun::leader},
    {"院领导", Noun::leader},   {"镇领导", Noun::leader}, {"党委领导", Noun::leader},
    {"厅领导", Noun::leader},   {"委领导", Noun::leader}, {"公司领导", Noun::leader},
    {"班子领导", Noun::leader}, {"单位", Noun::unit},     {"部门", Noun::unit},
    {"科室", Noun::unit},       {"处室", Noun::unit},     {"股室", Noun::unit},
    {"党支部", Noun::unit},     {"支部", Noun::unit},     {"党组织", Noun::unit},
    {"机构", Noun::unit},       {"站所", Noun::unit},     {"科", Noun::unit},
    {"处", Noun::unit},         {"主体", Noun::unit},     {"办公室", Noun::unit},
    {"站办", Noun::unit},       {"室", Noun::unit},       {"学院", Noun::unit},
    {"党总支", Noun::unit},     {"镇街", Noun::unit},     {"乡镇", Noun::unit},
    {"科室站所", Noun::unit},   {"部室", Noun::unit},     {"办所", Noun::unit},
    {"科室单位", Noun::unit},   {"人", Noun::person},     {"人员", Noun::person},
    {"负责人", Noun::person},   {"责任人", Noun::person}, {"人姓名", Noun::person},
};

std::string_view strip_modifiers(std::string_view words) {
    while (const auto bytes = set_of_holder_modifiers().longest_prefix(words))
        words.remove_prefix(bytes);
    return words;
}

/// The noun the words end in, with nothing but modifiers before it.
Noun noun_of(std::string_view words) {
    for (const auto& noun : noun_words)
        if (words.ends_with(noun.word) &&
            strip_modifiers(words.substr(0, words.size() - noun.word.size())).empty())
            return noun.noun;
    return Noun::none;
}

std::uint8_t role_of(Lead lead, Noun noun) {
    if (noun == Noun::unit)
        return bit(lead == Lead::leads   ? HolderRole::lead_unit
                   : lead == Lead::helps ? HolderRole::cooperating_unit
                                         : HolderRole::responsible_unit);
    if (lead == Lead::leads) return bit(HolderRole::lead_leader);
    if (noun == Noun::leader && lead == Lead::answers) return bit(HolderRole::responsible_leader);
    return lead == Lead::helps ? 0 : bit(HolderRole::handler);
}

/// One part of a responsibility label; `lead` is carried from 责任领导 to the 单位 behind a stroke.
std::uint8_t roles_of_part(std::string_view part, Lead& lead) {
    if (part == "经办人" || part == "联络员" || part == "负责人" || part == "具体负责人" ||
        part == "承办人")
        return bit(HolderRole::handler);
    if (part == "分管负责人" || part == "主管负责人" || part == "包保领导" || part == "挂联领导")
        return bit(HolderRole::responsible_leader);
    for (std::size_t at = 0; at < part.size() && at <= 24; at += text::bytes_of(part[at])) {
        const auto rest = part.substr(at);
        for (const auto& word : lead_words) {
            if (!rest.starts_with(word.word)) continue;
            const auto noun = noun_of(rest.substr(word.word.size()));
            if (noun == Noun::none) continue;
            if (!strip_modifiers(part.substr(0, at)).empty()) return 0;
            lead = word.lead;
            return role_of(word.lead, noun);
        }
    }
    if (lead == Lead::none) return 0;
    const auto noun = noun_of(part);
    return noun == Noun::none ? std::uint8_t{0} : role_of(lead, noun);
}

bool is_joint(char32_t c) {
    return c == U'、' || c == U'/' || c == U'／' || c == U'及' || c == U'和' || c == U'与' ||
           c == U'（' || c == U'(' || c == U'）' || c == U')' || c == U'，' || c == U'|' ||
           c == U'\\' || c == U'＼';
}

/// 责任单位及责任人, 责任领导/部门, 责任科室（人）
Label holder_label(std::string_view words) {
    Label label;
    Lead lead = Lead::none;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= words.size();) {
        const bool end = at == words.size();
        const auto here = at;
        const auto c = end ? U'、' : text::char_at(words, at);
        at += end ? 1 : text::bytes_of(words[at]);
        if (!is_joint(c)) continue;
        const auto part = words.substr(start, here - start);
        start = at;
        if (part.empty()) continue;
        const auto roles = roles_of_part(part, lead);
        if (roles == 0) return {};
        label.roles = static_cast<std::uint8_t>(label.roles | roles);
    }
    if (label.roles != 0) label.kind = LabelKind::holder;
    return label;
}

bool is_deadline_label(std::string_view words) {
    if (!text::words<"时限 期限 时间 日期 节点 完成时 时限要求 时间要求 时间进度">().ends(words) ||
        text::has_any<"实际 会议 召开 学习 填报 反馈时 发布 成文 巡察时 巡视时 报送 填表 单位 措施 "
                      "责任 领导 部门 科室">(words))
        return false;
    constexpr std::string_view tails[] = {"时间节点", "时限要求", "时间要求", "时间进度", "时限",
                                          "期限",     "时间",     "日期",     "节点",     "完成时"};
    for (const auto tail : tails) {
        if (!words.ends_with(tail)) continue;
        const auto front = words.substr(0, words.size() - tail.size());
        if (front.empty())
            return tail == "时限" || tail == "期限" || tail == "时间节点" || tail == "时限要求";
        return front.size() <= 24 && text::has_any<
                                         "完成 整改 办结 计划 预计 截止 截至 限定 目标 落实 "
                                         "任务 销号 拟 规定 要求">(front);
    }
    return false;
}

Label plain_label(std::string_view words) {
    const auto& index = head_index();
    Label label;
    std::string_view rest = words;
    for (;;) {
        const auto stripped = words.substr(0, words.size() - rest.size());
        if (const auto found = index.find(rest); found != index.end())
            if (found->second.bare || says_rectification(stripped)) {
                label.kind = found->second.kind;
                label.detail =
                    label.kind == LabelKind::problem &&
                    (text::contains(stripped, "具体") || text::contains(stripped, "细化"));
                if (label.kind == LabelKind::problem && rest == "意见" &&
                    !text::contains(stripped, "反馈"))
                    return {};
                if (label.kind == LabelKind::task && rest == "内容" &&
                    text::contains(stripped, "具体"))
                    return {};
                return label;
            }
        const auto bytes = set_of_modifiers().longest_prefix(rest);
        if (bytes == 0 || bytes == rest.size()) return {};
        rest.remove_prefix(bytes);
    }
}

/// 措施2, 问题（一）: the number off, told in `ordinal`.
std::string_view without_ordinal(std::string_view words, int& ordinal) {
    auto rest = words;
    const auto last = text::last_char(rest);
    if (last == U'）' || last == U')') rest = rest.substr(0, text::before(rest, rest.size()));
    std::size_t at = rest.size();
    while (at > 0) {
        const auto previous = text::before(rest, at);
        const auto number = text::leading_number(rest.substr(previous));
        if (!number || number->bytes != rest.size() - previous) break;
        at = previous;
        ordinal = number->value;
    }
    if (at == rest.size() || ordinal <= 0 || ordinal > 500) return ordinal = 0, words;
    rest = rest.substr(0, at);
    const auto open = text::last_char(rest);
    if (open == U'（' || open == U'(') rest = rest.substr(0, text::before(rest, rest.size()));
    return rest;
}

/// 相关责任: one column for everybody who answers; its cells name the roles, or units and persons.
bool is_common_holder_label(std::string_view words) {
    return words == "相关责任" || words == "责任层级";
}

Label label_of_words(std::string_view words) {
    if (is_common_holder_label(words))
        return {.kind = LabelKind::holder,
                .roles = static_cast<std::uint8_t>(bit(HolderRole::responsible_unit) |
                                                   bit(HolderRole::handler))};
    if (is_deadline_label(words)) return {.kind = LabelKind::deadline};
    if (auto label = plain_label(words)) return label;
    if (auto label = holder_label(words)) return label;
    return {};
}

/// 整改措施及完成时限, 责任单位和完成时限: two labels in one.
Label joint_label(std::string_view words) {
    for (const std::string_view joint : {"及", "和", "与", "、", "/", "／", "（", "("}) {
        const auto at = words.find(joint);
        if (at == std::string_view::npos || at == 0) continue;
        auto left = label_of_words(words.substr(0, at));
        auto tail = words.substr(at + joint.size());
        if (tail.ends_with("）"))
            tail.remove_suffix(3);
        else if (tail.ends_with(")"))
            tail.remove_suffix(1);
        const auto right = label_of_words(tail);
        if (!left) continue;
        if (!right) return joint == "（" || joint == "(" ? left : Label{};
        left.roles = static_cast<std::uint8_t>(left.roles | right.roles);
        left.with_deadline = right.kind == LabelKind::deadline;
        if (left.kind == LabelKind::deadline && right.kind == LabelKind::holder)
            left = {.kind = LabelKind::holder, .roles = right.roles, .with_deadline = true};
        return left;
    }
    return {};
}

/// Most texts asked about are no labels: told by their last character, without a look into the
/// tables.
bool may_end_label(char32_t last) {
    static const auto ends = [] {
        std::unordered_set<char32_t> made;
        const auto add = [&](std::string_view word) { made.insert(text::last_char(word)); };
        for (const auto& group : heads)
            for (const auto word : text::words_of(group.words)) add(word);
        for (const auto& noun : noun_words) add(noun.word);
        for (const std::string_view word : {"员", "限", "间", "期", "点", "求", "度", "时", "下",
                                            "有", "是", "为", "括", "任", "级"})
            add(word);
        return made;
    }();
    return ends.contains(last) || text::closes_bracket(last) || text::is_space(last) ||
           text::is_digit(last) || text::is_numeral(last);
}

}  // namespace

Label label_of(std::string_view given) {
    if (given.empty() || given.size() > 90 || !may_end_label(text::last_char(given))) return {};
    const auto squeezed = text::without_spaces(given);
    std::string_view words = squeezed;
    for (const std::string_view tail : {"如下", "有", "是", "为", "包括"})
        if (words.ends_with(tail) && words.size() > tail.size() + 5) {
            words.remove_suffix(tail.size());
            break;
        }
    if (auto label = label_of_words(words)) return label;
    if (auto label = joint_label(words)) return label;
    int ordinal = 0;
    const auto shorter = without_ordinal(words, ordinal);
    if (ordinal == 0) return {};
    auto label = label_of_words(shorter);
    label.ordinal = ordinal;
    return label;
}

bool is_strong(const Label& label) {
    return label.says_what_is_done() || label.kind == LabelKind::next_step;
}

}  // namespace plan
