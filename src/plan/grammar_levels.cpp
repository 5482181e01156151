#include "plan/grammar_levels.hpp"

#include <algorithm>
#include <map>

#include "text/punctuation.hpp"

namespace plan {
namespace {

using text::MarkStyle;

struct StyleFacts {
    StyleKey style = no_style;
    int nodes = 0, depth = 0;  // depth: sum below containers
    int with_blocks = 0;       // nodes with measures of their own
    int problems = 0, areas = 0, actions = 0, statements = 0;
    int with_children = 0;
    int restarts = 0, runs_on = 0;     // at a new parent: counts from 1 again, or goes on
    int single_last = 0, several = 0;  // parents of two or more: only the last has measures
    [[nodiscard]] bool mostly_areas() const { return areas * 2 > nodes; }
    [[nodiscard]] bool runs_through() const { return runs_on > 0 && runs_on >= restarts; }
};

constexpr StyleKey han = 10 + static_cast<int>(MarkStyle::han),
                   part = 10 + static_cast<int>(MarkStyle::part),
                   han_bracket = 10 + static_cast<int>(MarkStyle::han_bracket),
                   arabic = 10 + static_cast<int>(MarkStyle::arabic),
                   arabic_bracket = 10 + static_cast<int>(MarkStyle::arabic_bracket),
                   arabic_half = 10 + static_cast<int>(MarkStyle::arabic_half);

class Levels {
  public:
    Levels(const Outline& outline, Sections& sections) : outline_(outline), sections_(sections) {}

    void settle() {
        gather();
        if (facts_.empty()) return;
        int blocks = 0, problems = 0;
        for (const auto& fact : facts_)
            blocks += fact.with_blocks, problems = std::max(problems, fact.nodes);
        sections_.labelled = blocks > 0 && blocks * 5 >= problems;
        take_out_measures();
        assign();
        for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
            auto& role = sections_.roles[i];
            if (role == NodeRole::problem) role = roles_[outline_.nodes[i].style];
        }
    }

  private:
    bool counts(int id) const {
        return id >= 0 && sections_.roles[static_cast<std::size_t>(id)] == NodeRole::problem;
    }
    const Node& node(int id) const { return outline_.nodes[static_cast<std::size_t>(id)]; }

    void gather() {
        std::map<StyleKey, StyleFacts> found;
        std::map<StyleKey, std::pair<int, int>> last;  // style -> parent, value
        for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
            if (!counts(static_cast<int>(i))) continue;
            const auto& one = outline_.nodes[i];
            auto& fact = found[one.style];
            fact.style = one.style;
            ++fact.nodes;
            for (int up = one.parent; counts(up); up = node(up).parent) ++fact.depth;
            fact.with_blocks += one.blocks > 0;
            fact.problems += one.states_problem;
            fact.areas += one.is_area;
            fact.actions += one.states_action && !one.states_problem;
            fact.statements += one.statements > 0;
            fact.with_children += !one.children.empty();
            if (const auto before = last.find(one.style);
                before != last.end() && before->second.first != one.parent)
                ++(one.value > 1 && one.value > before->second.second ? fact.runs_on
                                                                      : fact.restarts);
            last[one.style] = {one.parent, one.value};
            look_at_children(one);
        }
        for (auto& [style, fact] : found) {
            if (const auto shared = shared_.find(style); shared != shared_.end()) {
                fact.several = shared->second.first;
                fact.single_last = shared->second.second;
            }
            facts_.push_back(fact);
        }
        std::sort(facts_.begin(), facts_.end(), [](const StyleFacts& a, const StyleFacts& b) {
            return a.depth * b.nodes < b.depth * a.nodes;
        });
    }

    void look_at_children(const Node& one) {
        int with = 0, all = 0;
        const Node* final = nullptr;
        for (const auto child : one.children) {
            if (!counts(child)) continue;
            ++all;
            with += node(child).blocks > 0;
            final = &node(child);
        }
        if (all < 2 || final->all_blocks == 0) return;
        auto& [several, single] = shared_[final->style];
        ++several;
        single += with == 1 && final->blocks > 0 && one.blocks == 0;
    }

    /// Styles whose nodes say what is done, without label and without shortcoming, number measures.
    void take_out_measures() {
        bool problems_above = false;
        std::vector<StyleFacts> kept;
        for (const auto& fact : facts_) {
            const bool deep =
                problems_above || (!kept.empty() && fact.statements * 2 >= fact.nodes);
            const bool measure = fact.with_blocks == 0 && fact.areas == 0 && deep &&
                                 fact.problems * 3 < fact.nodes && fact.depth > 0 &&
                                 (fact.actions * 2 >= fact.nodes || !sections_.labelled);
            if (measure) {
                roles_[fact.style] = NodeRole::measure;
            } else {
                kept.push_back(fact);
                problems_above = problems_above || fact.problems * 2 >= fact.nodes;
            }
        }
        facts_ = std::move(kept);
    }

    void assign() {
        const auto count = facts_.size();
        if (count == 1) return assign_one(facts_[0]);
        if (count == 2) return assign_two(facts_[0], facts_[1]);
        if (count == 0) return;
        std::size_t area = count == 3 ? 0 : 1;
        if (count == 3 && facts_[2].runs_through() && !facts_[1].runs_through()) area = 1;
        if (count >= 3 && facts_[1].mostly_areas() && !facts_[0].mostly_areas()) area = 1;
        if (count > 3 && facts_[0].mostly_areas() && !facts_[1].mostly_areas()) area = 0;
        if (facts_[0].style == problem_style) area = count;  // problems on top
        for (std::size_t i = 0; i < count; ++i) {
            const auto role = area == count ? (i == 0 ? NodeRole::problem : NodeRole::manifestation)
                              : i < area    ? NodeRole::container
                              : i == area   ? NodeRole::area
                              : i == area + 1 ? NodeRole::problem
                                              : NodeRole::manifestation;
            roles_[facts_[i].style] = role;
        }
    }

    void assign_one(const StyleFacts& only) {
        roles_[only.style] = NodeRole::problem;
        if (!only.mostly_areas()) return;
        const bool items = items_lead_to_blocks(only.style);
        const bool plain = only.problems * 2 < only.nodes;  // …方面, not …方面的问题
        sections_.items_are_problems = items;
        if (items || plain) roles_[only.style] = NodeRole::area;
    }

    void assign_two(const StyleFacts& upper, const StyleFacts& lower) {
        const bool areas = upper_is_area(upper, lower);
        roles_[upper.style] = areas ? NodeRole::area : NodeRole::problem;
        roles_[lower.style] = areas ? NodeRole::problem : NodeRole::manifestation;
    }

    static bool upper_is_area(const StyleFacts& upper, const StyleFacts& lower) {
        if (upper.style == problem_style) return false;
        if (lower.style == problem_style || upper.mostly_areas() || lower.runs_through())
            return true;
        if (upper.with_blocks * 2 > upper.nodes) return false;
        const bool one_block = lower.several > 0 && lower.single_last * 2 > lower.several;
        if (one_block) return false;
        if (upper.style == han || upper.style == part || upper.style == han_bracket) return true;
        if (upper.style == arabic || upper.style == arabic_bracket) {
            const bool below = lower.style == arabic_bracket || lower.style == arabic_half;
            return !below || upper.problems == 0;
        }
        return upper.with_blocks == 0;
    }

    /// ①… lines below the nodes of this style have measures of their own.
    bool items_lead_to_blocks(StyleKey style) const {
        int found = 0;
        for (std::size_t i = 0; i + 1 < outline_.lines.size(); ++i) {
            const auto& line = outline_.lines[i];
            if (line.mark.style != MarkStyle::circled && line.mark.style != MarkStyle::first_is)
                continue;
            const auto owner = outline_.owner[i];
            if (!counts(owner) || node(owner).style != style) continue;
            found += has_block_label(line) ||
                     (outline_.owner[i + 1] == owner && has_block_label(outline_.lines[i + 1]));
        }
        return found > 1;
    }

    const Outline& outline_;
    Sections& sections_;
    std::vector<StyleFacts> facts_;
    std::map<StyleKey, NodeRole> roles_;
    std::map<StyleKey, std::pair<int, int>> shared_;
};

}  // namespace

void settle_levels(const Outline& outline, Sections& sections) {
    Levels(outline, sections).settle();
}

}  // namespace plan
