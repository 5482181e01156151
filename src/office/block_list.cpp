#include "office/block_list.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/refusal.hpp"

namespace office {

void BlockList::refuse(base::Error error) {
    if (!refusal_) refusal_ = std::move(error);
}

bool BlockList::keep(std::size_t text_bytes, std::size_t cells) {
    using namespace base::limits;
    if (refusal_) return false;
    text_bytes_ += text_bytes;
    cells_ += cells;
    if (blocks_.size() < document_blocks_max && text_bytes_ <= document_kept_bytes_max &&
        cells_ <= document_cells_max)
        return true;
    refuse(too_many_blocks());
    return false;
}

void BlockList::insert_paragraph(std::size_t place, std::string_view text,
                                 const ParagraphLook& look) {
    bool goes_on = false;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto line = base::trim(text.substr(from, end - from));
        from = end + 1;
        if (line.empty()) continue;
        if (!keep(line.size() + look.style.size(), 0)) return;
        Block block;
        block.text = line;
        block.outline_level = look.outline_level;
        block.style = look.style;
        block.goes_on = std::exchange(goes_on, true);
        blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(place), std::move(block));
        ++place;
    }
}

void BlockList::insert_row(std::size_t place, Block row) {
    const bool says_something =
        std::any_of(row.cells.begin(), row.cells.end(),
                    [](const Cell& cell) { return !cell.continued && !cell.text.empty(); });
    if (!says_something) return;
    std::size_t bytes = 0;
    for (const auto& cell : row.cells) bytes += cell.text.size();
    if (row.cells.size() > base::limits::table_columns_max) return refuse(too_many_blocks());
    if (!keep(bytes, row.cells.size())) return;
    row.kind = Block::Kind::table_row;
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
}

std::vector<Block> BlockList::take() {
    std::size_t number = 0;
    for (auto& block : blocks_) block.number = ++number;
    return std::exchange(blocks_, {});
}

}  // namespace office
