#include "plan/read_table.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "plan/read_table_header.hpp"
#include "plan/read_table_rows.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

using Place = ProblemReader::Place;

bool is_footer(const TableRow& row) {
    for (const std::string_view word :
         {"注：", "注:", "备注", "说明", "合计", "总计", "小计", "填表", "填报", "审核", "制表",
          "单位负责人", "联系人", "主要负责人签"})
        if (row.only.starts_with(word) || row.number == word || row.problem.starts_with("合计"))
            return true;
    return false;
}

/// Cuts the rows of one table into problems and areas.
class TableReader {
  public:
    TableReader(const TableHead& head, ReadArea start) : head_(head) {
        out_.areas.push_back(std::move(start));
        out_.refers = head.find(LabelKind::problem) == nullptr;
    }

    void take(const office::Block& block) {
        if (repeats_head(block, head_)) return;
        const auto row = row_of(block, head_);
        if (row.cells == 0) return;
        if (row.cells == 1 && is_heading_row(row)) return open_area(row.only, row.block);
        if (row.cells == 2 && !row.problem.empty() && heads_area(row))
            return open_area(row.problem, row.block);
        if (is_footer(row) || (row.cells == 1 && row.only == row.number)) return;
        if (!row.area.empty() && row.area != area_cell_) {
            open_area(row.area, row.block);
            area_cell_ = row.area;
        }
        if (begins_problem(row)) close();
        if (rows_.empty() && row.problem.empty() && !out_.refers && !has_text(row)) return;
        rows_.push_back(row);
    }

    TableLedger finish() {
        close();
        std::erase_if(out_.areas, [](const ReadArea& area) {
            return area.problems.empty() && area.measures.empty();
        });
        return std::move(out_);
    }

  private:
    static bool has_text(const TableRow& row) {
        return !row.measure.empty() || !row.progress.empty() || !row.result.empty() ||
               !row.manifestation.empty();
    }

    /// 一 | 预算管理方面: a number in hanzi among numbers in digits, or plainly an area.
    static bool heads_area(const TableRow& row) {
        if (row.number.empty()) return false;
        const auto number = text::leading_hanzi_number(row.number);
        return (number && number->bytes == row.number.size()) || is_area_heading(row.problem) ||
               text::mark_at(row.number).style == text::MarkStyle::han_bracket;
    }

    /// A row of one wide cell: 一、党的建设方面.
    bool is_heading_row(const TableRow& row) const {
        using text::MarkStyle;
        const bool wide = row.widest * 2 > static_cast<std::size_t>(head_.width) && row.widest > 2;
        const auto style = text::mark_at(row.only).style;
        const bool heads = style == MarkStyle::han || style == MarkStyle::han_bracket ||
                           style == MarkStyle::part || is_area_heading(row.only) ||
                           names_problem(row.only);
        if (base::chars_in(row.only) > 80 || is_footer(row)) return false;
        return heads || (wide && (states_problem(row.only) || row.only.ends_with("建设")));
    }

    void open_area(std::string_view text, std::size_t block) {
        close();
        const auto mark = text::mark_at(text);
        ReadArea area;
        area.number = mark.text;
        area.heading = text::trim_stops(text.substr(mark.bytes));
        std::erase(area.heading, '\n');
        area.source = {block, block};
        area_cell_ = {};
        out_.areas.push_back(std::move(area));
    }

    bool begins_problem(const TableRow& row) const {
        if (rows_.empty()) return true;
        const auto& first = rows_.front();
        if (out_.refers) return !row.number.empty() && row.number != first.number;
        if (row.problem.empty() || row.same_problem) return false;
        return row.problem != first.problem ||
               (!row.number.empty() && !first.number.empty() && row.number != first.number);
    }

    void close() {
        if (rows_.empty()) return;
        auto problem = problem_of(rows_);
        rows_.clear();
        auto& area = out_.areas.back();
        if (area.source.first == 0) area.source.first = problem.source.first;
        area.source.last = problem.source.last;
        if (problem.text.empty() && problem.manifestations.empty() && !out_.refers) {
            for (auto& measure : problem.measures) area.measures.push_back(std::move(measure));
            return;
        }
        area.problems.push_back(std::move(problem));
    }

    const TableHead& head_;
    TableLedger out_;
    std::vector<TableRow> rows_;
    std::string_view area_cell_;
};

/// A form: each label has its value in the next cell; a table for one problem, or several one below
/// the other.
TableLedger form_of(Rows rows) {
    TableLedger out;
    out.areas.emplace_back();
    std::vector<Field> fields;
    std::vector<std::size_t> blocks;
    std::size_t labels = 0, cells = 0;
    for (const auto* row : rows) {
        Label open;
        for (const auto& cell : row->cells) {
            const auto text = text::trim(cell.text);
            if (text.empty()) continue;
            ++cells;
            if (const auto label = label_of(text::trim_stops(text)); label && !cell.continued) {
                open = label;
                ++labels;
            } else if (open && !cell.continued) {
                fields.push_back({open, text});
                blocks.push_back(row->number);
                open = {};
            }
        }
    }
    if (labels < 3 || labels * 5 < cells * 2) return {};
    std::optional<ProblemReader> problem;
    std::vector<Field> before;
    std::string_view number;
    const auto close = [&] {
        if (!problem) return;
        auto read = problem->finish();
        if (!read.text.empty() && (!read.measures.empty() || !read.progress.empty()))
            out.areas.back().problems.push_back(std::move(read));
        problem.reset();
    };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& [label, value] = fields[i];
        if (label.kind == LabelKind::number) {
            close();
            before.clear();
            number = value;
            continue;
        }
        if (label.kind == LabelKind::problem || label.kind == LabelKind::task) {
            close();
            problem.emplace(number, "", blocks[i]);
            add_problem_cell(*problem, value, blocks[i]);
            for (const auto& field : before)
                add_form_value(*problem, field.label, field.value, blocks[i]);
            before.clear();
        } else if (problem) {
            add_form_value(*problem, label, value, blocks[i]);
        } else {
            before.push_back(fields[i]);  // said above the problem
        }
    }
    close();
    return out;
}

struct Span {
    std::vector<const office::Block*> rows;
    std::size_t first_line = 0;
};

std::vector<Span> spans_of(const Outline& outline) {
    std::vector<Span> spans;
    int table = -1;
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        const auto* row = outline.lines[i].row;
        if (row == nullptr) continue;
        if (spans.empty() || row->table != table) spans.push_back({{}, i});
        table = row->table;
        spans.back().rows.push_back(row);
    }
    return spans;
}

/// The area under whose heading the table stands, or which its sheet is named after.
ReadArea area_around(const Outline& outline, const Span& span) {
    ReadArea area;
    const auto& name = span.rows.front()->table_name;
    if (is_area_heading(name)) area.heading = name;
    const auto owner = outline.owner[span.first_line];
    if (owner < 0) return area;
    const auto& node = outline.nodes[static_cast<std::size_t>(owner)];
    if (node.style == attachment_style ||
        (!node.is_area && (!node.names_problem || node.blocks > 0)))
        return area;
    area.number = outline.lines[node.line].mark.text;
    area.heading = text::trim_stops(heading_of(outline, node));
    area.source = {outline.lines[node.line].block, outline.lines[node.line].block};
    return area;
}

int width_of(Rows rows) {
    int width = 0;
    for (const auto& cell : rows.front()->cells)
        width = std::max(width, cell.column + cell.columns);
    return width;
}

}  // namespace

std::vector<TableLedger> tables_of(const Outline& outline) {
    std::vector<TableLedger> found;
    std::optional<TableHead> last;
    for (const auto& span : spans_of(outline)) {
        auto head = head_of(span.rows);
        const bool goes_on = !head && last && width_of(span.rows) == last->width;
        if (goes_on) {
            head = last;
            head->rows_before = 0;
        }
        if (!head) {
            if (auto form = form_of(span.rows);
                !form.areas.empty() && !form.areas[0].problems.empty())
                found.push_back(std::move(form));
            continue;
        }
        last = head;
        TableReader reader(*head, area_around(outline, span));
        for (std::size_t i = head->rows_before; i < span.rows.size(); ++i)
            reader.take(*span.rows[i]);
        if (auto table = reader.finish(); !table.areas.empty()) found.push_back(std::move(table));
    }
    return found;
}

}  // namespace plan
