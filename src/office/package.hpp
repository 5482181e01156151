// The Open Packaging side of an Office file: which part is the main one and where relationships
// lead. Parts read here are small; large ones go through xml_stream.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "office/archive.hpp"

namespace office {

struct Relationship {
    std::string id;
    std::string type;  // last word of the address: "worksheet", "styles"
    std::string part;  // name inside the archive
};

/// A small part as a tree. Refuses what Archive::read refuses and document_damaged.
[[nodiscard]] base::Result<pugi::xml_document> load_tree(Archive& archive, const std::string& part);
/// Where `part` points inside the archive, "" for the package itself; empty when nothing is said.
[[nodiscard]] std::vector<Relationship> relationships_of(Archive& archive, std::string_view part);
/// The part of the first relationship of this type, else `usual` if the archive has it, else "".
[[nodiscard]] std::string related_part(Archive& archive, std::string_view from,
                                       std::string_view type, const std::string& usual);
/// dc:title of the document properties, often "".
[[nodiscard]] std::string title_property(Archive& archive);
/// Attribute by local name, whatever its prefix; "" when there is none.
[[nodiscard]] std::string_view value_of(const pugi::xml_node& node,
                                        std::string_view attribute = "val");
/// What a small part says in words, made fit for a document: "" unless it is UTF-8, without control
/// characters and without white space at either end. (pugixml checks neither.)
[[nodiscard]] std::string words_of(std::string_view text);
/// First child by local name.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// All children of that local name.
[[nodiscard]] std::vector<pugi::xml_node> children_of(const pugi::xml_node& node,
                                                      std::string_view name);
/// First digits as a number; `otherwise` when there are none or too many.
[[nodiscard]] int number_in(std::string_view text, int otherwise);
/// An on/off property: present without a value means on.
[[nodiscard]] bool means_on(std::string_view value);

}  // namespace office
