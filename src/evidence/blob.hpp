// Bytes that are kept, as whoever reads them sees them: plain and at any offset, wherever and in
// whatever form they lie. And a store of them: six things are all that is asked of one, so that
// another can take its place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/instant.hpp"

namespace evidence {

/// Sixty-four lower-case hexadecimal digits, as both algorithms give them.
[[nodiscard]] bool is_digest(std::string_view text);

/// A store on another machine does not answer as it should; the text says what was tried.
class StoreUnreachable : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Safe from any thread.
class Blob {
  public:
    Blob() = default;
    virtual ~Blob() = default;
    Blob(const Blob&) = delete;
    Blob& operator=(const Blob&) = delete;

    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
    /// `count` bytes from `offset`, fewer at the end. Throws std::system_error, and
    /// base::SealBroken when they are not what was kept.
    [[nodiscard]] virtual std::string read(std::uint64_t offset, std::size_t count) const = 0;
    /// A file of this machine with exactly these bytes, where they lie in one.
    [[nodiscard]] virtual std::optional<std::filesystem::path> file() const { return {}; }
};

/// How bytes may lie in a store.
enum class Form { sealed, plain };

/// Each thing stands under the digest of its bytes, once, whoever brings it. Safe from any thread.
class BlobStore {
  public:
    struct Kept {
        std::string digest;
        std::int64_t bytes = 0;
    };
    using Told = std::function<void(const std::string& digest, base::Instant at)>;

    BlobStore() = default;
    virtual ~BlobStore() = default;
    BlobStore(const BlobStore&) = delete;
    BlobStore& operator=(const BlobStore&) = delete;

    /// For what comes from now on.
    [[nodiscard]] virtual base::Algorithm algorithm() const = 0;
    /// Hashes the file and keeps its bytes; there for good when it returns. The file itself may
    /// become the kept one, so nobody may write to it afterwards; its name may go. What is there
    /// already is not written again, but counts as kept now. Throws std::system_error, and
    /// StoreUnreachable of a store elsewhere.
    [[nodiscard]] virtual Kept keep(const std::filesystem::path& file) const = 0;
    /// Null when it is not there. Throws base::SealBroken.
    [[nodiscard]] virtual std::unique_ptr<Blob> open(std::string_view digest) const = 0;
    /// Writes it anew in this form, sealed under the newest key; false when it has it already, is
    /// not there, or no key is. Whoever reads it meanwhile reads the old one to its end. Throws as
    /// keep(), base::SealBroken.
    virtual bool put_into(Form form, std::string_view digest) const = 0;
    virtual void remove(std::string_view digest) const = 0;
    /// Everything, and when it was kept last.
    virtual void each(const Told& told) const = 0;
    /// What a run that was killed left half written before this moment.
    virtual void remove_unfinished(base::Instant before) const = 0;
};

/// Calls `piece` with all bytes in order, in little memory. Throws as Blob::read().
void read_whole(const Blob& blob, const std::function<void(std::string_view)>& piece);

/// A file with the bytes of a blob, for readers that want a path: the one in which they lie, or one
/// in memory, which never reaches a disk and is gone with this.
class LocalFile {
  public:
    /// Throws as Blob::read(), and std::system_error when there is no memory for it.
    explicit LocalFile(const Blob& blob);
    ~LocalFile();
    LocalFile(const LocalFile&) = delete;
    LocalFile& operator=(const LocalFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    int memory_ = -1;
    std::filesystem::path path_;
};

}  // namespace evidence
