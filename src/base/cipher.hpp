// The two operations with which everything is sealed, behind one interface, so that a certified
// module or a machine for keys can stand in their place: a key stream and a keyed digest. What is
// sealed, and in which form, is decided in sealer.* and sealed_file.*.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace base {

inline constexpr std::size_t cipher_block_bytes = 16, cipher_name_bytes = 8, cipher_mac_bytes = 32;
using CounterBlock = std::array<std::uint8_t, cipher_block_bytes>;

/// One key. Safe from any thread.
class Cipher {
  public:
    Cipher() = default;
    virtual ~Cipher() = default;
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    /// cipher_name_bytes bytes that tell this key from others and give nothing of it away.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Counter mode from this block on, in place: the same both ways.
    virtual void crypt(const CounterBlock& start, std::span<char> bytes) const = 0;
    /// cipher_mac_bytes bytes over the parts, one behind the other.
    [[nodiscard]] virtual std::string mac(std::initializer_list<std::string_view> parts) const = 0;
};

/// SM4 in counter mode and HMAC-SM3 (HMAC-SHA-256 where this machine's OpenSSL has no SM3), each
/// under a key of its own that is derived from `key` (32 bytes or more) and `purpose`. Throws
/// std::runtime_error when the key is shorter or OpenSSL has no SM4.
[[nodiscard]] std::shared_ptr<const Cipher> sm4_cipher(std::string_view key,
                                                       std::string_view purpose);

/// The block that stands `blocks` behind `start`.
[[nodiscard]] CounterBlock counted_on(CounterBlock start, std::uint64_t blocks);

}  // namespace base
