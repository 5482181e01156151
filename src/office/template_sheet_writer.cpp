#include "office/template_sheet_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "office/cell_text.hpp"
#include "office/package.hpp"

namespace office {
namespace {

// What may stand between the rows and the merged cells (ECMA-376, CT_Worksheet).
constexpr std::array before_merges{"sheetData",       "sheetCalcPr",     "sheetProtection",
                                   "protectedRanges", "scenarios",       "autoFilter",
                                   "sortState",       "dataConsolidate", "customSheetViews"};
constexpr std::array formulas_outside{"formula", "formula1", "formula2"};

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

int excel_day(base::Date day, bool since_1904) {
    const auto first = since_1904 ? base::make_date(1904, 1, 1) : base::make_date(1899, 12, 30);
    return base::days_between(*first, day);
}

/// A value as a number of the workbook where it is one and the cell shows it as one.
std::optional<std::string> as_number(const FieldValue& value, const NumberFormat& format,
                                     bool since_1904) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* day = std::get_if<base::Date>(&value))
        if (format.year || format.month || format.day)
            return std::to_string(excel_day(*day, since_1904));
    const auto* share = std::get_if<Share>(&value);
    if (share == nullptr || share->whole == 0 || format.percent_decimals < 0) return std::nullopt;
    const auto millionths = (share->part * 1'000'000 + share->whole / 2) / share->whole;
    auto digits = std::to_string(millionths % 1'000'000);
    digits.insert(0, 6 - digits.size(), '0');
    return std::to_string(millionths / 1'000'000) + "." + digits;
}

class Writing {
  public:
    Writing(const SheetPlan& plan, const RowLayout& layout, const SheetSurroundings& around)
        : plan_(plan), spans_(*plan.spans), layout_(layout), around_(around) {}

    std::string write() {
        const auto& data = spans_[plan_.data];
        auto edits = outside();
        const auto text = spans_.text();
        std::vector<Edit> before, behind;
        for (auto& edit : edits)
            (edit.at.begin < data.whole.end ? before : behind).push_back(std::move(edit));
        std::string out;
        run(program_of(text, {0, data.whole.begin}, std::move(before)), around_.root, out);
        out += data_tag();
        for (const auto& row : layout_.rows()) write_row(row, out);
        out += "</" + std::string(data.prefix) + "sheetData>";
        run(program_of(text, {data.whole.end, text.size()}, std::move(behind)), around_.root, out);
        return out;
    }

  private:
    [[nodiscard]] std::string data_tag() const {
        const auto& data = spans_[plan_.data];
        if (data.empty_tag()) return "<" + std::string(data.prefix) + "sheetData>";
        return std::string(spans_.text({data.whole.begin, data.inner.begin}));
    }
    [[nodiscard]] RowOf rows_from(const Instance& instance) const {
        return [this, &instance](std::string_view sheet, int row, RefEnd end) {
            if (sheet.empty() || sheet == plan_.name) return layout_.row_of(instance, row, end);
            return around_.row_of(sheet, row, end);
        };
    }

    void write_row(const PlacedRow& placed, std::string& out) const {
        if (placed.row == nullptr) return;
        const auto& element = spans_[placed.row->element];
        const std::string prefix(element.prefix);
        out += "<" + prefix + "row r=\"" + std::to_string(placed.number) + "\"";
        // A height that Excel worked out for the template is not that of what stands there now.
        const bool keeps_height =
            placed.instance == &layout_.whole() || means_on_if(placed.row->element, "customHeight");
        for (const auto& [name, value] : attributes(placed.row->element))
            if (name != "r" && (keeps_height || (name != "ht" && !name.ends_with("dyDescent"))))
                out += " " + std::string(name) + "=\"" + std::string(value) + "\"";
        if (placed.row->cells.empty()) {
            out += "/>";
            return;
        }
        out += ">";
        for (const auto& cell : placed.row->cells) write_cell(placed, cell, out);
        out += "</" + prefix + "row>";
    }
    [[nodiscard]] bool means_on_if(std::uint32_t element, std::string_view name) const {
        const auto value = spans_.value(element, name);
        return !value.empty() && means_on(value);
    }
    /// As they are written, prefixes included.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> attributes(
        std::uint32_t element) const {
        std::vector<std::pair<std::string_view, std::string_view>> all;
        const auto& span = spans_[element];
        auto rest = spans_.text({span.whole.begin, span.inner.begin});
        rest.remove_prefix(std::min(rest.find_first_of(" \t\r\n/>"), rest.size()));
        for (;;) {
            const auto equals = rest.find('=');
            if (equals == std::string_view::npos) return all;
            const auto quote = rest.find_first_of("\"'", equals);
            const auto end = rest.find(rest[quote], quote + 1);
            all.emplace_back(base::trim(rest.substr(0, equals)),
                             rest.substr(quote + 1, end - quote - 1));
            rest.remove_prefix(end + 1);
        }
    }

    void write_cell(const PlacedRow& placed, const TemplateCell& cell, std::string& out) const {
        const auto& element = spans_[cell.element];
        const std::string tag = std::string(element.prefix) + "c";
        out += "<" + tag + " r=\"" + column_letters(cell.column) + std::to_string(placed.number) +
               "\"";
        const bool plain = !cell.marked && !cell.formula;
        for (const auto& [name, value] : attributes(cell.element))
            if (name != "r" && (plain || name == "s"))
                out += " " + std::string(name) + "=\"" + std::string(value) + "\"";
        const auto content = is_below(placed, cell) ? Content{} : content_of(placed, cell);
        out += content.type;
        out += content.inside.empty() ? "/>" : ">" + content.inside + "</" + tag + ">";
    }
    [[nodiscard]] bool is_below(const PlacedRow& placed, const TemplateCell& cell) const {
        if (placed.merged == nullptr) return false;
        const auto depth = depth_of(plan_, *placed.merged, cell.column);
        return depth < lists_in(plan_, *placed.merged) &&
               merged_at(placed.merged->rows, placed.at, depth, placed.merged->outside) ==
                   Merged::below;
    }
    /// What the cell was written against: without the lists inside that it does not belong to.
    [[nodiscard]] Frames frames_of(const PlacedRow& placed, const TemplateCell& cell) const {
        auto frames = layout_.frames_of(placed);
        if (placed.merged != nullptr)
            frames.resize(placed.merged->outside + depth_of(plan_, *placed.merged, cell.column));
        return frames;
    }
    struct Content {
        std::string type = {}, inside = {};  // the type as an attribute
    };
    [[nodiscard]] Content content_of(const PlacedRow& placed, const TemplateCell& cell) const {
        const auto& element = spans_[cell.element];
        if (cell.formula) return {{}, formula_of(placed, cell)};
        if (!cell.marked) return {{}, std::string(spans_.text(element.inner))};
        const std::string prefix(element.prefix);
        const auto frames = frames_of(placed, cell);
        if (cell.alone) {
            const auto style = number_in(spans_.value(cell.element, "s"), 0);
            const auto number = as_number(value_of(*cell.alone, frames),
                                          around_.formats.find(style), around_.since_1904);
            if (number) return {{}, "<" + prefix + "v>" + *number + "</" + prefix + "v>"};
        }
        std::string text;
        run(cell.text, frames, text);
        if (says_nothing(text)) return {};
        return {" t=\"inlineStr\"", "<" + prefix + "is>" + held_by_a_cell(std::move(text), prefix) +
                                        "</" + prefix + "is>"};
    }
    /// Excel calls a file damaged whose cell holds more than it may: the end of such a text goes,
    /// and its looks with it.
    static std::string held_by_a_cell(std::string xml, const std::string& prefix) {
        if (xml.size() <= cell_units_max) return xml;
        std::string words;
        for (std::string_view rest = xml; !rest.empty();) {
            words += rest.substr(0, rest.find('<'));
            const auto end = rest.find('>');
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
        }
        const auto plain = unescaped(words);
        const auto fit = fit_for_cell(plain);
        if (fit == plain) return xml;
        std::string cut = "<" + prefix + "t xml:space=\"preserve\">";
        append_escaped(cut, fit);
        return cut + "</" + prefix + "t>";
    }
    static bool says_nothing(std::string_view xml) {
        bool inside = false;
        for (const char c : xml) {
            if (!inside && c != '<') return false;
            inside = c != '>' && (inside || c == '<');
        }
        return true;
    }
    /// Its stored result is left out: whoever opens the workbook works it out.
    [[nodiscard]] std::string formula_of(const PlacedRow& placed, const TemplateCell& cell) const {
        const auto formula = *spans_.child(cell.element, "f");
        const std::string tag = std::string(spans_[formula].prefix) + "f";
        const auto row_of = rows_from(*placed.instance);
        std::string out = "<" + tag;
        if (spans_.value(formula, "t") == "array") {
            out += " t=\"array\" ref=\"";
            append_escaped(out, with_rows(spans_.value(formula, "ref"), row_of));
            out += "\"";
        }
        out += ">";
        append_escaped(out, with_rows(*cell.formula, row_of));
        return out + "</" + tag + ">";
    }

    /// Everything beside the rows that names rows.
    std::vector<Edit> outside() const {
        std::vector<Edit> edits(plan_.page_fields);
        const auto row_of = rows_from(layout_.whole());
        bool merges_stand = false;
        auto behind = spans_[plan_.data].whole.end;
        for (std::uint32_t i = 1; i < spans_.size(); i = i == plan_.data ? spans_[i].last : i + 1) {
            const auto& one = spans_[i];
            if (one.parent == 0 && is_one_of(before_merges, one.name)) behind = one.whole.end;
            if (one.name == "mergeCells") {
                merges_stand = true;
                edits.push_back(put_text(one.whole, merge_cells(one)));
            }
            if (is_one_of(formulas_outside, one.name))
                edits.push_back(put_text(one.inner, followed(spans_.text(one.inner), row_of)));
            if (one.name == "brk" && spans_[one.parent].name == "rowBreaks") follow_break(i, edits);
        }
        if (!merges_stand && !layout_.merges().empty())
            edits.push_back(put_text({behind, behind}, merge_cells(spans_[0])));
        follow_ranges(spans_, 1, row_of, edits);
        return edits;
    }
    void follow_break(std::uint32_t element, std::vector<Edit>& edits) const {
        const auto id = spans_.attribute(element, "id");
        if (!id) return;
        const auto row = number_in(spans_.text(*id), 0);
        edits.push_back(
            put_text(*id, std::to_string(layout_.row_of(layout_.whole(), row, RefEnd::last))));
    }
    [[nodiscard]] std::string merge_cells(const XmlSpan& like) const {
        if (layout_.merges().empty()) return "";
        const std::string prefix(like.prefix);
        auto text =
            "<" + prefix + "mergeCells count=\"" + std::to_string(layout_.merges().size()) + "\">";
        for (const auto& range : layout_.merges())
            text += "<" + prefix + "mergeCell ref=\"" + to_text(range) + "\"/>";
        return text + "</" + prefix + "mergeCells>";
    }

    const SheetPlan& plan_;
    const XmlSpans& spans_;
    const RowLayout& layout_;
    const SheetSurroundings& around_;
};

}  // namespace

std::string write_sheet(const SheetPlan& plan, const RowLayout& layout,
                        const SheetSurroundings& around) {
    return Writing(plan, layout, around).write();
}

std::string followed(std::string_view escaped_formula, const RowOf& row_of) {
    std::string out;
    append_escaped(out, with_rows(unescaped(escaped_formula), row_of));
    return out;
}

void follow_ranges(const XmlSpans& spans, std::uint32_t from, const RowOf& row_of,
                   std::vector<Edit>& edits) {
    for (auto i = from; i < spans.size(); ++i) {
        const auto name = spans[i].name;
        if (name == "sheetData") i = spans[i].last - 1;
        if (name == "sheetData" || name == "mergeCell" || name == "mergeCells") continue;
        for (const auto attribute : {"ref", "sqref"}) {
            const auto range = spans.attribute(i, attribute);
            if (!range) continue;
            auto text = with_rows(spans.text(*range), row_of);
            if (text != spans.text(*range)) edits.push_back(put_text(*range, std::move(text)));
        }
    }
}

Edit put_text(ByteRange where, std::string text) {
    Edit edit;
    edit.kind = where.size() == 0 ? Edit::Kind::insert : Edit::Kind::replace;
    edit.at = where;
    edit.op.text = std::move(text);
    return edit;
}

}  // namespace office
