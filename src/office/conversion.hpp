// Formats that other programs turn into something we read: old Word and WPS files, and PDF.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "office/document.hpp"

namespace office {

/// A Word 97–2003, WPS, RTF or Word-XML file, through LibreOffice into .docx; where LibreOffice is
/// missing through antiword, which loses automatic numbers. `format` is what Document::format shall
/// say. Refuses document_needs_program, document_damaged (nothing came out in time), and what
/// read_docx refuses. Takes seconds; at most two conversions run at a time, further callers wait.
[[nodiscard]] base::Result<Document> read_old_word(const std::filesystem::path& path,
                                                   const std::string& format);

/// The text of a PDF through pdftotext. Refuses document_needs_program, document_encrypted,
/// document_damaged, document_not_text (scanned pages), document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_pdf(const std::filesystem::path& path);

}  // namespace office
