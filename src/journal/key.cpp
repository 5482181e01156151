#include "journal/key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace journal {
namespace {

constexpr std::size_t key_bytes = 32;

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw std::runtime_error("key " + path + ": " + why);
}

std::string read_key(const std::string& path) {
    std::ifstream file(path);
    std::string hex;
    if (!std::getline(file, hex)) fail(path, "cannot be read or is empty");
    auto bytes = base::from_hex(hex);
    if (!bytes || bytes->size() != key_bytes) fail(path, "is not 64 hexadecimal digits");
    return std::move(*bytes);
}

// Written whole under another name first: a crash in between leaves no half key.
void write_new_key(const std::string& path, base::Random& random) {
    std::array<std::uint8_t, key_bytes> bytes{};
    random.fill(bytes);
    const auto line = base::to_hex(bytes) + "\n";
    const auto growing = path + "." + std::to_string(::getpid()) + ".new";
    const int file = ::open(growing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path, std::strerror(errno));
    const bool written =
        ::write(file, line.data(), line.size()) == ssize_t(line.size()) && ::fsync(file) == 0;
    ::close(file);
    // link() does not replace: when another program was first, its key stands.
    const bool linked = written && (::link(growing.c_str(), path.c_str()) == 0 || errno == EEXIST);
    const auto reason = errno;
    ::unlink(growing.c_str());
    if (!linked) fail(path, std::strerror(reason));
}

}  // namespace

Key::Key(std::string bytes) : bytes_(std::move(bytes)) {
    if (bytes_.size() < key_bytes) throw std::runtime_error("a journal key has 32 bytes or more");
}

std::string Key::seal(base::Algorithm algorithm, const Head& head) const {
    return base::keyed_digest(algorithm, bytes_, canonical_bytes(head));
}

std::string load_or_create_key_bytes(const std::string& path, base::Random& random) {
    if (::access(path.c_str(), F_OK) != 0) write_new_key(path, random);
    return read_key(path);
}

Key load_or_create_key(const std::string& path, base::Random& random) {
    return Key(load_or_create_key_bytes(path, random));
}

}  // namespace journal
