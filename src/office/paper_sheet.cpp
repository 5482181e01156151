#include "office/paper_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace office {
namespace {

constexpr double chars_across = 130;    // of a page on its side, at the size workbooks print in
constexpr std::size_t digits_max = 15;  // beyond them Excel rounds
constexpr int narrowest_column_chars = 5;

std::string text_of(const Paragraph& line) {
    std::string text;
    for (const auto& run : line.runs) text += run.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > digits_max || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

SheetValue value_of(const PaperCell& cell) {
    if (cell.text.empty()) return {};
    if (cell.align != CellAlign::left) {
        if (const auto number = whole_number(cell.text)) return *number;
        if (const auto day = base::parse_date(cell.text)) return *day;
    }
    return cell.text;
}

/// Puts the cells of a table where they stand, those over several rows into each of them.
class Unfolded {
  public:
    explicit Unfolded(const PaperTable& table)
        : over_(table.widths.size()), columns_(table.widths.size()) {
        const double all = [&] {
            double sum = 0;
            for (const auto width : table.widths) sum += width;
            return sum;
        }();
        for (std::size_t i = 0; i < columns_.size(); ++i)
            columns_[i].width_chars =
                std::max(narrowest_column_chars,
                         static_cast<int>(std::lround(chars_across * table.widths[i] / all)));
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            i < table.header_rows ? name_columns(table.rows[i]) : add(table.rows[i]);
    }

    std::vector<SheetColumn> columns() && { return std::move(columns_); }
    std::vector<SheetRow> rows() && { return std::move(rows_); }

  private:
    struct Over {
        SheetValue value;
        int rows = 0;  // that it still reaches down into
    };

    void name_columns(const PaperRow& row) {
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i)
            columns_[i].heading = row.cells[i].text;
    }

    void add(const PaperRow& row) {
        const bool begins =
            std::none_of(over_.begin(), over_.end(), [](const Over& one) { return one.rows > 0; });
        if (begins) ++group_;
        SheetRow made{std::vector<SheetValue>(columns_.size()), {group_}};
        auto cell = row.cells.begin();
        for (std::size_t at = 0; at < columns_.size();) {
            if (over_[at].rows > 0) {
                --over_[at].rows;
                made.values[at] = over_[at].value;
                ++at;
                continue;
            }
            if (cell == row.cells.end()) break;
            made.values[at] = value_of(*cell);
            if (cell->align != CellAlign::left) columns_[at].alignment = Alignment::centre;
            if (cell->rows > 1) {
                over_[at] = {made.values[at], cell->rows - 1};
                columns_[at].merged_by = 1;
            }
            at += static_cast<std::size_t>(std::max(1, cell->columns));
            ++cell;
        }
        rows_.push_back(std::move(made));
    }

    std::vector<Over> over_;
    std::vector<SheetColumn> columns_;
    std::vector<SheetRow> rows_;
    std::int64_t group_ = 0;
};

/// "三、整改成效": "整改成效".
std::string without_number(const std::string& heading) {
    constexpr std::string_view mark = "、";
    const auto at = heading.find(mark);
    return at == std::string::npos ? heading : heading.substr(at + mark.size());
}

}  // namespace

Workbook workbook_of(const Paper& paper) {
    Workbook book;
    book.made_at = paper.made_at;
    std::string heading, note;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts) {
            if (const auto* line = std::get_if<Paragraph>(&part)) {
                if (line->style == Style::level1) heading = without_number(text_of(*line));
                if (line->style == Style::table_note) note = text_of(*line);
                continue;
            }
            const auto& table = std::get<PaperTable>(part);
            if (table.header_rows == 0) continue;
            Unfolded unfolded(table);
            auto& sheet = book.sheets.emplace_back();
            sheet.name = heading.empty() ? paper.name : heading;
            sheet.title = paper.name + (heading.empty() ? "" : "：" + heading);
            sheet.note = note;
            sheet.page_head = paper.page_head;
            sheet.rows = std::move(unfolded).rows();
            sheet.columns = std::move(unfolded).columns();
        }
    return book;
}

}  // namespace office
