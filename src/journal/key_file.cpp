#include "journal/key_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "base/digest.hpp"

namespace journal {
namespace {

constexpr std::size_t key_bytes = 32;

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw std::runtime_error("key " + path + ": " + why);
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    if (lines.empty()) fail(path, "cannot be read or is empty");
    return lines;
}

std::string key_in(const std::string& path, const std::string& line) {
    auto bytes = base::from_hex(line);
    if (!bytes || bytes->size() != key_bytes) fail(path, "is not 64 hexadecimal digits");
    return std::move(*bytes);
}

std::string new_line(base::Random& random) {
    std::array<std::uint8_t, key_bytes> bytes{};
    random.fill(bytes);
    return base::to_hex(bytes) + "\n";
}

/// Written whole under another name, then put in its place by `put`, which says whether it could: a
/// crash in between leaves the old file or the new one, never half of one.
template <class Put>
void write_whole(const std::string& path, const std::string& content, Put put) {
    const auto growing = path + "." + std::to_string(::getpid()) + ".new";
    const int file = ::open(growing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path, std::strerror(errno));
    const bool written = ::write(file, content.data(), content.size()) == ssize_t(content.size()) &&
                         ::fsync(file) == 0;
    ::close(file);
    const bool done = written && put(growing.c_str());
    const auto reason = errno;
    ::unlink(growing.c_str());
    if (!done) fail(path, std::strerror(reason));
}

void create(const std::string& path, base::Random& random) {
    // link() does not replace: when another program was first, its key stands.
    write_whole(path, new_line(random), [&](const char* growing) {
        return ::link(growing, path.c_str()) == 0 || errno == EEXIST;
    });
}

void replace(const std::string& path, const std::string& content) {
    write_whole(path, content,
                [&](const char* growing) { return ::rename(growing, path.c_str()) == 0; });
}

void create_if_missing(const std::string& path, base::Random& random) {
    if (::access(path.c_str(), F_OK) != 0) create(path, random);
}

}  // namespace

std::string load_or_create_key_bytes(const std::string& path, base::Random& random) {
    create_if_missing(path, random);
    return key_in(path, lines_of(path).front());
}

std::vector<std::string> load_or_create_keys(const std::string& path, base::Random& random) {
    create_if_missing(path, random);
    return load_keys(path);
}

std::vector<std::string> load_keys(const std::string& path) {
    std::vector<std::string> keys;
    for (const auto& line : lines_of(path)) keys.push_back(key_in(path, line));
    return keys;
}

void add_key(const std::string& path, base::Random& random) {
    auto content = new_line(random);
    for (const auto& line : lines_of(path)) content += line + "\n";
    replace(path, content);
}

void keep_newest_key(const std::string& path) {
    replace(path, lines_of(path).front() + "\n");
}

}  // namespace journal
