// The numbered lines of a document as a tree, by their styles alone: 一、 over （一） over 1. … as
// the document uses them. Items under 整改措施 are no nodes. What a node is (area, problem,
// background) is decided later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plan/grammar_line.hpp"

namespace plan {

/// A style of numbering as one number, deeper dotted numbers apart; heading styles of Word too.
using StyleKey = int;
inline constexpr StyleKey no_style = 0;
inline constexpr StyleKey attachment_style = 1;  // 附件1
inline constexpr StyleKey named_style = 2;       // a line that is nothing but 关于…问题
inline constexpr StyleKey problem_style = 3;     // 问题一：
[[nodiscard]] StyleKey style_key(const text::Mark& mark);

struct Node {
    std::size_t line = 0;
    StyleKey style = no_style;
    int value = 0;
    int parent = -1;  // -1: the document itself
    int depth = 0;    // from 0
    std::vector<int> children;
    std::size_t end = 0;  // line behind its last one, children included

    // What its heading says.
    bool names_problem = false, states_problem = false, states_action = false;
    bool is_area = false, is_background = false, is_ledger = false;
    // What its own lines hold, children left out: labels of measures and reports, statements,
    // 存在问题.
    int blocks = 0, statements = 0, problem_labels = 0, reports = 0;
    // The same with all children; and nodes that name or state a problem.
    int all_blocks = 0, all_statements = 0, all_problems = 0, all_problem_labels = 0,
        all_tables = 0;
};

enum class LineRole : std::uint8_t {
    plain,
    node,  // heads a node
    item,  // a numbered item under a label
    table,
};

struct Outline {
    std::vector<Line> lines;
    std::vector<LineRole> roles;  // one a line
    std::vector<int> owner;       // one a line: the innermost node, -1 before the first
    std::vector<Node> nodes;      // in the order of the document
    std::vector<int> tops;        // nodes without parent
};

/// `title_line`: lines up to it are no nodes.
[[nodiscard]] Outline outline_of(std::vector<Line> lines, std::size_t first_line);
/// The heading of a node: its text up to the first label or bracket with fields.
[[nodiscard]] std::string_view heading_of(const Outline& outline, const Node& node);
/// The whole line is a label without a colon: 整改措施.
[[nodiscard]] bool is_bare_label(const Line& line);
/// 整改措施 or 整改情况 stands in the line.
[[nodiscard]] bool has_block_label(const Line& line);

}  // namespace plan
