// What a document looks like once it has been read: a list of paragraphs and table rows in reading
// order, whatever the format was. Knows no problem and no measure.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace office {

/// One cell of a table row. A cell that is merged over several rows stands in each of them with the
/// same text and, from the second row on, `continued`.
struct Cell {
    std::string text;        // its paragraphs joined by '\n', automatic numbers resolved
    int column = 0;          // first grid column, from 0
    int columns = 1;         // grid columns it covers
    bool continued = false;  // the same cell as in the row above
    bool formula = false;    // a workbook's: `text` is what was worked out last, "" for never
    bool operator==(const Cell&) const = default;
};

struct Block {
    enum class Kind { paragraph, table_row };
    Kind kind = Kind::paragraph;
    std::string text;         // paragraph: its text with the automatic number resolved in front
    int outline_level = 0;    // paragraph: 1–9 where the style says heading, else 0
    std::string style;        // paragraph: of a Word document, the name of its style, else ""
    bool goes_on = false;     // paragraph: a further line of the one before
    int table = -1;           // table_row: which table, from 0
    std::string table_name;   // table_row: sheet name in a workbook, else ""
    bool header = false;      // table_row: marked as repeated header row
    std::vector<Cell> cells;  // table_row
    std::size_t number =
        0;              // 1-based place in the document: what `source` in the intake JSON refers to
    int sheet_row = 0;  // table_row of a workbook: as Excel numbers it, from 1; else 0
    bool operator==(const Block&) const = default;
};

struct Document {
    std::string format;          // "docx", "xlsx", "txt", "md", "html", "doc", "wps", "pdf"
    std::vector<Block> blocks;   // numbered 1, 2, 3 … ; empty paragraphs are kept out
    std::string title_property;  // from the document's properties, often ""
};

/// Reads a document by its content, not by its name. Refuses, in this order: document_not_found,
/// document_too_large, document_encrypted, document_damaged, document_bomb,
/// document_unknown_format, document_needs_program (args: program, package),
/// document_too_many_blocks, document_not_text. Memory stays within base::limits whatever the file
/// says of itself. Safe from any thread.
[[nodiscard]] base::Result<Document> read_document(const std::filesystem::path& path);

}  // namespace office
