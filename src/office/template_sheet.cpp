#include "office/template_sheet.hpp"

#include <algorithm>

#include "office/package.hpp"

namespace office {
namespace {

constexpr int columns_max = 1'000;

struct SharedFormula {
    std::string text;
    int row = 0, column = 0;
};

class Reading {
  public:
    Reading(std::string name, const XmlSpans& spans, const SharedTexts& shared, MarkScope& scope)
        : spans_(spans), shared_(shared), scope_(scope) {
        plan_.name = std::move(name);
        plan_.spans = &spans;
    }

    SheetPlan read() {
        const auto data = spans_.child(0, "sheetData");
        if (!data) return std::move(plan_);
        plan_.data = *data;
        int last_row = 0;
        spans_.children(*data, [&](std::uint32_t row) { last_row = read_row(row, last_row); });
        scope_.finish();
        nest();
        for (auto i = spans_[*data].last; i < spans_.size(); ++i) {
            if (spans_[i].name == "mergeCell")
                if (const auto range = read_range(spans_.value(i, "ref")))
                    plan_.merges.push_back(*range);
            const bool page_text =
                spans_[i].name.ends_with("Header") || spans_[i].name.ends_with("Footer");
            if (page_text && spans_[spans_[i].parent].name == "headerFooter") page_field(i);
        }
        return std::move(plan_);
    }

  private:
    int read_row(std::uint32_t element, int last_row) {
        TemplateRow row;
        row.element = element;
        row.number = number_in(spans_.value(element, "r"), last_row + 1);
        int column = 0;
        spans_.children(element, [&](std::uint32_t i) {
            if (spans_[i].name != "c") return;
            const auto said = column_in(spans_.value(i, "r"));
            column = said > 0 ? said : column + 1;
            row.cells.push_back(read_cell(i, row.number, column));
        });
        const bool marked = std::any_of(row.cells.begin(), row.cells.end(),
                                        [](const TemplateCell& cell) { return cell.marked; });
        if (marked && column > columns_max)
            scope_.note("template_too_many_columns", place_of(row.number, column),
                        std::to_string(column), std::to_string(columns_max));
        plan_.rows.push_back(std::move(row));
        return plan_.rows.back().number;
    }
    [[nodiscard]] std::string place_of(int row, int column) const {
        return "工作表“" + plan_.name + "”" + column_letters(column) + std::to_string(row);
    }
    TemplateCell read_cell(std::uint32_t element, int row, int column) {
        TemplateCell cell;
        cell.element = element;
        cell.column = column;
        if (const auto formula = spans_.child(element, "f")) {
            plan_.formulas = true;
            cell.formula = read_formula(*formula, row, column);
            return cell;
        }
        const auto type = spans_.value(element, "t");
        if (type == "inlineStr") {
            if (const auto text = spans_.child(element, "is"))
                read_text(spans_, *text, row, column, cell);
        } else if (type == "s" && shared_.spans != nullptr) {
            const auto value = spans_.child(element, "v");
            const auto index = value ? number_in(spans_.text(spans_[*value].inner), -1) : -1;
            if (index >= 0 && static_cast<std::size_t>(index) < shared_.elements.size())
                read_text(*shared_.spans, shared_.elements[static_cast<std::size_t>(index)], row,
                          column, cell);
        }
        return cell;
    }
    /// Formulas that are written once for many cells are written out.
    std::string read_formula(std::uint32_t element, int row, int column) {
        auto text = unescaped(spans_.text(spans_[element].inner));
        if (text.find("{{") != std::string::npos)
            scope_.note("template_mark_in_formula", place_of(row, column), text);
        if (spans_.value(element, "t") != "shared") return text;
        const std::string index(spans_.value(element, "si"));
        if (!text.empty()) {
            shared_formulas_[index] = {text, row, column};
            return text;
        }
        const auto found = shared_formulas_.find(index);
        if (found == shared_formulas_.end()) return text;
        return copied_to(found->second.text, row - found->second.row,
                         column - found->second.column);
    }

    void read_text(const XmlSpans& spans, std::uint32_t of, int row, int column,
                   TemplateCell& cell) {
        if (spans.text(spans[of].inner).find('{') == std::string_view::npos) return;
        TemplateText text(spans);
        std::vector<Edit> edits;
        for (auto i = of + 1; i < spans[of].last; ++i) {
            if (spans[i].name == "rPh" || spans[i].name == "phoneticPr") {
                edits.push_back({Edit::Kind::replace, spans[i].whole, {}, 0});
                i = spans[i].last - 1;
            } else if (spans[i].name == "t") {
                text.add(i);
            }
        }
        const auto marks = text.marks();
        if (marks.empty()) return;
        cell.marked = true;
        follow(text, marks, {row, column, place_of(row, column)}, edits);
        if (scope_.faults().empty()) {
            cell.text = program_of(spans.text(), spans[of].inner, std::move(edits));
            const bool single = marks.size() == 1 && text.only_marks(marks) &&
                                marks.front().kind == MarkKind::field &&
                                marks.front().format.empty();
            if (single) cell.alone = last_field_;
        }
    }
    void follow(const TemplateText& text, const std::vector<Mark>& marks, SheetSite site,
                std::vector<Edit>& edits) {
        std::map<std::size_t, std::pair<Mark, BlockRef>> opened_here;
        for (const auto& mark : marks) {
            ++plan_.marks;
            const auto meaning = scope_.follow(mark, site.place);
            site.said = mark.said;
            site.mark = plan_.marks;
            if (meaning.field) {
                Op op;
                op.kind = Op::Kind::field;
                op.field = *meaning.field;
                last_field_ = meaning.field;
                text.replace(mark, std::move(op), edits);
                continue;
            }
            text.take_out(mark, edits);
            if (meaning.opened && meaning.block) {
                plan_.blocks.push_back({*meaning.opened, *meaning.block, site, {}, {}});
                opened_here.emplace(*meaning.opened, std::pair(mark, *meaning.block));
            }
            if (meaning.closed) close(text, mark, *meaning.closed, site, opened_here, edits);
        }
    }
    template <class Opened>
    void close(const TemplateText& text, const Mark& mark, std::size_t number,
               const SheetSite& site, const Opened& opened_here, std::vector<Edit>& edits) {
        const auto here = opened_here.find(number);
        const auto block =
            std::find_if(plan_.blocks.begin(), plan_.blocks.end(),
                         [&](const SheetBlock& one) { return one.number == number; });
        if (block == plan_.blocks.end()) return;
        if (here == opened_here.end()) {
            block->to = site;
            return;
        }
        plan_.blocks.erase(block);  // within the cell
        const auto& [open, ref] = here->second;
        if (!add_inline_block(text.spans(), {text, open, mark, ref, number}, edits))
            scope_.note("template_loop_misplaced", site.place, open.said, site.place);
    }

    /// Which blocks lie in which. Two that were not opened within each other may not share a row.
    void nest() {
        if (!scope_.faults().empty()) return;
        auto& blocks = plan_.blocks;
        for (std::size_t k = 0; k < blocks.size(); ++k)
            for (std::size_t i = 0; i < k; ++i) {
                const auto &a = blocks[i], &b = blocks[k];
                if (b.from.row > a.to.row) continue;
                const bool within = b.from.mark < a.to.mark;
                if (within)
                    blocks[k].parent = i;
                else
                    scope_.note("template_loops_share_a_place", b.from.place, b.from.said,
                                a.from.said);
            }
    }
    /// Headers and footers know what the whole workbook is about and nothing else.
    void page_field(std::uint32_t element) {
        const auto place = "工作表“" + plan_.name + "”的页眉页脚";
        const auto from = spans_[element].inner.begin;
        for (const auto& mark : marks_in(spans_.text(spans_[element].inner))) {
            ++plan_.marks;
            const auto meaning = scope_.follow(mark, place);
            if (!meaning.field) {
                if (meaning.opened || meaning.closed)
                    scope_.note("template_loop_misplaced", place, mark.said, place);
                continue;
            }
            Op op;
            op.kind = Op::Kind::field;
            op.field = *meaning.field;
            op.breaks.ampersand = "&amp;&amp;";
            plan_.page_fields.push_back(
                {Edit::Kind::replace, {from + mark.begin, from + mark.end}, std::move(op), 0});
        }
    }

    const XmlSpans& spans_;
    const SharedTexts& shared_;
    MarkScope& scope_;
    SheetPlan plan_;
    std::map<std::string, SharedFormula> shared_formulas_;
    std::optional<FieldRef> last_field_;
};

}  // namespace

SheetPlan read_sheet(std::string name, const XmlSpans& spans, const SharedTexts& shared,
                     MarkScope& scope) {
    return Reading(std::move(name), spans, shared, scope).read();
}

}  // namespace office
