#include "plan/grammar_sections.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "plan/grammar_levels.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

constexpr std::size_t distinct_chars_max = 3;

const text::WordSet& generic_words() {
    static const text::WordSet set(
        "整改 任务 措施 和 及 与 、 问题 清单 落实 情况 进展 反馈 巡察 巡视 意见 的 存在 主要 突出 "
        "具体 工作 内容 事项 台账 分解 "
        "重点 举措 发现 市委 县委 省委 区委 中央 州委 镇委 党委 党组 组 第 对照 各 项 逐项 责任 "
        "分工 完成 局 我 校 院 关于 对 方面 "
        "指出 明细 表 推进 集中 期 目前 安排 细化 清单 专项 常规 提级 交叉 （ ） ( ) ： ， 。 不足 "
        "成效 结果 目标 及其 整改任务 市 县 区 省");
    return set;
}

/// 整改任务和措施: nothing in it but words that every ledger's heading has.
bool is_generic(std::string_view heading) {
    std::size_t distinct = 0;
    while (!heading.empty() && distinct <= distinct_chars_max) {
        if (const auto bytes = generic_words().longest_prefix(heading); bytes > 0) {
            heading.remove_prefix(bytes);
        } else if (const auto number = text::leading_number(heading)) {
            heading.remove_prefix(number->bytes);
        } else if (const auto open = text::placeholder_bytes(heading); open > 0) {
            heading.remove_prefix(open);
        } else {
            heading.remove_prefix(text::bytes_of(heading[0]));
            ++distinct;
        }
    }
    return distinct <= distinct_chars_max;
}

class Sectioner {
  public:
    Sectioner(const Outline& outline, Trust trust) : outline_(outline), trust_(trust) {
        out_.roles.assign(outline.nodes.size(), NodeRole::background);
    }

    Sections decide() {
        if (trust_ == Trust::none) return std::move(out_);
        for (const auto top : outline_.tops) blocks_ += node(top).all_blocks;
        for (const auto top : outline_.tops)
            if (is_ledger_part(node(top))) include(top);
        settle_levels(outline_, out_);
        return std::move(out_);
    }

  private:
    const Node& node(int id) const { return outline_.nodes[static_cast<std::size_t>(id)]; }
    static bool reads_as_problem(const Node& one) {
        return one.names_problem || one.states_problem;
    }

    bool is_ledger_part(const Node& part) const {
        const int inside = part.all_problems - (reads_as_problem(part) ? 1 : 0);
        if (part.is_background && !part.names_problem) return part.all_blocks >= 2 && inside >= 2;
        if (part.all_blocks > 0) return trust_ != Trust::proof || part.all_problems > 0;
        if (part.all_problem_labels > 0 && trust_ != Trust::proof)
            return part.is_ledger || part.all_statements > 0;
        if (trust_ == Trust::proof) return false;
        if (part.is_ledger && inside > 0) return true;
        if (part.is_ledger && part.all_statements >= 2 && !part.children.empty() &&
            text::contains(heading_of(outline_, part), "整改"))
            return true;
        if (part.is_area || part.names_problem) return true;
        return trust_ == Trust::problems &&
               (reads_as_problem(part) ||
                (inside > 0 && inside * 2 >= static_cast<int>(part.children.size())));
    }

    /// A heading that only says "here is the ledger".
    bool is_container(const Node& part) const {
        if (part.is_area || part.children.empty() || part.blocks > 0) return false;
        const auto heading = text::first_sentence(heading_of(outline_, part));
        if (part.style == attachment_style) return true;
        return part.is_ledger && is_generic(heading);
    }

    bool has_evidence(const Node& part) const {
        if (part.is_background && !part.names_problem && part.all_blocks == 0) return false;
        return part.all_blocks > 0 || part.all_problem_labels > 0 || part.is_area ||
               part.all_problems > 0 || (blocks_ == 0 && part.all_statements > 0);
    }

    void include(int id) {
        const auto& part = node(id);
        const bool container = is_container(part);
        out_.roles[static_cast<std::size_t>(id)] =
            container ? NodeRole::container : NodeRole::problem;
        for (const auto child : part.children)
            if (!container || has_evidence(node(child))) include(child);
    }

    const Outline& outline_;
    Trust trust_;
    Sections out_;
    int blocks_ = 0;
};

}  // namespace

bool Sections::any() const {
    return std::any_of(roles.begin(), roles.end(),
                       [](NodeRole role) { return role != NodeRole::background; });
}

Sections sections_of(const Outline& outline, Trust trust) {
    return Sectioner(outline, trust).decide();
}

}  // namespace plan
