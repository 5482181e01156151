#include "office/file_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace office {

std::string bytes_of_file(const std::filesystem::path& path, std::size_t bytes_max) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::string bytes(std::min(bytes_max, static_cast<std::size_t>(file.tellg())), '\0');
    file.seekg(0);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    auto beside = path;
    beside += ".part";
    errno = 0;
    std::ofstream file(beside, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return std::filesystem::rename(beside, path);
    const std::error_code why(errno != 0 ? errno : EIO, std::generic_category());
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw std::system_error(why, "cannot write " + path.string());
}

}  // namespace office
