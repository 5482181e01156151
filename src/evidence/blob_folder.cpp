#include "evidence/blob_folder.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_bytes = 256u << 10, digest_chars = 64;
constexpr std::string_view unfinished_name = "unfinished-";

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// A descriptor that is closed with its owner.
class Descriptor {
  public:
    Descriptor(int number, const std::string& what) : number_(number) {
        if (number < 0) fail(what);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// A file that is written; gone with this object unless it was put in its place.
class Unfinished {
  public:
    explicit Unfinished(const fs::path& folder)
        : name_((folder / (std::string(unfinished_name) + "XXXXXX")).string()),
          file_(::mkostemp(name_.data(), O_CLOEXEC), "cannot create a file in " + folder.string()) {
    }
    ~Unfinished() {
        if (!placed_) ::unlink(name_.c_str());
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = ::write(file_.number(), bytes.data(), bytes.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) fail("cannot write " + name_);
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    void put_in_place(const fs::path& place) {
        if (::fsync(file_.number()) != 0) fail("cannot write " + name_);
        if (::fchmod(file_.number(), S_IRUSR) != 0) fail("cannot protect " + name_);
        fs::create_directories(place.parent_path());
        if (::rename(name_.c_str(), place.c_str()) != 0) fail("cannot write " + place.string());
        placed_ = true;
        // The name is on disk when its folder is.
        const Descriptor folder(
            ::open(place.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC),
            "cannot read " + place.parent_path().string());
        if (::fsync(folder.number()) != 0) fail("cannot write " + place.parent_path().string());
    }

  private:
    std::string name_;
    Descriptor file_;
    bool placed_ = false;
};

base::Instant changed_at(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) fail("cannot read " + file.string());
    return {std::int64_t{found.st_mtim.tv_sec} * 1000 + found.st_mtim.tv_nsec / 1'000'000};
}

bool holds(const fs::path& file, std::int64_t bytes) {
    std::error_code missing;
    const auto there = fs::file_size(file, missing);
    return !missing && static_cast<std::int64_t>(there) == bytes;
}

}  // namespace

bool is_digest(std::string_view text) {
    return text.size() == digest_chars &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

BlobFolder::BlobFolder(fs::path folder, base::Algorithm algorithm)
    : folder_(std::move(folder)), algorithm_(algorithm) {}

fs::path BlobFolder::place_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2, 2) / digest;
}

BlobFolder::Kept BlobFolder::keep(const fs::path& file) const {
    fs::create_directories(folder_);
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + file.string());
    Unfinished out(folder_);
    base::Digester digester(algorithm_);
    std::vector<char> block(block_bytes);
    Kept kept;
    for (;;) {
        const auto n = ::read(in.number(), block.data(), block.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("cannot read " + file.string());
        if (n == 0) break;
        const std::string_view piece(block.data(), static_cast<std::size_t>(n));
        digester.add(piece);
        out.write(piece);
        kept.bytes += n;
    }
    kept.digest = digester.finish();
    const auto place = place_of(kept.digest);
    if (holds(place, kept.bytes)) {
        // Now, so that a sweep does not take for forgotten what is about to be referred to.
        if (::utimensat(AT_FDCWD, place.c_str(), nullptr, 0) != 0)
            fail("cannot write " + place.string());
    } else {
        out.put_in_place(place);
    }
    return kept;
}

std::optional<fs::path> BlobFolder::find(std::string_view digest) const {
    if (!is_digest(digest)) return std::nullopt;
    auto place = place_of(digest);
    std::error_code missing;
    if (!fs::is_regular_file(place, missing)) return std::nullopt;
    return place;
}

void BlobFolder::remove(std::string_view digest) const {
    if (is_digest(digest)) fs::remove(place_of(digest));
}

void BlobFolder::each(
    const std::function<void(const std::string& digest, base::Instant at)>& told) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        const auto name = entry.path().filename().string();
        if (entry.is_regular_file() && is_digest(name)) told(name, changed_at(entry.path()));
    }
}

void BlobFolder::remove_unfinished(base::Instant before) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const bool unfinished = entry.path().filename().string().starts_with(unfinished_name);
        if (unfinished && changed_at(entry.path()) < before) fs::remove(entry.path());
    }
}

}  // namespace evidence
