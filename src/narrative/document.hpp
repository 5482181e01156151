// A report as it reads: parts of lines, figures filled in. The same structure is shown, printed,
// frozen in an edition and compared; whoever makes something else of it needs nothing more. Pure.
#pragma once

#include <string>
#include <vector>

#include "narrative/part.hpp"

namespace narrative {

/// How a line stands in the text.
enum class LineKind {
    body,
    level2,  // （一）…
    level3,  // 1.…
    level4,  // （1）…
    note,    // above a table: day, unit
    head,    // of a table: cells
    row,     // of a table: cells
};
[[nodiscard]] std::string_view name_of(LineKind kind);
[[nodiscard]] std::optional<LineKind> line_kind_of(std::string_view name);

struct Line {
    LineKind kind = LineKind::body;
    std::string text;           // of a table: the cells, see drafting::text_of_cells()
    std::string row_kind, row;  // the row of the ledger that it tells of; "" : none
    base::Guards guards;        // of that row
    bool operator==(const Line&) const = default;
};
[[nodiscard]] std::vector<std::string> cells_of(const Line& line);

struct DocumentPart {
    Part part = Part::opening;
    std::string heading;  // as printed: 一、履行整改主体责任情况; of an annex without 附件1
    std::vector<Line> lines;
    bool operator==(const DocumentPart&) const = default;
};
/// The parts in their order, annexes last.
using Document = std::vector<DocumentPart>;

/// What a paragraph of written text is, by the mark at its beginning.
[[nodiscard]] LineKind kind_of_paragraph(std::string_view text);
/// Every guard of anything that is told of.
[[nodiscard]] base::Guards guards_in(const Document& document);

}  // namespace narrative
