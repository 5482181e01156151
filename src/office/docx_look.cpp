#include "office/docx_look.hpp"

#include "office/package.hpp"

namespace office {
namespace {

constexpr int ancestors_max = 12;  // A chain of basedOn may run in a circle.

int attribute_in(const pugi::xml_node& node, const char* name) {
    return number_in(node.attribute(name).value(), 0);
}

}  // namespace

DocxLooks::DocxLooks(const pugi::xml_node& styles) {
    const auto defaults = styles.child("w:docDefaults");
    run_defaults_ = defaults.child("w:rPrDefault").child("w:rPr");
    paragraph_defaults_ = defaults.child("w:pPrDefault").child("w:pPr");
    for (const auto& style : styles.children("w:style")) {
        const std::string id = style.attribute("w:styleId").value();
        styles_.emplace(id, style);
        const auto is_default = style.attribute("w:default");
        if (is_default && means_on(is_default.value()) &&
            std::string_view(style.attribute("w:type").value()) == "paragraph")
            default_style_ = id;
    }
}

void DocxLooks::add_chain(std::vector<pugi::xml_node>& properties, std::string id,
                          const char* kind) const {
    for (int step = 0; step < ancestors_max; ++step) {
        const auto found = styles_.find(id);
        if (found == styles_.end()) return;
        properties.push_back(found->second.child(kind));
        id = found->second.child("w:basedOn").attribute("w:val").value();
    }
}

pugi::xml_node DocxLooks::find(const std::vector<pugi::xml_node>& properties,
                               const char* name) const {
    for (const auto& each : properties)
        if (const auto found = each.child(name)) return found;
    return {};
}

PrintedLook DocxLooks::look_of(const pugi::xml_node& paragraph, const pugi::xml_node& run) const {
    const auto own = paragraph.child("w:pPr");
    std::string style = own.child("w:pStyle").attribute("w:val").value();
    if (style.empty()) style = default_style_;
    const auto run_own = run.child("w:rPr");
    std::vector<pugi::xml_node> of_run{run_own}, of_paragraph{own};
    add_chain(of_run, run_own.child("w:rStyle").attribute("w:val").value(), "w:rPr");
    add_chain(of_run, style, "w:rPr");
    of_run.push_back(run_defaults_);
    add_chain(of_paragraph, style, "w:pPr");
    of_paragraph.push_back(paragraph_defaults_);

    PrintedLook look;
    for (const auto& each : of_run) {
        const auto fonts = each.child("w:rFonts");
        if (fonts.attribute("w:eastAsiaTheme")) break;
        look.face = words_of(fonts.attribute("w:eastAsia").value());
        if (!look.face.empty()) break;
    }
    look.half_points = attribute_in(find(of_run, "w:sz"), "w:val");
    look.centred =
        std::string_view(find(of_paragraph, "w:jc").attribute("w:val").value()) == "center";
    for (const auto& each : of_paragraph) {
        const auto spacing = each.child("w:spacing");
        if (!spacing.attribute("w:line")) continue;
        const std::string_view rule = spacing.attribute("w:lineRule").value();
        const auto line = attribute_in(spacing, "w:line");
        if (rule == "exact")
            look.exact_line = line;
        else if (rule != "atLeast")
            look.relative_line = line;
        break;
    }
    return look;
}

PageLook page_look_of(const pugi::xml_node& section) {
    const auto size = section.child("w:pgSz"), edges = section.child("w:pgMar"),
               grid = section.child("w:docGrid");
    PageLook page;
    page.width = attribute_in(size, "w:w");
    page.height = attribute_in(size, "w:h");
    page.top = attribute_in(edges, "w:top");
    page.right = attribute_in(edges, "w:right");
    page.bottom = attribute_in(edges, "w:bottom");
    page.left = attribute_in(edges, "w:left");
    if (const std::string_view type = grid.attribute("w:type").value();
        !type.empty() && type != "default")
        page.grid_pitch = attribute_in(grid, "w:linePitch");
    return page;
}

}  // namespace office
