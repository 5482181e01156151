// The parts of a .docx, put into an archive. Nothing in it depends on when or where it was written
// but what `made_at` says, so that the same paper gives the same bytes.
#include <functional>
#include <sstream>

#include "base/instant.hpp"
#include "office/cell_text.hpp"
#include "office/paper_body.hpp"
#include "office/paper_styles.hpp"
#include "office/zip_bytes.hpp"

namespace office {
namespace {

constexpr std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/";

struct Part {
    std::string name, id, type;  // `type`: the last word of content type and relationship
    std::string_view relation;
    std::string bytes;
};

std::string text_of(const pugi::xml_document& part) {
    std::ostringstream out;
    part.save(out, "", pugi::format_raw);
    return std::move(out).str();
}

template <class Write>
std::string made(Write write) {
    pugi::xml_document part;
    write(part);
    return text_of(part);
}

void write_settings(pugi::xml_document& part) {
    auto settings = add_root(part, "w:settings");
    settings.append_child("w:evenAndOddHeaders");
    add_value(settings, "w:characterSpacingControl", "compressPunctuation");
    auto compatibility = settings.append_child("w:compat");
    compatibility.append_child("w:doNotExpandShiftReturn");
    auto mode = compatibility.append_child("w:compatSetting");
    set(mode, "w:name", "compatibilityMode");
    set(mode, "w:uri", "http://schemas.microsoft.com/office/word");
    set(mode, "w:val", "15");
}

std::vector<Part> parts_of(const Paper& paper) {
    const auto footer = [](bool even) {
        return made([&](auto& part) { write_footer(part, even); });
    };
    const auto header = made([&](auto& part) { write_header(part, paper.page_head); });
    std::vector<Part> parts{
        {"word/document.xml", "", "document.main", "",
         made([&](auto& part) { write_body(part, paper); })},
        {"word/styles.xml", "rIdStyles", "styles", "styles", made(write_styles)},
        {"word/fontTable.xml", "rIdFonts", "fontTable", "fontTable", made(write_fonts)},
        {"word/settings.xml", "rIdSettings", "settings", "settings", made(write_settings)},
        {"word/footer1.xml", EdgeIds::footer, "footer", "footer", footer(false)},
        {"word/footer2.xml", EdgeIds::footer_even, "footer", "footer", footer(true)},
        {"word/header1.xml", EdgeIds::header, "header", "header", header},
        {"word/header2.xml", EdgeIds::header_even, "header", "header", header}};
    if (paper.head.kind != HeadKind::letter) return parts;
    parts.push_back({"word/header3.xml", EdgeIds::header_first, "header", "header",
                     made([&](auto& part) { write_letter_header(part, paper); })});
    parts.push_back(
        {"word/footer3.xml", EdgeIds::footer_first, "footer", "footer", made(write_letter_footer)});
    return parts;
}

std::string content_types(const std::vector<Part>& parts) {
    return made([&](pugi::xml_document& part) {
        auto types = part.append_child("Types");
        set(types, "xmlns", std::string(packages) + "content-types");
        const auto add_default = [&](const char* ending, std::string_view type) {
            auto one = types.append_child("Default");
            set(one, "Extension", ending);
            set(one, "ContentType", type);
        };
        add_default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        add_default("xml", "application/xml");
        const auto add = [&](const std::string& name, const std::string& type) {
            auto one = types.append_child("Override");
            set(one, "PartName", "/" + name);
            set(one, "ContentType", type);
        };
        for (const auto& one : parts) add(one.name, std::string(word) + one.type + "+xml");
        add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    });
}

void add_relation(pugi::xml_node parent, std::string_view id, const std::string& type,
                  std::string_view target) {
    auto one = parent.append_child("Relationship");
    set(one, "Id", id);
    set(one, "Type", type);
    set(one, "Target", target);
}

std::string relations(const std::function<void(pugi::xml_node)>& fill) {
    return made([&](pugi::xml_document& part) {
        auto root = part.append_child("Relationships");
        set(root, "xmlns", std::string(packages) + "relationships");
        fill(root);
    });
}

std::string package_relations() {
    return relations([](pugi::xml_node root) {
        add_relation(root, "rId1", std::string(relation) + "officeDocument", "word/document.xml");
        add_relation(root, "rId2", std::string(packages) + "relationships/metadata/core-properties",
                     "docProps/core.xml");
    });
}

std::string document_relations(const std::vector<Part>& parts) {
    return relations([&](pugi::xml_node root) {
        for (const auto& one : parts)
            if (!one.id.empty())
                add_relation(root, one.id, std::string(relation) + std::string(one.relation),
                             std::string_view(one.name).substr(5));  // behind "word/"
    });
}

std::string properties(const Paper& paper) {
    return made([&](pugi::xml_document& part) {
        auto root = part.append_child("cp:coreProperties");
        set(root, "xmlns:cp", std::string(packages) + "metadata/core-properties");
        set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        set(root, "xmlns:dcterms", "http://purl.org/dc/terms/");
        set(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        root.append_child("dc:title").text().set(fit_for_xml(paper.name).c_str());
        auto created = root.append_child("dcterms:created");
        set(created, "xsi:type", "dcterms:W3CDTF");
        created.text().set(base::to_text(paper.made_at).c_str());
    });
}

}  // namespace

std::string docx_of(const Paper& paper) {
    auto parts = parts_of(paper);
    std::vector<std::pair<std::string, std::string>> files{
        {"[Content_Types].xml", content_types(parts)}, {"_rels/.rels", package_relations()}};
    files.emplace_back("word/_rels/document.xml.rels", document_relations(parts));
    files.emplace_back("docProps/core.xml", properties(paper));
    for (auto& part : parts) files.emplace_back(part.name, std::move(part.bytes));
    return zip_bytes(files);
}

}  // namespace office
