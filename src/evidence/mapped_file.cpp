#include "evidence/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace evidence {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto fail = [&] {
        throw std::system_error(errno, std::generic_category(), "cannot read " + path.string());
    };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail();
    struct stat found {};
    const bool known = ::fstat(file, &found) == 0;
    const auto size = static_cast<std::size_t>(found.st_size);
    // No file of no bytes can be mapped.
    void* start =
        known && size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    const int error = errno;
    ::close(file);
    errno = error;
    if (!known || start == MAP_FAILED) fail();
    if (start != nullptr) bytes_ = {static_cast<const char*>(start), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace evidence
