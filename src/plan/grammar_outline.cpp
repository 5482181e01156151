#include "plan/grammar_outline.hpp"

#include <algorithm>

#include "text/items.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

using text::MarkStyle;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_structural(const text::Mark& mark) {
    return mark && mark.style != MarkStyle::circled && mark.style != MarkStyle::first_is &&
           mark.style != MarkStyle::letter;
}

bool is_attachment(const Line& line) {
    const auto text = line.whole;
    if (text.size() > 120 || line.mark) return false;
    for (const std::string_view word : {"附件", "附表", "附："})
        if (text.starts_with(word)) return true;
    return false;
}

/// A short line that is nothing but 关于…问题 or …方面, without number.
bool is_named_heading(const Line& line) {
    if (line.mark || line.whole.size() > 240) return false;
    const auto text = text::trim_stops(line.whole);
    if (text.size() != line.whole.size() && line.whole.ends_with("，")) return false;
    if (!text.starts_with("关于") && !text.starts_with("针对") && !text.starts_with("聚焦"))
        return false;
    if (text::first_sentence(text).size() != text.size()) return false;
    for (const std::string_view tail :
         {"问题", "问题的整改", "问题整改", "方面", "的整改", "问题的整改情况", "问题整改情况"})
        if (text.ends_with(tail)) return true;
    return false;
}

class Builder {
  public:
    Builder(std::vector<Line> lines, std::size_t first) : first_(first) {
        out_.lines = std::move(lines);
        const auto count = out_.lines.size();
        out_.roles.assign(count, LineRole::plain);
        out_.owner.assign(count, -1);
        look_ahead();
    }

    Outline build() {
        for (std::size_t i = 0; i < out_.lines.size(); ++i) {
            take(i);
            out_.owner[i] = stack_.empty() ? -1 : stack_.back();
        }
        while (!stack_.empty()) pop(out_.lines.size());
        return std::move(out_);
    }

  private:
    /// For every line, the next one with a block label and the next one with a structural mark.
    void look_ahead() {
        const auto count = out_.lines.size();
        next_block_.assign(count + 1, nowhere);
        next_mark_.assign(count + 1, nowhere);
        for (std::size_t i = count; i-- > 0;) {
            const auto& line = out_.lines[i];
            next_block_[i] = has_block_label(line) ? i : next_block_[i + 1];
            next_mark_[i] = is_structural(line.mark) || line.row != nullptr ? i : next_mark_[i + 1];
            has_dotted_ = has_dotted_ || line.mark.style == MarkStyle::dotted;
        }
    }
    /// A label of measures stands in the line or before the next numbered one.
    bool leads_to_block(std::size_t i) const {
        return has_block_label(out_.lines[i]) || next_block_[i + 1] < next_mark_[i + 1];
    }

    /// 1.整改措施：… A numbered label is no node; 1.存在问题：… neither where 2. is 整改措施：.
    bool is_numbered_label(std::size_t i) const {
        const auto& line = out_.lines[i];
        if (line.pieces.empty() || line.pieces[0].kind != Piece::Kind::label) return false;
        const auto& label = line.pieces[0].label;
        const bool problem = label.kind == LabelKind::problem || label.kind == LabelKind::task ||
                             label.kind == LabelKind::manifestation;
        if (is_bare_label(line) && place_of(key_of(line.mark), line.mark) == 0)
            return false;  // 三、整改措施
        if (!problem) return true;
        for (std::size_t next = next_mark_[i + 1]; next != nowhere; next = next_mark_[next + 1]) {
            const auto& other = out_.lines[next];
            if (other.row != nullptr || style_key(other.mark) != style_key(line.mark)) return false;
            return other.mark.value == line.mark.value + 1 && !other.pieces.empty() &&
                   other.pieces[0].kind == Piece::Kind::label &&
                   other.pieces[0].label.kind != label.kind;
        }
        return false;
    }
    /// Beside 1.1 a plain 1 is the level above.
    StyleKey key_of(text::Mark mark) const {
        if (has_dotted_ && (mark.style == MarkStyle::bare || mark.style == MarkStyle::arabic))
            mark.style = MarkStyle::dotted;
        return style_key(mark);
    }

    int depth_of(StyleKey key) const {
        for (std::size_t d = stack_.size(); d-- > 0;)
            if (out_.nodes[static_cast<std::size_t>(stack_[d])].style == key)
                return static_cast<int>(d);
        return -1;
    }
    const Node& at_depth(int depth) const {
        return out_.nodes[static_cast<std::size_t>(stack_[static_cast<std::size_t>(depth)])];
    }

    /// The item list under a label goes on with this line, or begins with it.
    bool is_item(std::size_t i, StyleKey key) const {
        if (!listing_ || out_.lines[i].mark.style == MarkStyle::part) return false;
        if (out_.lines[i].mark.style == MarkStyle::han && item_style_ != key) return false;
        const auto& line = out_.lines[i];
        const int value = line.mark.value, depth = depth_of(key);
        const bool problem = leads_to_block(i) && (states_problem(line.text) ||
                                                   line.pieces.size() > 1 || item_style_ != key);
        if (item_style_ == key && (value == item_value_ + 1 || value == item_value_ + 2)) {
            if (depth >= 0 && value == at_depth(depth).value + 1)
                return !leads_to_block(i) &&
                       !(names_problem(line.text) ||
                         (states_problem(line.text) && !states_action(line.text)));
            return true;
        }
        if (item_style_ == no_style) {
            if (depth < 0) return !problem;
            return value == 1 && at_depth(depth).value >= 1 &&
                   !(names_problem(line.text) && leads_to_block(i));
        }
        return depth < 0 && !problem;
    }

    void take(std::size_t i) {
        const auto& line = out_.lines[i];
        if (line.row != nullptr) {
            out_.roles[i] = LineRole::table;
            listing_ = false;
            return;
        }
        if (i < first_) return;
        if (is_attachment(line)) return open(i, attachment_style, 0, 0);
        if (!line.pieces.empty() && line.pieces[0].kind == Piece::Kind::label &&
            line.pieces[0].label.kind == LabelKind::problem && line.pieces[0].label.ordinal > 0 &&
            !is_structural(line.mark)) {
            const int same = depth_of(problem_style);
            return open(i, problem_style, line.pieces[0].label.ordinal,
                        same >= 0 ? same : static_cast<int>(stack_.size()));
        }
        const bool marked =
            is_structural(line.mark) && (line.mark.style != MarkStyle::bare || has_dotted_);
        if (marked && !is_numbered_label(i)) {
            const auto key = key_of(line.mark);
            if (is_item(i, key)) {
                out_.roles[i] = LineRole::item;
                item_style_ = key;
                item_value_ = line.mark.value;
            } else {
                open(i, key, line.mark.value, place_of(key, line.mark));
            }
        } else if (is_styled_heading(line)) {
            open_heading(i);
        } else if (is_named_heading(line)) {
            const int same = depth_of(named_style);
            open(i, named_style, 0, same >= 0 ? same : static_cast<int>(stack_.size()));
        }
        follow_labels(i);
    }

    /// A line with a heading style; 整改措施 alone is one only on top, below a problem it is its
    /// label.
    bool is_styled_heading(const Line& line) const {
        if (line.mark || line.outline == 0 || line.pieces.size() > 1) return false;
        if (line.pieces.empty() || line.pieces[0].kind == Piece::Kind::text) return true;
        return is_bare_label(line) && heading_depth(line.outline) == 0;
    }

    int heading_depth(int level) const {
        const StyleKey key = 100 + level;
        if (const int same = depth_of(key); same >= 0) return same;
        int depth = 0;
        const auto count = static_cast<int>(stack_.size());
        while (depth < count && at_depth(depth).style > 100 && at_depth(depth).style < 200 &&
               at_depth(depth).style < key)
            ++depth;
        return depth < count && at_depth(depth).style < 100 ? count : depth;
    }

    void open_heading(std::size_t i) {
        open(i, 100 + out_.lines[i].outline, 0, heading_depth(out_.lines[i].outline));
    }

    /// Where a numbered line stands: beside the last of its style, else below what is open.
    int place_of(StyleKey key, const text::Mark& mark) const {
        if (const int same = depth_of(key); same >= 0) return same;
        if (mark.style == MarkStyle::dotted) {
            for (int d = static_cast<int>(stack_.size()); d-- > 0;) {
                const auto style = at_depth(d).style;
                if (style < 200 || style < key) return d + 1;
            }
            return 0;
        }
        return static_cast<int>(stack_.size());
    }

    /// Keeps account of the list under 整改措施： so that its items are told from nodes.
    void follow_labels(std::size_t i) {
        const auto& line = out_.lines[i];
        if (stack_.empty() || (out_.roles[i] == LineRole::node && is_bare_label(line))) return;
        for (const auto& piece : line.pieces) {
            if (piece.kind != Piece::Kind::label) continue;
            const bool done =
                piece.label.says_what_is_done() || piece.label.kind == LabelKind::next_step ||
                piece.label.kind == LabelKind::goal || piece.label.kind == LabelKind::ignored;
            if (!done) continue;
            listing_ = true;
            item_style_ = no_style;
            item_value_ = 0;
            const auto mark = text::mark_at(piece.text);
            if (!mark) continue;
            item_style_ = key_of(mark);
            item_value_ = mark.value +
                          static_cast<int>(std::max<std::size_t>(
                              text::items_in(piece.text, mark.value).items.size(), 1)) -
                          1;
        }
    }

    void open(std::size_t i, StyleKey key, int value, int depth) {
        while (static_cast<int>(stack_.size()) > depth) pop(i);
        Node node;
        node.line = i;
        node.style = key;
        node.value = value;
        node.parent = stack_.empty() ? -1 : stack_.back();
        node.depth = static_cast<int>(stack_.size());
        const auto id = static_cast<int>(out_.nodes.size());
        (node.parent < 0 ? out_.tops : out_.nodes[static_cast<std::size_t>(node.parent)].children)
            .push_back(id);
        out_.nodes.push_back(std::move(node));
        stack_.push_back(id);
        out_.roles[i] = LineRole::node;
        listing_ = false;
    }
    void pop(std::size_t end) {
        out_.nodes[static_cast<std::size_t>(stack_.back())].end = end;
        stack_.pop_back();
    }

    Outline out_;
    std::size_t first_;
    std::vector<std::size_t> next_block_, next_mark_;
    std::vector<int> stack_;
    bool has_dotted_ = false, listing_ = false;
    StyleKey item_style_ = no_style;
    int item_value_ = 0;
};

void read_heading(const Outline& outline, Node& node) {
    const auto heading = heading_of(outline, node);
    node.is_area = is_area_heading(heading) ||
                   (is_area_heading(text::first_sentence(heading)) && heading.size() < 240);
    node.names_problem = names_problem(heading);
    node.states_problem = node.names_problem || states_problem(heading);
    node.states_action = states_action(heading);
    node.is_background = node.style == attachment_style || is_background_heading(heading);
    node.is_ledger = is_ledger_heading(heading);
}

void count_line(const Line& line, Node& node, bool heads) {
    if (heads && is_bare_label(line)) return;
    for (const auto& piece : line.pieces) {
        if (piece.kind == Piece::Kind::fields) ++node.statements;
        if (piece.kind != Piece::Kind::label) continue;
        const auto kind = piece.label.kind;
        node.blocks += piece.label.says_what_is_done();
        node.reports += kind == LabelKind::progress || kind == LabelKind::result;
        node.statements +=
            kind == LabelKind::holder || kind == LabelKind::deadline || kind == LabelKind::status;
        node.problem_labels += kind == LabelKind::problem || kind == LabelKind::task;
    }
}

}  // namespace

StyleKey style_key(const text::Mark& mark) {
    if (mark.style == MarkStyle::dotted) return 200 + mark.parts;
    return mark ? 10 + static_cast<int>(mark.style) : no_style;
}

bool is_bare_label(const Line& line) {
    if (line.pieces.size() != 1 || line.pieces[0].kind != Piece::Kind::label) return false;
    const auto words = line.pieces[0].words;
    return line.pieces[0].text.empty() && !text::contains(words, "：") &&
           !text::contains(words, ":") && !text::contains(words, "【");
}

bool has_block_label(const Line& line) {
    if (line.mark && is_bare_label(line)) return false;  // 三、整改措施 may be a heading
    return std::any_of(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
        return piece.kind == Piece::Kind::label && piece.label.says_what_is_done();
    });
}

std::string_view heading_of(const Outline& outline, const Node& node) {
    const auto& line = outline.lines[node.line];
    if (node.style == attachment_style) return line.whole;
    if (line.pieces.empty()) return {};
    const auto& first = line.pieces[0];
    if (first.kind == Piece::Kind::text) return first.text;
    if (first.kind != Piece::Kind::label) return {};
    return first.text.empty() && line.pieces.size() == 1 ? line.text : first.text;
}

Outline outline_of(std::vector<Line> lines, std::size_t first_line) {
    auto outline = Builder(std::move(lines), first_line).build();
    for (auto& node : outline.nodes) read_heading(outline, node);
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        if (outline.owner[i] < 0) continue;
        auto& node = outline.nodes[static_cast<std::size_t>(outline.owner[i])];
        count_line(outline.lines[i], node, outline.roles[i] == LineRole::node);
        node.all_tables += outline.roles[i] == LineRole::table;
    }
    for (std::size_t i = outline.nodes.size(); i-- > 0;) {
        auto& node = outline.nodes[i];
        node.all_blocks += node.blocks;
        node.all_statements += node.statements;
        node.all_problem_labels += node.problem_labels;
        node.all_problems += node.names_problem || node.states_problem;
        if (node.parent < 0) continue;
        auto& parent = outline.nodes[static_cast<std::size_t>(node.parent)];
        parent.all_blocks += node.all_blocks;
        parent.all_statements += node.all_statements;
        parent.all_problem_labels += node.all_problem_labels;
        parent.all_problems += node.all_problems;
        parent.all_tables += node.all_tables;
    }
    return outline;
}

}  // namespace plan
