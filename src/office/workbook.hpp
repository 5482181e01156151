// Lists as Excel workbooks that can be printed as they are: title, header repeated on every page,
// cells merged over rows that belong together, A4 landscape, page numbers. Knows rows and columns,
// no noun of any module.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/instant.hpp"

namespace office {

enum class Alignment { left, centre };

/// What people do with the cells of a column: on a locked sheet only `filled_in` ones take
/// anything; `hidden` ones say to the program what a row is about.
enum class Use { shown, filled_in, hidden };

/// Only whole numbers within these, both included.
struct WholeNumbers {
    std::int64_t min = 0, max = 0;
    std::string otherwise;  // what is said when something else is typed; 80 characters at most
};

struct SheetColumn {
    static constexpr int never = -1;

    std::string heading;
    int width_chars = 10;  // half-width characters: a Chinese one takes two
    Alignment alignment = Alignment::left;
    /// Equal cells below each other become one where the rows agree in this many of their first
    /// groups; 0: wherever they are equal.
    int merged_by = never;
    /// What may be chosen in the cells of this column; empty: anything.
    std::vector<std::string> choices;
    std::string remark = {};  // shown when one points at the heading; "" for none
    Use use = Use::shown;
    std::optional<WholeNumbers> whole = {};
};

/// Nothing, text, a number, a day. Text is text: "=1+1" stays what it says.
using SheetValue = std::variant<std::monostate, std::string, std::int64_t, double, base::Date>;

struct SheetRow {
    std::vector<SheetValue> values;    // in the order of the columns; missing ones are empty
    std::vector<std::int64_t> groups;  // what this row belongs to, the widest group first
};

struct Sheet {
    std::string name;   // made fit for Excel: 31 characters, no []:*?/\, told apart when twice
    std::string title;  // "" for none; over all columns
    std::string note;   // "" for none; a line below the title: unit, day, count
    /// "" for none; at the head of every printed page: the mark and for whom this copy was made.
    std::string page_head;
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    std::size_t rows_to_fill = 0;  // framed lines behind the rows, for people to write in
    /// Guards against slips, not against malice: there is no password. Columns and rows may be made
    /// wider, rows filtered.
    bool locked = false;
};

struct Workbook {
    std::vector<Sheet> sheets;  // at least one
    base::Instant made_at;      // stands in the properties of the file
};

/// Writes the workbook to `path`, replacing what is there. Texts lose control characters; beyond
/// the 32,767 characters that Excel holds they are cut with a remark. Row heights are estimated,
/// because Excel computes none for merged cells. The whole workbook is in memory until it is
/// written (merged cells rule streaming out): about 150 bytes a cell. Safe from any thread. Throws
/// std::runtime_error when the file cannot be written; then nothing stands at `path`.
void write_workbook(const std::filesystem::path& path, const Workbook& workbook);

}  // namespace office
