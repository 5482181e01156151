// Templates of Excel. See template.hpp. libxlsxwriter writes and cannot read, so the parts are
// rewritten here.
#pragma once

#include "office/template.hpp"
#include "office/template_package.hpp"

namespace office {

/// `main_part` is the name of the workbook part. Refuses as read_template().
[[nodiscard]] base::Result<std::unique_ptr<Template>> read_xlsx_template(
    TemplatePackage package, const std::string& main_part, const RecordType& type);

}  // namespace office
