#include "office/paper_table.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.hpp"
#include "office/cell_text.hpp"
#include "office/paper_styles.hpp"

namespace office {
namespace {

constexpr int width_portrait = page_width - edge_left - edge_right,
              width_landscape = page_height - edge_top - edge_bottom;
constexpr int thin_eighths = 4, outer_rule_eighths = 8, inner_rule_eighths = 6;

std::vector<int> widths_of(const PaperTable& table, int width) {
    const double all = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<int> widths;
    for (const auto one : table.widths) widths.push_back(static_cast<int>(one / all * width));
    return widths;
}

void add_line(pugi::xml_node borders, const char* side, std::string_view kind, int eighths) {
    auto line = borders.append_child(side);
    set(line, "w:val", kind);
    set(line, "w:sz", eighths);
    set(line, "w:space", 0);
    set(line, "w:color", "000000");
}

pugi::xml_node begin_table(pugi::xml_node body, const std::vector<int>& widths) {
    auto node = body.append_child("w:tbl");
    auto properties = node.append_child("w:tblPr");
    auto width = properties.append_child("w:tblW");
    set(width, "w:w", std::accumulate(widths.begin(), widths.end(), 0));
    set(width, "w:type", "dxa");
    auto grid = node.append_child("w:tblGrid");
    for (const auto one : widths) set(grid.append_child("w:gridCol"), "w:w", one);
    return node;
}

void add_layout(pugi::xml_node properties) {
    add_value(properties, "w:jc", "center");
    auto borders = properties.append_child("w:tblBorders");
    for (const auto* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        add_line(borders, side, "single", thin_eighths);
    set(properties.append_child("w:tblLayout"), "w:type", "fixed");
    auto margins = properties.append_child("w:tblCellMar");
    constexpr int beside = 70, above = 28;
    for (const auto& [side, width] : {std::pair{"w:top", above}, std::pair{"w:left", beside},
                                      std::pair{"w:bottom", above}, std::pair{"w:right", beside}}) {
        auto margin = margins.append_child(side);
        set(margin, "w:w", width);
        set(margin, "w:type", "dxa");
    }
}

std::string_view name_of(CellAlign align) {
    return align == CellAlign::left ? "left" : align == CellAlign::centre ? "center" : "right";
}

/// What reaches down from earlier rows, by its first column.
struct Reaching {
    int rows_left = 0, columns = 1;
};

class TableWriter {
  public:
    TableWriter(pugi::xml_node node, const PaperTable& table, std::vector<int> widths)
        : node_(node), table_(table), widths_(std::move(widths)) {}

    void write() {
        for (std::size_t i = 0; i < table_.rows.size(); ++i) add_row(table_.rows[i], i);
    }

  private:
    void add_row(const PaperRow& row, std::size_t index) {
        auto node = node_.append_child("w:tr");
        auto properties = node.append_child("w:trPr");
        properties.append_child("w:cantSplit");
        if (row.height_mm > 0) {
            auto height = add_value(properties, "w:trHeight", twips(row.height_mm));
            set(height, "w:hRule", "atLeast");
        }
        if (index < table_.header_rows) properties.append_child("w:tblHeader");
        int column = 0;
        for (const auto& cell : row.cells) {
            column = continue_cells(node, column);
            if (cell.rows > 1) reaching_[column] = {cell.rows, cell.columns};
            add_cell(node, cell, column, cell.rows > 1 ? "restart" : "");
            column += cell.columns;
        }
        (void)continue_cells(node, column);
        for (auto& [at, one] : reaching_) --one.rows_left;
        std::erase_if(reaching_, [](const auto& entry) { return entry.second.rows_left <= 0; });
    }

    /// The cells from above that stand at this column and those right behind it.
    int continue_cells(pugi::xml_node row, int column) {
        for (auto found = reaching_.find(column); found != reaching_.end();
             found = reaching_.find(column)) {
            PaperCell continued;
            continued.columns = found->second.columns;
            add_cell(row, continued, column, "continue");
            column += continued.columns;
        }
        return column;
    }

    void add_cell(pugi::xml_node row, const PaperCell& cell, int column, std::string_view merge) {
        auto node = row.append_child("w:tc");
        auto properties = node.append_child("w:tcPr");
        const auto first = std::min(static_cast<std::size_t>(column), widths_.size());
        const auto last = std::min(first + static_cast<std::size_t>(cell.columns), widths_.size());
        auto width = properties.append_child("w:tcW");
        set(width, "w:w",
            std::accumulate(widths_.begin() + static_cast<std::ptrdiff_t>(first),
                            widths_.begin() + static_cast<std::ptrdiff_t>(last), 0));
        set(width, "w:type", "dxa");
        if (cell.columns > 1) add_value(properties, "w:gridSpan", cell.columns);
        if (!merge.empty()) add_value(properties, "w:vMerge", merge);
        add_value(properties, "w:vAlign", "center");
        auto rest = std::string_view(cell.text);
        do add_cell_line(node, base::cut(rest, '\n'), cell);
        while (!rest.empty());
    }

    void add_cell_line(pugi::xml_node node, std::string_view line, const PaperCell& cell) {
        auto paragraph = node.append_child("w:p");
        auto properties = paragraph.append_child("w:pPr");
        const auto style = cell.heading ? Style::cell_heading : Style::cell;
        add_value(properties, "w:pStyle", id_of(style));
        if (!cell.heading && cell.align != CellAlign::left)
            add_value(properties, "w:jc", name_of(cell.align));
        if (!line.empty())
            add_run(paragraph, {std::string(line)}, static_cast<int>(table_.points * 2));
    }

    pugi::xml_node node_;
    const PaperTable& table_;
    std::vector<int> widths_;
    std::map<int, Reaching> reaching_;
};

/// A line of the imprint, framed by itself at its height: LibreOffice makes one frame only of
/// paragraphs with the same borders, and the rules between them are thinner than those around.
void add_imprint_line(pugi::xml_node body, const std::string& left, const std::string& right,
                      int top, bool first, bool last) {
    auto paragraph = body.append_child("w:p");
    auto properties = paragraph.append_child("w:pPr");
    add_value(properties, "w:pStyle", id_of(Style::copies));
    auto frame = properties.append_child("w:framePr");
    set(frame, "w:w", width_portrait);
    set(frame, "w:wrap", "around");
    set(frame, "w:vAnchor", "page");
    set(frame, "w:hAnchor", "margin");
    set(frame, "w:xAlign", "left");
    set(frame, "w:y", top);
    auto borders = properties.append_child("w:pBdr");
    add_line(borders, "w:top", "single", first ? outer_rule_eighths : inner_rule_eighths);
    if (last) add_line(borders, "w:bottom", "single", outer_rule_eighths);
    if (!right.empty()) {
        auto stop = properties.append_child("w:tabs").append_child("w:tab");
        set(stop, "w:val", "right");
        set(stop, "w:pos", width_portrait - 280);
    }
    add_run(paragraph, {left}, {});
    if (right.empty()) return;
    paragraph.append_child("w:r").append_child("w:tab");
    add_run(paragraph, {right}, {});
}

}  // namespace

void add_run(pugi::xml_node paragraph, const Run& run, std::optional<int> half_points) {
    const auto text = fit_for_xml(run.text);
    std::string_view rest = text;
    auto node = paragraph.append_child("w:r");
    if (run.face || run.bold || half_points) {
        auto properties = node.append_child("w:rPr");
        if (run.face) add_face(properties, *run.face);
        if (run.bold) properties.append_child("w:b");
        if (half_points) {
            add_value(properties, "w:sz", *half_points);
            add_value(properties, "w:szCs", *half_points);
        }
    }
    for (bool first = true; first || !rest.empty(); first = false) {
        if (!first) node.append_child("w:br");
        auto line = node.append_child("w:t");
        set(line, "xml:space", "preserve");
        line.text().set(std::string(base::cut(rest, '\n')).c_str());
    }
}

void add_table(pugi::xml_node body, const PaperTable& table, Orientation orientation) {
    auto widths =
        widths_of(table, orientation == Orientation::landscape ? width_landscape : width_portrait);
    auto node = begin_table(body, widths);
    add_layout(node.child("w:tblPr"));
    TableWriter(node, table, std::move(widths)).write();
}

void add_imprint(pugi::xml_node body, const Imprint& imprint) {
    constexpr int foot = page_height - edge_bottom, chars_a_line = 30;  // of 14 points
    const auto lower = foot - line_pitch;
    const bool copies = !imprint.copies_to.empty();
    if (copies) {
        const auto text = "抄送：" + imprint.copies_to + "。";
        const auto lines = wrapped_lines(text, 2 * chars_a_line);
        add_imprint_line(body, text, "", lower - lines * line_pitch, true, false);
    }
    add_imprint_line(body, imprint.printed_by, imprint.printed_on + "印发", lower, !copies, true);
    auto behind = body.append_child("w:p").append_child("w:pPr");  // what a frame hangs on
    add_value(behind, "w:pStyle", id_of(Style::table_note));
    auto spacing = behind.append_child("w:spacing");
    set(spacing, "w:line", 20);
    set(spacing, "w:lineRule", "exact");
}

}  // namespace office
