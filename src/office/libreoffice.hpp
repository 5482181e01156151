// LibreOffice as an outside program: one file in, one file out, nothing fetched, no macros run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "office/outside_program.hpp"

namespace office {

/// Where it is installed.
[[nodiscard]] std::optional<std::filesystem::path> find_libreoffice();

/// Turns `source`, a file in `folder`, into a file of the same stem in the folder that it returns,
/// by the filter ("docx:MS Word 2007 XML", "pdf"). The fonts that official documents name are
/// rendered with their nearest relations where they are not installed. Whether it worked only the
/// file says. Takes seconds; at most two run at a time, further callers wait.
[[nodiscard]] std::filesystem::path convert_with_libreoffice(const std::filesystem::path& program,
                                                             const TemporaryFolder& folder,
                                                             const std::filesystem::path& source,
                                                             const std::string& filter);

/// What makes a PDF here. Refuses pdf_needs_program (args: program, package).
[[nodiscard]] base::Result<std::filesystem::path> program_for_pdf();
/// A .docx or .xlsx as PDF. Refuses as program_for_pdf(), pdf_not_made (nothing came out in
/// time).
[[nodiscard]] base::Result<std::string> pdf_of(std::string_view bytes, std::string_view ending);

}  // namespace office
