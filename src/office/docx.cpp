#include "office/docx.hpp"

#include "office/docx_body.hpp"
#include "office/package.hpp"

namespace office {
namespace {

std::string neighbour(const std::string& part, const std::string& name) {
    return part.substr(0, part.rfind('/') + 1) + name;
}

}  // namespace

base::Result<Document> read_docx(Archive& archive, const std::string& main_part) {
    const auto styles = DocxStyles::load(
        archive, related_part(archive, main_part, "styles", neighbour(main_part, "styles.xml")));
    if (!styles) return styles.error();
    auto numbering = DocxNumbering::load(
        archive,
        related_part(archive, main_part, "numbering", neighbour(main_part, "numbering.xml")));
    if (!numbering) return numbering.error();
    BlockList blocks;
    DocxBody body(*styles, *numbering, blocks);
    if (const auto read = read_xml(archive, main_part, body); !read) return read.error();
    return Document{"docx", blocks.take(), title_property(archive)};
}

}  // namespace office
