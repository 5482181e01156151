// A file's bytes: read up to a limit, written as a whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace office {

/// At most `bytes_max` from the start. Throws std::runtime_error when the file cannot be read.
[[nodiscard]] std::string bytes_of_file(const std::filesystem::path& path, std::size_t bytes_max);

/// In place of what stands there, which stays as it was until all of them are written. Throws
/// std::system_error when they cannot be.
void write_bytes(const std::filesystem::path& path, std::string_view bytes);

}  // namespace office
