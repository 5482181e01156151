// An Office file as the archive it is: parts by name, unpacked under guard. Trusts nothing that the
// archive says of itself; knows no part's meaning.
#pragma once

#include <zip.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace office {

/// One thread. Whatever is unpacked counts against base::limits::inflated_bytes_max, all parts
/// together.
class Archive {
  public:
    /// Refuses document_damaged, document_bomb (too many entries).
    [[nodiscard]] static base::Result<Archive> open(const std::filesystem::path& path);
    /// `bytes` must outlive the archive.
    [[nodiscard]] static base::Result<Archive> open_bytes(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& part) const;
    /// A small part as a whole. Refuses document_damaged (missing, cut off, wrong checksum),
    /// document_encrypted, document_bomb (more than `bytes_max`).
    [[nodiscard]] base::Result<std::string> read(const std::string& part, std::size_t bytes_max);

    /// Fills the buffer that `room(size)` gives and calls `filled(size, last)`, until the part ends
    /// or `filled` says false. The same refusals.
    struct Sink {
        std::function<char*(std::size_t)> room;
        std::function<bool(std::size_t, bool)> filled;
    };
    [[nodiscard]] base::Result<> stream(const std::string& part, const Sink& sink);

  private:
    struct Close {
        void operator()(zip_t* zip) const { zip_discard(zip); }
    };
    explicit Archive(zip_t* zip) : zip_(zip) {}
    [[nodiscard]] static base::Result<Archive> check(zip_t* zip);
    [[nodiscard]] base::Result<zip_stat_t> inspect(const std::string& part) const;

    std::unique_ptr<zip_t, Close> zip_;
    std::uint64_t inflated_ = 0;
};

}  // namespace office
