#include "evidence/preview.hpp"

#include "base/limits.hpp"
#include "office/encoding.hpp"
#include "office/plain_text.hpp"

namespace evidence {
namespace {

base::Result<office::Document> read(const Blob& blob, FileType type) {
    // What the readers of office refuse need not be opened first.
    if (type != FileType::text && blob.bytes() > base::limits::document_bytes_max)
        return base::refuse(
            base::ErrorKind::too_large, "document_too_large", {},
            {{"megabytes", std::to_string(base::limits::document_bytes_max >> 20)}});
    if (type != FileType::text) return office::read_document(LocalFile(blob).path());
    const auto text = beginning_of_text(blob);
    if (!text) return text.error();
    return office::read_plain_text(*text);
}

}  // namespace

base::Result<std::string> beginning_of_text(const Blob& blob) {
    auto bytes = blob.read(0, preview_text_bytes_max);
    // Where it was cut, the last character may be half.
    if (bytes.size() == preview_text_bytes_max) bytes.resize(bytes.rfind('\n') + 1);
    return office::text_of(std::move(bytes));
}

base::Result<Preview> preview_of(const Blob& blob, FileType type) {
    if (view_of(type) != View::blocks)
        return base::refuse(base::ErrorKind::unsupported, "evidence_has_no_preview");
    auto document = read(blob, type);
    if (!document) return document.error();
    Preview preview{std::move(document->blocks), false};
    if (type == FileType::text) preview.cut = blob.bytes() >= preview_text_bytes_max;
    if (preview.blocks.size() > preview_blocks_max) {
        preview.blocks.resize(preview_blocks_max);
        preview.cut = true;
    }
    return preview;
}

}  // namespace evidence
