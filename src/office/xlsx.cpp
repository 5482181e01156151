#include "office/xlsx.hpp"

#include <algorithm>

#include "office/package.hpp"
#include "office/refusal.hpp"
#include "office/xlsx_sheet.hpp"

namespace office {
namespace {

constexpr std::size_t sheets_max = 1000;

struct SheetPart {
    std::string name, part;
};

std::string usual_part(const std::string& main_part, const std::string& name) {
    return main_part.substr(0, main_part.rfind('/') + 1) + name;
}

std::vector<SheetPart> visible_sheets(Archive& archive, const std::string& main_part,
                                      const pugi::xml_node& workbook) {
    const auto relationships = relationships_of(archive, main_part);
    std::vector<SheetPart> sheets;
    for (const auto& node : children_of(child_of(workbook, "sheets"), "sheet")) {
        if (value_of(node, "state").find("idden") != std::string_view::npos) continue;
        const auto id = value_of(node, "id");
        const auto found = std::find_if(relationships.begin(), relationships.end(),
                                        [&](const Relationship& each) { return each.id == id; });
        if (found == relationships.end() || found->type != "worksheet") continue;
        if (sheets.size() == sheets_max) break;
        sheets.push_back({words_of(value_of(node, "name")), found->part});
    }
    return sheets;
}

}  // namespace

base::Result<Document> read_xlsx(Archive& archive, const std::string& main_part) {
    const auto tree = load_tree(archive, main_part);
    if (!tree) return tree.error();
    const auto root = tree->document_element();
    WorkbookParts workbook;
    const auto since_1904 = value_of(child_of(root, "workbookPr"), "date1904");
    workbook.since_1904 = !since_1904.empty() && means_on(since_1904);
    auto formats = CellFormats::load(
        archive, related_part(archive, main_part, "styles", usual_part(main_part, "styles.xml")));
    if (!formats) return formats.error();
    auto strings =
        SharedStrings::load(archive, related_part(archive, main_part, "sharedStrings",
                                                  usual_part(main_part, "sharedStrings.xml")));
    if (!strings) return strings.error();
    workbook.formats = std::move(*formats);
    workbook.strings = std::move(*strings);
    BlockList blocks;
    for (const auto& [name, part] : visible_sheets(archive, main_part, root)) {
        XlsxSheet sheet(workbook);
        if (const auto read = read_xml(archive, part, sheet); !read) return read.error();
        sheet.hand_over(name, blocks);
        if (blocks.refusal()) return *blocks.refusal();
    }
    return Document{"xlsx", blocks.take(), title_property(archive)};
}

}  // namespace office
