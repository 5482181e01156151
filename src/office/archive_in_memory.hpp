// An archive that libzip writes into memory. A mechanism: throws std::runtime_error when libzip
// cannot, which only a lack of memory brings about.
#pragma once

#include <zip.h>

#include <string>

namespace office {

inline constexpr time_t dos_epoch = 315'532'800;  // 1980-01-01: zip knows nothing earlier

class ArchiveInMemory {
  public:
    /// Over what `old` holds; a new one where it is empty.
    explicit ArchiveInMemory(const std::string& old = {});
    ~ArchiveInMemory();
    ArchiveInMemory(const ArchiveInMemory&) = delete;
    ArchiveInMemory& operator=(const ArchiveInMemory&) = delete;

    /// `bytes` must outlive bytes(). All of the same moment, so that the same files give the same
    /// bytes.
    void add(const std::string& name, const std::string& bytes);
    /// As above; there must be one of that name.
    void replace(const std::string& name, const std::string& bytes);
    /// As it is packed in `from`, with its time.
    void copy(zip_t* from, zip_uint64_t index, const std::string& name);
    /// The whole, once: nothing is added afterwards.
    [[nodiscard]] std::string bytes();

  private:
    zip_uint64_t put(const std::string& name, zip_source_t* content);

    zip_source_t* source_ = nullptr;
    zip_t* zip_ = nullptr;
};

}  // namespace office
