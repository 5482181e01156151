// What a file is, told by its content and never by its name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace evidence {

/// What may serve as evidence. Files of Kingsoft WPS are those of the Word, Excel and PowerPoint
/// of old, or the newer ones.
enum class FileType { pdf, jpeg, png, docx, xlsx, pptx, ofd, doc, xls, ppt, text };

[[nodiscard]] std::string_view name_of(FileType type);
[[nodiscard]] std::optional<FileType> file_type_of(std::string_view name);
/// For the browser that takes the file.
[[nodiscard]] std::string_view content_type_of(FileType type);
/// Without the point: what the name of such a file ends in, first the usual one.
[[nodiscard]] std::string_view usual_ending(FileType type);
[[nodiscard]] bool ends_as(FileType type, std::string_view file_name);

/// How it can be shown beside the ledger.
enum class View { none, image, pdf, blocks };
[[nodiscard]] std::string_view name_of(View view);
[[nodiscard]] View view_of(FileType type);

/// Refuses evidence_file_empty and evidence_type_not_accepted, both with `name` and the second
/// with what it is. Throws std::system_error when the file cannot be read.
[[nodiscard]] base::Result<FileType> type_of(const std::filesystem::path& file,
                                             std::string_view name);

}  // namespace evidence
