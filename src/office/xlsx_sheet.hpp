// One sheet of a workbook, followed event by event, and its merged cells, which the file names only
// behind all rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "office/block_list.hpp"
#include "office/xlsx_number.hpp"
#include "office/xlsx_strings.hpp"
#include "office/xml_stream.hpp"

namespace office {

/// What every sheet of a workbook needs to be read.
struct WorkbookParts {
    SharedStrings strings;
    CellFormats formats;
    bool since_1904 = false;
};

class XlsxSheet final : public XmlEvents {
  public:
    explicit XlsxSheet(const WorkbookParts& workbook) : workbook_(workbook) {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end() override;
    void text(std::string_view piece) override;
    [[nodiscard]] const std::optional<base::Error>& refusal() const override { return refusal_; }

    /// After read_xml: resolves merged cells and hands the rows over as table `name`.
    void hand_over(const std::string& name, BlockList& blocks);

  private:
    struct Row {
        int number = 0;
        std::vector<Cell> cells;
    };
    struct Range {
        int top = 0, left = 0, bottom = 0, right = 0;
    };
    enum class Tag : unsigned char { other, row, cell, value, text, skipped };

    [[nodiscard]] static std::optional<Range> read_range(std::string_view reference);
    void begin_row(const XmlAttributes& attributes);
    void begin_cell(const XmlAttributes& attributes);
    void count(std::size_t text_bytes);
    void end_cell();
    void keep_merge(const XmlAttributes& attributes);
    void merge(const Range& range);
    [[nodiscard]] std::string cell_text() const;

    const WorkbookParts& workbook_;
    std::optional<base::Error> refusal_;
    std::vector<Row> rows_;
    std::vector<Range> merges_;
    std::vector<Tag> open_;
    std::string value_, type_;
    int style_ = 0, row_ = 0, column_ = 0, skipped_ = 0;
    bool formula_ = false;
    std::size_t text_bytes_ = 0, cells_ = 0;
};

}  // namespace office
