#include "plan/read_table_header.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "plan/read_deadline.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

constexpr std::size_t head_rows_max = 10;
constexpr std::size_t head_chars_max = 24;

/// The label of a head cell: whole, or without an explanation in brackets (整改措施（具体明确）).
Label head_label(std::string_view cell) {
    const auto text = text::trim(cell);
    if (text.empty() || base::chars_in(text) > 40) return {};
    if (const auto label = label_of(text::trim_stops(text))) return label;
    const auto brackets = text::outer_brackets(text);
    if (brackets.empty()) return {};
    std::string bare(text.substr(0, brackets[0].open));
    bare += text.substr(brackets.back().end);
    return label_of(text::trim_stops(bare));
}

bool is_content(const Label& label) {
    switch (label.kind) {
        case LabelKind::problem:
        case LabelKind::manifestation:
        case LabelKind::task:
        case LabelKind::measure:
        case LabelKind::progress:
        case LabelKind::result: return true;
        default: return false;
    }
}

bool could_head(const office::Block& row) {
    std::size_t cells = 0, labels = 0, contents = 0;
    for (const auto& cell : row.cells) {
        if (text::trim(cell.text).empty()) continue;
        ++cells;
        const auto label = head_label(cell.text);
        labels += static_cast<bool>(label);
        contents += is_content(label);
    }
    return labels >= 2 && contents >= 1 &&
           labels * 5 >= cells * 3;  // a form has a value beside each label
}

/// A second row of the head: all it says anew is short, and most of it is labels.
bool continues_head(const office::Block& row, const office::Block& above) {
    std::size_t fresh = 0, labels = 0;
    for (const auto& cell : row.cells) {
        const auto text = text::trim(cell.text);
        if (text.empty() || cell.continued) continue;
        if (base::chars_in(text) > head_chars_max) return false;
        ++fresh;
        bool label = static_cast<bool>(head_label(text)) || is_status(text);
        for (const auto& upper : above.cells)
            if (!label && upper.column <= cell.column &&
                cell.column < upper.column + upper.columns && upper.columns > 1)
                label = static_cast<bool>(label_of(text::without_spaces(upper.text + cell.text)));
        labels += label;
    }
    return fresh > 0 && labels * 3 >= fresh * 2;
}

const office::Cell* cell_over(const office::Block& row, int column) {
    for (const auto& cell : row.cells)
        if (cell.column <= column && column < cell.column + cell.columns) return &cell;
    return nullptr;
}

Label column_label(const office::Block& upper, const office::Block* lower, int column) {
    const auto* above = cell_over(upper, column);
    const auto* below = lower == nullptr ? nullptr : cell_over(*lower, column);
    const std::string_view top =
        above == nullptr ? std::string_view{} : std::string_view(above->text);
    if (below == nullptr || below->continued || text::trim(below->text).empty())
        return head_label(top);
    if (const auto label = head_label(below->text); label && label.kind != LabelKind::task)
        return label;
    if (const auto label = label_of(text::without_spaces(std::string(top) + below->text)))
        return label;
    if (const auto label = head_label(below->text)) return label;
    return head_label(top);
}

/// Two columns for problems, tasks beside problems …: which of them is what here.
void settle(TableHead& head) {
    const auto count = [&](LabelKind kind) {
        return std::count_if(head.columns.begin(), head.columns.end(),
                             [&](const Column& c) { return c.label.kind == kind; });
    };
    if (count(LabelKind::problem) > 1) {
        bool first = true;
        const bool details = std::any_of(
            head.columns.begin(), head.columns.end(),
            [](const Column& c) { return c.label.kind == LabelKind::problem && c.label.detail; });
        for (auto& column : head.columns) {
            if (column.label.kind != LabelKind::problem) continue;
            if (details ? column.label.detail : !first)
                column.label.kind = LabelKind::manifestation;
            first = false;
        }
    }
    const bool problems = count(LabelKind::problem) > 0, measures = count(LabelKind::measure) > 0;
    for (auto& column : head.columns) {
        if (column.label.kind == LabelKind::task)
            column.label.kind = !problems && measures ? LabelKind::problem
                                : measures            ? LabelKind::ignored
                                : problems            ? LabelKind::measure
                                                      : LabelKind::problem;
    }
    if (count(LabelKind::problem) == 0)
        for (auto& column : head.columns)
            if (column.label.kind == LabelKind::manifestation) {
                column.label.kind = LabelKind::problem;
                break;
            }
}

}  // namespace

const Column* TableHead::find(LabelKind kind) const {
    for (const auto& column : columns)
        if (column.label.kind == kind) return &column;
    return nullptr;
}

const Column* TableHead::at(int grid_column) const {
    for (const auto& column : columns)
        if (column.first <= grid_column && grid_column <= column.last) return &column;
    return nullptr;
}

bool TableHead::is_ledger() const {
    const bool done = find(LabelKind::measure) != nullptr || find(LabelKind::progress) != nullptr ||
                      find(LabelKind::result) != nullptr;
    const bool problem = find(LabelKind::problem) != nullptr;
    const bool who = find(LabelKind::holder) != nullptr || find(LabelKind::deadline) != nullptr ||
                     find(LabelKind::status) != nullptr;
    return (problem && (done || who || find(LabelKind::number) != nullptr ||
                        find(LabelKind::area) != nullptr)) ||
           (done &&
            (who || find(LabelKind::reference) != nullptr || find(LabelKind::number) != nullptr));
}

/// 已完成 | 未完成, 立行立改 | 长期坚持: states and deadlines that head a column to be ticked.
std::string_view tick_label(const office::Block& upper, const office::Block* lower, int column,
                            Label& label) {
    const auto* below = lower == nullptr ? nullptr : cell_over(*lower, column);
    const auto* above = cell_over(upper, column);
    const auto* cell =
        below != nullptr && !below->continued && !text::trim(below->text).empty() ? below : above;
    if (cell == nullptr || base::chars_in(cell->text) > 12) return {};
    const auto text = text::trim(cell->text);
    const auto kind = deadline_of(text).kind;
    if (kind == ledger::DeadlineKind::immediate || kind == ledger::DeadlineKind::long_term)
        label.kind = LabelKind::deadline;
    else if (is_status(text) && base::chars_in(text) > 1)
        label.kind = LabelKind::status;
    else
        return {};
    return text;
}

std::optional<TableHead> head_of(Rows rows) {
    for (std::size_t i = 0; i < rows.size() && i < head_rows_max; ++i) {
        if (!could_head(*rows[i])) continue;
        const bool two = i + 1 < rows.size() && continues_head(*rows[i + 1], *rows[i]);
        TableHead head;
        head.rows_before = i + (two ? 2 : 1);
        for (const auto& cell : rows[i]->cells)
            head.width = std::max(head.width, cell.column + cell.columns);
        for (int c = 0; c < head.width; ++c) {
            const auto* below = two ? rows[i + 1] : nullptr;
            auto label = column_label(*rows[i], below, c);
            Label ticked;
            if (const auto tick = tick_label(*rows[i], below, c, ticked); !tick.empty()) {
                head.columns.push_back({c, c, ticked, tick});
                continue;
            }
            if (!label) continue;
            const bool same = !head.columns.empty() && head.columns.back().last == c - 1 &&
                              head.columns.back().label.kind == label.kind &&
                              label.kind != LabelKind::holder &&
                              cell_over(*rows[i], c) == cell_over(*rows[i], c - 1);
            if (same)
                head.columns.back().last = c;
            else
                head.columns.push_back({c, c, label, {}});
        }
        settle(head);
        if (head.is_ledger()) return head;
    }
    return std::nullopt;
}

bool repeats_head(const office::Block& row, const TableHead& head) {
    if (row.header) return true;
    std::size_t cells = 0, labels = 0;
    for (const auto& cell : row.cells) {
        if (text::trim(cell.text).empty()) continue;
        ++cells;
        labels += static_cast<bool>(head_label(cell.text)) && head.at(cell.column) != nullptr;
    }
    return cells >= 3 && labels * 3 >= cells * 2;
}

}  // namespace plan
