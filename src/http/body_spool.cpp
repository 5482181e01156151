#include "http/body_spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace http {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

std::string content_of(const std::filesystem::path& path, std::uint64_t bytes) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail("cannot read " + path.string());
    std::string text(bytes, '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        const auto n = ::read(descriptor, text.data() + done, text.size() - done);
        if (n <= 0) break;
        done += static_cast<std::size_t>(n);
    }
    ::close(descriptor);
    if (done < text.size()) fail("cannot read " + path.string());
    return text;
}

}  // namespace

TemporaryFile::~TemporaryFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

void TemporaryFile::open(const std::filesystem::path& folder) {
    auto name = (folder / "upload-XXXXXX").string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail("cannot create a file in " + folder.string());
    path_ = name;
}

void TemporaryFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::write(descriptor_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("cannot write " + path_.string());
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

BodySpool::BodySpool(std::filesystem::path folder, bool to_file)
    : folder_(std::move(folder)), to_file_(to_file) {}

void BodySpool::flush() {
    if (!file_.is_open()) file_.open(folder_);
    file_.write(held_);
    held_.clear();
}

void BodySpool::finish(Request& request) {
    request.body_bytes = bytes_;
    if (to_file_ || file_.is_open()) flush();
    if (to_file_) {
        request.body_file = file_.path();
    } else {
        request.body = file_.is_open() ? content_of(file_.path(), bytes_) : std::move(held_);
    }
}

}  // namespace http
