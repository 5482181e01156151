#include "office/docx_text.hpp"

#include <algorithm>
#include <sstream>

#include "base/utf8.hpp"
#include "office/archive.hpp"
#include "office/docx_numbering.hpp"
#include "office/docx_runs.hpp"
#include "office/docx_styles.hpp"
#include "office/package.hpp"
#include "office/refusal.hpp"
#include "office/zip_bytes.hpp"

namespace office {
namespace {

constexpr int depth_max = 200;
constexpr int first_revision_id = 900'000;

/// Elements inside each other beyond any document, found without recursion.
bool is_too_deep(const pugi::xml_node& root) {
    int depth = 0;
    for (auto node = root; node;) {
        if (const auto child = node.first_child()) {
            node = child;
            if (++depth > depth_max) return true;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (!node || node == root) return false;
        node = node.next_sibling();
    }
    return false;
}

std::optional<int> number_of_child(const pugi::xml_node& node, const char* name) {
    const auto child = node.child(name);
    if (!child) return std::nullopt;
    return number_in(child.attribute("w:val").value(), 0);
}

bool is_hanzi(char32_t c) {
    return c >= 0x3400 && c <= 0x9fff;
}

std::string without_trailing_spaces(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
    return text;
}

}  // namespace

struct DocxText::Inside {
    std::string file, main_part;
    pugi::xml_document document, styles;
    std::optional<DocxNumbering> numbering;
    std::optional<DocxStyles> paragraph_styles;
    std::vector<DocxParagraph> paragraphs;
    std::vector<std::vector<DocxPiece>> pieces;  // of each
    DocxLook look;
    int last_revision_id = first_revision_id;

    std::size_t block = 0;
    int tables = 0;

    struct Spot {
        int table = 0, row = 0, column = 0;
    };
    void read_blocks(const pugi::xml_node& parent, const DocxLooks& looks, const Spot& spot) {
        for (const auto& child : parent.children()) {
            const std::string_view name = child.name();
            if (name == "w:p")
                read_paragraph(child, looks, spot);
            else if (name == "w:tbl")
                read_table(child, looks);
            else if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" ||
                     name == "w:ins" || name == "w:moveTo")
                read_blocks(child, looks, spot);
        }
    }

  private:
    void read_table(const pugi::xml_node& table, const DocxLooks& looks) {
        Spot spot{++tables, 0, 0};
        for (const auto& row : table.children("w:tr")) {
            if (row.child("w:trPr").child("w:del")) continue;
            ++block;
            ++spot.row;
            spot.column = 0;
            for (const auto& cell : row.children("w:tc")) {
                ++spot.column;
                read_blocks(cell, looks, spot);
            }
        }
    }
    void read_paragraph(const pugi::xml_node& node, const DocxLooks& looks, const Spot& spot) {
        const auto properties = node.child("w:pPr");
        const auto& style =
            paragraph_styles->find(properties.child("w:pStyle").attribute("w:val").value());
        if (style.contents) return;
        const auto own = properties.child("w:numPr");
        auto number = number_of(
            *numbering, {number_of_child(own, "w:numId"), number_of_child(own, "w:ilvl")}, style);
        auto runs = runs_of(node, std::move(number));
        if (!runs.pieces.empty() && !base::trim(runs.text).empty()) {
            if (spot.table == 0) ++block;
            paragraphs.push_back({without_trailing_spaces(std::move(runs.text)), block, spot.table,
                                  spot.row, spot.column});
            look.paragraphs.push_back(looks.look_of(node, first_run(runs)));
            pieces.push_back(std::move(runs.pieces));
        }
        for (const auto& box : runs.boxes) read_blocks(box, looks, spot);
    }
    /// The first with hanzi: its face is what counts.
    [[nodiscard]] static pugi::xml_node first_run(const DocxRuns& runs) {
        for (const auto& piece : runs.pieces) {
            const std::string_view words = piece.text.text().get();
            for (std::size_t at = 0; at < words.size();)
                if (is_hanzi(base::next_char(words, at))) return piece.run;
        }
        return runs.pieces.front().run;
    }
};

DocxText::DocxText(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
DocxText::~DocxText() = default;
DocxText::DocxText(DocxText&&) noexcept = default;
DocxText& DocxText::operator=(DocxText&&) noexcept = default;

base::Result<DocxText> DocxText::open(std::string bytes) {
    auto inside = std::make_unique<Inside>();
    inside->file = std::move(bytes);
    auto archive = Archive::open_bytes(inside->file);
    if (!archive) return archive.error();
    inside->main_part = related_part(*archive, "", "officeDocument", "word/document.xml");
    if (inside->main_part.find("document") == std::string::npos) return unknown_format();
    const auto neighbour = [&](const char* name) {
        return related_part(*archive, inside->main_part, name,
                            "word/" + std::string(name) + ".xml");
    };
    auto document = load_tree(*archive, inside->main_part);
    if (!document) return document.error();
    if (is_too_deep(*document)) return damaged(inside->main_part);
    inside->document = std::move(*document);
    const auto styles_part = neighbour("styles");
    if (!styles_part.empty()) {
        auto styles = load_tree(*archive, styles_part);
        if (!styles) return styles.error();
        inside->styles = std::move(*styles);
    }
    auto paragraph_styles = DocxStyles::load(*archive, styles_part);
    if (!paragraph_styles) return paragraph_styles.error();
    inside->paragraph_styles = std::move(*paragraph_styles);
    auto numbering = DocxNumbering::load(*archive, neighbour("numbering"));
    if (!numbering) return numbering.error();
    inside->numbering = std::move(*numbering);
    const auto body = inside->document.document_element().child("w:body");
    const DocxLooks looks(inside->styles.document_element());
    inside->read_blocks(body, looks, {});
    const auto section = body.select_node(".//w:sectPr").node();
    if (section) inside->look.page = page_look_of(section);
    return DocxText(std::move(inside));
}

const std::vector<DocxParagraph>& DocxText::paragraphs() const {
    return inside_->paragraphs;
}
const DocxLook& DocxText::look() const {
    return inside_->look;
}

bool DocxText::can_change(const Change& change) const {
    if (change.paragraph >= inside_->pieces.size() || change.begin >= change.end) return false;
    std::size_t covered = change.begin;
    for (const auto& piece : inside_->pieces[change.paragraph]) {
        if (piece.end <= covered || piece.begin == piece.end) continue;
        if (piece.begin > covered) return false;
        if (!piece.text) return false;
        covered = piece.end;
        if (covered >= change.end) return true;
    }
    return false;
}

void DocxText::change(const Change& change, Marks marks, base::Instant now) {
    DocxRevision revision{marks, now, inside_->last_revision_id};
    auto& pieces = inside_->pieces[change.paragraph];
    for (auto at = pieces.size(); at-- > 0;) {
        auto& piece = pieces[at];
        const auto begin = std::max(change.begin, piece.begin),
                   end = std::min(change.end, piece.end);
        if (begin >= end) continue;
        // The new words take the look of the first that they replace; as a revision they stand
        // behind all that is deleted.
        const bool carries = marks == Marks::plain ? begin == change.begin : end == change.end;
        change_piece(piece, begin, end, carries ? change.text : "", revision);
    }
}

std::string DocxText::bytes() const {
    std::ostringstream part;
    inside_->document.save(part, "", pugi::format_raw | pugi::format_no_declaration);
    const auto xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.str();
    return with_part_replaced(inside_->file, inside_->main_part, xml);
}

}  // namespace office
