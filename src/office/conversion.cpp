#include "office/conversion.hpp"

#include "base/limits.hpp"
#include "office/archive.hpp"
#include "office/docx.hpp"
#include "office/encoding.hpp"
#include "office/file_bytes.hpp"
#include "office/libreoffice.hpp"
#include "office/outside_program.hpp"
#include "office/package.hpp"
#include "office/page_text.hpp"
#include "office/plain_text.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

// The same name every time: a name from outside is not for another program's command line.
std::filesystem::path copy_in(const std::filesystem::path& path, const TemporaryFolder& folder,
                              const std::string& name) {
    std::filesystem::copy_file(path, folder.path() / name);
    return folder.path() / name;
}

base::Result<Document> read_with_libreoffice(const std::filesystem::path& program,
                                             const std::filesystem::path& path) {
    const TemporaryFolder folder;
    auto out = convert_with_libreoffice(program, folder, copy_in(path, folder, "source.doc"),
                                        "docx:MS Word 2007 XML");
    auto archive = Archive::open(out += ".docx");
    if (!archive) return damaged("LibreOffice");
    return read_docx(*archive, "word/document.xml");
}

base::Result<std::string> output_of(const std::filesystem::path& program,
                                    std::vector<std::string> arguments,
                                    const std::filesystem::path& path) {
    const TemporaryFolder folder;
    arguments.push_back(copy_in(path, folder, "source").string());
    if (program.filename() == "pdftotext") arguments.push_back("-");
    const auto output = folder.path() / "text";
    if (!run({.program = program,
              .arguments = arguments,
              .folder = folder.path(),
              .output = output}))
        return damaged(program.filename().string());
    if (std::filesystem::file_size(output) > 2 * base::limits::document_kept_bytes_max)
        return too_many_blocks();
    return bytes_of_file(output, 2 * base::limits::document_kept_bytes_max);
}

bool says_encrypted(const std::filesystem::path& path) {
    return bytes_of_file(path, base::limits::document_bytes_max).find("/Encrypt") !=
           std::string::npos;
}

}  // namespace

base::Result<Document> read_old_word(const std::filesystem::path& path, const std::string& format) {
    base::Result<Document> document = needs_program("LibreOffice", "libreoffice-writer-nogui");
    if (const auto libreoffice = find_libreoffice()) {
        document = read_with_libreoffice(*libreoffice, path);
    } else if (const auto antiword = find_program("antiword"); antiword && format == "doc") {
        const auto text = output_of(*antiword, {"-m", "UTF-8.txt", "-w", "0"}, path);
        if (!text) return text.error();
        const auto tidy = text_of(*text);
        if (!tidy) return tidy.error();
        document = read_plain_text(*tidy);
    }
    if (document) document->format = format;
    return document;
}

base::Result<Document> read_pdf(const std::filesystem::path& path) {
    const auto program = find_program("pdftotext");
    if (!program) return needs_program("pdftotext", "poppler-utils");
    const auto text = output_of(*program, {"-layout", "-enc", "UTF-8"}, path);
    if (!text && text.error().code == "document_damaged" && says_encrypted(path))
        return encrypted();
    if (!text) return text.error();
    auto document = read_page_text(*text);
    if (document && document->blocks.empty()) return not_text();
    return document;
}

}  // namespace office
