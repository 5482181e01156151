// Plain text into blocks: one paragraph a line.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "office/document.hpp"

namespace office {

/// `text` as text_of gives it. Refuses document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_plain_text(std::string_view text);

}  // namespace office
