#include "evidence/stored_bytes.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr auto piece_bytes = base::sealed_piece_bytes;
constexpr std::size_t block_bytes = 256u << 10;
static_assert(block_bytes % piece_bytes == 0);
constexpr std::string_view unfinished_name = "unfinished-";

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class FileBytes final : public StoredBytes {
  public:
    explicit FileBytes(fs::path place)
        : place_(std::move(place)),
          file_(::open(place_.c_str(), O_RDONLY | O_CLOEXEC), "cannot read " + place_.string()) {}
    std::uint64_t size() const override {
        struct stat found {};
        if (::fstat(file_.number(), &found) != 0) fail("cannot read " + place_.string());
        return static_cast<std::uint64_t>(found.st_size);
    }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        std::string bytes(count, '\0');
        std::size_t have = 0;
        while (have < count) {
            const auto n = ::pread(file_.number(), bytes.data() + have, count - have,
                                   static_cast<off_t>(offset + have));
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) fail("cannot read " + place_.string());
            if (n == 0) break;
            have += static_cast<std::size_t>(n);
        }
        bytes.resize(have);
        return bytes;
    }
    std::optional<fs::path> file() const override { return place_; }

  private:
    fs::path place_;
    Descriptor file_;
};

class PlainBlob final : public Blob {
  public:
    explicit PlainBlob(std::unique_ptr<StoredBytes> stored) : stored_(std::move(stored)) {}
    std::uint64_t bytes() const override { return stored_->size(); }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        return stored_->read(offset, count);
    }
    std::optional<fs::path> file() const override { return stored_->file(); }

  private:
    std::unique_ptr<StoredBytes> stored_;
};

class SealedBlob final : public Blob {
  public:
    SealedBlob(std::unique_ptr<StoredBytes> stored, base::FileOpening&& opening)
        : stored_(std::move(stored)), opening_(std::move(opening)) {}
    std::uint64_t bytes() const override { return opening_.bytes(); }
    std::string read(std::uint64_t offset, std::size_t count) const override {
        const auto size = opening_.bytes();
        if (count == 0 || offset >= size) return {};
        const auto end =
            std::min<std::uint64_t>(size, offset + std::min<std::uint64_t>(count, size));
        const auto first = offset / piece_bytes, last = (end - 1) / piece_bytes;
        const auto from = base::FileOpening::offset_of(first);
        const auto to = base::FileOpening::offset_of(last) + opening_.size_of(last);
        // All of them at once: a store elsewhere is asked one time.
        const auto sealed = stored_->read(from, static_cast<std::size_t>(to - from));
        std::string plain;
        for (auto piece = first; piece <= last; ++piece) {
            const auto at =
                std::min<std::size_t>(base::FileOpening::offset_of(piece) - from, sealed.size());
            plain +=
                opening_.open(piece, std::string_view(sealed).substr(at, opening_.size_of(piece)));
        }
        return plain.substr(static_cast<std::size_t>(offset - first * piece_bytes),
                            static_cast<std::size_t>(end - offset));
    }

  private:
    std::unique_ptr<StoredBytes> stored_;
    base::FileOpening opening_;
};

/// A name is on disk when its folder is.
void sync_folder(const fs::path& path) {
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                            "cannot read " + path.string());
    if (::fsync(folder.number()) != 0) fail("cannot write " + path.string());
}

bool has_digest(const StoredBytes& bytes, std::string_view digest) {
    for (const auto algorithm : {base::Algorithm::sha256, base::Algorithm::sm3}) {
        base::Digester digester(algorithm);
        for (std::uint64_t at = 0; at < bytes.size(); at += block_bytes)
            digester.add(bytes.read(at, block_bytes));
        if (digester.finish() == digest) return true;
    }
    return false;
}

}  // namespace

Descriptor::Descriptor(int number, const std::string& what) : number_(number) {
    if (number < 0) fail(what);
}

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Unfinished::Unfinished(const fs::path& folder)
    : name_((folder / (std::string(unfinished_name) + "XXXXXX")).string()),
      file_(::mkostemp(name_.data(), O_CLOEXEC), "cannot create a file in " + folder.string()) {}

Unfinished::~Unfinished() {
    if (!placed_) ::unlink(name_.c_str());
}

void Unfinished::write(std::string_view bytes) {
    write_at(end_, bytes);
    end_ += bytes.size();
}

void Unfinished::write_at(std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n =
            ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("cannot write " + name_);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
}

void Unfinished::put_in_place(const fs::path& place) {
    if (::fsync(file_.number()) != 0) fail("cannot write " + name_);
    if (::fchmod(file_.number(), S_IRUSR) != 0) fail("cannot protect " + name_);
    fs::create_directories(place.parent_path());
    if (::rename(name_.c_str(), place.c_str()) != 0) fail("cannot write " + place.string());
    placed_ = true;
    sync_folder(place.parent_path());
}

bool is_unfinished(const fs::path& file) {
    return file.filename().string().starts_with(unfinished_name);
}

Incoming::Incoming(Unfinished& out, const base::Sealer* sealer) : out_(out) {
    if (sealer == nullptr) return;
    sealing_.emplace(*sealer);
    out_.write(std::string(base::sealed_head_bytes, '\0'));  // known at the end
}

void Incoming::add(std::string_view bytes) {
    if (!sealing_) return out_.write(bytes);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), piece_bytes)))
        out_.write(sealing_->next(bytes.substr(0, piece_bytes)));
}

void Incoming::finish(std::string_view digest) {
    if (sealing_) out_.write_at(0, sealing_->head(digest));
}

std::int64_t each_block(const fs::path& file, const std::function<void(std::string_view)>& piece) {
    const auto bytes = bytes_in(file);
    std::int64_t taken = 0;
    for (;;) {
        const auto block = bytes->read(static_cast<std::uint64_t>(taken), block_bytes);
        if (block.empty()) return taken;
        piece(block);
        taken += static_cast<std::int64_t>(block.size());
    }
}

bool link_in_place(const fs::path& file, const fs::path& place) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC),
                            "cannot read " + file.string());
    if (::fsync(opened.number()) != 0) fail("cannot write " + file.string());
    fs::create_directories(place.parent_path());
    if (::link(file.c_str(), place.c_str()) != 0) return false;
    if (::fchmod(opened.number(), S_IRUSR) != 0) fail("cannot protect " + place.string());
    sync_folder(place.parent_path());
    return true;
}

const base::Sealer* that_seals(const base::Sealer* sealer) {
    return sealer != nullptr && sealer->seals() ? sealer : nullptr;
}

std::unique_ptr<Blob> plain(std::unique_ptr<StoredBytes> bytes) {
    return std::make_unique<PlainBlob>(std::move(bytes));
}

std::unique_ptr<StoredBytes> bytes_in(const fs::path& file) {
    return std::make_unique<FileBytes>(file);
}

std::unique_ptr<Blob> open_stored(std::unique_ptr<StoredBytes> bytes, std::string_view digest,
                                  const base::Sealer* sealer) {
    const auto head = bytes->read(0, base::sealed_head_bytes);
    if (!base::begins_sealed_file(head)) return std::make_unique<PlainBlob>(std::move(bytes));
    try {
        if (sealer == nullptr)
            throw base::SealBroken(base::SealBroken::Why::no_key, {"evidence", digest});
        base::FileOpening opening(*sealer, head, bytes->size(), digest);
        return std::make_unique<SealedBlob>(std::move(bytes), std::move(opening));
    } catch (const base::SealBroken&) {
        // Somebody may bring a file that only begins like a sealed one.
        if (!has_digest(*bytes, digest)) throw;
        return std::make_unique<PlainBlob>(std::move(bytes));
    }
}

bool is_in_form(const StoredBytes& bytes, Form form, const base::Sealer& sealer) {
    const auto head = bytes.read(0, base::sealed_head_bytes);
    const bool sealed = base::begins_sealed_file(head);
    if (form == Form::plain) return !sealed;
    return sealed && base::key_of_sealed_file(head) == sealer.newest()->name();
}

}  // namespace evidence
