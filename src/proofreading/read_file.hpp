// A file that is proof-read: a Word document with its runs and looks, plain text line by line, any
// other document as its paragraphs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "office/docx_text.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

struct ReadFile {
    std::string format;  // as office::Document says it
    Passages passages;
    std::optional<office::DocxText> docx;  // where its words can be put right in the file itself
};
/// `name` as its owner calls it. Refuses what office::read_document refuses, text_too_long (args
/// chars, accepted).
[[nodiscard]] base::Result<ReadFile> read_file(const std::filesystem::path& path,
                                               std::string_view name);

/// The Word document with these findings put right; the others stay. Requires `docx`.
[[nodiscard]] std::string corrected_file(ReadFile& file,
                                         const std::vector<const Finding*>& findings,
                                         office::Marks marks, base::Instant now);

}  // namespace proofreading
