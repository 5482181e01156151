#include "office/package.hpp"

#include <charconv>

#include "base/utf8.hpp"
#include "office/refusal.hpp"
#include "office/xml_stream.hpp"

namespace office {
namespace {

constexpr std::size_t tree_bytes_max = 16u << 20;

std::string folder_of(std::string_view part) {
    return std::string(part.substr(0, part.rfind('/') + 1));
}

// Targets are relative to the folder of the part that names them, or absolute with a leading slash.
std::string resolve(std::string_view part, std::string_view target) {
    std::string path = target.starts_with('/') ? "" : folder_of(part);
    if (target.starts_with('/')) target.remove_prefix(1);
    while (target.starts_with("../") || target.starts_with("./")) {
        const bool up = target.starts_with("..");
        target.remove_prefix(up ? 3 : 2);
        if (up && !path.empty())
            path = folder_of(std::string_view(path).substr(0, path.size() - 1));
    }
    return path + std::string(target);
}

}  // namespace

base::Result<pugi::xml_document> load_tree(Archive& archive, const std::string& part) {
    auto text = archive.read(part, tree_bytes_max);
    if (!text) return text.error();
    pugi::xml_document tree;
    const auto flags = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!tree.load_buffer(text->data(), text->size(), flags)) return damaged(part);
    return tree;
}

std::vector<Relationship> relationships_of(Archive& archive, std::string_view part) {
    const auto folder = folder_of(part);
    const auto name = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    std::vector<Relationship> found;
    if (!archive.has(name)) return found;
    const auto tree = load_tree(archive, name);
    if (!tree) return found;
    for (const auto& node : tree->document_element()) {
        const auto type = value_of(node, "Type");
        if (value_of(node, "TargetMode") == "External") continue;
        found.push_back({std::string(value_of(node, "Id")),
                         std::string(type.substr(type.rfind('/') + 1)),
                         resolve(part, value_of(node, "Target"))});
    }
    return found;
}

std::string related_part(Archive& archive, std::string_view from, std::string_view type,
                         const std::string& usual) {
    for (const auto& relationship : relationships_of(archive, from))
        if (relationship.type == type && archive.has(relationship.part)) return relationship.part;
    return archive.has(usual) ? usual : "";
}

std::string title_property(Archive& archive) {
    const auto part = related_part(archive, "", "core-properties", "docProps/core.xml");
    if (part.empty()) return "";
    const auto tree = load_tree(archive, part);
    if (!tree) return "";
    return words_of(child_of(tree->document_element(), "title").text().get());
}

std::string words_of(std::string_view text) {
    if (!base::is_utf8(text)) return "";
    std::string words(text);
    std::erase_if(words, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return std::string(base::trim(words));
}

std::string_view value_of(const pugi::xml_node& node, std::string_view attribute) {
    for (const auto& each : node.attributes())
        if (local_name(each.name()) == attribute) return each.value();
    return "";
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children())
        if (local_name(child.name()) == name) return child;
    return {};
}

std::vector<pugi::xml_node> children_of(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const auto& child : node.children())
        if (local_name(child.name()) == name) found.push_back(child);
    return found;
}

int number_in(std::string_view text, int otherwise) {
    int number = 0;
    const auto end = text.data() + text.size();
    return std::from_chars(text.data(), end, number).ec == std::errc() ? number : otherwise;
}

bool means_on(std::string_view value) {
    return value != "0" && value != "false" && value != "off";
}

}  // namespace office
