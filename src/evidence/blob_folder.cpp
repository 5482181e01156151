#include "evidence/blob_folder.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "base/sealed_file.hpp"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_bytes = 256u << 10;
static_assert(block_bytes % base::sealed_piece_bytes == 0);
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
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
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
        write_at(end_, bytes);
        end_ += bytes.size();
    }
    void write_at(std::uint64_t offset, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n =
                ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) fail("cannot write " + name_);
            bytes.remove_prefix(static_cast<std::size_t>(n));
            offset += static_cast<std::uint64_t>(n);
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
    std::uint64_t end_ = 0;
    bool placed_ = false;
};

base::Instant changed_at(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) fail("cannot read " + file.string());
    return {std::int64_t{found.st_mtim.tv_sec} * 1000 + found.st_mtim.tv_nsec / 1'000'000};
}

/// What is written into an unfinished file, sealed on its way or not. Pieces come in order; each
/// but the last is a whole number of sealed ones.
class Incoming {
  public:
    Incoming(Unfinished& out, const base::Sealer* sealer) : out_(out) {
        if (sealer == nullptr) return;
        sealing_.emplace(*sealer);
        out_.write(std::string(base::sealed_head_bytes, '\0'));  // known at the end
    }
    void add(std::string_view bytes) {
        if (!sealing_) return out_.write(bytes);
        for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), piece)))
            out_.write(sealing_->next(bytes.substr(0, piece)));
    }
    void finish(std::string_view digest) {
        if (sealing_) out_.write_at(0, sealing_->head(digest));
    }

  private:
    static constexpr auto piece = base::sealed_piece_bytes;
    Unfinished& out_;
    std::optional<base::FileSealing> sealing_;
};

/// As many bytes as there are, up to `count`.
std::string read_at(const Descriptor& file, std::uint64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const auto n = ::pread(file.number(), bytes.data() + have, count - have,
                               static_cast<off_t>(offset + have));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("cannot read a kept file");
        if (n == 0) break;
        have += static_cast<std::size_t>(n);
    }
    bytes.resize(have);
    return bytes;
}

std::uint64_t size_of(const Descriptor& file) {
    struct stat found {};
    if (::fstat(file.number(), &found) != 0) fail("cannot read a kept file");
    return static_cast<std::uint64_t>(found.st_size);
}

class PlainBlob final : public Blob {
  public:
    PlainBlob(Descriptor&& file, fs::path place)
        : file_(std::move(file)), place_(std::move(place)) {}
    std::uint64_t bytes() const override { return size_of(file_); }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        return read_at(file_, offset, count);
    }
    std::optional<fs::path> file() const override { return place_; }

  private:
    Descriptor file_;
    fs::path place_;
};

class SealedBlob final : public Blob {
  public:
    SealedBlob(Descriptor&& file, base::FileOpening&& opening)
        : file_(std::move(file)), opening_(std::move(opening)) {}
    std::uint64_t bytes() const override { return opening_.bytes(); }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        std::string bytes;
        const auto end = std::min<std::uint64_t>(opening_.bytes(), offset + count);
        for (auto at = offset; at < end;) {
            const auto piece = at / base::sealed_piece_bytes;
            const auto sealed =
                read_at(file_, base::FileOpening::offset_of(piece), opening_.size_of(piece));
            const auto plain = opening_.open(piece, sealed);
            const auto from = static_cast<std::size_t>(at - piece * base::sealed_piece_bytes);
            bytes += std::string_view(plain).substr(from, static_cast<std::size_t>(end - at));
            at = offset + bytes.size();
        }
        return bytes;
    }

  private:
    Descriptor file_;
    base::FileOpening opening_;
};

/// No type of file that is accepted as evidence begins like a sealed one.
bool is_sealed(const Descriptor& file) {
    return base::begins_sealed_file(read_at(file, 0, base::sealed_head_bytes));
}

std::unique_ptr<Blob> open_file(const fs::path& place, std::string_view digest,
                                const base::Sealer* sealer) {
    Descriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + place.string());
    if (!is_sealed(file)) return std::make_unique<PlainBlob>(std::move(file), place);
    if (sealer == nullptr)
        throw base::SealBroken(base::SealBroken::Why::no_key, {"evidence", digest});
    base::FileOpening opening(*sealer, read_at(file, 0, base::sealed_head_bytes), size_of(file),
                              digest);
    return std::make_unique<SealedBlob>(std::move(file), std::move(opening));
}

const base::Sealer* sealing(const base::Sealer* sealer) {
    return sealer != nullptr && sealer->seals() ? sealer : nullptr;
}

}  // namespace

bool is_unfinished(const fs::path& file) {
    return file.filename().string().starts_with(unfinished_name);
}

BlobFolder::BlobFolder(fs::path folder, base::Algorithm algorithm, const base::Sealer* sealer)
    : folder_(std::move(folder)), algorithm_(algorithm), sealer_(sealer) {}

fs::path BlobFolder::place_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2, 2) / digest;
}

BlobStore::Kept BlobFolder::keep(const fs::path& file) const {
    fs::create_directories(folder_);
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + file.string());
    Unfinished out(folder_);
    Incoming incoming(out, sealing(sealer_));
    base::Digester digester(algorithm_);
    Kept kept;
    for (;;) {
        const auto block = read_at(in, static_cast<std::uint64_t>(kept.bytes), block_bytes);
        if (block.empty()) break;
        digester.add(block);
        incoming.add(block);
        kept.bytes += static_cast<std::int64_t>(block.size());
    }
    kept.digest = digester.finish();
    const auto place = place_of(kept.digest);
    if (holds(kept)) {
        // Now, so that a sweep does not take for forgotten what is about to be referred to.
        if (::utimensat(AT_FDCWD, place.c_str(), nullptr, 0) != 0)
            fail("cannot write " + place.string());
    } else {
        incoming.finish(kept.digest);
        out.put_in_place(place);
    }
    return kept;
}

// One that is broken is put right by whoever brings the bytes again.
bool BlobFolder::holds(const Kept& kept) const {
    try {
        const auto blob = open(kept.digest);
        return blob && static_cast<std::int64_t>(blob->bytes()) == kept.bytes;
    } catch (const base::SealBroken&) {
        return false;
    }
}

std::unique_ptr<Blob> BlobFolder::open(std::string_view digest) const {
    if (!is_digest(digest)) return nullptr;
    const auto place = place_of(digest);
    std::error_code missing;
    if (!fs::is_regular_file(place, missing)) return nullptr;
    return open_file(place, digest, sealer_);
}

void BlobFolder::remove(std::string_view digest) const {
    if (is_digest(digest)) fs::remove(place_of(digest));
}

void BlobFolder::each(const Told& told) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        const auto name = entry.path().filename().string();
        if (entry.is_regular_file() && is_digest(name)) told(name, changed_at(entry.path()));
    }
}

void BlobFolder::remove_unfinished(base::Instant before) const {
    if (!fs::exists(folder_)) return;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        if (is_unfinished(entry.path()) && changed_at(entry.path()) < before)
            fs::remove(entry.path());
    }
}

std::unique_ptr<Blob> plain_file(const fs::path& file) {
    return std::make_unique<PlainBlob>(
        Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + file.string()),
        file);
}

bool put_into(Form form, const fs::path& place, std::string_view digest,
              const base::Sealer& sealer) {
    std::error_code missing;
    if (!fs::is_regular_file(place, missing)) return false;
    {
        const Descriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC),
                              "cannot read " + place.string());
        const auto head = read_at(file, 0, base::sealed_head_bytes);
        const bool sealed = base::begins_sealed_file(head);
        if (form == Form::plain && !sealed) return false;
        if (form == Form::sealed && sealed &&
            base::key_of_sealed_file(head) == sealer.newest()->name())
            return false;
    }
    const auto blob = open_file(place, digest, &sealer);
    Unfinished out(place.parent_path());
    Incoming incoming(out, form == Form::sealed ? &sealer : nullptr);
    read_whole(*blob, [&](std::string_view bytes) { incoming.add(bytes); });
    incoming.finish(digest);
    out.put_in_place(place);
    return true;
}

void keep_copy(const fs::path& file, const fs::path& place, std::string_view digest,
               const base::Sealer* sealer) {
    fs::create_directories(place.parent_path());
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + file.string());
    Unfinished out(place.parent_path());
    Incoming incoming(out, sealing(sealer));
    for (std::uint64_t at = 0;;) {
        const auto block = read_at(in, at, block_bytes);
        if (block.empty()) break;
        incoming.add(block);
        at += block.size();
    }
    incoming.finish(digest);
    out.put_in_place(place);
}

}  // namespace evidence
