// Bytes as they lie in a store, sealed or not: how they come into their form on the way in, and how
// they are read out of it. For the stores; whoever reads evidence sees blobs.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/sealed_file.hpp"
#include "evidence/blob.hpp"

namespace evidence {

/// A descriptor that is closed with its owner. Throws std::system_error when it is none.
class Descriptor {
  public:
    Descriptor(int number, const std::string& what);
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// A file that is written; gone with this object unless it was put in its place. Throws
/// std::system_error.
class Unfinished {
  public:
    explicit Unfinished(const std::filesystem::path& folder);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    void write(std::string_view bytes);
    void write_at(std::uint64_t offset, std::string_view bytes);
    void put_in_place(const std::filesystem::path& place);
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    std::string name_;
    Descriptor file_;
    std::uint64_t end_ = 0;
    bool placed_ = false;
};
/// Whether a name is that of a file which is being written, or was when the program was killed.
[[nodiscard]] bool is_unfinished(const std::filesystem::path& file);

/// What is written into an unfinished file, sealed on its way or not. Pieces come in order; each
/// but the last is a whole number of sealed ones.
class Incoming {
  public:
    /// `sealer` null: as it comes.
    Incoming(Unfinished& out, const base::Sealer* sealer);
    void add(std::string_view bytes);
    void finish(std::string_view digest);

  private:
    Unfinished& out_;
    std::optional<base::FileSealing> sealing_;
};
/// Calls `piece` with all bytes of a file in order, each but the last a whole number of sealed
/// pieces; returns how many there were.
std::int64_t each_block(const std::filesystem::path& file,
                        const std::function<void(std::string_view)>& piece);
/// Lets a file stand at `place` too, on disk for good; false where the disk cannot do that, or
/// something stands there.
[[nodiscard]] bool link_in_place(const std::filesystem::path& file,
                                 const std::filesystem::path& place);
/// The sealer when it seals, else null.
[[nodiscard]] const base::Sealer* that_seals(const base::Sealer* sealer);

/// Bytes of a store, whatever they are. Safe from any thread. Throws what the store throws.
class StoredBytes {
  public:
    StoredBytes() = default;
    virtual ~StoredBytes() = default;
    StoredBytes(const StoredBytes&) = delete;
    StoredBytes& operator=(const StoredBytes&) = delete;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// As many as there are, up to `count`.
    [[nodiscard]] virtual std::string read(std::uint64_t offset, std::size_t count) const = 0;
    [[nodiscard]] virtual std::optional<std::filesystem::path> file() const { return {}; }
};
/// Of a file of this machine. Throws std::system_error.
[[nodiscard]] std::unique_ptr<StoredBytes> bytes_in(const std::filesystem::path& file);

/// Them as they are.
[[nodiscard]] std::unique_ptr<Blob> plain(std::unique_ptr<StoredBytes> bytes);
/// The plain bytes. Throws base::SealBroken.
[[nodiscard]] std::unique_ptr<Blob> open_stored(std::unique_ptr<StoredBytes> bytes,
                                                std::string_view digest,
                                                const base::Sealer* sealer);
/// Whether they are in this form already, sealed under the newest key.
[[nodiscard]] bool is_in_form(const StoredBytes& bytes, Form form, const base::Sealer& sealer);

}  // namespace evidence
