// A file's bytes, up to a limit.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace office {

/// At most `bytes_max` from the start. Throws std::runtime_error when the file cannot be read.
[[nodiscard]] std::string bytes_of_file(const std::filesystem::path& path, std::size_t bytes_max);

}  // namespace office
