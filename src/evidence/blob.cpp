#include "evidence/blob.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace evidence {
namespace {

constexpr std::size_t piece_bytes = 256u << 10, digest_chars = 64;

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

void write_to(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::write(file, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("cannot keep a file in memory");
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

}  // namespace

bool is_digest(std::string_view text) {
    return text.size() == digest_chars &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void read_whole(const Blob& blob, const std::function<void(std::string_view)>& piece) {
    for (std::uint64_t at = 0; at < blob.bytes();) {
        const auto bytes = blob.read(at, piece_bytes);
        if (bytes.empty()) break;  // it was cut while it was read
        piece(bytes);
        at += bytes.size();
    }
}

LocalFile::LocalFile(const Blob& blob) {
    if (auto file = blob.file()) {
        path_ = std::move(*file);
        return;
    }
    memory_ = ::memfd_create("zhenggai", MFD_CLOEXEC);
    if (memory_ < 0) fail("cannot keep a file in memory");
    try {
        read_whole(blob, [&](std::string_view bytes) { write_to(memory_, bytes); });
    } catch (...) {
        ::close(memory_);
        throw;
    }
    path_ = "/proc/self/fd/" + std::to_string(memory_);
}

LocalFile::~LocalFile() {
    if (memory_ >= 0) ::close(memory_);
}

}  // namespace evidence
