// What a document says, as paragraphs and table rows, for a look at it beside the ledger: no
// pictures, no layout, and of a long one only the beginning.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "evidence/blob.hpp"
#include "evidence/file_type.hpp"
#include "office/document.hpp"

namespace evidence {

inline constexpr std::size_t preview_blocks_max = 400, preview_text_bytes_max = 1u << 20;

struct Preview {
    std::vector<office::Block> blocks;
    bool cut = false;  // the document goes on
};

/// Refuses evidence_has_no_preview for what view_of() does not show as blocks, and what the readers
/// of office refuse. Throws as Blob::read().
[[nodiscard]] base::Result<Preview> preview_of(const Blob& blob, FileType type);
/// The beginning of a text as UTF-8, whatever its encoding. Refuses document_not_text.
[[nodiscard]] base::Result<std::string> beginning_of_text(const Blob& blob);

}  // namespace evidence
