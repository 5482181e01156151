// One sheet of an Excel template as it was read: its rows and cells, what the marks in them mean,
// and which blocks over rows they open and close.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "office/sheet_refs.hpp"
#include "office/template_text.hpp"

namespace office {

/// The shared strings of a workbook.
struct SharedTexts {
    const XmlSpans* spans = nullptr;      // null: there are none
    std::vector<std::uint32_t> elements;  // of each string
};

struct TemplateCell {
    std::uint32_t element = 0;
    int column = 0;
    std::vector<Op> text = {};           // of marked text: what stands in <is>
    std::optional<FieldRef> alone = {};  // nothing but this field, without a format
    std::optional<std::string> formula = {};
    bool marked = false;
};
struct TemplateRow {
    int number = 0;
    std::uint32_t element = 0;
    std::vector<TemplateCell> cells;
};
struct SheetSite {
    int row = 0, column = 0;
    std::string place, said = {};
    std::size_t mark = 0;  // which mark of the sheet it is
};
struct SheetBlock {
    std::size_t number = 0;
    BlockRef ref;
    SheetSite from = {}, to = {};
    std::optional<std::size_t> parent = {};  // index of the block it lies in
};

struct SheetPlan {
    std::string name;
    const XmlSpans* spans = nullptr;
    std::uint32_t data = 0;  // sheetData
    std::vector<TemplateRow> rows;
    std::vector<SheetBlock> blocks;  // in order of opening
    std::vector<SheetRange> merges;
    std::vector<Edit> page_fields;  // fields in headers and footers
    std::size_t marks = 0;
    bool formulas = false;
};
/// `spans` and `shared` must outlive the plan. Faults go to `scope`.
[[nodiscard]] SheetPlan read_sheet(std::string name, const XmlSpans& spans,
                                   const SharedTexts& shared, MarkScope& scope);

}  // namespace office
