// A run of text that an Office file spreads over several elements, as one text with its marks:
// where each mark stands in which element, and the edits that put something in its place. Word
// splits what was typed in one go into runs as it likes; the look of the first holds.
#pragma once

#include <string>
#include <vector>

#include "office/template_program.hpp"

namespace office {

class TemplateText {
  public:
    explicit TemplateText(const XmlSpans& spans) : spans_(&spans) {}

    /// The next element that holds text (w:t).
    void add(std::uint32_t element);
    /// Something between two elements that people see: a line break, a tab.
    void add_gap();
    [[nodiscard]] const XmlSpans& spans() const { return *spans_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::vector<Mark> marks() const { return marks_in(text_); }
    /// Nothing to be seen but the marks.
    [[nodiscard]] bool only_marks(const std::vector<Mark>& marks) const;

    /// Where a mark begins in the part.
    [[nodiscard]] std::size_t place_of(const Mark& mark) const;
    /// The element in which it begins.
    [[nodiscard]] std::uint32_t element_of(const Mark& mark) const;
    /// Takes a mark out; what `op` gives stands in its place.
    void replace(const Mark& mark, Op op, std::vector<Edit>& edits) const;
    void take_out(const Mark& mark, std::vector<Edit>& edits) const { replace(mark, {}, edits); }

  private:
    struct Piece {
        std::uint32_t element = 0;
        std::size_t begin = 0, end = 0;  // in the text
        bool gap = false;
    };
    [[nodiscard]] const Piece& piece_at(std::size_t at) const;
    void keep_spaces(const Piece& piece, std::vector<Edit>& edits) const;

    const XmlSpans* spans_;
    std::string text_;
    std::vector<Piece> pieces_;
};

/// <w:t xml:space="preserve">
[[nodiscard]] std::string text_tag(const XmlSpan& element);

/// A block whose two marks stand in one such text.
struct InlineBlock {
    const TemplateText& text;
    Mark open, close;
    BlockRef block;
    std::size_t order = 0;
};
/// The edits of the block itself; its marks are taken out besides. False where the elements of the
/// two marks do not stand beside each other, so that nothing can be repeated.
[[nodiscard]] bool add_inline_block(const XmlSpans& spans, const InlineBlock& one,
                                    std::vector<Edit>& edits);

}  // namespace office
