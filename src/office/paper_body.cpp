#include "office/paper_body.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "office/cell_text.hpp"
#include "office/paper_styles.hpp"
#include "office/paper_table.hpp"

namespace office {
namespace {

// The upper edge of the mark lies this far below that of the type area (7.2.4).
constexpr int mark_depth = twips(35);
constexpr int rule_eighths = 12;      // of a point
constexpr int rule_gap_points = 11;   // 4 mm between the number and the red rule (7.2.7)
constexpr int least_height = 20;      // a point
constexpr int lines_above_title = 2;  // below the rule (7.3.1)
constexpr int one_char = 320, type_width = page_width - edge_left - edge_right;
// The rules of a letter are 170 mm long: 7 mm more than the type area on either side.
constexpr int beyond_edge = -twips(7);

pugi::xml_node add_paragraph(pugi::xml_node body, Style style) {
    auto node = body.append_child("w:p");
    add_value(node.append_child("w:pPr"), "w:pStyle", id_of(style));
    return node;
}

void add_border(pugi::xml_node properties, const char* side, std::string_view kind, int eighths,
                int gap_points, std::string_view colour) {
    auto borders = properties.child("w:pBdr");
    if (!borders) borders = properties.append_child("w:pBdr");
    auto border = borders.append_child(side);
    set(border, "w:val", kind);
    set(border, "w:sz", eighths);
    set(border, "w:space", gap_points);
    set(border, "w:color", colour);
}

/// Nothing, so high: the properties of its paragraph.
pugi::xml_node add_space(pugi::xml_node body, int height) {
    auto properties = add_paragraph(body, Style::form_line).child("w:pPr");
    add_value(properties, "w:snapToGrid", 0);  // else as high as a line of the grid
    auto spacing = properties.append_child("w:spacing");
    set(spacing, "w:line", height);
    set(spacing, "w:lineRule", "exact");
    return properties;
}

/// As large as fits into the width of the page, and no larger than is usual.
int mark_half_points(const std::string& issuer) {
    constexpr double width_points = 435, points_max = 52;
    const auto chars = std::max(1.0, width_in_chars(issuer));
    return static_cast<int>(std::min(points_max, width_points / chars) * 2);
}

/// Its upper edge lies at its depth, whatever room the font asks for above its characters.
void add_mark(pugi::xml_node body, const PaperHead& head, int lines_above) {
    const auto half_points = mark_half_points(head.issuer);
    auto mark = add_paragraph(body, Style::issuer_mark);
    auto spacing = mark.child("w:pPr").append_child("w:spacing");
    set(spacing, "w:before", mark_depth - lines_above * line_pitch);
    set(spacing, "w:line", half_points * 11);
    set(spacing, "w:lineRule", "exact");
    add_run(mark, {head.issuer}, half_points);
}

/// The number a character from the left edge of the type area, who signed as far from the right
/// (7.2.5, 7.2.6). The rule below keeps its width: a tab, not an indent, makes room at the right.
void spread_to_signer(pugi::xml_node properties) {
    auto tabs = properties.append_child("w:tabs");
    for (const auto& [kind, at] :
         {std::pair{"left", one_char}, std::pair{"right", type_width - one_char}}) {
        auto tab = tabs.append_child("w:tab");
        set(tab, "w:val", kind);
        set(tab, "w:pos", at);
    }
    add_value(properties, "w:jc", "left");
}

void add_printed_head(pugi::xml_node body, const PaperHead& head) {
    int lines = 0;
    for (const auto& line : {head.secrecy, head.urgency}) {
        if (line.empty()) continue;
        add_run(add_paragraph(body, Style::form_line), {line, Face::heiti}, {});
        ++lines;
    }
    add_mark(body, head, lines);
    auto number = add_paragraph(body, Style::number_line);
    auto properties = number.child("w:pPr");
    add_border(properties, "w:bottom", "single", rule_eighths, rule_gap_points, red);
    if (head.signer.empty()) return add_run(number, {head.number}, {});
    spread_to_signer(properties);
    number.append_child("w:r").append_child("w:tab");
    add_run(number, {head.number}, {});
    number.append_child("w:r").append_child("w:tab");
    add_run(number, {"签发人："}, {});
    add_run(number, {head.signer, Face::kaiti}, {});
}

/// 发文字号 of a letter: at the right below the first rule.
void add_letter_number(pugi::xml_node body, const PaperHead& head) {
    auto number = add_paragraph(body, Style::form_line);
    add_value(number.child("w:pPr"), "w:jc", "right");
    add_run(number, {head.number}, {});
}

void add_changes(pugi::xml_node properties, const Paragraph& what,
                 std::optional<int> lines_before) {
    if (what.on_new_page) properties.append_child("w:pageBreakBefore");
    if (lines_before) {
        auto spacing = properties.append_child("w:spacing");
        set(spacing, "w:before", *lines_before * line_pitch);
        set(spacing, "w:line", line_pitch);  // LibreOffice forgets the style's beside it
        set(spacing, "w:lineRule", "exact");
    }
    if (!what.left_chars && !what.right_chars) return;
    auto indent = properties.append_child("w:ind");
    const auto add = [&](const char* chars, const char* width, std::optional<double> count) {
        if (!count) return;
        set(indent, chars, static_cast<int>(*count * 100));
        set(indent, width, static_cast<int>(*count * 320));
    };
    add("w:leftChars", "w:left", what.left_chars);
    add("w:rightChars", "w:right", what.right_chars);
}

class BodyWriter {
  public:
    BodyWriter(pugi::xml_node body, const Paper& paper) : body_(body), paper_(paper) {}

    void write() {
        const auto& head = paper_.head;
        if (head.kind == HeadKind::document || head.kind == HeadKind::minutes)
            add_printed_head(body_, head);
        if (head.kind == HeadKind::letter && !head.number.empty()) add_letter_number(body_, head);
        below_head_ = head.kind != HeadKind::none;
        for (std::size_t i = 0; i < paper_.sections.size(); ++i) {
            const auto& section = paper_.sections[i];
            for (std::size_t k = 0; k < section.parts.size(); ++k) add(section, k);
            const bool last = i + 1 == paper_.sections.size();
            if (last && paper_.imprint) add_imprint(body_, *paper_.imprint);
            // A section ends within a paragraph; it takes no room, lest it begin a page by itself.
            auto end = last ? body_ : add_space(body_, least_height);
            add_section(end, section.orientation, i == 0);
        }
    }

  private:
    /// A signature never stands on a page without text (7.3.5.4).
    static bool leads_to_signature(const std::vector<PaperPart>& parts, std::size_t at) {
        const auto style_at = [&](std::size_t place) {
            const auto* line =
                place < parts.size() ? std::get_if<Paragraph>(&parts[place]) : nullptr;
            return line == nullptr ? Style::body : line->style;
        };
        return style_at(at) == Style::signature || style_at(at + 1) == Style::signature;
    }

    void add(const PaperSection& section, std::size_t at) {
        const auto& part = section.parts[at];
        if (const auto* table = std::get_if<PaperTable>(&part)) {
            add_table(body_, *table, section.orientation);
            // Below the last there is nothing to keep a distance from, but the end of a page.
            add_space(body_, at + 1 == section.parts.size() ? least_height : line_pitch / 4);
            return;
        }
        const auto& what = std::get<Paragraph>(part);
        auto node = add_paragraph(body_, what.style);
        if (leads_to_signature(section.parts, at)) node.child("w:pPr").append_child("w:keepNext");
        const bool first_title = below_head_ && what.style == Style::title;
        add_changes(node.child("w:pPr"), what, first_title ? lines_above_title : what.lines_before);
        if (first_title) below_head_ = false;
        for (const auto& run : what.runs) add_run(node, run, {});
    }

    void add_section(pugi::xml_node parent, Orientation orientation, bool first) {
        auto section = parent.append_child("w:sectPr");
        const bool letter = paper_.head.kind == HeadKind::letter;
        const auto refer = [&](const char* kind, const char* type, const char* id) {
            auto reference = section.append_child(kind);
            set(reference, "w:type", type);
            set(reference, "r:id", id);
        };
        refer("w:headerReference", "default", EdgeIds::header);
        refer("w:headerReference", "even", EdgeIds::header_even);
        refer("w:footerReference", "default", EdgeIds::footer);
        refer("w:footerReference", "even", EdgeIds::footer_even);
        if (letter && first) {
            refer("w:headerReference", "first", EdgeIds::header_first);
            refer("w:footerReference", "first", EdgeIds::footer_first);
        }
        add_page(section, orientation, letter && first);
        if (letter && first) section.append_child("w:titlePg");
        auto grid = section.append_child("w:docGrid");
        set(grid, "w:type", "lines");
        set(grid, "w:linePitch", line_pitch);
    }

    static void add_page(pugi::xml_node section, Orientation orientation, bool letter) {
        const bool wide = orientation == Orientation::landscape;
        auto size = section.append_child("w:pgSz");
        set(size, "w:w", wide ? page_height : page_width);
        set(size, "w:h", wide ? page_width : page_height);
        if (wide) set(size, "w:orient", "landscape");
        auto edges = section.append_child("w:pgMar");
        // Turned by a quarter: the head of the table lies at the edge where the pages are bound.
        set(edges, "w:top", wide ? edge_left : edge_top);
        set(edges, "w:right", wide ? edge_top : edge_right);
        set(edges, "w:bottom", wide ? edge_right : edge_bottom);
        set(edges, "w:left", wide ? edge_bottom : edge_left);
        set(edges, "w:header", letter ? twips(30) : twips(15));
        // The number stands 7 mm below the type area (7.5).
        set(edges, "w:footer", letter ? twips(20) : wide ? twips(12) : twips(25));
        set(edges, "w:gutter", 0);
    }

    pugi::xml_node body_;
    const Paper& paper_;
    bool below_head_ = false;
};

void add_field(pugi::xml_node paragraph, const char* instruction) {
    for (const auto* type : {"begin", "", "end"}) {
        auto run = paragraph.append_child("w:r");
        auto properties = run.append_child("w:rPr");
        add_face(properties, Face::songti);
        add_value(properties, "w:sz", 28);
        if (*type != 0)
            set(run.append_child("w:fldChar"), "w:fldCharType", type);
        else
            run.append_child("w:instrText").text().set(instruction);
    }
}

}  // namespace

void write_body(pugi::xml_document& part, const Paper& paper) {
    auto body = add_root(part, "w:document").append_child("w:body");
    BodyWriter(body, paper).write();
}

void write_footer(pugi::xml_document& part, bool even) {
    auto paragraph = add_paragraph(add_root(part, "w:ftr"), Style::table_note);
    auto properties = paragraph.child("w:pPr");
    auto indent = properties.append_child("w:ind");
    set(indent, even ? "w:leftChars" : "w:rightChars", 100);
    set(indent, even ? "w:left" : "w:right", 280);
    add_value(properties, "w:jc", even ? "left" : "right");
    add_run(paragraph, {"— ", Face::songti}, 28);
    add_field(paragraph, "PAGE");
    add_run(paragraph, {" —", Face::songti}, 28);
}

void write_header(pugi::xml_document& part, const std::string& page_head) {
    auto paragraph = add_paragraph(add_root(part, "w:hdr"), Style::table_note);
    add_value(paragraph.child("w:pPr"), "w:jc", "right");
    if (!page_head.empty()) add_run(paragraph, {page_head}, 18);
}

void write_letter_header(pugi::xml_document& part, const Paper& paper) {
    auto root = add_root(part, "w:hdr");
    auto paragraph = add_paragraph(root, Style::issuer_mark);
    auto properties = paragraph.child("w:pPr");
    add_border(properties, "w:bottom", "thickThinSmallGap", 24, rule_gap_points, red);
    auto indent = properties.append_child("w:ind");
    set(indent, "w:left", beyond_edge);
    set(indent, "w:right", beyond_edge);
    add_run(paragraph, {paper.head.issuer}, std::min(88, mark_half_points(paper.head.issuer)));
    if (paper.page_head.empty()) return;
    auto note = add_paragraph(root, Style::table_note);
    add_value(note.child("w:pPr"), "w:jc", "right");
    add_run(note, {paper.page_head}, 18);
}

void write_letter_footer(pugi::xml_document& part) {
    auto paragraph = add_paragraph(add_root(part, "w:ftr"), Style::table_note);
    auto properties = paragraph.child("w:pPr");
    add_border(properties, "w:top", "thinThickSmallGap", 24, 0, red);
    auto indent = properties.append_child("w:ind");
    set(indent, "w:left", beyond_edge);
    set(indent, "w:right", beyond_edge);
}

}  // namespace office
