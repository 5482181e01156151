#include "office/template_layout.hpp"

#include <algorithm>

namespace office {
namespace {

constexpr int rows_max = 1'000'000;
const Record nothing;

bool is_loop(const SheetBlock& block) {
    return block.ref.kind == MarkKind::loop;
}

}  // namespace

base::Result<RowLayout> RowLayout::make(const SheetPlan& plan, const Record& root) {
    RowLayout layout(plan);
    layout.now_ = {&root};
    const int last = plan.rows.empty() ? 0 : plan.rows.back().number;
    layout.instances_.push_back({nullptr, 1, last, 1});
    layout.lay(1, last, std::nullopt, layout.instances_.front());
    if (layout.too_many_)
        return base::refuse(base::ErrorKind::too_large, "template_too_many_rows", "",
                            {{"accepted", std::to_string(rows_max)}});
    for (const auto& instance : layout.instances_) layout.merge_in(instance);
    return layout;
}

void RowLayout::lay(int from, int to, std::optional<std::size_t> parent, Instance& instance) {
    for (int row = from; row <= to && !too_many_;) {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < plan_->blocks.size() && !found; ++i)
            if (plan_->blocks[i].parent == parent && plan_->blocks[i].from.row == row) found = i;
        if (!found) {
            place(row++, instance);
            continue;
        }
        lay_block(*found, instance);
        row = plan_->blocks[*found].to.row + 1;
    }
}

/// The blocks within each other that all stand in the one row of this block.
std::vector<std::size_t> RowLayout::chain_from(std::size_t block) const {
    std::vector<std::size_t> chain{block};
    if (plan_->blocks[block].from.row != plan_->blocks[block].to.row) return chain;
    for (std::size_t i = block + 1; i < plan_->blocks.size(); ++i)
        if (plan_->blocks[i].parent == chain.back()) chain.push_back(i);
    return chain;
}

void RowLayout::lay_block(std::size_t index, Instance& around) {
    const auto& block = plan_->blocks[index];
    auto chain = chain_from(index);
    const auto loops = std::count_if(chain.begin(), chain.end(),
                                     [&](std::size_t one) { return is_loop(plan_->blocks[one]); });
    if (loops > 1) return lay_merged(std::move(chain), around);
    if (!is_loop(block)) {
        if (is_so(block.ref, now_)) lay_once(index, around);
        return;
    }
    const auto& records = records_of(block.ref, now_);
    const auto run = [&](const Record& record) {
        now_.push_back(&record);
        lay_once(index, around);
        now_.pop_back();
    };
    for (const auto& record : records) run(record);
    if (records.empty()) run(nothing);
}

void RowLayout::lay_once(std::size_t index, Instance& around) {
    const auto& block = plan_->blocks[index];
    auto& instance =
        instances_.emplace_back(Instance{&around, block.from.row, block.to.row, out_, {}, index});
    lay(block.from.row, block.to.row, index, instance);
}

void RowLayout::lay_merged(std::vector<std::size_t> chain, Instance& around) {
    const int row = plan_->blocks[chain.front()].from.row;
    auto& merged = merged_.emplace_back();
    merged.outside = now_.size();
    std::vector<BlockRef> refs;
    for (const auto one : chain) refs.push_back(plan_->blocks[one].ref);
    merged.rows = rows_of(refs, now_);
    merged.chain = std::move(chain);
    if (merged.rows.empty()) {
        merged.rows.push_back(now_);
        merged.rows.back().resize(now_.size() + lists_in(*plan_, merged), &nothing);
    }
    const int first = out_;
    const auto outside = now_;
    for (std::size_t at = 0; at < merged.rows.size() && !too_many_; ++at) {
        now_ = merged.rows[at];
        auto& instance =
            instances_.emplace_back(Instance{&around, row, row, out_, {}, merged.chain.back()});
        place(row, instance);
        rows_.back().merged = &merged;
        rows_.back().at = at;
    }
    now_ = outside;
    merge_columns(merged, first);
}

void RowLayout::place(int row, Instance& instance) {
    const auto& rows = plan_->rows;
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), row,
                         [](const TemplateRow& one, int number) { return one.number < number; });
    const bool written = found != rows.end() && found->number == row;
    if (frames_.empty() || frames_.back() != now_) frames_.push_back(now_);
    rows_.push_back({written ? &*found : nullptr, out_, frames_.size() - 1, &instance, nullptr, 0});
    for (auto* one = &instance; one != nullptr; one = one->around) went(one, row);
    too_many_ = ++out_ > rows_max;
}

void RowLayout::went(Instance* instance, int row) {
    auto [found, added] = instance->went.try_emplace(row, out_, out_);
    if (!added) found->second.second = out_;
}

int RowLayout::row_of(const Instance& from, int row, RefEnd end) const {
    const auto* instance = &from;
    while (instance->around != nullptr && (row < instance->from || row > instance->to))
        instance = instance->around;
    const auto& map = instance->went;
    if (row > instance->to) return row - instance->to + out_ - 1;  // below all that is written
    const auto found = map.lower_bound(row);
    const bool same = found != map.end() && found->first == row;
    if (end == RefEnd::last) {
        if (same) return found->second.second;
        return found == map.begin() ? instance->begin : std::prev(found)->second.second;
    }
    if (found == map.end()) return map.empty() ? instance->begin : std::prev(found)->second.second;
    return found->second.first;
}

std::optional<std::size_t> RowLayout::innermost_around(const SheetRange& range) const {
    std::optional<std::size_t> innermost;
    for (std::size_t i = 0; i < plan_->blocks.size(); ++i)
        if (plan_->blocks[i].from.row <= range.top && range.bottom <= plan_->blocks[i].to.row)
            innermost = i;
    return innermost;
}

/// The merged areas of the template, wherever this run of a block has them.
void RowLayout::merge_in(const Instance& instance) {
    for (const auto& range : plan_->merges) {
        if (innermost_around(range) != instance.block) continue;
        if (instance.block) {
            // In a row of lists within each other the outer ones are merged as a whole.
            const auto merged = std::find_if(merged_.begin(), merged_.end(), [&](const auto& one) {
                return one.chain.back() == *instance.block;
            });
            if (merged != merged_.end() &&
                depth_of(*plan_, *merged, range.left) < lists_in(*plan_, *merged))
                continue;
        }
        merges_.push_back({row_of(instance, range.top, RefEnd::first), range.left,
                           row_of(instance, range.bottom, RefEnd::last), range.right});
    }
}

void RowLayout::merge_columns(const MergedRows& merged, int first_row) {
    const auto& template_row = rows_.back().row;
    if (template_row == nullptr) return;
    const auto lists = lists_in(*plan_, merged);
    int right = 0;
    for (const auto& cell : template_row->cells) {
        const auto depth = depth_of(*plan_, merged, cell.column);
        if (cell.column <= right || depth == lists) continue;
        right = cell.column;
        for (const auto& range : plan_->merges)
            if (range.top == template_row->number && range.bottom == range.top &&
                range.left == cell.column)
                right = range.right;
        for (std::size_t at = 0; at < merged.rows.size();) {
            auto end = at + 1;
            while (end < merged.rows.size() &&
                   merged_at(merged.rows, end, depth, merged.outside) == Merged::below)
                ++end;
            const SheetRange range{first_row + static_cast<int>(at), cell.column,
                                   first_row + static_cast<int>(end) - 1, right};
            if (range.top != range.bottom || range.left != range.right) merges_.push_back(range);
            at = end;
        }
    }
}

std::size_t lists_in(const SheetPlan& plan, const MergedRows& merged) {
    return static_cast<std::size_t>(
        std::count_if(merged.chain.begin(), merged.chain.end(),
                      [&](std::size_t one) { return is_loop(plan.blocks[one]); }));
}

std::size_t depth_of(const SheetPlan& plan, const MergedRows& merged, int column) {
    std::size_t depth = 0;
    for (const auto one : merged.chain) {
        const auto& block = plan.blocks[one];
        if (is_loop(block) && block.from.column <= column && column <= block.to.column) ++depth;
    }
    return std::max<std::size_t>(depth, 1);
}

}  // namespace office
