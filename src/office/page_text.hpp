// Text as it stands on pages, each line where it was printed, put back into paragraphs: by indents,
// by lines that end early and by page numbers that are left out. Tables stay lines of text.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "office/document.hpp"

namespace office {

/// `text` as `pdftotext -layout -enc UTF-8` prints it, form feeds included. Refuses
/// document_not_text, document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_page_text(std::string_view text);

}  // namespace office
