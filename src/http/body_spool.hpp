// Collects one request body as it arrives: small ones in memory, large ones in a temporary file, so
// that many slow uploads cost disk and not memory. Knows neither sockets nor limits. One thread at
// a time; flush() and finish() touch the disk and belong on a worker thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "http/http.hpp"

namespace http {

/// A file with a name of its own, mode 0600, deleted with this object (if it still stands there: a
/// handler may move it away).
class TemporaryFile {
  public:
    TemporaryFile() = default;
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// Creates it. Throws std::system_error.
    void open(const std::filesystem::path& folder);
    void write(std::string_view bytes);
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;
};

class BodySpool {
  public:
    static constexpr std::size_t memory_bytes_max = 64u << 10;
    static constexpr std::size_t block_bytes = 256u << 10;

    /// `to_file`: the handler wants a file, however small the body is.
    BodySpool(std::filesystem::path folder, bool to_file);

    void add(std::string_view bytes) {
        held_ += bytes;
        bytes_ += bytes.size();
    }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// Enough is held that flush() should be called before more is added.
    [[nodiscard]] bool is_full() const {
        return held_.size() >= (file_.is_open() ? block_bytes : memory_bytes_max);
    }
    /// Writes what is held to the file. Throws std::system_error (disk full).
    void flush();
    /// Hands the body to the request: as body_file, or as body, read back from the file where
    /// needed. The file stays until this object goes. Throws std::system_error.
    void finish(Request& request);

  private:
    std::filesystem::path folder_;
    bool to_file_;
    std::string held_;
    std::uint64_t bytes_ = 0;
    TemporaryFile file_;
};

}  // namespace http
