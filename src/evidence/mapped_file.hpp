// A file as bytes without reading it: only what is looked at takes memory, and the system takes it
// back. For files of ours that nobody shortens meanwhile.
#pragma once

#include <filesystem>
#include <string_view>

namespace evidence {

class MappedFile {
  public:
    /// Throws std::system_error when the file cannot be read.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

  private:
    std::string_view bytes_;
};

}  // namespace evidence
