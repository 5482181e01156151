#include "office/docx_styles.hpp"

#include <optional>

#include "office/package.hpp"

namespace office {
namespace {

constexpr int ancestors_max = 12;  // A chain of basedOn may run in a circle.

using StyleNodes = std::map<std::string, pugi::xml_node, std::less<>>;

std::string lower_name(const pugi::xml_node& style) {
    std::string name(value_of(child_of(style, "name")));
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

int heading_level(const std::string& name) {
    constexpr std::string_view heading = "heading ", chinese = "标题 ";
    int level = 0;
    if (name.starts_with(heading))
        level = number_in(std::string_view(name).substr(heading.size()), 0);
    if (name.starts_with(chinese))
        level = number_in(std::string_view(name).substr(chinese.size()), 0);
    return level >= 1 && level <= 9 ? level : 0;
}

struct Gathered {
    ParagraphStyle style;
    bool outline_known = false, number_known = false;
};

// What one style of the chain says, where a nearer one has not spoken.
void gather(Gathered& gathered, const std::string& id, const pugi::xml_node& node) {
    auto& style = gathered.style;
    const auto properties = child_of(node, "pPr");
    const auto name = lower_name(node);
    if (name.starts_with("toc ") || name.starts_with("目录 ")) style.contents = true;
    if (!gathered.outline_known) {
        const auto outline = child_of(properties, "outlineLvl");
        const int level = outline ? number_in(value_of(outline), 9) + 1 : heading_level(name);
        gathered.outline_known = outline || level != 0;
        style.outline_level = level >= 1 && level <= 9 ? level : 0;
    }
    const auto number = child_of(properties, "numPr");
    if (const auto level = child_of(number, "ilvl"); level && style.level < 0)
        style.level = number_in(value_of(level), 0);
    if (const auto num_id = child_of(number, "numId"); num_id && !gathered.number_known) {
        gathered.number_known = true;
        style.num_id = number_in(value_of(num_id), 0);
        style.numbered_by = id;
    }
}

ParagraphStyle resolve(const StyleNodes& nodes, std::string id) {
    Gathered gathered;
    for (int step = 0; step < ancestors_max; ++step) {
        const auto found = nodes.find(id);
        if (found == nodes.end()) break;
        gather(gathered, id, found->second);
        id = value_of(child_of(found->second, "basedOn"));
    }
    return gathered.style;
}

}  // namespace

base::Result<DocxStyles> DocxStyles::load(Archive& archive, const std::string& part) {
    DocxStyles styles;
    if (part.empty()) return styles;
    const auto tree = load_tree(archive, part);
    if (!tree) return tree.error();
    StyleNodes nodes;
    std::string default_id;
    for (const auto& node : tree->document_element()) {
        const auto type = value_of(node, "type");
        if (type != "paragraph" && !type.empty()) continue;
        const std::string id(value_of(node, "styleId"));
        if (id.empty()) continue;
        nodes.emplace(id, node);
        const auto is_default = value_of(node, "default");
        if (!is_default.empty() && means_on(is_default)) default_id = id;
    }
    for (const auto& [id, node] : nodes) {
        auto style = resolve(nodes, id);
        style.name = value_of(child_of(node, "name"));
        styles.styles_.emplace(id, std::move(style));
    }
    styles.default_ = resolve(nodes, default_id);
    return styles;
}

const ParagraphStyle& DocxStyles::find(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? default_ : found->second;
}

}  // namespace office
