// The body of a Word document, followed event by event: paragraphs, tables, cells. A stream and not
// a tree, so that a table of 100,000 rows needs no more memory than its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "office/block_list.hpp"
#include "office/docx_numbering.hpp"
#include "office/docx_styles.hpp"
#include "office/xml_stream.hpp"

namespace office {

class DocxBody final : public XmlEvents {
  public:
    DocxBody(const DocxStyles& styles, DocxNumbering& numbering, BlockList& blocks)
        : styles_(styles), numbering_(numbering), blocks_(blocks) {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end() override;
    void text(std::string_view piece) override;
    [[nodiscard]] const std::optional<base::Error>& refusal() const override {
        return blocks_.refusal();
    }

  private:
    enum class Tag : unsigned char;
    struct Paragraph {
        std::string text;
        std::string style;
        OwnNumber number;
        std::optional<int> outline;
        bool mark_deleted = false;
        std::size_t place = 0;  // where it belongs among the blocks
    };
    struct OpenCell {
        Cell cell;
        bool open = false;
        bool merged_down = false;      // any w:vMerge
        bool continues_above = false;  // w:vMerge without "restart"
        bool continues_left = false;   // w:hMerge without "restart"
    };
    struct Table {
        int index = 0;
        int column = 0;  // where the next cell begins
        bool header = false;
        bool row_deleted = false;
        std::size_t row_place = 0;
        OpenCell cell;
        std::vector<Cell> row;
        std::vector<Cell> above,
            merged_down;  // cells of the last and of this row that merge downwards
    };

    [[nodiscard]] static Tag tag_of(std::string_view name);
    [[nodiscard]] bool within(Tag tag, std::size_t up) const;
    [[nodiscard]] bool skipped(Tag tag) const;
    void property(Tag tag, const XmlAttributes& attributes);
    void paragraph_property(Tag tag, const XmlAttributes& attributes);
    void table_property(Tag tag, const XmlAttributes& attributes);
    void character(Tag tag, const XmlAttributes& attributes);
    void begin_paragraph();
    void end_paragraph();
    void begin_cell(Table& table);
    void end_cell(Table& table);
    void end_row(Table& table);
    void put(std::string_view text);
    [[nodiscard]] bool count_text(std::size_t bytes);
    [[nodiscard]] Table* table() { return tables_.empty() ? nullptr : &tables_.back(); }

    const DocxStyles& styles_;
    DocxNumbering& numbering_;
    BlockList& blocks_;
    std::vector<Tag> open_;
    std::vector<Paragraph> paragraphs_;
    std::vector<Table> tables_;
    std::size_t skipping_ = 0;  // depth inside something that is not read
    std::size_t text_bytes_ = 0;
    bool run_hidden_ = false;
};

}  // namespace office
