// The blocks of a document while it is being read: trims texts, keeps empty ones out and holds the
// document to its limits. Knows no format.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "office/document.hpp"

namespace office {

/// What a paragraph is, as far as its document says.
struct ParagraphLook {
    int outline_level = 0;
    std::string_view style = {};  // its name
};

/// One thread. Once a limit is passed nothing more is kept and refusal() says why.
class BlockList {
  public:
    /// Each line of `text` becomes a paragraph of its own; empty ones are kept out.
    void add_paragraph(std::string_view text, int outline_level = 0) {
        insert_paragraph(blocks_.size(), text, {outline_level});
    }
    /// In front of the block at `place`, a value that size() once gave.
    void insert_paragraph(std::size_t place, std::string_view text, const ParagraphLook& look);
    /// A row in which no cell has text of its own is kept out.
    void add_row(Block row) { insert_row(blocks_.size(), std::move(row)); }
    void insert_row(std::size_t place, Block row);
    /// The number of the table that begins here, from 0.
    [[nodiscard]] int open_table() { return tables_++; }
    [[nodiscard]] std::size_t size() const { return blocks_.size(); }
    [[nodiscard]] bool refused() const { return refusal_.has_value(); }
    [[nodiscard]] const std::optional<base::Error>& refusal() const { return refusal_; }
    void refuse(base::Error error);
    /// The blocks, numbered from 1. The list is empty afterwards.
    [[nodiscard]] std::vector<Block> take();

  private:
    bool keep(std::size_t text_bytes, std::size_t cells);

    std::vector<Block> blocks_;
    std::optional<base::Error> refusal_;
    std::size_t text_bytes_ = 0;
    std::size_t cells_ = 0;
    int tables_ = 0;
};

/// Cells of all tables together: bounds the memory of wide, empty tables.
inline constexpr std::size_t document_cells_max = 2'000'000;

}  // namespace office
