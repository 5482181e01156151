#include "plan/read_table_rows.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "plan/read_deadline.hpp"
#include "text/items.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

using Place = ProblemReader::Place;
using ProblemRows = std::vector<TableRow>;

std::vector<std::string_view> paragraphs(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (const auto one = text::trim(text.substr(at, end - at)); !one.empty())
            found.push_back(one);
        at = end + 1;
    }
    return found;
}

bool is_tick(std::string_view cell) {
    for (const std::string_view sign : {"√", "✓", "✔", "☑", "●", "是", "1", "Y", "★", "■"})
        if (cell == sign) return true;
    return false;
}

void take_cell(const Column& column, const office::Cell& cell, TableRow& row) {
    auto text = text::trim(cell.text);
    if (!column.tick.empty()) text = is_tick(text) ? column.tick : std::string_view{};
    const auto put = [&](std::string_view& slot) {
        if (slot.empty()) slot = text;
    };
    switch (column.label.kind) {
        case LabelKind::number:
        case LabelKind::reference: return put(row.number);
        case LabelKind::area: return put(row.area);
        case LabelKind::problem:
            put(row.problem);
            row.same_problem = row.same_problem || cell.continued;
            return;
        case LabelKind::manifestation:
            put(row.manifestation);
            row.same_manifestation = row.same_manifestation || cell.continued;
            return;
        case LabelKind::measure:  // its number may stand in a cell of its own
            if (base::chars_in(row.measure) <= 4 && base::chars_in(text) > 4) row.measure = {};
            put(row.measure);
            row.same_measure = row.same_measure || cell.continued;
            return;
        case LabelKind::progress:
            put(row.progress);
            row.same_progress = row.same_progress || cell.continued;
            return;
        case LabelKind::result: return put(row.result);
        case LabelKind::status: return put(row.status);
        case LabelKind::deadline: return put(row.deadline);
        case LabelKind::holder:
            if (!text.empty()) row.holders.emplace_back(column.label, text);
            return;
        default: return;
    }
}

/// ①办公室 ②人事科: as many items as the row has measures, one for each.
std::vector<std::string_view> aligned(std::string_view cell, std::size_t measures, bool lines_too) {
    std::vector<std::string_view> each;
    if (measures < 2) return each;
    const auto run = text::items_in(cell);
    if (run.items.size() == measures && run.lead.empty())
        for (const auto& item : run.items) each.push_back(item.text);
    if (!each.empty() || !lines_too) return each;
    const auto lines = paragraphs(cell);
    const bool fits =
        lines.size() == measures && std::all_of(lines.begin(), lines.end(), is_deadline_phrase);
    return fits ? lines : each;
}

std::size_t measures_in(const TableRow& row) {
    if (row.measure.empty() || row.same_measure) return 0;
    MeasureBlock block;
    for (const auto text : paragraphs(row.measure)) block.add(text, row.block);
    return block.measures.size();
}

/// What the row says of all its measures; cells with one entry for each are left to `each_in`.
Statement said_in(const TableRow& row) {
    const auto measures = measures_in(row);
    std::vector<Field> fields;
    for (const auto& [label, value] : row.holders)
        if (aligned(value, measures, false).empty()) fields.push_back({label, value});
    auto said = statement_of(fields);
    if (aligned(row.deadline, measures, true).empty()) said.deadline = deadline_of(row.deadline);
    said.status = text::trim_stops(row.status);
    return said;
}

std::vector<Statement> each_in(const TableRow& row) {
    const auto measures = measures_in(row);
    std::vector<Statement> each;
    const auto add = [&](const Label& label, std::string_view cell, bool lines_too) {
        const auto parts = aligned(cell, measures, lines_too);
        if (!parts.empty()) each.resize(measures);
        for (std::size_t i = 0; i < parts.size(); ++i)
            merge(statement_of({{label, parts[i]}}), each[i]);
    };
    for (const auto& [label, value] : row.holders) add(label, value, false);
    add({.kind = LabelKind::deadline}, row.deadline, true);
    return each;
}

/// What all rows say alike; a blank cell says what stands above it.
Statement uniform_of(const ProblemRows& rows) {
    std::size_t apart = 0;  // rows of one manifestation each that say it for themselves
    for (const auto& row : rows)
        apart += row.says_anew && !row.manifestation.empty() && !row.same_manifestation;
    if (apart > 1) return {};
    auto all = said_in(rows.front());
    for (const auto& row : rows) {
        const auto said = said_in(row);
        if (!said.who.empty() && said.who != all.who) all.who.clear();
        if (!said.deadline.empty() && said.deadline != all.deadline) all.deadline = {};
        if (!said.status.empty() && said.status != all.status) all.status.clear();
    }
    return all;
}

/// A paragraph of a measure's cell: brackets with who and when are read as in running text.
void add_paragraph(ProblemReader& reader, std::string_view text, std::size_t block) {
    bool same = false;
    for (const auto& piece : pieces_of(text)) {
        const auto kind = piece.label.kind;
        if (piece.kind == Piece::Kind::fields)
            reader.add_statement(statement_of(piece.fields), Place::inside_line, block);
        else if (kind == LabelKind::holder || kind == LabelKind::deadline ||
                 kind == LabelKind::status)
            reader.add_statement(statement_of({{piece.label, piece.text}}), Place::inside_line,
                                 block);
        else if (piece.kind == Piece::Kind::text || piece.label.says_what_is_done())
            reader.add_to_block(
                piece.text, block,
                same ? MeasureBlock::Piece::same_paragraph : MeasureBlock::Piece::paragraph);
        same = true;
    }
}

void add_report(ProblemReader& reader, LabelKind kind, std::string_view cell, std::size_t block) {
    if (cell.empty()) return;
    if (is_status(cell)) {
        Statement state;
        state.status = text::trim_stops(cell);
        return reader.add_statement(state, Place::inside_line, block);
    }
    reader.open_block(kind, block);
    for (const auto text : paragraphs(cell))
        reader.add_to_block(text, block, MeasureBlock::Piece::paragraph);
}

void add_manifestations(ProblemReader& reader, const TableRow& row) {
    if (row.manifestation.empty() || row.same_manifestation || row.manifestation == row.problem)
        return;
    for (const auto text : paragraphs(row.manifestation)) {
        const auto mark = text::mark_at(text);
        const bool item = mark && mark.style != text::MarkStyle::bare;
        const auto run = text::items_in(text, item ? mark.value : 1);
        if (run.items.size() > 1 && run.lead.empty())
            for (const auto& one : run.items)
                reader.add_manifestation(one.number, one.text, row.block);
        else
            reader.add_manifestation(item ? mark.text : "", text.substr(item ? mark.bytes : 0),
                                     row.block);
    }
}

void add_row(ProblemReader& reader, const TableRow& row, const Statement& uniform,
             bool reports_apart) {
    add_manifestations(reader, row);
    const auto before = row.same_measure ? std::size_t{0} : measures_in(row);
    if (before > 0) {
        reader.open_block(LabelKind::measure, row.block);
        for (const auto text : paragraphs(row.measure)) add_paragraph(reader, text, row.block);
        reader.give_each(each_in(row));
    }
    auto own = said_in(row);
    if (own.who == uniform.who) own.who.clear();
    if (own.deadline == uniform.deadline) own.deadline = {};
    if (own.status == uniform.status) own.status.clear();
    reader.add_statement(own, Place::inside_line, row.block);
    const bool own_group = !row.manifestation.empty() && !row.same_manifestation;
    if (reports_apart && !own_group && before > 0 && !row.progress.empty()) {
        const auto state = status_bytes(row.progress);
        reader.give_report(reader.measures_in_block(),
                           text::trim_stops(row.progress.substr(0, state)), row.progress);
    } else if (!row.same_progress) {
        add_report(reader, LabelKind::progress, row.progress, row.block);
    }
    add_report(reader, LabelKind::result, row.result, row.block);
}

}  // namespace

TableRow row_of(const office::Block& block, const TableHead& head) {
    TableRow row;
    row.block = block.number;
    for (const auto& cell : block.cells) {
        const auto text = text::trim(cell.text);
        if (!text.empty()) {
            ++row.cells;
            row.only = text;
            row.widest = std::max(row.widest, static_cast<std::size_t>(cell.columns));
        }
        const auto* column = head.at(cell.column);
        if (column == nullptr) continue;
        take_cell(*column, cell, row);
        const auto kind = column->label.kind;
        const bool statement = kind == LabelKind::holder || kind == LabelKind::deadline ||
                               kind == LabelKind::status || kind == LabelKind::progress;
        row.says_anew = row.says_anew || (statement && !cell.continued && !text.empty());
    }
    return row;
}

void add_problem_cell(ProblemReader& reader, std::string_view cell, std::size_t block) {
    bool first = true;
    for (const auto text : paragraphs(cell)) {
        const auto mark = text::mark_at(text);
        const bool item = mark && mark.style != text::MarkStyle::bare && !first;
        const auto run = text::items_in(text, item ? mark.value : 1);
        const bool split = run.items.size() > 1 ||
                           (run.items.size() == 1 && run.style == text::MarkStyle::first_is);
        if (item && run.items.empty()) {
            reader.add_manifestation(mark.text, text.substr(mark.bytes), block);
        } else if (!split || (first && run.lead.empty())) {
            reader.extend_manifestation(text, block);
        } else {
            if (!run.lead.empty()) reader.extend_manifestation(run.lead, block);
            for (const auto& one : run.items) reader.add_manifestation(one.number, one.text, block);
        }
        first = false;
    }
}

void add_form_value(ProblemReader& reader, const Label& label, std::string_view value,
                    std::size_t block) {
    if (label.kind == LabelKind::manifestation) {
        for (const auto text : paragraphs(value)) reader.add_manifestation("", text, block);
    } else if (label.kind == LabelKind::measure) {
        reader.open_block(label.kind, block);
        for (const auto text : paragraphs(value)) add_paragraph(reader, text, block);
    } else if (label.says_what_is_done()) {
        add_report(reader, label.kind, value, block);
    } else {
        reader.add_statement(statement_of({{label, value}}), Place::own_line, block);
    }
}

ReadProblem problem_of(const ProblemRows& rows) {
    const auto& first = rows.front();
    const auto mark = text::mark_at(first.problem);
    const bool marked =
        mark && mark.style != text::MarkStyle::bare && mark.style != text::MarkStyle::first_is;
    const auto number = !first.number.empty() ? first.number
                        : marked              ? mark.text
                                              : std::string_view{};
    ProblemReader reader(number, "", first.block);
    add_problem_cell(reader, first.problem.substr(marked ? mark.bytes : 0), first.block);
    const auto uniform = uniform_of(rows);
    reader.add_statement(uniform, Place::own_line, first.block);
    std::size_t reports = 0;
    for (const auto& row : rows) reports += !row.progress.empty() && !row.same_progress;
    for (const auto& row : rows) add_row(reader, row, uniform, reports > 1);
    return reader.finish();
}

}  // namespace plan
