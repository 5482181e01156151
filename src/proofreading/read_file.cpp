#include "proofreading/read_file.hpp"

#include "base/limits.hpp"
#include "base/text_length.hpp"
#include "office/encoding.hpp"
#include "office/file_bytes.hpp"
#include "proofreading/proofread.hpp"

namespace proofreading {
namespace {

Passages passages_of(const std::vector<office::DocxParagraph>& paragraphs) {
    Passages all;
    all.reserve(paragraphs.size());
    for (const auto& one : paragraphs)
        all.push_back({one.text, one.number, one.table, one.row, one.column});
    return all;
}

bool is_archive(const std::filesystem::path& path) {
    return office::bytes_of_file(path, 4) == "PK\x03\x04";
}

/// With its runs where it can be read as a tree; else as any other document.
base::Result<ReadFile> read_any(const std::filesystem::path& path, std::string_view name) {
    std::error_code error;
    const bool there = std::filesystem::is_regular_file(path, error);
    const bool fits = there && std::filesystem::file_size(path) <= base::limits::document_bytes_max;
    if (fits && is_archive(path)) {
        auto docx =
            office::DocxText::open(office::bytes_of_file(path, base::limits::document_bytes_max));
        if (docx) {
            auto passages = passages_of(docx->paragraphs());
            return ReadFile{"docx", std::move(passages), std::move(*docx)};
        }
        if (docx.error().code != "document_unknown_format" && docx.error().code != "document_bomb")
            return docx.error();
    } else if (fits && (name.ends_with(".txt") || name.ends_with(".TXT"))) {
        auto text = office::text_of(office::bytes_of_file(path, base::limits::document_bytes_max));
        if (!text) return text.error();
        return ReadFile{"txt", proofreading::passages_of(std::string_view(*text)), std::nullopt};
    }
    const auto document = office::read_document(path);
    if (!document) return document.error();
    return ReadFile{document->format, proofreading::passages_of(*document), std::nullopt};
}

}  // namespace

base::Result<ReadFile> read_file(const std::filesystem::path& path, std::string_view name) {
    auto file = read_any(path, name);
    if (!file) return file.error();
    std::size_t chars = 0;
    for (const auto& passage : file->passages) chars += base::chars_in(passage.text) + 1;
    if (chars > text_chars_max)
        return base::refuse(
            base::ErrorKind::too_large, "text_too_long", "text",
            {{"chars", std::to_string(chars)}, {"accepted", std::to_string(text_chars_max)}});
    return file;
}

std::string corrected_file(ReadFile& file, const std::vector<const Finding*>& findings,
                           office::Marks marks, base::Instant now) {
    for (const auto* one : findings) {
        const office::DocxText::Change change{one->passage, one->begin, one->end, *one->fix};
        if (file.docx->can_change(change)) file.docx->change(change, marks, now);
    }
    return file.docx->bytes();
}

}  // namespace proofreading
