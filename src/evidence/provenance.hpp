// What a file says of itself: when it was made and by whom. Whoever made the file may have written
// anything there: it is told beside what is claimed, and decides nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "evidence/file_type.hpp"

namespace evidence {

struct Provenance {
    std::optional<base::Date> made_on, modified_on;
    std::string author, last_modified_by;
    bool operator==(const Provenance&) const = default;
};

inline constexpr std::size_t author_chars_max = 100;

/// The moment a photograph was taken (EXIF), the properties of an Office file, the information of
/// a PDF. What cannot be read is empty; nothing is refused. Throws std::system_error when the file
/// cannot be read.
[[nodiscard]] Provenance provenance_of(const std::filesystem::path& file, FileType type);

/// The day in Asia/Shanghai of "2024-05-13T08:00:00Z", "D:20240513090000+08'00'" or
/// "2024:05:13 09:00:00"; without a zone the day as it is written.
[[nodiscard]] std::optional<base::Date> day_in(std::string_view stamp);
/// What stands in a PDF, its bytes given.
[[nodiscard]] Provenance provenance_of_pdf(std::string_view bytes);

}  // namespace evidence
