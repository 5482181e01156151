// Excel workbooks (.xlsx, .xlsm) into blocks.
#pragma once

#include <string>

#include "office/archive.hpp"
#include "office/document.hpp"

namespace office {

/// `main_part` is the name of the workbook part. Every visible sheet is one table named after it;
/// hidden sheets and empty rows are left out, formulas give their stored result. Refuses
/// document_damaged, document_encrypted, document_bomb, document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_xlsx(Archive& archive, const std::string& main_part);

}  // namespace office
