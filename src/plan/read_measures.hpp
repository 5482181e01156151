// Splits what stands under 整改措施 or 整改情况 into measures: each item of the outermost numbering
// is one, an unnumbered paragraph is one. Keeps the wording, takes the number off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_document.hpp"
#include "text/mark.hpp"

namespace plan {

class MeasureBlock {
  public:
    enum class Piece { paragraph, same_paragraph };  // behind a bracket the paragraph goes on

    /// Adds a paragraph, or the rest of one.
    void add(std::string_view text, std::size_t block, Piece piece = Piece::paragraph);

    /// The style its items are numbered in, none for paragraphs.
    [[nodiscard]] text::MarkStyle style() const { return outer_; }

    std::vector<ReadMeasure> measures;
    std::string whole;  // all that was added, paragraphs on lines of their own

  private:
    void add_marked(std::string_view text, const text::Mark& mark, std::size_t block);
    void add_unmarked(std::string_view text, std::size_t block);
    void append(std::string_view text, std::size_t block, std::string_view joint);
    void drop_lead();
    void push(std::string_view number, std::string_view text, std::size_t block);

    text::MarkStyle outer_ = text::MarkStyle::none;
};

/// "主要做好以下工作：": announces items and is none itself.
[[nodiscard]] bool only_announces(std::string_view lead);

}  // namespace plan
