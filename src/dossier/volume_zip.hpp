// A ZIP archive made while it is sent: entries stored as they are, in a given order, with one
// moment for all, so that the same entries are the same bytes each time and the size is known
// before the first of them. Archives and entries beyond 4 GiB are written as ZIP64. Knows no
// entry's meaning.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace dossier {

struct ZipEntry {
    std::string name;  // UTF-8
    std::uint64_t bytes = 0;
    std::uint32_t crc = 0;
};
/// `count` bytes of an entry from `offset`, fewer at its end.
using ReadBytes = std::function<std::string(std::uint64_t offset, std::size_t count)>;
struct ZipPart {
    ZipEntry entry;
    std::function<ReadBytes()> open;  // called when its turn comes
};

/// The size of the archive of these entries.
[[nodiscard]] std::uint64_t zip_bytes(const std::vector<ZipEntry>& entries);

/// Goes on where `crc` stopped; 0 to begin.
[[nodiscard]] std::uint32_t crc_of(std::string_view bytes, std::uint32_t crc = 0);

/// One reader, one thread at a time.
class ZipStream {
  public:
    ZipStream(std::vector<ZipPart> parts, base::Instant at);
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// The next piece, "" at the end. Throws std::runtime_error when an entry has fewer or other
    /// bytes than it said, and what reading throws.
    [[nodiscard]] std::string next();

  private:
    [[nodiscard]] std::string next_of_entry();

    std::vector<ZipPart> parts_;
    std::vector<std::uint64_t> offsets_;
    base::Instant at_;
    std::uint64_t bytes_ = 0, of_entry_ = 0;
    std::size_t turn_ = 0;
    std::uint32_t crc_ = 0;
    ReadBytes read_;  // of the entry whose turn it is
    bool done_ = false;
};

}  // namespace dossier
