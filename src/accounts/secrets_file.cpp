#include "accounts/secrets_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "base/digest.hpp"
#include "journal/key.hpp"

namespace accounts {
namespace {

constexpr std::size_t key_bytes = 32;

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw std::runtime_error("keys of secrets " + path + ": " + why);
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) lines.push_back(line);
    if (lines.empty()) fail(path, "cannot be read or is empty");
    return lines;
}

/// Under another name first, then in place of the old file: a crash leaves one or the other.
void replace(const std::string& path, const std::string& content) {
    const auto growing = path + "." + std::to_string(::getpid()) + ".new";
    const int file = ::open(growing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path, std::strerror(errno));
    const bool written = ::write(file, content.data(), content.size()) == ssize_t(content.size()) &&
                         ::fsync(file) == 0;
    ::close(file);
    if (written && ::rename(growing.c_str(), path.c_str()) == 0) return;
    const auto reason = errno;
    ::unlink(growing.c_str());
    fail(path, std::strerror(reason));
}

}  // namespace

std::vector<std::string> load_or_create_secret_keys(const std::string& path, base::Random& random) {
    static_cast<void>(journal::load_or_create_key_bytes(path, random));
    std::vector<std::string> keys;
    for (const auto& line : lines_of(path)) {
        auto bytes = base::from_hex(line);
        if (!bytes || bytes->size() != key_bytes) fail(path, "is not 64 hexadecimal digits");
        keys.push_back(std::move(*bytes));
    }
    return keys;
}

void add_secret_key(const std::string& path, base::Random& random) {
    std::array<std::uint8_t, key_bytes> bytes{};
    random.fill(bytes);
    auto content = base::to_hex(bytes) + "\n";
    for (const auto& line : lines_of(path)) content += line + "\n";
    replace(path, content);
}

void keep_newest_secret_key(const std::string& path) {
    replace(path, lines_of(path).front() + "\n");
}

}  // namespace accounts
