// The form of a sealed file: a head, then pieces of 64 KiB, each with its own keyed digest, so that
// a file of any size is written and read in little memory and from any offset. The head is bound
// to the digest of the plain bytes, the pieces to the head and to their order, so that nothing can
// be cut, exchanged or moved. Pure: bytes in, bytes out; reading and writing is the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sealer.hpp"

namespace base {

inline constexpr std::size_t sealed_piece_bytes = 64u << 10;
/// Mark, key's name, nonce, how many plain bytes there are, and the keyed digest over these.
inline constexpr std::size_t sealed_head_bytes =
    8 + cipher_name_bytes + cipher_block_bytes + 8 + cipher_mac_bytes;

/// Whether a file that begins like this is a sealed one.
[[nodiscard]] bool begins_sealed_file(std::string_view bytes);
/// The name of the key that such a beginning speaks of; requires begins_sealed_file().
[[nodiscard]] std::string_view key_of_sealed_file(std::string_view head);

/// One file on its way in. Used by one thread.
class FileSealing {
  public:
    explicit FileSealing(const Sealer& sealer);
    /// The next piece as it is to be written; each but the last has sealed_piece_bytes.
    [[nodiscard]] std::string next(std::string_view piece);
    /// What stands before the pieces, known when all of them are.
    [[nodiscard]] std::string head(std::string_view digest) const;

  private:
    std::shared_ptr<const Cipher> cipher_;
    CounterBlock nonce_;
    std::uint64_t pieces_ = 0, bytes_ = 0;
};

/// One sealed file that is read. Safe from any thread.
class FileOpening {
  public:
    /// `head` is how the file begins, `whole_bytes` how large it is. Throws SealBroken when it is
    /// not a sealed file with these plain bytes.
    FileOpening(const Sealer& sealer, std::string_view head, std::uint64_t whole_bytes,
                std::string_view digest);
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // plain ones
    /// Where a piece stands in the sealed file, and how many bytes of it.
    [[nodiscard]] static std::uint64_t offset_of(std::uint64_t piece);
    [[nodiscard]] std::size_t size_of(std::uint64_t piece) const;
    /// The plain bytes of a piece. Throws SealBroken.
    [[nodiscard]] std::string open(std::uint64_t piece, std::string_view sealed) const;

  private:
    std::string digest_;
    std::shared_ptr<const Cipher> cipher_;
    CounterBlock nonce_{};
    std::uint64_t bytes_ = 0;
};

}  // namespace base
