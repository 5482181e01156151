// A backup file: a zip of named parts. Written whole or not at all; read part by part in pieces, so
// that its size does not matter. Knows no part's meaning.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"

struct zip;

namespace exchange {

/// Throws std::runtime_error when the file cannot be written; then nothing stands under its name.
class PackageWriter {
  public:
    explicit PackageWriter(std::filesystem::path target);
    ~PackageWriter();
    PackageWriter(const PackageWriter&) = delete;
    PackageWriter& operator=(const PackageWriter&) = delete;

    /// `file` is read when close() writes; it must stay until then.
    void add_file(const std::string& name, const std::filesystem::path& file);
    void add_text(const std::string& name, std::string text);
    void close();

  private:
    std::filesystem::path target_;
    ::zip* zip_;
};

class PackageReader {
  public:
    /// Refuses: document_not_found, backup_not_readable.
    [[nodiscard]] static base::Result<PackageReader> open(const std::filesystem::path& path);
    /// Calls `piece` with the part's bytes in order. Refuses backup_part_missing,
    /// backup_part_damaged (args name).
    [[nodiscard]] base::Result<void> read(const std::string& name,
                                          const std::function<void(std::string_view)>& piece);
    /// A small part as a whole. Refuses besides backup_part_damaged when it is larger.
    [[nodiscard]] base::Result<std::string> text(const std::string& name, std::size_t bytes_max);

  private:
    struct Close {
        void operator()(::zip* zip) const;
    };
    explicit PackageReader(::zip* zip) : zip_(zip) {}
    std::unique_ptr<::zip, Close> zip_;
};

}  // namespace exchange
