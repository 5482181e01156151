// Templates of Word. See template.hpp.
#pragma once

#include "office/template.hpp"
#include "office/template_package.hpp"

namespace office {

/// `main_part` is the name of the document part. Refuses as read_template().
[[nodiscard]] base::Result<std::unique_ptr<Template>> read_docx_template(
    TemplatePackage package, const std::string& main_part, const RecordType& type);

}  // namespace office
