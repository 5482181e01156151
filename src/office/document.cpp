#include "office/document.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "office/archive.hpp"
#include "office/conversion.hpp"
#include "office/docx.hpp"
#include "office/encoding.hpp"
#include "office/file_bytes.hpp"
#include "office/html.hpp"
#include "office/markdown.hpp"
#include "office/ole.hpp"
#include "office/package.hpp"
#include "office/plain_text.hpp"
#include "office/refusal.hpp"
#include "office/xlsx.hpp"

namespace office {
namespace {

constexpr std::size_t head_bytes = 1024;

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

base::Result<Document> read_ole(const std::filesystem::path& path) {
    const auto content = content_of_ole(bytes_of_file(path, base::limits::document_bytes_max));
    if (content == OleContent::encrypted) return encrypted();
    if (content != OleContent::word) return unknown_format();
    const auto extension = extension_of(path);
    return read_old_word(path, extension == ".wps" || extension == ".wpt" ? "wps" : "doc");
}

// The mark may stand behind some bytes of a mail program or a web server.
bool is_pdf(std::string_view head) {
    return head.find("%PDF-") != std::string_view::npos;
}

// Rich text and the XML of Word 2003 and 2007, all often named .doc.
bool is_word_without_container(std::string_view head) {
    return head.starts_with("{\\rtf") ||
           (head.find("<?xml") < 4 &&
            head.find("progid=\"Word.Document\"") != std::string_view::npos);
}

// Pictures and archives: worth a better answer than "not text".
bool is_foreign(std::string_view head) {
    using namespace std::string_view_literals;
    static constexpr std::string_view magics[] = {"\x89PNG"sv, "\xff\xd8\xff"sv, "GIF8"sv,
                                                  "Rar!"sv,    "7z\xbc\xaf"sv,   "\x1f\x8b"sv,
                                                  "II*\0"sv,   "MM\0*"sv,        "BM"sv};
    return std::any_of(std::begin(magics), std::end(magics), [&](std::string_view magic) {
        const bool certain = magic.size() > 2 || head.find('\0') != std::string_view::npos;
        return certain && head.starts_with(magic);
    });
}

base::Result<Document> read_text(const std::filesystem::path& path) {
    const auto text = text_of(bytes_of_file(path, base::limits::document_bytes_max));
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
    const auto head = bytes_of_file(path, head_bytes);
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return read_archive(path);
    if (head.starts_with(ole_magic)) return read_ole(path);
    if (is_pdf(head)) return read_pdf(path);
    if (is_word_without_container(head)) return read_old_word(path, "doc");
    if (is_foreign(head)) return unknown_format();
    return read_text(path);
}

}  // namespace office
