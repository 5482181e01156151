#include "office/docx_body.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/package.hpp"
#include "office/refusal.hpp"

namespace office {

enum class DocxBody::Tag : unsigned char {
    other,
    paragraph,
    paragraph_properties,
    paragraph_style,
    number_properties,
    num_id,
    level,
    outline,
    run,
    run_properties,
    hidden,
    text,
    tab,
    line_break,
    hyphen,
    symbol,
    table,
    row,
    row_properties,
    header_row,
    grid_before,
    cell,
    cell_span,
    merge_down,
    merge_right,
    deleted,
    always_skipped,
};

DocxBody::Tag DocxBody::tag_of(std::string_view name) {
    struct Named {
        std::string_view name;
        Tag tag;
    };
    // In order of name, for the search below.
    static constexpr std::array<Named, 42> names{{
        {"br", Tag::line_break},
        {"cr", Tag::line_break},
        {"del", Tag::deleted},
        {"delInstrText", Tag::always_skipped},
        {"delText", Tag::always_skipped},
        {"gridBefore", Tag::grid_before},
        {"gridSpan", Tag::cell_span},
        {"hMerge", Tag::merge_right},
        {"ilvl", Tag::level},
        {"instrText", Tag::always_skipped},
        {"moveFrom", Tag::always_skipped},
        {"noBreakHyphen", Tag::hyphen},
        {"numId", Tag::num_id},
        {"numPr", Tag::number_properties},
        {"numberingChange", Tag::always_skipped},
        {"outlineLvl", Tag::outline},
        {"p", Tag::paragraph},
        {"pPr", Tag::paragraph_properties},
        {"pPrChange", Tag::always_skipped},
        {"pStyle", Tag::paragraph_style},
        {"ptab", Tag::tab},
        {"r", Tag::run},
        {"rPr", Tag::run_properties},
        {"rPrChange", Tag::always_skipped},
        {"rt", Tag::always_skipped},
        {"sectPr", Tag::always_skipped},
        {"sym", Tag::symbol},
        {"t", Tag::text},
        {"tab", Tag::tab},
        {"tabs", Tag::always_skipped},
        {"tbl", Tag::table},
        {"tblGrid", Tag::always_skipped},
        {"tblHeader", Tag::header_row},
        {"tblPr", Tag::always_skipped},
        {"tblPrEx", Tag::always_skipped},
        {"tc", Tag::cell},
        {"tcPrChange", Tag::always_skipped},
        {"tr", Tag::row},
        {"trPr", Tag::row_properties},
        {"trPrChange", Tag::always_skipped},
        {"vMerge", Tag::merge_down},
        {"vanish", Tag::hidden},
    }};
    static_assert(std::is_sorted(names.begin(), names.end(),
                                 [](const Named& a, const Named& b) { return a.name < b.name; }));
    const auto found =
        std::lower_bound(names.begin(), names.end(), name,
                         [](const Named& a, std::string_view b) { return a.name < b; });
    return found != names.end() && found->name == name ? found->tag : Tag::other;
}

// `up` elements above the one that begins.
bool DocxBody::within(Tag tag, std::size_t up) const {
    return open_.size() > up && open_[open_.size() - 1 - up] == tag;
}

// In properties w:del is a mark on the row or the paragraph; elsewhere it holds deleted text.
bool DocxBody::skipped(Tag tag) const {
    if (tag == Tag::always_skipped) return true;
    return tag == Tag::deleted && !within(Tag::row_properties, 0) &&
           !within(Tag::run_properties, 0);
}

void DocxBody::start(std::string_view name, const XmlAttributes& attributes) {
    if (skipping_ > 0 || blocks_.refused()) {
        ++skipping_;
        return;
    }
    const auto prefix_end = name.find(':');
    const bool word = prefix_end == 1 && name[0] == 'w';
    const auto tag = word ? tag_of(name.substr(2)) : Tag::other;
    if (skipped(tag) || name == "mc:Fallback") {
        skipping_ = 1;
        return;
    }
    property(tag, attributes);
    open_.push_back(tag);
}

void DocxBody::property(Tag tag, const XmlAttributes& attributes) {
    switch (tag) {
        case Tag::other:
        case Tag::text: return;
        case Tag::paragraph: return begin_paragraph();
        case Tag::run: run_hidden_ = false; return;
        case Tag::table:
            tables_.emplace_back();
            tables_.back().index = blocks_.open_table();
            return;
        case Tag::row:
        case Tag::cell:
        case Tag::header_row:
        case Tag::grid_before:
        case Tag::cell_span:
        case Tag::merge_down:
        case Tag::merge_right: return table_property(tag, attributes);
        case Tag::tab:
        case Tag::line_break:
        case Tag::hyphen:
        case Tag::symbol: return character(tag, attributes);
        default: return paragraph_property(tag, attributes);
    }
}

void DocxBody::paragraph_property(Tag tag, const XmlAttributes& attributes) {
    const auto value = attributes.find("w:val").value_or("");
    if (tag == Tag::deleted && within(Tag::row_properties, 0)) {
        if (auto* in = table()) in->row_deleted = true;
        return;
    }
    if (tag == Tag::hidden && within(Tag::run_properties, 0) && within(Tag::run, 1))
        run_hidden_ = means_on(value);
    if (paragraphs_.empty()) return;
    auto& paragraph = paragraphs_.back();
    if (tag == Tag::deleted) paragraph.mark_deleted = true;
    if (tag == Tag::paragraph_style) paragraph.style = value;
    if (tag == Tag::outline) paragraph.outline = number_in(value, 9);
    if (!within(Tag::number_properties, 0)) return;
    if (tag == Tag::num_id) paragraph.number.num_id = number_in(value, 0);
    if (tag == Tag::level) paragraph.number.level = number_in(value, 0);
}

void DocxBody::table_property(Tag tag, const XmlAttributes& attributes) {
    auto* in = table();
    if (in == nullptr) return;
    const auto value = attributes.find("w:val").value_or("");
    const auto columns = [&] { return std::clamp(number_in(value, 1), 0, 256); };
    switch (tag) {
        case Tag::row:
            in->row.clear();
            in->merged_down.clear();
            in->column = 0;
            in->header = in->row_deleted = false;
            in->row_place = blocks_.size();
            return;
        case Tag::cell: return begin_cell(*in);
        case Tag::header_row: in->header = means_on(value); return;
        case Tag::grid_before: in->column += columns(); return;
        case Tag::cell_span: in->cell.cell.columns = std::max(1, columns()); return;
        case Tag::merge_down:
            in->cell.merged_down = true;
            in->cell.continues_above = value != "restart";
            return;
        default: in->cell.continues_left = value != "restart"; return;
    }
}

void DocxBody::character(Tag tag, const XmlAttributes& attributes) {
    // The tab stops of a paragraph are also called w:tab.
    if (!within(Tag::run, 0)) return;
    if (tag == Tag::tab) return put("\t");
    if (tag == Tag::line_break) return put("\n");
    if (tag == Tag::hyphen) return put("-");
    // Symbol fonts: the tick boxes of forms; anything else of the private area says nothing as
    // text.
    const auto code = attributes.find("w:char").value_or("");
    if (code == "F0FE" || code == "F052" || code == "F053") return put("☑");
    if (code == "F0A8" || code == "F06F" || code == "F0A3") return put("□");
    if (code == "F0FC") return put("✓");
}

void DocxBody::text(std::string_view piece) {
    if (skipping_ == 0 && within(Tag::text, 0)) put(piece);
}

void DocxBody::put(std::string_view text) {
    if (paragraphs_.empty() || run_hidden_) return;
    if (count_text(text.size())) paragraphs_.back().text += text;
}

bool DocxBody::count_text(std::size_t bytes) {
    text_bytes_ += bytes;
    if (text_bytes_ <= base::limits::document_kept_bytes_max) return true;
    blocks_.refuse(too_many_blocks());
    return false;
}

void DocxBody::begin_paragraph() {
    paragraphs_.emplace_back();
    paragraphs_.back().place = blocks_.size();
    run_hidden_ = false;
}

void DocxBody::end_paragraph() {
    const auto paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    run_hidden_ = false;
    const auto& style = styles_.find(paragraph.style);
    if (style.contents) return;
    if (paragraph.mark_deleted && paragraph.text.empty()) return;
    auto text =
        number_of(numbering_, paragraph.number, style);  // An empty paragraph counts on as well.
    const auto own = base::trim(paragraph.text);
    if (own.empty()) return;
    text += own;
    auto* in = table();
    if (in != nullptr && in->cell.open) {
        auto& cell = in->cell.cell.text;
        if (!cell.empty()) cell += '\n';
        cell += text;
        return;
    }
    const int outline = paragraph.outline ? *paragraph.outline + 1 : style.outline_level;
    blocks_.insert_paragraph(paragraph.place, text,
                             {outline >= 1 && outline <= 9 ? outline : 0, style.name});
}

void DocxBody::begin_cell(Table& table) {
    table.cell = {};
    table.cell.open = true;
    table.cell.cell.column = table.column;
}

void DocxBody::end_cell(Table& table) {
    auto open = std::move(table.cell);
    table.cell = {};
    if (table.row.size() >= base::limits::table_columns_max)
        return blocks_.refuse(too_many_blocks());
    table.column += open.cell.columns;
    if (open.continues_left && !table.row.empty()) {
        table.row.back().columns += open.cell.columns;
        return;
    }
    if (open.continues_above) {
        const auto upper =
            std::find_if(table.above.begin(), table.above.end(),
                         [&](const Cell& cell) { return cell.column == open.cell.column; });
        if (upper != table.above.end()) {
            // Copies count: a long text over very many rows would otherwise cost without end.
            if (!count_text(upper->text.size())) return;
            open.cell.text = upper->text;
            open.cell.continued = true;
        }
    }
    if (open.merged_down) table.merged_down.push_back(open.cell);
    table.row.push_back(std::move(open.cell));
}

void DocxBody::end_row(Table& table) {
    if (table.row_deleted) return;
    table.above = std::move(table.merged_down);
    Block row;
    row.table = table.index;
    row.header = table.header;
    row.cells = std::move(table.row);
    blocks_.insert_row(table.row_place, std::move(row));
    table.row = {};
}

void DocxBody::end() {
    if (skipping_ > 0) {
        --skipping_;
        return;
    }
    const auto tag = open_.back();
    open_.pop_back();
    if (tag == Tag::paragraph && !paragraphs_.empty()) return end_paragraph();
    if (tables_.empty()) return;
    if (tag == Tag::cell) return end_cell(tables_.back());
    if (tag == Tag::row) return end_row(tables_.back());
    if (tag == Tag::table) tables_.pop_back();
}

}  // namespace office
