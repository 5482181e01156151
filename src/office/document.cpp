#include "office/document.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/limits.hpp"
#include "office/archive.hpp"
#include "office/docx.hpp"
#include "office/encoding.hpp"
#include "office/html.hpp"
#include "office/markdown.hpp"
#include "office/package.hpp"
#include "office/plain_text.hpp"
#include "office/refusal.hpp"
#include "office/xlsx.hpp"

namespace office {
namespace {

std::string read_bytes(const std::filesystem::path& path, std::size_t bytes_max) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::string bytes(std::min(bytes_max, static_cast<std::size_t>(file.tellg())), '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

std::string extension_of(const std::filesystem::path& path) {
    auto extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

base::Result<Document> read_archive(const std::filesystem::path& path) {
    auto archive = Archive::open(path);
    if (!archive) return archive.error();
    const auto main_part =
        related_part(*archive, "", "officeDocument",
                     archive->has("xl/workbook.xml") ? "xl/workbook.xml" : "word/document.xml");
    if (main_part.find("workbook.xml") != std::string::npos) return read_xlsx(*archive, main_part);
    if (main_part.find("document") != std::string::npos) return read_docx(*archive, main_part);
    return unknown_format();
}

base::Result<Document> read_text(const std::filesystem::path& path) {
    const auto text = text_of(read_bytes(path, base::limits::document_bytes_max));
    if (!text) return text.error();
    const auto extension = extension_of(path);
    const int html = likeness_to_html(*text);
    const bool named_html = extension == ".html" || extension == ".htm";
    if (html == 2 || (html == 1 && named_html)) return read_html(*text);
    const bool named_markdown = extension == ".md" || extension == ".markdown";
    const int likeness = likeness_to_markdown(*text);
    const int enough = extension == ".txt" ? 2 : 1;
    return named_markdown || likeness >= enough ? read_markdown(*text) : read_plain_text(*text);
}

}  // namespace

base::Result<Document> read_document(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return base::refuse(base::ErrorKind::not_found, "document_not_found");
    if (std::filesystem::file_size(path) > base::limits::document_bytes_max)
        return base::refuse(
            base::ErrorKind::too_large, "document_too_large", {},
            {{"megabytes", std::to_string(base::limits::document_bytes_max >> 20)}});
    const auto head = read_bytes(path, 8);
    if (head.starts_with("PK\x03\x04")) return read_archive(path);
    return read_text(path);
}

}  // namespace office
