#include "evidence/preview.hpp"

#include "office/encoding.hpp"
#include "office/file_bytes.hpp"
#include "office/plain_text.hpp"

namespace evidence {
namespace {

base::Result<office::Document> read(const std::filesystem::path& file, FileType type) {
    if (type != FileType::text) return office::read_document(file);
    const auto text = beginning_of_text(file);
    if (!text) return text.error();
    return office::read_plain_text(*text);
}

}  // namespace

base::Result<std::string> beginning_of_text(const std::filesystem::path& file) {
    auto bytes = office::bytes_of_file(file, preview_text_bytes_max);
    // Where it was cut, the last character may be half.
    if (bytes.size() == preview_text_bytes_max) bytes.resize(bytes.rfind('\n') + 1);
    return office::text_of(std::move(bytes));
}

base::Result<Preview> preview_of(const std::filesystem::path& file, FileType type) {
    if (view_of(type) != View::blocks)
        return base::refuse(base::ErrorKind::unsupported, "evidence_has_no_preview");
    auto document = read(file, type);
    if (!document) return document.error();
    Preview preview{std::move(document->blocks), false};
    std::error_code ignored;
    if (type == FileType::text)
        preview.cut = std::filesystem::file_size(file, ignored) >= preview_text_bytes_max;
    if (preview.blocks.size() > preview_blocks_max) {
        preview.blocks.resize(preview_blocks_max);
        preview.cut = true;
    }
    return preview;
}

}  // namespace evidence
