// Word documents (.docx, .docm, .dotx) into blocks.
#pragma once

#include <string>

#include "office/archive.hpp"
#include "office/document.hpp"

namespace office {

/// `main_part` is the name of the document part. Headers, footers, notes, comments, deleted and
/// hidden text and the table of contents are left out; text boxes follow the paragraph they hang
/// on, tables in tables the row they stand in. Refuses document_damaged, document_encrypted,
/// document_bomb, document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_docx(Archive& archive, const std::string& main_part);

}  // namespace office
