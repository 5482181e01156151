#include "office/template.hpp"

#include <algorithm>

#include "office/ole.hpp"
#include "office/package.hpp"
#include "office/refusal.hpp"
#include "office/template_docx.hpp"
#include "office/template_xlsx.hpp"

namespace office {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::string_view kind_names[]{"docx", "xlsx"};

/// Programs inside the file, or a type that may hold them.
bool has_macros(const TemplatePackage& package) {
    const auto& names = package.names();
    const bool program = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.ends_with("vbaProject.bin") || name.find("/macrosheets/") != std::string::npos;
    });
    return program || package.says("[Content_Types].xml", "macroEnabled");
}

}  // namespace

std::string_view name_of(TemplateKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<TemplateKind> template_kind_of(std::string_view name) {
    if (name == kind_names[0]) return TemplateKind::docx;
    if (name == kind_names[1]) return TemplateKind::xlsx;
    return std::nullopt;
}

base::Result<std::unique_ptr<Template>> read_template(std::string_view bytes,
                                                      const RecordType& type) {
    if (bytes.size() > template_bytes_max)
        return refuse(ErrorKind::too_large, "document_too_large", "file",
                      {{"megabytes", std::to_string(template_bytes_max >> 20)}});
    if (bytes.starts_with(ole_magic) && content_of_ole(bytes) == OleContent::encrypted)
        return encrypted();
    const auto not_one = refuse(ErrorKind::unsupported, "template_is_no_office_file", "file");
    if (!bytes.starts_with("PK")) return not_one;
    auto package = TemplatePackage::open(bytes);
    if (!package) return package.error();
    if (has_macros(*package)) return refuse(ErrorKind::unsupported, "template_has_macros", "file");
    const auto main_part = related_part(package->archive(), "", "officeDocument", "");
    if (main_part.ends_with("workbook.xml"))
        return read_xlsx_template(std::move(*package), main_part, type);
    if (main_part.starts_with("word/"))
        return read_docx_template(std::move(*package), main_part, type);
    return not_one;
}

}  // namespace office
